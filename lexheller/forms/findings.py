"""How is what the gate found shown in a terminal? Marked where it stands, with why and what to write instead."""

from __future__ import annotations

from lexheller.anonymity import Explanation, Finding, Strength, explain_all
from lexheller.forms.lines import Line, clean, wrapped
from lexheller.i18n.words import Words

_BEFORE = 24
"""Characters shown before what was found, so that the writer knows the place."""
_INSET = "     "
_MARKS = {Strength.STOP: "━", Strength.ASK: "┄"}
"""A solid line under what must go, a dotted one under what to check: colour is never alone."""


def draw_findings(text: str, findings: tuple[Finding, ...], words: Words, width: int, first: int = 1) -> list[Line]:
    """Draw findings one by one, numbered from `first`."""
    lines: list[Line] = []
    for number, (finding, told) in enumerate(
        zip(findings, explain_all(findings, text, words.language), strict=True), first
    ):
        lines += draw_finding(number, text, finding, told, words, width)
    return lines


def draw_finding(  # the number, what is told, and how
    number: int, text: str, finding: Finding, told: Explanation, words: Words, width: int
) -> list[Line]:
    """Draw one finding under its number."""
    must_go = finding.strength is Strength.STOP
    asked = words("finding.must_go" if must_go else "finding.check")
    return [
        [(f"{number:>3}. ", ""), (asked, "late" if must_go else "bold")],
        *wrapped(f"{told.looks_like} {told.why}", width, _INSET),
        *draw_place(text, finding.start, finding.end, width, must_go=must_go),
        *wrapped(told.suggestion, width, _INSET),
    ]


def draw_place(text: str, start: int, end: int, width: int, *, must_go: bool = True) -> list[Line]:
    """Show the line of text around a place, and mark it from underneath."""
    room = max(30, width - len(_INSET) - 6)  # the bar, and what says that there is more on both sides
    first = max(text.rfind("\n", 0, start) + 1, start - _BEFORE)
    if first > 0 and text[first - 1] != "\n":
        first = _next_word(text, first, start)
    line_end = text.find("\n", end)
    last = min(len(text) if line_end < 0 else line_end, first + room)
    before = "… " if first > 0 and text[first - 1] != "\n" else ""
    after = " …" if last < len(text) and text[last] != "\n" else ""
    marked = min(end, last) - start
    style = "late" if must_go else "bold"
    sign = _MARKS[Strength.STOP if must_go else Strength.ASK]
    return [
        [
            (f"{_INSET}┃ {before}{clean(text[first:start])}", ""),
            (clean(text[start : start + marked]), style),
            (clean(text[start + marked : last]).rstrip() + after, ""),
        ],
        [(f"{_INSET}┃ {'':{len(before) + start - first}}{sign * marked}", style)],
    ]


def _next_word(text: str, start: int, at_most: int) -> int:
    found = text.find(" ", start, at_most)
    return found + 1 if found >= 0 else start
