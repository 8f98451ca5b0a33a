"""What waits in the database: cases that are late or unchecked, and transactions that are not over?"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from typing import Final, cast

from sqlalchemy import Connection, bindparam, or_, select, text

from lexheller.services.ports import UnitOfWork
from lexheller.storage.tables import cases, seen
from lexheller.storage.unit_of_work import SqlStore, SqlUnitOfWork

_LATE = (
    select(cases.c.federation_id, cases.c.case_id)
    .where(cases.c.due < bindparam("day"))
    .order_by(cases.c.due, cases.c.federation_id, cases.c.case_id)
)
_UNCHECKED = (
    select(cases.c.federation_id, cases.c.case_id)
    .where(
        cases.c.blocked == 0,
        cases.c.void == 0,
        or_(cases.c.closed.is_(None), cases.c.shown == 1),
        ~select(seen.c.what)
        .where(
            seen.c.federation_id == cases.c.federation_id,
            seen.c.case_id == cases.c.case_id,
            seen.c.what == bindparam("note"),
        )
        .correlate(cases)
        .exists(),
    )
    .order_by(cases.c.federation_id, cases.c.case_id)
)
_PAUSE: Final = 0.05
_MARK = text("SELECT CAST(CAST(pg_current_xact_id() AS text) AS bigint)")
_OLDEST = text("SELECT CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)")


def overdue(uow: UnitOfWork, day: date) -> Iterator[tuple[str, str]]:
    """List (federation, case) of the cases with something due before a day, the latest first."""
    link = cast("SqlUnitOfWork", uow).link
    yield from ((row[0], row[1]) for row in link.all(_LATE, day=day.isoformat()))


def unchecked(uow: UnitOfWork, note: str) -> Iterator[tuple[str, str]]:
    """List (federation, case) of the cases that are open, or that others may see, and that lack a note."""
    link = cast("SqlUnitOfWork", uow).link
    yield from ((row[0], row[1]) for row in link.all(_UNCHECKED, note=note))


def settled(store: SqlStore, patience: float = 10.0) -> bool:
    """Wait until every write transaction that is under way now is over; tell whether it is.

    On SQLite one's own turn to write comes only when the others are done. On PostgreSQL a transaction that has written
    has a number, and the oldest number still at work tells when those before ours are gone.
    """
    if store.place:
        store.write(lambda _uow: None)
        return True
    mark = store.in_transaction(lambda connection: _number(connection, "mark"))
    until = time.monotonic() + patience
    while store.in_transaction(lambda connection: _number(connection, "oldest"), writing=False) < mark:
        if time.monotonic() > until:
            return False
        time.sleep(_PAUSE)
    return True


def _number(connection: Connection, which: str) -> int:
    return int(connection.execute(_MARK if which == "mark" else _OLDEST).scalar_one())
