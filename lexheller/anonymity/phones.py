"""Does the text hold a telephone number? Public service numbers are fine."""

import re
from collections.abc import Iterator

from lexheller.anonymity.digits import Group, Window, windows
from lexheller.anonymity.finding import Hit, Kind, Strength

# Numbers that lead to an office and to nobody in particular: freephone, shared cost, premium, helplines.
_SERVICE = re.compile(r"0(?:77[0-9]|20|200|900|939|944|99)\d*|11(?:2|77|6\d{3}|[348]\d{2,3})|1177|90\s?000")
_AREA = re.compile(
    r"0(?:7[02369]|8|1[01368]|1[24579]\d|2[136]|2[24578]\d|3[1356]|3[0247]\d|4[0246]|4[13579]\d|5[0-9]\d|54|60|63|6[1245679]\d|90|9[1-8]\d)"
)
_CUE = re.compile(
    r"\b(?:ring|tel|tfn|tele|telefon|mobil|mob|sms|sms:a|nås|nå|swish|fax|direktnummer|direktnr|telefonnummer|telnr|nummer"
    r"|phone|call|whatsapp|signal|viber)\w{0,6}\W{0,4}(?:(?:på|är|till|via|hans|hennes|mig|nr|nummer|till|honom|henne|oss)\W{1,3}){0,3}$",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\s?(?:kr\b|kronor|sek\b|euro|:-|%|procent|st\b)", re.IGNORECASE)
_ABROAD = re.compile(r"(?:\+|(?<!\d)00)[1-9]\d{0,2}")


def find(text: str, groups: tuple[Group, ...]) -> Iterator[Hit]:
    """Give the telephone numbers in one cluster of digits."""
    taken = -1
    for first, group in enumerate(groups):
        if group.start < taken:
            continue
        window = _at(text, groups, first)
        if window is not None:
            taken = window[1]
            yield Hit(window[0], window[1], Kind.PHONE, window[2], Strength.STOP, window[3], 85)


def _at(text: str, groups: tuple[Group, ...], first: int) -> tuple[int, int, str, tuple[str, ...]] | None:
    group = groups[first]
    plus = group.start > 0 and text[group.start - 1] == "+"
    if (plus and group.digits[0] != "0") or (_ABROAD.match(group.digits) and group.digits.startswith("00")):
        return _foreign(groups, first, plus=plus)
    if group.digits[0] == "0":
        return _swedish(text, groups, first)
    return _local(text, groups, first)


def _foreign(groups: tuple[Group, ...], first: int, *, plus: bool) -> tuple[int, int, str, tuple[str, ...]] | None:
    best: Window | None = None
    for index, window in windows(groups[first : first + 10], range(8, 17), 10):
        if index > 0:
            break
        if any(len(gap) > 3 or "+" in gap or "\n" in gap for gap in window.gaps):  # noqa: PLR2004 - ") -"
            break
        best = window
    if best is None or (not plus and len(best.digits) < 10):  # noqa: PLR2004 - 00 and a country code come first
        return None
    country = best.digits.lstrip("0")[:2]
    local = best.digits.lstrip("0")[2:].lstrip("0")
    if country == "46" and _SERVICE.match("0" + local):
        return None
    return best.start - int(plus), best.end, "phone.international", ("country_code",)


def _swedish(text: str, groups: tuple[Group, ...], first: int) -> tuple[int, int, str, tuple[str, ...]] | None:
    before = text[max(0, groups[first].start - 40) : groups[first].start]
    if before[-1:] in {".", ",", ":", "/"} and before[-2:-1].isdigit():
        return None
    if first > 0 and groups[first].gap in {"-", "/", ".", "_"}:
        return None
    best: Window | None = None
    for index, window in windows(groups[first : first + 11], range(8, 12), 11):
        if index > 0:
            break
        if len(window.digits) <= 10 and _grouped(window):  # noqa: PLR2004 - the longest Swedish number
            best = window
    if best is None or _SERVICE.match(best.digits) or not _AREA.match(best.digits):
        return None
    cue = _CUE.search(before) is not None
    mobile = best.digits[1] == "7"
    if mobile and len(best.digits) != 10 and not cue:  # noqa: PLR2004 - every mobile number has ten
        return None
    if not cue and not mobile and len(best.lengths) == 1 and len(best.digits) < 9:  # noqa: PLR2004 - bare eight digits
        return None
    if _AMOUNT.match(text, best.end):
        return None
    return best.start, best.end, "phone.mobile" if mobile else "phone.swedish", ("after_cue",) if cue else ()


def _grouped(window: Window) -> bool:
    """Tell whether the groups look like a number that someone reads out."""
    if all(length == 1 for length in window.lengths):
        return True
    if any(len(gap) > 3 or "+" in gap or "_" in gap for gap in window.gaps):  # noqa: PLR2004 - " - "
        return False
    if window.lengths[-3:] == (2, 2, 4) and len(window.lengths) == 3:  # noqa: PLR2004 - a date, 01-02-2024
        return False
    if any("." in gap for gap in window.gaps) and not all("." in gap for gap in window.gaps[1:]):
        return False
    return all(length > 1 for length in window.lengths[1:]) and window.lengths[0] > 1


def _local(text: str, groups: tuple[Group, ...], first: int) -> tuple[int, int, str, tuple[str, ...]] | None:
    """Read a number without an area code, which only a word before it can tell."""
    if first > 0 or not _CUE.search(text[max(0, groups[0].start - 40) : groups[0].start]):
        return None
    best: Window | None = None
    for index, window in windows(groups[:6], range(6, 10), 6):
        if index > 0:
            break
        if all(gap in {" ", "-"} for gap in window.gaps) and all(1 < length < 9 for length in window.lengths):  # noqa: PLR2004
            best = window
    if best is None or _SERVICE.match(best.digits) or _AMOUNT.match(text, best.end):
        return None
    if len(groups) == 1 and best.digits[:2] in {"19", "20"}:
        return None
    return best.start, best.end, "phone.local", ("after_cue",)
