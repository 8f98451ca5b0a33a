from __future__ import annotations

from datetime import date

import pytest

from lexheller.deadlines import Calendar, EveryYear, Once, Rest, Weeks, is_working_day, parse_rest
from lexheller.errors import BadValue


def test_weekdays_work_and_weekends_and_holidays_do_not() -> None:
    ascension = date(2026, 5, 14)
    calendar = Calendar(frozenset({ascension}))
    assert is_working_day(date(2026, 5, 13), calendar)
    assert not is_working_day(ascension, calendar)
    assert not is_working_day(date(2026, 5, 16), calendar)
    assert not is_working_day(date(2026, 5, 17), calendar)


@pytest.mark.parametrize(
    ("rest", "within", "outside"),
    [
        (
            EveryYear((7, 1), (7, 31)),
            [date(2025, 7, 1), date(2026, 7, 31)],
            [date(2026, 6, 30), date(2026, 8, 1)],
        ),
        (
            EveryYear((12, 23), (1, 6)),
            [date(2025, 12, 23), date(2025, 12, 31), date(2026, 1, 6)],
            [date(2025, 12, 22), date(2026, 1, 7)],
        ),
        (
            EveryYear((2, 29), (3, 1)),
            [date(2024, 2, 29), date(2025, 3, 1)],
            [date(2025, 2, 28), date(2025, 3, 2)],
        ),
        (
            Weeks(28, 31),
            [date(2026, 7, 6), date(2026, 8, 2), date(2027, 7, 12)],
            [date(2026, 7, 5), date(2026, 8, 3)],
        ),
        (Weeks(28, 31, 2026), [date(2026, 7, 6)], [date(2027, 7, 12), date(2025, 7, 7)]),
        (
            Weeks(52, 1),
            [date(2025, 12, 22), date(2026, 1, 4), date(2026, 12, 31)],
            [date(2025, 12, 21), date(2026, 1, 5)],
        ),
        (
            Once(date(2026, 3, 2), date(2026, 3, 4)),
            [date(2026, 3, 2), date(2026, 3, 4)],
            [date(2026, 3, 1), date(2026, 3, 5), date(2027, 3, 3)],
        ),
    ],
)
def test_a_rest_holds_both_its_ends_and_nothing_beside(rest: Rest, within: list[date], outside: list[date]) -> None:
    assert [rest.holds(day) for day in within] == [True] * len(within)
    assert [rest.holds(day) for day in outside] == [False] * len(outside)


def test_a_weekday_in_a_rest_is_no_working_day() -> None:
    calendar = Calendar(rests=(Weeks(28, 31),))
    assert not calendar.is_working_day(date(2026, 7, 8))
    assert calendar.is_working_day(date(2026, 8, 3))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("v 28-31", Weeks(28, 31)),
        ("v. 28–31", Weeks(28, 31)),
        ("vecka 30", Weeks(30, 30)),
        ("weeks 28-31 2026", Weeks(28, 31, 2026)),
        ("07-01..07-31", EveryYear((7, 1), (7, 31))),
        (" 2026-07-01 .. 2026-07-31 ", Once(date(2026, 7, 1), date(2026, 7, 31))),
    ],
)
def test_rests_are_read_as_settings_write_them(text: str, rest: Rest) -> None:
    assert parse_rest(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "",
        "juli",
        "2026-03-02..2026-03-01",
        "v 0-3",
        "v 28-54",
        "v 31-28 2026",
        "13-01..13-02",
        "02-30..03-01",
        "2026-02-30..2026-03-01",
    ],
)
def test_what_is_no_rest_is_refused_with_what_is_allowed(text: str) -> None:
    with pytest.raises(BadValue) as refused:
        parse_rest(text)
    assert "v 28-31" in str(refused.value.data["allowed"])
