"""On which days is nobody at work in Sweden? Holidays, and the three eves on which workplaces are closed all the same.

Midsummer's Eve, Christmas Eve and New Year's Eve are no public holidays, but count as Sundays in semesterlagen
(1977:480), 7 §, and in lagen (1930:173) om beräkning av lagstadgad tid.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from functools import cache
from typing import Final

from lexheller.deadlines import Calendar, Rest


class _SwedishHolidays(Container[date]):
    """Every year's holidays, worked out when a day of that year is first asked for: most commands ask for none."""

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day in _of_year(day.year)


SWEDISH: Final = _SwedishHolidays()


@cache
def _of_year(year: int) -> frozenset[date]:
    from holidays import DE_FACTO, PUBLIC, country_holidays

    return frozenset(country_holidays("SE", years=year, categories=(PUBLIC, DE_FACTO)))


def swedish_calendar(rests: tuple[Rest, ...] = ()) -> Calendar:
    """Give Sweden's calendar, with the weeks in which a federation's clocks rest."""
    return Calendar(SWEDISH, rests)
