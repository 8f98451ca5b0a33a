"""What does that which stands before a word say for and against its being a name?"""

import re

from lexheller.anonymity import casework, cues
from lexheller.anonymity.lexicon import CHOSEN, GIVEN, NAME, Word
from lexheller.anonymity.seen import AGAINST
from lexheller.anonymity.tokens import SHORT_FIRST, Seen
from lexheller.anonymity.weighing import AT, PLACES, UNIT
from lexheller.anonymity.weighing_after import works_there

_SIGN_OFF = re.compile(
    r"(?:m\.?v\.?h\.?|hälsningar?|vänligen|regards|sincerely|/s/|hälsar)[,!.]?\s*$|(?:^|[\s.!?])/ ?$", re.IGNORECASE
)
_SIGNED_OFF = re.compile(r"(?: [^\W\d_]+)?[.,!]?[ \t]*(?:\n|$)").match
_SIGNS_OFF = frozenset("mvh h hälsning hälsningar vänligen regards sincerely s hälsar".split())  # before it is sought
_SHORT_ROLES = casework.SHORT_ROLES | {"dr", "doc", "prof", "ang", "pat", "leg", "mr", "mrs", "ms"}
_LETTERS = re.compile(rf"(?:[A-ZÅÄÖ]-)?[A-ZÅÄÖ]|{'|'.join(SHORT_FIRST)}").fullmatch
_ENGLISH_ROLES = frozenset("client caseworker resident applicant tenant pupil claimant worker officer".split())
_AFTER_ROLE = frozenset({" ", " (", ", "})
_SHORT_TITLES = frozenset({"Fr", "Hr", "Mrs", "Mr", "Ms", "Dr"})
"""Before what else may be a place or two words; "fr" is short for "från" too, so it asks for more."""
_SAYS = frozenset("säger sa sade berättar berättade förklarar undrar frågar menar tycker tror suckar svarar".split())
_QUOTED = frozenset({", ", "” ", '" ', "”, ", '", ', "?” ", "!” ", '?" ', '!" ', "? ", "! "})
_AFTER_TITLE = frozenset({" ", ". "})
# English months and days that somebody may be called; after these words, or beside a figure, they are no person.
_DAYS = frozenset("june august april may sunday easter autumn summer winter".split())
_WHEN = frozenset("in on by since until before after during late early mid last next this every each the".split())
_DID = frozenset("rang rings called phoned said says waited waits asked told wrote lives lived works moved".split())
_KIN_OF = frozenset("mamman pappan modern fadern förälder föräldrarna vårdnadshavare bror syster dotter".split())
_FOUND_BY = ("willebrand", "recklinghausen", "hippel", "gierke")  # illnesses
_APART = frozenset({", ", "\n", ",\n"})
_NO_PERSON = frozenset(
    {"allowed", "place", "place_far", "acronym", "after_thing", "before_organisation", "listed_with_thing", "compound"}
    | {"casework"}
)
_BEFORE_ANYTHING = frozenset("av för om kring utan mot åt via än som både".split())
"""What stands before things as well as before people: of a strange word in small letters it says little."""
_SEVERAL = frozenset("barn barnen föräldrar föräldrarna syskon syskonen paret".split())
_CALLED_IN_GENERAL = frozenset("det detta vilket ofta även också allmänt vanligen ibland numera brukar kan".split())
_CLOSE = frozenset({" ", ' "', " ”", " ("})


def weigh_before(text: str, seen: list[Seen], index: int) -> None:
    """Weigh the words and signs before."""
    word = seen[index]
    gap = word.gap
    before = seen[index - 1]
    if (
        ("/" in gap or (index and before.lower in _SIGNS_OFF))
        and not _in_path(text, word)
        and _SIGN_OFF.search(text[max(0, word.start - 30) : word.start])
    ):
        word.add("signature")
    if index == 0:
        return
    if _initial(before, gap):
        _weigh_initial(text, seen, index)
        before, gap = seen[max(0, index - 2)], before.gap
    elif before.text in _SHORT_TITLES:
        _weigh_short_title(word, before)
    elif word.capital and particles(seen, index) and not word.lower.removesuffix("s").startswith(_FOUND_BY):
        word.add("after_cue")
        word.add("in_row_of_two")
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


def _weigh_initial(text: str, seen: list[Seen], index: int) -> None:
    """Weigh an initial before, more after a role or alone between brackets."""
    word, before = seen[index], seen[index - 1]
    word.add("after_initial")
    if before.gap.endswith("(") and text.startswith(")", word.end):
        word.add("after_weak_cue")  # (J. Whitcombe)
    if seen[max(0, index - 2)].lower in _ENGLISH_ROLES and before.gap in _AFTER_ROLE:
        word.add("after_cue")


def _weigh_short_title(word: Seen, title: Seen) -> None:
    """Weigh a short title before, with or without a stop."""
    if word.gap in _AFTER_TITLE and (title.text != "Fr" or AGAINST.isdisjoint(word.evidence)):
        word.add("after_cue")


def _in_path(text: str, word: Seen) -> bool:
    """Tell whether a word after a slash is a part of a path, and signs nothing: /dev/sda, /proc is."""
    if text.startswith("/", word.end):
        return True
    return "/" in word.gap and not word.capital and _SIGNED_OFF(text, word.end) is None


def _quotes(word: Seen, says: Seen) -> bool:
    """Tell whether what was said before the comma is a known family name's words: det går bra, säger Sjöberg."""
    return bool(word.kinds & Word.OWN_LAST) and word.gap == " " and says.gap in _QUOTED


def _a_day(seen: list[Seen], index: int) -> bool:
    """Tell whether an English month or day is meant, and nobody called June: since June, 3 June, on Sunday."""
    word = seen[index]
    if word.gap[-2:-1].isdigit():
        return True
    if word.gap != " " or seen[index - 1].lower not in _WHEN:
        return False
    if seen[index - 1].lower == "by" and seen[index - 2].lower.endswith(("ed", "en")):
        return False  # signed by June
    after = seen[index + 1] if index + 1 < len(seen) else None
    return after is None or after.gap != " " or after.lower not in _DID


def particles(seen: list[Seen], index: int) -> int:
    """Give how many words right before belong to a family name alone: two in "van der Berg", one in "von Essen"."""
    one, two = seen[index - 1], seen[index - 2] if index > 1 else None
    if not index or seen[index].gap != " ":
        return 0
    if two is not None and one.gap == " " and (two.lower, one.lower) in cues.TWO_PARTICLES:
        return 2
    return int(one.lower in cues.OWN_PARTICLES or one.text == "Mc")


def _initial(before: Seen, gap: str) -> bool:
    """Tell whether the word before is an initial: B. Wallentin, K-G. Moberg, Th. Lagerlund, mvh B Wallentin."""
    if gap in {". ", "."}:
        return _LETTERS(before.text) is not None
    return gap == " " and len(before.text) == 1 and before.text.isupper() and "signature" in before.evidence


def weigh_place_in_casework(text: str, seen: list[Seen], index: int) -> None:
    """Weigh that where a word stands makes it a short form, a workplace or a day: Anh beside other short ones."""
    word = seen[index]
    if index and word.lower in _DAYS and _a_day(seen, index):
        word.vetoed = True
    if word.capital and seen[index - 1].lower in _SAYS and _quotes(word, seen[index - 1]):
        word.add("said_by")
    # Short for whoever is close to the patient, or a Vietnamese name.
    if word.lower == casework.KIN and word.opens:
        if text.startswith((".", ":"), word.end) or any(each.lower in casework.IN_HASTE for each in seen):
            word.add("casework_or_name")
    elif word.lower in casework.WORKPLACES and index and word.gap == " " and seen[index - 1].lower in AT:
        word.add("casework")
    if index and word.gap == " ":
        before = seen[index - 1]
        if before.lower in casework.CHAINS and before.capital and word.capital:
            word.add("after_thing")
        elif before.text in casework.SHORTEST_ROLES and word.capital and word.kinds & Word.OWN_FIRST:
            word.add("after_cue")
    if works_there(word, seen, index + 2):
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
    if len(word.text) <= UNIT and gap[-1:] == " " and gap[-2:-1].isdigit() and not word.kinds & NAME:
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
        nobody = nobody or (lower == "miss" and not known and bool(word.kinds & PLACES))  # a beauty's home
        word.add("after_cue" if sure and not nobody else "after_weak_cue")
    elif lower in cues.RELATIONS:
        several = lower in _SEVERAL and "compound" in word.evidence  # "barnen Sportlov"
        word.add("after_relation" if sure and not several else "after_weak_cue")
    elif close and (lower in cues.MEETING or (lower in {"med", "av", "från"} and back in cues.MEETING_WITH)):
        word.add("after_meeting")
    elif close and (lower in cues.PLACE_PREPOSITIONS or (lower == "om" and back in cues.DIRECTIONS)):
        _weigh_place_before(word, lower, back)
    elif close and (lower in cues.WEAK or (lower == "till" and back in _KIN_OF and word.capital)):
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
        if not word.kinds & PLACES:
            word.add("after_weak_cue")
        return
    if known and not word.kinds & PLACES:
        return
    sure = lower in cues.IN_PLACE or lower == "om"
    word.add("in_place" if sure and not known else "after_place_preposition")
