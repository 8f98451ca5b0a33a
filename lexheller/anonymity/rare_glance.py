"""What is worth a second look in a word? Most words of a report are not, and ordinary ones are remembered as such."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from lexheller.anonymity.lexicon import NAME, Word, lexicon
from lexheller.anonymity.populations import SIZES
from lexheller.anonymity.rare_ages import begins_age
from lexheller.anonymity.rare_events import ANY_EVENT
from lexheller.anonymity.rare_led import leads
from lexheller.anonymity.rare_places import VILLAGE_ENDINGS
from lexheller.anonymity.rare_roles import AGENTS
from lexheller.anonymity.rare_words import COMMON_COUNTRIES, COUNTRIES, FIRST_OF_TWO, listed

_PLACE, _AGE, _SAID, _EVENT, _AGENT, _LEADS = 1, 2, 4, 8, 16, 32
_SHAPED: Final = (
    *("are", "aren", "arna", "arens", "ör", "ören", "ist", "isten", "log", "logen", "ant", "anten", "skan", "erska"),
    *("chef", "vakten", "man", "mannen", "fru", "frun", "hustru", "hustrun", "son", "sonen", "dotter", "dottern"),
    *("änka", "änkan", "par", "paret"),
)
_MULTIPLE: Final = ("tvilling", "trilling", "fyrling", "femling")
_FIRST_OF_PLACE: Final = frozenset(re.split("[ -]", name)[0] for name in SIZES if " " in name or "-" in name)
_PLACE_ENDINGS: Final = ("trakten", *VILLAGE_ENDINGS)
_REMEMBERED: Final = 20_000
# What ordinary words may be. No word that the spelling list does not hold is kept here.
_KNOWN: Final[dict[str, int]] = {}
# The commonest words of reports, none of which says anything of a person: every second word is one of them.
EMPTY: Final = frozenset(
    "och att det i på en som är av för med till den har de inte om ett han men var jag sig från vi så kan när år "
    "under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här "
    "då sedan över bara in blir upp även vad få två vill ha många hur mer går sitt detta dag hans hennes vilket "
    "utan flera dem något må hon ingen man sina bli blev mellan tre tid varit fått samma fick göra nya säger "
    "enligt denna själv dock ta måste kunna hela någon ja nej eftersom trots innan tills medan hos genom inom "
    "varje både därför alltså redan igen hen inga inget vår våra oss er kommunen regionen handläggaren ärendet "
    "stöd hjälp insatser insats ansvar beslut vården möte".split()
)


class Glances(NamedTuple):
    """The words of a text that may be a part, by what they may be; said ones as their number among the words.

    A pattern may begin at those that lead.
    """

    places: list[int]
    ages: list[re.Match[str]]
    said: list[int]
    events: list[re.Match[str]]
    agents: list[re.Match[str]]
    leads: list[re.Match[str]]


def glances(words: Sequence[re.Match[str]]) -> Glances:
    """Sort the words of a text."""
    found = Glances([], [], [], [], [], [])
    places, ages, said, events, agents, leads = found
    known = _KNOWN.get
    here: dict[str, int] = {}  # what no list holds is looked at once in a text, and forgotten
    for index, match in enumerate(words):
        word = match.group()
        bits = known(word)
        if bits is None:
            bits = _look_once(word, here)
        if not bits:
            continue
        if bits & _LEADS:
            leads.append(match)
        if bits & _PLACE:
            places.append(index)
        if bits & _SAID:
            said.append(index)
        if bits & _AGE:
            ages.append(match)
        if bits & _EVENT:
            events.append(match)
        if bits & _AGENT:
            agents.append(match)
    return found


def _look_once(word: str, here: dict[str, int]) -> int:
    bits = here.get(word)
    if bits is None:
        bits = here[word] = _AGE | _LEADS if word.isdecimal() else _look(word)
    return bits


def _look(word: str) -> int:
    lower = word.lower()
    words = lexicon()
    kinds, ordinary = words.kinds(lower), words.ordinary(lower)
    bits = _AGE if begins_age(lower) else 0
    if word[0].isupper() and _may_be_place(word, kinds, ordinary=ordinary):
        bits |= _PLACE
    if leads(lower) or len(lower) != len(word):
        bits |= _LEADS
    empty = lower in EMPTY
    vocabulary = not empty and listed(lower) is not None
    if not empty and (
        vocabulary
        or not ordinary
        or "-" in word
        or lower in FIRST_OF_TWO
        or lower.startswith(_MULTIPLE)
        or lower.endswith(_SHAPED)
        or word in COUNTRIES
        or word in COMMON_COUNTRIES
    ):
        bits |= _SAID
    if lower.endswith(ANY_EVENT):
        bits |= _EVENT
    if lower.endswith(AGENTS):
        bits |= _AGENT
    if (ordinary or empty or vocabulary or kinds & (NAME | Word.ALLOWED) == Word.ALLOWED) and len(_KNOWN) < _REMEMBERED:
        _KNOWN[word] = bits
    return bits


def _may_be_place(word: str, kinds: int, *, ordinary: bool) -> bool:
    return (
        not ordinary
        or bool(kinds & Word.PLACE)
        or word in SIZES
        or word in _FIRST_OF_PLACE
        or word.endswith(_PLACE_ENDINGS)
        or (word.endswith("s") and word[:-1] in SIZES)
    )
