"""A hundred thousand cases, fast: a few are worked through by people, then copied in bulk with other days and hands.

For measuring only: it writes rows past the services, and a history copied so would not verify.
"""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from tests.house import Works

LEADERS: Final = ("elsa", *(f"leader{number}" for number in range(1, 10)))
TABLES: Final = (
    "case_partners", "case_groups", "case_themes", "case_patterns", "referrals", "measures", "events", "texts", "seen",
)  # fmt: skip
DAYS: Final = ("day", "due", "contacted", "decided", "feedback_since", "feedback_day", "closed", "waiting_until")
SHARED: Final = "En person väntade länge på besked från två håll."
MEASURE: Final = {"what": "Enas om en kontaktväg", "owner": "Birgitta Exempel", "due": "2026-06-01"}

Way = tuple[tuple[str, str, dict[str, object]], ...]

READY: Final[Way] = (
    ("elsa", "open_dialogue", {}),
    ("elsa", "label", {"themes": "certificates"}),
    ("elsa", "retell", {"shared_text": SHARED}),
    ("elsa", "attest", {"area_harmless": False}),
)
IN_GROUP: Final[Way] = (*READY, ("elsa", "share", {"group": "natverk"}))
TIED: Final[Way] = (
    *IN_GROUP,
    ("ines", "tie_pattern", {"pattern": "P1", "reason": "Två parter bedömer olika."}),
    ("ines", "second_opinion", {"level": "structure", "reason": "Det är lagen."}),
    ("ines", "classify", {"level": "organisation", "reason": "Det går att ordna om."}),
)
WITH_FK: Final[Way] = (
    *TIED,
    ("birgitta", "decide", {"kind": "measure", "reason": "Händer ofta.", "measures": [MEASURE]}),
    ("birgitta", "refer", {"to": "fk-beredning", "reason": "De delar frågan."}),
)
ANSWERED: Final[Way] = (
    *WITH_FK,
    ("fia", "answer", {"answer": "Vi utser en kontaktväg."}),
    ("elsa", "conclude", {}),
    ("elsa", "give_feedback", {"feedback": "Vi följer upp i juni."}),
)
SOLVED: Final[Way] = (
    ("elsa", "open_dialogue", {}),
    ("elsa", "solve", {"solution": "Vi ringde tillsammans.", "feedback": "Det är ordnat nu."}),
)
STORIES: Final[tuple[tuple[int, Way], ...]] = (
    (1, ()), (4, READY[:1]), (3, READY), (4, IN_GROUP), (4, TIED), (4, WITH_FK), (40, ANSWERED), (40, SOLVED),
)  # fmt: skip
"""How many of a hundred cases have come how far: most are closed."""


def crowd(works: Works, place: Path, count: int) -> None:
    """Fill a SQLite database with so many cases of GBG, received over two years until the clock's day."""
    partners = (["fk", "primary_care"], ["fk", "af"], ["af", "social_services"], ["adult_psychiatry", "fk"])
    originals: list[tuple[str, int]] = []
    for share, way in STORIES:
        for turn in range(min(share, len(partners))):
            case = works.submits(partners=partners[turn], contact="code")
            for who, step, given in way:
                case = works.does(who, case, step, **given)
            originals.append((case.id, share // min(share, len(partners))))
    con = sqlite3.connect(place)
    _copy(con, originals, count // 100, works.clock().date())
    con.close()


def _copy(con: sqlite3.Connection, originals: list[tuple[str, int]], each: int, today: date) -> None:
    con.execute("PRAGMA synchronous=OFF")
    con.execute("PRAGMA foreign_keys=OFF")
    con.execute("CREATE TEMP TABLE copies(old TEXT, new TEXT, number TEXT, days INTEGER, leader TEXT)")
    rows, serial = [], 1000
    for old, share in originals:
        for turn in range(share * each - 1):
            serial += 1
            year = (today - timedelta(days=turn * 37 % 700)).year
            rows.append(
                (old, f"{serial:016x}", f"GBG-{year}-{serial:06d}", turn * 37 % 700, LEADERS[turn % len(LEADERS)])
            )
    con.executemany("INSERT INTO copies VALUES(?,?,?,?,?)", rows)
    con.execute("CREATE INDEX temp.by_old ON copies(old)")
    for table in ("cases", *TABLES):
        columns = [row[1] for row in con.execute(f"PRAGMA table_info({table})")]
        taken = ", ".join(_taken(table, column) for column in columns)
        named = ", ".join(f'"{column}"' for column in columns)
        con.execute(f"INSERT INTO {table}({named}) SELECT {taken} FROM copies JOIN {table} t ON t.case_id = old")
    con.commit()
    con.execute("ANALYZE")
    con.commit()


def _taken(table: str, column: str) -> str:
    if column == "case_id":
        return "new"
    if column in {"number", "leader"} and table == "cases":
        return "copies.number" if column == "number" else "CASE WHEN t.leader = '' THEN '' ELSE copies.leader END"
    if (column in DAYS and table == "cases") or (column in {"sent", "due", "closed"} and table == "referrals"):
        return f"date(t.{column}, '-' || days || ' days')"
    return f't."{column}"'
