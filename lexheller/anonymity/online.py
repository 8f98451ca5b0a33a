"""Does the text hold a link, an account name or an IP address?"""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.late import Late
from lexheller.anonymity.near import around

_ENDINGS = (
    "se|com|org|net|nu|eu|fi|no|dk|io|me|tv|info|example|ly|gl|be|gg|co|app|dev|de|uk|us|biz|link|page|site|online"
    "|blog"
    "|social|cloud|ru|pl|to|cc|ee|lv|lt|is|at|ch|nl|fr|es|it|xyz|club|store|shop|live|chat|fm|am|gle|media|wiki"
)
_LINK = Late(
    r"(?i)(?:h(?:tt|xx)ps? ?:? ?/{1,2}|h(?:tt|xx)ps?:(?=\w+\.)|ftp://"
    r"|(?<![\w:/])//(?=[\w-]+\.\w)) ?[^\s<>\"”]+(?:(?<=[/?=&_-])\n[a-z\d][^\s<>\"”]*)?|(?<![\w.@])www ?[.,][^\s<>\"”]+"
    rf"|(?<![\w.@/-])(?:[^\W_][\w-]{{0,40}}\.){{0,2}}[^\W_][\w-]{{0,40}} ?\.(?:{_ENDINGS})(?::\d+)?/[^\s<>\"”]+"
    r"|(?<![\w.@/-])(?:[\w-]{1,40}\.){1,2}(?:blogspot|wordpress|tumblr|blogg|substack|weebly|wixsite"
    r"|webnode)\.[a-z]{2,4}[^\s<>\"”]*"
    r"|(?<![\w.@/-])(?:[^\W_][\w-]{0,40}\.){1,3}example(?![\w.-]*\w)"
)
_HOME_PAGE = Late(
    r"(?i)(?:blogg|(?<!\w)sida|sidan|hemsid|webbsid|webbplats|sajt|profilsid|länk|domän|kanal)\w*\W{1,3}(?:(?:är|heter"
    r"|på|till|som|finns"
    r"|med)\W){0,3}"
    rf"((?:[^\W_][\w-]{{0,40}}\.){{1,3}}(?:{_ENDINGS}))(?!\w)"
)
# The pages of authorities and of the law tell nothing about a person.
_PUBLIC = Late(
    r"(?i)(?:https?://)?(?:[\w-]+\.)*(?:1177|forsakringskassan|arbetsformedlingen|socialstyrelsen|skatteverket"
    r"|migrationsverket"
    r"|kronofogden|regeringen|riksdagen|domstol|polisen|skolverket|spsm|mfd|jo|ivo|kriminalvarden|skr|csn"
    r"|pensionsmyndigheten"
    r"|folkhalsomyndigheten|finsam|nnsfinsam|lagrummet|boverket|do|imy|verksamt|socialforum|kunskapsguiden|umo|bris"
    r"|scb"
    r"|lakemedelsverket|fass|mucf|uhr|antagning|elegnamnden|bankid|minameddelanden|lansstyrelsen"
    r"|jamstalldhetsmyndigheten)"
    r"\.se\b"
)
_PLATFORM = (
    r"instagram|insta|facebook|fb|snapchat|snapen|snap|tiktok|twitter|discord|telegram|skype|kik|messenger|signal"
    r"|reddit"
    r"|twitch|(?<!\w)ig(?!\w)|profil|kontot?|youtube|linkedin|onlyfans|xbox|psn|steam|roblox|fortnite|bluesky"
    r"|mastodon|threads|whatsapp|swishar"
)
_NAMED = r"(?=[\w.:#-]{0,40}[^\W\d_])(?=[\w.:-]{0,40}[\d_#]|[\w:-]{1,40}\.\w)[\w][\w.:#-]{1,40}[\w]"
_HANDLE = re.compile(r"@(?<![\w@.]@)[A-Za-z0-9_](?:[\w.]{1,29})\w|u/(?<![\w/]u/)[\w-]{3,20}")
_ACCOUNT = re.compile(
    rf"(?<!\w)(?:{_PLATFORM}|användarnamn(?:et)?|username|alias|nick|gamertag)"
    r"(?:[- ]?(?:konto(?:t)?|namn(?:et)?|profil(?:en)?|id|länk))?"
    r"(?:\W{1,3}(?:är|nr|heter|konto(?:t)?|namn(?:et)?|profil(?:en)?|användarnamn(?:et)?|som|under|med|kallad|hon|han"
    r"|hen|jag|de|dom|kanal(?:en)?)){0,4}"
    rf"(?:[:= \"'(@-]{{1,3}}|:\n|\. )({_NAMED})",
    re.IGNORECASE,
)
_ACCOUNT_AFTER = re.compile(rf"(?<![\w.@])({_NAMED}) på (?:{_PLATFORM})\b", re.IGNORECASE)
# Signs that every link has one of; the slow pattern is tried only just before them.
_ANCHOR = re.compile(
    r"/|:(?<=[pPsS]:)(?=\w)|[.,](?:(?<=[wW]{3}.)|(?<=[wW]{3} .))"
    r"|\.(?i:example|blogspot|wordpress|tumblr|blogg|substack|weebly|wixsite|webnode)"
)
# Where a link may begin: at the beginning of a word, or at the letters that links begin with.
_BEGINS = re.compile(r"(?<![\w./@-])[\s\S]|[hHfFwW]")
_HOST_END = re.compile(rf"\.(?:{_ENDINGS})(?::\d+)?$", re.IGNORECASE).match
_DOMAIN = re.compile(rf"\.(?i:{_ENDINGS})(?!\w)")
_HOME_WORDS = ("blogg", "sida", "hemsid", "webbsid", "webbplats", "sajt", "profilsid", "länk", "domän", "kanal")
_LIKE_AN_ACCOUNT = re.compile(
    r"[\d_#](?:(?<=[^\W\d].)|(?<=[^\W\d][.:#_-].)|(?=[^\W\d])|(?=[.:_#-][^\W\d]))|\.(?<=\w.)(?=\w)(?<!\d.(?=\d))"
)
_ACCOUNT_WORDS = (
    *_PLATFORM.replace(r"(?<!\w)ig(?!\w)|", "").replace("kontot?", "konto").split("|"),
    *(f"{before}ig{after}" for before in ' \n("' for after in " :=-\n("),
    "användarn",
    "username",
    "alias",
    "nick",
    "gamertag",
)
_REACH, _BACK = 120, 3
_SPAN = re.compile(r"[\d.:-]+(?:kr|st|tim|år)?|\w+\.\w+\.", re.IGNORECASE)


def find(text: str) -> Iterator[Hit]:
    """Give every link and account name."""
    lower = text.lower()
    yield from _pages(text)
    if any(word in lower for word in _HOME_WORDS):
        for stretch in around(_DOMAIN, text, _REACH, _BACK):
            for match in _HOME_PAGE().finditer(text, *stretch):
                if not _PUBLIC().match(text, *match.span(1)):
                    yield Hit(*match.span(1), Kind.URL, "url.home_page", Strength.ASK, ("after_cue",), 87)
    if "@" in text or "u/" in text:
        for match in _HANDLE.finditer(text):
            yield Hit(*match.span(), Kind.URL, "url.account", Strength.ASK, (), 70)
    if any(word in lower for word in _ACCOUNT_WORDS) or lower.startswith("ig"):
        yield from _accounts(text)


def _accounts(text: str) -> Iterator[Hit]:
    for stretch in around(_LIKE_AN_ACCOUNT, text, _REACH, _REACH):
        for pattern in (_ACCOUNT, _ACCOUNT_AFTER):
            for match in pattern.finditer(text, *stretch):
                if not _SPAN.fullmatch(match[1]):
                    yield Hit(*match.span(1), Kind.URL, "url.account", Strength.ASK, ("after_cue",), 70)


def _pages(text: str) -> Iterator[Hit]:
    last = 0
    tried: dict[int, re.Match[str] | None] = {}
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() < last:
            continue
        match = _link(text, last, anchor, tried)
        if match is None:
            continue
        last = match.end()
        end = match.start() + len(match.group().rstrip(".,;:!?)]'*"))
        if end > match.start() and not _PUBLIC().match(text, match.start(), end):
            yield Hit(match.start(), end, Kind.URL, "url.link", Strength.ASK, (), 90)


def _link(
    text: str, last: int, anchor: "re.Match[str]", tried: "dict[int, re.Match[str] | None]"
) -> "re.Match[str] | None":
    """Give the link that an anchor belongs to: it begins in the same word, or in the one before.

    Where a link was sought for an anchor before, it is not sought again.
    """
    place = anchor.start()
    if anchor.group() == "/" and not (
        text[place - 1 : place] == ":"
        or (text[place + 1 : place + 2] == "/" and text[place - 1 : place] != "/")
        or _ends_host(text, max(last, place - _REACH), place)
    ):
        return None
    first = max(last, place - _REACH)
    word = max(text.rfind(" ", first, place), text.rfind("\n", first, place))
    first = max(first, text.rfind(" ", first, max(first, word)) + 1)
    begins = (match.start() for match in _BEGINS.finditer(text, first + 1, place)) if first < place else ()
    for begin in (first, *begins, place):
        if begin not in tried:
            tried[begin] = _LINK().match(text, begin)
        match = tried[begin]
        if match is not None and match.end() > place:
            return match
    return None


def _ends_host(text: str, first: int, place: int) -> bool:
    """Tell whether the name of a host ends here: what stands after the last dot says it."""
    dot = text.rfind(".", first, place)
    return dot >= 0 and _HOST_END(text, dot, place) is not None
