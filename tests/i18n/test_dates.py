"""Are dates, lengths of time and numbers written as Swedish and English write them? Babel is the yardstick."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent, get_minus_sign_symbol
from hypothesis import given
from hypothesis import strategies as st

from lexheller.i18n import dates
from lexheller.i18n.language import LANGUAGES

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=DAYS)
def test_dates_are_those_of_cldr(language: str, day: date) -> None:
    locale = {"sv": "sv_SE", "en": "en_GB"}[language]

    def cldr(pattern: str) -> str:
        # Swedish abbreviations lose their point, as in the terminal's narrow columns; "Sept" of en_GB is cut to three.
        return format_date(day, pattern, locale=locale).replace(".", "").replace("Sept ", "Sep ")

    assert dates.short_date(day, language) + " " == cldr("d MMM ")
    assert dates.long_date(day, language) == cldr("d MMMM y")
    assert dates.weekday_date(day, language) + " " == cldr("EEE d MMM ")
    assert dates.month(day, language) == cldr("MMMM y")


@pytest.mark.parametrize(
    ("day", "short", "long", "weekday"),
    [
        (date(2026, 1, 26), "26 jan", "26 januari 2026", "mån 26 jan"),
        (date(2026, 3, 4), "4 mars", "4 mars 2026", "ons 4 mars"),
        (date(2026, 3, 6), "6 mars", "6 mars 2026", "fre 6 mars"),
    ],
)
def test_swedish_dates(day: date, short: str, long: str, weekday: str) -> None:
    written = dates.short_date(day, "sv"), dates.long_date(day, "sv"), dates.weekday_date(day, "sv")
    assert written == (short, long, weekday)


@pytest.mark.parametrize(
    ("months", "swedish", "english"),
    [
        ("2025-03/2026-02", "mars 2025–februari 2026", "March 2025–February 2026"),
        ("2025-03/2025-06", "mars–juni 2025", "March–June 2025"),
        ("2025-03/2025-03", "mars 2025", "March 2025"),
        ("2025-12", "december 2025", "December 2025"),
    ],
)
def test_periods(months: str, swedish: str, english: str) -> None:
    assert dates.period(months, "sv") == swedish
    assert dates.period(months, "en") == english


@pytest.mark.parametrize(
    "months", ["", "2025", "2025-13", "2025-3/2025-04", "2025-05/2025-04", "2025-01/2025-02/2025-03"]
)
def test_what_is_no_period_is_refused(months: str) -> None:
    with pytest.raises(ValueError, match=f"^{months}$"):
        dates.period(months, "sv")


@pytest.mark.parametrize(
    ("n", "late", "ago", "ahead", "days"),
    [
        (0, "i dag", "i dag", "i dag", "0 dagar"),
        (1, "1 dag sen", "i går", "i morgon", "1 dag"),
        (3, "3 dagar sen", "för 3 dagar sedan", "om 3 dagar", "3 dagar"),
    ],
)
def test_lengths_of_time(n: int, late: str, ago: str, ahead: str, days: str) -> None:
    assert dates.late(n, "sv") == late
    assert dates.ago(n, "sv") == ago
    assert dates.ahead(n, "sv") == ahead
    assert dates.days(n, "sv") == days


def test_lengths_of_time_in_english() -> None:
    assert dates.late(1, "en") == "1 day late"
    assert dates.ago(3, "en") == "3 days ago"
    assert dates.ahead(1, "en") == "tomorrow"
    assert dates.working_days(5, "en") == "5 working days"
    assert dates.working_days(1, "sv") == "1 arbetsdag"


def test_due_says_how_late_then_today_then_the_day() -> None:
    today = date(2026, 3, 2)
    assert dates.due(today - timedelta(3), today, "sv") == "3 dagar sen"
    assert dates.due(today, today, "sv") == "i dag"
    assert dates.due(date(2026, 3, 4), today, "sv") == "ons 4 mars"


@pytest.mark.parametrize(("language", "locale"), [("sv", "sv_SE"), ("en", "en_GB")])
@given(value=st.integers(-(10**12), 10**12))
def test_whole_numbers_are_those_of_cldr(language: str, locale: str, value: int) -> None:
    # Babel leaves the hyphen of its pattern where the locale names a minus sign.
    cldr = format_decimal(value, locale=locale).replace("-", get_minus_sign_symbol(locale))
    assert dates.number(value, language) == cldr


def test_numbers_with_decimals_and_shares() -> None:
    assert dates.number(0.674, "sv", 2) == "0,67"
    assert dates.number(1234.5, "sv", 1) == "1\u00a0234,5"
    assert dates.number(1234.5, "en", 1) == "1,234.5"
    for language, locale in (("sv", "sv_SE"), ("en", "en_GB")):
        assert dates.percent(0.77, language) == format_percent(0.77, locale=locale)
