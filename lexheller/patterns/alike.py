"""How many cases are alike in what could point somebody out, and what would make them more?

Place, parties, age and time together can point out a person that no part of them names. A case is told apart from
fewer others, the less of it is said: each way out leaves out one thing, or widens the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Band = tuple[int, int]


class Wider(StrEnum):
    """Name what can be said less of."""

    AREA = "area"
    AGE = "age"
    HALF_YEAR = "half_year"
    YEAR = "year"


_MONTHS = {Wider.HALF_YEAR: 6, Wider.YEAR: 12}
_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a case others may be told, and could know somebody by.

    Args:
        area: the municipality, "" where it is not shown.
        ages: the bands of the ages that the text gives.
    """

    area: str
    partners: frozenset[str]
    ages: frozenset[Band]
    day: date

    @property
    def telling(self) -> bool:
        """Tell whether anything of it is about a person, and not about organisations and time alone."""
        return bool(self.area or self.ages)


@dataclass(frozen=True, slots=True)
class Alike:
    """How many cases, this one with them, share all of it; `ways` how many would, by what is said less of."""

    count: int
    ways: Mapping[Wider, int] = field(default_factory=dict)


def alike(one: Traits, others: Iterable[Traits]) -> Alike:
    """Count the cases that share place, parties, age and quarter with this one.

    Args:
        others: the other cases; those of the same year are enough.
    """
    near = [other for other in others if other.partners == one.partners and other.day.year == one.day.year]
    ways = {wider: _count(one, near, wider) for wider in Wider if _says(one, wider)}
    return Alike(_count(one, near, None), ways)


def _says(one: Traits, wider: Wider) -> bool:
    return bool({Wider.AREA: one.area, Wider.AGE: one.ages}.get(wider, True))


def _count(one: Traits, others: Iterable[Traits], wider: Wider | None) -> int:
    months = _MONTHS.get(wider, _QUARTER) if wider else _QUARTER
    return 1 + sum(
        (wider is Wider.AREA or not one.area or other.area.casefold() == one.area.casefold())
        and (wider is Wider.AGE or one.ages <= other.ages)
        and (other.day.month - 1) // months == (one.day.month - 1) // months  # of the same year they all are
        for other in others
    )
