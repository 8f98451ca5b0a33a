"""What are the words of a text, and which of them begin a sentence?"""

import re
from typing import TypeAlias

from lexheller.anonymity.weights import WEIGHTS

_WORD = re.compile(r"([^\W\d_]+(?:['-][^\W\d_]+)*)")
_ABBREVIATIONS = frozenset(
    "dr bl a t ex d v s k f m fl o dyl ca kl nr st tel jfr resp ev inkl exkl fr mvh prof ang avd forts osv mr "
    "mrs ms leg sekr "
    "ass gen v p g pga tom from dvs mm bla tex sk fd kap art prop ref bet "
    "enl handl pat läk överläk ssk usk dsk bsk hl bh bistbed socsekr ek tf bitr sjukgymn kontaktpers familjebeh".split()
)
SHORT_FIRST = ("Th", "Chr", "Ph", "Joh", "Wilh", "Ludv")
"""First names that are cut short to more than one letter: Th. Lagerlund."""
_GAP = 24  # a new line and what a deep margin puts before the next word
_DOUBLE = 3  # K-G.
_OPENERS = frozenset(".!?:\n•*|>#…")
_BRIDGE = frozenset(" \"'”“’»«(-–—[")


# What a word is worth on its own: its score and shape, the evidence, and whether it can be no name.
Weighed: TypeAlias = tuple[float, float, tuple[str, ...], bool]


class Seen:
    """A word under judgement: where it stands, how it is written, and what has been said of it so far."""

    __slots__ = (
        *("start", "end", "text", "lower", "opens", "gap"),
        *("base", "kinds", "genitive", "capital", "chance", "weighed", "caps_line"),
        *("score", "shape", "evidence", "vetoed", "named", "well_known"),
    )
    kinds: int
    genitive: bool
    capital: bool
    chance: int
    weighed: dict[int, Weighed]

    def __init__(self, start: int, end: int, text: str, gap: str, opens: bool) -> None:  # noqa: FBT001  # one of many
        """Keep a word as it is written; `gap` is what stands before it, `opens` whether a sentence may begin there."""
        self.start = start
        self.end = end
        self.text = text
        self.lower = self.base = text.lower()
        self.opens = opens
        self.gap = gap
        self.caps_line = self.vetoed = self.named = self.well_known = False
        self.score = self.shape = 0.0
        self.evidence: tuple[str, ...] = ()

    def add(self, code: str) -> None:
        """Count evidence, by its name in the table of weights."""
        self.score += WEIGHTS[code]
        self.evidence += (code,)


def tokenise(text: str) -> list[Seen]:
    """Give the words in order; `gap` is what stands between a word and the one before, cut to a few characters."""
    seen: list[Seen] = []
    pieces = _WORD.split(text)
    gap = pieces[0]
    start = len(gap)
    for word, after in zip(pieces[1::2], pieces[2::2], strict=True):
        end = start + len(word)
        if gap == " ":  # as between most words: nothing begins after a space
            seen.append(Seen(start, end, word, gap, not seen))
            gap = after
        elif len(word) == 1 and gap[-1:].isdigit() and after[:1].isdigit():
            gap = (gap + word + after)[-_GAP:]  # a letter inside a number is no word
        else:
            gap = gap[-_GAP:]
            seen.append(Seen(start, end, word, gap, _opens(seen, gap, text, start)))
            gap = after
        start = end + len(after)
    return seen


def _opens(seen: list[Seen], gap: str, text: str, start: int) -> bool:
    if not seen:
        return True
    for char in reversed(gap):
        if char in _OPENERS:
            if char == "." and gap.startswith("."):
                before = seen[-1]
                abbreviated = (
                    before.lower in _ABBREVIATIONS
                    or (len(before.text) == 1 and before.text.isupper())
                    or before.text in SHORT_FIRST
                    or (len(before.text) == _DOUBLE and before.text[1] == "-" and before.text.isupper())
                )
                return not abbreviated
            return not (char == ":" and gap == ":")
        if char not in _BRIDGE and not char.isdigit():
            return False
    # A dash alone between spaces begins nothing; at the start of a line it is a list.
    return start == 0 or (not seen and text[:start].strip() == "")
