"""What does each word, and what stands around it, say for and against its being a name?"""

import re

from lexheller.anonymity import casework, cues, families, loud, things
from lexheller.anonymity.lexicon import CHOSEN, GIVEN, NAME, Lexicon, Word
from lexheller.anonymity.seen import AGAINST, LONGEST, name_shaped, syllables, two_parts
from lexheller.anonymity.tokens import Seen
from lexheller.anonymity.weights import SHAPE_MOST, SHAPES

_AGE_AFTER = re.compile(cues.AGE)
_AGE_TOLD = re.compile(r"[Ss]?,? ?\(?\d{1,2}(?:,? ?(?:[åÅ][rR]|[mM][åÅ][nN])|-[åÅ])")
_FIGURE_NEAR = re.compile(r"[sS]?[,:]? ?\(?[<>]?\d").match  # a quick look first
_FIGURE_AFTER = re.compile(r"[: ] ?\(?[<>]?\d{1,3}(?![\d-]|[ .]\d)")
_LETTER_AFTER = re.compile(r" [A-H]\b")
_SAINT = re.compile(r"(?:\b[Ss]:t|\b[Ss]:ta|\bSt\.?|\b[Ll]ex) $")
_SIGN_OFF = re.compile(
    r"(?:m\.?v\.?h\.?|hälsningar?|vänligen|regards|sincerely|/s/|hälsar)[,!.]?\s*$|(?:^|[\s.!?])/ ?$", re.IGNORECASE
)
_SIGNS_OFF = frozenset("mvh h hälsning hälsningar vänligen regards sincerely s hälsar".split())  # before it is sought
_SHORT_ROLES = casework.SHORT_ROLES | {"dr", "doc", "prof", "ang", "pat", "leg"}
_SAINTS = frozenset({"t", "ta", "st", "lex"})
_VOWEL = re.compile("[aeiouy]").search
_APART = frozenset({", ", "\n", ",\n"})
_AT = frozenset({"på", "från", "hos"})
_ACRONYM = 4
_SYLLABLE = 5
_NAMELIKE = -0.5  # from this shape on a word may well be a name
_SHORT_LOWER = 3
_NEAR = Word.OWN_PLACE | Word.TOWN
_PLACES = _NEAR | Word.PLACE
_NO_PERSON = frozenset(
    {"allowed", "place", "place_far", "acronym", "after_thing", "before_organisation", "listed_with_thing", "compound"}
    | {"casework"}
)
_IT_IS = (["det", "är"], ["det", "var"])
_CAMEL = re.compile(r"[a-zåäö][A-ZÅÄÖ]").search
_CAPITALS_FIRST = re.compile(r"[A-ZÅÄÖ]{3,}[a-zåäö]").match  # ARPAnet
_PARTS = ("mc", "mac", "de", "di", "la", "le", "o", "fitz", "van", "al", "el", "bin", "ben", "del", "du", "ter")
_CONTRACTED = re.compile(r"[a-z]+'(?:m|s|re|ll|ve|t|d)").fullmatch  # English: I'm, that's
_QUOTES = frozenset("\"”“»«'’")
_ACRONYM_NAMES = frozenset({"sara", "ester"})  # methods when written in capitals, else women
_UNIT = 3  # letters of what may measure something: 200 Bq
_BENT = ("en", "et", "an", "na", "ar", "or")  # bilen, and not Björn
_LEAST_LOWER = -0.8  # how little the letters of a strange word in lower case say against it where a name must stand
WHERE_SOMEBODY = frozenset(
    {
        "after_cue",
        "after_meeting",
        "after_relation",
        "before_person_verb",
        "before_person_state",
        "it_is_who",
        "before_relation",
        "signature",
        "header",
        "works_there",
    }
)
_POSTS = cues.RELATIONS | cues.ROLES | cues.RANKS
"""What somebody is to others: with a capital it is still nobody's name (Mamman, Rektorn, Drottningen)."""
_DEFINITE = (("arna", ("", "e")), ("orna", ("a",)), ("erna", ("",)), ("en", ("",)), ("et", ("", "e")), ("an", ("a",)))
_BEFORE_ANYTHING = frozenset("av för om kring utan mot åt via än som både".split())
"""What stands before things as well as before people: of a strange word in small letters it says little."""
_SEVERAL = frozenset("barn barnen föräldrar föräldrarna syskon syskonen paret".split())
_IS_CALLED = frozenset({"heter", "hette", "kallas", "kallades"})
_CALLED_IN_GENERAL = frozenset("det detta vilket ofta även också allmänt vanligen ibland numera brukar kan".split())
_CLOSE = frozenset({" ", ' "', " ”", " ("})
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
    shouted = word.lower not in _ACRONYM_NAMES or word.text.isupper()
    if kinds & Word.ALLOWED and shouted and (word.opens or word.lower not in cues.RELATIONS):
        word.add("allowed_or_name" if bare else "allowed")
    if word.lower in cues.ALSO_THINGS or word.lower in things.THINGS or word.base in things.THINGS:
        word.add("allowed_or_name" if bare else "allowed")
    elif (
        word.lower in things.OR_NAMES
        or word.base in things.OR_NAMES
        or (word.lower in things.LETTERS and word.text.isupper())
    ):
        word.add("allowed_or_name")
    _weigh_casework(word)
    if word.lower in cues.FUNCTION_WORDS:
        word.add("function_word")
    elif word.capital and not kinds & NAME and (word.lower in _POSTS or word.lower.removesuffix("s") in _POSTS):
        word.add("post")
    strange = "unknown" if word.capital else "unknown_lower"
    if not kinds & NAME and "'" in word.text and _CONTRACTED(word.lower):
        word.add("function_word")
    word.add(next((code for kind, code in _KINDS if kind & kinds), strange))
    plain = kinds & NAME and kinds & Word.ORDINARY and (word.opens or not word.capital)  # as it may be written anyway
    if not bare and name_shaped(word.base) and (not plain or two_parts(word.base)):
        word.add("name_shape")
    elif not kinds & NAME and len(word.base) <= LONGEST:
        word.shape = words.shape(word.base)
        word.score += _shape(word.shape)
    ordinary = _ordinary(word, words)
    _weigh_writing(word, words, ordinary=ordinary, quiet=quiet)
    _weigh_ordinary(word, words, ordinary=ordinary)
    _weigh_place(word, words)
    if "-" in word.text and not (kinds & NAME and word.text.islower()) and _lower_tail(word, words):
        word.vetoed = True


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


def _shape(shape: float) -> float:
    return next((weight for most, weight in SHAPES if shape <= most), min(SHAPE_MOST, shape))


def _weigh_place(word: Seen, words: Lexicon) -> None:
    """Weigh that places are called so; a name that a person chose for its list stays one in doubt."""
    bare = word.kinds & CHOSEN
    if word.kinds & _PLACES:
        if word.kinds & _NEAR or not bare:
            far = not word.kinds & _NEAR
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
        return len(tail) == 1 or words.ordinary(tail) or (_SYLLABLE < len(tail) <= LONGEST and words.compound(tail))
    if head.isupper() and tail.islower():
        return True
    if syllables(word.lower):
        return False
    return tail[:1].islower() and (len(tail) > _SYLLABLE or words.ordinary(tail))


def _weigh_writing(word: Seen, words: Lexicon, *, ordinary: bool, quiet: bool) -> None:
    place = bool(word.kinds & _PLACES)
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
            unheard = word.shape > 0 and len(word.text) > _ACRONYM
            rare = (strange and len(word.text) >= _ACRONYM and (listed or unheard)) or two_parts(word.base)
            word.add("capitals_strange" if rare else "all_capitals")
            if not listed and len(word.text) <= _ACRONYM:
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
    word.score -= max(0.0, _shape(word.shape)) if word.shape > 0 else 0.0
    word.shape = min(0.0, word.shape)


def _acronym(word: Seen) -> bool:
    """Tell whether letters stand for words: SoL, BoU, GIMPs, Bank-ID."""
    if len(word.text) <= _ACRONYM and not word.text[1:].islower():
        return True
    if _camel(word) or (len(word.text) <= _UNIT and "'" in word.text):
        return True
    tail = word.text.rpartition("-")[2]
    return (
        _CAPITALS_FIRST(word.text) is not None
        or (word.text[:-1].isupper() and word.text[-1] == "s" and len(word.text) > len("Ås"))
        or ("-" in word.text and tail.isupper())
    )


def _camel(word: Seen) -> bool:
    """Tell whether a word has a capital in it as products do, LibreOffice, and not as McDonald and DeVito."""
    return _CAMEL(word.text) is not None and not word.lower.startswith(_PARTS)


def weigh_before(text: str, seen: list[Seen], index: int) -> None:
    """Weigh the words and signs before."""
    word = seen[index]
    gap = word.gap
    before = seen[index - 1]
    if ("/" in gap or (index and before.lower in _SIGNS_OFF)) and _SIGN_OFF.search(
        text[max(0, word.start - 30) : word.start]
    ):
        word.add("signature")
    if index == 0:
        return
    if gap in {". ", "."} and len(before.text) == 1 and before.text.isupper():
        word.add("after_initial")
        before, gap = seen[max(0, index - 2)], before.gap
    lower = before.lower
    _weigh_just_before(word, lower, gap)
    if (gap in _CLOSE or gap == ", ") and not _post_held(seen, index):
        apart = gap == ", " and text[word.end : word.end + 1] in {",", ".", ")", ";"}
        _weigh_cue(word, lower, close=gap in _CLOSE or apart, back=seen[index - 2].lower if index > 1 else "")
    if (
        index > 1
        and not word.kinds & GIVEN
        and (
            (gap == ", " and _harmless(before))
            or (gap == " " and lower in {"och", "samt", "eller"} and before.gap == " " and _harmless(seen[index - 2]))
        )
    ):
        word.add("listed_with_thing")
    joined = index > 1 and lower in {"och", "samt", "å", "eller"} and gap == before.gap == " "
    if (before.named and gap in {", ", " & ", " / ", "/", " + "}) or (joined and seen[index - 2].named):
        word.add("listed_with_name")


def weigh_place_in_casework(text: str, seen: list[Seen], index: int) -> None:
    """Weigh that where a word stands makes it a short form: Anh beside other short ones, a workplace after "hos"."""
    word = seen[index]
    # Short for whoever is close to the patient, or a Vietnamese name.
    if word.lower == casework.KIN and word.opens:
        if text.startswith((".", ":"), word.end) or any(each.lower in casework.IN_HASTE for each in seen):
            word.add("casework_or_name")
    elif word.lower in casework.WORKPLACES and index and word.gap == " " and seen[index - 1].lower in _AT:
        word.add("casework")
    if index and word.gap == " ":
        before = seen[index - 1]
        if before.lower in casework.CHAINS and before.capital and word.capital:
            word.add("after_thing")
        elif before.text in casework.SHORTEST_ROLES and word.capital and word.kinds & Word.OWN_FIRST:
            word.add("after_cue")
    if _works_there(word, seen, index + 2):
        word.add("works_there")


def _post_held(seen: list[Seen], index: int) -> bool:
    """Tell whether the role before is of the name before it, not of what follows: Pernilla Ek, kurator, Rehab Väst."""
    role = seen[index - 1]
    apart = index > 1 and seen[index].gap == ", " and role.gap in _APART
    return apart and role.lower in cues.ROLES and seen[index - 2].capital


def _weigh_just_before(word: Seen, lower: str, gap: str) -> None:
    """Weigh a heading, a title that is cut short, an English article and a figure before."""
    if gap in {": ", ":", ":\n"} and lower in cues.HEADERS:
        word.add("header")
    if gap == ". " and lower in _SHORT_ROLES:
        word.add("after_cue")
    if lower == "the" and gap == " " and not word.kinds & CHOSEN:
        word.add("after_article")
    if len(word.text) <= _UNIT and gap[-1:] == " " and gap[-2:-1].isdigit() and not word.kinds & NAME:
        word.add("after_number")


def _harmless(word: Seen) -> bool:
    """Tell whether a word names a place, a thing or an authority, and what is listed with it likely does too."""
    if not word.capital or word.named:
        return False
    return word.vetoed or not _NO_PERSON.isdisjoint(word.evidence)


def _weigh_cue(word: Seen, lower: str, *, close: bool, back: str) -> None:
    """Weigh the word before; after a comma it says less of a word that no list knows as a name."""
    known = bool(word.kinds & NAME)
    plain = "ordinary" in word.evidence or "ordinary_inside" in word.evidence
    if known and plain and not word.capital and lower not in cues.ROLES:
        known = False  # "namnet visas"
    sure = known or (close and (not plain or lower in cues.CALLED))
    if close and _calls_a_person(word, lower, back):
        word.add("called_person")
    if lower.startswith("kalla") and (back == "så" or (not word.capital and back in _CALLED_IN_GENERAL)):
        return
    if lower in cues.ROLES or lower in cues.NAMING or (close and lower.endswith(casework.ROLE_ENDINGS)):
        nobody = not word.capital and back in cues.INDEFINITE  # "ingen vikarie finsn"
        nobody = nobody or (lower == "miss" and not known and bool(word.kinds & _PLACES))  # a beauty's home
        word.add("after_cue" if sure and not nobody else "after_weak_cue")
    elif lower in cues.RELATIONS:
        several = lower in _SEVERAL and "compound" in word.evidence  # "barnen Sportlov"
        word.add("after_relation" if sure and not several else "after_weak_cue")
    elif close and (lower in cues.MEETING or (lower in {"med", "av", "från"} and back in cues.MEETING_WITH)):
        word.add("after_meeting")
    elif close and (lower in cues.PLACE_PREPOSITIONS or (lower == "om" and back in cues.DIRECTIONS)):
        _weigh_place_before(word, lower, back)
    elif close and lower in cues.WEAK:
        anything = not known and not word.capital and lower in _BEFORE_ANYTHING
        family = lower in cues.NO_PLACE_AFTER and word.capital and word.kinds & Word.OWN_LAST
        word.add("after_weakest_cue" if anything else "after_meeting" if family else "after_weak_cue")
    elif close and lower in cues.FINITE:
        word.add("after_finite_verb")


def _calls_a_person(word: Seen, lower: str, back: str) -> bool:
    """Tell whether somebody, and no thing, is said to be called what follows."""
    if lower in cues.CALLED_OBJECTS and back in cues.CALLING:
        return word.capital
    return lower in {"heter", "hette"} and (back in cues.PERSONS or back in cues.ROLES or back in cues.RELATIONS)


def _weigh_place_before(word: Seen, lower: str, back: str) -> None:
    """Weigh a preposition of place; a name that is no place's hardly minds."""
    known = bool(word.kinds & NAME)
    if lower == "i" and back in cues.LIVING and not word.kinds & GIVEN and not word.genitive:
        word.add("in_place")
        return
    if back in cues.TAKEN_WITH:
        if not word.kinds & _PLACES:
            word.add("after_weak_cue")
        return
    if known and not word.kinds & _PLACES:
        return
    sure = lower in cues.IN_PLACE or lower == "om"
    word.add("in_place" if sure and not known else "after_place_preposition")


def weigh_run(text: str, seen: list[Seen], index: int, first: int, last: int) -> None:
    """Let the company a word stands in tell that it names a thing."""
    word = seen[index]
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
    named = bool(seen[first].kinds & GIVEN) and (not seen[first].genitive or index == first)
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
    if head.lower in {"sankt", "sankta", "lex"}:
        return True
    if first and seen[first - 1].lower in _SAINTS and _SAINT.search(text[max(0, head.start - 6) : head.start]):
        return True
    if index > first and any(
        other.lower in cues.THING_WORDS or _camel(other) for other in seen[max(first, index - 3) : index]
    ):
        return True
    start = first + 1 if head.lower in cues.ROLES and first < last else first
    if start > 0 and seen[start].gap == " " and _of_such_a_kind(seen, start - 1):
        return True
    if index > first and _kind_of_thing(seen[first]):
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
        return word.vetoed or len(word.text.rpartition("-")[2]) > _SYLLABLE
    if word.kinds & NAME:
        return False
    if named and families.eponym(word):
        return False  # Karin Alzheimer
    return bool(word.kinds & Word.ALLOWED) or word.lower.endswith(cues.PLACE_ENDINGS)


def weigh_strange(word: Seen) -> None:
    """Weigh that a word in lower case is not Swedish and stands where only somebody can stand."""
    if word.capital or WHERE_SOMEBODY.isdisjoint(word.evidence):
        return
    both = bool(word.kinds & NAME) and "name_shape" in word.evidence
    if not AGAINST.isdisjoint(word.evidence) and not (both and "ordinary" in word.evidence):
        return
    if not word.kinds & NAME:
        if word.base.endswith(cues.SWEDISH_ENDINGS):
            return
        word.score += max(0.0, _LEAST_LOWER - _shape(word.shape))
    word.add("strange_cued")


def weigh_after(text: str, seen: list[Seen], index: int) -> None:
    """Weigh what comes after: an age, a verb that only somebody can do, a relative."""
    word = seen[index]
    if word.genitive:
        word.add("genitive")
    if text.startswith(":s", word.end) and len(word.text) <= _ACRONYM:
        word.add("acronym")
    _weigh_figure(text, word)
    if word.capital and not word.kinds & CHOSEN and _quoted(text, word):
        word.add("quoted")
    if index + 1 >= len(seen):
        return
    if seen[index + 1].gap == " ":
        if word.opens and word.capital and word.kinds & Word.OWN_FIRST and "ordinary" in word.evidence:
            _weigh_opener(word, seen[index + 1].lower)
        _weigh_next(word, seen, index)


def _weigh_figure(text: str, word: Seen) -> None:
    """Weigh a figure after the word: somebody's age, or what a scale says (GCS 15)."""
    if _FIGURE_NEAR(text, word.end) is None:
        if word.lower in cues.SCALES and _LETTER_AFTER.match(text, word.end):
            word.add("measured")
        return
    if word.capital and word.lower in casework.WEEKDAYS:
        word.add("measured")  # Ti 8-16
        return
    chosen = word.kinds & CHOSEN and not word.kinds & Word.ALLOWED and not word.genitive
    shouted = word.text.isupper() and len(word.text) > 1 and not chosen
    scale = shouted or (word.lower in cues.SCALES and text[word.end] != ",")
    counted = word.kinds & _PLACES and not word.kinds & CHOSEN and text[word.end] == " "  # Polen 2, Norge 3
    told = scale or counted or not (word.capital or word.kinds & NAME)
    if (_AGE_TOLD if told else _AGE_AFTER).match(text, word.end):
        if not word.genitive:
            word.add("before_age")
    elif scale and _FIGURE_AFTER.match(text, word.end):
        word.add("measured")


def _quoted(text: str, word: Seen) -> bool:
    """Tell whether a word stands alone between quotation marks, as titles do, and no name before it goes on after."""
    if text[max(0, word.start - 1) : word.start] not in _QUOTES or text[word.end : word.end + 1] not in _QUOTES:
        return False
    return not text[word.end + 1 : word.end + 3].lstrip()[:1].isupper()


def _weigh_opener(word: Seen, following: str) -> None:
    """Weigh that a first name that is a word too stands first in the sentence as no bare word does."""
    owns = word.genitive or word.lower.endswith(("s", "x", "z"))
    bare = not word.base.endswith(_BENT)
    if (bare and following in cues.FIRST_VERBS) or (owns and (following in cues.RELATIONS or following in cues.ROLES)):
        word.add("opens_as_somebody")


def _works_there(word: Seen, seen: list[Seen], place: int) -> bool:
    """Tell whether a name, or what may be one, is said to be at an office: Kristin på soc."""
    at = seen[place - 1] if place < len(seen) and seen[place].lower in casework.WORKPLACES else word
    if at.lower not in _AT or at.gap != " ":
        return False
    if word.kinds & CHOSEN:
        return word.capital or word.base not in cues.EVERYDAY
    return word.capital and AGAINST.isdisjoint(word.evidence)  # a letter comes from an office too


def _weigh_next(word: Seen, seen: list[Seen], index: int) -> None:
    """Weigh the next word."""
    following = seen[index + 1]
    if following.lower in cues.PERSON_VERBS:
        word.add("before_person_verb")
    elif following.lower in cues.WEAK_VERBS:
        state = index + 2 < len(seen) and seen[index + 2].lower in cues.STATES
        word.add("before_person_state" if state else "before_weak_verb")
    elif following.lower in {"och", "å"} and index + 2 < len(seen) and seen[index + 2].lower in cues.SOMEBODY:
        word.add("with_somebody")
    elif following.lower == "som":
        word.add("before_som")
        if [each.lower for each in seen[max(0, index - 2) : index]] in _IT_IS:
            word.add("it_is_who")
    elif word.genitive or word.lower.endswith(("s", "x", "z")):
        if following.lower in cues.RELATIONS:
            word.add("before_relation")
        elif following.lower in cues.ROLES:
            word.add("before_role")
    elif following.lower in cues.SUPINES and index and seen[index - 1].lower in {"har", "hade"}:
        word.add("before_supine")
