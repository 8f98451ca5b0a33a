"""Does a whole personnummer with a right check digit stand inside a longer row of digits?

A page, a version or an account glued to a number must not hide it. Three things vouch, one of them is enough: a century
before the date, a sign between date and last four, or that the ten digits begin or end the row.
"""

import re
from collections.abc import Iterator

from lexheller.anonymity.digits import Cluster, luhn
from lexheller.anonymity.finding import Hit, Strength
from lexheller.anonymity.personal_numbers import kind_of

_DAY = r"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
_MONTH = r"(?:0[1-9]|1[0-2])"
_TIE = r"[ \n]?[-+/._*~=·•|'(]{0,3}[ \n]{0,2}"
_CENTURY = r"(?:19[ -]?\d\d|20[ -]?[0-3]\d)"
_LONG = re.compile(rf"(?=({_CENTURY}(?P<sign>[-/. ]|){_MONTH}(?P=sign){_DAY}{_TIE}\d{{4}}|(?:1 9|2 0)(?: \d){{10}}))")
_SHORT = re.compile(
    rf"(?=(\d\d(?:{_MONTH}{_DAY}(?=\D){_TIE}|[-/]{_MONTH}[-/]{_DAY}[-+ ]| {_MONTH} {_DAY} ?[-+] ?)\d{{4}}"
    r"|\d(?: \d){9}))"
)
_EDGES = re.compile(r"\d{11,}+")
# What looks the same and is none: the time of a file or a log, the end of a stretch of days, a book, a telephone.
_STAMP = re.compile(
    rf"(?P<century>20)?[0-3]\d(?P<sign>[-/. ]?){_MONTH}(?P=sign)(?:[0-2]\d|3[01])[-_ .]{{0,3}}"
    r"(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?(century)\d{0,3})(?!\d)"
)
_UNTIL = re.compile(
    rf"(?P<first>(?:\d\d)?\d\d)(?P<sign>[-/. ]?){_MONTH}(?P=sign){_DAY}[^\d+]{{1,4}}"
    rf"(?P<last>(?:\d\d)?\d\d)(?P=sign){_MONTH}(?P=sign){_DAY}(?!\d)"
)
_CENTURIES = frozenset({"19", "20"})
_LONGEST_STRETCH = 3  # years between the first and the last day of a decision
_MOBILE_ABROAD = re.compile(r"(?:00)?467\d{8}")
_BOOK = re.compile(r"97[89]\d{10}")
_TEN = 10
_FEWEST = 11
_RANK = 97
_DIGITS = re.compile(r"\d")


def find(text: str, cluster: Cluster) -> Iterator[Hit]:
    """Give every whole number with a right check digit that more digits are glued to, in one cluster."""
    if len(cluster.digits) < _FEWEST:
        return
    begin = cluster.groups[0].start
    row = "".join(group.gap * (place > 0) + group.digits for place, group in enumerate(cluster.groups))
    for match in _LONG.finditer(row):
        yield from _judge(row, match, begin)
    for match in _SHORT.finditer(row):
        if _glued(row, *match.span(1)):
            yield from _judge(row, match, begin)
    for match in _EDGES.finditer(row):
        yield from _edges(text, match, begin)


def _judge(row: str, match: "re.Match[str]", begin: int) -> Iterator[Hit]:
    start, end = match.span(1)
    digits = "".join(_DIGITS.findall(match[1]))
    if not luhn(digits[-_TEN:]) or _is_time(row, start):
        return
    yield from _hit(digits, begin + start, begin + end)


def _glued(row: str, start: int, end: int) -> bool:
    """Tell whether a digit stands right before or after, where other rules look at whole groups only."""
    return (
        row[start - 1 : start].isdigit()
        or row[end : end + 1].isdigit()
        or (row[end : end + 1] in {"-", "/", "."} and row[end + 1 : end + 2].isdigit())
    )


def _is_time(row: str, start: int) -> bool:
    """Tell whether a date goes on as a time of day or as the last day of a stretch."""
    if row[max(0, start - 2) : start] in _CENTURIES:
        start -= 2
    if row[start - 1 : start].isdigit():
        return False
    if _STAMP.match(row, start):
        return True
    until = _UNTIL.match(row, start)
    return (
        until is not None
        and len(until["first"]) == len(until["last"])
        and 0 <= int(until["last"]) - int(until["first"]) <= _LONGEST_STRETCH
    )


def _edges(text: str, match: "re.Match[str]", begin: int) -> Iterator[Hit]:
    """Give the ten digits that begin or end an unbroken row of more."""
    digits, start, end = match.group(), begin + match.start(), begin + match.end()
    if (
        _STAMP.fullmatch(digits)
        or _MOBILE_ABROAD.fullmatch(digits)
        or _is_book(digits)
        or text[start - 1 : start] == "+"
    ):
        return
    for number, first in ((digits[:_TEN], start), (digits[-_TEN:], end - _TEN)):
        if luhn(number):
            yield from _hit(number, first, first + _TEN)


def _is_book(digits: str) -> bool:
    """Tell whether thirteen digits are an ISBN with a right check digit."""
    return (
        _BOOK.fullmatch(digits) is not None and (sum(map(int, digits[::2])) + 3 * sum(map(int, digits[1::2]))) % 10 == 0
    )


def _hit(digits: str, start: int, end: int) -> Iterator[Hit]:
    kind = kind_of(digits)
    if kind is not None:
        rule = f"{kind.lower()}.inside"
        yield Hit(start, end, kind, rule, Strength.STOP, ("date_ok", "check_digit_ok"), _RANK)
