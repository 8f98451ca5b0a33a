"""What is a session? Somebody at a browser, until they leave, are idle too long, or the day is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SessionKind(StrEnum):
    """Say who is at the browser."""

    PERSON = "person"
    PARTNER = "partner"
    SUBMITTER = "submitter"
    """Whoever typed a claim code: the session knows the code's keyed hash, and a renewed code opens nothing."""


@dataclass(frozen=True, slots=True)
class Session:
    """One browser of one visitor.

    Args:
        id: hex of the keyed hash of the word in the browser's cookie; the word itself is kept nowhere.
        name: the person's id, the id of the partner's link, or hex of the keyed hash of a claim code.
        started, seen: UTC; `seen` is written at most once a minute.
    """

    id: str
    kind: SessionKind
    federation: str
    name: str
    started: datetime
    seen: datetime
