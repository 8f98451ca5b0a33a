"""Which months does a report cover, and in which parts is it shown? Whole months, and parts of one length."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from lexheller.errors import BadValue
from lexheller.model.report import Period

_MONTHS = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:/(\d{4})-(0[1-9]|1[0-2]))?")
_YEAR = 12
_FIRST_YEAR, _LAST_YEAR = 2000, 2099
"""No case is older, and whoever asks for a later one has mistyped."""


def period(text: str) -> Period:
    """Read a period such as "2025-03/2026-02", or one month "2025-03".

    Raises:
        BadValue: it is neither, ends before it begins, or is of another age.
    """
    found = _MONTHS.fullmatch(text.strip())
    if found:
        first = (int(found[1]), int(found[2]))
        last = (int(found[3]), int(found[4])) if found[3] else first
        if first <= last and first[0] >= _FIRST_YEAR and last[0] <= _LAST_YEAR:
            return Period(date(*first, 1), _end(*last))
    raise BadValue(field="period", allowed=("2025-03/2026-02", "2025-03", f"{_FIRST_YEAR}-01 – {_LAST_YEAR}-12"))


def last_twelve(today: date) -> Period:
    """Give the twelve whole months before this one: a month just begun is not a month."""
    index = today.year * _YEAR + today.month - 2
    return _months(index - 11, index)


def parts(whole: Period) -> tuple[Period, ...]:
    """Cut a period into at most eight parts of one length: months, quarters, half-years, or whole years.

    The parts are counted from the period's own first month, since a part of another length cannot be compared. Only
    the last one is shorter, where the months do not come out even.
    """
    first, last = _index(whole.first), _index(whole.last)
    months = last - first + 1
    lengths = (1, 3, 6, 12, 24, 48, 96)
    most = 8
    small = 6
    fitting = [n for n in lengths if -(-months // n) <= (small if n == 1 else most)]
    even = [n for n in fitting if months % n == 0]
    length = (even or fitting or [months])[0]
    return tuple(_months(start, min(start + length - 1, last)) for start in range(first, last + 1, length))


def _index(day: date) -> int:
    return day.year * _YEAR + day.month - 1


def _months(first: int, last: int) -> Period:
    return Period(date(first // _YEAR, first % _YEAR + 1, 1), _end(last // _YEAR, last % _YEAR + 1))


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
