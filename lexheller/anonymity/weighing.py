"""What does each word, and what stands around it, say for and against its being a name?"""

import re

from lexheller.anonymity import cues
from lexheller.anonymity.lexicon import CHOSEN, NAME, Lexicon, Word
from lexheller.anonymity.seen import LONGEST, Seen, name_shaped
from lexheller.anonymity.tokens import Token
from lexheller.anonymity.weights import SHAPE, SHAPE_LEAST, SHAPE_MOST

_AGE_AFTER = re.compile(cues.AGE)
_SAINT = re.compile(r"(?:\b[Ss]:t|\b[Ss]:ta|\bSt\.?|\b[Ll]ex) $")
_SIGN_OFF = re.compile(
    r"(?:m\.?v\.?h\.?|hälsningar?|vänligen|regards|sincerely|/s/|hälsar)[,!.]?\s*$|(?:^|[\s.!?])/ ?$", re.IGNORECASE
)
_ACRONYM = 4
_CLOSE = frozenset({" ", ' "', " ”", " ("})
_KINDS = (
    (Word.OWN_FIRST, "own_first"),
    (Word.FIRST, "library_first"),
    (Word.OWN_LAST, "own_last"),
    (Word.LAST, "library_last"),
)


def weigh_word(word: Seen, words: Lexicon, *, quiet: bool) -> None:
    """Weigh what the word is and how it is written."""
    token, kinds = word.token, word.kinds
    bare = kinds & CHOSEN
    if Word.ALLOWED in kinds and not bare and (token.opens or token.lower not in cues.RELATIONS):
        word.add("allowed")
    if token.lower in cues.FUNCTION_WORDS:
        word.add("function_word")
    word.add(next((code for kind, code in _KINDS if kind in kinds), "unknown"))
    if not bare and name_shaped(word.base):
        word.add("name_shape")
    elif not kinds & NAME and len(word.base) <= LONGEST:
        word.score += max(SHAPE_LEAST, min(SHAPE_MOST, SHAPE * words.shape(word.base)))
    _weigh_writing(word, quiet=quiet)
    _weigh_ordinary(word, words)
    if kinds & (Word.OWN_PLACE | Word.PLACE):
        if Word.OWN_PLACE in kinds or not bare:
            word.add("place_or_name" if Word.OWN_FIRST in kinds else "place")
    elif not bare and token.lower.removesuffix("s").endswith(cues.PLACE_ENDINGS):
        word.add("place_shape")
    if _lower_tail(token):
        word.vetoed = True


def _weigh_ordinary(word: Seen, words: Lexicon) -> None:
    """Weigh that the word is Swedish too; a capital inside a sentence says that it is not meant so."""
    if words.ordinary(word.base):
        rare = Word.OWN_FIRST in word.kinds and word.capital and word.base not in cues.EVERYDAY
        inside = "capital_inside" in word.evidence
        word.add("ordinary_inside" if inside else "ordinary_rare" if rare else "ordinary")
        return
    strange = not word.kinds & NAME and len(word.base) <= LONGEST and "name_shape" not in word.evidence
    if strange and words.compound(word.base):
        word.add("compound")


def _lower_tail(token: Token) -> bool:
    """Tell whether the word ends in a lower-case part: Saga-modellen, LSS-handläggare."""
    return "-" in token.text and token.text.rpartition("-")[2][:1].islower() and token.text[:1].isupper()


def _weigh_writing(word: Seen, *, quiet: bool) -> None:
    token = word.token
    if not word.capital:
        word.add("lower_case_text" if quiet else "lower_case")
    elif token.text.isupper() and len(token.text) > 1:
        if word.caps_line:
            word.add("all_capitals")
        elif len(token.text) > _ACRONYM - 1 and word.kinds & CHOSEN:
            word.add("capital_first")
        else:
            word.add("acronym")
    elif len(token.text) == 1:
        word.vetoed = True
    else:
        word.add("capital_first" if token.opens else "capital_inside")


def weigh_before(text: str, seen: list[Seen], index: int) -> None:
    """Weigh the words and signs before."""
    word = seen[index]
    gap = word.token.gap
    if _SIGN_OFF.search(text[max(0, word.token.start - 30) : word.token.start]):
        word.add("signature")
    if index == 0:
        return
    before = seen[index - 1]
    if gap in {". ", "."} and len(before.token.text) == 1 and before.token.text.isupper():
        word.add("after_initial")
        before, gap = seen[max(0, index - 2)], before.token.gap
    lower = before.token.lower
    if gap in {": ", ":", ":\n"} and lower in cues.HEADERS:
        word.add("header")
    if gap == ". " and lower in {"dr", "doc", "prof", "ang", "pat", "leg"}:
        word.add("after_cue")
    if gap in _CLOSE or gap == ", ":
        apart = gap == ", " and text[word.token.end : word.token.end + 1] in {",", ".", ")", ";"}
        _weigh_cue(word, lower, close=gap in _CLOSE or apart)
    joined = index > 1 and lower in {"och", "samt", "å", "eller"} and gap == before.token.gap == " "
    if (before.named and gap in {", ", " & ", " / ", "/", " + "}) or (joined and seen[index - 2].named):
        word.add("listed_with_name")


def _weigh_cue(word: Seen, lower: str, *, close: bool) -> None:
    """Weigh the word before; after a comma it says less of a word that no list knows as a name."""
    known = bool(word.kinds & NAME)
    plain = "ordinary" in word.evidence or "ordinary_inside" in word.evidence
    sure = known or (close and (not plain or lower in cues.CALLED))
    if lower in cues.ROLES or lower in cues.NAMING:
        word.add("after_cue" if sure else "after_weak_cue")
    elif lower in cues.RELATIONS:
        word.add("after_relation" if sure else "after_weak_cue")
    elif close and lower in cues.PLACE_PREPOSITIONS and (not known or word.kinds & (Word.OWN_PLACE | Word.PLACE)):
        word.add("after_place_preposition")
    elif close and lower in cues.WEAK:
        word.add("after_weak_cue")
    elif close and lower in cues.FINITE:
        word.add("after_finite_verb")


def weigh_run(text: str, seen: list[Seen], index: int, first: int, last: int) -> None:
    """Let the company a word stands in tell that it names a thing."""
    word = seen[index]
    if _thing_before(text, seen, index, first, last):
        word.add("after_thing")
    following = seen[last + 1].token if last + 1 < len(seen) else None
    if following is not None and following.gap == " " and following.lower in cues.ORGANISATION_WORDS:
        own = first == last and seen[last].genitive and following.lower in cues.PERSONAL_TOO
        if not own:
            word.add("before_organisation")
    if any(_is_thing(other) for other in seen[max(first + 1, index, last - 2) : last + 1]):
        word.vetoed = True


def _thing_before(text: str, seen: list[Seen], index: int, first: int, last: int) -> bool:
    """Tell whether the words before say that a thing bears this name, or bore the one before it in a list."""
    head = seen[first].token
    if head.lower in {"sankt", "sankta", "lex"} or _SAINT.search(text[max(0, head.start - 6) : head.start]):
        return True
    if any(other.token.lower in cues.THING_WORDS for other in seen[max(first, index - 3) : index]):
        return True
    start = first + 1 if head.lower in cues.ROLES and first < last else first
    if start > 0 and seen[start].token.gap == " " and seen[start - 1].token.lower in cues.THING_WORDS:
        return True
    if index > 0 and seen[index].token.gap == ", ":
        return "after_thing" in seen[index - 1].evidence
    joined = index > 1 and seen[index - 1].token.lower in {"och", "samt"}
    return joined and "after_thing" in seen[index - 2].evidence


def _is_thing(word: Seen) -> bool:
    """Tell whether a word late in a row of capitalised ones makes the row a place's or an organisation's name."""
    token = word.token
    if token.lower in cues.ORGANISATION_WORDS:
        return True
    if _lower_tail(token):
        return True
    if word.kinds & NAME:
        return False
    return Word.ALLOWED in word.kinds or token.lower.endswith(cues.PLACE_ENDINGS)


def weigh_after(text: str, seen: list[Seen], index: int) -> None:
    """Weigh what comes after: an age, a verb that only somebody can do, a relative."""
    word = seen[index]
    if word.genitive:
        word.add("genitive")
    if _AGE_AFTER.match(text, word.token.end) and not word.genitive:
        word.add("before_age")
    if index + 1 >= len(seen):
        return
    following = seen[index + 1].token
    if following.gap != " ":
        return
    if following.lower in cues.PERSON_VERBS:
        word.add("before_person_verb")
    elif following.lower in cues.WEAK_VERBS:
        state = index + 2 < len(seen) and seen[index + 2].token.lower in cues.STATES
        word.add("before_person_state" if state else "before_weak_verb")
    elif following.lower == "som":
        word.add("before_som")
    elif following.lower in cues.RELATIONS and (word.genitive or word.token.lower.endswith(("s", "x", "z"))):
        word.add("before_relation")
