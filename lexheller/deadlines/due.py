"""Which is the last day on which something is still in time?

Choices, each of them tested:

- The day on which the clock starts is not counted: five working days from a Monday end on the next Monday. The last
  day counts in full; late begins the day after.
- Days in a rest do not count. A term that starts in a rest begins when the rest is over.
- `working_days` end on a working day, also for a term of nought.
- `days` are calendar days. They may end on a weekend or a holiday: they are goals for the work, not limits after which
  a right is lost, so the rule of lag (1930:173) about moving to the next weekday is not copied. They never end in a
  rest, but move to the first day after it.
- `months` end on the same day of a later month, or on its last day where that one is shorter (31 January and one month:
  28 February); the days in between then count like `days`, so that a rest makes them later by its own length.
- Holidays outside weekends matter to working days alone.

Later starts never give earlier ends for days and working days. With months they can, by at most three days and only
where a rest lies between, since months differ in length.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from lexheller.deadlines.terms import Term, Unit
from lexheller.errors import BadValue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lexheller.deadlines.calendar import Calendar

_DAY = timedelta(days=1)
_YEAR_MONTHS = 12
_LONGEST_REST = 1000  # days without one that counts: the rests then cover every year, and counting would not end


@lru_cache(maxsize=8192)  # an inbox asks for the same few starts over and over
def due(start: date, term: Term, calendar: Calendar) -> date:
    """Give the last day on which something is still in time; `start` is a Swedish local date and is not counted.

    Raises:
        BadValue: the rests leave no day that counts.
    """
    if term.unit is Unit.WORKING_DAYS:
        return _count(start, term.amount, calendar.is_working_day)
    days = term.amount if term.unit is Unit.DAYS else (_months_later(start, term.amount) - start).days
    if not calendar.rests:
        return start + days * _DAY
    return _count(start, days, lambda day: not calendar.rests_on(day))


def next_interim(since: date, told: Iterable[date], every: Term, calendar: Calendar) -> date:
    """Give the last day for the next sign of life to the submitter, so that no silence is longer than `every`.

    It counts from `since` (received, or begun to wait) or from the last day they were `told` something, the later one.
    """
    return due(max([since, *told]), every, calendar)


def working_days_between(start: date, end: date, calendar: Calendar) -> int:
    """Count the working days after start, up to and with end; negative when end comes first.

    It is the other way round of `due`: to a day n working days away there are n working days.
    """
    if end < start:
        return -working_days_between(end, start, calendar)
    return sum(calendar.is_working_day(start + n * _DAY) for n in range(1, (end - start).days + 1))


def _count(start: date, amount: int, counts: Callable[[date], bool]) -> date:
    """Go to the amount-th day after start that counts; for nought to start itself or the first that counts after."""
    day, left, idle = start, amount, 0
    while left or not counts(day):
        day += _DAY
        idle = 0 if counts(day) else idle + 1
        left -= bool(left) and not idle
        if idle > _LONGEST_REST:
            raise BadValue(field="rest", allowed="v 28-31")
    return day


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * _YEAR_MONTHS + day.month - 1 + months, _YEAR_MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
