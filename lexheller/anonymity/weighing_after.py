"""What does that which stands after a word say for and against its being a name?"""

import re

from lexheller.anonymity import casework, cues
from lexheller.anonymity.lexicon import CHOSEN, NAME, Word
from lexheller.anonymity.seen import AGAINST
from lexheller.anonymity.tokens import Seen
from lexheller.anonymity.weighing import ACRONYM, AT, NEAR, PLACES, weigh_shape

_AGE_AFTER = re.compile(cues.AGE)
_AGE_TOLD = re.compile(r"[Ss]?,? ?\(?\d{1,2}(?:,? ?(?:[åÅ][rR]|[mM][åÅ][nN])|-[åÅ])")
_FIGURE_NEAR = re.compile(r"[sS]?[,:]? ?\(?[<>]?\d").match  # a quick look first
_FIGURE_AFTER = re.compile(r"[: ] ?\(?[<>]?\d{1,3}(?![\d-]|[ .]\d)")
_LETTER_AFTER = re.compile(r" [A-H]\b")
_IT_IS = (["det", "är"], ["det", "var"])
_QUOTES = frozenset("\"”“»«'’")
_NOT_YET = frozenset("inte aldrig ännu fortfarande redan nu också även ej bara själv sedan".split())
_DONE = cues.FIRST_SUPINES - frozenset("fått sökt behövt försökt skrivit flyttat nekats".split())
# Small words and names: a verb stands after no such word but the name ("Hans fick", not "Hans svar").
NO_SUBJECTS = frozenset({"hans", "an"})
SMALL_NAMES = NO_SUBJECTS | frozenset("my mina maj may".split())
_MONTHS = frozenset({"maj", "may"})
_OF_MINE = frozenset("sidor sida meddelanden vårdkontakter kontakter ärenden pages own".split())  # Mina sidor
_NOUNS_TOO = frozenset("inte själv också bad led ler bör släpps kvar blivit varit sagt mejlat skickat".split())
_ONLY_VERBS = (cues.PERSON_VERBS | cues.WEAK_VERBS) - _NOUNS_TOO
_WHERE_SOMEBODY_MAY = frozenset({"after_weak_cue", "before_weak_verb", "after_finite_verb", "with_somebody"})
_BEFORE_THINGS = frozenset(
    "en ett den det de detta denna dessa min mitt vår vårt någon något ingen inget varje".split()
)
_NAMES_OF = frozenset("efternamn förnamn tilltalsnamn smeknamn flicknamn mellannamn efternamnet förnamnet".split())
_FROM_IS = 5
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


def weigh_strange(word: Seen, before: Seen) -> None:
    """Weigh that a word in lower case, or in capitals, stands where only somebody can stand."""
    if word.capital and len(word.text) > 1 and word.text.isupper():
        _weigh_loud(word, before)
    if word.capital or WHERE_SOMEBODY.isdisjoint(word.evidence):
        return
    both = bool(word.kinds & NAME) and "name_shape" in word.evidence
    if not AGAINST.isdisjoint(word.evidence) and not (both and "ordinary" in word.evidence):
        return
    if not word.kinds & NAME:
        if word.base.endswith(cues.SWEDISH_ENDINGS):
            return
        word.score += max(0.0, _LEAST_LOWER - weigh_shape(word.shape))
    word.add("strange_cued")


def _weigh_loud(word: Seen, before: Seen) -> None:
    """Weigh that a word in capitals stands where somebody must, or that a family name does where somebody may."""
    somebody = not WHERE_SOMEBODY.isdisjoint(word.evidence)
    if word.caps_line:
        chosen = word.kinds & CHOSEN and "ordinary" in word.evidence
        unheard = len(word.text) >= ACRONYM and not word.base.endswith(cues.SWEDISH_ENDINGS)
        if somebody and (chosen or ((word.kinds & NAME or unheard) and AGAINST.isdisjoint(word.evidence))):
            word.add("loud_family")
    elif (
        word.kinds & Word.OWN_LAST
        and "ordinary" in word.evidence
        and not word.opens
        and len(word.text) > ACRONYM - 1
        and (somebody or not _WHERE_SOMEBODY_MAY.isdisjoint(word.evidence))
        and before.lower not in _BEFORE_THINGS
    ):
        word.add("loud_family")


def no_small_word(seen: list[Seen], index: int) -> bool:
    """Tell whether a name that is a small word too is meant as a name: Hans fick, klienten My, vi träffade Mina."""
    word = seen[index]
    if not word.capital or word.text.isupper():
        return False
    following = seen[index + 1] if index + 1 < len(seen) and seen[index + 1].gap == " " else None
    after = following.lower if following is not None else ""
    if word.lower in NO_SUBJECTS and after in _ONLY_VERBS:
        return True
    if word.opens or index == 0 or word.gap != " " or after in _OF_MINE:
        return False
    before = seen[index - 1]
    if before.lower in cues.ROLES or before.lower in cues.RELATIONS:
        return True
    if word.lower in _MONTHS or before.lower in cues.THING_WORDS or (before.capital and not before.opens):
        return False
    return word.lower in NO_SUBJECTS or following is None or not following.capital


def weigh_after(text: str, seen: list[Seen], index: int) -> None:
    """Weigh what comes after: an age, a verb that only somebody can do, a relative."""
    word = seen[index]
    if word.genitive:
        word.add("genitive")
    if text.startswith(":s", word.end) and len(word.text) <= ACRONYM:
        word.add("acronym")
    _weigh_figure(text, word)
    if word.capital and not word.kinds & CHOSEN and _quoted(text, word):
        word.add("quoted")
    if index + 1 >= len(seen):
        return
    if seen[index + 1].gap == " ":
        if word.opens and word.capital and word.kinds & CHOSEN and "ordinary" in word.evidence:
            _weigh_opener(word, seen, index)
        there = word.kinds & NEAR and seen[index - 1].lower == "i" and "after_place_preposition" in word.evidence
        if not there:  # whoever is there does it: en veterinär i Dorotea ringde
            _weigh_next(word, seen, index)
    elif seen[index + 1].gap == ", " and seen[index + 1].lower == "som" and word.kinds & Word.OWN_FIRST:
        word.add("before_som")  # Björn, som väntar
        if word.opens and word.capital and "ordinary" in word.evidence and not _a_thing(seen, index + 2):
            word.add("opens_as_somebody")


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
    counted = word.kinds & PLACES and not word.kinds & CHOSEN and text[word.end] == " "  # Polen 2, Norge 3
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


def _weigh_opener(word: Seen, seen: list[Seen], index: int) -> None:
    """Weigh that a first name that is a word too stands first in the sentence as no bare word does."""
    following = seen[index + 1].lower
    owns = word.genitive or word.lower.endswith(("s", "x", "z"))
    bare = not word.base.endswith(_BENT)
    did = following in cues.FIRST_VERBS or (following in {"har", "hade"} and _has_done(seen, index + 2))
    first = word.kinds & Word.OWN_FIRST
    if first and ((bare and did) or (owns and (following in cues.RELATIONS or following in cues.ROLES))):
        word.add("opens_as_somebody")
    elif not first and bare and did and following != "kom" and word.base not in cues.EVERYDAY:
        word.add("opens_as_family")  # Mo fick ingen praktik


def _a_thing(seen: list[Seen], index: int) -> bool:
    """Tell whether what is told of is one of its kind, and nobody in a role or a state: (som) är en färg."""
    row = [word.lower for word in seen[index : index + _FROM_IS]]
    if row[:1] not in (["är"], ["var"]) or row[1:2] not in (["en"], ["ett"]):
        return False
    return (cues.ROLES | cues.RELATIONS | cues.STATES | cues.SOMEBODY).isdisjoint(row)


def _has_done(seen: list[Seen], index: int, supines: frozenset[str] = cues.FIRST_SUPINES) -> bool:
    """Tell whether what only somebody has done stands here, after small words: (har) inte fått, (hade) aldrig sökt."""
    row = [word.lower for word in seen[index : index + 3]]
    while row and row[0] in _NOT_YET:
        row = row[1:]
    return bool(row) and row[0] in supines


def _did(word: Seen, seen: list[Seen], index: int) -> bool:
    """Tell whether a word that is no Swedish one has done what only somebody does: Paredes har överklagat."""
    return (
        seen[index].lower in {"har", "hade"}
        and word.capital
        and not word.kinds & Word.ORDINARY
        and _has_done(seen, index + 1, _DONE)
    )


def works_there(word: Seen, seen: list[Seen], place: int) -> bool:
    """Tell whether a name, or what may be one, is said to be at an office: Kristin på soc."""
    at = seen[place - 1] if place < len(seen) and seen[place].lower in casework.WORKPLACES else word
    if at.lower not in AT or at.gap != " ":
        return False
    if word.kinds & CHOSEN:
        return word.capital or word.base not in cues.EVERYDAY
    return word.capital and AGAINST.isdisjoint(word.evidence)  # a letter comes from an office too


def _weigh_next(word: Seen, seen: list[Seen], index: int) -> None:
    """Weigh the next word."""
    following = seen[index + 1]
    if following.lower in {"är", "var"} and _name_told(seen, index):
        word.add("called_person")
    if following.lower in cues.PERSON_VERBS or _did(word, seen, index + 1):
        word.add("before_person_verb")
    elif following.lower in cues.WEAK_VERBS:
        state = index + 2 < len(seen) and seen[index + 2].lower in cues.STATES
        word.add("before_person_state" if state else "before_weak_verb")
    elif following.lower in {"och", "å"} and index + 2 < len(seen):
        _weigh_company(word, seen[index + 2])
    elif following.lower == "som":
        word.add("before_som")
        if [each.lower for each in seen[max(0, index - 2) : index]] in _IT_IS:
            word.add("it_is_who")
    elif word.genitive or word.lower.endswith(("s", "x", "z")):
        _weigh_owned(word, following)
    elif following.lower in cues.SUPINES and index and seen[index - 1].lower in {"har", "hade"}:
        word.add("before_supine")


def _name_told(seen: list[Seen], index: int) -> bool:
    """Tell whether a word is said to be what somebody is called: Storm är klientens efternamn."""
    return any(each.lower in _NAMES_OF for each in seen[index + 2 : index + _FROM_IS])


def _weigh_company(word: Seen, other: Seen) -> None:
    """Weigh who or what is named together with it: Karl och jag, Kina och Indien."""
    if other.lower in cues.SOMEBODY:
        word.add("with_somebody")
    elif "allowed_or_name" in word.evidence and other.kinds & PLACES and not other.kinds & NAME and other.capital:
        word.add("listed_with_thing")


def _weigh_owned(word: Seen, thing: Seen) -> None:
    """Weigh that the next word is somebody who is another one's: Karins mamma, Haruto's mother."""
    english = word.text.endswith("'s") and thing.lower in cues.ENGLISH_KIN
    if english or thing.lower in cues.RELATIONS:
        word.add("before_relation")
    elif thing.lower in cues.ROLES:
        word.add("before_role")
