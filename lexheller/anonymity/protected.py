"""Does the text tell where a person with protected identity can be found?

Folkbokföringslagen 16-17 §§ and offentlighets- och sekretesslagen 22 kap. 1-2 §§ protect these people; together with an
address, a door code, a car, a date of birth or the place where they live the words may cost a life, so all are
stopped.
"""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.lexicon import Word, lexicon
from lexheller.anonymity.populations import SIZES

WORDS = re.compile(
    r"\b(?:skydda\w{1,3} (?:person|adress|folkbokförings)?uppgift\w*|skyddad\w? (?:identitet\w*|id|folkbokföring\w*"
    r"|adress\w*|personnummer|boendeadress)|skyddat (?:boende\w*|id|namn|personnummer)"
    r"|sekretess(?:märk|marker)\w*|kvarskriv\w+|fingera\w+ (?:person)?uppgift\w*|fingera\w* (?:identitet\w*|namn)"
    r"|hemlig\w? (?:adress\w*|ort|identitet|plats)|hemligt boende|skyddslägenhet\w*|skyddsboende\w*|skyddsplacera\w+"
    r"|(?:adress\w*|personuppgift\w*|uppgift\w*|identitet\w*) (?:är|var|har varit) skydda\w+"
    r"|adresskydd\w*|identitetsskydd\w*|(?:lever|bor|hålls|vistas|håller sig|sitter) gömd\w?"
    r"|gömmer sig (?:för|från|undan)|hotbild\w*|protected (?:identity|address|identities)"
    r"|secret address|(?:adress\w*|bostads?ort\w*|boende\w*|ort\w*) (?:är|hålls) hemlig\w?"
    r"|(?:ny|nytt) (?:identitet|namn) av säkerhetsskäl)\b",
    re.IGNORECASE,
)
"""What says that somebody's identity or whereabouts are protected."""
# One of these is in every such word: a quick look first.
_STEMS = (
    "skydd",
    "sekretess",
    "kvarskriv",
    "fingera",
    "hemlig",
    "gömd",
    "gömmer",
    "hotbild",
    "protected",
    "secret",
    "säkerhets",
)
_WHEREABOUTS = frozenset({Kind.ADDRESS, Kind.POSTAL_CODE, Kind.DATE_OF_BIRTH, Kind.PLATE})
_LIVES_IN = re.compile(
    r"\b(?:bor|bott|bodde|bosatt|boende|flytta\w*|placera\w*|skriven|skyddsplacera\w*|vistas|gömd|gömmer sig|finns"
    r"|befinner sig"
    r"|lever|hämtas|går i skolan?|går i skola|arbetar|jobbar|inflyttad)"
    r"(?: (?:nu|numera|sedan \w+|idag|tillfälligt|hemligt|gömd|i dag|sig|med \w+|kvar|ute|ensam|själv)){0,2}"
    r" (?:i|på|till|utanför|vid|nära) (?P<place>(?-i:[A-ZÅÄÖ])[\w-]+)",
    re.IGNORECASE,
)
_LIVES_EN = re.compile(
    r"\b(?:liv(?:es?|ed|ing)|mov(?:es?|ed)|stay(?:s|ed|ing)?|work(?:s|ed|ing)?|hiding|hides?|placed|goes|go|went)"
    r"(?: \w+){0,4}? (?:in|at|to|near|outside) (?P<place>(?-i:[A-ZÅÄÖ])[\w-]+)(?: in (?P<town>(?-i:[A-ZÅÄÖ])[\w-]+))?",
    re.IGNORECASE,
)
_SCHOOLS = (
    r"(?:skolan?|gymnasi(?:et|um)|dagis|fritids|kyrkan?|hemmet|gården|sjukhuset?|lasarettet?|vårdcentral(?:en)?|boendet"
    r"|verkstad(?:en)?|bageri(?:et)?|restaurang(?:en)?|hotell(?:et)?|butik(?:en)?|fabrik(?:en)?)"
)
# A school or a workplace by its own name; grundskolan and the like are kinds of school.
_GOES_TO = re.compile(
    r"\b(?:går|gick|gått|börja\w*|plugga\w*|studera\w*|läser|jobba\w*|arbeta\w*|praktisera\w*|praktik|tränar|hämtas"
    r"|lämnas|inskriven|placera\w*|finns|bor|elev|anställd)(?: \w+){0,3} (?:i|på|vid|hos|till) (?P<place>(?-i:"
    rf"(?!Grund|För|Sär|Hög|Folkhög|Anpassa|Låg|Mellan)[A-ZÅÄÖ])"
    rf"(?:[\w-]*?{_SCHOOLS}|[\w-]+(?: [\w-]+)? {_SCHOOLS})(?!\w))",
    re.IGNORECASE,
)


_NAMED_SCHOOL = re.compile(rf"(?!Grund|För|Sär|Hög|Folkhög|Anpassa|Låg|Mellan)[A-ZÅÄÖ][\w-]*?{_SCHOOLS}")


def together(text: str, hits: tuple[Hit, ...]) -> Iterator[Hit]:
    """Give the protecting words, and the dangerous hits made stronger, when a text holds both."""
    lower = text.lower()
    if not any(stem in lower for stem in _STEMS):
        return
    words = list(WORDS.finditer(text))
    if not words:
        return
    dangerous = [hit for hit in hits if hit.kind in _WHEREABOUTS]
    dangerous += _places(text)
    if not dangerous:
        return
    for match in words:
        yield Hit(
            match.start(), match.end(), Kind.PROTECTED, "protected.words", Strength.STOP, ("with_whereabouts",), 99
        )
    for hit in dangerous:
        yield hit._replace(strength=Strength.STOP, evidence=(*hit.evidence, "protected_identity"), rank=hit.rank + 1)


def _places(text: str) -> Iterator[Hit]:
    """Give the places where the text says that somebody lives, works or goes to school."""
    for pattern in (_LIVES_IN, _LIVES_EN):
        for match in pattern.finditer(text):
            for group, place in match.groupdict().items():
                if place and (_known(place) or (pattern is _LIVES_EN and _NAMED_SCHOOL.fullmatch(place))):
                    yield Hit(*match.span(group), Kind.ADDRESS, "protected.place", Strength.ASK, (), 40)
    for match in _GOES_TO.finditer(text):
        yield Hit(match.start("place"), match.end("place"), Kind.ADDRESS, "protected.place", Strength.ASK, (), 40)


def _known(place: str) -> bool:
    return place in SIZES or bool(lexicon().kinds(place.lower()) & (Word.PLACE | Word.OWN_PLACE))
