"""Does the text hold a personnummer, samordningsnummer or reservnummer, however it is written?

The date decides how hard the gate is: with a plausible date the number stops the text, check digit right or wrong
(a slip of the finger points out a person too); with an impossible date the gate asks.
"""

import re
from collections.abc import Iterator

from lexheller.anonymity.digits import Group, Window, luhn, real_date, windows
from lexheller.anonymity.finding import Hit, Kind, Strength

# Written after a cue, however odd: "personnr", "pnr", "samordningsnr" ...
_CUE = re.compile(
    r"(?:person|samordnings?|födelse)-?\s?(?:nummer|nr|num)\w*|p-?nr\b|\bpnr|samord(?:nr|\.)", re.IGNORECASE
)
_PHONE_CUE = re.compile(r"(?:\b(?:ring|tel|mobil|sms|nås|nå|telefon|swish|fax)\w*)\W*(?:\w+\W+){0,2}$", re.IGNORECASE)
_RESERVE = re.compile(
    r"(?<![\w-])(?:(?:18|19|20)\d{6}[-+ ]?|\d{6}[-+])(?=[A-Z0-9]{0,3}[A-Z])[A-Z0-9]{4}(?![\w])",
    re.IGNORECASE,
)
_RESERVE_CUE = re.compile(
    r"\breserv-?(?:nummer|nr|num|id)\w*\.?[: ]{0,3}(?:(?:är|var|hos|i|från)\b[ ]?)?"
    r"((?=[-+A-Z0-9]{0,11}\d)[A-Z0-9][-+A-Z0-9 ]{4,14}[A-Z0-9])(?!\w)",
    re.IGNORECASE,
)
_MASKED = re.compile(r"(?<![\w-])(?:(?:18|19|20)?\d{6})[-+ ](?:[Xx]{4}|\*{4}|_{4}|\.{4}|[?]{4}|#{4}|N{4})(?![\w])")
_ORGANISATION_MONTHS = range(20, 100)  # the third and fourth digit of every organisation number
# Counted from the end: before the last four, between day, month, year and century.
_BREAKS = {-4, -6, -8, -10}
_MOBILE = re.compile(r"07[02369]")


def find(text: str, groups: tuple[Group, ...]) -> Iterator[Hit]:
    """Give every personnummer or samordningsnummer in one cluster of digits."""
    for first, window in windows(groups, range(10, 13)):
        if len(window.digits) == 11:  # noqa: PLR2004 - neither the short nor the long form
            continue
        if len(window.digits) == 12 and window.digits[:2] not in {"18", "19", "20"}:  # noqa: PLR2004 - the long form
            continue
        if not _shaped(window) or _followed(groups, first, window):
            continue
        hit = _judge(text, window)
        if hit is not None:
            yield hit


def find_other(text: str) -> Iterator[Hit]:
    """Give reservnummer (letters among the last four, or told by its word) and numbers with the end blotted out."""
    for match in _RESERVE.finditer(text):
        if not match.group().upper().endswith("XXXX"):
            yield Hit(
                match.start(), match.end(), Kind.RESERVNUMMER, "reservnummer.shape", Strength.STOP, ("letters",), 92
            )
    for match in _RESERVE_CUE.finditer(text):
        yield Hit(
            match.start(1), match.end(1), Kind.RESERVNUMMER, "reservnummer.cue", Strength.STOP, ("after_cue",), 91
        )
    for match in _MASKED.finditer(text):
        yield Hit(match.start(), match.end(), Kind.DATE_OF_BIRTH, "birth.masked_number", Strength.ASK, ("masked",), 91)


def _shaped(window: Window) -> bool:
    """Tell whether the groups break where people break these numbers."""
    if any("\n" in gap and gap.strip() not in {"", "-", "+"} for gap in window.gaps):
        return False
    if any("(" in gap or ")" in gap for gap in window.gaps):
        return False
    if all(length == 1 for length in window.lengths):
        return True
    if len(window.lengths) == 1:
        return True
    breaks = set()
    place = -len(window.digits)
    for length in window.lengths[:-1]:
        place += length
        breaks.add(place)
    return breaks <= _BREAKS and max(breaks) == max(_BREAKS)


def _followed(groups: tuple[Group, ...], first: int, window: Window) -> bool:
    """Tell whether more digits are tied on, so that this is a part of some longer number."""
    after = first + len(window.lengths)
    tied_after = after < len(groups) and groups[after].gap in {"-", ".", "/"} and window.lengths[-1] != 4  # noqa: PLR2004
    tied_before = first > 0 and groups[first].gap in {".", "/"}
    return tied_after or tied_before


def _judge(text: str, window: Window) -> Hit | None:
    short = window.digits[-10:]
    year = int(window.digits[:4]) if len(window.digits) == 12 else int(short[:2])  # noqa: PLR2004 - the long form
    month, day = int(short[2:4]), int(short[4:6])
    ordinary = real_date(year, month, day)
    coordination = not ordinary and real_date(year, month, day - 60)
    before = text[max(0, window.start - 40) : window.start]
    cue = _CUE.search(before) is not None
    right = luhn(short)
    evidence = ("check_digit_ok" if right else "check_digit_wrong",) + (("after_cue",) if cue else ())
    form = str(len(window.digits))
    if ordinary or coordination:
        if _reads_as_phone(before, window, right=right, cue=cue):
            return None
        kind = Kind.PERSONNUMMER if ordinary else Kind.SAMORDNINGSNUMMER
        return Hit(window.start, window.end, kind, f"{kind.lower()}.{form}", Strength.STOP, ("date_ok", *evidence), 95)
    usual = window.gaps in {("-",), ("+",)} and window.lengths[-1] == 4  # noqa: PLR2004 - the last four digits
    if cue or (usual and month not in _ORGANISATION_MONTHS and not _MOBILE.match(window.digits)):
        return Hit(
            window.start,
            window.end,
            Kind.PERSONNUMMER,
            "personnummer.impossible_date",
            Strength.ASK,
            ("date_impossible", *evidence),
            60,
        )
    return None


def _reads_as_phone(before: str, window: Window, *, right: bool, cue: bool) -> bool:
    """Tell whether ten digits that could be a date at the start are rather a telephone number."""
    if cue or len(window.digits) != 10 or not window.digits.startswith("0"):  # noqa: PLR2004 - the short form
        return False
    if before.rstrip().endswith(("+46", "0046")):
        return True
    if _PHONE_CUE.search(before):
        return True
    if _MOBILE.match(window.digits):
        usual = window.lengths in {(6, 4), (2, 2, 2, 4)}
        coordination = int(window.digits[4:6]) > 60  # noqa: PLR2004 - the day of a samordningsnummer
        return not right and (not usual or coordination)
    return False
