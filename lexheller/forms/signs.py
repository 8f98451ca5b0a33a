"""How are the channels that a text may belong in too shown beside it? The words that showed it, and where to turn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lexheller.anonymity import Boundary, boundaries_of, channel, signs
from lexheller.forms.lines import INDENT, Line, cut, wrapped
from lexheller.i18n.words import Words

_LONGEST = 40
_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """A channel that texts show signs of.

    Args:
        quoted: the words that show it, at most a few; for the one who wrote them, never for a log.
        how: what to do, in one sentence.
    """

    boundary: Boundary
    quoted: tuple[str, ...]
    how: str


def shown_signs(texts: Iterable[str], language: str) -> tuple[Shown, ...]:
    """Give each channel that the texts show signs of, the most urgent first."""
    text = "\n".join(texts)
    found = signs(text) if text else ()
    return tuple(
        Shown(
            boundary,
            tuple(
                cut(word, _LONGEST)
                for word in list(
                    dict.fromkeys(text[sign.start : sign.end] for sign in found if sign.boundary is boundary)
                )[:_AT_MOST]
            ),
            channel(boundary, language),
        )
        for boundary in boundaries_of(found)
    )


def draw_signs(texts: Iterable[str], words: Words, width: int, *, quoted: bool = True) -> list[Line]:
    """Draw each channel that the texts show signs of, the most urgent first; nothing where they show none.

    Args:
        quoted: repeat the words that show it; not where what is drawn may end in a log.
    """
    shown = shown_signs(texts, words.language)
    lines: list[Line] = [[], *wrapped(words("boundary.heading"), width, style="bold")] if shown else []
    for each in shown:
        said = ", ".join(words("boundary.word", word=word) for word in each.quoted)
        lines += wrapped(f"{said}: " * quoted + each.how, width, INDENT)
    return lines
