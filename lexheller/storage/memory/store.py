"""What is one transaction in memory, and the store that gives it?"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from lexheller.services.ports import Message, UnitOfWork
from lexheller.storage.memory.beside import MemoryCodes, MemoryContacts, MemoryNotes
from lexheller.storage.memory.cases import MemoryCases
from lexheller.storage.memory.doors import MemoryAccounts, MemorySessions
from lexheller.storage.memory.kept import Kept
from lexheller.storage.memory.outside import MemoryLibrary, MemoryNotices, MemoryPartnerLinks
from lexheller.storage.memory.people import MemoryPeople

T = TypeVar("T")


class MemoryUnitOfWork:
    """One transaction in memory; fills `ports.UnitOfWork`."""

    def __init__(self, kept: Kept) -> None:
        self.cases = MemoryCases(kept)
        self.contacts = MemoryContacts(kept)
        self.codes = MemoryCodes(kept)
        self.people = MemoryPeople(kept)
        self.notes = MemoryNotes(kept)
        self.sessions = MemorySessions(kept)
        self.accounts = MemoryAccounts(kept)
        self.partner_links = MemoryPartnerLinks(kept)
        self.library = MemoryLibrary(kept)
        self.notices = MemoryNotices(kept)


class MemoryStore:
    """A store in memory; fills `ports.Store`. `kept` is what it holds, for tests to look at."""

    def __init__(self) -> None:
        self.kept = Kept()
        self._turn = threading.RLock()

    def write(self, work: Callable[[UnitOfWork], T]) -> T:
        """Do work in one transaction: all of it is kept, or none."""
        with self._turn:
            now = self.kept.drafted()
            done = work(MemoryUnitOfWork(now))
            now.keep()
            return done

    def read(self, work: Callable[[UnitOfWork], T]) -> T:
        """Do work and keep nothing of what it writes."""
        with self._turn:
            return work(MemoryUnitOfWork(self.kept.drafted()))

    def messages(self, topic: str | None = None) -> tuple[Message, ...]:
        """List what lies in the outbox, in the order written."""
        return tuple(m for *_, m in self.kept.outbox.values() if topic in {None, m.topic})
