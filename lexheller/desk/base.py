"""What does every part of a desk stand on? The house, the person, and one transaction at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from lexheller.app import House
from lexheller.errors import UnknownPerson
from lexheller.model.people import Viewer
from lexheller.services.ports import UnitOfWork
from lexheller.services.seen import replacing
from lexheller.storage import queries

T = TypeVar("T")


class Base:
    """Hold the house and the person; everything a desk does stands on this."""

    def __init__(self, house: House, viewer: Viewer | None) -> None:
        self.house = house
        self.viewer = viewer

    def close(self) -> None:
        """Let go of the database."""
        self.house.store.close()

    @property
    def me(self) -> Viewer:
        """The person at this desk.

        Raises:
            UnknownPerson: this system user is nobody here.
        """
        if self.viewer is None:
            raise UnknownPerson(person="")
        return self.viewer

    def _connection(self, uow: UnitOfWork) -> queries.Connection:
        return cast("queries.Connection", uow.connection)  # type: ignore[attr-defined]  # the real stores have one

    def _write(self, work: Callable[[UnitOfWork], T]) -> T:
        return self.house.store.write(work)

    def _replace(self, seen: str | None, there: Callable[[UnitOfWork], object], work: Callable[[UnitOfWork], T]) -> T:
        """Do work that replaces what is there, as `services.seen.replacing` does it."""
        return self._write(lambda uow: replacing(uow, self.house.office, seen, there, work))

    def _read(self, work: Callable[[UnitOfWork], T]) -> T:
        return self.house.store.read(work)
