"""How is stored who is signed in?"""

from __future__ import annotations

from typing import Final

from sqlalchemy import bindparam, select

from lexheller.model.event import moment, stamp
from lexheller.model.session import Session, SessionKind
from lexheller.storage.door_tables import sessions
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
