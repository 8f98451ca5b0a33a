"""How one entry of the history is made: the head that follows, the event that says so, the texts beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from lexheller.model import codec
from lexheller.model.case import Case
from lexheller.model.codes import Role
from lexheller.model.event import GENESIS, Event, Text, sealed
from lexheller.services import beside
from lexheller.services.clocks import settled
from lexheller.services.office import Office
from lexheller.services.ports import Message, UnitOfWork
from lexheller.workflow import Process


@dataclass(frozen=True, slots=True)
class By:
    """Who does something: a person, "submitter" or "system", in which role, and who was at the keyboard."""

    actor: str
    role: Role
    via: str = ""


SYSTEM = By("system", Role.SYSTEM)


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody did, before it is written down.

    Args:
        fields: choices as given, by field; plain JSON values.
        texts: free texts by field, already past the gate.
        sets: attributes of the head that change.
    """

    step: str
    by: By
    to: str
    fields: Mapping[str, object]
    texts: Mapping[str, str]
    sets: Mapping[str, object]


def first(
    uow: UnitOfWork,
    office: Office,
    process: Process,
    case: Case,
    entry: Entry,
    messages: Sequence[Message],
    digests: Mapping[str, str] | None = None,
) -> Case:
    """Write a new case with its first event; `case` holds what is known before the event is.

    Args:
        digests: of the code and the receipt that are stored beside it, as `beside` names them.
    """
    entry = replace(entry, fields={**entry.fields, beside.KEY: beside.named(messages, digests)})
    case = codec.changed(case, {"state": entry.to, "version": 1})
    case = codec.changed(case, settled(process, case, office))
    texts = _salted(office, 1, entry.texts)
    sets = {**codec.encode_fields(case)}
    for name in ("federation", "id", "state", "version", "head"):
        sets.pop(name, None)
    event = _event(office, case, entry, 1, "", GENESIS, texts, sets)
    case = codec.changed(case, {"head": event.digest})
    uow.cases.add(case, event, texts, messages)
    return case


def next_entry(
    uow: UnitOfWork, office: Office, process: Process, old: Case, entry: Entry, messages: Sequence[Message]
) -> Case:
    """Write one more event of a case, with what follows from it.

    Raises:
        Stale: somebody else was first; nothing was written.
    """
    version = old.version + 1
    if messages:
        held = {**cast("Mapping[str, str]", entry.fields.get(beside.KEY, {})), **beside.named(messages)}
        entry = replace(entry, fields={**entry.fields, beside.KEY: held})
    texts = _salted(office, version, entry.texts)
    new = codec.changed(old, {**entry.sets, "state": entry.to, "version": version})
    follows = settled(process, new, office)
    new = codec.changed(new, follows)
    changes = {name: value for name, value in {**entry.sets, **follows}.items() if getattr(old, name) != value}
    event = _event(office, old, entry, version, old.state, old.head, texts, codec.encode(changes))
    new = codec.changed(new, {"head": event.digest})
    uow.cases.save(old, new, event, texts, messages)
    return new


def _event(  # an event has this many parts
    office: Office,
    case: Case,
    entry: Entry,
    version: int,
    source: str,
    prev: str,
    texts: tuple[Text, ...],
    sets: Mapping[str, object],
) -> Event:
    return sealed(
        Event(
            federation=case.federation,
            case=case.id,
            version=version,
            at=office.now(),
            actor=entry.by.actor,
            role=entry.by.role,
            via=entry.by.via,
            step=entry.step,
            source=source,
            to=entry.to,
            fields=entry.fields,
            texts={text.field: text.digest for text in texts},
            sets=sets,
            prev=prev,
        )
    )


def _salted(office: Office, version: int, texts: Mapping[str, str]) -> tuple[Text, ...]:
    return tuple(Text(version, field, office.salt(), text) for field, text in texts.items())
