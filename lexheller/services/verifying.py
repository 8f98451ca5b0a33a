"""Is the history whole, and does everything stored follow from it?

Each case's chain is checked link by link, its texts are held against the digests that its events name, and its head is
built again from its events and compared with what is stored, column by column. What that cannot show (a history cut at
its end with the head set back, a case gone with its number) the signed checkpoints outside the database show: without
one, a cut tail cannot be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, cast

from lexheller.model.case import Case
from lexheller.model.event import GENESIS, Event, Text, digest_of, fold
from lexheller.model.sealed import Sealed
from lexheller.services.beside import Beside
from lexheller.services.beside import faults as faults_beside
from lexheller.services.tags import Key, Thing, key_of

Lookup = Callable[[str, str, int], str | None]
"""Gives the digest of a federation's case's event by version, None where there is none."""


CODES = (
    "broken_link", "broken_way", "case_missing", "code_differs", "contact_changed", "contact_extra", "contact_key_gone",
    "contact_missing", "disposal_of_nothing", "event_changed", "head_differs", "history_does_not_add_up",
    "list_changed", "list_extra", "list_missing", "no_history", "number_not_allotted", "number_of_another_year",
    "number_twice", "number_unreadable", "outbox_differs", "receipt_differs", "seen_differs", "text_changed",
    "text_extra", "text_missing", "unreadable", "version_missing",
    "checkpoint_event_changed", "checkpoint_event_missing", "checkpoint_leaves_changed", "checkpoint_leaves_missing",
    "checkpoint_missing", "checkpoint_not_signed", "checkpoint_other_installation", "checkpoint_other_key",
    "checkpoint_unreadable",
)  # fmt: skip
"""Every code a fault can have."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it should be.

    Args:
        number: the case's register number, or "federation/id" where it has none; "" for what is no case's.
        version: of the event or text; 0 where it is about neither.
        code: one of `CODES`.
        detail: which column, table, field or number; never free text of a case.
    """

    number: str
    version: int
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """What a verification found.

    Args:
        checkpoints: how many signed checkpoints history was compared with; with none, a cut tail cannot be seen.
    """

    cases: int
    events: int
    checkpoints: int
    faults: tuple[Fault, ...]

    @property
    def sees_cut_tails(self) -> bool:
        """Tell whether a history cut at its end would have been noticed."""
        return self.checkpoints > 0


@dataclass(frozen=True, slots=True)
class Record:
    """Everything stored of one case, as it lies there.

    Args:
        unreadable: (table, version) of rows that cannot be read back, or are not written the one way we write them.
        contact: the sealed contact that lies beside it.
        beside: the codes, receipts, messages and notes that lie beside it.
        rows: the stored rows of the head and of the tables under it.
    """

    federation: str
    case: str
    number: str
    events: tuple[Event, ...]
    texts: tuple[Text, ...]
    contact: Sealed | None
    beside: Beside = field(default_factory=Beside)
    unreadable: tuple[tuple[str, int], ...] = ()
    rows: Mapping[str, tuple[tuple[object, ...], ...]] = field(default_factory=dict)


class Inspection(Protocol):
    """A look at everything stored, at one moment; filled by storage/."""

    def records(self) -> Iterator[Record]:
        """Read case after case, a few at a time."""

    def differing(self, record: Record, case: Case) -> Iterable[str]:
        """Name the columns ("cases.state") and tables whose stored rows are not those of this head."""

    def strays(self) -> Iterator[tuple[str, str, str]]:
        """List (table, federation, case) of rows whose case is not there."""

    def things(self) -> Iterator[Thing]:
        """List every person, place, group and pattern."""

    def tags(self) -> Iterable[tuple[Key, str]]:
        """List the tags that were stored with them, by key."""

    def registers(self) -> Mapping[tuple[str, int], int]:
        """Give the last number allotted, by federation and year."""

    def digest(self, federation: str, case: str, version: int) -> str | None:
        """Give the stored digest of one event."""

    def number(self, federation: str, case: str) -> str:
        """Give a case's register number, "" when it is not there."""


class CheckpointFault(Protocol):
    """What comparing with a checkpoint brought to light; filled by vault/."""

    @property
    def kind(self) -> str:
        """Its code."""

    @property
    def checkpoint(self) -> int:
        """The checkpoint's number."""

    @property
    def federation(self) -> str:
        """The federation, "" where it is about no case."""

    @property
    def case(self) -> str:
        """The case."""

    @property
    def version(self) -> int:
        """The event."""


Examine = Callable[[Lookup], Iterable[CheckpointFault]]


class Try(Protocol):
    """What only the keys can tell; filled by app/, on vault/."""

    def contact(self, record: Record) -> str:
        """Open a case's contact for nobody to see; give what is wrong with it as a code, "" for nothing."""

    def tag(self, thing: Thing) -> str:
        """Give the tag of a person, place or group as it is now."""


def verify(
    inspection: Inspection, examine: Examine | None = None, checkpoints: int = 0, keys: Try | None = None
) -> Verified:
    """Check everything stored.

    Args:
        examine: compares with the signed checkpoints; None where there are none.
        checkpoints: how many there are.
        keys: tries what only the keys can tell; None leaves that out.
    """
    faults: list[Fault] = []
    numbers = _Numbers(inspection.registers())
    cases = events = 0
    for record in inspection.records():
        cases += 1
        events += len(record.events)
        faults += faults_of(record, inspection)
        if keys is not None and record.contact is not None and (wrong := keys.contact(record)):
            faults.append(Fault(record.number, 0, wrong))
        faults += numbers.take(record)
    faults += (Fault(_name(inspection, f, c), 0, "case_missing", table) for table, f, c in inspection.strays())
    faults += numbers.left_out()
    if keys is not None:
        faults += _lists(inspection, keys)
    if examine is not None:
        faults += (_of_checkpoint(inspection, fault) for fault in examine(inspection.digest))
    return Verified(cases, events, checkpoints, tuple(faults))


def faults_of(record: Record, inspection: Inspection) -> Iterator[Fault]:
    """List what is wrong with one case."""
    number = record.number
    for table, version in record.unreadable:
        yield Fault(number, version, "unreadable", table)
    if any(table == "events" for table, _ in record.unreadable):
        return  # what follows from a history that cannot be read is not worth naming
    if not record.events:
        yield Fault(number, 0, "no_history")
        return
    yield from _chain(record)
    yield from _texts(record)
    yield from _head(record, inspection)
    yield from (Fault(record.number, *wrong) for wrong in faults_beside(record.events, record.beside))


# --- the chain ----------------------------------------------------------------------------------------


def _chain(record: Record) -> Iterator[Fault]:
    prev, state, expected = GENESIS, "", 1
    for event in record.events:
        if event.version != expected:
            yield Fault(record.number, event.version, "version_missing", str(expected))
        if event.prev != prev:
            yield Fault(record.number, event.version, "broken_link")
        if event.source != state:
            yield Fault(record.number, event.version, "broken_way", event.source)
        if event.digest != digest_of(event):
            yield Fault(record.number, event.version, "event_changed")
        prev, state, expected = event.digest, event.to, event.version + 1


# --- texts --------------------------------------------------------------------------------------------


def _texts(record: Record) -> Iterator[Fault]:
    wanted: dict[tuple[int, str], str] = {}
    for event in record.events:
        wanted |= {(event.version, name): str(digest) for name, digest in event.texts.items()}
        yield from _disposals(record, event, wanted)
    for text in record.texts:
        digest = wanted.pop((text.version, text.field), None)
        if digest is None:
            yield Fault(record.number, text.version, "text_extra", text.field)
        elif _digest(text) != digest:
            yield Fault(record.number, text.version, "text_changed", text.field)
    for version, name in wanted:
        yield Fault(record.number, version, "text_missing", name)


def _disposals(record: Record, event: Event, wanted: dict[tuple[int, str], str]) -> Iterator[Fault]:
    """Follow a decision to take words out: it names the digest before and after, or only before for a whole text."""
    if event.step != "dispose_text":
        return
    named = event.fields.get("disposed")
    for item in cast("list[object]", named) if isinstance(named, list) else [None]:
        said = item if isinstance(item, Mapping) else {}
        key = (int(said.get("version", 0)), str(said.get("field", "")))
        if key not in wanted or wanted[key] != said.get("old"):
            yield Fault(record.number, event.version, "disposal_of_nothing", key[1])
            continue
        if said.get("new"):
            wanted[key] = str(said["new"])
        else:
            del wanted[key]


def _digest(text: Text) -> str:
    try:
        return text.digest
    except ValueError:  # the salt is no longer hex
        return ""


# --- the head -----------------------------------------------------------------------------------------


def _head(record: Record, inspection: Inspection) -> Iterator[Fault]:
    try:
        head = fold(record.events)
    except (AttributeError, KeyError, TypeError, ValueError):
        yield Fault(record.number, 0, "history_does_not_add_up")
        return
    if head is None:
        return
    yield from (Fault(record.number, head.version, "head_differs", name) for name in inspection.differing(record, head))
    if head.contact != (record.contact is not None):
        yield Fault(record.number, 0, "contact_missing" if head.contact else "contact_extra")
    if not _fits(head):
        yield Fault(record.number, 0, "number_of_another_year", str(head.day.year))


def _fits(head: Case) -> bool:
    return head.number.startswith(f"{head.federation}-{head.day.year}-")


# --- people and places --------------------------------------------------------------------------------


def _lists(inspection: Inspection, keys: Try) -> Iterator[Fault]:
    tags = dict(inspection.tags())
    for thing in inspection.things():
        tag = tags.pop(key_of(thing), None)
        if tag is None:
            yield Fault("", 0, "list_extra", " ".join(key_of(thing)))
        elif tag != keys.tag(thing):
            yield Fault("", 0, "list_changed", " ".join(key_of(thing)))
    yield from (Fault("", 0, "list_missing", " ".join(key)) for key in sorted(tags))


# --- register numbers ---------------------------------------------------------------------------------


class _Numbers:
    """The running numbers met so far; numbers leave no gap, so a case that is gone with all its rows is missed."""

    def __init__(self, registers: Mapping[tuple[str, int], int]) -> None:
        self._last = registers
        self._met: dict[tuple[str, int], bytearray] = {key: bytearray(last + 1) for key, last in registers.items()}

    def take(self, record: Record) -> Iterator[Fault]:
        """Note a case's number."""
        parts = record.number.rsplit("-", 2)
        if len(parts) < 3 or parts[0] != record.federation or not (parts[1] + parts[2]).isdecimal():  # noqa: PLR2004  # GBG-2026-0042
            yield Fault(record.number, 0, "number_unreadable")
            return
        met, serial = self._met.get((parts[0], int(parts[1])), bytearray()), int(parts[2])
        if not 0 < serial < len(met):
            yield Fault(record.number, 0, "number_not_allotted")
        elif met[serial]:
            yield Fault(record.number, 0, "number_twice")
        else:
            met[serial] = 1

    def left_out(self) -> Iterator[Fault]:
        """List the numbers that were allotted and that no case has."""
        for (federation, year), met in sorted(self._met.items()):
            for serial in range(1, len(met)):
                if not met[serial]:
                    yield Fault(f"{federation}-{year}-{serial:04d}", 0, "case_missing", "cases")


# --- checkpoints --------------------------------------------------------------------------------------


def _of_checkpoint(inspection: Inspection, fault: CheckpointFault) -> Fault:
    kind = str(fault.kind)
    code = kind if kind.startswith("checkpoint_") else f"checkpoint_{kind}"
    number = _name(inspection, fault.federation, fault.case) if fault.case else ""
    return Fault(number, fault.version, code, str(fault.checkpoint))


def _name(inspection: Inspection, federation: str, case: str) -> str:
    return inspection.number(federation, case) or f"{federation}/{case}"
