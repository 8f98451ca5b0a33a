"""How far do those who set levels agree? A share always, Krippendorff's alpha where there is enough to trust it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lexheller.model.report import Count, Raters
from lexheller.patterns import agreement
from lexheller.services.report_counts import RatedCount

_DECIMALS = 2


def raters(rated: Iterable[RatedCount], show: Callable[[str], Count]) -> Raters:
    """Say how many cases got one level from all who rated them, and alpha with its interval where it is steady.

    Never per person; and where the number of cases is hidden, nothing is made of it.
    """
    cases, same = show("rated"), show("same")
    found = agreement(levels for row in rated for levels in [row.levels.split()] * row.n)
    if cases is None or same is None or not found.steady or found.alpha is None or found.interval is None:
        return Raters(cases, same)
    low, high = found.interval
    return Raters(cases, same, round(found.alpha, _DECIMALS), round(low, _DECIMALS), round(high, _DECIMALS))
