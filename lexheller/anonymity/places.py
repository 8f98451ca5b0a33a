"""Does the text say where somebody can be found: flat, door code, property, coordinates, care of?"""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength

_CARE_OF = re.compile(r"(?<!\w)[cC] ?/ ?[oO]\.?:? (?P<name>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?)")
_FLAT = re.compile(
    r"(?<!\w)(?:lgh|lägenhet|lägenhetsnr|lägenhetsnummer|lgh-nr)\.?(?: ?nr)?:? ?\d{1,4}(?![\d%])(?! ?(?:kvm|rum"
    r"|kr\b))",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?<!\w)(?:(?:dörr|port|entré|ytter|grind|larm|trapp|garage|hiss)-?kod(?:en)?|koden? till (?:dörren|porten"
    r"|entrén|huset|larmet|trappan))(?: är| till porten| just nu|:| på)* ?#?[A-D]?\d{3,8}#?(?!\d)"
    r"|(?<!\w)kod(?:en)?(?: är|:)? ?#?\d{4,6}(?:#|(?= (?:till|i|vid|på) (?:porten|dörren|entrén|grinden"
    r"|trapphuset)))",
    re.IGNORECASE,
)
_BOX = re.compile(r"(?<!\w)(?:box|postbox|postfack) \d{1,5}(?!\d)", re.IGNORECASE)
_ESTATE = re.compile(
    r"(?P<cue>(?:fastighet(?:en)?|fastighetsbeteckning(?:en)?|gården|torpet|tomten|bor på|bor i|hemma på"
    r"|adress)(?: är|:)? "
    r"|(?:på|i|till|från|vid) |)"
    r"(?P<estate>(?-i:[A-ZÅÄÖ])[\wåäö-]+(?: (?-i:[A-ZÅÄÖ])[\w-]+){0,2} \d{1,3}:\d{1,4})(?![\d:])",
    re.IGNORECASE,
)
# Laws, books of the Bible, scales and clocks are numbered with a colon too.
_NO_ESTATE = re.compile(
    r"(?:SFS|SOU|Lag|Prop|Dir|Ds|HSLF|AFS|MIG|NJA|MÖD|HFD|RÅ|RH|Joh|Johannes|Matt|Matteus|Luk|Lukas|Mark|Markus"
    r"|Psaltaren|Ps"
    r"|Moseboken|Mos|Rom|Skala|Kvot|Kvoten|Skalan|Steg|Version|Resultat|Kl|Klockan|Mål|Ställning|Tid|Schema|Sura"
    r"|Suran|Koranen"
    r"|Start|Slut|Varv|Set|Kapitel|Kap|Förordning|Regel|Kallelse|Telefontid)\b",
    re.IGNORECASE,
)
_MINUTES = r"\d{1,2}(?:[.,]\d+)? ?['\u2032]? ?(?:\d{1,2}(?:[.,]\d+)?)? ?[\"\u2033”']{0,2}"
_COORDINATES = (
    re.compile(
        r"(?<![\w.=])(?:[NS] ?)?[56]\d[.,]\d{3,8}°?[NS]?[,; ]{1,3}(?:[EÖOV] ?)?(?:1\d"
        r"|2[0-4])[.,]\d{3,8}°?(?: ?[EÖO](?!\w))?(?!\d)"
    ),
    re.compile(
        rf"(?<![\w.])[NS]? ?[56]\d ?° ?{_MINUTES} ?[NS]?[,; ]{{0,3}}[EÖO]? ?(?:1\d|2[0-4]) ?° ?{_MINUTES} ?[EÖO]?(?!\w)"
    ),
    re.compile(r"(?<![\w/:.])///[^\W\d_]{2,30}\.[^\W\d_]{2,30}\.[^\W\d_]{2,30}"),
)

# What must be there before each pattern is tried.
_SIGNED = (
    (_FLAT, "address.flat", ("lgh", "lägenhet")),
    (_CODE, "address.door_code", ("kod",)),
    (_BOX, "address.box", ("box", "postfack")),
    (_COORDINATES[0], "address.coordinates", ("5", "6")),
    (_COORDINATES[1], "address.coordinates", ("°",)),
    (_COORDINATES[2], "address.coordinates", ("///",)),
)
_COLON = re.compile(r"\d:\d")


def find(text: str) -> Iterator[Hit]:
    """Give what leads to a door or a place on the map."""
    lower = text.lower()
    for pattern, rule, signs in _SIGNED:
        if any(sign in lower for sign in signs):
            for match in pattern.finditer(text):
                yield Hit(*match.span(), Kind.ADDRESS, rule, Strength.ASK, (), 70)
    if _COLON.search(text) is not None:
        for match in _ESTATE.finditer(text):
            if not _NO_ESTATE.match(match["estate"]):
                evidence = ("after_cue",) if match["cue"] else ()
                yield Hit(*match.span("estate"), Kind.ADDRESS, "address.estate", Strength.ASK, evidence, 73)
    if "/o" in lower or "/ o" in lower:
        for match in _CARE_OF.finditer(text):
            yield Hit(*match.span("name"), Kind.PERSON, "person.care_of", Strength.ASK, ("after_cue",), 58)
