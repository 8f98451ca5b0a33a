"""Does a personnummer stand with its day before the month and the year: "18/12 1981-9876", "18 dec 1981, 9876"?

Somebody wrote a date of birth, and the last four behind it. Only a right check digit tells that from the date of a
decision with a sum behind it, so a wrong one passes here; the date of birth beside its cue is still found.
"""

import re
from collections.abc import Iterable, Iterator

from lexheller.anonymity.births import MONTHS
from lexheller.anonymity.digits import luhn
from lexheller.anonymity.finding import Hit, Strength
from lexheller.anonymity.late import Late
from lexheller.anonymity.personal_numbers import kind_of

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_NAMED = rf"(?P<name>{MONTHS})\.?"
_FULL = r"(?P<year>(?:19|20)\d\d)"
_ANY_YEAR = r"(?P<year>(?:19|20)?\d\d)"
_TIE = (
    r"(?P<tie>[ ,;:\n]{0,2}[-+/_*.~=|(·]{1,3}[ \n]?|[ ,;:\n]{1,2}"
    r"|[ ,;:(]{1,3}(?:och |med |de |samt ){0,2}(?:(?:fyra|4) sista|sista(?: fyra| 4)?|minus|streck)"
    r"(?: siffror\w*)?(?: är)?[ :]{1,2})"
)
_LAST = (
    r"(?P<last>\d{4})(?!\d| ?(?:kr|kronor|sek|euro|st|mkr|tkr|personer|timmar|dagar|sidor|ärenden)\b| ?%|:-|,-"
    r"|[-./,:]\d)"
)
_FREE = r"(?<![\d+-])(?<!\d[.,:/])"
_ORDERS = (
    rf"{_FREE}{_DAY}[-/.]{_MONTH}(?:[-/. ,]{{1,2}}|, ?-| -)'?{_ANY_YEAR}",
    rf"{_FREE}(?<!\d ){_DAY} {_MONTH} {_FULL}",
    rf"{_FREE}(?P<day>0[1-9]|[12]\d|3[01])(?P<month>0[1-9]|1[0-2])(?P<year>(?:19|20)?\d\d)(?=\D)",
    rf"{_FREE}{_ANY_YEAR}[-/.]{_MONTH}[-/.]{_DAY}",
    rf"{_FREE}{_DAY}(?::?[ea]|\.|th|st|nd|rd)?[- ]?{_NAMED}[-, ]{{1,2}}[-']?{_ANY_YEAR}",
    rf"{_FREE}{_ANY_YEAR}[-, ]{{1,2}}(?:den )?{_DAY}(?::?[ea])?[- ]{_NAMED}",
    rf"(?<!\w){_NAMED} {_DAY}(?:th|st|nd|rd)?,? {_FULL}",
)
_PATTERNS = tuple(Late(f"(?i){order}{_TIE}{_LAST}") for order in _ORDERS)
_IN_FIGURES, _NAMED_MONTHS, _MONTH_LAST = _PATTERNS[:4], _PATTERNS[4:], _PATTERNS[5:6]
# How a date ends, or a month is named: most that has four digits behind it is neither.
_DATED = re.compile(r"(?<!\d)\d{1,4}[-/. ]{1,2}\d{1,2}[-/. ',]{1,4}\d{1,4}$|(?<!\d)\d{6}(?:\d\d)?$")
_MONTH_NAME = re.compile(r"jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec", re.IGNORECASE)
_NEAR = 26
_SIGNS = " ,;:(\n-+/_*.~=|·"
_SAID = ("sista", "fyra", " 4", "minus", "streck", "siffror", "siffrorna")
_FOUR = re.compile(r"\d{4}(?!\d)(?<!\d.{4})")
_NUMBERS = {name: number for number, name in enumerate("jan feb mar apr maj jun jul aug sep okt nov dec".split(), 1)}
_NUMBERS |= {"may": 5, "oct": 10}
_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_RECENT = 2016  # a later day with a time behind it is rather when something was printed
_REACH, _AHEAD = 56, 12  # how far before and after the last four the rest of it stands
_EVIDENCE = ("date_ok", "check_digit_ok")
_RANK = 96


def find(text: str) -> Iterator[Hit]:
    """Give every number with a right check digit whose date stands day first, in words or without its noughts."""
    for last in _FOUR.finditer(text):
        place = last.start()
        before = text[max(0, place - _REACH) : place]
        core = before.rstrip(_SIGNS)
        if len(core) == len(before):
            continue
        said = core.removesuffix(" är").endswith(_SAID)
        near = core[-_REACH if said else -_NEAR :]
        if said or _DATED.search(near):
            yield from _ending(text, place, _IN_FIGURES, len(near) + len(before) - len(core))
        if _MONTH_NAME.search(near):
            named = _NAMED_MONTHS if said or core[-1].isdigit() else _MONTH_LAST
            yield from _ending(text, place, named, _REACH)


def _ending(text: str, place: int, patterns: Iterable[Late], reach: int) -> Iterator[Hit]:
    """Give the number whose last four stand here, by the first way of writing that fits."""
    for pattern in patterns:
        for match in pattern().finditer(text, max(0, place - reach), place + 4 + _AHEAD):
            if match.start("last") == place:
                hit = _judge(match)
                if hit is not None:
                    yield hit
                    return


def _judge(match: "re.Match[str]") -> Hit | None:
    said = match.groupdict()
    month = int(said.get("month") or _NUMBERS[said["name"][:3].lower()])
    digits = f"{said['year']}{month:02}{int(said['day']):02}{said['last']}"
    kind = kind_of(digits)
    if kind is None or not luhn(digits[-10:]) or _goes_on(said["year"], said["tie"], said["last"]):
        return None
    return Hit(match.start(), match.end("last"), kind, f"{kind.lower()}.turned", Strength.STOP, _EVIDENCE, _RANK)


def _goes_on(year: str, tie: str, last: str) -> bool:
    """Tell whether the last four are rather a later year or, on a late day, the time of day."""
    if any(map(str.isalpha, tie)):
        return False
    if last[:2] in {"19", "20"} and len(year) == len(last) and year <= last and " " in tie:
        return True
    return len(year) == len(last) and int(year) >= _RECENT and _TIME.fullmatch(last) is not None
