"""Which family name belongs to a first name that a comma, the other order or a line break parts from it?"""

import re

from lexheller.anonymity import cues
from lexheller.anonymity.families import bears, shouted
from lexheller.anonymity.lexicon import GIVEN, NAME, Lexicon, Word
from lexheller.anonymity.seen import AGAINST, SHORT
from lexheller.anonymity.tokens import Seen

# A new line, with what programs put before it and after it: spaces, the signs of a quoted mail, the edge of a table.
_BREAK = re.compile(r"[ >|]*\n[ >|\n]*").fullmatch
_FAMILY = Word.OWN_LAST | Word.LAST
_PLACED = frozenset({"in_place", "after_place_preposition"})
_WORD_OR_PLACE = frozenset(
    {"ordinary", "ordinary_inside", "ordinary_shaped", "place", "place_far", "place_or_name", "place_shape"}
)
_BESIDE = frozenset({", ", " "})
_LEAST = 4  # letters of a family name that no list knows


def turned(seen: list[Seen], words: Lexicon) -> None:
    """Let a family name stand before the first name, as in lists and registers: Berg, Nils; BERG Nils."""
    for index in range(1, len(seen)):
        first = seen[index]
        if first.gap not in _BESIDE:
            continue
        if not (first.capital and (first.kinds & GIVEN or _unlisted(first))) or first.vetoed or first.genitive:
            continue
        family = seen[index - 1]
        if not family.capital or family.vetoed or (family.named and first.named and first.gap == " "):
            continue
        if first.gap == " ":
            loud = len(family.text) > SHORT and family.text.isupper() and shouted(family, words)
            if not (loud and first.kinds & Word.OWN_FIRST) or (family.caps_line and not family.kinds & NAME):
                continue
        elif not (
            _alone(seen, index)
            and _first_name(first, family)
            and (_may_be_family(family, words) or _short(family, first))
        ):
            continue
        for word in (family, first):
            if word is first or not word.named:
                word.add("turned")
            word.named = True


def _unlisted(first: Seen) -> bool:
    """Tell whether a word that no list knows is built like a name and has been taken for one: Seung-min."""
    return first.named and not first.kinds and "name_shape" in first.evidence


def _short(family: Seen, first: Seen) -> bool:
    """Tell whether a small word is a family name before a first name that is rare here: Han, Seung-min."""
    rare = first.named and not first.kinds & (Word.OWN_FIRST | Word.ORDINARY)
    return rare and family.lower in cues.SURNAMES_TOO


def _alone(seen: list[Seen], index: int) -> bool:
    """Tell whether no other name stands beside the two: in Lisa Berg, Nils Ek each has a family name."""
    family = seen[index - 1]
    if index > 1 and family.gap in _BESIDE:
        before = seen[index - 2]
        if before.capital and (before.named or (family.gap == ", " and before.kinds & NAME)):
            return False
    if index + 1 == len(seen):
        return True
    after = seen[index + 1]
    return not after.capital or after.gap != " " or bool(after.kinds & Word.OWN_FIRST and not after.kinds & _FAMILY)


def _first_name(first: Seen, family: Seen) -> bool:
    """Tell whether a word is a first name here, and does not begin a sentence's next part."""
    if first.lower in cues.FUNCTION_WORDS or _PLACED & {*first.evidence}:
        return False
    if not first.kinds & Word.ORDINARY:
        return first.named or bool(first.kinds & Word.OWN_FIRST)
    return bool(first.kinds & Word.OWN_FIRST) and not family.kinds & Word.ORDINARY


def _may_be_family(word: Seen, words: Lexicon) -> bool:
    """Tell whether a word before a comma and a first name is a family name."""
    if word.kinds & Word.OWN_FIRST and not word.kinds & Word.OWN_LAST:
        return False  # Eva, Fatima
    if word.named or word.lower in cues.ROLES or word.lower in cues.RELATIONS:
        return word.named and (not word.kinds or bool(word.kinds & _FAMILY))
    if word.text.isupper() and len(word.text) > 1:
        return shouted(word, words)
    if word.lower in cues.FUNCTION_WORDS or _PLACED & {*word.evidence}:
        return False
    against = AGAINST & {*word.evidence}
    if word.kinds & Word.OWN_LAST:
        return against <= _WORD_OR_PLACE
    if word.kinds & Word.LAST:
        return (not word.kinds & Word.ORDINARY or "name_shape" in word.evidence) and against <= _WORD_OR_PLACE
    return not word.kinds and not against and len(word.text) >= _LEAST


def _go_on(seen: list[Seen], index: int) -> None:
    """Let a particle that begins a line, and the family name after it, belong to the name before: Femke / de Boer."""
    before, word = seen[index - 1 : index + 1]
    if word.lower not in cues.PARTICLES or not (before.named and before.capital) or index + 1 == len(seen):
        return
    after = seen[index + 1]
    known = after.named or after.kinds & NAME or AGAINST.isdisjoint(after.evidence)
    if after.capital and after.gap == " " and not after.vetoed and known:
        for each in (word, after):
            each.add("over_line")
            each.named = True


def broken(seen: list[Seen]) -> None:
    """Let a family name that a line break parts from the first name before it belong to the same person."""
    for index, word in enumerate(seen):
        if "\n" not in word.gap or not index or _BREAK(word.gap) is None:
            continue
        before = seen[index - 1]
        _go_on(seen, index)
        if not word.capital:
            continue
        given = before.kinds & GIVEN or (before.named and not before.kinds)
        if not (given and before.capital) or before.vetoed or word.vetoed or before.genitive:
            continue
        if word.named and word.kinds & GIVEN:
            continue  # one name to a line
        plain = word.kinds & Word.ORDINARY and "name_shape" not in word.evidence
        family = word.kinds & Word.OWN_LAST or (word.kinds & Word.LAST and not plain) or bears(word)
        strange = AGAINST.isdisjoint(word.evidence) and (not word.kinds & NAME or word.shape > 0)
        strange = strange and len(word.base) >= _LEAST
        lone = not (index > 1 and seen[index - 2].named and before.gap == " ")
        if before.named and lone and (family or (strange and not word.kinds & NAME)):
            word.add("over_line")
            word.named = True
        elif family and not before.named and AGAINST.isdisjoint(before.evidence) and lone:
            for each in (before, word):
                each.add("over_line")
                each.named = True
