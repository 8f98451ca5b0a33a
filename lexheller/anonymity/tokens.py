"""What are the words of a text, and which of them begin a sentence?"""

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ABBREVIATIONS = frozenset(
    "dr bl a t ex d v s k f m fl o dyl ca kl nr st tel jfr resp ev inkl exkl fr mvh prof ang avd forts osv mr "
    "mrs ms leg sekr "
    "ass gen v p g pga tom from dvs mm bla tex sk fd kap art prop ref bet".split()
)
_GAP = 12
_OPENERS = frozenset(".!?:\n•*|>#…")
_BRIDGE = frozenset(" \"'”“(-[")


class Token(NamedTuple):
    """A word: where it stands, how it is written and whether a sentence may begin there."""

    start: int
    end: int
    text: str
    lower: str
    opens: bool
    gap: str


def tokenise(text: str) -> list[Token]:
    """Give the words in order; `gap` is what stands between a word and the one before, cut to a few characters."""
    tokens: list[Token] = []
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        if end - start == 1 and text[start - 1 : start].isdigit() and text[end : end + 1].isdigit():
            continue  # a letter inside a number is no word
        gap = text[last:start] if start - last < _GAP else text[start - _GAP : start]
        word = match.group()
        # As between most words nothing begins after a space.
        opens = not tokens if gap == " " else _opens(tokens, gap, text, start)
        tokens.append(Token(start, end, word, word.lower(), opens, gap))
        last = end
    return tokens


def _opens(tokens: list[Token], gap: str, text: str, start: int) -> bool:
    if not tokens:
        return True
    for char in reversed(gap):
        if char in _OPENERS:
            if char == "." and gap.startswith("."):
                before = tokens[-1]
                abbreviated = before.lower in _ABBREVIATIONS or (len(before.text) == 1 and before.text.isupper())
                return not abbreviated
            return not (char == ":" and gap == ":")
        if char not in _BRIDGE and not char.isdigit():
            return False
    # A dash alone between spaces begins nothing; at the start of a line it is a list.
    return start == 0 or (not tokens and text[:start].strip() == "")
