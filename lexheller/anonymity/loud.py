"""Which of the words in capitals are names, and which are letters, or words that somebody raised the voice for?"""

import re
from collections.abc import Iterable
from itertools import pairwise

from lexheller.anonymity import cues, things
from lexheller.anonymity.families import eponym, no_name
from lexheller.anonymity.families import shouted as may_be_family
from lexheller.anonymity.lexicon import CHOSEN, LONGEST, NAME, Lexicon, Word
from lexheller.anonymity.seen import NO_NAMES, SHORT, SOME, chance, name_shaped, two_parts
from lexheller.anonymity.tokens import Seen

_UPPER_SHARE = 0.7
_WORDS_IN_LINE = 3
_COMMONEST = "eantrsildo"
_TWO_WORDS = 6  # letters of a first name and a family name in capitals; acronyms are shorter
# Letters of a name in capitals by itself: of one on the lists, of one that is built so, of one that no list knows.
_LISTED, _SHAPED, _UNHEARD = 4, 5, 6
_FOREIGN = re.compile(r"[^A-ZÅÄÖÉ-]").search  # letters that no letters for Swedish words are
_SURE = 5
_SWEDISH = tuple("sam ning nr nummer tion het skap lig isk ande ende are arna erna orna ering".split())


def see(text: str, shouted: list[Seen], words: Lexicon) -> None:
    """See which words stand in a line of capitals, where capitals say nothing, and which are names by their company."""
    _see_lines(text, shouted, words)
    _see_neighbours(shouted)
    _see_names(shouted, words)


def code(word: Seen, words: Lexicon) -> str:
    """Give the evidence of how a word in capitals is written that stands among others that are not."""
    long = len(word.base)
    foreign = _FOREIGN(word.text) is not None
    if (long < _LISTED and not foreign) or word.kinds & Word.ALLOWED or word.lower in things.LETTERS:
        short = long > SHORT and word.kinds & CHOSEN and not word.kinds & (Word.ORDINARY | Word.ALLOWED)
        return "acronym_or_name" if short else "acronym"
    if word.genitive and words.listed(word.lower):
        return "acronym"  # DEMENS is not Demen's
    if word.kinds & CHOSEN:
        plain = word.kinds & (Word.ORDINARY | Word.OWN_PLACE) and not two_parts(word.base)
        return "capital_first" if plain else "capital_strange" if word.opens else "capital_inside"
    if word.kinds & NAME:
        if (word.kinds & Word.ORDINARY or words.ordinary(word.lower)) and not name_shaped(word.base):
            return "acronym"
        return "capital_inside" if (long >= _SURE or foreign) and not word.opens else "capital_first"
    if words.ordinary(word.base) or words.place(word.base):
        return "acronym"
    if (long >= _SHAPED and name_shaped(word.base)) or _unheard(word, words):
        return "capital_first" if word.opens else "capital_inside"
    return "acronym"


def _unheard(word: Seen, words: Lexicon) -> bool:
    """Tell whether a word is so long that it stands for no others, and no word itself."""
    return bool(
        (_UNHEARD <= len(word.base) <= LONGEST or (len(word.base) >= _LISTED and _FOREIGN(word.text)))
        and not words.ordinary(word.base)
        and not words.compound(word.base)
        and not any(char in word.text for char in "-'")
        and not word.lower.endswith(_SWEDISH)
    )


def _see_lines(text: str, shouted: Iterable[Seen], words: Lexicon) -> None:
    """See which of the words in capitals stand in a line of capitals; words of Swedish are small letters there."""
    end = -1
    loud = False
    for word in shouted:
        if word.start >= end:
            start = text.rfind("\n", 0, word.start) + 1
            end = text.find("\n", word.start)
            end = len(text) if end < 0 else end
            loud = _loud(text[start:end])
        word.caps_line = loud
        if loud and _plain(word, words):
            word.capital, word.chance = False, chance(word.base, word.kinds, words)


def _plain(word: Seen, words: Lexicon) -> bool:
    """Tell whether a word in a line of capitals is one of Swedish rather than somebody's name."""
    if eponym(word):
        return False
    if word.genitive and words.listed(word.lower):
        return True
    if no_name(word.lower) or word.base in NO_NAMES:
        return True
    if word.kinds & CHOSEN:
        return word.base in cues.EVERYDAY and not word.kinds & Word.OWN_LAST
    if word.kinds & Word.ALLOWED:
        return True
    if word.kinds & NAME:
        return bool(word.kinds & Word.ORDINARY) and not two_parts(word.base)
    return words.ordinary(word.base) or (not name_shaped(word.base) and words.compound(word.base))


def _see_neighbours(shouted: list[Seen]) -> None:
    """See that a name that is an everyday word too is meant as a name beside one that is none: ÅKERLUND, INGER."""
    for before, word in pairwise(shouted):
        if word.gap not in {" ", ", "} or word.start - before.end != len(word.gap) or before.capital == word.capital:
            continue
        plain, sure = (word, before) if before.capital else (before, word)
        if not (plain.caps_line and plain.kinds & CHOSEN) or no_name(plain.lower) or plain.base in NO_NAMES:
            continue
        if sure.kinds & NAME and not sure.kinds & (Word.ORDINARY | Word.ALLOWED):
            plain.capital, plain.chance = True, SOME


def _see_names(shouted: list[Seen], words: Lexicon) -> None:
    """See which words in capitals say together that capitals are how this text writes names: KARIN LINDGREN."""
    for before, word in pairwise(shouted):
        if word.gap != " " or word.start != before.end + 1 or (before.kinds | word.kinds) & Word.ALLOWED:
            continue
        if len(before.text) + len(word.text) < _TWO_WORDS or before.kinds & word.kinds & Word.ORDINARY:
            continue
        after = word.kinds & NAME or (len(word.text) > SHORT and not words.ordinary(word.base))
        turned = word.kinds & Word.OWN_FIRST and len(before.text) > SHORT and may_be_family(before, words)
        if (
            (before.kinds & Word.OWN_FIRST and after)
            or (before.kinds & NAME and word.kinds & NAME and min(len(before.text), len(word.text)) > SHORT)
            or (turned and (before.kinds & Word.OWN_LAST or not words.ordinary(before.base)))
        ):
            for each in (before, word):
                each.caps_line = each.caps_line or code(each, words) == "acronym"


def _loud(line: str) -> bool:
    line = line.strip(" >|")
    lower = sum(map(line.count, _COMMONEST))
    if lower * _UPPER_SHARE >= (len(line) - lower) * (1 - _UPPER_SHARE):
        return False  # even if every other sign was a capital
    letters = sum(map(str.isalpha, line))
    upper = sum(map(str.isupper, line))
    return upper > _UPPER_SHARE * letters and line.count(" ") >= _WORDS_IN_LINE - 1
