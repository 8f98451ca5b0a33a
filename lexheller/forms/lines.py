"""What is a drawn line? Spans of words with a style by name; whoever prints it decides whether there is colour."""

from __future__ import annotations

import textwrap
import unicodedata

Span = tuple[str, str]
"""Words and their style: "", "bold", "late" (or must go), "go" (the arrow of a route), "bench" (what is next)."""

Line = list[Span]

INDENT = "  "
_SMALLEST_CHAIR = 24


def clean(said: str) -> str:
    """Take out what steers a terminal: titles and messages are other people's words. Line ends become blanks."""
    return "".join(" " if unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"} else sign for sign in said)


def plain(line: Line) -> str:
    """Give a line without its styles."""
    return "".join(words for words, _ in line).rstrip()


def wrapped(said: str, width: int, indent: str = "", style: str = "") -> list[Line]:
    """Break words into lines; empty lines between paragraphs stay."""
    found: list[Line] = []
    for paragraph in said.splitlines() or [""]:
        parts = textwrap.wrap(clean(paragraph), max(20, width - len(indent)), break_on_hyphens=False)
        found += [[(indent + part, style)] for part in parts] or [[]]
    return found


def cut(said: str, width: int) -> str:
    """Shorten with … what is wider than there is room for."""
    said = clean(said)
    return said if len(said) <= width else said[: max(0, width - 1)].rstrip() + "…"


def chair(said: str, width: int, *, facing: bool = False) -> list[Line]:
    """Draw a chair around somebody's words: the back on their side, the seat underneath.

    Args:
        facing: the words are ours, and the chair stands on the other side, looking back.
    """
    inner = min(width - 8, 74) - 2
    lines = [parts for paragraph in said.splitlines() or [""] for parts in _parts(paragraph, inner)]
    if facing:
        inner = max(_SMALLEST_CHAIR, *(len(line) for line in lines))
        return [
            *([(f"{INDENT}{'':4}{line:<{inner}}", ""), (" ┃", "bold")] for line in lines),
            [(f"{INDENT}{'':4}{'━' * (inner + 1)}┛", "bold")],
        ]
    return [*([(f"{INDENT}┃ ", "bold"), (line, "")] for line in lines), [(f"{INDENT}┗{'━' * (inner + 1)}", "bold")]]


def _parts(paragraph: str, width: int) -> list[str]:
    return textwrap.wrap(clean(paragraph), max(20, width), break_on_hyphens=False) or [""]
