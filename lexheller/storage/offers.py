"""Which cases has a sister federation offered this one? They wait for its process leaders until one takes them over.

An offered case is nobody's to open here: of it is shown what goes along when it is taken over, and that is attested.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, func, literal_column, select

from lexheller.model.codes import Role
from lexheller.model.people import Viewer
from lexheller.services.next_thing import InboxRow
from lexheller.storage.people_tables import federations
from lexheller.storage.tables import cases
from lexheller.storage.titles import title_columns, title_of


def offered(connection: Connection, viewer: Viewer, limit: int) -> tuple[list[InboxRow], int]:
    """List what was offered to a process leader's federation, the oldest first, and count it all."""
    if not viewer.has(Role.PROCESS_LEADER):
        return [], 0
    rows = connection.execute(_offered(viewer, limit)).all()
    return [_row(row) for row in rows], rows[0].of if rows else 0


def _offered(viewer: Viewer, limit: int) -> Select[Any]:
    others = select(federations.c.federation_id).where(federations.c.federation_id != viewer.federation)
    key = cases.c.federation_id, cases.c.number, cases.c.state, cases.c.version
    return (
        select(*key, func.count().over().label("of"), *title_columns(viewer))
        .where(
            cases.c.federation_id.in_(others),
            # Written out, not handed in, as the index is of just these words.
            cases.c.channel == literal_column("'sister_federation'"),
            cases.c.closed.is_(None),
            cases.c.state == "feedback",
            cases.c.shown == 1,
            cases.c.rest.contains(f'"offered_to":"{viewer.federation}"', autoescape=True),
        )
        .order_by(cases.c.day, cases.c.number)
        .limit(limit)
    )


def _row(row: Any) -> InboxRow:  # noqa: ANN401  # a row of `_offered`
    return InboxRow(
        number=row.number,
        federation=row.federation_id,
        state=row.state,
        version=row.version,
        title=title_of(row.title, row.shared_beginning),
        role=Role.PROCESS_LEADER.value,
        next="next.accept",
        due=None,
        late=0,
    )
