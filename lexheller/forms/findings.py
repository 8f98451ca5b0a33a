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
        *_place(text, finding, width),
        *wrapped(told.suggestion, width, _INSET),
    ]


def _place(text: str, finding: Finding, width: int) -> list[Line]:
    """Show the line of text around a finding, and mark it from underneath."""
    room = max(30, width - len(_INSET) - 6)  # the bar, and what says that there is more on both sides
    start = max(text.rfind("\n", 0, finding.start) + 1, finding.start - _BEFORE)
    if start > 0 and text[start - 1] != "\n":
        start = _next_word(text, start, finding.start)
    line_end = text.find("\n", finding.end)
    end = min(len(text) if line_end < 0 else line_end, start + room)
    before = "… " if start > 0 and text[start - 1] != "\n" else ""
    after = " …" if end < len(text) and text[end] != "\n" else ""
    marked = min(finding.end, end) - finding.start
    style = "late" if finding.strength is Strength.STOP else "bold"
    return [
        [
            (f"{_INSET}┃ {before}{clean(text[start : finding.start])}", ""),
            (clean(text[finding.start : finding.start + marked]), style),
            (clean(text[finding.start + marked : end]).rstrip() + after, ""),
        ],
        [(f"{_INSET}┃ {'':{len(before) + finding.start - start}}{_MARKS[finding.strength] * marked}", style)],
    ]


def _next_word(text: str, start: int, at_most: int) -> int:
    found = text.find(" ", start, at_most)
    return found + 1 if found >= 0 else start
