from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexheller.deadlines import (
    Calendar,
    EveryYear,
    Once,
    Rest,
    Term,
    Unit,
    Weeks,
    due,
    next_interim,
    working_days_between,
)
from lexheller.errors import BadValue

PLAIN = Calendar()
JULY = Calendar(rests=(EveryYear((7, 1), (7, 31)),))
EASTER_2026 = Calendar(frozenset({date(2026, 4, 3), date(2026, 4, 6)}))

days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
terms = st.builds(Term, st.integers(0, 70), st.sampled_from(Unit))
spans = st.tuples(days, st.integers(0, 40)).map(lambda span: Once(span[0], span[0] + timedelta(days=span[1])))
rests: st.SearchStrategy[Rest] = st.one_of(
    spans,
    st.builds(Weeks, st.integers(26, 29), st.integers(29, 33)),
    st.just(EveryYear((12, 20), (1, 7))),
)
calendars = st.builds(Calendar, st.frozensets(days, max_size=30), st.lists(rests, max_size=3).map(tuple))


def working(amount: int) -> Term:
    return Term(amount, Unit.WORKING_DAYS)


@pytest.mark.parametrize(
    ("start", "term", "calendar", "last"),
    [
        # Monday and five working days: the next Monday; the first day is not counted.
        (date(2026, 3, 2), working(5), PLAIN, date(2026, 3, 9)),
        # Received on a Saturday: the same as received on the Friday.
        (date(2026, 3, 7), working(5), PLAIN, date(2026, 3, 13)),
        (date(2026, 3, 6), working(5), PLAIN, date(2026, 3, 13)),
        # Good Friday and Easter Monday.
        (date(2026, 4, 1), working(2), EASTER_2026, date(2026, 4, 7)),
        # Nought is the day itself, or the first working day after.
        (date(2026, 3, 6), working(0), PLAIN, date(2026, 3, 6)),
        (date(2026, 3, 7), working(0), PLAIN, date(2026, 3, 9)),
        # Three working days left of June, two in August.
        (date(2026, 6, 25), working(5), JULY, date(2026, 8, 4)),
        # Calendar days may end on a Sunday or a holiday ...
        (date(2026, 3, 1), Term(14, Unit.DAYS), PLAIN, date(2026, 3, 15)),
        (date(2026, 3, 20), Term(14, Unit.DAYS), EASTER_2026, date(2026, 4, 3)),
        # ... but not in a rest, and its days do not count.
        (date(2026, 6, 20), Term(10, Unit.DAYS), JULY, date(2026, 6, 30)),
        (date(2026, 6, 20), Term(11, Unit.DAYS), JULY, date(2026, 8, 1)),
        (date(2026, 6, 1), Term(60, Unit.DAYS), JULY, date(2026, 8, 31)),
        # Whatever comes in a rest starts when it is over.
        (date(2026, 7, 1), Term(3, Unit.DAYS), JULY, date(2026, 8, 3)),
        (date(2026, 7, 31), Term(3, Unit.DAYS), JULY, date(2026, 8, 3)),
        (date(2026, 7, 10), Term(0, Unit.DAYS), JULY, date(2026, 8, 1)),
        # Months end on the same day, or on the last one there is.
        (date(2026, 1, 31), Term(1, Unit.MONTHS), PLAIN, date(2026, 2, 28)),
        (date(2024, 1, 31), Term(1, Unit.MONTHS), PLAIN, date(2024, 2, 29)),
        (date(2026, 11, 15), Term(2, Unit.MONTHS), PLAIN, date(2027, 1, 15)),
        (date(2026, 12, 31), Term(12, Unit.MONTHS), PLAIN, date(2027, 12, 31)),
        (date(2026, 5, 20), Term(2, Unit.MONTHS), JULY, date(2026, 8, 20)),
    ],
)
def test_the_last_day_in_time(start: date, term: Term, calendar: Calendar, last: date) -> None:
    assert due(start, term, calendar) == last


@given(days, days, st.integers(0, 70), st.sampled_from([Unit.DAYS, Unit.WORKING_DAYS]), calendars)
def test_a_later_start_never_ends_earlier(one: date, other: date, amount: int, unit: Unit, calendar: Calendar) -> None:
    term = Term(amount, unit)
    assert due(min(one, other), term, calendar) <= due(max(one, other), term, calendar)


@given(days, days, st.integers(0, 24))
def test_nor_do_months_where_no_rest_lies_between(one: date, other: date, amount: int) -> None:
    term = Term(amount, Unit.MONTHS)
    assert due(min(one, other), term, PLAIN) <= due(max(one, other), term, PLAIN)


@given(days, terms, calendars)
def test_a_longer_term_never_ends_earlier(start: date, term: Term, calendar: Calendar) -> None:
    assert start <= due(start, term, calendar) <= due(start, Term(term.amount + 1, term.unit), calendar)


@given(days, st.integers(0, 70), calendars)
def test_working_days_end_on_a_working_day(start: date, amount: int, calendar: Calendar) -> None:
    assert calendar.is_working_day(due(start, working(amount), calendar))


@given(days, terms, calendars)
def test_nothing_ends_in_a_rest(start: date, term: Term, calendar: Calendar) -> None:
    assert not calendar.rests_on(due(start, term, calendar))


@given(days, terms, calendars, rests)
def test_one_more_rest_never_makes_it_earlier(start: date, term: Term, calendar: Calendar, rest: Rest) -> None:
    longer = Calendar(calendar.holidays, (*calendar.rests, rest))
    assert due(start, term, calendar) <= due(start, term, longer)


@given(days, st.integers(1, 70), calendars)
def test_counting_back_gives_the_term(start: date, amount: int, calendar: Calendar) -> None:
    last = due(start, working(amount), calendar)
    assert working_days_between(start, last, calendar) == amount
    assert working_days_between(last, start, calendar) == -amount


def test_a_clock_that_always_rests_is_refused() -> None:
    with pytest.raises(BadValue):
        due(date(2026, 1, 1), Term(1, Unit.DAYS), Calendar(rests=(Weeks(1, 53),)))


def test_working_days_within_one_week() -> None:
    assert working_days_between(date(2026, 3, 6), date(2026, 3, 9), PLAIN) == 1
    assert working_days_between(date(2026, 3, 6), date(2026, 3, 6), PLAIN) == 0
    assert working_days_between(date(2026, 6, 30), date(2026, 8, 3), JULY) == 1


def test_the_silence_is_counted_from_the_last_word() -> None:
    every = Term(30, Unit.DAYS)
    received = date(2026, 3, 1)
    assert next_interim(received, [], every, PLAIN) == date(2026, 3, 31)
    assert next_interim(received, [date(2026, 3, 20), date(2026, 3, 10)], every, PLAIN) == date(2026, 4, 19)
    assert next_interim(received, [date(2026, 2, 1)], every, PLAIN) == date(2026, 3, 31)
    assert next_interim(date(2026, 6, 15), [], every, JULY) == date(2026, 8, 15)
