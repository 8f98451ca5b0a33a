"""What lies beside a case's history, and how does the history vouch for it?

Claim codes, receipts and messages to send are rows of their own, which no fold of the events gives. So the event that
makes them carries a digest of them, and `verify` holds the rows against it. A code is stored as a keyed hash already,
and a receipt's digest of the form is keyed too: from what an event carries nobody can guess what was written.

Events from before digests were carried vouch for nothing; what lies beside them is taken as it lies.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple, cast

from lexheller.model.event import Event, stamp
from lexheller.services.deadlines_passed import TOPIC
from lexheller.services.office import local_day
from lexheller.services.ports import Message, Receipt

KEY: Final = "beside"
"""The field of an event that holds the digests, by what they are of."""
CODE, RECEIPT, OUTBOX = "code", "receipt", "outbox"


class Note(StrEnum):
    """Say what a note beside the history begins with: what it is of."""

    FEEDBACK = "feedback"
    """A feedback was read for the first time."""
    LATE = "late"
    """A deadline was told of."""
    CHECKED = "checked"
    """Texts were held against rules."""
    MEETING = "meeting"
    """A group has gone through what it was shown."""


SHOWN: Final = "show_group"
"""The step that shows a case to a group, for it to know."""


class Sent(NamedTuple):
    """A row of the outbox, as it lies there; whether it was sent is nobody's to say but the sender's."""

    version: int
    place: int
    topic: str
    to: str
    payload: str
    at: str


class Beside(NamedTuple):
    """The rows beside one case."""

    codes: tuple[bytes, ...] = ()
    receipts: tuple[tuple[str, str, str, int], ...] = ()
    """Key, digest of the form, when, whether the code was renewed."""
    outbox: tuple[Sent, ...] = ()
    seen: tuple[tuple[str, str], ...] = ()
    """What, and the day."""


def of_code(code_hash: bytes) -> str:
    """Digest what is stored of a claim code."""
    return hashlib.sha256(code_hash).hexdigest()


def of_receipt(receipt: Receipt) -> str:
    """Digest a receipt: the key that was sent along, the (keyed) digest of the form, and when."""
    return _digest([receipt.key, receipt.text_digest, stamp(receipt.at)])


def of_messages(messages: Sequence[Message]) -> str:
    """Digest the messages that a step puts into the outbox."""
    return _digest([[message.topic, message.to, _written(message.payload)] for message in messages])


def named(messages: Sequence[Message], digests: Mapping[str, str] | None = None) -> dict[str, str]:
    """Name everything that an event puts beside it."""
    return {**(digests or {}), **({OUTBOX: of_messages(messages)} if messages else {})}


def faults(events: Sequence[Event], beside: Beside) -> Iterator[tuple[int, str, str]]:
    """List (version, code, detail) of what lies beside a history and does not follow from it."""
    since = next((event.version for event in events if KEY in event.fields), None)
    if since is not None:
        vouched = {event.version: _vouched(event) for event in events if event.version >= since}
        yield from _codes(vouched, beside, whole=since == 1)
        yield from _receipts(events, vouched, beside, whole=since == 1)
        yield from _outbox(events, vouched, beside)
    yield from _seen(events, beside)


def _vouched(event: Event) -> Mapping[str, object]:
    held = event.fields.get(KEY)
    return held if isinstance(held, Mapping) else {}


def _codes(
    vouched: Mapping[int, Mapping[str, object]], beside: Beside, *, whole: bool
) -> Iterator[tuple[int, str, str]]:
    """Hold the codes against the newest event that made one; a case whose first event is silent never had any."""
    made = [(version, held[CODE]) for version, held in vouched.items() if CODE in held]
    if not made and not whole:
        return
    version, wanted = made[-1] if made else (1, None)
    there = [of_code(code) for code in beside.codes]
    if there != [wanted] * (wanted is not None):
        yield version, "code_differs", str(len(there))


def _receipts(
    events: Sequence[Event], vouched: Mapping[int, Mapping[str, object]], beside: Beside, *, whole: bool
) -> Iterator[tuple[int, str, str]]:
    if not whole:
        return
    wanted = vouched[1].get(RECEIPT)
    renewed = int(any(event.step == "renew_code" for event in events))
    expected = [(wanted, renewed)] if wanted else []
    if [(_digest([key, digest, at]), again) for key, digest, at, again in beside.receipts] != expected:
        yield 1, "receipt_differs", str(len(beside.receipts))


def _outbox(
    events: Sequence[Event], vouched: Mapping[int, Mapping[str, object]], beside: Beside
) -> Iterator[tuple[int, str, str]]:
    """Hold the messages against what each event vouches for; those of no step (version 0) are `_seen`'s."""
    found: dict[int, list[Sent]] = {}
    for row in beside.outbox:
        found.setdefault(row.version, []).append(row)
    at = {event.version: stamp(event.at) for event in events}
    for version, held in vouched.items():
        rows = found.pop(version, [])
        digest = _digest([[row.topic, row.to, row.payload] for row in rows]) if rows else None
        in_order = [row.place for row in rows] == list(range(len(rows)))
        if digest != held.get(OUTBOX) or not in_order or any(row.at != at[version] for row in rows):
            yield version, "outbox_differs", str(len(rows))
    yield from (
        (version, "outbox_differs", str(len(rows))) for version, rows in found.items() if version not in {0, *at}
    )


def _seen(events: Sequence[Event], beside: Beside) -> Iterator[tuple[int, str, str]]:
    """Hold the notes of what was seen against the history, and those of late days against the messages they caused."""
    given = {event.version: event.at for event in events if event.step == "give_feedback"}
    told = sorted(_late(row.payload) for row in beside.outbox if not row.version and row.topic == TOPIC)
    strange = [row for row in beside.outbox if not row.version and row.topic != TOPIC]
    noted = []
    for what, day in beside.seen:
        kind, _, rest = what.partition(":")
        match kind:
            case Note.LATE:
                noted.append(rest)
                continue
            case Note.CHECKED:
                right = bool(rest and events) and day >= local_day(events[0].at).isoformat()
            case Note.MEETING:
                right = _was_shown(events, rest, day)
            case Note.FEEDBACK:
                right = rest.isdecimal() and _may_be_read(given.get(int(rest)), day)
            case _:
                right = False
        if not right:
            yield 0, "seen_differs", what
    if sorted(noted) != told or strange:
        yield 0, "outbox_differs", Note.LATE


def _was_shown(events: Sequence[Event], rest: str, day: str) -> bool:
    """Tell whether a group that has gone through a case, as "HOST/id:version", was shown it then, and not later."""
    group, _, version = rest.rpartition(":")
    groups = {each for event in events for each in cast("Sequence[str]", event.sets.get("groups") or ())}
    shown = {event.version: event.at for event in events if event.step == SHOWN}
    return group in groups and version.isdecimal() and _may_be_read(shown.get(int(version)), day)


def _may_be_read(since: datetime | None, day: str) -> bool:
    return since is not None and day >= local_day(since).isoformat()


def _late(payload: str) -> str:
    try:
        held = json.loads(payload)
        return f"{held['clock']}:{held['day']}"
    except (KeyError, TypeError, ValueError):
        return ""


def _digest(parts: Iterable[object]) -> str:
    return hashlib.sha256(_in_order(list(parts)).encode()).hexdigest()


# Made once: every step with a message asks for both, and `json.dumps` would make them anew.
_in_order = json.JSONEncoder(ensure_ascii=False).encode
_written = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""Writes what a message holds, as storage does."""
