"""Which words does a federation let the gate pass, though they look like names?

A word gets on the list in two steps by two people: one lets it stand in a text that is attested, as an organisation, an
ordinary word or somebody in public office, another looks at the proposals and accepts it. Nothing is stored of a
proposal: it is read out of the attested text for as long as that stands. Only what looks like a name can be allowed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from lexheller.anonymity import allowed_form
from lexheller.errors import NotFound, NotPossible
from lexheller.model.allowed import AllowedWord
from lexheller.model.codes import Role
from lexheller.model.people import Viewer
from lexheller.services import gate, tags
from lexheller.services.office import Office
from lexheller.services.ports import UnitOfWork

FALSE_ALARMS = ("organisation", "ordinary_word", "public_office")
"""Reasons for which a word may be let stand in other texts too."""


class Proposal(NamedTuple):
    """A word that was let stand, and is not on the list.

    Args:
        by: who let it stand; they do not accept it themselves.
        texts: in how many texts it stands.
    """

    word: str
    reasons: tuple[str, ...]
    by: tuple[str, ...]
    texts: int


class LetStand(NamedTuple):
    """One word that stands in an attested text, for a reason that makes it a proposal."""

    word: str
    reason: str
    by: str


def words_of(uow: UnitOfWork, federation: str) -> gate.Allowed:
    """Give what reads a federation's list, when a name was found and not before."""
    held: list[Collection[str]] = []

    def read() -> Collection[str]:
        if not held:
            held.append(frozenset(word.id for word in uow.people.allowed_words(federation)))
        return held[0]

    return read


def proposals(stand: Iterable[LetStand]) -> tuple[Proposal, ...]:
    """Put together what was let stand, the most frequent first."""
    found: dict[str, list[LetStand]] = {}
    for one in stand:
        found.setdefault(one.word, []).append(one)
    return tuple(
        Proposal(word, tuple(sorted({o.reason for o in ones})), tuple(sorted({o.by for o in ones})), len(ones))
        for word, ones in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    )


def accept(uow: UnitOfWork, office: Office, viewer: Viewer, proposed: Iterable[Proposal], word: str) -> AllowedWord:
    """Put a proposed word on the list of the viewer's federation, as a second person.

    Raises:
        NotFound: nobody has proposed it, or this person may not accept words.
        NotPossible: the one who proposed it may not accept it.
    """
    allow(viewer)
    plain = allowed_form(word)
    found = next((one for one in proposed if one.word == plain), None)
    if found is None:
        raise NotFound(what="word", name=word)
    # An administrator who acts as somebody else is still the one who let the word stand.
    others = [person for person in found.by if person not in {viewer.person, viewer.via or viewer.person}]
    if not others:
        raise NotPossible(why="second_person_for_words")
    new = AllowedWord(viewer.federation, plain, found.reasons[0], others[0], viewer.person, office.today())
    tags.put(uow.people, office.keys, new)
    return new


def remove(uow: UnitOfWork, viewer: Viewer, word: str) -> str:
    """Take a word off the list; it is found again from now on.

    Raises:
        NotFound: it is not on the list, or this person may not.
    """
    allow(viewer)
    plain = allowed_form(word)
    if not uow.people.drop_allowed_word(viewer.federation, plain):
        raise NotFound(what="word", name=word)
    return plain


def allow(viewer: Viewer) -> None:
    """Let process leaders and administrators through.

    Raises:
        NotFound: for anybody else.
    """
    if not (viewer.has(Role.PROCESS_LEADER) or viewer.has(Role.ADMINISTRATOR)):
        raise NotFound(what="reviewing", name="")


class Overrides(NamedTuple):
    """How often findings of one rule were let stand, by reason."""

    rule: str
    reasons: Mapping[str, int]

    @property
    def all(self) -> int:
        """How often in all."""
        return sum(self.reasons.values())


def counted(rows: Iterable[tuple[str, str]]) -> tuple[Overrides, ...]:
    """Count what was let stand, given as (rule, reason): the rule that is waved through most comes first."""
    counts: dict[str, Counter[str]] = {}
    for rule, reason in rows:
        counts.setdefault(rule, Counter())[reason] += 1
    found = (Overrides(rule, dict(sorted(reasons.items()))) for rule, reasons in counts.items())
    return tuple(sorted(found, key=lambda one: (-one.all, one.rule)))
