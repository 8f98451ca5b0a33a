"""How is stored who is signed in, and what they sign in by?"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import bindparam, select

from lexheller.model.account import Account
from lexheller.model.event import moment, stamp
from lexheller.model.sealed import Sealed
from lexheller.model.session import Session, SessionKind
from lexheller.storage.door_tables import accounts, sessions
from lexheller.storage.rows import Row
from lexheller.storage.statements import Link

_ONE: Final = select(sessions).where(sessions.c.session_id == bindparam("session"))
_OF: Final = (
    select(sessions)
    .where(
        sessions.c.kind == bindparam("of_kind"),
        sessions.c.federation_id == bindparam("federation"),
        sessions.c.name == bindparam("of_name"),
    )
    .order_by(sessions.c.started, sessions.c.session_id)
)
_DROP: Final = sessions.delete().where(sessions.c.session_id == bindparam("session"))

_ACCOUNT: Final = select(accounts).where(
    accounts.c.federation_id == bindparam("federation"), accounts.c.person_id == bindparam("person")
)
_INVITED: Final = select(accounts).where(accounts.c.invitation == bindparam("invited_by"))
_WRAPPED_BY_OTHERS: Final = (
    select(accounts)
    .where(accounts.c.secret_key_id.is_not(None), accounts.c.secret_key_id != bindparam("key_id"))
    .order_by(accounts.c.federation_id, accounts.c.person_id)
    .limit(bindparam("at_most"))
)


def _session(row: Row) -> Session:
    key, kind, federation, name, started, seen = row
    return Session(key, SessionKind(kind), federation, name, moment(started), moment(seen))


class SqlSessions:
    """Sessions; fills `ports.Sessions`."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def put(self, session: Session) -> None:
        """Store or replace a session."""
        s = session
        self._link.put(sessions, (s.id, s.kind.value, s.federation, s.name, stamp(s.started), stamp(s.seen)))

    def get(self, session: str) -> Session | None:
        """Read a session by its id."""
        row = self._link.one(_ONE, session=session)
        return _session(row) if row else None

    def of(self, kind: SessionKind, federation: str, name: str) -> tuple[Session, ...]:
        """List somebody's sessions, the oldest first."""
        return tuple(map(_session, self._link.all(_OF, of_kind=kind.value, federation=federation, of_name=name)))

    def drop(self, session: str) -> None:
        """Take a session away, if it is there."""
        self._link.run(_DROP, session=session)


def _account(row: Row) -> Account:
    federation, person, password, *sealed, step, recovery, invitation, until = row
    return Account(
        federation,
        person,
        password,
        Sealed(*sealed) if sealed[0] is not None else None,
        step,
        tuple(recovery.split()),
        invitation,
        moment(until) if until else None,
    )


def _account_row(account: Account) -> tuple[Any, ...]:
    a = account
    sealed = (a.secret.key_id, a.secret.wrapped_key, a.secret.box) if a.secret else (None, None, None)
    until = stamp(a.until) if a.until else ""
    return (a.federation, a.person, a.password, *sealed, a.step, " ".join(a.recovery), a.invitation, until)


class SqlAccounts:
    """What people sign in by; fills `ports.Accounts`."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def put(self, account: Account) -> None:
        """Store or replace an account."""
        self._link.put(accounts, _account_row(account))

    def get(self, federation: str, person: str) -> Account | None:
        """Read somebody's account."""
        row = self._link.one(_ACCOUNT, federation=federation, person=person)
        return _account(row) if row else None

    def invited(self, invitation: str) -> Account | None:
        """Find the account that an open invitation is for; "" finds none."""
        row = self._link.one(_INVITED, invited_by=invitation) if invitation else None
        return _account(row) if row else None

    def wrapped_by_others(self, key_id: str, limit: int) -> tuple[tuple[str, str, Sealed], ...]:
        """List (federation, person, secret) whose key is not wrapped by `key_id`, for rotation."""
        found = map(_account, self._link.all(_WRAPPED_BY_OTHERS, key_id=key_id, at_most=limit))
        return tuple((a.federation, a.person, a.secret) for a in found if a.secret is not None)
