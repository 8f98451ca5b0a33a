"""How do tests ask queries? On the connection beneath a read transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from lexheller.services.ports import UnitOfWork
from lexheller.storage import SqlStore, SqlUnitOfWork

if TYPE_CHECKING:
    from sqlalchemy import Connection

T = TypeVar("T")


def connection_of(uow: UnitOfWork) -> Connection:
    """Give the connection beneath a unit of work, as queries take it."""
    assert isinstance(uow, SqlUnitOfWork)
    return uow.connection


def asked(store: SqlStore, ask: Callable[[Connection], T]) -> T:
    """Ask in one read transaction."""
    return store.read(lambda uow: ask(connection_of(uow)))
