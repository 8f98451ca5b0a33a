"""How far do people who rate the same case, without having seen each other's view, agree?

Krippendorff's alpha for nominal data, with any number of raters and missing ratings (Krippendorff, Content Analysis,
2004, ch. 11, and "Computing Krippendorff's Alpha-Reliability", 2011): 1 is full agreement, 0 what chance would give.
It says little about few cases, so it is to be shown only where `steady`; below that, "18 of 22 gave the same level".
Never counted per person.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

LEAST_UNITS = 50
_LEAST_USE = 5
_LEAST_VALUES = 2
_SIGMAS = 1.96


@dataclass(frozen=True, slots=True)
class Agreement:
    """Hold how far ratings agree.

    `units` were rated at least twice, in `unanimous` of them all said the same; `pairs` of ratings of one unit, of
    which `agreeing` agree. `alpha` is None where it is undefined: nothing rated twice, or only one value ever used.
    `interval` is the jackknife's 95 per cent, None below three units. `steady` tells whether alpha is worth showing.
    """

    units: int
    unanimous: int
    pairs: int
    agreeing: int
    alpha: float | None
    interval: tuple[float, float] | None
    steady: bool

    @property
    def share(self) -> float | None:
        """Give the share of pairs that agree, None where there is no pair."""
        return self.agreeing / self.pairs if self.pairs else None


def agreement(units: Iterable[Sequence[Hashable | None]]) -> Agreement:
    """Measure agreement over units, each a list of ratings; None is a rating that is missing."""
    rated = [Counter(rating for rating in unit if rating is not None) for unit in units]
    rated = [unit for unit in rated if unit.total() > 1]
    values: Counter[Hashable] = sum(rated, Counter())
    matches = [_matches(unit) for unit in rated]
    alpha = _alpha(sum(matches), values)
    used_enough = sum(count >= _LEAST_USE for count in values.values()) >= _LEAST_VALUES
    return Agreement(
        units=len(rated),
        unanimous=sum(len(unit) == 1 for unit in rated),
        pairs=sum(unit.total() * (unit.total() - 1) // 2 for unit in rated),
        agreeing=sum(count * (count - 1) // 2 for unit in rated for count in unit.values()),
        alpha=alpha,
        interval=None if alpha is None else _jackknife(alpha, rated, matches, values),
        steady=alpha is not None and len(rated) >= LEAST_UNITS and used_enough,
    )


def _matches(unit: Counter[Hashable]) -> float:
    """Give a unit's part of the coincidence matrix's diagonal."""
    return sum(count * (count - 1) for count in unit.values()) / (unit.total() - 1)


def _alpha(matches: float, values: Counter[Hashable]) -> float | None:
    n = values.total()
    by_chance = n * n - sum(count * count for count in values.values())
    return 1 - (n - 1) * (n - matches) / by_chance if by_chance else None


def _jackknife(
    alpha: float, rated: Sequence[Counter[Hashable]], matches: Sequence[float], values: Counter[Hashable]
) -> tuple[float, float] | None:
    """Leave out one unit at a time; None where that leaves nothing to measure."""
    n, total = len(rated), sum(matches)
    if n <= _LEAST_VALUES:
        return None
    without = [_alpha(total - match, values - unit) for unit, match in zip(rated, matches, strict=True)]
    pseudo = [n * alpha - (n - 1) * left for left in without if left is not None]
    if len(pseudo) < n:
        return None
    mean = sum(pseudo) / n
    error = sqrt(sum((value - mean) ** 2 for value in pseudo) / (n - 1) / n)
    return max(-1.0, mean - _SIGMAS * error), min(1.0, mean + _SIGMAS * error)
