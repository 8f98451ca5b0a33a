"""Does the text hold an address as English writes it: "14 Birch Road", "Flat 2, 7 Mill Lane"?"""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.late import Late

_SURE = "Road|Rd|Street|Lane|Avenue|Ave|Crescent|Mews|Terrace|Gardens|Grove|Boulevard|Cottages"
_MAYBE = "Close|Drive|Court|Way|Square|Place|Hill|Row|Walk|Green|Rise|St|Park|House"
_HOUSE = (
    r"(?!(?:19|20)\d\d )(?<![\w.,:/§-])(?:(?:flat|apartment|apt\.?|unit|room) (?:[A-Z]|\d{1,4}[A-Za-z]?),? )?"
    r"\d{1,4}[A-Za-z]?(?:[-/]\d{1,4})?,? "
)
_NAMED = r"(?-i:[A-Z][a-zåäöé'-]{1,20} ){1,3}"
_ADDRESS = Late(
    rf"(?i){_HOUSE}(?!(?-i:The|Our|New|A) (?-i:{_MAYBE}|{_SURE})\b){_NAMED}"
    rf"(?:(?-i:{_SURE})\b|(?P<maybe>(?-i:{_MAYBE})\b))"
)
_LIVES = re.compile(
    r"\b(?:liv(?:es?|ed|ing)|mov(?:es?|ed|ing)|resid\w+|stay(?:s|ed|ing)?|home|address\w*|sent|send|delivered"
    r"|visit\w*|post|letters?|registered|rents?|flat|house)\b[^.!?\n]{0,24}$",
    re.IGNORECASE,
)
_LAST = re.compile(rf"(?:{_SURE}|{_MAYBE})\b")
_REACH, _NEAR, _BEFORE = 70, 48, 20
# A Swedish street behind its number: "22 Kopparvägen, flat 3".
_FLAT = r"(?i:flat|apartment|apt\.?|unit|room|floor)"
_ENDINGS = (
    "vägen",
    "gatan",
    "gränd",
    "stigen",
    "allén",
    "torget",
    "väg",
    "gata",
    "backen",
    "slingan",
    "kroken",
    "plan",
)
_NUMBER_FIRST = re.compile(
    rf"(?<![\w§-])(?<!\d[.,:/])(?P<flat>{_FLAT} (?:[A-Z]|\d{{1,4}}[A-Za-z]?),? )?(?!(?:19|20)\d\d )\d{{1,4}}[A-Za-z]? "
    r"(?:(?:S:t|[A-ZÅÄÖ][a-zåäöé]{1,20}) ){0,2}[A-ZÅÄÖ][a-zåäöé]{0,30}"
    rf"(?:{'|'.join(_ENDINGS)}|gränden|esplanaden|brinken|kajen|liden|leden"
    rf"|vreten)(?!\w)(?:,? {_FLAT} ?\w{{1,5}}(?!\w))?"
)
_NUMBERED = re.compile(r"\d[A-Za-z]? [A-ZÅÄÖ]")
_WHERE = re.compile(
    r"(?:^|[\s(])(?:at|to|in|on|from|near|is|was|of|and|for|left|address:?|visit(?:s|ed|ing)?"
    r"|(?:flat|home|house|apartment|place),) $"
    r"|(?:^|[\s(])(?:home |new )?address[:=.]$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:^|[.!?:\n] ?)$")
_GOES_ON = re.compile(r" (?:is|was|has|where|which)\b")


def find(text: str) -> Iterator[Hit]:
    """Give every number of a house before an English street; what may be anything else needs a word about a home."""
    last = 0
    for word in _LAST.finditer(text):
        for match in _ADDRESS().finditer(text, max(last, word.start() - _REACH), word.end() + 1):
            if match.end() != word.end():
                continue
            before = text[max(0, match.start() - _NEAR) : match.start()]
            if match["maybe"] and not _LIVES.search(before):
                continue
            last = match.end()
            yield Hit(*match.span(), Kind.ADDRESS, "address.english", Strength.ASK, (), 72)
    if _NUMBERED.search(text) is not None and any(ending in text for ending in _ENDINGS):
        yield from _number_first(text)


def _number_first(text: str) -> Iterator[Hit]:
    """Give every Swedish street that English puts behind its number."""
    last = 0
    for number in _NUMBERED.finditer(text):
        match = _NUMBER_FIRST.search(text, max(last, number.start() - _BEFORE), number.end() + _REACH)
        if match is None:
            continue
        last = match.end()
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if match["flat"] or _WHERE.search(before) or (_BEGINS.search(before) and _GOES_ON.match(text, match.end())):
            yield Hit(*match.span(), Kind.ADDRESS, "address.english", Strength.ASK, (), 75)
