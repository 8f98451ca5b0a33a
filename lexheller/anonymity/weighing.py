"""What does a word say by itself for and against its being a name?"""

import re

from lexheller.anonymity import casework, cues, loud, things
from lexheller.anonymity.lexicon import CHOSEN, LONGEST, NAME, Lexicon, Word
from lexheller.anonymity.seen import name_shaped, syllables, two_parts
from lexheller.anonymity.tokens import Seen
from lexheller.anonymity.weights import SHAPE_MOST, SHAPES

_VOWEL = re.compile("[aeiouy]").search
AT = frozenset({"på", "från", "hos"})
ACRONYM = 4
SYLLABLE = 5
_NAMELIKE = -0.5  # from this shape on a word may well be a name
_SHORT_LOWER = 3
NEAR = Word.OWN_PLACE | Word.TOWN
PLACES = NEAR | Word.PLACE
_CAMEL = re.compile(r"[a-zåäö][A-ZÅÄÖ]").search
_CAPITALS_FIRST = re.compile(r"[A-ZÅÄÖ]{3,}[a-zåäö]").match  # ARPAnet
_PARTS = ("mc", "mac", "de", "di", "la", "le", "o", "fitz", "van", "al", "el", "bin", "ben", "del", "du", "ter")
_CONTRACTED = re.compile(r"[a-z]+'(?:m|s|re|ll|ve|t|d)").fullmatch  # English: I'm, that's
_ACRONYM_NAMES = frozenset({"sara", "ester"})  # methods when written in capitals, else women
UNIT = 3  # letters of what may measure something: 200 Bq
_POSTS = cues.RELATIONS | cues.ROLES | cues.RANKS
"""What somebody is to others: with a capital it is still nobody's name (Mamman, Rektorn, Drottningen)."""
_DEFINITE = (("arna", ("", "e")), ("orna", ("a",)), ("erna", ("",)), ("en", ("",)), ("et", ("", "e")), ("an", ("a",)))
_KINDS = (
    (Word.OWN_FIRST, "own_first"),
    (Word.FIRST, "library_first"),
    (Word.OWN_LAST, "own_last"),
    (Word.LAST, "library_last"),
)


def weigh_word(word: Seen, words: Lexicon, *, quiet: bool) -> None:
    """Weigh what the word is and how it is written, once for all places where it stands so."""
    way = word.opens + 2 * word.caps_line + 4 * quiet + 8 * word.capital
    known = word.weighed.get(way)
    if known is not None:
        word.score, word.shape, word.evidence, word.vetoed = known
    else:
        word.vetoed = False  # the words before it are no part of what it is on its own
        _weigh_word(word, words, quiet=quiet)
        word.weighed[way] = word.score, word.shape, word.evidence, word.vetoed
    word.vetoed = word.vetoed or word.well_known


def _weigh_word(word: Seen, words: Lexicon, *, quiet: bool) -> None:
    kinds = word.kinds
    bare = kinds & CHOSEN
    if word.base not in cues.OFTEN_PEOPLE:
        _weigh_things(word)
    _weigh_casework(word)
    if word.lower in cues.FUNCTION_WORDS:
        word.add("function_word")
    elif word.capital and not kinds & NAME and (word.lower in _POSTS or word.lower.removesuffix("s") in _POSTS):
        word.add("post")
    strange = "unknown" if word.capital else "unknown_lower"
    if not (kinds & NAME or word.genitive) and "'" in word.text and _CONTRACTED(word.lower):
        word.add("function_word")
    word.add(next((code for kind, code in _KINDS if kind & kinds), strange))
    plain = kinds & NAME and kinds & Word.ORDINARY and (word.opens or not word.capital)  # as it may be written anyway
    if not bare and name_shaped(word.base) and (not plain or two_parts(word.base)):
        word.add("name_shape")
    elif not kinds & NAME and len(word.base) <= LONGEST:
        word.shape = words.shape(word.base)
        word.score += weigh_shape(word.shape)
    ordinary = _ordinary(word, words)
    _weigh_writing(word, words, ordinary=ordinary, quiet=quiet)
    _weigh_ordinary(word, words, ordinary=ordinary)
    _weigh_place(word, words)
    if "-" in word.text and not (kinds & NAME and word.text.islower()) and _lower_tail(word, words):
        word.vetoed = True


def _weigh_things(word: Seen) -> None:
    """Weigh that things of casework and of the world are called so: Treserva, Mercedes."""
    kinds, lower, base = word.kinds, word.lower, word.base
    known = "allowed_or_name" if kinds & CHOSEN else "allowed"
    shouted = lower not in _ACRONYM_NAMES or word.text.isupper()
    if kinds & Word.ALLOWED and shouted and (word.opens or lower not in cues.RELATIONS):
        word.add(known)
    if lower in cues.ALSO_THINGS or lower in things.THINGS or base in things.THINGS:
        word.add(known)
    elif lower in things.OR_NAMES or base in things.OR_NAMES or (lower in things.LETTERS and word.text.isupper()):
        word.add("allowed_or_name")


def _weigh_casework(word: Seen) -> None:
    """Weigh that casework writes an authority, a doing or an office so in haste: Af, maila, Kundcenter, Skattev."""
    lower = word.lower
    if lower in casework.SHORTS or word.base in casework.SHORTS:
        word.add("casework")
    elif lower in casework.OR_NAMES:
        word.add("casework_or_name")
    elif word.opens and lower in casework.OPENERS:
        word.add("allowed_or_name")
    elif word.capital and (_office(word) or _verb_first(word)):
        word.add("casework")


def _office(word: Seen) -> bool:
    """Tell whether a word that is no name ends or begins as offices do, whole or cut off, or cannot be said aloud."""
    if word.kinds & NAME:
        return False
    lower = word.lower
    if lower.endswith(casework.UNIT_ENDINGS) or lower in cues.RELATIONS:
        return True
    return lower.startswith(casework.STEMS) or (len(lower) > 1 and lower.isascii() and not _VOWEL(lower))


def _verb_first(word: Seen) -> bool:
    """Tell whether a question or an order begins so, with a word that only some library takes for a name."""
    return not word.kinds & CHOSEN and word.lower in cues.FINITE


def _ordinary(word: Seen, words: Lexicon) -> bool:
    """Tell whether a word is Swedish too; of those on the list of names the list itself says so, without a doubt."""
    return bool(word.kinds & Word.ORDINARY) if word.kinds & NAME else words.ordinary(word.base)


def weigh_shape(shape: float) -> float:
    """Give what the letters of a word say, in steps."""
    return next((weight for most, weight in SHAPES if shape <= most), min(SHAPE_MOST, shape))


def _weigh_place(word: Seen, words: Lexicon) -> None:
    """Weigh that places are called so; a name that a person chose for its list stays one in doubt."""
    bare = word.kinds & CHOSEN
    if word.kinds & PLACES:
        if word.kinds & NEAR or not bare:
            far = not word.kinds & NEAR
            named = word.kinds & Word.OWN_FIRST or (word.kinds & NAME and far)
            word.add("place_or_name" if named else "place_far" if far else "place")
    elif (
        not bare
        and word.capital
        and (
            word.lower.endswith(cues.PLACE_ENDINGS)
            or word.lower.removesuffix("s").endswith(cues.PLACE_ENDINGS)
            or words.place(word.base)
        )
    ):
        sure = word.lower.removesuffix("s").endswith(cues.INSTITUTION_ENDINGS)
        word.add("institution" if sure else "place_shape")


def _weigh_ordinary(word: Seen, words: Lexicon, *, ordinary: bool) -> None:
    """Weigh that the word is Swedish too; a capital inside a sentence says that it is not meant so."""
    if word.genitive and word.opens and word.capital and not ordinary and words.listed(word.lower):
        word.add("ordinary")  # "Kaos råder" is not Kao's
    if ordinary:
        told = word.capital and (word.caps_line or not word.text.isupper())
        rare = word.kinds & Word.OWN_FIRST and told and word.base not in cues.EVERYDAY
        inside = "capital_inside" in word.evidence
        if word.capital and (word.caps_line or not word.kinds & CHOSEN) and two_parts(word.base):
            word.add("ordinary_shaped")  # sandgren is a word, and hardly ever meant so
        elif inside:
            bent = not word.kinds & NAME and _definite(word.base, words)
            word.add("ordinary_definite" if bent else "ordinary_inside" if word.kinds & CHOSEN else "ordinary_strange")
        else:
            word.add("ordinary_rare" if rare else "ordinary")
        return
    strange = not word.kinds & NAME and len(word.base) <= LONGEST and "name_shape" not in word.evidence
    if strange and words.compound(word.base):
        word.add("compound")


def _definite(base: str, words: Lexicon) -> bool:
    """Tell whether a word is the definite form of another one, as no name is: Elefanten, Cykelturen."""
    return any(
        base.endswith(end) and any(words.listed(base[: -len(end)] + bare) for bare in bares) for end, bares in _DEFINITE
    )


def _lower_tail(word: Seen, words: Lexicon) -> bool:
    """Tell whether the word ends in a word: Saga-modellen, LSS-handläggare, rut-avdrag; not Min-jung."""
    head, _, tail = word.text.rpartition("-")
    if word.text.islower():
        if syllables(word.lower):
            return False
        return len(tail) == 1 or words.ordinary(tail) or (SYLLABLE < len(tail) <= LONGEST and words.compound(tail))
    if head.isupper() and tail.islower():
        return True
    if syllables(word.lower):
        return False
    return tail[:1].islower() and (len(tail) > SYLLABLE or words.ordinary(tail))


def _weigh_writing(word: Seen, words: Lexicon, *, ordinary: bool, quiet: bool) -> None:
    place = bool(word.kinds & PLACES)
    strange = not ordinary and not place and (bool(word.kinds & NAME) or word.shape > _NAMELIKE)
    if not word.capital:
        unlisted = not ordinary and len(word.base) > _SHORT_LOWER
        if unlisted:
            word.add("lower_case_quiet" if quiet else "lower_case_strange")
        else:
            word.add("lower_case_text" if quiet else "lower_case")
    elif word.text.isupper() and len(word.text) > 1:
        if word.caps_line:
            listed = bool(word.kinds & NAME) or "name_shape" in word.evidence
            unheard = word.shape > 0 and len(word.text) > ACRONYM
            rare = (strange and len(word.text) >= ACRONYM and (listed or unheard)) or two_parts(word.base)
            word.add("capitals_strange" if rare else "all_capitals")
            if not listed and len(word.text) <= ACRONYM:
                _discount_shape(word)
        elif (written := loud.code(word, words)) == "acronym":
            _take_for_acronym(word)
        else:
            word.add(written)
    elif len(word.text) == 1:
        word.vetoed = True
    elif _acronym(word):
        _take_for_acronym(word)
    else:
        word.add("capital_inside" if not word.opens else "capital_strange" if strange else "capital_first")


def _take_for_acronym(word: Seen) -> None:
    """Weigh that letters stand for words; how a name is built says nothing of them."""
    word.add("acronym")
    _discount_shape(word)


def _discount_shape(word: Seen) -> None:
    word.score -= max(0.0, weigh_shape(word.shape)) if word.shape > 0 else 0.0
    word.shape = min(0.0, word.shape)


def _acronym(word: Seen) -> bool:
    """Tell whether letters stand for words: SoL, BoU, GIMPs, Bank-ID."""
    if len(word.text) <= ACRONYM and not word.text[1:].islower():
        return True
    if is_camel(word) or (len(word.text) <= UNIT and "'" in word.text):
        return True
    tail = word.text.rpartition("-")[2]
    return (
        _CAPITALS_FIRST(word.text) is not None
        or (word.text[:-1].isupper() and word.text[-1] == "s" and len(word.text) > len("Ås"))
        or ("-" in word.text and tail.isupper())
    )


def is_camel(word: Seen) -> bool:
    """Tell whether a word has a capital in it as products do, LibreOffice, and not as McDonald and DeVito."""
    return _CAMEL(word.text) is not None and not word.lower.startswith(_PARTS)
