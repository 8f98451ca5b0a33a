"""What does one persisted step cost on SQLite? Against raw sqlite3 doing the same four statements and one commit.

Both write durably (WAL, synchronous=FULL) into the same schema, with its keys, triggers and indexes. The step reads the
head, decides, moves it with a version check, appends an event with its digest, appends what is to be told. A second
figure compares a case with 10,000 events to one with ten.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from bench.ordinary import ANSWERS, closed_case, takes_steps
from bench.rounds import cpu_ratios, line
from lexheller.model.case import Case
from lexheller.storage import open_store
from tests.house import Works, works_in

STEPS, ROUNDS = 40, 15


def raw(ours: Path, path: Path, case: Case) -> Callable[[], None]:
    """Make the floor: the statements a step cannot do without, by hand, on a copy of the very same database."""
    con = sqlite3.connect(path, isolation_level=None)
    with closing(sqlite3.connect(ours)) as source:
        source.backup(con)
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        con.execute(f"PRAGMA {setting}")
    key = (case.federation, case.id)

    def run() -> None:
        for _ in range(STEPS):
            con.execute("BEGIN IMMEDIATE")
            state, version, head, _rest = con.execute(
                "SELECT state, version, head, rest FROM cases WHERE federation_id = ? AND case_id = ?", key
            ).fetchone()
            data = json.dumps({"case": case.id, "version": version + 1, "step": "helped", "from": state, "to": state})
            digest = hashlib.sha256((head + data).encode()).hexdigest()
            con.execute(
                "UPDATE cases SET version = ?, head = ?, helped = ? WHERE federation_id = ? AND case_id = ?"
                " AND version = ?",
                (version + 1, digest, ANSWERS[version % 2], *key, version),
            )
            at = "2026-03-02T11:00:00.000000Z"
            con.execute(
                "INSERT INTO events VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (*key, version + 1, at, "submitter", "submitter", "", "helped", state, state, data, "{}", "{}",
                 head, digest),
            )  # fmt: skip
            con.execute(
                "INSERT INTO outbox VALUES(?,?,?,?,?,?,?,?,?)",
                (*key, version + 1, 0, "helped", "elsa", "{}", at, None),
            )
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
        sides = {
            "raw": raw(Path(folder) / "ours.db", Path(folder) / "raw.db", young),
            "young": ours(works, young),
            "old": ours(works, aged_case),
        }
        for side in sides.values():
            side()
        found = cpu_ratios(sides, "raw", rounds)
        print(line("one persisted step on SQLite, CPU, to raw sqlite3", found["young"], 3))
        print(line(f"a step at {old:,} events in its history, to one at 10", found["old"] / found["young"], 1.2))
        store.close()


if __name__ == "__main__":
    main()
