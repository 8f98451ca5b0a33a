"""What is there after a process was killed? Everything acknowledged, and the rest whole or not at all."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable, Iterator
from itertools import islice
from multiprocessing.connection import Connection
from typing import Any

import pytest
from sqlalchemy import Connection as Tables
from sqlalchemy import text

from lexheller.app.proving import verify
from lexheller.desk import Desk
from lexheller.storage.keeping import integrity
from tests.whole import worker
from tests.whole.houses import OTHERS, Home

AT_MOST = 150
"""Lines that a worker is let tell: enough for every step of the way to be the one in which it is killed."""
A_STEP = 0.01
"""Seconds, about as long as a step takes: how much later the kill comes at most."""
AT_ONCE = 20
"""Kills in one house: then a new one, since all of it is verified each time."""

PATIENCE = 60.0

Lines = list[worker.Line]


def killed(home: Home, name: str, chance: random.Random, *, at_the_end: bool = False) -> Lines:
    """Let somebody work, kill them at a random moment, and give what they had told by then.

    Args:
        at_the_end: not before one case has come to its end.
    """
    here, there = OTHERS.Pipe(duplex=False)
    process = OTHERS.Process(target=worker.works, args=(home, name, there))
    process.start()
    there.close()
    told = _told(here)
    lines = list(islice(told, chance.randrange(AT_MOST)))
    while at_the_end and not any(what == "done" and line["version"] > len(worker.WAY) for what, line in lines):
        lines.append(next(told))
    time.sleep(chance.uniform(0, A_STEP))
    process.kill()
    lines += told
    process.join(PATIENCE)
    assert process.exitcode == -signal.SIGKILL, "it ended by itself"
    return lines


def _told(pipe: Connection) -> Iterator[worker.Line]:
    while pipe.poll(PATIENCE):
        try:
            yield pipe.recv()
        except EOFError:
            return


def kills(home: Home, count: int, seed: str) -> None:
    """Kill so often, look at everything after each, and see that enough was going on for that to mean something."""
    chance = random.Random(seed)
    acknowledged: dict[str, int] = {}
    half_way = 0
    for turn in range(count):
        lines = killed(home, f"{seed}.{turn}", chance, at_the_end=turn == 0)
        with home.desk() as desk:
            half_way += holds(desk, lines, acknowledged)
    assert half_way > count // 4, "hardly anybody was killed while they did something"
    assert max(acknowledged.values()) == len(worker.WAY) + 1, "no case came to the end"


def holds(desk: Desk, lines: Lines, acknowledged: dict[str, int]) -> bool:
    """Hold the house against what was told; say whether somebody was killed in the middle of something."""
    assert integrity(desk.house.store) == ()
    assert verify(desk.house).faults == ()
    assert desk.house.store.in_transaction(halves, writing=False) == []
    done = [told for what, told in lines if what == "done"]
    acknowledged |= {told["number"]: told["version"] for told in done}
    tried = lines[-1][1] if lines and lines[-1][0] == "trying" else {}
    stored = {row.number: row.version for row in desk.cases()}
    for number, version in acknowledged.items():
        last = version + 1 if tried.get("number") == number else version
        assert version <= stored[number] <= last
        acknowledged[number] = stored[number]
    for told in done:
        if told.get("code"):
            assert desk.follow(told["code"]).number == told["number"]
    if "key" in tried:
        # Whether it had come in or not, sending it again gives one case, and a code that opens it.
        again = desk.submit(worker.report(), key=tried["key"])
        assert again.claim_code
        assert desk.follow(again.claim_code).number == again.number
        assert again.repeated == (again.number in stored)
        acknowledged[again.number] = again.version
    return bool(tried)


HALVES = {
    "told of a step that was not taken": (
        "SELECT o.case_id FROM outbox o LEFT JOIN events e ON e.federation_id = o.federation_id"
        " AND e.case_id = o.case_id AND e.version = o.version WHERE e.case_id IS NULL AND o.version > 0"
    ),
    "not told that a case came in": (
        "SELECT c.number FROM cases c JOIN events e USING (federation_id, case_id) WHERE e.version = 1"
        " AND c.rest NOT LIKE '%\"split_from\"%' AND NOT EXISTS (SELECT 1 FROM outbox o WHERE"
        " o.federation_id = c.federation_id AND o.case_id = c.case_id AND o.version = 1 AND o.topic = 'case_received')"
    ),
    "came in without receipt or code": (
        "SELECT c.number FROM cases c WHERE c.rest NOT LIKE '%\"split_from\"%' AND ("
        "NOT EXISTS (SELECT 1 FROM receipts r WHERE r.federation_id = c.federation_id AND r.case_id = c.case_id)"
        " OR NOT EXISTS (SELECT 1 FROM codes k WHERE k.federation_id = c.federation_id AND k.case_id = c.case_id))"
    ),
    "split, and the other half is not there": (
        "SELECT s.number FROM (SELECT c.number, count(*) AS n FROM cases c JOIN events e USING (federation_id, case_id)"
        " WHERE e.step = 'split' GROUP BY c.number) s WHERE s.n <> (SELECT count(*) FROM cases o"
        " WHERE o.rest LIKE '%\"split_from\":\"' || s.number || '\"%')"
    ),
    "cannot be found by its words": (
        "SELECT c.number FROM cases c WHERE NOT EXISTS (SELECT 1 FROM words w WHERE w.federation_id = c.federation_id"
        " AND w.case_id = c.case_id AND w.kind = 'received') OR c.shared_version > 0 AND NOT EXISTS (SELECT 1 FROM"
        " words w WHERE w.federation_id = c.federation_id AND w.case_id = c.case_id AND w.kind = 'shared')"
    ),
}  # fmt: skip


def halves(tables: Tables) -> list[tuple[str, str]]:
    """List what is there without what belongs to it; `verify` sees to the history, texts, heads and contacts."""
    return [(what, str(row[0])) for what, sql in HALVES.items() for row in tables.execute(text(sql))]


def test_nothing_acknowledged_is_lost_on_sqlite(on_sqlite: Home) -> None:
    kills(on_sqlite, AT_ONCE, "sqlite")


def test_nothing_acknowledged_is_lost_on_postgresql(on_postgres: Home) -> None:
    kills(on_postgres, 6, "postgres")


@pytest.mark.soak
@pytest.mark.parametrize("house", range(50))
def test_nothing_acknowledged_is_lost_in_a_thousand_kills_on_sqlite(house: int, on_sqlite: Home) -> None:
    kills(on_sqlite, AT_ONCE, f"sqlite.{house}")


@pytest.mark.soak
@pytest.mark.parametrize("house", range(10))
def test_nothing_acknowledged_is_lost_in_two_hundred_kills_on_postgresql(house: int, on_postgres: Home) -> None:
    kills(on_postgres, AT_ONCE, f"postgres.{house}")


def test_what_is_half_is_seen(on_sqlite: Home) -> None:
    with on_sqlite.desk() as desk:
        number = desk.submit(worker.report(), key="a-1").number
        assert desk.house.store.in_transaction(halves, writing=False) == []
        harms: dict[str, Callable[[Any], Any]] = {
            "not told that a case came in": lambda c: c.exec_driver_sql("DELETE FROM outbox"),
            "came in without receipt or code": lambda c: c.exec_driver_sql("DELETE FROM codes"),
            "cannot be found by its words": lambda c: c.exec_driver_sql("DELETE FROM words"),
        }
        for harm in harms.values():
            desk.house.store.in_transaction(harm)
        assert desk.house.store.in_transaction(halves, writing=False) == [(what, number) for what in harms]
