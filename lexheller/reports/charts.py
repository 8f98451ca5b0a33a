"""Where do the marks of a chart stand? Plain geometry; the template draws it, the sheet gives it its colours.

No legend: every mark has its number written at it. What is hidden is a dashed outline of one height, so that the
picture tells no more than the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lexheller.model.codes import Level
from lexheller.model.report import Count, Report
from lexheller.reports.wording import Wording

_STEP, _BAR = 64, 44
_TOP, _HEIGHT, _FOOT = 22, 150, 40
_DASHED = 12
"""How high the outline of a hidden number is."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One upright bar with its number above and two lines below."""

    x: float
    y: float
    height: float
    middle: float
    said: str
    below: tuple[str, str]
    hidden: bool


@dataclass(frozen=True, slots=True)
class LevelChart:
    """The bars of one level, one for each part of the period."""

    name: str
    label: str
    on: bool
    width: int
    height: int
    foot: int
    bars: tuple[Bar, ...]
    bar: int = _BAR


def level_charts(report: Report, says: Wording) -> tuple[LevelChart, ...]:
    """Draw every assessed level on one scale."""
    drawn = [line for line in report.levels if line.level is not None]
    top = max([n for line in drawn for n in line.parts if n is not None], default=0)
    return tuple(_level(report, says, line.level, line.parts, top) for line in drawn)


def _level(report: Report, says: Wording, level: Level | None, parts: Sequence[Count], top: int) -> LevelChart:
    bars = []
    for index, (part, n) in enumerate(zip(report.parts, parts, strict=True)):
        height = _DASHED if n is None else round(n * _HEIGHT / max(top, 1), 1)
        x = index * _STEP + (_STEP - _BAR) // 2
        y = _TOP + _HEIGHT - height
        bars.append(Bar(x, y, height, x + _BAR / 2, says.number(n), says.part(part), n is None))
    name = says.level(level)
    points = [
        says.words("report.levels.point", part=" ".join(says.part(part)), n=says.number(n))
        for part, n in zip(report.parts, parts, strict=True)
    ]
    return LevelChart(
        name=name,
        label=says.words("report.levels.chart", level=name, numbers=", ".join(points)),
        on=level is report.foremost,
        width=len(bars) * _STEP,
        height=_TOP + _HEIGHT + _FOOT,
        foot=_TOP + _HEIGHT,
        bars=tuple(bars),
    )


_LEFT, _RIGHT, _WIDTH, _LINE = 190, 670, 720, 42
_STEPS = (1, 2, 5, 7, 10, 14, 30, 60, 90, 180, 365, 730)
_MOST_RULES = 5


@dataclass(frozen=True, slots=True)
class WaitLine:
    """A bar from nought to nine in ten, a dot at half, a line at what was promised."""

    name: str
    y: int
    end: float
    dot: float
    goal: float | None
    said: str
    said_at: float


@dataclass(frozen=True, slots=True)
class WaitChart:
    """All waits on one scale."""

    height: int
    foot: int
    rules: tuple[tuple[float, str], ...]
    lines: tuple[WaitLine, ...]
    left: int = _LEFT
    width: int = _WIDTH


def wait_chart(report: Report, says: Wording) -> WaitChart | None:
    """Draw how long things take; None where no wait can be shown."""
    waits = [wait for wait in report.waits if wait.half is not None and wait.most is not None]
    if not waits:
        return None
    top = max([1, *(wait.most or 0 for wait in waits), *(wait.promise.days for wait in waits if wait.promise)])
    step = next((step for step in _STEPS if top / step <= _MOST_RULES), top)
    per_day = (_RIGHT - _LEFT) / top

    def at(days: int) -> float:
        return round(_LEFT + days * per_day, 1)

    lines = tuple(
        WaitLine(
            name=says.words(f"report.wait.{wait.what}"),
            y=28 + index * _LINE,
            end=at(wait.most or 0),
            dot=at(wait.half or 0),
            goal=at(wait.promise.days) if wait.promise else None,
            said=says.number(wait.most),
            said_at=max(at(wait.most or 0), at(wait.half or 0) + 8, at(wait.promise.days) if wait.promise else 0) + 8,
        )
        for index, wait in enumerate(waits)
    )
    foot = 8 + len(waits) * _LINE
    rules = tuple(
        (at(days), says.days(days) if not days or days % step == 0 else "") for days in range(0, top + 1, step)
    )
    return WaitChart(height=foot + 28, foot=foot, rules=rules, lines=lines)


def heat(n: Count, top: int) -> str:
    """Name the class of a cell of the matrix by its number; hidden and nought have their own."""
    if n is None:
        return "few"
    if n == 0:
        return "none"
    share = n / max(top, 12)
    return "h4" if share > 0.75 else "h3" if share > 0.4 else "h2" if share > 0.2 else "h1"  # noqa: PLR2004  # quarters, about
