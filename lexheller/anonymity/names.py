"""Which words of a text are people's names? Evidence is added up, word by word; the table of weights is in weights.py.

Nothing here decides by one list alone: a name list finds the names that libraries know and misses the others, so what
stands around a word counts as much as what the word is, and people of every origin get the same chance to be protected.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lexheller.anonymity import cues
from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.lexicon import CHOSEN, GIVEN, NAME, Lexicon, Word, lexicon
from lexheller.anonymity.tokens import Token, tokenise
from lexheller.anonymity.weights import NEIGHBOUR_THRESHOLD, THRESHOLD, WEIGHTS

_INITIALS = re.compile(
    r"(?<![\w.])(?:[A-ZÅÄÖ]\. ?){1,2}[A-ZÅÄÖ](?:\.(?![\w])|(?=:s\b))(?!\w)|(?<![\w.-])[A-ZÅÄÖ]{2}:s(?= (?:mamma"
    r"|pappa|fru|man|son|dotter|syster|bror)\b)"
)
_NOBODY = frozenset("OS PS NN US EU AA NB FK AF BB UK NY DC XY AB OSA SOS HK SE IT TV PM AT DN VD".split())
_AGE_AFTER = re.compile(cues.AGE)
_SAINT = re.compile(r"(?:\b[Ss]:t|\b[Ss]:ta|\bSt\.?|\b[Ll]ex) $")
_SIGN_OFF = re.compile(
    r"(?:m\.?v\.?h\.?|hälsningar?|vänligen|regards|sincerely|/s/|hälsar)[,!.]?\s*$|(?:^|[\s.!?])/ ?$", re.IGNORECASE
)
_LONGEST = 30  # letters; nothing longer is a name, and a compound is not looked for
_SHORT = 2
_UPPER_SHARE = 0.7
_WORDS_IN_LINE = 3
_ACRONYM = 4
_CLOSE = frozenset({" ", ' "', " ”", " ("})
_KINDS = (
    (Word.OWN_FIRST, "own_first"),
    (Word.FIRST, "library_first"),
    (Word.OWN_LAST, "own_last"),
    (Word.LAST, "library_last"),
)
_JOINS = frozenset({" ", ' "', '" ', " ”", "” ", " “", " (", ") ", " '", "' "})


@dataclass(slots=True)
class _Seen:
    """A word under judgement."""

    token: Token
    base: str
    kinds: Word
    capital: bool
    genitive: bool
    caps_line: bool
    score: float = 0.0
    evidence: list[str] = field(default_factory=list)
    vetoed: bool = False
    named: bool = False

    def add(self, *codes: str) -> None:
        for code in codes:
            self.score += WEIGHTS[code]
            self.evidence.append(code)


def find(text: str) -> Iterator[Hit]:
    """Give the names in a text, whole: first name, family name and what lies between."""
    if not text or text.isspace():
        return
    for match in _INITIALS.finditer(text):
        letters = "".join(char for char in match.group() if char.isupper())
        if letters not in _NOBODY:
            yield Hit(match.start(), match.end(), Kind.PERSON, "person.initials", Strength.ASK, ("initials",), 40)
    words = lexicon()
    tokens = tokenise(text)
    seen = _look(text, tokens, words)
    _judge(text, seen, words)
    _remember(seen, words)
    yield from _whole(text, seen)


def _look(text: str, tokens: list[Token], words: Lexicon) -> list[_Seen]:
    """See what each word is on its own."""
    loud = _loud_lines(text)
    seen: list[_Seen] = []
    line = 0
    for token in tokens:
        while line + 1 < len(loud) and loud[line + 1][0] <= token.start:
            line += 1
        base, kinds, genitive = _known(token, words)
        seen.append(_Seen(token, base, kinds, token.text[0].isupper(), genitive, loud[line][1]))
    return seen


def _known(token: Token, words: Lexicon) -> tuple[str, Word, bool]:
    lower = token.lower
    kinds = words.kinds(lower)
    if not kinds & NAME and lower.endswith("s") and len(lower) > 3:  # noqa: PLR2004 - a genitive of something
        base = lower[:-1].rstrip("'")
        owner = words.kinds(base)
        if owner & (NAME | Word.OWN_PLACE) or _name_shaped(base):
            return base, owner | kinds, True
    if not kinds and "-" in lower and len(lower) <= _LONGEST:
        parts = [words.kinds(part) for part in lower.split("-")]
        if all(part & NAME for part in parts[:-1]) and token.text.split("-")[-1][:1].isupper():
            joined = parts[0]
            return lower, joined, False
    return lower, kinds, False


def _loud_lines(text: str) -> list[tuple[int, bool]]:
    """Give the start of every line and whether it is written in capitals."""
    lines: list[tuple[int, bool]] = []
    start = 0
    for line in text.split("\n"):
        letters = sum(char.isalpha() for char in line)
        upper = sum(char.isupper() for char in line)
        lines.append((start, upper > _UPPER_SHARE * letters and line.count(" ") >= _WORDS_IN_LINE - 1))
        start += len(line) + 1
    return lines


def _judge(text: str, seen: list[_Seen], words: Lexicon) -> None:
    quiet = sum(1 for word in seen if word.capital) * 12 < len(seen)
    runs = _runs(seen)
    for index, word in enumerate(seen):
        if not word.capital and not (word.kinds & GIVEN):
            continue
        _weigh_word(word, words, quiet=quiet)
        _weigh_before(text, seen, index)
        first, last = runs[index]
        _weigh_run(text, seen, index, first, last)
        _weigh_after(text, seen, index)
        word.named = not word.vetoed and word.score >= THRESHOLD


def _runs(seen: list[_Seen]) -> list[tuple[int, int]]:
    """Give, for every word, the first and the last of the capitalised words it stands in a row with."""
    runs: list[tuple[int, int]] = [(0, 0)] * len(seen)
    first = 0
    while first < len(seen):
        last = first
        while (
            last + 1 < len(seen) and seen[first].capital and seen[last + 1].capital and seen[last + 1].token.gap == " "
        ):
            last += 1
        for index in range(first, last + 1):
            runs[index] = (first, last)
        first = last + 1
    return runs


def _weigh_word(word: _Seen, words: Lexicon, *, quiet: bool) -> None:
    token, kinds = word.token, word.kinds
    bare = kinds & CHOSEN
    if Word.ALLOWED in kinds and not bare and (token.opens or token.lower not in cues.RELATIONS):
        word.add("allowed")
    word.add(next((code for kind, code in _KINDS if kind in kinds), "unknown"))
    if not bare and _name_shaped(word.base):
        word.add("name_shape")
    _weigh_writing(word, quiet=quiet)
    _weigh_ordinary(word, words)
    if kinds & (Word.OWN_PLACE | Word.PLACE):
        if Word.OWN_PLACE in kinds or not bare:
            word.add("place_or_name" if Word.OWN_FIRST in kinds else "place")
    elif not bare and token.lower.removesuffix("s").endswith(cues.PLACE_ENDINGS):
        word.add("place_shape")
    if _lower_tail(token):
        word.vetoed = True


def _weigh_ordinary(word: _Seen, words: Lexicon) -> None:
    """Weigh that the word is Swedish too; a capital inside a sentence says that it is not meant so."""
    if words.ordinary(word.base):
        rare = Word.OWN_FIRST in word.kinds and word.capital and word.base not in cues.EVERYDAY
        inside = "capital_inside" in word.evidence
        word.add("ordinary_inside" if inside else "ordinary_rare" if rare else "ordinary")
        return
    strange = not word.kinds & NAME and len(word.base) <= _LONGEST and "name_shape" not in word.evidence
    if strange and words.compound(word.base):
        word.add("compound")


def _lower_tail(token: Token) -> bool:
    """Tell whether the word ends in a lower-case part: Saga-modellen, LSS-handläggare."""
    return "-" in token.text and token.text.rpartition("-")[2][:1].islower()


def _weigh_writing(word: _Seen, *, quiet: bool) -> None:
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


def _weigh_before(text: str, seen: list[_Seen], index: int) -> None:
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
        _weigh_cue(word, lower, close=gap in _CLOSE)
    joined = index > 1 and lower in {"och", "samt", "å", "eller"} and gap == before.token.gap == " "
    if (before.named and gap in {", ", " & ", " / ", "/", " + "}) or (joined and seen[index - 2].named):
        word.add("listed_with_name")


def _weigh_cue(word: _Seen, lower: str, *, close: bool) -> None:
    """Weigh the word before; after a comma it says less of a word that no list knows as a name."""
    known = bool(word.kinds & NAME)
    sure = close or known
    if lower in cues.ROLES or lower in cues.NAMING:
        word.add("after_cue" if sure else "after_weak_cue")
    elif lower in cues.RELATIONS:
        word.add("after_relation" if sure else "after_weak_cue")
    elif close and lower in cues.PLACE_PREPOSITIONS and (not known or word.kinds & (Word.OWN_PLACE | Word.PLACE)):
        word.add("after_place_preposition")
    elif close and lower in cues.WEAK:
        word.add("after_weak_cue")


def _weigh_run(text: str, seen: list[_Seen], index: int, first: int, last: int) -> None:
    """Let the company a word stands in tell that it names a thing."""
    word = seen[index]
    if _thing_before(text, seen, index, first, last):
        word.add("after_thing")
    following = seen[last + 1].token if last + 1 < len(seen) else None
    if following is not None and following.gap == " " and following.lower in cues.ORGANISATION_WORDS:
        own = first == last and seen[last].genitive and following.lower in cues.PERSONAL_TOO
        if not own:
            word.add("before_organisation")
    if any(_is_thing(other) for other in seen[max(first + 1, index) : last + 1][-3:]):
        word.vetoed = True


def _thing_before(text: str, seen: list[_Seen], index: int, first: int, last: int) -> bool:
    """Tell whether the words before say that a thing bears this name, or bore the one before it in a list."""
    head = seen[first].token
    if head.lower in {"sankt", "sankta", "lex"} or _SAINT.search(text[max(0, head.start - 6) : head.start]):
        return True
    if any(other.token.lower in cues.THING_WORDS for other in seen[first:index][-3:]):
        return True
    start = first + 1 if head.lower in cues.ROLES and first < last else first
    if start > 0 and seen[start].token.gap == " " and seen[start - 1].token.lower in cues.THING_WORDS:
        return True
    if index > 0 and seen[index].token.gap == ", ":
        return "after_thing" in seen[index - 1].evidence
    joined = index > 1 and seen[index - 1].token.lower in {"och", "samt"}
    return joined and "after_thing" in seen[index - 2].evidence


def _is_thing(word: _Seen) -> bool:
    """Tell whether a word late in a row of capitalised ones makes the row a place's or an organisation's name."""
    token = word.token
    if token.lower in cues.ORGANISATION_WORDS:
        return True
    if _lower_tail(token):
        return True
    if word.kinds & NAME:
        return False
    return Word.ALLOWED in word.kinds or token.lower.endswith(cues.PLACE_ENDINGS)


def _weigh_after(text: str, seen: list[_Seen], index: int) -> None:
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
        word.add("before_weak_verb")
    elif following.lower in cues.RELATIONS and (word.genitive or word.token.lower.endswith(("s", "x", "z"))):
        word.add("before_relation")


def _remember(seen: list[_Seen], words: Lexicon) -> None:
    """Once a name, always a name in the same text, in lower case and in the genitive too."""
    named = {word.base for word in seen if word.named and len(word.base) > _SHORT}
    if not named:
        return
    for word in seen:
        if word.named or word.vetoed or "after_thing" in word.evidence or "before_organisation" in word.evidence:
            continue
        lower = word.token.lower
        base = lower if lower in named else lower[:-1] if lower.endswith("s") and lower[:-1] in named else ""
        if base and (not words.ordinary(base) or (word.capital and base in named)):
            word.base, word.named, word.genitive = base, True, base != lower
            word.evidence.append("name_elsewhere")


def _whole(text: str, seen: list[_Seen]) -> Iterator[Hit]:
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
        last = index
        while last + 1 < len(seen):
            step = _joins_right(text, seen, last)
            if not step:
                break
            last += step
        final = seen[last]
        end = final.token.end - (
            1 if final.genitive and final.token.lower.endswith("s") and final.token.lower != final.base else 0
        )
        start = seen[first].token.start
        evidence = tuple(
            dict.fromkeys(
                code for word in seen[first : last + 1] for code in word.evidence if WEIGHTS.get(code, 1.0) > 0
            )
        )
        yield Hit(start, end, Kind.PERSON, "person.name", Strength.ASK, evidence[:6], 30)
        index = floor = last + 1


def _joins_left(seen: list[_Seen], first: int) -> bool:
    word, before = seen[first], seen[first - 1]
    if len(before.token.text) == 1 and before.token.text.isupper() and word.token.gap in {". ", "."}:
        return True
    if word.token.gap not in _JOINS or not before.capital or word.token.opens:
        return False
    if before.named:
        return True
    if before.token.opens or before.token.lower in cues.ROLES or before.token.lower in cues.RELATIONS:
        return bool(before.kinds & (Word.OWN_FIRST | Word.FIRST)) and "ordinary" not in before.evidence
    return not before.vetoed and before.score >= NEIGHBOUR_THRESHOLD - 1


def _joins_right(text: str, seen: list[_Seen], last: int) -> int:
    """Give how many of the next words belong to the name: none, one, or a particle and one."""
    following = seen[last + 1]
    token = following.token
    if seen[last].genitive or token.opens or "\n" in token.gap:
        return 0
    if token.gap not in _JOINS:
        return 1 if token.gap in {"-", " - "} and following.named else 0
    if len(token.text) == 1:
        return int(token.text.isupper() and text[token.end : token.end + 1] not in {":", "-"})
    if following.capital:
        if following.named:
            return 1
        blocked = "allowed" in following.evidence or "acronym" in following.evidence or following.vetoed
        return int(not blocked and following.score >= NEIGHBOUR_THRESHOLD - 3)
    if token.lower in cues.PARTICLES and last + 2 < len(seen):
        beyond = seen[last + 2]
        if (
            beyond.capital
            and beyond.token.gap == " "
            and (beyond.kinds & NAME or token.lower in {"von", "van", "af", "de", "el", "al"})
        ):
            return 2
    return 0


def _name_shaped(base: str) -> bool:
    return 5 <= len(base) <= _LONGEST and (base.endswith(cues.NAME_ENDINGS) or base.startswith(cues.NAME_BEGINNINGS))  # noqa: PLR2004
