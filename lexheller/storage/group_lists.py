"""What does a working group have to read before it meets: what it is to judge, and what it was only shown?"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, FromClause, Text, and_, cast, literal, not_, select, tuple_

from lexheller.model.people import Viewer
from lexheller.services.beside import SHOWN
from lexheller.services.showing import READ, SHOWINGS
from lexheller.storage.lists import CaseRow, read_page
from lexheller.storage.tables import case_groups, cases, events, seen
from lexheller.storage.visibility import visible
from lexheller.storage.whose_turn import groups_move


def group_cases(
    connection: Connection, viewer: Viewer, groups: Sequence[str] = (), *, every: bool = False
) -> list[CaseRow]:
    """List what a working group has to read before it meets, the oldest first.

    Args:
        groups: keys ("HOST/id"); none for all the viewer sits in.
        every: open cases that others are at work with too, as long as they are shown to the group.
    """
    keys = sorted(groups or viewer.groups)
    shown = select(case_groups.c.federation_id, case_groups.c.case_id).where(case_groups.c.group_key.in_(keys))
    move = cases.c.closed.is_(None) if every else groups_move()
    oldest = (cases.c.day, cases.c.number)
    page = select(cases.c.federation_id, cases.c.case_id).where(
        visible(viewer), cases.c.shown == 1, move, tuple_(cases.c.federation_id, cases.c.case_id).in_(shown)
    )
    return read_page(connection, viewer, page.order_by(*oldest), oldest)


def shown_cases(connection: Connection, viewer: Viewer, groups: Sequence[str] = ()) -> list[CaseRow]:
    """List what a working group was only shown and no meeting of it has gone through, the oldest first.

    Args:
        groups: keys ("HOST/id"); none for all the viewer sits in.
    """
    keys = sorted(groups or viewer.groups)
    here = select(case_groups.c.federation_id, case_groups.c.case_id).where(case_groups.c.group_key.in_(keys))
    oldest = (cases.c.day, cases.c.number)
    page = select(cases.c.federation_id, cases.c.case_id).where(
        visible(viewer),
        cases.c.shown == 1,
        cases.c.void == 0,
        tuple_(cases.c.federation_id, cases.c.case_id).in_(here),
        _to_be_read(keys),
    )
    return read_page(connection, viewer, page.order_by(*oldest), oldest)


def _to_be_read(groups: Sequence[str]) -> ColumnElement[bool]:
    """Say where the last thing a group came to see a case by was to be shown it, and its reading is not noted."""
    came, later = events.alias("came"), events.alias("later")
    shown_again = select(literal(1)).where(
        _same_case(later, came), later.c.step.in_(SHOWINGS), later.c.version > came.c.version
    )
    note = literal(READ).concat(case_groups.c.group_key).concat(":").concat(cast(came.c.version, Text))
    read = select(literal(1)).where(_same_case(seen, came), seen.c.what == note)
    by = select(literal(1)).where(
        _same_case(case_groups, came),
        case_groups.c.group_key.in_(groups),
        not_(read.correlate(came, case_groups).exists()),
    )
    shown = select(literal(1)).where(
        _same_case(came, cases),
        came.c.step == SHOWN,
        not_(shown_again.correlate(came).exists()),
        by.correlate(came).exists(),
    )
    return shown.correlate(cases).exists()


def _same_case(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    return and_(one.c.federation_id == other.c.federation_id, one.c.case_id == other.c.case_id)
