"""Do words in a row name a thing, and no person: a school, a firm, an illness?"""

import re

from lexheller.anonymity import casework, cues, families, things
from lexheller.anonymity.lexicon import GIVEN, NAME, Word
from lexheller.anonymity.seen import syllables
from lexheller.anonymity.tokens import Seen
from lexheller.anonymity.weighing import SYLLABLE, is_camel

_SAINT = re.compile(r"(?:\b[Ss]:t|\b[Ss]:ta|\bSt\.?|\b[Ll]ex) $")
_NUMBERS = frozenset("II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII".split())
_SAINTS = frozenset({"t", "ta", "st", "lex"})
_DOES = cues.PERSON_VERBS | cues.WEAK_VERBS | cues.FINITE
_PEOPLE = cues.ROLES | cues.RELATIONS
_TAILS_END = frozenset(tail[-3:] for tail in cues.THING_TAILS)  # a quick look
_IS_CALLED = frozenset({"heter", "hette", "kallas", "kallades"})


def weigh_run(text: str, seen: list[Seen], index: int, first: int, last: int) -> None:
    """Let the company a word stands in tell that it names a thing."""
    word = seen[index]
    if first < last and (
        (index < last and seen[index + 1].text in _NUMBERS) or (index > first and seen[index - 1].text in _NUMBERS)
    ):
        word.vetoed = word.well_known = True  # Carl XVI Gustaf
    if not word.vetoed and word.lower in things.TOGETHER:
        _veto_together(seen, index)
    if (index < last and seen[index + 1].lower in casework.COMPASS and _unit(word)) or (
        index > first and word.lower in casework.COMPASS and _unit(seen[index - 1])
    ):
        word.vetoed = True  # Rehab Väst
    if _thing_before(text, seen, index, first, last):
        word.add("after_thing")
    following = seen[last + 1] if last + 1 < len(seen) else None
    after = following.lower.partition("-")[0] if following is not None and following.gap == " " else ""
    if after in cues.ORGANISATION_WORDS and following and not _own(seen[first], seen[last], following.lower):
        word.add("before_organisation")
    head = first + 1 if first < last and seen[first].lower in _PEOPLE else first  # Rektor Karin Ederyd
    named = (bool(seen[head].kinds & GIVEN) or syllables(seen[head].base)) and (
        not seen[head].genitive or index == head
    )
    if first < last and any(
        _is_thing(other, named=named) for other in seen[max(first + 1, index, last - 2) : last + 1]
    ):
        word.vetoed = True


def _unit(word: Seen) -> bool:
    """Tell whether a word is what an office or a team is called before the quarter it works in."""
    lower = word.lower
    return (
        lower in casework.UNITS
        or lower in casework.SHORTS
        or lower in cues.THING_WORDS
        or (not word.kinds & NAME and lower.endswith((*cues.THING_ENDINGS, *casework.UNIT_ENDINGS)))
    )


def _veto_together(seen: list[Seen], index: int) -> None:
    """See that a word and those after it are the well-known name of something: San Francisco."""
    for others in things.TOGETHER[seen[index].lower]:
        row = seen[index + 1 : index + 1 + len(others)]
        said = [other.lower for other in row if other.gap == " "]
        if said[:-1] == [*others[:-1]] and len(said) == len(others) and _same(said[-1], others[-1]):
            for word in seen[index : index + 1 + len(others)]:
                word.vetoed = word.well_known = True
            return


def _same(said: str, known: str) -> bool:
    """Tell whether a word is another one, in the genitive or joined to a third too: Nord Stream-rören."""
    return said.partition("-")[0].removesuffix("s") == known.removesuffix("s")


def _own(first: Seen, last: Seen, thing: str) -> bool:
    """Tell whether somebody may have what follows the row, whose name it would bear otherwise."""
    if thing in cues.OWN_OR_CALLED:
        known = cues.EPONYMS | cues.KINGS
        sure = first.kinds & Word.OWN_FIRST and not first.kinds & Word.OWN_PLACE and first.base not in cues.EVERYDAY
        return bool(sure) and first.genitive and first is last and first.base not in known
    if thing not in cues.PERSONAL_TOO or not last.lower.endswith(("s", "x", "z")):
        return False
    if thing in cues.FOUND_BY:
        return bool(last.kinds & GIVEN) and first is last and not {last.base, last.lower[:-1]} & cues.EPONYMS
    return first is last


def _thing_before(text: str, seen: list[Seen], index: int, first: int, last: int) -> bool:
    """Tell whether the words before say that a thing bears this name, or bore the one before it in a list."""
    head = seen[first]
    if index and seen[index - 1].lower == "boende" and seen[index].kinds & GIVEN:
        return False  # who lives there, and not what the home is called
    if head.lower in {"sankt", "sankta", "lex"}:
        return True
    if first and seen[first - 1].lower in _SAINTS and _SAINT.search(text[max(0, head.start - 6) : head.start]):
        return True
    if index > first and any(
        other.lower in cues.THING_WORDS or is_camel(other) for other in seen[max(first, index - 3) : index]
    ):
        return True
    start = first + 1 if head.lower in cues.ROLES and first < last else first
    if start > 0 and seen[start].gap == " " and _of_such_a_kind(seen, start - 1):
        return True
    if index > first and _kind_of_thing(seen[first]):
        return True
    if _such_a_thing(seen, index, first, last):
        return True
    if index > 0 and seen[index].gap == ", ":
        return "after_thing" in seen[index - 1].evidence
    joined = index > 1 and seen[index - 1].lower in {"och", "samt"}
    return joined and "after_thing" in seen[index - 2].evidence


def _of_such_a_kind(seen: list[Seen], said: int) -> bool:
    """Tell whether a word, or the one before "(som) heter", says what kind of thing bears the name after it."""
    if said > 0 and seen[said].lower in _IS_CALLED:
        said -= 1  # the unit is called
        if said > 0 and seen[said].lower == "som":
            said -= 1
            if seen[said].lower in cues.THINGS_CALLED:
                return True
    return _kind_of_thing(seen[said])


def _such_a_thing(seen: list[Seen], index: int, first: int, last: int) -> bool:
    """Tell whether a longer word before ends in what things are, and nobody does anything after: förorten Salem."""
    said = first - 1 if seen[first].gap == " " and first and not seen[first - 1].capital else first
    kind = seen[said]
    if kind.lower[-3:] not in _TAILS_END or not 0 <= said < index:
        return False
    if kind.kinds & NAME or not kind.lower.endswith(cues.THING_TAILS):
        return False
    head = seen[said + 1]
    if last - said > 1 and (head.kinds & Word.OWN_FIRST or head.lower in _PEOPLE):
        return False  # a firm that bears somebody's whole name: revisionsfirman Karin Berg
    if seen[index].kinds & GIVEN and kind.lower in cues.THING_TAILS:
        return False  # bilen Karin äger
    after = seen[last + 1] if last + 1 < len(seen) else None
    if seen[index].kinds & GIVEN and after is not None and after.gap == " ":
        return after.lower not in _DOES and not after.lower.endswith(("de", "te"))  # beviset Fatima fick
    return True


def _kind_of_thing(word: Seen) -> bool:
    """Tell whether a word says what kind of thing bears the name after it: the project, the family centre."""
    lower = word.lower
    return lower in cues.THING_WORDS or (lower.endswith(cues.THING_ENDINGS) and not word.kinds & NAME)


def _is_thing(word: Seen, *, named: bool) -> bool:
    """Tell whether a word late in a row of capitalised ones makes the row a place's or an organisation's name."""
    if named and word.lower.endswith(cues.HOME_ENDINGS):
        return False
    if word.lower in cues.ORGANISATION_WORDS:
        return not (named and word.capital and word.lower in cues.FAMILIES_TOO)
    if "-" in word.text and word.text.rpartition("-")[0].isupper():
        return False  # it does not belong to the row: Pär Gerell OS-kvalificerade
    if "-" in word.text and word.text.rpartition("-")[2].islower() and not word.kinds & NAME:
        return word.vetoed or len(word.text.rpartition("-")[2]) > SYLLABLE
    if word.kinds & NAME:
        return False
    if named and families.eponym(word):
        return False  # Karin Alzheimer
    return bool(word.kinds & Word.ALLOWED) or word.lower.endswith(cues.PLACE_ENDINGS)
