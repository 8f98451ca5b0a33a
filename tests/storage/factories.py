"""What do the tests of the store keep in it? Cases that name only what a test is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from lexheller.model import codec
from lexheller.model.case import Case
from lexheller.model.codes import Role
from lexheller.model.event import Event, Text, after, sealed
from lexheller.services.ports import Message, Store, UnitOfWork

T = TypeVar("T")

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TODAY = date(2026, 3, 2)
TOLD = Message("new_message", "leader", {"case": "GBG-2026-0001"})


def terms(text: str) -> Sequence[str]:
    """Take each word as its own stem: what a stem is, is another room's business."""
    return [word.strip(".,:;!?").lower() for word in text.split()]


def a_text(field: str, text: str, *, version: int = 1, salt: str = "00ff") -> Text:
    return Text(version, field, salt, text)


def new_case(serial: int = 1, federation: str = "GBG", texts: tuple[Text, ...] = (), **sets: Any) -> tuple[Case, Event]:
    """Give a case as it was just submitted, with the event that made it."""
    attributes = {
        "number": f"{federation}-2026-{serial:04}",
        "process": "lex_heller",
        "received": NOW,
        "day": TODAY,
        **sets,
    }
    event = sealed(
        Event(
            federation=federation,
            case=f"case-{serial}",
            version=1,
            at=NOW,
            actor="submitter",
            role=Role.SUBMITTER,
            via="",
            step="submit",
            source="",
            to="submitted",
            fields={},
            texts={text.field: text.digest for text in texts},
            sets=codec.encode(attributes),
            prev="",
        )
    )
    return after(None, event), event


def next_event(case: Case, step: str = "label", *, to: str = "", texts: tuple[Text, ...] = (), **sets: Any) -> Event:
    """Give the event that takes a case one version further."""
    return sealed(
        Event(
            federation=case.federation,
            case=case.id,
            version=case.version + 1,
            at=NOW,
            actor="eva",
            role=Role.PROCESS_LEADER,
            via="",
            step=step,
            source=case.state,
            to=to or case.state,
            fields={},
            texts={text.field: text.digest for text in texts},
            sets=codec.encode(sets),
            prev=case.head,
        )
    )


def stored(store: Store, serial: int = 1, federation: str = "GBG", texts: tuple[Text, ...] = (), **sets: Any) -> Case:
    """Store a case as it was just submitted."""
    case, event = new_case(serial, federation, texts, **sets)
    store.write(lambda uow: uow.cases.add(case, event, texts, ()))
    return case


def moved(
    store: Store, case: Case, step: str = "label", *, to: str = "", texts: tuple[Text, ...] = (), **sets: Any
) -> Case:
    """Take a stored case one version further."""
    event = next_event(case, step, to=to, texts=texts, **sets)
    new = after(case, event)
    store.write(lambda uow: uow.cases.save(case, new, event, texts, (TOLD,)))
    return new


def reading(store: Store, ask: Callable[[UnitOfWork], T]) -> T:
    return store.read(ask)
