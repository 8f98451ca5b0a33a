"""Which days may a partner name who needs more time? Later than the day that holds now, and a year ahead at most."""

from __future__ import annotations

from datetime import date, timedelta

from lexheller.errors import BadValue
from lexheller.model.case import Referral
from lexheller.processes.lex_heller_needs import months_after

MONTHS = 12
"""More time than this is no answer at all."""


def days(referral: Referral, today: date) -> tuple[date, date]:
    """Give the first and the last day that a referral's answer may be moved to."""
    first = max(today, referral.due + timedelta(days=1)) if referral.due else today
    return first, max(first, months_after(today, MONTHS))


def check(referral: Referral, today: date, until: date) -> None:
    """Refuse a day that gives no more time, or far too much.

    Raises:
        BadValue: with the days that it may be.
    """
    first, last = days(referral, today)
    if not first <= until <= last:
        raise BadValue(field="until", allowed=(f"{first} – {last}",), what="more_time")
