"""What waits for one person, in each of their roles? One statement finds, ranks and counts it.

Each role has branches (`whose_turn`) that name cases with their day in that role; a case that waits in two roles is
listed once, as the one in which it is most urgent. Only the rows that are shown are read whole, to tell what is next.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, case, exists, func, select, union_all

from lexheller.model.codes import Role
from lexheller.model.people import Viewer
from lexheller.services.next_thing import Came, Inbox, InboxRow, next_thing, order, sent_back
from lexheller.storage import rows
from lexheller.storage.offers import offered
from lexheller.storage.people_tables import group_members
from lexheller.storage.tables import beside_case, cases, events
from lexheller.storage.titles import title_columns, title_of
from lexheller.storage.visibility import visible
from lexheller.storage.whose_turn import Branch, branches, waits_on_others


def inbox(connection: Connection, viewer: Viewer, today: date, limit: int = 50) -> Inbox:
    """Show what waits for a person: what is late, what is their move, and how much waits on others.

    Args:
        limit: rows of each list at most; the counts count all.
    """
    found = branches(viewer, today)
    if not found:
        return Inbox((), (), 0, 0, 0)
    late: list[InboxRow] = []
    mine: list[InboxRow] = []
    counts = {1: 0, 0: 0}
    grouped = viewer.has(Role.PROCESS_LEADER) and _has_group(connection, viewer)
    for row in connection.execute(_ranked(viewer, found, limit)):
        counts[row.late] = row.of
        (late if row.late else mine).append(_inbox_row(row, viewer, today, has_group=grouped))
    offers, offer_count = offered(connection, viewer, limit)
    return Inbox(
        tuple(sorted(late, key=order)),
        tuple(sorted((*mine, *offers), key=order)[:limit]),
        counts[1],
        counts[0] + offer_count,
        _waiting(connection, viewer, today),
    )


def _ranked(viewer: Viewer, found: list[Branch], limit: int) -> Select[Any]:
    """Take each case once, rank late and not late apart, and read the first of both with what tells what is next."""
    waits = union_all(*found).subquery("waits")
    urgency = (waits.c.late.desc(), waits.c.due.nulls_last(), waits.c.referral, waits.c.role)
    once = select(
        waits,
        func.row_number().over(partition_by=(waits.c.federation_id, waits.c.case_id), order_by=urgency).label("nth"),
    ).subquery("once")
    by_day = (case((once.c.rank == 0, 0), else_=1), once.c.due.nulls_last(), once.c.rank, once.c.number)
    ranked = (
        select(
            once,
            func.row_number().over(partition_by=once.c.late, order_by=by_day).label("place"),
            func.count().over(partition_by=once.c.late).label("of"),
        )
        .where(once.c.nth == 1)
        .subquery("ranked")
    )
    title, beginning = title_columns(viewer)
    arrivals = (
        select(events.c.version)
        .where(beside_case(events), events.c.source != events.c.to)
        .order_by(events.c.version.desc())
    )
    came_at = arrivals.limit(1).correlate(cases).scalar_subquery()
    came_by = arrivals.with_only_columns(events.c.step).limit(1).correlate(cases).scalar_subquery()
    last = (
        select(events.c.step)
        .where(beside_case(events), events.c.version == cases.c.version)
        .correlate(cases)
        .scalar_subquery()
    )
    return (
        select(
            cases,
            ranked.c.role,
            ranked.c.late,
            ranked.c.due.label("day_due"),
            ranked.c.referral,
            ranked.c.of,
            title,
            beginning,
            came_at.label("came_at"),
            came_by.label("came_by"),
            last.label("last"),
        )
        .join_from(ranked, cases, beside_case(ranked))
        .where(ranked.c.place <= limit, visible(viewer))
    )


def _inbox_row(row: Any, viewer: Viewer, today: date, *, has_group: bool) -> InboxRow:  # noqa: ANN401  # a row of `_ranked`
    found = rows.case_of(row)
    came = Came(row.came_by or "", row.came_at or 0, row.last or "")
    todo = next_thing(
        found,
        row.role,
        today,
        came=came,
        person=viewer.person,
        recipients=viewer.recipients,
        has_group=has_group,
    )
    asked = sent_back(found, came)
    # A word for the library is awaited by no day: of a closed case the day is a measure's.
    due = date.fromisoformat(row.day_due) if row.day_due and todo != "next.release" else None
    return InboxRow(
        number=found.number,
        federation=found.federation,
        state=found.state,
        version=found.version,
        title=title_of(row.title, row.shared_beginning),
        role=row.role,
        next=todo,
        due=due,
        late=(today - due).days if due and row.late else 0,
        referral=row.referral,
        partners=tuple(partner.value for partner in found.partners),
        asked=asked if asked != todo and row.role == Role.PROCESS_LEADER else "",
    )


def _has_group(connection: Connection, viewer: Viewer) -> bool:
    return bool(connection.scalar(select(exists().where(group_members.c.member_id == viewer.federation))))


def _waiting(connection: Connection, viewer: Viewer, today: date) -> int:
    """Count a process leader's open cases in which the next move is somebody else's."""
    if not viewer.has(Role.PROCESS_LEADER):
        return 0
    return int(connection.scalar(select(func.count()).select_from(cases).where(waits_on_others(viewer, today))) or 0)
