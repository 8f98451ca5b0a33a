"""How are the channels that a text may belong in too shown beside it? The words that showed it, and where to turn."""

from __future__ import annotations

from collections.abc import Iterable

from lexheller.anonymity import boundaries, channel, signs
from lexheller.forms.lines import INDENT, Line, cut, wrapped
from lexheller.i18n.words import Words

_LONGEST = 40
_AT_MOST = 3


def draw_signs(texts: Iterable[str], words: Words, width: int, *, quoted: bool = True) -> list[Line]:
    """Draw each channel that the texts show signs of, the most urgent first; nothing where they show none.

    Args:
        quoted: repeat the words that show it; not where what is drawn may end in a log.
    """
    text = "\n".join(texts)
    shown = boundaries(text)
    lines: list[Line] = [[], *wrapped(words("boundary.heading"), width, style="bold")] if shown else []
    found = signs(text)
    for boundary in shown:
        marked = dict.fromkeys(text[sign.start : sign.end] for sign in found if sign.boundary is boundary)
        said = ", ".join(words("boundary.word", word=cut(word, _LONGEST)) for word in list(marked)[:_AT_MOST])
        lines += wrapped(f"{said}: " * quoted + channel(boundary, words.language), width, INDENT)
    return lines
