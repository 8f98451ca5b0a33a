"""What is read of what happened to cases: their histories, why they were tied or not, levels as people gave them?

For several cases at once, by number. Every query takes the viewer, and `visible` decides.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, select

from lexheller.model.event import moment
from lexheller.model.people import Viewer
from lexheller.services.agreement import Rating, own_levels
from lexheller.services.reading_work import Tied
from lexheller.storage.lists import batches, numbered, received_in
from lexheller.storage.tables import cases, events
from lexheller.storage.tables import texts as text_table
from lexheller.storage.visibility import sees_head, visible, within_the_work


class HistoryRow(NamedTuple):
    """One entry of a case's history."""

    version: int
    step: str
    source: str
    to: str
    actor: str
    role: str
    at: datetime


def history(connection: Connection, viewer: Viewer, numbers: Iterable[str]) -> dict[str, list[HistoryRow]]:
    """Read histories by number, for those who see the whole head; groups and partners are told no times."""
    found: dict[str, list[HistoryRow]] = {}
    for some in batches(numbers):
        wanted = (
            _beside(
                cases.c.number,
                *(events.c[name] for name in ("version", "step", "source", "to", "actor", "role", "at")),
            )
            .where(visible(viewer), sees_head(viewer), numbered(some))
            .order_by(cases.c.number, events.c.version)
        )
        for row in connection.execute(wanted):
            found.setdefault(row.number, []).append(
                HistoryRow(row.version, row.step, row.source, row.to, row.actor, row.role, moment(row.at))
            )
    return found


def ties(connection: Connection, viewer: Viewer, numbers: Iterable[str]) -> dict[str, list[Tied]]:
    """Read why cases were tied to patterns, and why not: for the federation's own people and the working group."""
    found: dict[str, list[Tied]] = {}
    for some in batches(numbers):
        wanted = (
            _beside(
                cases.c.number,
                *(events.c[name] for name in ("version", "step", "fields", "sets", "actor", "at")),
                text_table.c.text,
            )
            .outerjoin(
                text_table,
                and_(
                    text_table.c.federation_id == events.c.federation_id,
                    text_table.c.case_id == events.c.case_id,
                    text_table.c.version == events.c.version,
                    text_table.c.field == "reason",
                ),
            )
            .where(
                visible(viewer),
                within_the_work(viewer),
                numbered(some),
                events.c.step.in_(("tie_pattern", "not_tied")),
            )
            .order_by(cases.c.number, events.c.version)
        )
        for row in connection.execute(wanted):
            tied = row.step == "tie_pattern"
            found.setdefault(row.number, []).append(
                Tied(row.version, tied, _pattern_of(row, tied=tied), row.actor, moment(row.at), row.text or "")
            )
    return found


def _pattern_of(row: Any, *, tied: bool) -> str:  # noqa: ANN401  # a row of `ties`
    """Give the pattern's key where the event set it, else the name as it was typed."""
    now = json.loads(row.sets).get("patterns") if tied else None
    return str(now[-1] if now else json.loads(row.fields).get("pattern", ""))


def ratings(
    connection: Connection, viewer: Viewer, *, since: date | None = None, until: date | None = None
) -> list[Rating]:
    """Read the levels that people gave to cases, one a person and case, as they stand now."""
    wanted = select(cases.c.number, cases.c.rest).where(
        visible(viewer),
        within_the_work(viewer),
        cases.c.void == 0,
        cases.c.rest.contains('"opinions":'),
        *received_in(viewer, since, until),
    )
    return [
        Rating(row.number, person, level)
        for row in connection.execute(wanted.order_by(cases.c.number))
        for person, level in own_levels(json.loads(row.rest)["opinions"]).items()
    ]


def _beside(*columns: ColumnElement[Any]) -> Select[Any]:
    return select(*columns).join_from(
        cases, events, and_(events.c.federation_id == cases.c.federation_id, events.c.case_id == cases.c.case_id)
    )
