"""What is each word of a text on its own, before the words around it speak?"""

from dataclasses import dataclass, field

from lexheller.anonymity import cues
from lexheller.anonymity.lexicon import NAME, Lexicon, Word
from lexheller.anonymity.tokens import Token
from lexheller.anonymity.weights import WEIGHTS

LONGEST = 30  # letters; nothing longer is a name, and a compound is not looked for
_UPPER_SHARE = 0.7
_WORDS_IN_LINE = 3


# What says that a word is ordinary, or no person's.
AGAINST = frozenset(
    {"allowed", "ordinary", "ordinary_inside", "compound", "place", "place_shape", "acronym", "function_word"}
)


@dataclass(slots=True)
class Seen:
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


def _known(token: Token, words: Lexicon) -> tuple[str, Word, bool]:
    lower = token.lower
    kinds = words.kinds(lower)
    if not kinds & NAME and lower.endswith("s") and len(lower) > 3:  # noqa: PLR2004 - a genitive of something
        base = lower[:-1].rstrip("'")
        owner = words.kinds(base)
        if owner & (NAME | Word.OWN_PLACE) or name_shaped(base):
            return base, owner | kinds, True
    if not kinds and "-" in lower and len(lower) <= LONGEST:
        parts = [words.kinds(part) for part in lower.split("-")]
        upper = token.text.rpartition("-")[2][:1].isupper()
        if all(part & NAME for part in parts[:-1]) and (upper or all(part & Word.OWN_FIRST for part in parts)):
            return lower, parts[0], False
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


def name_shaped(base: str) -> bool:
    """Tell whether a word begins or ends as family names of some origin do."""
    return 5 <= len(base) <= LONGEST and (base.endswith(cues.NAME_ENDINGS) or base.startswith(cues.NAME_BEGINNINGS))  # noqa: PLR2004
