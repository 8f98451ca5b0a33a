"""Is a first name that is a word too, before a place or what is built like one, somebody who bears that family name?"""

from itertools import pairwise

from lexheller.anonymity.lexicon import Word
from lexheller.anonymity.seen import AGAINST
from lexheller.anonymity.tokens import Seen
from lexheller.anonymity.weighing_after import NO_SUBJECTS, SMALL_NAMES, WHERE_SOMEBODY

_A_PLACE = frozenset({"ordinary_inside", "place", "place_far", "place_shape", "place_or_name"})
_A_WORD = frozenset({"ordinary", "ordinary_inside", "place_or_name"})
_OF_THINGS = frozenset({"before_organisation", "after_thing"})
_DOES = WHERE_SOMEBODY | {"before_role"}


def see(seen: list[Seen]) -> None:
    """Name both words of what only somebody is called: Mats Hagby ringde, rektor Hans Ederyd, inside any sentence."""
    for first, family in pairwise(seen):
        if family.gap != " " or not (family.capital and first.capital and first.kinds & Word.OWN_FIRST):
            continue
        if (first.named and family.named) or not _free(first, family):
            continue
        does = not _DOES.isdisjoint(family.evidence)
        small = first.base in NO_SUBJECTS
        if small and first.opens and family.kinds & Word.OWN_FIRST:
            continue  # his Fatima rang
        met = first.base in SMALL_NAMES and family.kinds & Word.OWN_LAST and not first.opens  # träffade My Ek
        if (
            (met and not WHERE_SOMEBODY.isdisjoint(first.evidence))
            or (small and (does or not first.opens))
            or (does and not small and _A_WORD.issuperset(AGAINST & {*first.evidence}))
        ):
            for word in (first, family):
                if not word.named:
                    word.add("in_row_of_two")
                    word.named = True


def _free(first: Seen, family: Seen) -> bool:
    """Tell whether nothing says that the two are no name, and the second one is a place or a family's."""
    if first.genitive or first.vetoed or family.vetoed or first.caps_line:
        return False
    if not (_OF_THINGS.isdisjoint(first.evidence) and _OF_THINGS.isdisjoint(family.evidence)):
        return False
    return len(family.text) > 1 and _A_PLACE.issuperset(AGAINST & {*family.evidence})
