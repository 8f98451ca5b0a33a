"""How are federations, people, groups and recipients kept in memory?"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import TypeVar

from lexheller.model.allowed import AllowedWord
from lexheller.model.people import Federation, Group, Organisation, Pattern, Person, Recipient
from lexheller.model.stand_in import StandIn
from lexheller.storage.memory.kept import Kept, Key

T = TypeVar("T")


class MemoryPeople:
    """Who there is, in memory; fills `ports.People`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def federations(self) -> tuple[Federation, ...]:
        """List the federations of this installation."""
        return _in_order(self._kept.federations)

    def put_federation(self, federation: Federation) -> None:
        """Store or replace a federation."""
        self._kept.federations[federation.id] = federation

    def persons(self, federation: str | None = None) -> tuple[Person, ...]:
        """List people, of one federation or all."""
        return tuple(p for p in _in_order(self._kept.persons) if federation in {None, p.federation})

    def put_person(self, person: Person) -> None:
        """Store or replace a person."""
        self._kept.persons[person.federation, person.id] = person

    def groups(self) -> tuple[Group, ...]:
        """List working groups with their member federations."""
        return _in_order(self._kept.groups)

    def put_group(self, group: Group) -> None:
        """Store or replace a group."""
        self._kept.groups[group.host, group.id] = group

    def organisations(self, federation: str) -> tuple[Organisation, ...]:
        """List a federation's partners as organisations."""
        return tuple(o for o in _in_order(self._kept.organisations) if o.federation == federation)

    def put_organisation(self, organisation: Organisation) -> None:
        """Store or replace an organisation."""
        self._kept.organisations[organisation.federation, organisation.id] = organisation

    def recipients(self, federation: str) -> tuple[Recipient, ...]:
        """List where a federation's referrals can go."""
        return tuple(r for r in _in_order(self._kept.recipients) if r.federation == federation)

    def put_recipient(self, recipient: Recipient) -> None:
        """Store or replace a recipient."""
        self._kept.recipients[recipient.federation, recipient.id] = recipient

    def patterns(self) -> tuple[Pattern, ...]:
        """List named patterns of all hosts."""
        return _in_order(self._kept.patterns)

    def put_pattern(self, pattern: Pattern) -> None:
        """Store or replace a pattern."""
        self._kept.patterns[pattern.host, pattern.id] = pattern

    def allowed_words(self, federation: str) -> tuple[AllowedWord, ...]:
        """List the words that a federation has agreed are no person's name."""
        return tuple(word for word in _in_order(self._kept.allowed) if word.federation == federation)

    def put_allowed_word(self, word: AllowedWord) -> None:
        """Store or replace such a word."""
        self._kept.allowed[word.federation, word.id] = word

    def drop_allowed_word(self, federation: str, word: str) -> bool:
        """Take such a word off the list, and its tag; tell whether it was there."""
        self._kept.tags.pop((federation, "allowedword", word), None)
        return self._kept.allowed.pop((federation, word), None) is not None

    def stand_ins(self, federation: str) -> tuple[StandIn, ...]:
        """List who stands in for whom in a federation, or did."""
        return tuple(found for found in _in_order(self._kept.stand_ins) if found.federation == federation)

    def put_stand_in(self, stand_in: StandIn) -> None:
        """Store or replace who stands in for somebody."""
        self._kept.stand_ins[stand_in.federation, stand_in.id] = stand_in

    def tag(self, federation: str, kind: str, name: str) -> str:
        """Read the tag of one of these, "" where there is none."""
        return self._kept.tags.get((federation, kind, name), "")

    def put_tag(self, federation: str, kind: str, name: str, tag: str) -> None:
        """Store or replace the tag of one of these."""
        self._kept.tags[federation, kind, name] = tag


def _in_order(kept: MutableMapping[str, T] | MutableMapping[Key, T]) -> tuple[T, ...]:
    return tuple(kept[key] for key in sorted(kept))  # type: ignore[index]  # both kinds of keys are in order
