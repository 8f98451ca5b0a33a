"""What does one persisted step cost on SQLite? Against raw sqlite3 doing the same four statements and one commit.

Both write durably (WAL, synchronous=FULL). The step reads the head, decides, moves it with a version check,
appends an event with its digest, appends what is to be told. A second figure compares a case with 10,000 events to one
with ten.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench.ordinary import closed_case, takes_steps
from bench.rounds import cpu_ratios, line
from lexheller.model.case import Case
from lexheller.storage import open_store
from tests.house import Works, works_in

STEPS, ROUNDS = 40, 15
ZERO = "0" * 64


def raw(path: Path) -> Callable[[], None]:
    """Make the floor: the statements a step cannot do without, by hand, on tables of the same shape."""
    con = sqlite3.connect(path, isolation_level=None)
    con.execute("PRAGMA journal_mode=WAL")
    con.execute("PRAGMA synchronous=FULL")
    con.execute(
        "CREATE TABLE cases(federation TEXT, id TEXT, state TEXT, version INTEGER, head TEXT, due TEXT, turn TEXT,"
        " rest TEXT, PRIMARY KEY(federation, id)) STRICT"
    )
    con.execute(
        "CREATE TABLE events(federation TEXT, id TEXT, version INTEGER, at TEXT, actor TEXT, step TEXT, source TEXT,"
        " dest TEXT, data TEXT, prev TEXT, digest TEXT, PRIMARY KEY(federation, id, version)) STRICT"
    )
    con.execute("CREATE TABLE outbox(n INTEGER PRIMARY KEY, federation TEXT, id TEXT, topic TEXT, data TEXT) STRICT")
    con.execute("INSERT INTO cases VALUES('GBG', 'a', 'dialogue', 1, ?, '2026-03-09', 'process_leader', '{}')", (ZERO,))

    def run() -> None:
        for _ in range(STEPS):
            con.execute("BEGIN IMMEDIATE")
            state, version, head, rest = con.execute(
                "SELECT state, version, head, rest FROM cases WHERE federation = ? AND id = ?", ("GBG", "a")
            ).fetchone()
            data = json.dumps({"case": "a", "version": version + 1, "step": "say", "from": state, "to": state})
            digest = hashlib.sha256((head + data).encode()).hexdigest()
            con.execute(
                "UPDATE cases SET state = ?, version = ?, head = ?, rest = ? WHERE federation = ? AND id = ?"
                " AND version = ?",
                (state, version + 1, digest, rest, "GBG", "a", version),
            )
            con.execute(
                "INSERT INTO events VALUES(?,?,?,?,?,?,?,?,?,?,?)",
                ("GBG", "a", version + 1, "2026-03-02", "elsa", "say", state, state, data, head, digest),
            )
            con.execute("INSERT INTO outbox(federation, id, topic, data) VALUES('GBG', 'a', 'new_message', '{}')")
            con.execute("COMMIT")

    return run


def ours(works: Works, case: Case) -> Callable[[], None]:
    """Take the same number of steps with a case, through the service."""
    return lambda: takes_steps(works, case.number, STEPS)


def aged(works: Works, events: int) -> Case:
    """Make a case with so many events in its history."""
    case = closed_case(works)
    takes_steps(works, case.number, events - case.version)
    return works.reads(case)


def main(rounds: int = ROUNDS, old: int = 10_000) -> None:
    """Print both figures."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/ours.db", create=True)
        works = works_in(store, Path(folder))
        young, aged_case = aged(works, 10), aged(works, old)
        assert (young.version, aged_case.version) == (10, old)
        sides = {"raw": raw(Path(folder) / "raw.db"), "young": ours(works, young), "old": ours(works, aged_case)}
        for side in sides.values():
            side()
        found = cpu_ratios(sides, "raw", rounds)
        print(line("one persisted step on SQLite, CPU, to raw sqlite3", found["young"], 3))
        print(line(f"a step at {old:,} events in its history, to one at 10", found["old"] / found["young"], 1.2))
        store.close()


if __name__ == "__main__":
    main()
