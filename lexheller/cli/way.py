"""How is the way of a case drawn? What has happened, what is now in brackets, and what is certain to come, dotted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lexheller.forms.lines import INDENT, Line
from lexheller.i18n.dates import long_date, short_date
from lexheller.i18n.words import Words
from lexheller.processes.lex_heller_phases import ANSWER

Way = Sequence[tuple[str, date | None]]


def draw_way(way: Way, ahead: bool, words: Words, width: int, until: date | None = None) -> list[Line]:
    """Draw a way; it is broken between phases where it is wider than the line.

    Args:
        ahead: the last of the way has not happened yet.
        until: the day that a paused case rests to.
    """
    now = len(way) - 2 if ahead else len(way) - 1
    parts: list[tuple[str, str, str]] = []
    for place, (phase, day) in enumerate(way):
        said = words("way.answer") if ahead and place > now and phase == ANSWER else _named(phase, words, until)
        when = f" {short_date(day, words.language)}" if day is not None else ""
        joint = "" if place == 0 else " ━━ " if place <= now else " ┄┄ "
        parts.append((joint, f"[{said}{when}]" if place == now else said + when, "bold" if place == now else ""))
    return _broken(parts, width)


def _named(phase: str, words: Words, until: date | None) -> str:
    return words(phase, date=long_date(until, words.language) if until else "–")


def _broken(parts: list[tuple[str, str, str]], width: int) -> list[Line]:
    lines: list[Line] = [[(INDENT, "")]]
    used = len(INDENT)
    for joint, said, style in parts:
        if used > len(INDENT) and used + len(joint) + len(said) > width - len(joint):  # room for the next joint
            lines[-1].append((joint.rstrip(), ""))
            lines.append([(INDENT, ""), (said, style)])
            used = len(INDENT) + len(said)
        else:
            lines[-1] += [(joint, ""), (said, style)]
            used += len(joint) + len(said)
    return lines
