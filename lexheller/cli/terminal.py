"""Who answers when the program asks? Questions go to stderr, answers are read from standard input."""

from __future__ import annotations

import sys

from lexheller.cli.output import draw, width
from lexheller.forms.asking import Asker, InputEnded
from lexheller.i18n.words import Words


def asker(words: Words) -> Asker:
    """Give somebody to ask."""
    return Asker(words, lambda lines: draw(lines, err=True), hear, width())


def hear() -> str:
    """Read one typed line.

    Raises:
        InputEnded: there is none to come.
    """
    if sys.stdin.isatty():
        # The questions are on stderr, so that the answer can be piped; the prompt follows them.
        sys.stderr.write("> ")
        sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise InputEnded
    return line.rstrip("\n")
