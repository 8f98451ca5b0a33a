"""How are sessions and accounts kept in memory?"""

from __future__ import annotations

from lexheller.model.account import Account
from lexheller.model.sealed import Sealed
from lexheller.model.session import Session, SessionKind
from lexheller.storage.memory.kept import Kept


class MemorySessions:
    """Sessions in memory; fills `ports.Sessions`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def put(self, session: Session) -> None:
        """Store or replace a session."""
        self._kept.sessions[session.id] = session

    def get(self, session: str) -> Session | None:
        """Read a session by its id."""
        return self._kept.sessions.get(session)

    def of(self, kind: SessionKind, federation: str, name: str) -> tuple[Session, ...]:
        """List somebody's sessions, the oldest first."""
        theirs = [s for s in self._kept.sessions.values() if (s.kind, s.federation, s.name) == (kind, federation, name)]
        return tuple(sorted(theirs, key=lambda s: (s.started, s.id)))

    def drop(self, session: str) -> None:
        """Take a session away, if it is there."""
        self._kept.sessions.pop(session, None)


class MemoryAccounts:
    """What people sign in by, in memory; fills `ports.Accounts`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def put(self, account: Account) -> None:
        """Store or replace an account."""
        self._kept.accounts[account.federation, account.person] = account

    def get(self, federation: str, person: str) -> Account | None:
        """Read somebody's account."""
        return self._kept.accounts.get((federation, person))

    def invited(self, invitation: str) -> Account | None:
        """Find the account that an open invitation is for; "" finds none."""
        return next((a for a in self._kept.accounts.values() if invitation and a.invitation == invitation), None)

    def wrapped_by_others(self, key_id: str, limit: int) -> tuple[tuple[str, str, Sealed], ...]:
        """List (federation, person, secret) whose key is not wrapped by `key_id`, for rotation."""
        found = [(*key, a.secret) for key, a in sorted(self._kept.accounts.items()) if a.secret]
        return tuple(row for row in found if row[2].key_id != key_id)[:limit]
