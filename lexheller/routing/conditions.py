"""When does a rule fire? Conditions are values that hold or not, say what made them, and join with & | and ~.

What they say is stored with a referral, so it is made of code words: "partners:fk+af", "theme:certificates",
"level:individual", "own_workplace", "unclear". Why one does not hold is a code word too: "no:partners:fk",
"but:level:individual". `wording.py` turns both into sentences.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from lexheller.model.codes import Level, Partner, Recurring
from lexheller.routing.facts import Facts
from lexheller.routing.mentions import Mentions

T = TypeVar("T", bound=str)


class Condition(ABC):
    """Hold a case's facts against something. Conditions are compared as values and never change."""

    @abstractmethod
    def holds(self, facts: Facts) -> bool:
        """Tell whether the condition holds for these facts."""

    @abstractmethod
    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        """Give, in code words, the facts that made it hold; asked only when it does."""

    @abstractmethod
    def lacks(self, facts: Facts) -> str:
        """Give, as a code word, why it does not hold; asked only when it does not."""

    @abstractmethod
    def mentions(self) -> Mentions:
        """Name every value that the condition tells apart; anything else must leave its answer as it is."""

    def __and__(self, other: Condition) -> Condition:
        return AllOf((self, other))

    def __or__(self, other: Condition) -> Condition:
        return AnyOf((self, other))

    def __invert__(self) -> Condition:
        return Not(self)


@dataclass(frozen=True)
class AllOf(Condition):
    """Hold when every part does."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts) -> bool:
        return all(part.holds(facts) for part in self.parts)

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return joined(word for part in self.parts for word in part.fired_by(facts))

    def lacks(self, facts: Facts) -> str:
        return next(part.lacks(facts) for part in self.parts if not part.holds(facts))

    def mentions(self) -> Mentions:
        return Mentions.together(part.mentions() for part in self.parts)


@dataclass(frozen=True)
class AnyOf(Condition):
    """Hold when at least one part does."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts) -> bool:
        return any(part.holds(facts) for part in self.parts)

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return joined(word for part in self.parts if part.holds(facts) for word in part.fired_by(facts))

    def lacks(self, facts: Facts) -> str:
        return self.parts[0].lacks(facts)

    def mentions(self) -> Mentions:
        return Mentions.together(part.mentions() for part in self.parts)


@dataclass(frozen=True)
class Not(Condition):
    """Hold when the part does not. Nothing fires by being absent, so it gives no facts."""

    part: Condition

    def holds(self, facts: Facts) -> bool:
        return not self.part.holds(facts)

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return ()

    def lacks(self, facts: Facts) -> str:
        return "but:" + next(iter(self.part.fired_by(facts)), "other")

    def mentions(self) -> Mentions:
        return self.part.mentions()

    def __invert__(self) -> Condition:
        return self.part


@dataclass(frozen=True)
class Always(Condition):
    """Hold for every case."""

    def holds(self, facts: Facts) -> bool:
        return True

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return ("always",)

    def lacks(self, facts: Facts) -> str:
        return "no:other"

    def mentions(self) -> Mentions:
        return Mentions()


@dataclass(frozen=True, init=False)
class _Of(Condition, Generic[T]):
    """Be the family of conditions about some named values: Involves(Partner.FK), HasTheme("sip", "housing")."""

    these: tuple[T, ...]

    def __init__(self, first: T, *more: T) -> None:
        object.__setattr__(self, "these", tuple(dict.fromkeys((first, *more))))


class Involves(_Of[Partner]):
    """Hold when all of these kinds of partner are concerned."""

    def holds(self, facts: Facts) -> bool:
        return all(partner in facts.partners for partner in self.these)

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return (word("partners", self.these),)

    def lacks(self, facts: Facts) -> str:
        return "no:" + word("partners", (p for p in self.these if p not in facts.partners))

    def mentions(self) -> Mentions:
        return Mentions(partners=frozenset(self.these))


class InvolvesAny(_Of[Partner]):
    """Hold when at least one of these kinds of partner is concerned."""

    def holds(self, facts: Facts) -> bool:
        return any(partner in facts.partners for partner in self.these)

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return (word("partners", (p for p in self.these if p in facts.partners)),)

    def lacks(self, facts: Facts) -> str:
        return "no:" + word("partners", self.these)

    def mentions(self) -> Mentions:
        return Mentions(partners=frozenset(self.these))


class OnlyInvolves(_Of[Partner]):
    """Hold when somebody is concerned, and nobody but these kinds of partner."""

    def holds(self, facts: Facts) -> bool:
        return bool(facts.known) and all(partner in self.these for partner in facts.known)

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return (word("partners", facts.known),)

    def lacks(self, facts: Facts) -> str:
        return "no:" + word("only", self.these)

    def mentions(self) -> Mentions:
        return Mentions(partners=frozenset(self.these))


@dataclass(frozen=True)
class AtLeast(Condition):
    """Hold when this many kinds of partner are concerned."""

    partners: int

    def holds(self, facts: Facts) -> bool:
        return len(facts.known) >= self.partners

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return (word("partners", facts.known),)

    def lacks(self, facts: Facts) -> str:
        return f"no:several:{self.partners}"

    def mentions(self) -> Mentions:
        return Mentions(several=self.partners)


class HasTheme(_Of[str]):
    """Hold when the case has at least one of these themes."""

    def holds(self, facts: Facts) -> bool:
        return any(theme in facts.themes for theme in self.these)

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return (word("theme", (theme for theme in self.these if theme in facts.themes)),)

    def lacks(self, facts: Facts) -> str:
        return "no:" + word("theme", self.these)

    def mentions(self) -> Mentions:
        return Mentions(themes=frozenset(self.these))


class HasPattern(_Of[str]):
    """Hold when the case is tied to at least one of these patterns ("HOST/id")."""

    def holds(self, facts: Facts) -> bool:
        return any(pattern in facts.patterns for pattern in self.these)

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return (word("pattern", (pattern for pattern in self.these if pattern in facts.patterns)),)

    def lacks(self, facts: Facts) -> str:
        return "no:" + word("pattern", self.these)

    def mentions(self) -> Mentions:
        return Mentions(patterns=frozenset(self.these))


class HasLevel(_Of[Level]):
    """Hold when the case lies at one of these levels; a provisional level counts until there is another."""

    def holds(self, facts: Facts) -> bool:
        return facts.level in self.these

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return (word("level", [facts.level] if facts.level else []),)

    def lacks(self, facts: Facts) -> str:
        return "no:" + word("level", self.these)

    def mentions(self) -> Mentions:
        return Mentions(levels=frozenset(self.these))


class HasTargetGroup(_Of[str]):
    """Hold when the case is about one of these target groups."""

    def holds(self, facts: Facts) -> bool:
        return facts.target_group in self.these

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return (word("target_group", (facts.target_group,)),)

    def lacks(self, facts: Facts) -> str:
        return "no:" + word("target_group", self.these)

    def mentions(self) -> Mentions:
        return Mentions(target_groups=frozenset(self.these))


class InArea(_Of[str]):
    """Hold when the case happened in one of these areas.

    The code word does not say which: the municipality goes along with a case only when attested harmless.
    """

    def holds(self, facts: Facts) -> bool:
        return facts.area.casefold() in {area.casefold() for area in self.these}

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return ("area",)

    def lacks(self, facts: Facts) -> str:
        return "no:area"

    def mentions(self) -> Mentions:
        return Mentions(areas=frozenset(self.these))


class IsRecurring(_Of[Recurring]):
    """Hold when it has happened this often."""

    def holds(self, facts: Facts) -> bool:
        return facts.recurring in self.these

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return (word("recurring", [facts.recurring] if facts.recurring else []),)

    def lacks(self, facts: Facts) -> str:
        return "no:" + word("recurring", self.these)

    def mentions(self) -> Mentions:
        return Mentions(recurring=frozenset(self.these))


@dataclass(frozen=True, init=False)
class OwnWorkplace(Condition):
    """Hold when the submitter's own kind of workplace is among those concerned: any kind, or one of these."""

    kinds: tuple[Partner, ...]

    def __init__(self, *kinds: Partner) -> None:
        object.__setattr__(self, "kinds", kinds)

    def holds(self, facts: Facts) -> bool:
        return facts.own_workplace and (not self.kinds or facts.submitter_org in self.kinds)

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return ("own_workplace",)

    def lacks(self, facts: Facts) -> str:
        return "no:own_workplace"

    def mentions(self) -> Mentions:
        return Mentions(partners=frozenset(self.kinds), own_workplace=True)


@dataclass(frozen=True)
class Unowned(Condition):
    """Hold when nobody owns it: no partner was named, or every one of them has said "not ours"."""

    def holds(self, facts: Facts) -> bool:
        return facts.unowned

    def fired_by(self, facts: Facts) -> tuple[str, ...]:
        return (word("not_ours", facts.known) if facts.known else "unclear",)

    def lacks(self, facts: Facts) -> str:
        return "no:unclear"

    def mentions(self) -> Mentions:
        return Mentions(unowned=True)


def word(head: str, values: Iterable[str]) -> str:
    """Write a code word: "theme" and its values become "theme:sip+housing"."""
    return f"{head}:{'+'.join(values)}"


def joined(words: Iterable[str]) -> tuple[str, ...]:
    """Join code words of one head: "partners:fk", "partners:af" become "partners:fk+af"."""
    by_head: dict[str, dict[str, None]] = {}
    for each in words:
        head, _, values = each.partition(":")
        by_head.setdefault(head, {}).update(dict.fromkeys(values.split("+") if values else ()))
    return tuple(word(head, values) if values else head for head, values in by_head.items())
