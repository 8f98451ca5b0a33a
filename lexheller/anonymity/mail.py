"""Does the text hold an e-mail address, however it is disguised?

Every sign for "at" is looked for first; what stands on each side decides whether it is an address.
"""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength

_TOP = r"(?:se|com|org|net|nu|eu|fi|no|dk|io|info|example|de|uk|pl|me|biz|ru|edu|gov|test|invalid|co|us|fr|nl|es|it|tv)"
_SPOKEN_DOT = r"(?:[(\[{<*=_/\"-](?:dot|punkt|prick)[)\]}>*=_/\"-]|(?<= )(?:dot|punkt|prick)(?= ))"
_SIGN = re.compile(r"\\?@{1,3}(?=[\w \n\[(<])")
_BEFORE = re.compile(
    r"(?:\"[\w .-]{1,40}\"|(?:[^\W\d_A-ZÅÄÖ]{1,20}\. (?=[a-z]))?[\w.+'!#$%&*/=?^`{|}~-]{1,64})( ?\n?)$"
)
_AFTER = re.compile(
    rf"([ \n]?)(?:[\[(<]{{0,2}}[^\W_][\w-]{{0,62}}(?:\.{{1,2}}[\w-]{{1,62}}){{1,4}}"
    rf"|[^\W_][\w-]{{0,62}} ?\n?[.,;:][ \n]?{_TOP}(?!\w)|(?:[^\W_][\w-]{{0,62}} ?{_SPOKEN_DOT} ?){{1,3}}{_TOP}(?!\w)"
    r"|[^\W_][\w-]{2,62})",
    re.IGNORECASE,
)
_DOTTED = re.compile(rf"(?:[.,;:]|{_SPOKEN_DOT})[ \n]?{_TOP}(?!\w)|\.[^\W\d_]{{2,24}}(?!\w)", re.IGNORECASE)
_KNOWN = re.compile(rf"(?:[.,]|{_SPOKEN_DOT})[ \n]?{_TOP}$", re.IGNORECASE)
_TOO_LONG = 64

# Spelled out: the signs in brackets need no more proof, the bare words do.
_STRONG = re.compile(
    r"[(\[{<] ?(?i:at|snabel-?a|@|ät|a|alfa) ?[)\]}>](?: |[_.-](?=[^\W_]))?|[*=/\"|~-]{1,2}(?i:at)[*=/\"|~-]{1,2} ?",
)
_CURL = re.compile(r"[-_. ]?snabel[- ]?a[-_. ]?", re.IGNORECASE)
_WEAK = re.compile(r" (?:at|ätt?|alfa|ett a) |_(?:at|ät)_", re.IGNORECASE)
_DOT = (
    r"(?:\.| ?[(\[{<] ?(?:dot|punkt|prick|\.) ?[)\]}>] ?| (?:dot|punkt|prick) | \. "
    r"|[-_*=/\"]{1,2}(?:dot|punkt)[-_*=/\"]{1,2})"
)
_NAME_BEFORE = re.compile(rf"[\w+-]{{1,40}}(?:{_DOT}[\w+-]{{1,40}}){{0,3}} ?$", re.IGNORECASE)
_HOST_AFTER = re.compile(rf"[^\W_][\w-]{{0,40}}?(?:{_DOT}[^\W_][\w-]{{1,20}}?){{1,3}}(?![^\W_])", re.IGNORECASE)
_REACH = 90
_SIGNED = tuple(f"{sign}at{sign}" for sign in '*=/"|~-')
_COMMA = re.compile(rf"[^\W_][\w-]{{0,40}},{_TOP}(?!\w)", re.IGNORECASE)


def find(text: str) -> Iterator[Hit]:
    """Give every e-mail address."""
    if "@" in text:
        yield from _plain(text)
    yield from _spelled(text)


def _plain(text: str) -> Iterator[Hit]:
    for sign in _SIGN.finditer(text):
        after = _AFTER.match(text, sign.end())
        before = _BEFORE.search(text, max(0, sign.start() - _REACH), sign.start()) if after is not None else None
        if before is None or after is None or before.group()[-1] == "/":  # an account after a link
            continue
        host, apart = after.group(), (before[1], after[1])
        dotted = _DOTTED.search(host) is not None
        # With a space on one side only an address with a known ending is meant: "insta @anna.b" is an account.
        if any(apart) and not (dotted if all(apart) or apart == ("", "\n") else _KNOWN.search(host)):
            continue
        if not dotted and ("." in host[-2:] or len(before.group()) < 2):  # noqa: PLR2004 - one letter is no address
            continue
        start = before.start() + len(before.group()) - len(before.group().lstrip(".'+-*/=_~`#!"))
        if start < sign.start():
            yield Hit(start, after.end(), Kind.EMAIL, "email.address", Strength.STOP, (), 98)


def _spelled(text: str) -> Iterator[Hit]:
    lower = text.lower()
    for pattern, signs in (
        (_STRONG, ("(", "[", "{", "<", *_SIGNED)),
        (_CURL, ("nabel",)),
        (_WEAK, (" at ", " ät", " alfa ", "_at_", "_ät_")),
    ):
        for sign in pattern.finditer(text) if any(sign in lower for sign in signs) else ():
            after = _HOST_AFTER.match(text, sign.end())
            plain = pattern is _WEAK or sign.group().strip(" ")[0] not in "([{<s"
            host = after.group() if after is not None else ""
            if after is None or (plain and not _told(host)):
                comma = _COMMA.match(text, sign.end())
                if pattern is _WEAK or comma is None:
                    continue
                after = comma
            before = _NAME_BEFORE.search(text, max(0, sign.start() - _REACH), sign.start())
            if before is not None:
                yield Hit(
                    before.start(), after.end(), Kind.EMAIL, "email.spelled_out", Strength.STOP, ("spelled_out",), 92
                )


def _told(host: str) -> bool:
    """Tell whether a bare "at" is followed by something that ends as hosts do."""
    return re.search(rf"{_DOT}{_TOP}$", host, re.IGNORECASE) is not None
