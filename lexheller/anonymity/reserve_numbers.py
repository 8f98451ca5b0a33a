"""Does the text hold a reservnummer, or a personal number with its end blotted out?

Regions and schools give temporary numbers to those who have no other: a date with letters among the last four, or 99
and a year before a serial number.
"""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength

_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])"
_LETTERS = (
    r"(?=[A-Z0-9 ]{0,4}[A-Z])(?=[A-Z ]{0,3}\d)"
    r"(?:[A-Z0-9]{4}|(?<=[-+_/])(?:[A-Z] \d[A-Z]\d|[A-Z]\d [A-Z]\d|[A-Z]{2} \d\d))(?!\w)"
)
_SHAPE = re.compile(
    rf"(?=\d)(?<![^\W_])(?<!\d-)(?:(?:18|19|20) ?\d{{2}}[-/. ]?(?:0[1-9]|1[0-2])[-/. ]?(?:[0-2]\d|3[01]|[6-8]\d"
    rf"|9[01])[-+ _/.]{{0,3}}\n?"
    rf"|\d{{2}}{_MONTH_DAY} ?[-+/_]\n? ?){_LETTERS}",
    re.IGNORECASE,
)
# Six digits and no hyphen: only with the capitals that such numbers have in front.
_SIX = re.compile(rf"(?=\d)(?<![^\W_])\d{{2}}{_MONTH_DAY} ?(?:T[A-Z]\d{{2}}|[A-Z]\d[A-Z]\d|[TRPUK]\d{{3}})(?!\w)")
_ALL_LETTERS = re.compile(rf"(?=\d)(?<![^\W_])(?:18|19|20)\d{{2}}{_MONTH_DAY}-(?!([A-Z])\1{{3}})[A-Z]{{4}}(?!\w)")
_NINETY_NINE = re.compile(r"(?<![\w-])99(?:19|20)\d{2}-?\d{2}(?:\d{2})?[- ]?\d{2,4}(?!\w)")
_CUE = re.compile(
    r"\b(?:reserv-?(?:nummer|nr|num|id)[^\W\d_]*|(?:tf|tp)-?(?:nummer|nr)[^\W\d_]*|tillfälligt (?:person)?(?:nummer"
    r"|nr))"
    r"\.?[: ]{0,3}"
    r"(?:(?:är|var|hos|i|från)\b[ ]?)?((?=[-+A-Z0-9]{0,11}\d)[A-Z0-9][-+A-Z0-9 ]{4,14}[A-Z0-9])(?!\w)",
    re.IGNORECASE,
)
_MASKED = re.compile(
    r"(?=\d)(?<![^\W_])(?<!\d[-/.])(?:18|19|20)?\d{2}-?(?:0[1-9]|1[0-2])-?(?:[0-2]\d|3[01]|[6-8]\d|9[01])"
    r"(?:(?:[-+ ]| [-+] )?\d{0,2}(?:[Xx]{2,4}|\*{2,4}|_{2,4}|-{3,4}|\.{4}|[?]{2,4}|#{2,4}|[Nn]{3,4}|[Yy]{4}|•{2,4}"
    r"|·{2,4})|-…"
    r"|(?<=\d{6})-\?|(?<=\d{6})-T[FP](?!\w)|(?<=\d{6})-(?= |[.,;:)]|$))(?!\w)",
    re.MULTILINE,
)
# What must be there before the slower patterns are tried.
_RUN = re.compile(r"\d{2,}")
_CUE_WORDS = ("reserv", "tf-", "tfn", "tp-", "tfnr", "tpnr", "tillfällig")
_BLOTTED = re.compile(r"([X*_.?#N])\1{3}$", re.IGNORECASE)


def find(text: str) -> Iterator[Hit]:
    """Give reservnummer, by shape or told by a word, and numbers with the end blotted out."""
    lower = text.lower()
    yield from _dated(text)
    for match in _NINETY_NINE.finditer(text) if "99" in text else ():
        yield Hit(*match.span(), Kind.RESERVNUMMER, "reservnummer.99", Strength.STOP, ("shape",), 98)
    for match in _CUE.finditer(text) if any(word in lower for word in _CUE_WORDS) else ():
        yield Hit(*match.span(1), Kind.RESERVNUMMER, "reservnummer.cue", Strength.STOP, ("after_cue",), 91)


def _dated(text: str) -> Iterator[Hit]:
    """Give what begins with a date in digits, each pattern tried only where digits begin."""
    for run in _RUN.finditer(text):
        start = run.start()
        for pattern in (_SHAPE, _SIX, _ALL_LETTERS):
            match = pattern.match(text, start)
            if match is not None and not _BLOTTED.search(match.group()):
                yield Hit(*match.span(), Kind.RESERVNUMMER, "reservnummer.shape", Strength.STOP, ("letters",), 92)
        match = _MASKED.match(text, start)
        if match is not None:
            yield Hit(*match.span(), Kind.DATE_OF_BIRTH, "birth.masked_number", Strength.ASK, ("masked",), 91)
