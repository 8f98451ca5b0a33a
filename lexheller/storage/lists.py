"""What do people read of cases in a list? One row a case, as much of it as the viewer's sight allows.

Straight from the tables: no case is loaded. What waits for somebody is in `inbox.py`, what a group reads before it
meets in `group_lists.py`, finding by words in `search.py`. Every query takes the viewer, and `visible` decides.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, literal, or_, select, tuple_

from lexheller.model.case import Case
from lexheller.model.codes import Purpose, ReferralState, Role
from lexheller.model.people import Viewer
from lexheller.storage import rows
from lexheller.storage.tables import case_partners, case_patterns, case_themes, cases, receipts, referrals
from lexheller.storage.titles import title_columns, title_of
from lexheller.storage.visibility import sees_all, sees_head, visible, withheld, within_the_work
from lexheller.storage.whose_turn import concerns, waits_on_others

_AT_ONCE: Final = 500
"""How many numbers one statement is handed."""


class CaseRow(NamedTuple):
    """One case in a list, as much of it as its viewer may see.

    Args:
        received: the Swedish local day; for groups and partners the first of its month.
        level: the one that counts, else the provisional one.
        submitter_org: the kind of organisation; None for a partner of that same kind.
        key: the idempotency key it came with, for those who read the received text; else "".
    """

    number: str
    federation: str
    state: str
    version: int
    level: str | None
    partners: tuple[str, ...]
    themes: tuple[str, ...]
    received: date
    title: str
    leader: str
    due: date | None
    turn: str
    waiting: str
    blocked: bool
    patterns: tuple[str, ...]
    outcome: str | None
    attested: bool
    submitter_org: str | None
    closed: bool
    helped: str | None
    key: str


def cases_between(connection: Connection, viewer: Viewer, first: date, last: date) -> tuple[Case, ...]:
    """List the heads of the cases of some days, without undone imports and doubles; for counting, not for showing."""
    asked = (
        select(cases)
        .where(
            visible(viewer),
            cases.c.day >= first.isoformat(),
            cases.c.day <= last.isoformat(),
            cases.c.void == 0,
            cases.c.double_of == "",
        )
        .order_by(cases.c.number)
    )
    return tuple(rows.case_of(row) for row in connection.execute(asked))


def list_cases(  # noqa: PLR0913  # each is a filter that a reader may name
    connection: Connection,
    viewer: Viewer,
    *,
    federation: Sequence[str] = (),
    state: Sequence[str] = (),
    partner: Sequence[str] = (),
    theme: Sequence[str] = (),
    level: Sequence[str] = (),
    pattern: str | None = None,
    leader: str | None = None,
    mine: date | None = None,
    open_only: bool = False,
    since: date | None = None,
    until: date | None = None,
    void: bool = False,
    limit: int | None = None,
    after: str = "",
) -> list[CaseRow]:
    """List cases, the newest first.

    Args:
        federation, state, partner, theme, level: any of these codes; none for all.
        pattern: key ("HOST/id") or id of a pattern.
        leader: a person's id; "" for cases that nobody has yet.
        mine: today, for the cases that the viewer's inbox speaks of: theirs, and those that nobody has yet.
        since, until: first and last day of receipt; groups and partners are answered by whole months.
        void: imports that were undone are listed too.
        after: the number of the last case of the page before.
    """
    wanted = [
        *_among(cases.c.federation_id, federation),
        *_among(cases.c.state, state),
        *_through(case_partners, case_partners.c.partner, partner),
        *_through(case_themes, case_themes.c.theme, theme),
        *(() if void else (cases.c.void == 0,)),
        *((cases.c.closed.is_(None),) if open_only else ()),
        *received_in(viewer, since, until),
    ]
    if level:  # how a case was worked on is no partner's to ask
        wanted += [within_the_work(viewer), cases.c.level.in_(level)]
    if pattern is not None:
        wanted += [within_the_work(viewer), _tied_to(pattern)]
    if leader is not None:
        wanted += [sees_head(viewer), cases.c.leader == leader]
    if mine is not None:
        wanted.append(concerns(viewer, mine))
    if after:
        last = select(cases.c.day).where(numbered([after]), visible(viewer)).scalar_subquery()
        wanted.append(tuple_(cases.c.day, cases.c.number) < tuple_(last, literal(after)))
    newest = (cases.c.day.desc(), cases.c.number.desc())
    page = select(cases.c.federation_id, cases.c.case_id).where(visible(viewer), *wanted).order_by(*newest).limit(limit)
    return read_page(connection, viewer, page, newest)


def held_back(connection: Connection, viewer: Viewer) -> list[str]:
    """List what a partner was sent, answered or not, and may not read just now: the numbers, and nothing else."""
    asked = select(cases.c.number).where(withheld(viewer)).order_by(cases.c.number)
    return list(connection.execute(asked).scalars())


def open_at(connection: Connection, viewer: Viewer, recipients: Sequence[str]) -> list[str]:
    """List what waits for an answer from some recipients of an administrator's federation, by number alone."""
    if not viewer.has(Role.ADMINISTRATOR):
        return []
    there = select(referrals.c.federation_id, referrals.c.case_id).where(
        referrals.c.recipient.in_(sorted(recipients)),
        referrals.c.state == ReferralState.OPEN.value,
        referrals.c.purpose == Purpose.REPLY.value,
    )
    home = (cases.c.federation_id == viewer.federation, cases.c.void == 0, cases.c.closed.is_(None))
    asked = select(cases.c.number).where(*home, tuple_(cases.c.federation_id, cases.c.case_id).in_(there))
    return list(connection.execute(asked.order_by(cases.c.number)).scalars())


def waiting(connection: Connection, viewer: Viewer, today: date, limit: int) -> list[CaseRow]:
    """List a process leader's open cases in which the next move is somebody else's, the nearest day first."""
    if not viewer.has(Role.PROCESS_LEADER):
        return []
    nearest = (cases.c.due, cases.c.number)
    page = select(cases.c.federation_id, cases.c.case_id).where(visible(viewer), waits_on_others(viewer, today))
    return read_page(connection, viewer, page.order_by(*nearest).limit(limit), nearest)


def case_rows(connection: Connection, viewer: Viewer, numbers: Iterable[str]) -> dict[str, CaseRow]:
    """Read cases by number; those the viewer may not see are left out."""
    found: dict[str, CaseRow] = {}
    for some in batches(numbers):
        page = select(cases.c.federation_id, cases.c.case_id).where(visible(viewer), numbered(some))
        found |= {row.number: row for row in read_page(connection, viewer, page, ())}
    return found


def read_page(
    connection: Connection, viewer: Viewer, page: Select[Any], ordering: Sequence[ColumnElement[Any]]
) -> list[CaseRow]:
    """Read what a page of keys names: texts are looked up for these rows only."""
    keys = page.subquery("page")
    title, beginning = title_columns(viewer)
    key = (
        select(func.min(receipts.c.key))
        .where(
            receipts.c.federation_id == cases.c.federation_id,
            receipts.c.case_id == cases.c.case_id,
            sees_all(viewer),
        )
        .correlate(cases)
        .scalar_subquery()
    )
    wanted = (
        select(*_SHOWN, case((sees_head(viewer), 1), else_=0).label("head"), key.label("key"), title, beginning)
        .join_from(keys, cases, and_(keys.c.federation_id == cases.c.federation_id, keys.c.case_id == cases.c.case_id))
        .order_by(*ordering)
    )
    return [_case_row(row, viewer) for row in connection.execute(wanted)]


_SHOWN = tuple(
    cases.c[name]
    for name in (
        "number", "federation_id", "state", "version", "level", "day", "leader", "due", "turn", "waiting", "blocked",
        "outcome", "attested", "submitter_org", "closed", "helped", "rest",
    )
)  # fmt: skip


def _case_row(row: Any, viewer: Viewer) -> CaseRow:  # noqa: ANN401  # a row of `read_page`
    rest = json.loads(row.rest)
    day = date.fromisoformat(row.day)
    whole = bool(row.head)
    colleague = whole or bool(viewer.has(Role.GROUP_MEMBER) and viewer.groups.intersection(rest.get("groups", ())))
    return CaseRow(
        number=row.number,
        federation=row.federation_id,
        state=row.state,
        version=row.version,
        level=row.level if colleague else None,
        partners=tuple(rest.get("partners", ())),
        themes=tuple(rest.get("themes", ())),
        received=day if whole else day.replace(day=1),
        title=title_of(row.title, row.shared_beginning),
        leader=row.leader if whole else "",
        due=date.fromisoformat(row.due) if whole and row.due else None,
        turn=row.turn,
        waiting=row.waiting if whole else "",
        blocked=bool(row.blocked),
        patterns=tuple(rest.get("patterns", ())) if colleague else (),
        outcome=row.outcome,
        attested=bool(row.attested),
        submitter_org=row.submitter_org if colleague or row.submitter_org not in _own_kinds(rest, viewer) else None,
        closed=row.closed is not None,
        helped=row.helped,
        key=row.key or "",
    )


def _own_kinds(rest: dict[str, Any], viewer: Viewer) -> set[str | None]:
    """Give the kinds of partner that the viewer answers for in a case: they are not told that it came from them."""
    return {r.get("partner") for r in rest.get("referrals", ()) if r["recipient"] in viewer.recipients}


def _among(column: ColumnElement[str], codes: Sequence[str]) -> tuple[ColumnElement[bool], ...]:
    return (column.in_([str(code) for code in codes]),) if codes else ()


def _through(table: Any, column: ColumnElement[str], codes: Sequence[str]) -> tuple[ColumnElement[bool], ...]:  # noqa: ANN401  # one of the tables under `cases`
    if not codes:
        return ()
    mine = and_(table.c.federation_id == cases.c.federation_id, table.c.case_id == cases.c.case_id)
    return (select(table.c.case_id).where(mine, column.in_([str(code) for code in codes])).correlate(cases).exists(),)


def _tied_to(pattern: str) -> ColumnElement[bool]:
    key = case_patterns.c.pattern_key
    named = key == pattern if "/" in pattern else key.endswith(f"/{pattern}", autoescape=True)
    return tuple_(cases.c.federation_id, cases.c.case_id).in_(
        select(case_patterns.c.federation_id, case_patterns.c.case_id).where(named)
    )


def received_in(viewer: Viewer, since: date | None, until: date | None) -> tuple[ColumnElement[bool], ...]:
    """Hold a period against the day, or the month where the viewer is told no more than that."""
    head = sees_head(viewer)
    found: list[ColumnElement[bool]] = []
    if since:
        # The first condition is what the index can use, the second what holds.
        found += [cases.c.day >= _month(since), or_(~head, cases.c.day >= since.isoformat())]
    if until:
        found.append(case((head, cases.c.day), else_=func.substr(cases.c.day, 1, 8).concat("01")) <= until.isoformat())
    return tuple(found)


def _month(day: date) -> str:
    return day.replace(day=1).isoformat()


def numbered(numbers: Sequence[str]) -> ColumnElement[bool]:
    """Name cases by number, with the federation before it, as the index has them."""
    return tuple_(cases.c.federation_id, cases.c.number).in_([(n.rsplit("-", 2)[0], n) for n in numbers])


def batches(numbers: Iterable[str]) -> Iterator[list[str]]:
    """Part numbers, each once, into as many as one statement is handed."""
    every = list(dict.fromkeys(numbers))
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]
