"""Does the text hold a register number of an authority, a court, a passport or a journal?

Laws, preparatory works and court reports are numbered alike and are public; they pass.
"""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength

_CUE = re.compile(
    r"(?<![\w-])(dnr|diarie(?:nummer|nr|numret)?|d-?nr|målet|mål(?:nummer|nr)?|ärende(?:t|nummer|nr|numret|id"
    r"|-id|-nr)?|ärnr"
    r"|journal(?:nummer|nr|numret|en)?|LMA(?:-?(?:kort|nummer|nr|kortet))?|dossier(?:nummer|nr|numret)?"
    r"|pass(?:nummer|nr|et)?"
    r"|k-?(?:nummer|nr)|ref(?:erens)?(?:nummer|nr|numret)?|beteckning(?:en)?|akt(?:nummer|nr|en|bilaga)?"
    r"|kund(?:nummer|nr)"
    r"|avtals?(?:nummer|nr)|ocr(?:-?(?:nummer|nr))?|skade(?:nummer|nr)|försäkrings(?:nummer|nr)|patient-?(?:id"
    r"|nummer|nr)"
    r"|polisanmälan|anmälan|anmälnings(?:nummer|nr)|beslut(?:et|snr|snummer)?|id(?:-kort|-kortet|-nummer|-nr|nr"
    r"|nummer)?"
    r"|körkort(?:et|snummer|snr)?|uppehållstillstånd(?:skort|et)?|kort(?:nummer|nr)|remiss(?:en|nr|nummer|-id)?"
    r"|omprövning(?:en)?"
    r"|aktnr|handling(?:snr)?|inkom(?:mande)?nr|löpnr|löpnummer|serienr|serienummer|medlemsnr|medlemsnummer|klientnr"
    r"|klientnummer|brukarnr|brukarnummer|client|case|file)"
    r"(?:[.:# ]{1,3}|\b)(?:(?:nr|nummer|no|med|är|har|heter|hos|i|vid|på|beteckning|diarienummer|diarienr|dnr"
    r"|under|numret"
    r"|FK|AF|IVO|JO|MV|KFM|kommunen|polisen|domstolen|tingsrätten|förvaltningsrätten|id)[.: ]{1,3}){0,3}"
    r"(?<!\w)((?:[A-ZÅÄÖa-zåäö]{1,6}[-/ .]{0,1})?\d[\w]*(?:[-/.:_]\w+){0,5})",
    re.IGNORECASE,
)
_SHAPES = tuple(
    (rule, re.compile(shape))
    for rule, shape in (
        ("court", r"(?<![\w-])(?:PMT|PMÄ|PMÖ|FT|UM|Ö|Ä|T|B|K|M|F|A|P)[ -]?\d{2,6}-\d{2}(?![\w-])"),
        ("police", r"(?<![\w-])\d{4}-?K\d{3,7}-\d{2,4}(?![\w-])"),
        ("year_unit", r"(?<![\w-])(?:19|20)\d{2}[-/ ][A-ZÅÄÖ]{2,6}[-/ ]?\d{2,6}(?![\w-])"),
        ("unit_year", r"(?<![\w-])[A-ZÅÄÖ]{1,6}(?:[-/ ][A-ZÅÄÖ]{1,5})?[- /](?:19|20)\d{2}[-/:]\d{3,6}(?![\w-])"),
        ("unit_number", r"(?<![\w-])[A-ZÅÄÖ]{2,5}-\d{2,6}-\d{2,6}(?:-\d{1,5})?(?![\w-])"),
        ("plan", r"(?<![\w.-])\d{1,2}(?:\.\d{1,2}){1,4}-\d{3,6}[-/](?:19|20)\d{2}(?![\w-])"),
        ("number_year", r"(?<![\w./-])\d{2,6}-\d{2,6}/(?:19|20)?\d{2}(?![\w-])"),
        ("number_slash_year", r"(?<![\w./:-])\d{4,6}/(?:19|20)\d{2}(?![\w-])"),
        ("long", r"(?<![\w./-])(?:19|20)\d{2}[-/]\d{5,6}(?![\w-])"),
    )
)
_LAW_BEFORE = re.compile(
    r"(?:\b(?:lag(?:en)?|förordning(?:en)?|SFS|SOU|Ds|prop\.?|dir\.?|bet\.?|rskr\.?|HFD|NJA|RÅ|AD|MIG|MÖD|RH|AFS"
    r"|HSLF-FS|SOSFS|SKOLFS"
    r"|TSFS|FFFS|KVFS|EU|EG|EES|ISBN|ISSN|ISO|EN|SS|artikel|art\.?|kap\.?|skr\.?|COM|KOM|FK|SKV|blankett|Dok"
    r"|rapport|budget|JO)"
    r"|balken|lagen|förordningen)\W{0,3}$",
)
_JO = re.compile(r"\bJO(?:s|:s)?\b[^.\n]{0,40}$")
_PUBLIC = re.compile(
    r"(?:SFS|SOU|AFS|HSLF|SOSFS|ISO|EU|EG|HFD|NJA|MIG|ISBN|ICD|DSM|SKV|COVID|COM|CRPD|JO|RÅ|AD|DS|FK|EN)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:19|20)\d{2}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}(?:[-/. ]\d{2,4})?|(?:19|20)\d{2}(?:[-–/]\d{2,4})?"
)
_LAW = re.compile(r"(?:19|20)\d{2}(?:/\d{2})?:\d{1,5}|\d{4}:\d{1,4}")
_SMALL = 4  # a number with fewer figures counts something


def find(text: str) -> Iterator[Hit]:
    """Give every register number, told by a word before it or by its shape."""
    for match in _CUE.finditer(text):
        hit = _after_cue(text, match)
        if hit is not None:
            yield hit
    for rule, pattern in _SHAPES:
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 45) : match.start()]
            if _PUBLIC.match(match.group()) or _LAW_BEFORE.search(before[-16:]) or _JO.search(before):
                continue
            if _DATE.fullmatch(match.group()):
                continue
            yield Hit(match.start(), match.end(), Kind.CASE_NUMBER, f"case.{rule}", Strength.ASK, ("shape",), 66)


def _after_cue(text: str, match: "re.Match[str]") -> Hit | None:
    token = match.group(2).rstrip(".:_-/")
    digits = sum(char.isdigit() for char in token)
    letters = sum(char.isalpha() for char in token)
    mixed = letters > 0 or any(char in "-/" for char in token)
    if digits < (3 if mixed and len(token) > _SMALL else _SMALL):
        return None
    if _DATE.fullmatch(token) or _LAW.fullmatch(token) or _PUBLIC.match(token):
        return None
    if token.isdigit() and digits == _SMALL and token[:2] in {"19", "20"}:
        return None
    lead = token[: len(token) - len(token.lstrip("abcdefghijklmnopqrstuvwxyzåäö"))]
    if (
        lead
        and not any(char.isupper() for char in token[:1])
        and len(lead) + 1 < len(token)
        and token[len(lead)] in " ."
    ):
        return None
    before = text[max(0, match.start() - 45) : match.start()]
    if _JO.search(before) or re.match(
        r" ?(?:kr\b|kronor|%|procent|st\b|dagar|timmar|personer|gånger)", text[match.end(2) :][:12]
    ):
        return None
    cue = match.group(1).lower()
    start = match.start(1) if cue in {"dnr", "d-nr"} else match.start(2)
    weak = cue in {
        "beslut",
        "beslutet",
        "id",
        "case",
        "file",
        "client",
        "anmälan",
        "remiss",
        "remissen",
        "handling",
        "omprövningen",
    }
    if weak and not (letters or "-" in token or "/" in token or digits > 5):  # noqa: PLR2004 - a long number
        return None
    return Hit(start, match.start(2) + len(token), Kind.CASE_NUMBER, "case.cue", Strength.ASK, ("after_cue",), 64)
