"""Does the text hold an e-mail address, a link, an account name or an IP address?"""

import ipaddress
import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength

_LOCAL = r"[^\W_](?:[\w.+-]{0,63}\w)?"
_MAIL = re.compile(rf"(?<![\w.+-]){_LOCAL} ?@ ?[^\W_][\w-]{{0,62}}(?:\.[\w-]{{1,62}}){{1,4}}(?<![-_])")
_AT = r"(?: ?@ ?| ?[(\[{<] ?(?:at|snabel-?a|@|ät) ?[)\]}>] ?| (?:snabel-?a|at|ät) | ?snabel-?a ?)"
_DOT = r"(?:\.| ?[(\[{<] ?(?:dot|punkt|\.) ?[)\]}>] ?| (?:dot|punkt) )"
_SPELLED = re.compile(
    rf"(?<![\w.+-])[^\W_][\w+-]{{0,40}}(?:{_DOT}[\w+-]{{1,40}}){{0,3}}{_AT}[^\W_][\w-]{{0,40}}(?:{_DOT}[\w-]{{2,20}}){{1,3}}(?!\w)",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:https?://|ftp://|(?<![\w.@])www\.)[^\s<>\"”]+"
    r"|(?<![\w.@/-])(?:[a-z0-9-]{1,40}\.){1,3}(?:se|com|org|net|nu|eu|fi|no|dk|io|me|tv|info|example)/[^\s<>\"”]+",
    re.IGNORECASE,
)
# The pages of authorities and of the law tell nothing about a person.
_PUBLIC = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)*(?:1177|forsakringskassan|arbetsformedlingen|socialstyrelsen|skatteverket"
    r"|migrationsverket"
    r"|kronofogden|regeringen|riksdagen|domstol|polisen|skolverket|spsm|mfd|jo|ivo|kriminalvarden|skr|csn"
    r"|pensionsmyndigheten"
    r"|folkhalsomyndigheten|finsam|nnsfinsam|lagrummet|boverket|do|imy|verksamt|socialforum|kunskapsguiden)\.se\b",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"(?<![\w@.])@[A-Za-z0-9_](?:[\w.]{1,29})\w"
    r"|\b(?:instagram|insta|facebook|fb|snapchat|snap|tiktok|twitter|discord|telegram|skype"
    r"|kik)(?:[: ]{1,2}(?:konto(?:t)? |namn(?:et)? |heter )?)"
    r"(?=[\w.]{0,30}[\d_.])[A-Za-z0-9_][\w.]{2,29}\w",
    re.IGNORECASE,
)
_IP4 = re.compile(r"(?<![\w.])(?:(?!0\d)\d{1,3}\.){3}(?!0\d)\d{1,3}(?![\w]|\.\d)")
_IP6 = re.compile(r"(?<![\w:.])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\w:])")
_OCTET = 255
_VERSION = re.compile(r"(?:version|ver\.?|v\.?|kap(?:itel)?\.?|avsnitt|punkt|bilaga|§)\s?$", re.IGNORECASE)


def find(text: str) -> Iterator[Hit]:
    """Give every way to reach somebody over the net."""
    if "@" in text or "at" in text or "ät" in text or "nabel" in text:
        yield from _mail(text)
    for match in _LINK.finditer(text):
        end = match.start() + len(match.group().rstrip(".,;:!?)]'*"))
        if end > match.start() and not _PUBLIC.match(text, match.start(), end):
            yield Hit(match.start(), end, Kind.URL, "url.link", Strength.ASK, (), 88)
    for match in _HANDLE.finditer(text):
        start = match.end() - len(match.group().split()[-1].split(":")[-1])
        yield Hit(start, match.end(), Kind.URL, "url.account", Strength.ASK, (), 70)
    yield from _ip(text)


def _mail(text: str) -> Iterator[Hit]:
    for match in _MAIL.finditer(text):
        yield Hit(match.start(), match.end(), Kind.EMAIL, "email.address", Strength.STOP, (), 90)
    for match in _SPELLED.finditer(text):
        words = match.group().lower()
        strong = "snabel" in words or "@" in words or "(" in words or "[" in words or "{" in words or "<" in words
        if strong or "punkt" in words or "dot" in words or "." in words.partition(" at ")[2]:
            yield Hit(match.start(), match.end(), Kind.EMAIL, "email.spelled_out", Strength.STOP, ("spelled_out",), 89)


def _ip(text: str) -> Iterator[Hit]:
    for match in _IP4.finditer(text):
        if all(int(part) <= _OCTET for part in match.group().split(".")) and not _VERSION.search(
            text[max(0, match.start() - 12) : match.start()]
        ):
            yield Hit(match.start(), match.end(), Kind.IP, "ip.4", Strength.ASK, (), 87)
    for match in _IP6.finditer(text):
        try:
            ipaddress.IPv6Address(match.group())
        except ValueError:
            continue
        if any(char.isalnum() for char in match.group()):
            yield Hit(match.start(), match.end(), Kind.IP, "ip.6", Strength.ASK, (), 87)
