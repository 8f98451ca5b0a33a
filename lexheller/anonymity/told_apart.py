"""Is a personnummer told in two parts: "831204, sista fyra 9859", "7965 710812"?"""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.near import worded
from lexheller.anonymity.personal_numbers import CUE_BEFORE, put_together

# The date and the last four with words between: "831204, sista fyra 9859".
_SPOKEN = re.compile(
    r"(?<![\w+-])(?<!\d[.,:/])((?:18|19|20)?\d{2}-?\d{2}-?\d{2})[-,;: (\n]{1,4}(?:(?:och|med|samt|de) ){0,2}"
    r"(?:(?:fyra|4) sista|sista(?: (?:fyra|4))?|(?:the )?last (?:four|4)(?: digits)?(?: are)?"
    r"|(?:binde|tank)?streck|minus"
    r"|plus)(?: siffror\w*)?(?: är)?[:=]? ?(\d{4})(?!\d| ?kr)",
    re.IGNORECASE,
)
_LAST_FOUR = re.compile(
    r"(?:(?:fyra sista|sista fyra)(?: siffror\w*)?|last four(?: digits)?(?: are)?"
    r"|(?:pnr|person(?:nr|nummer|numret))(?: som)? slutar)"
    r"(?: (?:är|i|på|med|personnumret|personnummer|pnr)){0,3}:? ?(\d{4})(?!\d)",
    re.IGNORECASE,
)
# The last four first: "7965 710812", or told in words.
_FOUR_FIRST = re.compile(r"(?<![\w+-])(?<!\d[.,:/])\d{4}(?: ?[-/,(] ?| {1,2})$")
_DATE_LAST = re.compile(r"(?:(?:18|19|20)\d{6}|\d{6})(?![\w-]|[.,:/]\d)")
_NUMBERED = re.compile(r"(?<!\w)(?:nr|nummer|numret|id(?:-?(?:nr|nummer))?)[^\w\n]{0,3}(?:är )?$", re.IGNORECASE)
_FOUR_TOLD = re.compile(
    r"(?:(?:fyra|4) sista|sista (?:fyra|4|siffrorna)|last (?:four|4)|kontrollsiffr\w{1,6}|slutsiffr\w{1,6}"
    r"|slutar(?: på| med)?)(?: [^\W\d_]{1,14}){0,5}[ :=]{1,3}"
    r"(\d{4})(?!\d)[ ,;.:(\n]{1,3}(?:[^\W\d_]{2,14}[ :.=]{1,3}){0,4}((?:18|19|20)?\d{6})(?!\d)",
    re.IGNORECASE,
)
# The last four behind words that say less: only the check digit tells.
_THEN_FOUR = re.compile(
    r"(?<![\w+-])(?<!\d[.,:/])((?:18|19|20)?\d{2}-?\d{2}-?\d{2})[-,;: (\n]{1,4}(?:och )?"
    r"(?:sen|sedan|därefter|följt av|kontrollsiff\w{1,6}|slutsiff\w{1,6}|ändelsen?|(?:med )?slut(?:ar|et)?(?: på"
    r"| med| är)?)"
    r"[:=]? ?(\d{4})(?!\d| ?kr)",
    re.IGNORECASE,
)
_TOLD_WORDS = ("sista", "last ", "slutar", "streck", "us ", "siffr")  # minus, plus
_THEN_WORDS = ("sen", "sedan", "därefter", "följt av", "kontrolls", "slut", "ändelse")
# What may be a date; the patterns are tried around one.
_DATED = re.compile(r"\d\d(?:\d{4}(?:\d\d)?|(?:\d\d)?-\d\d-\d\d)")
_FOUR, _REACH, _FAR = 4, 40, 90
_BEFORE_DATE = 8  # the last four, and the sign between


def find(text: str) -> Iterator[Hit]:
    """Give every number whose last four stand apart from its date, and the last four alone where words tell them."""
    lower = text.lower()
    told, vague = (any(word in lower for word in words) for words in (_TOLD_WORDS, _THEN_WORDS))
    for date in _DATED.finditer(text):
        if not text[date.start() - 1 : date.start()].isdigit():
            yield from _four_first(text, date.start())
            yield from _told(text, date, told=told, vague=vague)
    for match in _LAST_FOUR.finditer(text) if any(word in lower for word in ("sista", "slutar", "last four")) else ():
        yield Hit(*match.span(1), Kind.PERSONNUMMER, "personnummer.last_four", Strength.ASK, ("after_cue",), 60)


def _told(text: str, date: "re.Match[str]", *, told: bool, vague: bool) -> Iterator[Hit]:
    """Give the numbers whose last four are told before or after a date, in words of either kind that the text holds."""
    then = _THEN_FOUR.match(text, date.start()) if vague else None
    if then is not None:
        yield from put_together(_digits(then), *then.span(), told=False)
    if not told:
        return
    spoken = _SPOKEN.match(text, date.start())
    if spoken is not None:
        yield from put_together(_digits(spoken), *spoken.span(), told=True)
    for four in _FOUR_TOLD.finditer(text, max(0, date.start() - _FAR), date.end()):
        if four.end() == date.end():
            known = not four.group().lower().startswith("slutar")
            yield from put_together(four[2] + four[1], *four.span(), told=known)


def _digits(match: "re.Match[str]") -> str:
    return match[1].replace("-", "") + match[2]


def _four_first(text: str, place: int) -> Iterator[Hit]:
    """Give a number whose last four stand before its date, behind a word for such numbers or with a check digit."""
    four = _FOUR_FIRST.search(text, max(0, place - _BEFORE_DATE), place)
    date = _DATE_LAST.match(text, place) if four is not None else None
    if four is None or date is None:
        return
    before = max(0, four.start() - _REACH)
    if not worded(text[before : four.start()]):
        return
    cue = CUE_BEFORE.search(text, before, four.start()) is not None
    if cue or _NUMBERED.search(text, before, four.start()):
        yield from put_together(date.group() + four.group()[:_FOUR], four.start(), date.end(), told=cue)
