"""What is each word of a text on its own, before the words around it speak?"""

import re
from typing import Final, TypeAlias

from lexheller.anonymity import casework, cues
from lexheller.anonymity.lexicon import CHOSEN, GIVEN, LONGEST, NAME, Lexicon, Word
from lexheller.anonymity.tokens import Seen, Weighed

SHORT = 2
_SHORTEST_LOWER = 4  # letters of a name that may be found in lower case
# What a word needs around it to be worth a look: nothing at all can help it, it is called so, some cue will do, or
# nothing more.
NONE, CALLED, CUED, SOME = range(4)
NO_NAMES = (
    (cues.PERSON_VERBS | cues.WEAK_VERBS | cues.FINITE | cues.WEAK)
    | (cues.ROLES | cues.RELATIONS | cues.STATES)
    | casework.SHORTS
)
REMEMBERED = 20_000
_SURE = CHOSEN | Word.OWN_PLACE | Word.PLACE | Word.TOWN
# English words before "'s" that own nothing.
_CONTRACTED = frozenset("it that he she who what where when how there here let why this".split())
# What the words of the spelling list are, each as it was written. No word that is in no list is kept here, and no
# name that is not a word too.
_Known: TypeAlias = "tuple[str, int, bool, bool, int, dict[int, Weighed]]"
KNOWN: Final[dict[str, _Known]] = {}

_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
    r"(?:i(?:ang|ong|an|ao|ng|[aenu])?|u(?:ang|ai|an|[aeino])?|a(?:ng|[ino])?|e(?:ng|[inr])?|o(?:ng|u)?)){2}"
).fullmatch

# Swedish family names are put together of two words of nature, first names now and then of two short ones.
two_parts = re.compile(rf"(?:{'|'.join(cues.SURNAME_HEADS)})(?:{'|'.join(cues.SURNAME_TAILS)})").fullmatch
_NORDIC = re.compile(rf"(?:{'|'.join(cues.NORDIC_HEADS)})(?:{'|'.join(cues.NORDIC_TAILS)})").fullmatch
_TWO_NAMES = re.compile(rf"(?:{'|'.join(cues.NAME_HEADS)})-?(?:{'|'.join(cues.NAME_TAILS)})").fullmatch

# What says that a word is ordinary, or no person's.
AGAINST = frozenset(
    {
        "allowed",
        "allowed_or_name",
        "casework",
        "casework_or_name",
        "ordinary",
        "ordinary_inside",
        "ordinary_strange",
        "ordinary_shaped",
        "ordinary_definite",
        "post",
        "compound",
        "place",
        "place_far",
        "place_shape",
        "institution",
        "acronym",
        "measured",
        "function_word",
    }
)


def look(seen: list[Seen], words: Lexicon) -> list[Seen]:
    """See what each word is on its own, and give those in capitals."""
    here: dict[str, _Known] = {}
    shouted: list[Seen] = []
    for word in seen:
        written = word.text
        known = KNOWN.get(written) or here.get(written)
        if known is None:
            known = here[written] = _known(word, words)
            if len(KNOWN) < REMEMBERED and _plain(word, words):
                KNOWN[written] = known
        word.base, word.kinds, word.genitive, word.capital, word.chance, word.weighed = known
        if word.capital and written.isupper() and len(written) > 1:
            shouted.append(word)
    return shouted


def _known(word: Seen, words: Lexicon) -> _Known:
    base, kinds, genitive = _looked_up(word, words)
    capital = word.text[0].isupper()
    return base, kinds, genitive, capital, SOME if capital else chance(base, kinds, words), {}


def _plain(word: Seen, words: Lexicon) -> bool:
    """Tell whether a word is in the spelling list or known to point out nobody, and is written as such words are."""
    lower = word.lower
    if word.text not in {lower, lower.capitalize(), lower.upper()}:
        return False
    kinds = words.kinds(lower)
    return bool(kinds & Word.ORDINARY) or kinds & (NAME | Word.ALLOWED) == Word.ALLOWED or words.remembered(lower)


def chance(base: str, kinds: int, words: Lexicon) -> int:
    """Tell what a word in lower case needs around it to be worth a look."""
    if base in NO_NAMES or base in casework.WARDS:
        return NONE
    known = kinds & NAME
    if known and (len(base) >= _SHORTEST_LOWER or (len(base) > SHORT and not kinds & Word.ORDINARY)):
        return SOME
    if len(base) > LONGEST or kinds & Word.ALLOWED:
        return NONE
    if not known and (len(base) <= SHORT or words.remembered(base)):
        return CALLED
    return CUED


def _looked_up(word: Seen, words: Lexicon) -> tuple[str, int, bool]:
    lower = word.lower
    kinds = words.kinds(lower)
    if lower.endswith("'s") and word.text[0].isupper() and (base := lower[:-2]) not in _CONTRACTED:
        return base, words.kinds(base), True
    if kinds & NAME and not kinds & _SURE and lower.endswith("s") and words.kinds(lower[:-1]) & Word.OWN_PLACE:
        return lower[:-1], words.kinds(lower[:-1]), True  # Kalmars, which some library takes for a name
    if kinds & NAME and not kinds & CHOSEN and lower.endswith("s") and words.kinds(lower[:-1]) & Word.OWN_FIRST:
        return lower[:-1], words.kinds(lower[:-1]), True  # Karls, which is a family name in some library
    if not kinds & (NAME | Word.ALLOWED) and lower.endswith("s") and len(lower) > (3 if word.text[0].isupper() else 4):
        base = lower[:-1].rstrip("'")
        owner = words.kinds(base)
        if (owner & (NAME | Word.OWN_PLACE) or name_shaped(base)) and not (
            word.text[0].islower() and words.listed(lower)
        ):
            return base, owner | kinds, True
    if not kinds and "-" in lower and len(lower) <= LONGEST:
        parts = [words.kinds(part) for part in lower.split("-")]
        if all(part & Word.ALLOWED for part in parts):
            return lower, Word.ALLOWED, False
        upper = word.text.rpartition("-")[2][:1].isupper()
        if _two_first_names(word.text, parts):
            return lower, Word.OWN_FIRST, False
        if all(part & NAME for part in parts[:-1]) and (upper or all(part & Word.OWN_FIRST for part in parts)):
            return lower, parts[0], False
    return lower, kinds, False


def _two_first_names(written: str, parts: list[int]) -> bool:
    """Tell whether a hyphen joins two first names, of which one may be a word too: Gull-Maj."""
    both = len(parts) == 2 and all(part & GIVEN for part in parts)  # noqa: PLR2004  # a hyphen joins two
    return both and written.istitle() and len(written) > _SHORTEST_LOWER + SHORT


def name_shaped(base: str) -> bool:
    """Tell whether a word begins or ends as family names of some origin do, or is made of the syllables of names."""
    if not 5 <= len(base) <= LONGEST:  # noqa: PLR2004  # a beginning and an ending
        return False
    if syllables(base) or two_parts(base) or _TWO_NAMES(base) or _NORDIC(base):
        return True
    if base.endswith(cues.NAME_ENDINGS) or base.startswith(cues.NAME_BEGINNINGS):
        return True
    return base.isascii() and _PINYIN(base) is not None


def syllables(base: str) -> bool:
    """Tell whether a word with a hyphen is two syllables of a Korean name."""
    first, _, second = base.partition("-")
    return first in cues.KOREAN and second in cues.KOREAN
