"""Which measures go on? One statement reads them with what each is, for those who see the work that they came of."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Text, and_, cast, func, literal, select

from lexheller.model.codes import MeasureState
from lexheller.model.people import Viewer
from lexheller.storage.tables import cases, measures, texts
from lexheller.storage.titles import title_columns, title_of
from lexheller.storage.visibility import sees_head, visible

_OPEN = (MeasureState.PLANNED.value, MeasureState.ONGOING.value)


class MeasureRow(NamedTuple):
    """A measure that goes on: of which case, what it is, whose and until when."""

    number: str
    title: str
    id: int
    what: str
    owner: str
    due: date
    state: MeasureState


def open_measures(connection: Connection, viewer: Viewer) -> list[MeasureRow]:
    """List the measures that go on in the cases whose head a viewer sees, the nearest day first."""
    # What a measure is stands among the texts of the event that decided it, by its place there.
    place = func.row_number().over(
        partition_by=(measures.c.federation_id, measures.c.case_id, measures.c.version),
        order_by=measures.c.measure_id,
    )
    m = select(measures, place.label("place")).where(measures.c.federation_id == viewer.federation).subquery("m")
    field = literal("measures.").concat(cast(m.c.place, Text))
    what = (
        select(texts.c.text)
        .where(_same(texts, m), texts.c.version == m.c.version, texts.c.field == field)
        .correlate(m)
        .scalar_subquery()
    )
    title, beginning = title_columns(viewer)
    found = connection.execute(
        select(cases.c.number, m.c.measure_id, m.c.owner, m.c.due, m.c.state, what.label("what"), title, beginning)
        .join_from(m, cases, _same(m, cases))
        .where(visible(viewer), sees_head(viewer), cases.c.void == 0, m.c.state.in_(_OPEN))
        .order_by(m.c.due, cases.c.number, m.c.measure_id)
    )
    return [
        MeasureRow(
            row.number,
            title_of(row.title, row.shared_beginning),
            row.measure_id,
            row.what or "",
            row.owner,
            date.fromisoformat(row.due),
            MeasureState(row.state),
        )
        for row in found
    ]


def _same(one: Any, other: Any) -> ColumnElement[bool]:  # noqa: ANN401  # tables, aliases or subqueries
    return and_(one.c.federation_id == other.c.federation_id, one.c.case_id == other.c.case_id)
