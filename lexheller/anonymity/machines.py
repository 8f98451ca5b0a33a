"""Does the text hold a machine's address on the net, IPv4 or IPv6?"""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.near import worded

_TAIL = r"(?:[:#%]\d{1,5}(?!\d))?(?:/\d{1,3}(?!\d))?"
_FOUR = re.compile(
    rf"\d(?<![\d.]\d)(?:(?<![^\W_]\d)|(?<=[iI][pP]\d))\d{{0,2}}\.\n?(?:\d{{1,3}}\.\n?){{2}}\d{{1,3}}(?!\d|\.\d"
    rf"|[^\W_]){_TAIL}"
)
# Apart or with commas, only after a word about computers.
_FOUR_APART = re.compile(r"\d(?<![\w.]\d)\d{0,2}(?:(?: ?[.,·•_:] ?| |-)\d{1,3}){3}(?![\w]|[.,]\d)")
_SIX = re.compile(
    r"(?:(?<![\w:.])|(?<=[g-zåäöG-ZÅÄÖ]:)|(?<=[vV]6:))\[?((?:[0-9A-Fa-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}"
    r"|[0-9A-Fa-f]{0,4}))(?!\w|:\w)(?:%\w{1,15})?"
    r"\]?(?::\d{1,5})?(?:/\d{1,3}(?!\d))?"
)
_HARD = re.compile(r"[:-][0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){3}")
_HARDWARE = re.compile(r"[0-9A-Fa-f]{2}(?<![\w:-]..)(?:([:-])[0-9A-Fa-f]{2})(?:\1[0-9A-Fa-f]{2}){4}(?![\w:-])")
_COLONS = re.compile(r":[0-9A-Fa-f]{0,4}:")
_OCTET, _DOTS = 255, 3
_VERSION = re.compile(
    r"\b(?:version\w*|ver\.?|v\.?|kap(?:itel)?\.?|avsnitt(?:et)?|punkt(?:en)?|bilaga|§|rubrik|stycke)"
    r"\s?(?:\d[\d.]*(?:,| och| eller| till|-)\s?)*$",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"(?:\bip\b|ip-?(?:adress|nr|nummer)|inlogg|adressen|logga|logg|server|dator|nätverk|router|wifi)[^.\n]{0,30}$",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Hit]:
    """Give every IP address."""
    for match in _FOUR.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        if _octets(match.group()) and (not _VERSION.search(before[-32:]) or _CUE.search(before)):
            yield Hit(*match.span(), Kind.IP, "ip.4", Strength.ASK, (), 89)
    for match in _FOUR_APART.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        told = match.group().count(" . ") == _DOTS or (worded(before) and _CUE.search(before))
        if told and _octets(match.group()):
            yield Hit(*match.span(), Kind.IP, "ip.4_apart", Strength.ASK, ("after_cue",), 87)
    for match in _HARDWARE.finditer(text) if _HARD.search(text) is not None else ():
        yield Hit(*match.span(), Kind.IP, "ip.hardware", Strength.ASK, (), 89)
    if _COLONS.search(text) is not None:
        for match in _SIX.finditer(text):
            written = match[1]
            cut = int(written.endswith(":") and not written.endswith("::"))  # a colon after it
            if _is_six(written[: len(written) - cut]):
                yield Hit(match.start(), match.end() - cut, Kind.IP, "ip.6", Strength.ASK, (), 89)


def _octets(written: str) -> bool:
    plain = written.partition("/")[0].partition(":")[0]
    parts = re.findall(r"\d+", plain)
    return not (parts[0].startswith("0") and int(parts[0])) and all(int(part) <= _OCTET for part in parts)


def _is_six(written: str) -> bool:
    import ipaddress  # a few milliseconds that most texts need not pay

    try:
        ipaddress.IPv6Address(written)
    except ValueError:
        return False
    return any(map(str.isalnum, written))
