"""Does the text hold a telephone number? Public service numbers are fine."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lexheller.anonymity.case_cues import cue as announced
from lexheller.anonymity.digits import Cluster, Group, Window, leading
from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.near import worded

# Numbers that lead to an office and to nobody in particular: freephone, shared cost, premium, helplines.
_SERVICE = re.compile(
    r"0(?:77[0-9]|20|200|900|939|944|99)\d*|11(?:2|77|6\d{3}|[348]\d{2,3})|1177|90\s?000|90101|0104566700"
)
# Mobiles, Stockholm, and the area codes of the Swedish numbering plan: the three-digit ones, and else four digits.
_AREA = re.compile(r"0(?:7[0-689]|8|1[013689]|2[136]|3[1356]|4[0246]|54|6[03]|90|[1-69]\d\d)")
_LONGEST_CODE = 4
_CUE = re.compile(
    r"\b(?:ring|tel|tfn|tele|telefon|mobil|mob|sms|sms:a|nås|nå|swish|fax|direktnummer|direktnr|telefonnummer|telnr"
    r"|nummer"
    r"|nr|phone|call|whatsapp|signal|viber)\w{0,6}\W{0,4}(?:(?:på|är|till|via|hans|hennes|mig|nr|nummer|till|honom"
    r"|henne|oss)\W{1,3}){0,3}$",
    re.IGNORECASE,
)
# Numbers of another kind: "nummer" or "nr" after a word that has nothing to do with telephones.
_OTHER_CUE = re.compile(
    r"(?<!\w)(?!(?:tele|tel|mobil|mob|fax|direkt|hem|jobb|arbets|swish|sms|jour|kontakt|privat|jobb|växel"
    r"|whats)\w*-?n)"
    r"[\w.-]+?(?:nummer|numret|nr)\W{0,3}$|(?<!\w)nr\.?\W{0,3}$",
    re.IGNORECASE,
)
# Things have numbers too; what they are called stands right before.
_OF_A_THING = re.compile(
    r"(?:(?<!\w)(?:serie|artikel|order|produkt|modell|tillverknings|inventarie|beställnings|best|art|kund|faktura|batch"
    r"|parti|lot|ref(?:erens)?|leverans|kolli|försändelse|stöld)[\w.-]*?(?:nummer|numret|nr|id)?"
    r"|serial(?: (?:number|no))?"
    r"|(?:part|item|order|model)(?: (?:number|no))?|s/n|p/n)[.:]{0,2} ?(?:[A-Z]{1,4}[ -])?$",
    re.IGNORECASE,
)
_THING_LIKE = (4, 4, 2)
_AMOUNT = re.compile(r"\s?(?:kr\b|kronor|sek\b|euro|:-|%|procent|st\b)", re.IGNORECASE)
_ABROAD = re.compile(r"00[1-9]\d{0,2}")
_NO_PLUS = re.compile(r"46(?:7[02369]|07[02369])")
_NO_PLUS_HOME = re.compile(r"460?[1-9]\d{6,9}")
_WORDS = re.compile(
    r"\b(?:noll|0\d{0,3}(?=[ ,-]{1,2}[a-zåäöA-ZÅÄÖ]))(?:[ ,-]{1,2}(?:nolla?|ett|en|två|tre|fyra|fem|sex|sju|åtta|nio|ni"
    r"|(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio)?"
    r"|\d{1,3})\b){4,14}",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"[^\W\d_]+")
_TIES = frozenset({"", "-", "/", ".", "(", ")", ")-", ")/", ").", "_", "-(", ")("})
# Between the digits of a mobile number, or after an area code, nearly any sign; the row of digits tells enough.
_ODD = frozenset("-/.()_,:;~=*|·•'>[]")
_AFTER_CODE = frozenset({":", ";", "_", "~", "=", "*", "|", "·", "•", ",", "'"})
_CLOSED = frozenset({"-", ")", "/", ")-", ")/", ")."})  # after an area code
_MOBILE_HEAD = re.compile(r"07[02369]\d?")
_LONGEST, _LONGEST_HOME = 16, 10
_HOME_ABROAD = range(8, 11)  # digits after 46 and a zero
_SHORT = 8
_NEAR = 3
_REACH = 40
_WHOLE = 10


class _Number(NamedTuple):
    start: int
    end: int
    rule: str
    evidence: tuple[str, ...] = ()


def find(text: str, cluster: Cluster) -> Iterator[Hit]:
    """Give the telephone numbers in one cluster of digits."""
    taken = -1
    for first, group in enumerate(cluster.groups):
        if group.start < taken:
            continue
        number = _at(text, cluster.groups, first, after_number=first > 0 and cluster.groups[first - 1].end == taken)
        if number is not None and not _of_a_thing(text, cluster.groups, first):
            taken = number.end
            yield Hit(number.start, number.end, Kind.PHONE, number.rule, Strength.STOP, number.evidence, 85)


def _of_a_thing(text: str, groups: tuple[Group, ...], first: int) -> bool:
    """Tell whether digits in fours and twos are rather the number of a thing, by the word before them."""
    lengths = tuple(len(group.digits) for group in groups[first : first + len(_THING_LIKE)])
    start = groups[first].start
    return (
        lengths == _THING_LIKE
        and text[start - 1 : start] != "+"
        and _OF_A_THING.search(text, max(0, start - _REACH), start) is not None
    )


def find_words(text: str) -> Iterator[Hit]:
    """Give the numbers that are written out in words, digit by digit."""
    for match in _WORDS.finditer(text):
        words = _SPOKEN.findall(match.group())
        # After an area code in figures fewer words tell; "noll till tre" has too few of them.
        if len(words) >= (2 if match.group()[1:2].isdigit() else _NEAR):
            yield Hit(*match.span(), Kind.PHONE, "phone.words", Strength.STOP, (), 85)


def _at(text: str, groups: tuple[Group, ...], first: int, *, after_number: bool) -> _Number | None:
    group = groups[first]
    plus = group.start > 0 and text[group.start - 1] == "+"
    zero = group.digits[0] == "0"
    apart = group.digits == "00" and first + 1 < len(groups) and groups[first + 1].digits.startswith("46")
    if (plus and not zero) or (zero and (apart or _ABROAD.match(group.digits))):
        return _foreign(groups, first, plus=plus)
    if zero:
        if len(group.digits) == 1 and not _begins_singles(groups, first):
            return None
        return _swedish(text, groups, first, after_number=after_number)
    if group.digits[:2] == "46":
        number = _without_plus(text, groups, first)
        if number is not None:
            return number
    return _local(text, groups) if first == 0 else None


def _begins_singles(groups: tuple[Group, ...], first: int) -> bool:
    """Tell whether digits written one by one begin here."""
    return first == 0 or len(groups[first - 1].digits) > 1 or first + _WHOLE == len(groups)


def _foreign(groups: tuple[Group, ...], first: int, *, plus: bool) -> _Number | None:
    best: Window | None = None
    swedish = "".join(group.digits for group in groups[first : first + 2]).lstrip("0")[:2] == "46"
    signs = _ODD.union(" \n") if swedish else frozenset(" -./()\n")
    for window in leading(groups, first, range(8, _LONGEST + 1), 10):
        if any(len(gap) > _NEAR or not signs.issuperset(gap) for gap in window.gaps):
            break
        home = window.digits.lstrip("0")[2:].lstrip("0")
        if swedish and best is not None and len(home) > 9:  # noqa: PLR2004 - the longest without its zero
            break
        if "\n" in window.gaps[-1:] and not swedish:
            break
        best = window
    if best is None or (not plus and len(best.digits) < 10):  # noqa: PLR2004 - 00 and a country code come first
        return None
    if swedish and _SERVICE.match("0" + best.digits.lstrip("0")[2:].lstrip("0")):
        return None
    return _Number(best.start - int(plus), best.end, "phone.international", ("country_code",))


def _without_plus(text: str, groups: tuple[Group, ...], first: int) -> _Number | None:
    """Read 46 and a mobile number, or any number after a word about telephones, the plus forgotten."""
    for window in leading(groups, first, range(11, 13), 8):
        near = all(gap.strip(" \n") in _TIES for gap in window.gaps)
        if near and _NO_PLUS.match(window.digits) and len(window.digits[2:].lstrip("0")) == _WHOLE - 1:
            return _Number(window.start, window.end, "phone.no_plus", ("country_code",))
    only = groups[first]
    if _NO_PLUS_HOME.fullmatch(only.digits) and _CUE.search(text[max(0, only.start - _REACH) : only.start]):
        return _Number(only.start, only.end, "phone.no_plus", ("after_cue",))
    return None


def _swedish(text: str, groups: tuple[Group, ...], first: int, *, after_number: bool) -> _Number | None:
    start = groups[first].start
    if not after_number and _goes_on(text, groups[first]):
        return None
    if not _AREA.match("".join(group.digits for group in groups[first : first + _LONGEST_CODE])):
        return None
    best: Window | None = None
    for window in leading(groups, first, range(8, 12), 11):
        if len(window.digits) <= _LONGEST_HOME and _grouped(window):
            best = window
    if best is None or _SERVICE.match(best.digits):
        return None
    before = text[max(0, start - _REACH) : start]
    cue = worded(before) and _CUE.search(before) is not None
    mobile = best.digits[1] == "7"
    if mobile and len(best.digits) != _WHOLE and not cue:
        return None
    if not cue and not mobile and len(best.lengths) == 1 and len(best.digits) < 8:  # noqa: PLR2004 - bare seven digits
        return None
    if _AMOUNT.match(text, best.end):
        return None
    return _Number(best.start, best.end, "phone.mobile" if mobile else "phone.swedish", ("after_cue",) if cue else ())


def _goes_on(text: str, group: Group) -> bool:
    """Tell whether a group is tied to digits before it that are no number of their own."""
    start = group.start
    if text[start - 1 : start] in {".", ",", ":", "/"} and text[max(0, start - 2) : start - 1].isdigit():
        return True
    return group.gap in {"-", "/", ".", "_"}


def _grouped(window: Window) -> bool:
    """Tell whether the groups look like a number that someone reads out."""
    if all(length == 1 for length in window.lengths):
        return True
    gaps = [gap.replace(" ", "").strip("\n") for gap in window.gaps]
    if any(len(gap) > _NEAR or not _ODD.issuperset(gap) for gap in gaps):
        return False
    head = window.digits[: window.lengths[0]]
    if window.digits[1] == "7" and len(window.digits) == _WHOLE:
        few = len(window.lengths) <= 6 or (set(window.lengths[1:-1]) == {1} and window.lengths[-1] <= 2)  # noqa: PLR2004 - read out in pairs at most
        return few and (_MOBILE_HEAD.fullmatch(head) is not None or (_TIES.issuperset(gaps) and _no_date(window, gaps)))
    return _grouped_at_home(window, gaps, coded=_AREA.fullmatch(head) is not None)


def _grouped_at_home(window: Window, gaps: list[str], *, coded: bool) -> bool:
    lengths = window.lengths
    if coded and _read_out(window, gaps):
        return True
    if not coded and gaps[:1] in (["-"], ["/"]):
        return False
    told = coded and _AFTER_CODE.issuperset(gaps[:1]) and not (gaps[0] == ":" and lengths[1] < _NEAR)  # a time
    if not (told or _TIES.issuperset(gaps[:1])) or not _TIES.issuperset(gaps[1:]) or not _no_date(window, gaps):
        return False
    if "_" in gaps and len(lengths) > 2:  # noqa: PLR2004 - the name of a file
        return False
    single = gaps[:1] in ([""], [")"]) and lengths[0] == 1
    return all(length > 1 for length in (lengths[1:] if single else lengths))


def _no_date(window: Window, gaps: list[str]) -> bool:
    """Tell whether the groups are not rather a date (01-02-2024), or figures with a dot among other signs."""
    if len(window.lengths) == 3 and window.lengths == (2, 2, 4):  # noqa: PLR2004  # 01-02-2024
        return False
    return "." not in gaps or set(gaps[1:]) == {"."}


def _read_out(window: Window, gaps: list[str]) -> bool:
    """Tell whether an area code stands apart and what follows is grouped anyhow: 031-3 900 600, 08 4 6 5 0 0 4 42."""
    lengths = window.lengths[1:]
    if gaps[0] == "." and max(window.lengths[:2]) > 2 and len(set(gaps[1:])) <= 1:  # noqa: PLR2004 - 08.30-16.30
        return len(lengths) == 1 or gaps[-1] in {"-", ""}
    if gaps[0] in _CLOSED and len(lengths) > 1 and set(gaps[1:]) in ({""}, {"-"}, {"."}):
        dated = gaps[0] in {"/", "-"} and window.lengths[0] == lengths[0] == 2  # noqa: PLR2004 - 08/12 2024
        return max(lengths) <= 4 and not dated  # noqa: PLR2004  # 3 900 600
    return set(gaps) == {""} and len(lengths) >= 5 and set(lengths[:-1]) == {1} and lengths[-1] <= 2  # noqa: PLR2004  # 4 6 5 0 0 4 42


def _local(text: str, groups: tuple[Group, ...]) -> _Number | None:
    """Read a number without an area code, which only a word before it can tell."""
    before = text[max(0, groups[0].start - _REACH) : groups[0].start]
    if not _CUE.search(before) or _OTHER_CUE.search(before):
        return None
    told = announced(before)
    if told is not None and told[0] == "strong":
        return None
    best: Window | None = None
    for window in leading(groups, 0, range(6, 10), 6):
        if all(gap in {" ", "-"} for gap in window.gaps) and all(1 < length < 9 for length in window.lengths):  # noqa: PLR2004  # groups
            best = window
    if best is None or _SERVICE.match(best.digits) or _AMOUNT.match(text, best.end):
        return None
    if len(groups) == 1 and best.digits[:2] in {"19", "20"}:
        return None
    return _Number(best.start, best.end, "phone.local", ("after_cue",))
