"""Which words are about to be taken out of a case for good? Shown where they stand, before somebody says yes."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import accumulate
from typing import TYPE_CHECKING

import click

from lexheller.cli import output
from lexheller.cli.terminal import asker
from lexheller.forms.asking import Asker, ask_yes
from lexheller.forms.findings import draw_place
from lexheller.forms.lines import INDENT, Line, wrapped
from lexheller.i18n.words import Words

if TYPE_CHECKING:
    from lexheller.desk import Desk
    from lexheller.services.disposing import Struck


def draw(goes: Iterable[Struck], words: Words, width: int) -> list[Line]:
    """Draw every place with the line around it, text by text."""
    lines = wrapped(words("strike.goes"), width, style="bold")
    for text in goes:
        key = f"field.{text.field}"
        lines += [[], [(INDENT + words(key if words.has(key) else "strike.other"), "bold")]]
        whole = "".join(piece for piece, _ in text.pieces)
        ends = accumulate(len(piece) for piece, _ in text.pieces)
        for (piece, is_gone), end in zip(text.pieces, ends, strict=True):
            if is_gone:
                lines += draw_place(whole, end - len(piece), end, width)
    return lines


def ask(somebody: Asker, goes: Iterable[Struck]) -> bool:
    """Show what would go, and ask whether it shall."""
    somebody.show(draw(goes, somebody.words, somebody.width))
    return ask_yes(somebody, somebody.words("strike.sure"), default=False)


def agreed(desk: Desk, number: str, sought: str, words: Words) -> bool:
    """Ask whoever sits there; nothing of the texts is shown where nobody does.

    Raises:
        click.UsageError: nobody can answer, and nobody has said yes beforehand.
        NotOpen, NotPossible: as `Desk.struck`.
    """
    goes = desk.struck(number, sought)
    if sys.stdin.isatty() and sys.stderr.isatty():
        return ask(asker(words), goes)
    if sys.stderr.isatty():
        output.draw(draw(goes, words, output.width()), err=True)
    raise click.UsageError(words("strike.needs_yes"))
