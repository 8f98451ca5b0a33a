"""Does the text hold a vehicle's registration number?"""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength

_LETTER = "[A-HJ-PR-UW-Z]"  # no I, Q or V on Swedish plates
_NEW = re.compile(rf"(?<![\w-]){_LETTER}{{3}}[ -]{{0,2}}\n?\d{{2}} ?[A-HJ-NPR-UW-Z](?![\w-])")
# Odd signs between, only with a word about vehicles by it.
_ODD = re.compile(rf"(?<![\w-]){_LETTER}{{3}}(?: ?[-._/:] ?| )\d(?: ?\d){{1}} ?[\dA-HJ-NPR-UW-Z](?![\w-])")
_OLD = re.compile(rf"(?<![\w-]){_LETTER}{{3}}[ -]{{0,2}}\n?\d{{3}}(?![\w-]|[,.:/]\d| ?(?:kap|§|%|[Ss]\.))")
_UNIT = re.compile(
    r" (?:kr|kronor|st|personer|dagar|timmar|veckor|ärenden|platser|deltagare|elever|månader|år|barn|samtal|mg|ml"
    r"|gånger"
    r"|och \d|\d)\b"
)
_ANY_CASE = re.compile(r"(?<![\w-])[A-HJ-PR-UW-Za-hj-pr-uw-z]{3}[ -]?\d{2}[\da-hj-npr-uw-zA-HJ-NPR-UW-Z](?![\w-])")
_ABROAD = re.compile(
    r"(?<![\w-])[A-Z]{1,3}[ -]?(?:\d{3,6}[A-Z]{0,3}|\d{1,3}[ -]?[A-Z]{1,3}\d{0,3}|\d{2} \d{3}"
    r"|[A-Z]{1,2}[ -]?\d{1,4})(?![\w-])"
)
_VEHICLE = (
    r"(?:\b(?:bil|bilen|reg(?:[.]|nr|\b)|skylt|kör|kört|körde|parker|felparker|volvo|saab|audi|bmw|toyota|kia|skoda"
    r"|golf"
    r"|passat"
    r"|polo|yaris|ford|fiat|opel|seat|mazda|hyundai|dacia|suzuki|honda|subaru|lexus|mini|porsche|jeep|scania"
    r"|mercedes|tesla|renault|peugeot|citroen|nissan|moped|släp|husbil|husvagn|mc|motorcykel|traktor|epa|buss med"
    r"|lastbil"
    r"|plåt|p-bot|p-skiva|p-tillstånd|körkort|stannad|stoppad|färdtjänst|taxi)|registrering|fordon|bil(?:en|ar)?\b)"
)
_CUE = re.compile(rf"{_VEHICLE}\w*\W{{0,4}}(?:\w+\W{{1,3}}){{0,4}}$", re.IGNORECASE)
_CUE_AFTER = re.compile(
    r"\W{0,3}(?:(?:är|står|stod|har|på|som|min|hans|hennes|sin|den|blev|fick)\W+){0,3}"
    r"(?:\w{0,8}bil(?:en)?\b|avställ|parker|registr|fordon|besikt|körförbud|såld|skrot|bärga)",
    re.IGNORECASE,
)
_ABROAD_CUE = re.compile(
    r"(?:plåt\w*|skylt\w*|reg\.?-?(?:nr|nummer)|registrer\w*|(?:norsk|polsk|dansk|finsk|tysk|litauisk|rumänsk"
    r"|utländsk)\w*"
    r"\W(?:\w*bil\w*|reg\w*|plåt\w*|skylt\w*|nummerplade)|nummerplade|reg\.?)\W{1,3}(?:nr |nummer )?$",
    re.IGNORECASE,
)
# Three letters that stand before a number for other reasons: laws, forms, authorities, standards, methods, measures.
_OTHER = frozenset(
    "AFS SFS SOU SKV HFD NJA ISO SFB LSS SOL FHM DSM ADB FSL SKR SPF GDP BNP KPI SGI FMR FPA CSN KFM RUT ROT ABC AMS"
    " BUP "
    "BVC BMI BPS CRP CPR CAD CHF DKK EES EKG ELO ESF EUR FAS FBI FNS GAF GAS GPS GHB HBT HLR HOT HSL HSN HMC HTJ ACT"
    " KBT "
    "LAN LAF LAS LMA LOB LOU LPT LRF LSU MAS MAR MRT MBL MDH NOK NPF NOR OSA OSL OSS PBL PDF PGA PHP PAF PMT PMO PTS"
    " PUB "
    "RAM RGB RSS SAE SAF SAM SBU SEK SFF SKA SLU SMS SMF SPA SPP SPS SSK STE SUS TBC TDS TBE THC TNC TRE UHR URL USD"
    " USB "
    "WHO WMS XML DEN DET KAP ART DAG DEL FEL FAX HUS KOD NUM NYA OCH OMR PER REF RUM SAL SEN SET SKE TEL TUR UPP ZON"
    " IMG DSC DOC VID SCN MOM "
    "GRP TPK LPK EPK EVF MCV MCH PCT INR LDL HDL TSH PSA ALT AST ALP FEV PEF EEG VAS GCS RLS MMT NIV MED MAN HON HAN"
    " FEM SEX TUR KUR LAG MAJ JUN JUL AUG SEP OKT DEC JAN FEB APR TAB FEL".split()
)
_THINGS = re.compile(
    r"(?:blankett|kurs|rum|sal|modell|kod|artikel|linje|buss|tåg|flyg|form|avsnitt|metod|standard|typ|version"
    r"|formulär|tablett"
    r"|medicin|skala|diagnos)\w* $",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(
    "och den det han hon hos för med per var ca kl nr från som har men där när kör km kap hel del dom dem ej".split()
)
# What must be there before the slower patterns are tried.
_LIKE = re.compile(
    r"\d(?:(?<=[A-Za-z].)|(?<=[A-Za-z][ ._/:\n-].)|(?<=[A-Za-z][ ._/:-][ ._/:\n-].)|(?<=[A-Za-z] [ ._/:-][ \n].))"
    r" ?\d ?[\dA-Za-z](?!\w)"
)
_GAP = " ._/:-\n"
_BETWEEN, _LETTERS = 4, 3
_ABROAD_WORDS = (
    "plåt",
    "skylt",
    "reg.",
    "regnr",
    "registr",
    "regnummer",
    "norsk",
    "polsk",
    "dansk",
    "finsk",
    "tysk",
    "litau",
    "rumän",
    "utländ",
    "plade",
)
_REACH = 45


def find(text: str) -> Iterator[Hit]:
    """Give every registration number; what else looks like one needs a word about vehicles by it."""
    for like in _LIKE.finditer(text):
        near = max(0, like.start() - _BETWEEN)
        yield from _swedish(text, near + len(text[near : like.start()].rstrip(_GAP)) - _LETTERS)
    lower = text.lower()
    for match in _ABROAD.finditer(text) if any(word in lower for word in _ABROAD_WORDS) else ():
        if _ABROAD_CUE.search(text[max(0, match.start() - _REACH) : match.start()]):
            yield Hit(*match.span(), Kind.PLATE, "plate.abroad", Strength.ASK, ("after_cue",), 78)


def _swedish(text: str, start: int) -> Iterator[Hit]:
    """Give the number whose three letters begin here."""
    letters = text[max(0, start) : start + _LETTERS]
    if start < 0 or not letters.isalpha():
        return
    match = _NEW.match(text, start)
    if match is not None and (" " not in match.group() or letters not in _OTHER or _cued(text, match)):
        yield Hit(*match.span(), Kind.PLATE, "plate.new", Strength.ASK, (), 80)
    match = _OLD.match(text, start)
    if match is not None:
        cue = _cued(text, match)
        if cue or (
            letters not in _OTHER
            and not (" " in match.group() and _UNIT.match(text, match.end()))
            and not _THINGS.search(text[max(0, start - 20) : start])
        ):
            yield Hit(*match.span(), Kind.PLATE, "plate.old", Strength.ASK, ("after_cue",) if cue else (), 80)
    match = _ODD.match(text, start)
    if match is not None and letters not in _OTHER and (match.group()[_LETTERS] == "_" or _cued(text, match)):
        yield Hit(*match.span(), Kind.PLATE, "plate.odd", Strength.ASK, ("after_cue",), 79)
    match = _ANY_CASE.match(text, start)
    if match is not None and not letters.isupper() and letters not in _SMALL_WORDS and _cued(text, match):
        yield Hit(*match.span(), Kind.PLATE, "plate.lower_case", Strength.ASK, ("after_cue",), 79)


def _cued(text: str, match: "re.Match[str]") -> bool:
    before = text[max(0, match.start() - _REACH) : match.start()]
    return _CUE.search(before) is not None or _CUE_AFTER.match(text, match.end()) is not None
