"""On which days does work get done, and in which weeks does the clock rest?

Holidays are handed in (the app fetches them), so this room knows no country. Swedish workplaces mostly close on
Midsummer's Eve, Christmas Eve and New Year's Eve too: whether they are among the holidays is for the one who hands
them in. A calendar knows only the years it was given; a holiday of a later year counts as a working day.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from lexheller.errors import BadValue

_SATURDAY = 6
_LEAP_YEAR = 2000
_LAST_WEEK = 53
_ALLOWED = "v 28-31, v 28-31 2026, 07-01..07-31, 2026-07-01..2026-07-31"


@dataclass(frozen=True, slots=True)
class EveryYear:
    """Rest from one day of the year to another, both included; from December into January is fine."""

    first: tuple[int, int]
    last: tuple[int, int]

    def __post_init__(self) -> None:
        try:
            for month, day in (self.first, self.last):
                date(_LEAP_YEAR, month, day)
        except ValueError:
            raise BadValue(field="rest", allowed=_ALLOWED) from None

    def holds(self, day: date) -> bool:
        """Tell whether the day lies in this rest."""
        at = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= at <= self.last
        return at >= self.first or at <= self.last


@dataclass(frozen=True, slots=True)
class Weeks:
    """Rest from Monday of one ISO week to Sunday of another, of one year or (year None) of every year.

    Weeks are the way Swedish workplaces speak of their summer. Over New Year (weeks 52-1) needs no year.
    """

    first: int
    last: int
    year: int | None = None

    def __post_init__(self) -> None:
        weeks_exist = 1 <= self.first <= _LAST_WEEK and 1 <= self.last <= _LAST_WEEK
        if not weeks_exist or (self.year is not None and self.first > self.last):
            raise BadValue(field="rest", allowed=_ALLOWED)

    def holds(self, day: date) -> bool:
        """Tell whether the day lies in this rest."""
        year, week, _ = day.isocalendar()
        if self.year is not None and year != self.year:
            return False
        if self.first <= self.last:
            return self.first <= week <= self.last
        return week >= self.first or week <= self.last


@dataclass(frozen=True, slots=True)
class Once:
    """Rest from one date to another, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise BadValue(field="rest", allowed=_ALLOWED)

    def holds(self, day: date) -> bool:
        """Tell whether the day lies in this rest."""
        return self.first <= day <= self.last


Rest = EveryYear | Weeks | Once


@dataclass(frozen=True, slots=True)
class Calendar:
    """Hold the holidays and the rests of one federation.

    Args:
        holidays: whatever can tell whether a day is one; calendars are kept in a cache, so it can be hashed.
    """

    holidays: Container[date] = frozenset()
    rests: tuple[Rest, ...] = ()

    def rests_on(self, day: date) -> bool:
        """Tell whether the clock rests on this day."""
        return any(rest.holds(day) for rest in self.rests)

    def is_working_day(self, day: date) -> bool:
        """Tell whether the day is a weekday, no holiday, and outside every rest."""
        return day.isoweekday() < _SATURDAY and day not in self.holidays and not self.rests_on(day)


def is_working_day(day: date, calendar: Calendar) -> bool:
    """Tell whether the day is a weekday, no holiday, and outside every rest."""
    return calendar.is_working_day(day)


_WEEKS = re.compile(
    r"(?:v|vecka|veckor|w|week|weeks)\.?\s*(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?(?:\s+(\d{4}))?", re.IGNORECASE
)
_DAYS = re.compile(r"(\d{1,2})-(\d{1,2})\s*\.\.\s*(\d{1,2})-(\d{1,2})")
_DATES = re.compile(r"(\d{4}-\d\d-\d\d)\s*\.\.\s*(\d{4}-\d\d-\d\d)")


def parse_rest(text: str) -> Rest:
    """Read a rest as settings write it: "v 28-31", "v 28-31 2026", "07-01..07-31" or "2026-07-01..2026-07-31".

    Raises:
        BadValue: the text is none of these, or names days that do not exist.
    """
    text = text.strip()
    if match := _WEEKS.fullmatch(text):
        return Weeks(int(match[1]), int(match[2] or match[1]), int(match[3]) if match[3] else None)
    if match := _DAYS.fullmatch(text):
        return EveryYear((int(match[1]), int(match[2])), (int(match[3]), int(match[4])))
    if match := _DATES.fullmatch(text):
        try:
            return Once(date.fromisoformat(match[1]), date.fromisoformat(match[2]))
        except ValueError:
            pass
    raise BadValue(field="rest", allowed=_ALLOWED)
