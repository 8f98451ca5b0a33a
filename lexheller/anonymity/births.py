"""Does the text hold a date of birth? Any other date passes."""

import re
from collections.abc import Iterator

from lexheller.anonymity.digits import real_date
from lexheller.anonymity.finding import Hit, Kind, Strength

MONTHS = (
    "jan(?:uari)?|feb(?:ruari)?|mar(?:s|ch)?|apr(?:il)?|maj|may|jun[ie]?|juli?y?|aug(?:usti?)?|sept?(?:ember)?"
    "|okt(?:ober)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DATE = (
    r"(?:(?:18|19|20)\d{2}[-/. ]\d{1,2}[-/. ]\d{1,2}|(?:18|19|20)\d{6}|\d{6}|\d{2}-\d{2}-\d{2}"
    rf"|\d{{1,2}}[-/. ]{{1,2}}\d{{1,2}}(?:[-/. ]{{1,2}}(?:(?:18|19|20)\d{{2}}|'?\d{{2}}))?"
    rf"|\d{{1,2}}(?::?[ea]|\.)? ?(?:{MONTHS})\.?(?:,? (?:(?:18|19|20)\d{{2}}|[-']\d{{2}}))?"
    rf"|(?:{MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?,? (?:18|19|20)\d{{2}})(?![\d-])"
)
_BEFORE = re.compile(
    r"(?:\b(?:född|födda|fött|föddes|föds|nyfödd|födelsedatum|födelsedata|födelsetid|födelsedag|födelsedagen"
    r"|födelsenr|fyller|fyllde"
    r"|fyllt|börd|born|dob|birthday|birth|nativity|född/datum|föd\.?)|(?<![\w.])f(?:\.|öd\.|(?= ))|\*)"
    r"(?:[:,. ]{0,2}(?:(?:är|var|den|datum|år|dag|på|om|hen|han|hon|barnet|sonen|dottern|prematurt|och|in|on|the"
    r"|of|\d{1,2})\b[:,. ]{0,2}){0,4})"
    rf"(?P<date>{_DATE})",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?<![\w-])(?P<date>{_DATE}) ?[,(]? ?(?:födelsedatum|\(född\)|är (?:hans|hennes|hens|barnets"
    rf"|klientens) födelsedag|född(?:es)? (?:hon|han|hen|barnet))",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(?P<date>(?:(?:18|19|20)\d{2}-?\d{2}-?\d{2})|\d{6})(?![\d-]|[.,]\d)")


def find(text: str) -> Iterator[Hit]:
    """Give every date that the text says somebody was born on."""
    for pattern, rule in ((_BEFORE, "birth.cue"), (_AFTER, "birth.cue_after")):
        for match in pattern.finditer(text):
            if _possible(match["date"]):
                yield Hit(
                    match.start("date"), match.end("date"), Kind.DATE_OF_BIRTH, rule, Strength.ASK, ("after_cue",), 75
                )


def beside_names(text: str, name_ends: tuple[int, ...]) -> Iterator[Hit]:
    """Give the dates written right after a person's name, in brackets or after a comma."""
    for end in name_ends:
        gap = re.match(r"s? ?[(,/] ?| ", text[end : end + 4])
        match = _COMPACT.match(text, end + gap.end()) if gap else None
        if match is not None and _possible(match["date"]):
            yield Hit(
                match.start("date"),
                match.end("date"),
                Kind.DATE_OF_BIRTH,
                "birth.beside_name",
                Strength.ASK,
                ("beside_name",),
                62,
            )


def _possible(date: str) -> bool:
    if re.fullmatch(r"\d+", date):
        return real_date(int(date[:-4]), int(date[-4:-2]), int(date[-2:]))
    numbers = [int(part) for part in re.findall(r"\d+", date)]
    return all(number > 0 or len(date) == 8 for number in numbers)  # noqa: PLR2004 - 00-01-31
