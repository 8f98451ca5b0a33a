"""How is it told that few cases are like this one, and what would make them more?"""

from __future__ import annotations

from lexheller.forms.asking import Asker, ask_yes
from lexheller.forms.lines import INDENT, Line, wrapped
from lexheller.i18n.words import Words
from lexheller.patterns.alike import Alike


def draw(words: Words, width: int, found: Alike, wanted: int) -> list[Line]:
    """Say how many cases share all of it, and how many would if less were said."""
    lines = wrapped(words("alike.few", n=found.count, wanted=wanted), width)
    for way, count in found.ways.items():
        lines += wrapped(words(f"alike.way.{way}", n=count), width, INDENT)
    return lines + wrapped(words("alike.choose"), width)


def ask(asker: Asker, found: Alike, wanted: int) -> bool:
    """Ask whether the text goes on as it is all the same."""
    asker.show(draw(asker.words, asker.width, found, wanted))
    return ask_yes(asker, asker.words("alike.sure"), default=False)
