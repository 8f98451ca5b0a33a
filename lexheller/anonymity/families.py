"""May a word be the family name of somebody whose first name stands beside it, though it is a word or an illness?"""

from lexheller.anonymity import cues, things
from lexheller.anonymity.lexicon import NAME, Lexicon, Word
from lexheller.anonymity.seen import SHORT, two_parts
from lexheller.anonymity.tokens import Seen

_LISTED = 4  # letters of a family name in capitals that no list knows as a family name


def bears(word: Seen) -> bool:
    """Tell whether families bear what is a small word, an illness or a hill elsewhere: Seung Han, Karin Crohn."""
    if not word.capital:
        return False
    if word.lower in cues.FUNCTION_WORDS or word.lower in cues.SURNAMES_TOO:
        return word.lower in cues.SURNAMES_TOO
    return eponym(word) or word.lower in cues.NATURE


def eponym(word: Seen) -> bool:
    """Tell whether an illness bears the name of whoever found it."""
    return word.lower in cues.EPONYMS or (word.lower.endswith("s") and word.lower[:-1] in cues.EPONYMS)


def shouted(word: Seen, words: Lexicon) -> bool:
    """Tell whether a word in capitals may be a family name beside a first name: Karin LINDGREN."""
    if len(word.text) < SHORT or word.lower in things.LETTERS or no_name(word.lower):
        return False
    if bears(word) and word.lower not in cues.SURNAMES_TOO:
        return True
    if word.kinds & Word.ALLOWED and not word.kinds & Word.OWN_LAST:
        return False
    if word.kinds & (Word.OWN_LAST | Word.LAST):
        return bool(word.kinds & Word.OWN_LAST) or len(word.text) > SHORT
    if len(word.text) < _LISTED or words.ordinary(word.base):
        return False
    return bool(word.kinds & NAME) or not words.compound(word.base) or two_parts(word.base) is not None


def no_name(lower: str) -> bool:
    """Tell whether a word is too common for anybody to be called so in capitals."""
    return lower in cues.FUNCTION_WORDS or lower in cues.ROLES or lower in cues.RELATIONS
