"""Does the text say where somebody can be found: flat, door code, property, coordinates, care of?"""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength

_CARE_OF = re.compile(r"(?<!\w)[cC] ?/ ?[oO]\.?:? (?P<name>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?)")
_FLAT = re.compile(
    r"(?<!\w)(?:lght?|läg|lägenhet|lägenhetsnr|lägenhetsnummer"
    r"|lgh-nr)\.?(?: ?nr)?\.?:? ?\d{1,4}(?![\d%])(?! ?(?:kvm|rum"
    r"|kr\b))",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?<!\w)(?:(?:dörr|port|entré|ytter|grind|larm|trapp|garage|hiss|hus|tvättstug\w*|nyckel\w*|box"
    r"|skåp)-?s?-? ?(?:kod|pin)(?:en)?|(?:kod|pin)(?:en)? (?:in|hem|ner)|(?:pin|pinkod(?:en)?) till (?:dörren|porten"
    r"|entrén|huset|larmet|trappan)|kod(?:en)? till (?:dörren|porten"
    r"|entrén|huset|larmet|trappan))(?: är| till \w+| just nu|:| =|=| på)* ?[(#]?[A-D]?\d{3,8}[A-D#]?(?!\d)"
    r"|(?<!\w)(?:door|gate|entry|entrance|alarm) (?:code|pin)(?: is| was|:)? \d{3,8}(?!\d)"
    r"|(?<!\w)kod(?:en)?(?: är|:)? ?#?\d{4,6}(?:#|(?= (?:till|i|vid|på) (?:porten|dörren|entrén|grinden"
    r"|trapphuset)))",
    re.IGNORECASE,
)
_BOX = re.compile(
    r"(?<!\w)(?:(?:box|postbox|postfack)(?: ?nr)?[:. ]{1,2}\d{1,5}|(?-i:PL) \d{3,5})(?!\d)"
    # A letter box on a country postman's round, by the name of the farm.
    r"|(?-i:(?<!\w)[A-ZÅÄÖ][a-zåäöé-]{1,20}(?: [A-ZÅÄÖ][a-zåäöé-]{1,20}){0,2}) (?:pl\.?|postlåda|brevlåda)"
    r" ?(?:nr\.? ?)?\d{1,4}(?![\d:])",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"(?<!\w)(?:[Kk]v\.?|[Kk]varteret|[Ff]astighet(?:en)?) (?P<block>[A-ZÅÄÖ][\w-]{2,30} \d{1,3})(?![\d:])"
)
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
    r"|Moseboken|Mos|Rom|Skala|Kvot|Kvoten|Nivån?|Klass|Grupp|Bilaga|Tabell|Figur|Punkt|Avsnitt|Del|Fas|Omgång|Not"
    r"|Moment|Artikel|Fråga"
    r"|Övning|Dos|Blandning|Lutning|Paragraf|Skalan|Steg|Version|Resultat|Kl|Klockan|Mål|Ställning|Tid|Schema|Sura"
    r"|Suran|Koranen"
    r"|SoL|LSS|HSL|LVU|LVM|LPT|LRV|OSL|SFB|PSL|PDL|FL|GDPR|FN|ABC|LGD|AB|ABS|ABK"
    r"|\w*anslag\w*|\w*budget\w*|Utgift\w*|Inkomsttitel\w*|Program\w*|Kontogrupp\w*|Kontoklass\w*|Motion\w*|Ändringsbudget|Start|Slut|Varv|Set"
    r"|Kapitel|Kap|Förordning|Regel|Kallelse|Telefontid)\b",
    re.IGNORECASE,
)
_MINUTES = r"\d{1,2}(?:[.,]\d+)? ?['\u2032]? ?(?:\d{1,2}(?:[.,]\d+)?)? ?[\"\u2033”']{0,2}"
_COORDINATES = (
    re.compile(
        r"(?<![\w.=])(?:[NS] ?)?[56]\d[.,]\d{3,8}°?[NS]?(?:[,;/ ]{1,3}|,? (?:och |lon\w*"
        r"|long\w*):? ?)(?:[EÖOV] ?)?(?:1\d"
        r"|2[0-4])[.,]\d{3,8}°?(?: ?[EÖO](?!\w))?(?!\d)"
    ),
    re.compile(
        rf"(?<![\w.])[NS]? ?[56]\d ?° ?{_MINUTES} ?[NS]?[,; ]{{0,3}}[EÖO]? ?(?:1\d|2[0-4]) ?° ?{_MINUTES} ?[EÖO]?(?!\w)"
    ),
    re.compile(
        r"[56](?<![\w.,][56])\d \d{1,2} \d{1,2}(?:[.,]\d+)? ?N?,? (?:1\d"
        r"|2[0-4]) \d{1,2} \d{1,2}(?:[.,]\d+)? ?[EÖO](?!\w)"
    ),
    re.compile(r"[67](?<![\w.,][67])\d{6}(?:[.,]\d+)?(?:, ?|; ?| |/)(?:[2-9]\d{5}|1\d{6})(?:[.,]\d+)?(?![\w])"),
    re.compile(
        r"(?<=words: )[^\W\d_]{2,30}\.[^\W\d_]{2,30}\.[^\W\d_]{2,30}"
        r"|(?<![\w/:.])///[^\W\d_]{2,30}\.[^\W\d_]{2,30}\.[^\W\d_]{2,30}"
    ),
)

# What must be there before each pattern is tried.
_SIGNED = (
    (_FLAT, "address.flat", ("lgh", "lägenhet")),
    (_CODE, "address.door_code", ("kod", "code", "pin")),
    (_BOX, "address.box", ("box", "postfack", "pl ", "pl. ", "låda ")),
    (_COORDINATES[0], "address.coordinates", ("5", "6")),
    (_COORDINATES[1], "address.coordinates", ("°",)),
    (_COORDINATES[2], "address.coordinates", (" n",)),
    (_COORDINATES[3], "address.coordinates", ("sweref", "koordinat", "rt90", "kart")),
    (_COORDINATES[4], "address.coordinates", ("///", "3words: ")),
)
_COLON = re.compile(r" (?<=[^\W\d_] )\d{1,3}:\d{1,4}(?![\d:])")
_CAPITAL = re.compile(r"(?:^|[^\w-])[A-ZÅÄÖ][\w-]*$")
_ESTATE_REACH, _ESTATE_WORDS = 110, 5  # a cue of two words, a name of three
# A time of the clock, or an abbreviation with a ratio.
# A second look, where the first says little.
_QUICK = {
    _CODE: re.compile(r"(?:kod|code|pin)[^\d.]{0,40}\d{3}"),
    _COORDINATES[0]: re.compile(r"[56]\d[.,]\d{3}"),
}
_NO_PROPERTY = re.compile(r"[A-ZÅÄÖ]{2,4} \d+:\d+|.+ (?:[01]\d|2[0-3]):[0-5]\d")


def find(text: str) -> Iterator[Hit]:
    """Give what leads to a door or a place on the map."""
    lower = text.lower()
    for pattern, rule, signs in _SIGNED:
        quick = _QUICK.get(pattern)
        if any(sign in lower for sign in signs) and (quick is None or quick.search(lower) is not None):
            for match in pattern.finditer(text):
                yield Hit(*match.span(), Kind.ADDRESS, rule, Strength.ASK, (), 70)
    for number in _COLON.finditer(text):
        yield from _estate(text, number)
    yield from _blocks_and_care(text, lower)


def _blocks_and_care(text: str, lower: str) -> Iterator[Hit]:
    if "kv" in lower or "fastighet" in lower:
        for match in _BLOCK.finditer(text):
            yield Hit(*match.span("block"), Kind.ADDRESS, "address.block", Strength.ASK, ("after_cue",), 70)
    if "/o" in lower or "/ o" in lower:
        for match in _CARE_OF.finditer(text):
            yield Hit(*match.span("name"), Kind.PERSON, "person.care_of", Strength.ASK, ("after_cue",), 58)


def _estate(text: str, number: "re.Match[str]") -> Iterator[Hit]:
    """Give the property that a number with a colon belongs to, if the word before it begins with a capital."""
    first = max(0, number.start() - _ESTATE_REACH)
    before = text[first : number.start()]
    if _CAPITAL.search(before) is None:
        return
    words = before.rsplit(" ", _ESTATE_WORDS)
    first = number.start() - len(" ".join(words[1:] if len(words) > _ESTATE_WORDS else words))
    for match in _ESTATE.finditer(text, first, number.end()):
        bare = not match["cue"] and _NO_PROPERTY.fullmatch(match["estate"]) is not None
        if match.end() == number.end() and not bare and not _NO_ESTATE.match(match["estate"]):
            evidence = ("after_cue",) if match["cue"] else ()
            yield Hit(*match.span("estate"), Kind.ADDRESS, "address.estate", Strength.ASK, evidence, 73)
