"""What do an inbox and a pattern report cost over a hundred thousand cases? Against their SQL by hand, well indexed.

The floor is what somebody would write who needs the same numbers from the same tables once: a statement a figure, on a
copy of the database with indexes made for these statements. Both sides count the same; that is checked.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from bench.crowd import crowd
from bench.inbox_page import as_long, page_of
from bench.rounds import line, wall_ratios
from lexheller.services import reporting
from lexheller.storage import SqlStore, open_store, queries
from lexheller.storage.report_queries import ReportQueries
from tests.house import viewer_of, works_in

CASES, ROUNDS = 100_000, 7
PERIOD = ("2025-03-01", "2026-02-28")
INDEXES = (
    "CREATE INDEX f1 ON cases(federation_id, leader, turn, due)",
    "CREATE INDEX f2 ON cases(turn, federation_id, due)",
    "CREATE INDEX f3 ON cases(federation_id, day, case_id, level, outcome, closed, provisional) WHERE void = 0",
    "CREATE INDEX f4 ON cases(federation_id, closed, day)",
)
COUNTED = (
    "c.federation_id = 'GBG' AND c.void = 0 AND c.day BETWEEN :first AND :last"
    " AND coalesce(c.set_aside, '') <> 'double'"
)
JOIN = "FROM cases c JOIN {0} t USING (federation_id, case_id) WHERE " + COUNTED
PAIRS = (
    "FROM cases c JOIN case_partners t USING (federation_id, case_id) JOIN case_partners o ON o.federation_id ="
    " t.federation_id AND o.case_id = t.case_id AND o.partner > t.partner WHERE " + COUNTED
)
MEASURES = (
    "FROM cases c JOIN measures m USING (federation_id, case_id) LEFT JOIN case_patterns t ON t.federation_id ="
    " c.federation_id AND t.case_id = c.case_id WHERE " + COUNTED
)
REPORT = (
    "SELECT substr(day,1,7), level, provisional, outcome, closed IS NOT NULL, count(*) FROM cases c WHERE "
    + COUNTED
    + " GROUP BY 1,2,3,4,5",
    f"SELECT theme, count(*) {JOIN.format('case_themes')} GROUP BY 1",
    (
        f"SELECT count(*) FROM cases c WHERE {COUNTED} AND NOT EXISTS (SELECT 1 FROM case_themes t WHERE"
        " t.federation_id = c.federation_id AND t.case_id = c.case_id)"
    ),
    f"SELECT partner, count(*) {JOIN.format('case_partners')} GROUP BY 1",
    f"SELECT target_group, count(*) FROM cases c WHERE {COUNTED} GROUP BY 1",
    f"SELECT t.partner, o.partner, count(*) {PAIRS} GROUP BY 1, 2",
    (
        f"SELECT p, count(*) FROM (SELECT min(partner) p {JOIN.format('case_partners')} GROUP BY c.case_id"
        " HAVING count(*) = 1) GROUP BY 1"
    ),
    (
        f"SELECT day, contacted, count(*) FROM cases c WHERE {COUNTED} AND imported = '' AND (contacted IS NOT NULL"
        " OR closed IS NULL AND outcome IS NULL) GROUP BY 1, 2"
    ),
    (
        f"SELECT feedback_since, feedback_day, count(*) FROM cases c WHERE {COUNTED} AND imported = ''"
        " AND feedback_since IS NOT NULL AND waived IS NULL GROUP BY 1, 2"
    ),
    (
        f"SELECT waived IS NULL, told IS NULL, helped, EXISTS (SELECT 1 FROM seen s"
        " WHERE s.federation_id = c.federation_id"
        f" AND s.case_id = c.case_id AND s.what = 'feedback'), count(*) FROM cases c WHERE {COUNTED}"
        " AND closed IS NOT NULL GROUP BY 1, 2, 3, 4"
    ),
    (
        f"SELECT julianday(t.closed) - julianday(t.sent), t.closed <= t.due, count(*) {JOIN.format('referrals')}"
        " AND purpose = 'reply' GROUP BY 1, 2"
    ),
    f"SELECT t.partner, t.state, t.whose, count(*) {JOIN.format('referrals')} GROUP BY 1, 2, 3",
    "SELECT day, count(*) FROM cases WHERE federation_id = 'GBG' AND void = 0 AND closed IS NULL GROUP BY 1",
    f"SELECT pattern_key, count(*) {JOIN.format('case_patterns')} GROUP BY 1",
    (f"SELECT pattern_key, m.owner, m.due, m.state, count(*) {MEASURES} GROUP BY 1, 2, 3, 4"),
    f"SELECT rest, count(*) FROM cases c WHERE {COUNTED} AND rest LIKE '%\"opinions\":%' GROUP BY 1",
)
HERS = "federation_id = 'GBG' AND leader IN ('', 'elsa')"
LATE = f"FROM cases c WHERE {HERS} AND due < :today"  # a closed one too, while its measures are
MOVE = f"FROM cases c WHERE {HERS} AND closed IS NULL AND turn = 'process_leader' AND due >= :today"
GROUP = (
    "FROM cases c WHERE turn = 'group_member' AND shown = 1 AND EXISTS (SELECT 1 FROM case_groups g WHERE"
    " g.federation_id = c.federation_id AND g.case_id = c.case_id AND g.group_key = 'GBG/natverk')"
    " AND NOT (federation_id = 'GBG' AND leader IN ('', 'elsa') AND due < :today)"
)
SHOWN = (
    "SELECT c.*, (SELECT text FROM texts t WHERE t.federation_id = c.federation_id AND t.case_id = c.case_id"
    " AND t.version = c.title_version AND t.field = 'title')"
)
INBOX = (
    f"{SHOWN} {LATE} ORDER BY due LIMIT 50", f"SELECT count(*) {LATE}",
    f"{SHOWN} {MOVE} ORDER BY due LIMIT 50", f"SELECT count(*) {MOVE}",
    f"{SHOWN} {GROUP} ORDER BY due LIMIT 50",
    f"SELECT count(*) {GROUP}",
    (f"SELECT count(*) FROM cases c WHERE {HERS} AND closed IS NULL AND due >= :today"
    " AND turn IN ('', 'submitter', 'federation_manager', 'partner')"),
)  # fmt: skip


def by_hand(con: sqlite3.Connection, statements: tuple[str, ...], **given: str) -> list[list[Any]]:
    """Run statements one after the other and fetch everything."""
    return [con.execute(sql, given).fetchall() for sql in statements]


def statements(store: SqlStore, work: Callable[[], object]) -> tuple[str, ...]:
    """Note the statements that work sends, with their values in them."""
    noted: list[str] = []

    def watch(uow: Any) -> None:  # noqa: ANN401  # a unit of work on SQLite
        uow.link.driver.set_trace_callback(noted.append)

    store.read(watch)
    work()
    store.close()  # the watched connection with it
    return tuple(sql for sql in noted if sql.lstrip().upper().startswith(("SELECT", "WITH")))


def main(count: int = CASES, rounds: int = ROUNDS) -> None:
    """Print both figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = open_store(f"sqlite:///{folder}/crowd.db", create=True)
        works = works_in(store, folder)
        began = time.perf_counter()
        crowd(works, folder / "crowd.db", count)
        shutil.copy(folder / "crowd.db", folder / "floor.db")
        con = sqlite3.connect(folder / "floor.db")
        for index in (*INDEXES, "ANALYZE"):
            con.execute(index)
        con.commit()
        (cases,) = con.execute("SELECT count(*) FROM cases").fetchone()
        print(f"{cases:,} cases made in {time.perf_counter() - began:.0f} s", flush=True)
        today, viewer = works.office.today(), viewer_of("elsa")
        assert today == date(2026, 3, 2)

        def inbox() -> queries.Inbox:
            return store.read(lambda uow: queries.inbox(uow.connection, viewer, today))  # type: ignore[attr-defined]  # real stores have one

        def report() -> Any:  # noqa: ANN401  # a report of whichever shape it has today
            request = reporting.requested("2025-03/2026-02", today, (), ("Göteborg Exempel",), outside=False)
            terms = reporting.promised(works.office)
            return store.read(
                lambda uow: reporting.pattern_report(ReportQueries(uow.connection), viewer, request, terms)  # type: ignore[attr-defined]  # as above
            )

        period = dict(zip(("first", "last"), PERIOD, strict=True))
        ours, hands = inbox(), by_hand(con, INBOX, today=today.isoformat())
        assert (ours.late_count, ours.mine_count, ours.waiting) == (
            hands[1][0][0], hands[3][0][0] + hands[5][0][0], hands[6][0][0],
        ), (ours[2:], [h[0][0] for h in (*hands[1::2], hands[6])])  # fmt: skip
        assert report().totals.received == sum(row[-1] for row in by_hand(con, REPORT[:1], **period)[0])
        for what, side, floor in (
            ("the inbox", inbox, lambda: by_hand(con, INBOX, today=today.isoformat())),
            ("the pattern report", report, lambda: by_hand(con, REPORT, **period)),
        ):
            said = statements(store, side)
            sides = {
                "ours": lambda side=side: _ignore(side()),
                "hand": lambda floor=floor: _ignore(floor()),
                "bare": lambda said=said: _ignore(by_hand(con, said)),
            }
            by = wall_ratios(sides, "hand", rounds)
            began = time.perf_counter()
            side()
            took = time.perf_counter() - began
            print(line(f"{what} over {cases:,} cases, wall, to its SQL by hand", by["ours"], 3), flush=True)
            print(line(f"  to the statements that it sends, bare ({took * 1000:.0f} ms)", by["ours"] / by["bare"], 3))
        load = page_of(works, store, folder)
        weight = len(load())
        long = as_long(INBOX)
        asked: dict[str, Callable[[], None]] = {
            "ours": lambda: _ignore(load()),
            "hand": lambda: _ignore(by_hand(con, long, today=today.isoformat())),
        }
        ratio = wall_ratios(asked, "hand", rounds)["ours"]
        print(line(f"the inbox's page over {cases:,} cases, wall, to its SQL by hand", ratio, 3))
        began = time.perf_counter()
        load()
        print(f"    {(time.perf_counter() - began) * 1000:.0f} ms, {weight / 1000:.1f} kB packed", flush=True)
        con.close()
        store.close()


def _ignore(_: object) -> None:
    """Let an answer go."""


if __name__ == "__main__":
    main()
