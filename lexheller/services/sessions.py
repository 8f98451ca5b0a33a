"""How does somebody stay signed in, and when does that end? A random word in a cookie, a row here by its keyed hash.

Thirty minutes without a page, eight hours at most (OWASP's session management sheet for work with personal matters).
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import timedelta
from typing import Final

from lexheller.model.session import Session, SessionKind
from lexheller.services.office import Office
from lexheller.services.ports import UnitOfWork

IDLE: Final = timedelta(minutes=30)
LONGEST: Final = timedelta(hours=8)
_NOTED: Final = timedelta(minutes=1)
"""A page within a minute of the last moves nothing: reading stays reading."""


def begin(uow: UnitOfWork, office: Office, kind: SessionKind, federation: str, name: str) -> str:
    """Begin a session and give the word for the cookie: always a new one, so that none can be planted beforehand."""
    word = secrets.token_urlsafe(32)
    now = office.now()
    uow.sessions.put(Session(_hashed(office, word), kind, federation, name, now, now))
    for session in uow.sessions.of(kind, federation, name):
        if over(office, session):
            uow.sessions.drop(session.id)
    return word


def find(uow: UnitOfWork, office: Office, word: str) -> Session | None:
    """Find the session of a cookie's word; None when there is none or it is over."""
    session = uow.sessions.get(_hashed(office, word)) if word else None
    return None if session is None or over(office, session) else session


def due(office: Office, session: Session) -> bool:
    """Tell whether it is time to note again that a session was seen."""
    return office.now() - session.seen >= _NOTED


def note(uow: UnitOfWork, office: Office, session: Session) -> None:
    """Note that a session was seen now, if it is still there."""
    if uow.sessions.get(session.id) is not None:
        uow.sessions.put(replace(session, seen=office.now()))


def end(uow: UnitOfWork, session: str) -> None:
    """End a session: its cookie opens nothing from now on."""
    uow.sessions.drop(session)


def end_all(uow: UnitOfWork, kind: SessionKind, federation: str, name: str, *, but: str = "") -> None:
    """End every session of somebody, except perhaps the one at hand: after a new password, say."""
    for session in uow.sessions.of(kind, federation, name):
        if session.id != but:
            uow.sessions.drop(session.id)


def over(office: Office, session: Session) -> bool:
    """Tell whether a session is over."""
    now = office.now()
    return now - session.seen > IDLE or now - session.started > LONGEST


def _hashed(office: Office, word: str) -> str:
    return office.keys.mac("session", word).hex()
