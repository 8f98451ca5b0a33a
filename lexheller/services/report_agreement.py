"""How far do those who set levels agree? A share always, Krippendorff's alpha where there is enough to trust it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import sqrt

from lexheller.model.report import Count, Raters
from lexheller.services.report_counts import RatedCount

ENOUGH_CASES = 50
ENOUGH_OF_A_LEVEL = 5
_NORMAL = 1.96


def raters(rated: Iterable[RatedCount], show: Callable[[str], Count]) -> Raters:
    """Say how many gave the same level, and alpha with its interval from 50 cases rated twice.

    With fewer, alpha falls nearly anywhere; and where everybody says the same there is nothing to agree beyond chance.
    Never per person.
    """
    units = [(Counter(row.levels.split()), row.n) for row in rated if len(row.levels.split()) > 1]
    cases, same = show("rated"), show("same")
    given: Counter[str] = Counter()
    for levels, n in units:
        given.update({level: count * n for level, count in levels.items()})
    often = [level for level, count in given.items() if count >= ENOUGH_OF_A_LEVEL]
    if cases is None or same is None or cases < ENOUGH_CASES or len(often) < 2:  # noqa: PLR2004  # two to differ in
        return Raters(cases, same)
    value = alpha(units)
    without = [(alpha([(u, m - (u is left)) for u, m in units]), n) for left, n in units]
    mean = sum(one * n for one, n in without) / cases
    spread = sqrt((cases - 1) / cases * sum(n * (one - mean) ** 2 for one, n in without))
    low, high = (round(max(-1.0, min(1.0, value + way * _NORMAL * spread)), 2) for way in (-1, 1))
    return Raters(cases, same, round(value, 2), low, high)


def alpha(units: Sequence[tuple[Counter[str], int]]) -> float:
    """Give Krippendorff's nominal alpha (Content Analysis, 2004, ch. 11) of units, each so many times.

    Args:
        units: how often each value was given to a unit, two values or more, and how many such units there are.
    """
    values: Counter[str] = Counter()
    apart = 0.0
    for given, n in units:
        raters_here = given.total()
        values.update({value: count * n for value, count in given.items()})
        apart += n * sum(count * (raters_here - count) for count in given.values()) / (raters_here - 1)
    total = values.total()
    by_chance = sum(count * (total - count) for count in values.values()) / (total - 1)
    return 1 - apart / by_chance if by_chance else 1.0
