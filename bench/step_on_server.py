"""What does one persisted step cost on PostgreSQL, eight at work? Against two round trips, the fewest there can be.

The floor reads the head, decides, and sends one prepared statement that moves the head where it still has its version,
appends the event and the message, and commits by itself: two round trips. Both sides work in eight processes at once,
each on a case of its own, on a server that waits for the disk; the ratio is of the time until all eight are done.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from bench.ordinary import closed_case, takes_steps
from bench.rounds import line
from lexheller.services.office import Office
from lexheller.storage import open_store
from lexheller.vault.keys import KeyRing
from tests.house import Clock, Works, works_in
from tests.postgres import Server, running

WORKERS, STEPS, ROUNDS = 8, 25, 25
ZERO = "0" * 64
FLOOR = (
    (
        "CREATE TABLE floor_cases(federation text, id text, state text, version int, head text, due text, turn text,"
        " rest text, PRIMARY KEY(federation, id)) WITH (fillfactor = 80)"
    ),
    (
        "CREATE TABLE floor_events(federation text, id text, version int, at text, actor text, step text, source text,"
        " dest text, data text, prev text, digest text, PRIMARY KEY(federation, id, version))"
    ),
    (
        "CREATE TABLE floor_outbox(n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, federation text, id text,"
        " topic text,"
        " data text)"
    ),
)
READ = "SELECT state, version, head, rest FROM floor_cases WHERE federation = %s AND id = %s"
MOVE = (
    "WITH moved AS (UPDATE floor_cases SET state = %(state)s, version = %(next)s, head = %(digest)s, rest = %(rest)s"
    " WHERE federation = 'GBG' AND id = %(id)s AND version = %(version)s RETURNING id),"
    " said AS (INSERT INTO floor_events"
    " SELECT 'GBG', id, %(next)s, '2026-03-02', 'elsa', 'say', %(state)s, %(state)s, %(data)s, %(head)s, %(digest)s"
    " FROM moved) INSERT INTO floor_outbox(federation, id, topic, data)"
    " SELECT 'GBG', id, 'new_message', '{}' FROM moved"
)


def two_round_trips(server: Server, database: str, case: str) -> Callable[[], None]:
    """Make the floor."""
    con = server.connect(database)
    con.prepare_threshold = 1
    con.execute(
        "INSERT INTO floor_cases VALUES('GBG', %s, 'dialogue', 1, %s, '2026-03-09', 'leader', '{}')", (case, ZERO)
    )

    def run() -> None:
        for _ in range(STEPS):
            row = con.execute(READ, ("GBG", case)).fetchone()
            assert row
            state, version, head, rest = row
            data = json.dumps({"case": case, "version": version + 1, "step": "say", "from": state, "to": state})
            digest = hashlib.sha256((head + data).encode()).hexdigest()
            given = {"state": state, "next": version + 1, "digest": digest, "rest": rest, "id": case, "head": head}
            assert con.execute(MOVE, {**given, "version": version, "data": data}).rowcount == 1

    return run


def ours(url: str, key: Path) -> Callable[[], None]:
    """Take the same number of steps with a case, through the service."""
    clock = Clock()
    store = open_store(url)
    works = Works(store, Office(KeyRing(key), book=lambda: None, clock=clock), clock)  # type: ignore[arg-type, return-value]  # steps route nothing
    number = closed_case(works).number
    return lambda: takes_steps(works, number, STEPS)


def work(number: int, server: Server, database: str, key: Path, orders: Connection) -> None:
    """Do one side's steps whenever told to."""
    sides = {
        "floor": two_round_trips(server, database, f"case-{number}"),
        "ours": ours(server.url(database), key),
    }
    for side in sides.values():
        side()
    orders.send("ready")
    while side_name := orders.recv():
        sides[side_name]()
        orders.send("done")


def main(rounds: int = ROUNDS) -> None:
    """Print the figure."""
    with tempfile.TemporaryDirectory() as folder, running(durable=True) as server:
        with server.connect() as con:
            con.execute("CREATE DATABASE bench TEMPLATE template0")
        store = open_store(server.url("bench"), create=True)
        works_in(store, Path(folder))
        store.close()
        with server.connect("bench") as con:
            for table in FLOOR:
                con.execute(table)
        key = next((Path(folder) / "keys").glob("*.key"))
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["bench.step_on_server"])
        pipes = []
        for number in range(WORKERS):
            here, there = context.Pipe()
            context.Process(target=work, args=(number, server, "bench", key, there), daemon=True).start()
            pipes.append(here)
        for pipe in pipes:
            assert pipe.recv() == "ready"
        ratios, seconds = [], []
        for _ in range(rounds):
            took = {}
            for side in random.sample(("floor", "ours"), 2):
                began = time.perf_counter()
                for pipe in pipes:
                    pipe.send(side)
                for pipe in pipes:
                    pipe.recv()
                took[side] = time.perf_counter() - began
            ratios.append(took["ours"] / took["floor"])
            seconds.append(took["ours"])
        for pipe in pipes:
            pipe.send("")
        print(line("one persisted step on PostgreSQL, 8 at work, to two round trips", statistics.median(ratios), 3))
        print(f"    {WORKERS * STEPS / statistics.median(seconds):.0f} steps a second")


if __name__ == "__main__":
    main()
