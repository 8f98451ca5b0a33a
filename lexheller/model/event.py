"""What one entry of a case's history is, and how entries hang together so that none can be changed unseen.

An event holds states, choices and digests, never free text: `texts` names the digest of salt + text for each field,
the text itself lies beside and can be taken out later by an event that names the digest. `sets` holds the attributes of
the head that the event changed, so that folding all events of a case gives its head again (`fold`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from lexheller.model import codec
from lexheller.model.case import Case
from lexheller.model.codes import Role

GENESIS = ""
"""What the first event of a case names as the digest before it."""


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a case's history; version 1 is the submission.

    Args:
        at: UTC.
        actor: person id, "system", or "submitter"; `via` is the person bound to the system user when that was another.
        source, to: the state before and after; equal for an action.
        fields: choices as given, by field (plain JSON values, no free text).
        texts: digest of salt + text, by field.
        sets: changed attributes of the head, in their JSON form.
        prev, digest: hex digests of the event before and of this one.
    """

    federation: str
    case: str
    version: int
    at: datetime
    actor: str
    role: Role
    via: str
    step: str
    source: str
    to: str
    fields: Mapping[str, object]
    texts: Mapping[str, str]
    sets: Mapping[str, object]
    prev: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One free text of a case: written by event `version` in `field`. `salt` is hex, from a secret source."""

    version: int
    field: str
    salt: str
    text: str

    @property
    def digest(self) -> str:
        """Give the digest that the event names."""
        return text_digest(self.salt, self.text)


def text_digest(salt: str, text: str) -> str:
    """Digest a text with its salt, as events name it."""
    return hashlib.sha256(bytes.fromhex(salt) + text.encode()).hexdigest()


@lru_cache(maxsize=64)
def stamp(moment: datetime) -> str:
    """Write a moment the one way it is stored and digested: UTC, microseconds, "Z"."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def moment(stamped: str) -> datetime:
    """Read what `stamp` wrote."""
    return datetime.fromisoformat(stamped)


def canonical(event: Event) -> bytes:
    """Write an event the one way its digest is taken of: sorted JSON, digest left out."""
    return _written(
        {
            "federation": event.federation,
            "case": event.case,
            "version": event.version,
            "at": stamp(event.at),
            "actor": event.actor,
            "role": event.role,
            "via": event.via,
            "step": event.step,
            "from": event.source,
            "to": event.to,
            "fields": event.fields,
            "texts": event.texts,
            "sets": event.sets,
            "prev": event.prev,
        }
    ).encode()


# Made once: `json.dumps` would make it anew for every event.
_written = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def digest_of(event: Event) -> str:
    """Give the hex SHA-256 of an event's canonical form."""
    return hashlib.sha256(canonical(event)).hexdigest()


def sealed(event: Event) -> Event:
    """Give an event that was just made its digest, in place: nobody else holds it yet, and every step makes one."""
    object.__setattr__(event, "digest", digest_of(event))
    return event


def after(case: Case | None, event: Event) -> Case:
    """Give the head after one more event; `case` is None before the first."""
    changes = codec.decode_fields(Case, event.sets)
    changes.update(state=event.to, version=event.version, head=event.digest)
    if case is None:
        return Case(federation=event.federation, id=event.case, **changes)
    return codec.changed(case, changes)


def fold(events: Iterable[Event]) -> Case | None:
    """Build a case's head from its whole history, in order."""
    case: Case | None = None
    for event in events:
        case = after(case, event)
    return case
