"""How are cases kept in memory, with their texts and events?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lexheller.errors import NotFound, Stale
from lexheller.model.case import Case
from lexheller.model.event import Event, Text, stamp
from lexheller.model.people import Viewer
from lexheller.model.visibility import sight
from lexheller.services.ports import Message
from lexheller.storage.memory.kept import Kept


class MemoryCases:
    """Cases in memory; fills `ports.Cases`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def find(self, number: str) -> Case | None:
        """Read a head by register number."""
        key = self._kept.numbers.get(number)
        return self._kept.cases[key] if key else None

    def get(self, federation: str, case: str) -> Case | None:
        """Read a head by key."""
        return self._kept.cases.get((federation, case))

    def add(self, case: Case, event: Event, texts: Iterable[Text], messages: Iterable[Message]) -> None:
        """Store a new case with its first event."""
        key = (case.federation, case.id)
        if key in self._kept.cases or case.number in self._kept.numbers:
            raise KeyError(case.number)
        self._kept.numbers[case.number] = key
        self._keep(case, event, texts, messages)

    def save(self, old: Case, new: Case, event: Event, texts: Iterable[Text], messages: Iterable[Message]) -> None:
        """Move a case from `old` to `new` with the event that did it.

        Raises:
            Stale: the stored version is no longer `old.version`; nothing was written.
        """
        key = (old.federation, old.id)
        now = self._kept.cases.get(key)
        if now is None or now.version != old.version:
            last = self._kept.events[key][-1] if now else None
            step, actor, at = (last.step, last.actor, stamp(last.at)) if last else ("", "", "")
            found = now.version if now else 0
            raise Stale(number=old.number, seen=old.version, now=found, step=step, actor=actor, at=at)
        self._keep(new, event, texts, messages)

    def _keep(self, case: Case, event: Event, texts: Iterable[Text], messages: Iterable[Message]) -> None:
        key = (case.federation, case.id)
        self._kept.cases[key] = case
        self._kept.events[key] = (*self._kept.events.get(key, ()), event)
        new = {(text.version, text.field): text for text in texts}
        if new:
            self._kept.texts[key] = {**self._kept.texts.get(key, {}), **new}
        for message in messages:
            self._kept.outbox[len(self._kept.outbox)] = (*key, event.version, message)

    def texts(self, federation: str, case: str) -> tuple[Text, ...]:
        """Read every text of a case, by version and field."""
        return tuple(text for _, text in sorted(self._kept.texts.get((federation, case), {}).items()))

    def text(self, federation: str, case: str, version: int, field: str) -> Text | None:
        """Read one text."""
        return self._kept.texts.get((federation, case), {}).get((version, field))

    def replace_text(self, federation: str, case: str, text: Text) -> None:
        """Put another text in the place of (version, field).

        Raises:
            NotFound: there is no text in that place.
        """
        held = self._kept.texts.get((federation, case), {})
        if (text.version, text.field) not in held:
            raise NotFound(what="text", name=f"{text.version}/{text.field}")
        self._kept.texts[federation, case] = {**held, (text.version, text.field): text}

    def events(self, federation: str, case: str) -> tuple[Event, ...]:
        """Read the whole history of a case, in order."""
        return self._kept.events.get((federation, case), ())

    def between(self, viewer: Viewer, first: date, last: date) -> tuple[Case, ...]:
        """List the cases of some days that a viewer may see; undone imports and doubles are left out."""
        found = (c for c in self._kept.cases.values() if first <= c.day <= last and not c.void and not c.double_of)
        return tuple(sorted((c for c in found if sight(viewer, c)), key=lambda c: c.number))

    def tied(self, pattern: str) -> int:
        """Count the cases, of any federation, that are tied to a pattern."""
        return sum(pattern in case.patterns for case in self._kept.cases.values())

    def next_serial(self, federation: str, year: int) -> int:
        """Allot the next running number of a year, inside this transaction."""
        self._kept.serials[federation, year] = self._kept.serials.get((federation, year), 0) + 1
        return self._kept.serials[federation, year]
