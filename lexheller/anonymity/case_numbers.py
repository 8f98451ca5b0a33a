"""Does the text hold a register number of an authority, a court, a passport or a journal?

Laws, preparatory works and court reports are numbered alike and are public; they pass.
"""

import re
from collections.abc import Iterator

from lexheller.anonymity.case_cues import cue
from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.near import around, worded

_TOKEN = re.compile(
    r"(?<![\w#])(?<!-(?=[A-ZÅÄÖ]))#?(?:[A-ZÅÄÖ]{1,6}(?:[-/.:]| (?=\d"
    r"|[A-ZÅÄÖ]{1,5}[-/.: ]?\d))?(?:[A-ZÅÄÖ]{1,5}[-/.: ]?)?|[A-ZÅÄÖ][a-zåäö]{1,2}[-/]|[a-zåäö]{1,3}-?)?"
    r"\d\w*+(?:[-/.:_]{1,2}\w++){0,6}(?: \d{2,4}(?=[ .,;)\n]|$)){0,3}"
)
# One pattern, so that the text is read once; each way to number stands under its own name.
_SHAPES = re.compile(
    r"(?<![\w-])(?=[A-ZÅÄÖ\d])(?:"
    r"(?P<court>(?:PT(?=[ -]?\d{3})|PMT|PMÄ|PMÖ|ÖÄ|FT|UM|KFM|MIV|FR|KR|TR|FörvR|KamR|HovR|Ö|Ä|T|B|K|M|F|A|P)"
    r"(?:[ -]?\d{2,6}[-/]|[ -]?\d{3,6} - )\d{2}(?![\w-]))"
    r"|(?P<diary>[A-Z]\d{2,3}\.\d{3,6}/(?:19|20)\d{2}(?![\w-]))"
    r"|(?P<police>(?:\d{4}[- ]?)?K[- ]?\d{4,7} ?- ?\d{2,4}(?![\w-]))"
    r"|(?P<enforcement>(?:(?:U|E|S|UE|AM|AMR)-\d{3,7}-|(?:UE|AM|AMR)[ .-]\d{4,7}[-.])\d{2}(?:/\d{2})?(?![\w-]))"
    r"|(?P<year_unit>(?:19|20)\d{2}[-/ ][A-ZÅÄÖ]{2,6}[-/ ]?\d{2,6}(?![\w-]))"
    r"|(?P<unit_year>(?:[A-ZÅÄÖ]{1,6}|[A-ZÅÄÖ][a-zåäö][A-ZÅÄÖ]"
    r"|[A-ZÅÄÖ][a-zåäö]{1,2}(?=[-/]))(?:[-/ ][A-ZÅÄÖ]{1,5})?[- /.]?(?:19"
    r"|20)\d{2}(?:[-/:]\d{3,6}|\.\d{4,6})(?:[-.]\d{1,3}| \d{4})?(?![\w-]))"
    r"|(?P<unit_number>[A-ZÅÄÖ]{2,5}-\d{2,6}-\d{2,6}(?:-\d{1,5})?(?![\w-]))"
    r"|(?<![\w.-])(?P<plan>\d{1,2}(?:\.\d{1,2}){1,4}-\d{3,6}[-/](?:19|20)\d{2}(?:-\d{1,3})?(?![\w-]))"
    r"|(?<![\w./-])(?P<number_year>\d{2,6}-\d{2,6}/(?:19|20)?\d{2}(?:-\d{1,3})?(?![\w-]))"
    r"|(?<![\w./:-])(?P<number_slash_year>(?:[A-ZÅÄÖ]{2,5} )?\d{4,6}/(?:19|20)\d{2}(?![\w-]))"
    r"|(?P<ticket>(?:INC|CAS|REQ|RITM|TKT)-?\d{5,8}(?:-\w{2,6})?(?![\w-]))"
    r"|(?P<unit_number_year>[A-ZÅÄÖ]{2,5} (?!19|20)\d{3,5}-(?:19|20)\d{2}(?![\w-]))"
    r"|(?<![\w./-])(?P<long>(?:19|20)\d{2}(?:[-/]\d{5,6}|/(?!19|20)\d{4})(?:[- ][A-ZÅÄÖ]{2,5})?(?![\w-]))"
    r"|(?<![\w./:-])(?P<at_court>\d{2,6}-\d{2}(?![\w-])))"
)
_LAW_BEFORE = re.compile(
    r"(?:\b(?:lag(?:en)?|förordning(?:en)?|SFS|SOU|Ds|prop\.?|dir\.?|bet\.?|rskr\.?|HFD|NJA|RÅ|AD|MIG|MÖD|RH|AFS"
    r"|HSLF-FS|SOSFS|SKOLFS"
    r"|TSFS|FFFS|KVFS|EU|EG|EES|ISBN|ISSN|ISO|EN|SS|artikel|art\.?|kap\.?|skr\.?|COM|KOM|FK|SKV|blankett|Dok"
    r"|rapport|budget|JO|version|ver\.?|nämndens|protokoll)"
    r"|balken|lagen|förordningen|§)\W{0,3}$",
)
_UNION = re.compile(r"(?:direktiv\w*|förordning\w*|\((?:EU|EG|EEG)\)) [^.\n]{0,30}$", re.IGNORECASE)
_COURT = re.compile(r"(?:rätten|domstolen|\b(?:FR|KR|TR|KamR|HovR|FörvR))(?:(?: i)? [A-ZÅÄÖ][\w-]+)?[,:]? ?\(?$")
# Judgments that everybody may read: C-372/04 of the Union's court, 61603/00 of the court of human rights.
_COURTS_ABROAD = re.compile(r"C-\d{1,4}/\d{2}(?: P)?|T-\d{1,3}/\d{2}")
_AGAINST = re.compile(r"(?:Europadomstol\w*|\b(?:mot|[vV]\.?) [A-ZÅÄÖ][a-zåäö]+)[^.\n]{0,40}(?:\bnr |no\. |\()$")
_JO = re.compile(r"\bJO(?:s|:s)?\b[^.\n]{0,40}$")
_PUBLIC = re.compile(
    r"(?:SFS|SOU|AFS|HSLF|SOSFS|ISO|EU|EG|HFD|NJA|MIG|ISBN|ISSN|ICD|DSM|SKV|COVID|COM|CRPD|JO|RÅ|AD|DS|FK|EN|MÖD|RH"
    r"|PROP|BET"
    r"|RSKR|DIR|SKR|SS|EN)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:19|20)\d{2}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}(?:[-/. ]\d{2,4})?|(?:19|20)\d{2}(?:-\d{2}|[-/](?:\d{2}|(?:19"
    r"|20)\d{2}))?"
    r"|\d{1,2}[:.]\d{2}(?:-\d{1,2}[:.]\d{2})?"
    r"|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])/(?:19|20)?\d{2}-(?:0[1-9]|1[0-2])"
)
_LAW = re.compile(r"(?:19|20)\d{2}(?:/\d{2})?:\d{1,4}|\d{4}:\d{1,4}")
_AFTER_COUNT = re.compile(
    r" ?(?:kr\b|kronor|%|procent|st\b|dagar|timmar|personer|gånger|:-|sidor|sid\b|§|år\b|veckor|mån|poäng|platser"
    r"|ärenden)"
)
_SPAN = re.compile(r"\d{1,3}-\d{1,3}")  # of weeks or pages
# Every shape has a sign between figures, or between figures and capitals.
_TIED = re.compile(r"[-/.: ](?=\d)(?<=[\dA-ZÅÄÖ].)|[-/ ](?=[A-ZÅÄÖ])(?<=\d.)|-(?= \d)(?<=\d .)|[A-Z](?=\d{4})")
_BEFORE_TIE = 24
_FIGURES = re.compile(r"\d+")
_BEFORE_FIGURES, _LONGEST = 16, 90  # the letters that lead a number, and what it may go on with after its last figure
_HASH = re.compile(r"#(?<!\w#)\d{5,10}(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SUM = re.compile(r"\d{1,3}(?: \d{3})+")
_SMALL = 4  # a number with fewer figures counts something
_LONG = 5
_REACH = 60
_REGISTERS = ("dnr", "d-nr")


def find(text: str) -> Iterator[Hit]:
    """Give every register number, told by a word before it or by its shape."""
    for match in _HASH.finditer(text) if "#" in text else ():
        yield Hit(*match.span(), Kind.CASE_NUMBER, "case.hash", Strength.ASK, ("shape",), 66)
    for stretch in around(_FIGURES, text, _BEFORE_FIGURES, _LONGEST):
        for match in _TOKEN.finditer(text, *stretch):
            hit = _after_cue(text, match)
            if hit is not None:
                yield hit
    for stretch in around(_TIED, text, _BEFORE_TIE, _REACH):
        yield from _shaped(text, stretch)


def _shaped(text: str, stretch: tuple[int, int]) -> Iterator[Hit]:
    for match in _SHAPES.finditer(text, *stretch):
        before = text[max(0, match.start() - 45) : match.start()]
        form = match.lastgroup == "unit_year" and match.group().startswith("FK")  # its forms have no year
        if (
            _COURTS_ABROAD.fullmatch(match.group())
            or (_PUBLIC.match(match.group()) and not form)
            or _LAW_BEFORE.search(before[-16:])
            or _public_before(before)
        ):
            continue
        if match.lastgroup == "at_court" and _COURT.search(before) is None:
            continue
        if not _DATE.fullmatch(match.group()) or match.lastgroup == "at_court":
            rule = f"case.{match.lastgroup}"
            yield Hit(*match.span(), Kind.CASE_NUMBER, rule, Strength.ASK, ("shape",), 66)


def _after_cue(text: str, match: "re.Match[str]") -> Hit | None:
    token = match.group().rstrip(".:_-/")
    digits = sum(map(str.isdigit, token))
    if digits < 3 or _YEAR.fullmatch(token) or _SUM.fullmatch(token):  # noqa: PLR2004 - a count
        return None
    start = match.start()
    head = token[: len(token) - len(token.lstrip("#ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖabcdefghijklmnopqrstuvwxyzåäö"))]
    words = text[max(0, start - _REACH) : start]
    if not head and not worded(words):
        return None
    found = cue(words)
    if found is None and head:
        # DNR 1234/23, LMA 50-123456: the cue itself is in capitals.
        found = cue(words + head + " ")
        if found is not None:
            start += len(head)
            token = token[len(head) :].lstrip(" -:.")
            start = text.index(token, start)
    if found is None:
        return None
    strength, word, length = found
    if not _like_an_id(token, digits, strength=strength, register=word in _REGISTERS or word.startswith("diarie")):
        return None
    before = text[max(0, match.start() - 45) : match.start()]
    end = start + len(token)
    if _public_before(before) or before.endswith("§ ") or _AFTER_COUNT.match(text, end):
        return None
    begin = match.start() - length if word in _REGISTERS and start == match.start() else start
    return Hit(begin, end, Kind.CASE_NUMBER, "case.cue", Strength.ASK, ("after_cue",), 67)


def _public_before(before: str) -> bool:
    """Tell whether words before a number say that anybody may look it up: a decision of JO, a law of the Union."""
    return _AGAINST.search(before) is not None or _JO.search(before) is not None or _UNION.search(before) is not None


def _like_an_id(token: str, digits: int, *, strength: str, register: bool) -> bool:
    """Tell whether a token after a cue is a register number, rather than a count, a date or a law."""
    letters = any(map(str.isalpha, token))
    mixed = letters or "-" in token or "/" in token
    if digits < (3 if mixed and len(token) > _SMALL else _SMALL):
        return False
    if not register and (_LAW.fullmatch(token) or _DATE.fullmatch(token)):
        return False
    if _COURTS_ABROAD.fullmatch(token):
        return False
    if _DATE.fullmatch(token) and not (digits > 6 and "/" in token):  # noqa: PLR2004 - longer than a day
        return False
    if _PUBLIC.match(token) and not (strength == "strong" and token.upper().startswith("FK") and digits > _SMALL):
        return False
    if strength != "strong" and _SPAN.fullmatch(token):
        return False
    return strength == "strong" or (mixed or digits > _LONG - 1 if strength == "weak" else digits > _LONG)
