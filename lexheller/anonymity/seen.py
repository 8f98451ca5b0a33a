"""What is each word of a text on its own, before the words around it speak?"""

import re
from dataclasses import dataclass, field

from lexheller.anonymity import cues
from lexheller.anonymity.lexicon import NAME, Lexicon, Word
from lexheller.anonymity.tokens import Token
from lexheller.anonymity.weights import WEIGHTS

LONGEST = 30  # letters; nothing longer is a name, and a compound is not looked for
_UPPER_SHARE = 0.7
_WORDS_IN_LINE = 3


_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
    r"(?:i(?:ang|ong|an|ao|ng|[aenu])?|u(?:ang|ai|an|[aeino])?|a(?:ng|[ino])?|e(?:ng|[inr])?|o(?:ng|u)?)){2}"
).fullmatch

# Swedish family names are put together of two words of nature, first names now and then of two short ones.
two_parts = re.compile(rf"(?:{'|'.join(cues.SURNAME_HEADS)})(?:{'|'.join(cues.SURNAME_TAILS)})").fullmatch
_NORDIC = re.compile(rf"(?:{'|'.join(cues.NORDIC_HEADS)})(?:{'|'.join(cues.NORDIC_TAILS)})").fullmatch
_TWO_NAMES = re.compile(rf"(?:{'|'.join(cues.NAME_HEADS)})-?(?:{'|'.join(cues.NAME_TAILS)})").fullmatch

# What says that a word is ordinary, or no person's.
AGAINST = frozenset(
    {
        "allowed",
        "allowed_or_name",
        "ordinary",
        "ordinary_inside",
        "ordinary_strange",
        "ordinary_shaped",
        "compound",
        "place",
        "place_far",
        "place_shape",
        "acronym",
        "function_word",
    }
)


@dataclass(slots=True)
class Seen:
    """A word under judgement."""

    token: Token
    base: str
    kinds: int
    capital: bool
    genitive: bool
    caps_line: bool
    score: float = 0.0
    shape: float = 0.0
    evidence: list[str] = field(default_factory=list)
    vetoed: bool = False
    named: bool = False

    def add(self, *codes: str) -> None:
        """Count evidence, by its name in the table of weights."""
        for code in codes:
            self.score += WEIGHTS[code]
            self.evidence.append(code)


def look(text: str, tokens: list[Token], words: Lexicon) -> list[Seen]:
    """See what each word is on its own."""
    loud = _loud_lines(text)
    seen: list[Seen] = []
    line = 0
    for token in tokens:
        while line + 1 < len(loud) and loud[line + 1][0] <= token.start:
            line += 1
        base, kinds, genitive = _known(token, words)
        seen.append(Seen(token, base, kinds, token.text[0].isupper(), genitive, loud[line][1]))
    return seen


def _known(token: Token, words: Lexicon) -> tuple[str, int, bool]:
    lower = token.lower
    kinds = words.kinds(lower)
    if not kinds & (NAME | Word.ALLOWED) and lower.endswith("s") and len(lower) > (3 if token.text[0].isupper() else 4):
        base = lower[:-1].rstrip("'")
        owner = words.kinds(base)
        if (owner & (NAME | Word.OWN_PLACE) or name_shaped(base)) and not (
            token.text[0].islower() and words.listed(lower)
        ):
            return base, owner | kinds, True
    if not kinds and "-" in lower and len(lower) <= LONGEST:
        parts = [words.kinds(part) for part in lower.split("-")]
        if all(part & Word.ALLOWED for part in parts):
            return lower, Word.ALLOWED, False
        upper = token.text.rpartition("-")[2][:1].isupper()
        if all(part & NAME for part in parts[:-1]) and (upper or all(part & Word.OWN_FIRST for part in parts)):
            return lower, parts[0], False
    return lower, kinds, False


def _loud_lines(text: str) -> list[tuple[int, bool]]:
    """Give the start of every line and whether it is written in capitals."""
    lines: list[tuple[int, bool]] = []
    start = 0
    for line in text.split("\n"):
        letters = sum(map(str.isalpha, line))
        upper = sum(map(str.isupper, line))
        lines.append((start, upper > _UPPER_SHARE * letters and line.count(" ") >= _WORDS_IN_LINE - 1))
        start += len(line) + 1
    return lines


def name_shaped(base: str) -> bool:
    """Tell whether a word begins or ends as family names of some origin do, or is made of the syllables of names."""
    if not 5 <= len(base) <= LONGEST:  # noqa: PLR2004
        return False
    if syllables(base) or two_parts(base) or _TWO_NAMES(base) or _NORDIC(base):
        return True
    if base.endswith(cues.NAME_ENDINGS) or base.startswith(cues.NAME_BEGINNINGS):
        return True
    return base.isascii() and _PINYIN(base) is not None


def syllables(base: str) -> bool:
    """Tell whether a word with a hyphen is two syllables of a Korean name."""
    first, _, second = base.partition("-")
    return first in cues.KOREAN and second in cues.KOREAN
