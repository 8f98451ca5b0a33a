"""How are the keys kept young, so that an erased contact is gone from old backups too?

Each contact is sealed with a key of its own, wrapped by the current wrapping key of the key file; so is what somebody's
one-time codes are counted from. A rotation makes a new one, wraps all of it anew, and forgets the old ones: whatever
still lies wrapped by them, in a backup say, can never be opened again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Protocol

from lexheller.errors import Tampered, WrongKey
from lexheller.model.account import Account
from lexheller.model.event import stamp
from lexheller.model.sealed import Sealed
from lexheller.services.ports import Clock, Keys, Store, UnitOfWork

LAST_ROTATION: Final = "last_rotation"
LAST_BACKUP: Final = "last_backup"
_AT_A_TIME: Final = 200
_ALL: Final = 2**31 - 1


class KeyFile(Protocol):
    """The wrapping keys of the key file, by name; filled by vault/."""

    @property
    def current(self) -> str:
        """Name the one that new contacts are wrapped by."""

    @property
    def retired(self) -> tuple[str, ...]:
        """Name those kept only until nothing is wrapped by them."""

    def rotate_wrapping(self, now: datetime) -> object:
        """Make a new one and let it be the current one."""

    def forget(self, key_id: str) -> object:
        """Destroy a retired one."""


class Ring(Keys, Protocol):
    """The keys at work, and the file they come from as it stands now; filled by vault/."""

    @property
    def file(self) -> KeyFile:
        """Give the key file."""


@dataclass(frozen=True, slots=True)
class Rotated:
    """What a rotation did.

    Args:
        rewrapped: how many contacts were wrapped anew.
        forgotten: the keys that are gone.
        left: (federation, case) of contacts, and (federation, person) of accounts, that no key opens; the keys they
            name are kept.
    """

    rewrapped: int
    forgotten: tuple[str, ...]
    left: tuple[tuple[str, str], ...]


def rotate_keys(store: Store, ring: Ring, clock: Clock, settled: Callable[[], bool]) -> Rotated:
    """Rotate the wrapping key, wrap all that is sealed anew, and forget the keys that nothing is wrapped by any more.

    A process killed on the way leaves contacts under two keys, and both keys in the file: the next rotation finishes.

    Args:
        settled: waits until every transaction that was under way is over, and tells whether it is. Where it is not,
            nothing is forgotten this time: somebody may be about to store a contact under the old key.
    """
    now = clock()
    ring.file.rotate_wrapping(now)
    over = settled()
    rewrapped, left = _rewrap_all(store, ring, _Contacts)
    _, locked = _rewrap_all(store, ring, _Secrets)
    left |= locked
    forgotten = store.write(lambda uow: _forget(uow, ring)) if over else ()
    store.write(lambda uow: uow.notes.put_value(LAST_ROTATION, stamp(now)))
    return Rotated(rewrapped, forgotten, tuple(sorted(left)))


class _Shelf(Protocol):
    """A place where sealed things lie, by two names."""

    def __init__(self, uow: UnitOfWork) -> None: ...

    def context(self, federation: str, name: str) -> str: ...

    def wrapped_by_others(self, key_id: str, limit: int) -> tuple[tuple[str, str, Sealed], ...]: ...

    def put(self, federation: str, name: str, sealed: Sealed) -> None: ...


class _Contacts:
    """Contacts, by federation and case."""

    def __init__(self, uow: UnitOfWork) -> None:
        self.wrapped_by_others, self.put = uow.contacts.wrapped_by_others, uow.contacts.put

    def context(self, federation: str, name: str) -> str:
        return f"{federation}/{name}"


class _Secrets:
    """What one-time codes are counted from, by federation and person."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._accounts = uow.accounts
        self.wrapped_by_others = uow.accounts.wrapped_by_others

    def context(self, federation: str, name: str) -> str:
        return Account(federation, name).context

    def put(self, federation: str, name: str, sealed: Sealed) -> None:
        account = self._accounts.get(federation, name)
        if account is not None:
            self._accounts.put(replace(account, secret=sealed))


def _rewrap_all(store: Store, ring: Ring, shelf: type[_Shelf]) -> tuple[int, set[tuple[str, str]]]:
    rewrapped, left = 0, set[tuple[str, str]]()
    while True:
        at_most = _AT_A_TIME + len(left)
        more, cannot = store.write(lambda uow, n=at_most: _rewrap_some(shelf(uow), ring, n))  # type: ignore[misc]  # bound on purpose
        rewrapped += more
        if not more and cannot <= left:
            return rewrapped, left
        left |= cannot


def _rewrap_some(shelf: _Shelf, ring: Ring, at_most: int) -> tuple[int, set[tuple[str, str]]]:
    """Wrap a few things anew in one transaction; those that cannot be opened are passed by."""
    done, cannot = 0, set[tuple[str, str]]()
    for federation, name, sealed in shelf.wrapped_by_others(ring.file.current, at_most):
        try:
            anew = ring.rewrap(sealed, shelf.context(federation, name))
        except (Tampered, WrongKey):
            cannot.add((federation, name))
        else:
            shelf.put(federation, name, anew)
            done += 1
    return done, cannot


def _forget(uow: UnitOfWork, ring: Ring) -> tuple[str, ...]:
    shelves = (uow.contacts, uow.accounts)
    still_used = {row[2].key_id for shelf in shelves for row in shelf.wrapped_by_others(ring.file.current, _ALL)}
    gone = tuple(key for key in ring.file.retired if key not in still_used)
    for key in gone:
        ring.file.forget(key)
    return gone
