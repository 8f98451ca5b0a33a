"""Does the text hold a personnummer or samordningsnummer, however it is written?

The date decides how hard the gate is: with a plausible date the number stops the text, check digit right or wrong
(a slip of the finger points out a person too); with an impossible date the gate asks.
"""

import re
from collections.abc import Iterator
from itertools import chain

from lexheller.anonymity.digits import Cluster, Window, luhn, real_date
from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.near import around

# Ten or twelve digits with a possible day, or day + 60; looked for in the digits alone, whatever stands between.
_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
_LONG = re.compile(rf"(?:18|19|20)\d{{2}}{_DAY}\d{{4}}")
_SHORT = re.compile(rf"\d{{2}}{_DAY}\d{{4}}")
# Written after a cue, however odd: "personnr", "pnr", "samordningsnr" ...
_CUE = re.compile(
    r"(?:person|samordnings?|födelse)-?\s?(?:nummer|nr|num)\w*|p-?nr\b|pnr|samord(?:nr|\.)|(?<!\w)(?:sam"
    r"|pers)\.?-?nr|personal (?:identity )?(?:number|no)\b|(?<!\w)id(?:entity)?[ -](?:number|no)\b"
    r"|coordination number|social security (?:number|no)\b",
    re.IGNORECASE,
)
_PHONE_CUE = re.compile(r"(?:\b(?:ring|tel|mobil|sms|nås|nå|telefon|swish|fax)\w*)\W*(?:\w+\W+){0,2}$", re.IGNORECASE)
_USUAL = re.compile(r"(?<![\d-])((?:18|19|20)?\d{6})[-+](\d{4})(?![\d-])")
CUE_BEFORE = re.compile(
    rf"(?:{_CUE.pattern})(?: \([^()\n]{{2,24}}\)|, [^\W\d_]{{2,14}})?[^\w\n]{{0,3}}(?:är )?$", re.IGNORECASE
)
_TEN_DIGITS = re.compile(r"((?:18|19|20)?\d{6})[-+ ]?(\d{3,5})(?<=[-+ \d]\d{3})(?!\d)")
# As a clock writes a day and a time; with a right check digit, and no time of these years, it is a number.
_CLOCKED = re.compile(r"(?<!\d)((?:19|20)?\d{6})[Tt](\d{4})(?!\d)")
# One digit of the last four forgotten, or one too many.
_NINE = re.compile(rf"(?<![\w+-])(?<!\d[.,:/])((?:18|19|20)?\d{{2}}{_DAY})-(?:\d{{3}}|\d{{5}})(?![\w-]|[.,:/]\d)")
_SIX = re.compile(r"\d{6,}")  # what the slower patterns begin with
_AFTER_SIX = 10
_ORGANISATION_MONTHS = range(20, 100)  # the third and fourth digit of every organisation number
_MOBILE = re.compile(r"07[02369]")
_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_RECENT = 2016  # a day after this with a time behind it is rather when something was printed
_TEN, _TWELVE, _FOUR, _REACH = 10, 12, 4, 40
_MOST_GROUPS = 7
_SINGLE = 1
# How the digits before the last four are grouped by people: 831204, 83 12 04, 19 831204, 1983 12 04 ...
# The number of a case at the police: its letter stands before.
_CASE_BEFORE = re.compile(r"(?:nr|nummer|numret)[.:]{0,2} [A-ZÅÄÖ]{1,3}[ -]$|(?<!\w)K[ -]$")
_DATES = frozenset({
    (6,), (8,), (2, 2, 2), (4, 2, 2), (2, 6), (4, 2), (2, 2, 2, 2), (4, 4), (2, 4), (2, 4, 2), (6, 2), (2, 2, 4),
})  # fmt: skip
_WHOLE = frozenset({(10,), (12,), (2, 10), (4, 2, 6), (2, 2, 6), (4, 8), (2, 8)})
_DATES_BEFORE_PAIRS = _DATES - {(2, 2, 2), (2, 4), (4, 2)}
_PLAIN_GAPS = frozenset({"", " ", "-", "/", ".", "+"})
_AROUND_TIES = " \n>"
_TIES = frozenset({"", "-", "+", "--", "_", "~", "=", "/", ".", "*", "**", "**-**", "(-", "·", "•", "|", "'"})
_LOOSE_TIES = frozenset("-+/._()~=|*'·•・…:,;\"”“[]{}>\\")  # any of these, when the check digit vouches
_RANK_RIGHT, _RANK, _RANK_LIKE_PHONE = 97, 95, 84


def find(text: str, cluster: Cluster) -> Iterator[Hit]:
    """Give every personnummer or samordningsnummer in one cluster of digits."""
    digits = cluster.digits
    if len(digits) < _TEN:
        return
    for pattern in (_LONG, _SHORT):
        for first, place in enumerate(cluster.firsts):
            match = pattern.match(digits, place)
            last = cluster.ending.get(match.end()) if match is not None else None
            if match is None or last is None:
                continue
            if last - first > _MOST_GROUPS and not _lone(cluster, first, last) and not luhn(match.group()[-_TEN:]):
                continue
            window = cluster.window(first, last)
            if not _tied(cluster, first, last, window):
                hit = _judge(text, window, cluster.groups[0].start)
                if hit is not None:
                    yield hit


def kind_of(digits: str) -> Kind | None:
    """Tell what ten or twelve digits would be, if their date exists."""
    short = digits[-10:]
    year = int(digits[:4]) if len(digits) == _TWELVE else int(short[:2])
    month, day = int(short[2:4]), int(short[4:6])
    if real_date(year, month, day):
        return Kind.PERSONNUMMER
    return Kind.SAMORDNINGSNUMMER if real_date(year, month, day - 60) else None


def _tied(cluster: Cluster, first: int, last: int, window: Window) -> bool:
    """Tell whether more digits are tied on in the same way, so that this is a part of some longer row."""
    groups = cluster.groups
    after = groups[last + 1] if last + 1 < len(groups) else None
    inner = window.gaps[0] if window.gaps else ""
    if after is not None and after.gap == inner and inner in {"-", ".", "/", ","} and len(window.lengths) > 2:  # noqa: PLR2004  # more than a day and four digits
        return True
    if after is not None and after.gap in {"-", ".", "/"} and window.lengths[-1] != _FOUR and len(window.lengths) > 1:
        return True
    return first > 0 and groups[first].gap in {".", ","} and groups[first].gap in window.gaps[:-1]


def _lone(cluster: Cluster, first: int, last: int) -> bool:
    """Tell whether digits written one by one have none of their kind beside them, as in a table."""
    groups = cluster.groups
    return not (
        (first > 0 and len(groups[first - 1].digits) == _SINGLE)
        or (last + 1 < len(groups) and len(groups[last + 1].digits) == _SINGLE)
    )


def _judge(text: str, window: Window, begin: int) -> Hit | None:
    """Give the number that a window is, if it is one; `begin` is where the signs and digits around it begin."""
    if window.lengths[:2] == (2, 1) and window.gaps[0].endswith("(") and window.gaps[1].startswith(")"):
        return None  # +46 (0)70-174 06 05
    kind = kind_of(window.digits)
    if kind is None:
        return None
    right = luhn(window.digits[-10:])
    before = text[max(0, window.start - _REACH) : window.start]
    worded = window.start - _REACH < begin  # else only digits and signs stand before, and no word to look for
    cue = worded and _CUE.search(before) is not None
    if not (right or len(window.lengths) <= _MOST_GROUPS or _grouped(window, sure=False)):
        return None
    if not _grouped(window, sure=right or cue) or (not (right and cue) and _reads_as_time(window, right=right)):
        return None
    if not (right or cue) and window.lengths == (4, 2, 4) and _CASE_BEFORE.search(before):
        return None
    evidence = ("date_ok", "check_digit_ok" if right else "check_digit_wrong", *(("after_cue",) if cue else ()))
    rank = _RANK_RIGHT if right else _RANK
    if not cue and _reads_as_phone(before, window, worded=worded, right=right):
        rank = _RANK_LIKE_PHONE
        # Six and four with a hyphen or a plus is a personnummer if it is no telephone's.
        if not (right or window.gaps in {("-",), ("+",)}):
            return None
    return Hit(window.start, window.end, kind, f"{kind.lower()}.{len(window.digits)}", Strength.STOP, evidence, rank)


def _grouped(window: Window, *, sure: bool) -> bool:
    """Tell whether the digits are grouped as people group them; when sure, the signs between may be odder."""
    lengths, between = window.lengths, set(window.gaps)
    if not between <= _PLAIN_GAPS:
        broken = [gap for gap in window.gaps if "\n" in gap]
        if len(broken) > 1 or (not sure and any(gap.strip(" >") == "\n" for gap in broken)):
            return False
        stripped = {gap.strip(_AROUND_TIES) for gap in between}
        if not all(gap in _TIES or (sure and _LOOSE_TIES.issuperset(gap)) for gap in stripped):
            return False
    if lengths in _WHOLE:
        return True
    if lengths[0] == _SINGLE and set(lengths) == {_SINGLE}:
        return True
    if lengths[-1] == _FOUR and lengths[:-1] in _DATES:
        return sure or all(gap.strip(_AROUND_TIES) in {"", "-", "/", "."} for gap in window.gaps[:-1])
    if lengths[-2:] == (2, 2) and lengths[:-2] in _DATES_BEFORE_PAIRS:
        return sure or window.gaps[-2].strip(_AROUND_TIES) in {"-", "+"}
    amount = between == {" "} and set(lengths[1:]) == {3} and lengths[0] <= 3  # noqa: PLR2004 - thousands
    return sure and len(lengths) <= _MOST_GROUPS and not amount and not window.digits.startswith("0")


def _reads_as_time(window: Window, *, right: bool) -> bool:
    """Tell whether the last four are rather the time of a recent day, or a year after a date."""
    digits, gaps = window.digits, window.gaps
    if len(digits) != _TWELVE or len(window.lengths) == 1:
        return False
    if len(window.lengths) > 1 and ":" in gaps[-1]:
        return _TIME.fullmatch(digits[-4:]) is not None
    if right:
        return False
    apart = window.lengths == (4, 2, 2, 4) and gaps[-1] == " "
    if int(digits[:4]) >= _RECENT and _TIME.fullmatch(digits[-4:]) and (apart or gaps[-1] == "_"):
        return True
    return window.lengths == (4, 2, 2, 4) and gaps[-1] == " - " and digits[-4:-2] in {"19", "20"}


def _reads_as_phone(before: str, window: Window, *, worded: bool, right: bool) -> bool:
    """Tell whether ten digits that could be a date at the start are rather a telephone number."""
    if len(window.digits) != _TEN or not window.digits.startswith("0"):
        return False
    if before.rstrip().endswith(("+46", "0046")) or (worded and _PHONE_CUE.search(before)):
        return True
    if _MOBILE.match(window.digits):
        usual = window.lengths in {(6, 4), (2, 2, 2, 4)}
        coordination = int(window.digits[4:6]) > 60  # noqa: PLR2004 - the day of a samordningsnummer
        return coordination or not (right or usual)
    return False


def find_other(text: str) -> Iterator[Hit]:
    """Give numbers with a day that no calendar has, or with a letter between date and end."""
    stretches = tuple(around(_SIX, text, 0, _AFTER_SIX))
    for match in chain.from_iterable(_TEN_DIGITS.finditer(text, *stretch) for stretch in stretches):
        digits = match[1] + match[2]
        if len(match[2]) != _FOUR:
            yield from _slip(text, match)
        elif kind_of(digits) is None:
            month = int(digits[-8:-6])
            cue = CUE_BEFORE.search(text, max(0, match.start() - _REACH), match.start()) is not None
            odd = month in _ORGANISATION_MONTHS or _MOBILE.match(digits) is not None
            if cue or (not odd and _USUAL.match(text, match.start()) is not None):
                evidence = ("date_impossible", *(("after_cue",) if cue else ()))
                yield Hit(*match.span(), Kind.PERSONNUMMER, "personnummer.impossible_date", Strength.ASK, evidence, 60)
    for match in chain.from_iterable(_CLOCKED.finditer(text, *stretch) for stretch in stretches):
        if luhn((match[1] + match[2])[-_TEN:]) and not (_TIME.fullmatch(match[2]) and not match[1].startswith("19")):
            yield from put_together(match[1] + match[2], *match.span(), told=True)


def put_together(digits: str, start: int, end: int, *, told: bool) -> Iterator[Hit]:
    """Give a number put together from its parts, if its date exists; told in no words, if its check digit is right."""
    kind, right = kind_of(digits), luhn(digits[-_TEN:])
    if kind is not None and (right or told):
        evidence = ("date_ok", "check_digit_ok" if right else "check_digit_wrong", "after_cue")
        yield Hit(start, end, kind, f"{kind.lower()}.{len(digits)}", Strength.STOP, evidence, _RANK_RIGHT)


def _slip(text: str, match: "re.Match[str]") -> Iterator[Hit]:
    """Give a number whose end lacks a digit or has one too many."""
    slip = _NINE.match(text, match.start())
    if slip is not None and kind_of(slip[1] + "0000") is not None and _MOBILE.match(slip[1]) is None:
        yield Hit(*slip.span(), Kind.PERSONNUMMER, "personnummer.slip", Strength.ASK, ("date_ok",), 60)
