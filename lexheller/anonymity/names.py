"""Which words of a text are people's names? Evidence is added up, word by word; the table of weights is in weights.py.

Nothing here decides by one list alone: a name list finds the names that libraries know and misses the others, so what
stands around a word counts as much as what the word is, and people of every origin get the same chance to be protected.
"""

from collections.abc import Iterator
from itertools import pairwise

from lexheller.anonymity import cues, families, initials, loud, parted, townsmen
from lexheller.anonymity.finding import Hit
from lexheller.anonymity.joining import joins_capital, whole_names
from lexheller.anonymity.lexicon import CHOSEN, GIVEN, LONGEST, NAME, Lexicon, Word, lexicon
from lexheller.anonymity.seen import AGAINST, CALLED, NO_NAMES, NONE, SHORT, SOME, look, name_shaped, two_parts
from lexheller.anonymity.tokens import Seen, tokenise
from lexheller.anonymity.weighing import weigh_word
from lexheller.anonymity.weighing_after import (
    SMALL_NAMES,
    WHERE_SOMEBODY,
    no_small_word,
    weigh_after,
    weigh_strange,
)
from lexheller.anonymity.weighing_before import weigh_before, weigh_place_in_casework
from lexheller.anonymity.weighing_things import weigh_run
from lexheller.anonymity.weights import THRESHOLD

_BEFORE_NAMES = (
    cues.CALLED | cues.ROLES | cues.RELATIONS | cues.WEAK | cues.NAMING | cues.MEETING | cues.FINITE | {"med", "/"}
)
_CALLED_SO = frozenset({"heter", "hette"})
_BEFORE_SHORT = cues.ROLES | cues.RELATIONS | cues.MEETING | {"mvh"}
_ORDINARY = frozenset({"ordinary", "ordinary_inside", "ordinary_strange", "ordinary_shaped"})
_ORDINARY_FIRST = _ORDINARY | {"place_or_name", "casework_or_name"}
_OF_THINGS = frozenset({"before_organisation", "after_thing"})
_COMPOUND = frozenset({"compound"})
_FAMILY = Word.OWN_LAST | Word.LAST
_WORD_OR_PLACE = _ORDINARY | {"place", "place_far", "place_or_name", "place_shape"}
_OWNED = cues.ORGANISATION_WORDS - cues.CALLED_AFTER
_ABOUT = "ang"
"""Short for "angående" where a line begins, as letters to authorities do; somebody's name elsewhere."""
_BEAR_NAMES = cues.ORGANISATION_WORDS | cues.CALLED_AFTER | cues.FOUND_BY | cues.OWN_OR_CALLED | cues.FUNCTION_WORDS
"""What is called after people: none of it says that the name before it is anybody's here."""
_SQUARES = frozenset({"torg", "gata", "gatan", "väg", "vägen"})
_WHOLE, _VERY_LIKE = 6, 1.5  # letters, and the shape, of a family name in small letters
_NOT_EBBA = cues.EVERYDAY | NO_NAMES | cues.FUNCTION_WORDS
_SURELY = WHERE_SOMEBODY - {"before_relation"}
_LONGEST_ROW = 2  # two or three words
_JOINING = frozenset("och men att när om sedan så för eller då eftersom medan därför samt som innan tills".split())
"""After which a word in small letters is the subject of the verb behind it, where somebody is called so."""
_OF_SOMEBODY = cues.ROLES | cues.RELATIONS | cues.MEETING | {"hos", "enligt", "åt"}
_CAME = frozenset("gick åkte ringde svarade frågade mejlade undrade berättade stannade".split())
"""Before which an adverb began the sentence: senare gick björn hem."""


def find(text: str) -> Iterator[Hit]:
    """Give the names in a text, whole: first name, family name and what lies between."""
    if not text or text.isspace():
        return
    yield from initials.find(text)
    words = lexicon()
    seen = tokenise(text)
    if shouted := look(seen, words):
        loud.see(text, shouted, words)
    _judge(text, seen, words)
    _remember(seen, words)
    whole = list(whole_names(text, seen))
    yield from whole
    if any(len(word.text) == SHORT for word in shouted):
        yield from initials.of_names(text, whole)


def _judge(text: str, seen: list[Seen], words: Lexicon) -> None:
    openers = [word for word in seen if word.opens]
    quiet = 2 * sum(word.text[0].isupper() for word in openers) < len(openers)
    runs = _runs(seen)
    before = ""
    for index, word in enumerate(seen):
        lower = word.lower
        behind, before = before, lower
        if not word.capital and word.chance is not SOME:
            if word.chance is NONE:
                continue
            called = behind in _CALLED_SO and word.gap == " " and word.base not in cues.NOT_CALLED
            if not called and (word.chance is CALLED or not _cued(seen, index, words)):
                continue
        if lower in SMALL_NAMES and no_small_word(seen, index):
            word.add("called_person")
            word.named = True
            continue
        if not word.kinds & NAME and lower in cues.FUNCTION_WORDS:
            word.add("function_word")  # nothing around it weighs as much
            continue
        if _cut_off(text, seen, index):
            word.vetoed = True
            continue
        weigh_word(word, words, quiet=quiet)
        weigh_before(text, seen, index)
        weigh_place_in_casework(text, seen, index)
        first, last = runs.get(index, (index, index))
        weigh_run(text, seen, index, first, last)
        weigh_after(text, seen, index)
        weigh_strange(word, seen[index - 1])
        word.named = not word.vetoed and word.score >= THRESHOLD
        if not word.named and "called_person" in word.evidence:
            word.named = word.capital and not word.vetoed and bool(word.kinds & Word.OWN_FIRST)  # Hon heter Vår
    _pairs(seen, runs, words)
    townsmen.see(seen)
    _owners(seen, runs)
    _lists_begun(seen)
    if "\n" in text:
        parted.broken(seen)
    parted.turned(seen, words)
    _lower_pairs(seen, words)


def _cut_off(text: str, seen: list[Seen], index: int) -> bool:
    """Tell whether a name is a word cut off here: Pers.nr, Ang. Kjell-Åke."""
    word = seen[index]
    if word.lower == "pers":
        return text.startswith((".", "-"), word.end)
    return word.lower == _ABOUT and word.opens and _about(text, seen, index)


def _about(text: str, seen: list[Seen], index: int) -> bool:
    """Tell whether "ang" says what a letter is about: Ang. Kjell-Åke, VB: Ang Kjell-Åke; not Ang Lee."""
    if text.startswith((".", ":"), seen[index].end):
        return True
    after = seen[index + 1] if index + 1 < len(seen) else None
    first = after is not None and after.kinds & Word.OWN_FIRST and not after.kinds & _FAMILY
    return bool(first) and after is not None and after.capital and after.gap == " "


def _cued(seen: list[Seen], index: int, words: Lexicon) -> bool:
    """Tell whether a lower-case word that is strange, or short, stands where a name must."""
    word = seen[index]
    base = word.base
    known = word.kinds & NAME
    before = seen[index - 1].lower if index and word.gap == " " else ""
    if known and before in _BEFORE_SHORT:
        return True
    if len(base) <= SHORT:
        return False
    after = seen[index + 1] if index + 1 < len(seen) else None
    cued = before in _BEFORE_NAMES or (after is not None and after.gap == " " and after.lower in cues.PERSON_VERBS)
    return cued and not words.ordinary(base) and (name_shaped(base) or not words.compound(base))


def _runs(seen: list[Seen]) -> dict[int, tuple[int, int]]:
    """Give, for the capitalised words in a row with others, the first and the last of the row."""
    runs: dict[int, tuple[int, int]] = {}
    first = -1
    for index, word in enumerate(seen):
        if first >= 0 and word.capital and word.gap == " ":
            continue
        if 0 <= first < index - 1:
            runs.update(dict.fromkeys(range(first, index), (first, index - 1)))
        first = index if word.capital else -1
    if 0 <= first < len(seen) - 1:
        runs.update(dict.fromkeys(range(first, len(seen)), (first, len(seen) - 1)))
    return runs


def _pairs(seen: list[Seen], runs: dict[int, tuple[int, int]], words: Lexicon) -> None:
    """Let two or three strange capitalised words in a row say of each other that they are somebody's names."""
    for index, (first, last) in runs.items():
        word = seen[index]
        if index < last and _in_capitals(word, seen[index + 1], words):
            for each in (word, seen[index + 1]):
                each.add("in_row_of_two")
                each.named = True
        if index < last and _bears(word, seen[index + 1]):
            for each in (word, seen[index + 1]):
                each.add("in_row_of_two")
                each.named = True
        if last - first > _LONGEST_ROW or word.named or word.vetoed:
            continue
        company = [other for other in seen[first : last + 1] if other is not word]
        given = word.kinds & Word.OWN_FIRST and _ORDINARY_FIRST.issuperset(AGAINST.intersection(word.evidence))
        if given and index < last and _family(seen[index + 1]) and _OF_THINGS.isdisjoint(word.evidence):
            word.add("in_row_of_two")
            word.named = True
            continue
        if (given or AGAINST.isdisjoint(word.evidence)) and any(
            not other.vetoed and (other.named or AGAINST.isdisjoint(other.evidence) or _chosen_last(other))
            for other in company
        ):
            word.add("in_row_of_two")
            word.named = word.score >= THRESHOLD


def _lists_begun(seen: list[Seen]) -> None:
    """See that a first name that is a word too begins a sentence with a list of names: Per, Pål och Espen."""
    for first, then, after in zip(seen, seen[1:], seen[2:], strict=False):
        if not (first.opens and first.capital and first.kinds & Word.OWN_FIRST) or first.named or first.vetoed:
            continue
        if not {"function_word", *_OF_THINGS}.isdisjoint(first.evidence):
            continue
        paired = then.lower in {"och", "&"} and then.gap == after.gap == " " and _person(after)
        listed = then.gap == ", " and _person(then) and (after.gap == ", " or after.lower == "och")
        if paired or listed:
            first.add("listed_with_name")
            first.named = True


def _person(word: Seen) -> bool:
    return word.named and word.capital and bool(word.kinds & GIVEN)


def _in_capitals(first: Seen, last: Seen, words: Lexicon) -> bool:
    """Tell whether a name ends in capitals: KARIN BERG, Karin BERG; in a line of capitals only listed ones."""
    if not first.capital or not last.text.isupper() or len(last.text) < SHORT or last.gap != " ":
        return False
    if last.caps_line:
        return bool(first.kinds & Word.OWN_FIRST and last.kinds & Word.OWN_LAST)
    given = first.kinds & Word.OWN_FIRST or (first.named and first.kinds & GIVEN) or (first.named and not first.kinds)
    if not (given or first.kinds) and first.text.isupper():  # GUULEED PARK
        given = families.shouted(first, words) and (last.kinds & Word.OWN_LAST or families.eponym(last))
    return bool(given) and not first.genitive and families.shouted(last, words)


def _chosen_last(word: Seen) -> bool:
    """Tell whether a word inside a sentence is a known family name, though a word too."""
    return bool(word.kinds & Word.OWN_LAST) and AGAINST & {*word.evidence} == {"ordinary_inside"}


def _bears(first: Seen, last: Seen) -> bool:
    """Tell whether a first name and what is a word or an illness elsewhere make a name: Nils Ås, Karin Alzheimer."""
    doing = not {"before_person_verb", "before_role", "before_relation"}.isdisjoint(last.evidence)
    unheard = not first.kinds and (first.named or (doing and AGAINST.isdisjoint(first.evidence)))
    given = first.kinds & Word.OWN_FIRST or (first.named and first.kinds & GIVEN) or unheard
    if not (given and first.capital) or first.lower in cues.FUNCTION_WORDS or first.base in cues.EVERYDAY:
        return False
    if first.genitive or first.vetoed or last.gap != " " or not families.bears(last):
        return False
    return "before_organisation" not in last.evidence and "measured" not in last.evidence


def _family(word: Seen) -> bool:
    """Tell whether a word after a first name that is a word too, as Inger or Tom, may be the family name."""
    if "capital_inside" not in word.evidence or word.vetoed:
        return False
    against = AGAINST & {*word.evidence}
    return _COMPOUND.issuperset(against) or bool(word.kinds & _FAMILY and _WORD_OR_PLACE.issuperset(against))


def _owners(seen: list[Seen], runs: dict[int, tuple[int, int]]) -> None:
    """See that a first name and a family name before a thing are its owner's: Karin Bergs hemtjänst."""
    for index, (begin, last) in runs.items():
        if index != last or last + 1 == len(seen):
            continue
        final = seen[last]
        if not final.lower.endswith(("s", "x", "z")):
            continue
        thing = seen[last + 1]
        if thing.gap != " " or "after_thing" in final.evidence:
            continue
        if thing.lower not in _OWNED and not _somebodys(seen[last - 1], final, thing):
            continue
        row = range(begin, last)
        first = next((place for place in row if seen[place].kinds & NAME or _unheard_of(seen[place])), last)
        if first == last or seen[first].genitive or seen[first].lower in cues.FUNCTION_WORDS:
            continue
        if final.well_known:
            continue
        if not _family_of(seen[first], final, thing.lower):
            continue
        for word in seen[first : last + 1]:
            word.add("in_row_of_two")
            word.named = True


def _somebodys(first: Seen, final: Seen, thing: Seen) -> bool:
    """Tell whether a family name that an illness, a scale or a place bears too is somebody's: Karin Sjögrens läkare."""
    given = first.kinds & Word.OWN_FIRST and first.capital and final.gap == " "
    if lexicon().kinds(final.lower) & (Word.OWN_FIRST | Word.OWN_LAST) or thing.lower in cues.PERSON_VERBS:
        return False  # Eva Lukas kom
    return bool(given) and (not thing.capital or thing.text.isupper()) and thing.lower not in _BEAR_NAMES


def _family_of(first: Seen, final: Seen, thing: str) -> bool:
    """Tell whether the last word before a thing is a family name in the genitive, and bring it to its base."""
    bare = lexicon().kinds(final.lower[:-1])
    kinds = bare | final.kinds
    if kinds & GIVEN and not kinds & Word.OWN_LAST and first.lower in cues.KINGS and thing in cues.CALLED_AFTER_KINGS:
        return False  # Karl Johans skola
    if not (kinds & NAME or (first.kinds & GIVEN and _unheard_of(final))):
        return False
    if final.base == final.lower and bare & NAME:
        final.base, final.genitive = final.lower[:-1], True
    return True


def _unheard_of(word: Seen) -> bool:
    """Tell whether no list knows a word, and nothing says that it is no name."""
    return not word.kinds and not word.vetoed and AGAINST.isdisjoint(word.evidence)


def _lower_pairs(seen: list[Seen], words: Lexicon) -> None:
    """Let two strange lower-case words in a row, one of them known as a name, say that they are somebody's names."""
    for before, word in pairwise(seen):
        if word.capital or before.capital or word.gap != " " or NONE in (word.chance, before.chance):
            continue
        known = (before.kinds | word.kinds) & NAME
        if not (known or before.evidence or word.evidence):
            continue
        if before.vetoed or word.vetoed or (before.named and word.named):
            continue
        # Where somebody must stand, two words that nobody knows are a name as well.
        if not known and WHERE_SOMEBODY.isdisjoint(before.evidence) and WHERE_SOMEBODY.isdisjoint(word.evidence):
            continue
        if not (_OF_THINGS.isdisjoint(before.evidence) and _OF_THINGS.isdisjoint(word.evidence)):
            continue
        quick, slow = (word, before) if word.kinds & NAME else (before, word)  # the list of names says it at once
        whole = _ebba_kjellander(before, word, words)
        if not whole and not (_strange(quick, words) and _strange(slow, words)):
            continue
        for each in (before, word):
            if "in_row_of_two" not in each.evidence:
                each.add("in_row_of_two")
        sure = whole or before.named or word.named or (before.kinds & NAME and word.kinds & NAME)
        before.named = before.named or bool(sure) or before.score >= THRESHOLD
        word.named = word.named or bool(sure) or word.score >= THRESHOLD


def _ebba_kjellander(first: Seen, family: Seen, words: Lexicon) -> bool:
    """Tell whether a first name that is a word too stands before what can be nothing but a family name."""
    if not first.kinds & Word.OWN_FIRST or first.base in _NOT_EBBA:
        return False
    if family.kinds or len(family.base) < _WHOLE or family.genitive:
        return False
    return _strange(family, words) and words.shape(family.base) >= _VERY_LIKE


def _strange(word: Seen, words: Lexicon) -> bool:
    """Tell whether a lower-case word is neither Swedish nor put together of Swedish words, nor known to be harmless."""
    if (
        not SHORT <= len(word.base) <= LONGEST
        or word.base in NO_NAMES
        or word.base in cues.ORGANISATION_WORDS
        or word.kinds & (Word.ALLOWED | Word.OWN_PLACE)
    ):
        return False
    if word.kinds & NAME:
        return not word.kinds & Word.ORDINARY
    return name_shaped(word.base) or not (words.ordinary(word.base) or words.compound(word.base))


def _unname_places(seen: list[Seen]) -> None:
    """Once a place, always a place in the same text, of what no list knows: "vid Barkeström", and Barkeström later."""
    placed = {word.base for word in seen if "in_place" in word.evidence and not word.named}
    if not placed:
        return
    for word in seen:
        if word.named and word.base in placed and not word.kinds & NAME and WHERE_SOMEBODY.isdisjoint(word.evidence):
            word.named = False


def _anyones(lower: str) -> bool:
    """Tell whether no illness bears the name, so that what the genitive stands before is the person's."""
    return lower not in cues.EPONYMS and lower[:-1] not in cues.EPONYMS


def _called_after(seen: list[Seen], index: int) -> bool:
    """Tell whether a square or a street follows the row a word stands in, which bears a king's name and is not his."""
    while index + 1 < len(seen) and seen[index + 1].capital and seen[index + 1].gap == " ":
        index += 1
    return index + 1 < len(seen) and seen[index + 1].lower in _SQUARES


def _is_back(seen: list[Seen], index: int) -> bool:
    """Tell whether a word in small letters, after which somebody here is called, stands as somebody: ek sa nej."""
    word = seen[index]
    before = seen[index - 1] if index else None
    after = seen[index + 1] if index + 1 < len(seen) else None
    does = after is not None and after.gap == " " and after.lower in cues.PERSON_VERBS
    if before is None or word.gap != " " or word.opens:
        return does
    if does and before.lower in _JOINING:
        return True
    if before.lower in _OF_SOMEBODY or before.lower in _CAME:
        return True
    return before.lower == "med" and index > 1 and seen[index - 2].lower in cues.MEETING_WITH


def _remember(seen: list[Seen], words: Lexicon) -> None:
    """Once a name, always a name in the same text, in lower case and in the genitive too."""
    _unname_places(seen)
    named = {word.base for word in seen if word.named and len(word.base) > SHORT} - cues.SURNAMES_TOO
    # Some lists have the genitive for a name of its own: Elvys is Elvy too.
    named |= {base[:-1] for base in named if base.endswith("s") and words.kinds(base[:-1]) & GIVEN}
    if not named:
        return
    families_told = {
        last.base
        for place, (first, last) in enumerate(pairwise(seen))
        if first.named and last.capital and not last.named and last.gap == " " and joins_capital(seen, place)
    }
    told = families_told | {word.base for word in seen if word.named and word.capital and word.kinds & CHOSEN}
    told -= cues.FUNCTION_WORDS
    for index, word in enumerate(seen):
        if word.named or word.vetoed or "after_thing" in word.evidence:
            continue
        lower = word.lower
        if word.capital and word.base in families_told and not WHERE_SOMEBODY.isdisjoint(word.evidence):
            word.named = True
            continue
        if not word.capital and word.lower in told and _is_back(seen, index):
            word.base, word.named = word.lower, True
            word.evidence += ("name_elsewhere",)
            continue
        if "before_organisation" in word.evidence and _called_after(seen, index):
            continue
        if "before_organisation" in word.evidence and not (lower.endswith(("s", "x", "z")) and _anyones(lower)):
            continue
        owner = lower.removesuffix("s").rstrip("'")
        base = lower if lower in named else owner if owner in named else ""
        if base in cues.FUNCTION_WORDS and _SURELY.isdisjoint(word.evidence):
            continue  # Hans fick nej; hans bror
        if base and (word.capital or two_parts(base) or not words.ordinary(base)):
            word.base, word.named, word.genitive = base, True, base != lower
            word.evidence += ("name_elsewhere",)
