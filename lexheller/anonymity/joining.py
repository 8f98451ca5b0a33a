"""Which words that are names make one person's name, with initials, particles and nicknames between them?"""

import re
from collections.abc import Iterator

from lexheller.anonymity import cues
from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.lexicon import CHOSEN, GIVEN, NAME, Word
from lexheller.anonymity.seen import AGAINST, NO_NAMES
from lexheller.anonymity.tokens import Seen
from lexheller.anonymity.weighing_before import particles
from lexheller.anonymity.weights import JOIN_GIVEN, JOIN_LEFT, JOIN_RIGHT, WEIGHTS

# After a lower-case word: the rest of an address on the net, which is no part of the name before it.
_BEFORE_AT = re.compile(r"[^\s,;:!?.)\]'\"”»-]|[.-]\w| ?[(\[]?(?:at|ät|ätt|alfa|a|snabel)\b", re.IGNORECASE)
_DOUBLE = re.compile(r"[A-ZÅÄÖ]-[A-ZÅÄÖ]").fullmatch
_DOES = cues.PERSON_VERBS | cues.WEAK_VERBS | cues.FINITE | cues.FUNCTION_WORDS
_NOT_FIRST = NO_NAMES | cues.FUNCTION_WORDS
_JOINS = frozenset({" ", ' "', '" ', " ”", "” ", " “", " (", ") ", " '", "' "})


def whole_names(text: str, seen: list[Seen]) -> Iterator[Hit]:
    """Join names that stand together, with initials, particles and nicknames between them."""
    index = 0
    floor = 0
    while index < len(seen):
        if not seen[index].named:
            index += 1
            continue
        first = index
        while first > floor and _joins_left(seen, first):
            first -= 1
        if seen[first].capital:
            first = max(floor, first - particles(seen, first))
        last = index
        while last + 1 < len(seen):
            step = 1 if _one_person(seen, last) else _joins_right(text, seen, last)
            if not step:
                break
            last += step
        final = seen[last]
        end = final.end - (_genitive(final.lower) if _owns(seen, last) else 0)
        start = seen[first].start
        evidence = tuple(
            dict.fromkeys(
                code for word in seen[first : last + 1] for code in word.evidence if WEIGHTS.get(code, 1.0) > 0
            )
        )
        yield Hit(start, end, Kind.PERSON, "person.name", Strength.ASK, evidence[:6], 30)
        index = floor = last + 1


def _owns(seen: list[Seen], last: int) -> bool:
    """Tell whether the s at the end is the genitive's; of a name that few lists know only if something follows."""
    final = seen[last]
    if not final.genitive or final.lower == final.base:
        return False
    if final.kinds & CHOSEN or final.lower.endswith("'s") or "name_elsewhere" in final.evidence:
        return True
    after = seen[last + 1] if last + 1 < len(seen) else None
    return after is not None and after.gap == " " and after.lower not in _DOES


def _genitive(lower: str) -> int:
    """Give how many signs of a word are the genitive's and not the name's: Karins, Karin's."""
    return 2 if lower.endswith("'s") else int(lower.endswith("s"))


def _one_person(seen: list[Seen], last: int) -> bool:
    """Tell whether the next name is the same person's, over a line or in the other order: Berg, Nils."""
    word = seen[last + 1]
    if not word.named or word.gap == " ":
        return False
    return "over_line" in word.evidence or (word.gap == ", " and "turned" in word.evidence)


def _joins_left(seen: list[Seen], first: int) -> bool:
    """Tell whether the word before, which is no name by itself, belongs to the name."""
    word, before = seen[first], seen[first - 1]
    if len(before.text) == 1 and before.text.isupper() and (word.gap in {". ", "."} or _signed(word, before)):
        return True
    if word.gap == ". " and "after_initial" in word.evidence:
        return True  # Th. Lagerlund
    if not before.capital and word.gap == " " and not word.capital and word.kinds & Word.OWN_LAST:
        return bool(before.kinds & Word.OWN_FIRST) and before.base not in _NOT_FIRST
    if before.text == "Hans" and word.gap == " " and word.capital and not word.kinds & Word.OWN_FIRST:
        return True  # Hans Karlsson: no family name is anybody's
    if word.gap == " " and word.kinds & NAME and _DOUBLE(before.text):
        return True  # L-G Tuvesson
    if word.gap not in _JOINS or not before.capital or word.opens:
        return False
    if before.lower in cues.PARTICLES and word.gap == " " and (before.text.isupper() or not before.opens):
        return True  # AL HAKIM
    if before.opens or before.lower in cues.ROLES or before.lower in cues.RELATIONS:
        strange = not before.kinds and AGAINST.isdisjoint(before.evidence)
        return (strange or bool(before.kinds & NAME)) and "ordinary" not in before.evidence and not before.vetoed
    return not before.vetoed and (before.score >= JOIN_LEFT or AGAINST.isdisjoint(before.evidence))


def _signed(word: Seen, initial: Seen) -> bool:
    """Tell whether a letter belongs to what follows: A.-K. Moberg, mvh B Wallentin, handläggare B Wallentin."""
    if word.gap == ".-":
        return len(word.text) == 1
    return word.gap == " " and not {"signature", "after_cue"}.isdisjoint(initial.evidence) and len(word.text) > 1


def _lower_family(first: Seen, last: Seen) -> bool:
    """Tell whether a family name that is no word stands after a first name, both in small letters: sara lindqvist."""
    family = last.kinds & Word.OWN_LAST and not last.kinds & Word.ORDINARY
    return bool(family and first.kinds & Word.OWN_FIRST) and not first.capital and last.base not in _NOT_FIRST


def _joins_right(text: str, seen: list[Seen], last: int) -> int:
    """Give how many of the next words belong to the name: none, one, or a particle and one."""
    following = seen[last + 1]
    if following.opens or "\n" in following.gap:
        return 0
    if seen[last].genitive and not (following.named and following.kinds & NAME and not following.kinds & GIVEN):
        return 0  # Fatimas Malmö; but Mandus Nilsson
    if following.gap not in _JOINS:
        return 1 if following.gap in {"-", " - "} and following.named else 0
    if len(following.text) == 1:
        owns = text.startswith(":s", following.end) and not text[following.end + 2 : following.end + 3].isalnum()
        return int(following.text.isupper() and (owns or text[following.end : following.end + 1] not in {":", "-"}))
    if following.capital:
        return joins_capital(seen, last)
    if following.named or _lower_family(seen[last], following):
        return int(_BEFORE_AT.match(text, following.end) is None)
    if following.lower in cues.PARTICLES and last + 2 < len(seen):
        beyond = seen[last + 2]
        if (
            beyond.capital
            and beyond.gap == " "
            and (beyond.kinds & NAME or following.lower in {"von", "van", "af", "de", "el", "al"})
        ):
            return 2
    return 0


def joins_capital(seen: list[Seen], last: int) -> int:
    """Give how many of the next words, the first with a capital, belong to the name."""
    following = seen[last + 1]
    if following.named:
        return 1
    if following.lower in cues.PARTICLES and following.text.isupper() and last + 2 < len(seen):
        beyond = seen[last + 2]
        if beyond.named and beyond.gap == " ":
            return 2  # FEMKE DE BOER
    blocked = "allowed" in following.evidence or "acronym" in following.evidence or following.vetoed
    least = JOIN_GIVEN if seen[last].kinds & GIVEN else JOIN_RIGHT
    return int(not blocked and following.score >= least)
