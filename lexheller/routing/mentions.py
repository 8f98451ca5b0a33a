"""Which values does a condition tell apart? Enough of them to try it on every case that could make a difference.

Two conditions are compared by trying both on every such case ("world"). That is exact for conditions that say honestly
what they mention, needs no algebra, and ends at once where a rule is sound: the first world that shows it is enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import chain, combinations, islice, product
from typing import TYPE_CHECKING, TypeVar

from lexheller.model.codes import Level, Partner, Recurring
from lexheller.routing.facts import Facts

if TYPE_CHECKING:
    from lexheller.routing.conditions import Condition

T = TypeVar("T")
MOST_WORLDS = 100_000
"""Past this many a rule is let be: better a fault not found than a program that does not start."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """The values that a condition names, kind by kind.

    Args:
        several: the greatest number of partners that it counts to.
    """

    partners: frozenset[Partner] = frozenset()
    themes: frozenset[str] = frozenset()
    levels: frozenset[Level] = frozenset()
    target_groups: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    recurring: frozenset[Recurring] = frozenset()
    patterns: frozenset[str] = frozenset()
    several: int = 0
    own_workplace: bool = False
    unowned: bool = False

    @classmethod
    def together(cls, parts: Iterable[Mentions]) -> Mentions:
        """Name what any of the parts names."""
        whole = cls()
        for part in parts:
            both = {f.name: (getattr(whole, f.name), getattr(part, f.name)) for f in fields(cls)}
            whole = cls(**{name: max(a, b) if name == "several" else a | b for name, (a, b) in both.items()})
        return whole

    def worlds(self) -> Iterator[Facts]:
        """Make every combination of facts that a condition with these mentions could tell apart, small ones first."""
        for partners in self._partners():
            known = tuple(p for p in partners if p is not Partner.UNCLEAR)
            for own, level, themes, target_group, area, recurring, patterns, not_ours in product(
                (None, *known) if self.own_workplace else (None,),
                (None, *Level) if self.levels else (None,),
                _subsets(self.themes),
                ("", *sorted(self.target_groups)),
                ("", *sorted(self.areas)),
                (None, *Recurring) if self.recurring else (None,),
                _subsets(self.patterns),
                ((), known) if self.unowned else ((),),
            ):
                yield Facts(partners, own, themes, level, target_group, area, recurring, patterns, not_ours)

    def _partners(self) -> Iterator[tuple[Partner, ...]]:
        others = [p for p in Partner if p not in self.partners and p is not Partner.UNCLEAR]
        crowd = others[: max(self.several, 1)]
        for named in _subsets(self.partners):
            for size in range(len(crowd) + 1):
                yield (*named, *crowd[:size])


def can_hold(condition: Condition) -> bool:
    """Tell whether there could be a case for which a condition holds."""
    worlds = condition.mentions().worlds()
    return any(condition.holds(facts) for facts in islice(worlds, MOST_WORLDS)) or next(worlds, None) is not None


def implies(one: Condition, other: Condition) -> bool:
    """Tell whether the other condition holds for every case for which the one does."""
    worlds = Mentions.together((one.mentions(), other.mentions())).worlds()
    held = all(other.holds(facts) for facts in islice(worlds, MOST_WORLDS) if one.holds(facts))
    return held and next(worlds, None) is None


def _subsets(values: Iterable[T]) -> Iterator[tuple[T, ...]]:
    ordered = sorted(values, key=str)
    return chain.from_iterable(combinations(ordered, size) for size in range(len(ordered) + 1))
