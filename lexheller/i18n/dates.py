"""How are dates, lengths of time and numbers written in Swedish and English?

Names and patterns come from the catalogue (room dates.po) rather than from Babel: Babel is exact too, but opening it
costs every command some 15 ms. The tests hold the two against each other.
"""

import re
from datetime import date

from lexheller.i18n.words import words_for

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
# Decimal mark, grouping (a blank that does not break) and minus sign, as in CLDR.
_MARKS = {"sv": {".": ",", ",": "\N{NO-BREAK SPACE}", "-": "\N{MINUS SIGN}"}, "en": {}}


def short_date(day: date, language: str) -> str:
    """Write a date of this year or thereabouts: "26 jan"."""
    words = words_for(language)
    return words("date.short", day=day.day, month=words(f"date.month.short.{day.month}"))


def long_date(day: date, language: str) -> str:
    """Write a date in full: "26 januari 2026"."""
    words = words_for(language)
    return words("date.long", day=day.day, month=words(f"date.month.long.{day.month}"), year=day.year)


def weekday_date(day: date, language: str) -> str:
    """Write a date close by: "ons 4 mars"."""
    words = words_for(language)
    weekday, name = words(f"date.weekday.short.{day.isoweekday()}"), words(f"date.month.short.{day.month}")
    return words("date.weekday", weekday=weekday, day=day.day, month=name)


def month(first: date, language: str) -> str:
    """Write the month that a date lies in: "mars 2025"."""
    words = words_for(language)
    return words("date.month", month=words(f"date.month.long.{first.month}"), year=first.year)


def period(months: str, language: str) -> str:
    """Write a period of months such as "2025-03/2026-02", or one month "2025-03": "mars 2025–februari 2026".

    Raises:
        ValueError: it is no month, nor two months in order.
    """
    ends = [_first_of(text, months) for text in months.split("/")]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or last < first:  # noqa: PLR2004  # a period has two ends
        raise ValueError(months)
    if first == last:
        return month(first, language)
    words = words_for(language)
    same_year = first.year == last.year
    start = words(f"date.month.long.{first.month}") if same_year else month(first, language)
    return words("date.period", first=start, last=month(last, language))


def days(n: int, language: str) -> str:
    """Write a length of time: "1 dag", "60 dagar"."""
    return words_for(language).plural("date.days", n)


def working_days(n: int, language: str) -> str:
    """Write a length of time in working days: "5 arbetsdagar"."""
    return words_for(language).plural("date.working_days", n)


def late(n: int, language: str) -> str:
    """Write how many days late something is: "3 dagar sen"; "i dag" for none."""
    words = words_for(language)
    return words.plural("date.late", n) if n else words("date.today")


def ago(n: int, language: str) -> str:
    """Write how many days ago something was: "i dag", "i går", "för 3 dagar sedan"."""
    words = words_for(language)
    if n < 2:  # noqa: PLR2004  # two days have names
        return words("date.yesterday" if n else "date.today")
    return words.plural("date.ago", n)


def ahead(n: int, language: str) -> str:
    """Write how many days are left: "i dag", "i morgon", "om 3 dagar"."""
    words = words_for(language)
    if n < 2:  # noqa: PLR2004  # two days have names
        return words("date.tomorrow" if n else "date.today")
    return words.plural("date.ahead", n)


def due(day: date, today: date, language: str) -> str:
    """Write when something is due, as the inbox does: "3 dagar sen", "i dag", "ons 4 mars"."""
    if day <= today:
        return late((today - day).days, language)
    return weekday_date(day, language)


def number(value: float, language: str, decimals: int = 0) -> str:
    """Write a number for reading: "12 345", "0,67" in Swedish; "12,345", "0.67" in English."""
    plain = f"{value:,.{decimals}f}"
    marks = _MARKS[language]
    return "".join(marks.get(sign, sign) for sign in plain)


def percent(share: float, language: str) -> str:
    """Write a share of one in whole per cent: "77 %" in Swedish, "77%" in English."""
    return number(share * 100, language) + ("\N{NO-BREAK SPACE}%" if language == "sv" else "%")


def _first_of(text: str, whole: str) -> date:
    found = _MONTH.fullmatch(text.strip())
    if found is None:
        raise ValueError(whole)
    return date(int(found[1]), int(found[2]), 1)
