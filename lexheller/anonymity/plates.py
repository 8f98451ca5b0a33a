"""Does the text hold a vehicle's registration number?"""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength

_LETTER = "[A-HJ-PR-UW-Z]"  # no I, Q or V on Swedish plates
_NEW = re.compile(rf"(?<![\w-]){_LETTER}{{3}}[ -]?\d{{2}}[A-HJ-NPR-UW-Z](?![\w-])")
_OLD = re.compile(rf"(?<![\w-]){_LETTER}{{3}}[ -]?\d{{3}}(?![\w-]|[,.:]\d| ?(?:kap|§|kr|st|%))")
_LOWER = re.compile(r"(?<![\w-])[a-hj-pr-uw-z]{3} ?\d{2}[\da-hj-npr-uw-z](?![\w-])")
_CUE = re.compile(
    r"(?:\b(?:bil|bilen|reg|regnr|skylt|kör|kört|körde|parkering|volvo|saab|audi|bmw|toyota|kia|skoda|golf|passat|ford|opel"
    r"|mercedes|tesla|renault|peugeot|citroen|nissan|moped|släp|husbil|husvagn|mc)|registrering|fordon|bil(?:en|ar)?\b)"
    r"\w*\W{0,4}(?:\w+\W{1,3}){0,4}$",
    re.IGNORECASE,
)
# Three letters and three figures that name a law, a form, a standard or a kind of bus.
_OTHER = frozenset({"AFS", "SFS", "SOU", "SKV", "HFD", "NJA", "ISO", "SFB", "LSS", "SOL", "FHM", "DSM", "ADB", "FSL"})


def find(text: str) -> Iterator[Hit]:
    """Give every registration number; the older form with a space needs a word about vehicles before it."""
    for match in _NEW.finditer(text):
        if match.group()[:3] not in _OTHER:
            yield Hit(match.start(), match.end(), Kind.PLATE, "plate.new", Strength.ASK, (), 80)
    for match in _OLD.finditer(text):
        cue = _cued(text, match.start())
        if cue or (match.end() - match.start() == 6 and match.group()[:3] not in _OTHER):  # noqa: PLR2004 - no space
            yield Hit(
                match.start(), match.end(), Kind.PLATE, "plate.old", Strength.ASK, ("after_cue",) if cue else (), 80
            )
    for match in _LOWER.finditer(text):
        if _cued(text, match.start()) and not match.group().startswith(("den", "dec", "jan", "feb", "okt", "kap")):
            yield Hit(match.start(), match.end(), Kind.PLATE, "plate.lower_case", Strength.ASK, ("after_cue",), 79)


def _cued(text: str, start: int) -> bool:
    return _CUE.search(text[max(0, start - 45) : start]) is not None
