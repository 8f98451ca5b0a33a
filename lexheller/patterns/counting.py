"""How long did it take, and how often in time? Whole days, counted the same way on every machine.

A quantile is the least number of days within which at least that share was done: always a wait that somebody had, never
a number between two. What is still open and already late counts as not in time, so that the answered ones alone never
make the figure better than it is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MEDIAN = Fraction(1, 2)
_NINE_TENTHS = Fraction(9, 10)


@dataclass(frozen=True, slots=True)
class Waits:
    """Hold how many are done and how long they took; of those that were due, how many were in time.

    Median and p90 are None where nothing is done, `in_time` where no limit was given. `due` is what is done plus what
    is open and late.
    """

    n: int
    median: int | None
    p90: int | None
    in_time: int | None
    due: int

    @property
    def share(self) -> float | None:
        """Give the share in time, None where there is no limit or nothing was due."""
        return self.in_time / self.due if self.in_time is not None and self.due else None


def waits(days: Mapping[int, int] | Iterable[int], limit: int | None = None, late_open: int = 0) -> Waits:
    """Sum up waits in whole days.

    Args:
        days: each wait, or how many waits there were of each number of days.
        limit: the most days that are in time.
        late_open: how many are still open and past their day.
    """
    counted = Counter(days)
    n = counted.total()
    in_time = None if limit is None else sum(count for wait, count in counted.items() if wait <= limit)
    return Waits(n, quantile(counted, _MEDIAN), quantile(counted, _NINE_TENTHS), in_time, n + late_open)


def quantile(days: Mapping[int, int] | Iterable[int], share: Fraction) -> int | None:
    """Give the least number of days within which at least this share was done, None where nothing was."""
    counted = Counter(days)
    needed, reached = share * counted.total(), 0
    for wait, count in sorted(counted.items()):
        reached += count
        if count > 0 and reached >= needed:
            return wait
    return None
