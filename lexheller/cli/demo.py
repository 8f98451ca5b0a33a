"""`lexheller demo`: what does a year of casework look like? Lives it in an empty database, and shows it."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from lexheller.cli import output
from lexheller.cli.frame import Session, command, with_session
from lexheller.i18n.dates import month
from lexheller.i18n.words import Words

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from lexheller.app import House
    from lexheller.demo.year import Lived, Progress, Year

_BEFORE = timedelta(days=400)
"""The demo's people are there before the first case comes."""
_SAID = 5
"""How many lines of progress a pipe gets."""


@command("demo", "lexheller demo")
@with_session
def demo(session: Session) -> None:
    """Live a year, and show what came of it."""
    from lexheller.cli.demo_page import Shown, draw_year
    from lexheller.demo.place import make_place, report_place
    from lexheller.demo.year import Clock, Year

    words = session.words
    now = datetime.now(UTC).replace(microsecond=0)
    clock = Clock(now - _BEFORE)
    with closing(make_place(session.settings, getpass.getuser(), clock)) as house:
        year = Year(house, clock, now)
        lived = _live(year, words)
        place = report_place(session.settings)
        _write_report(year, place.write_text, words)
        shown = Shown(year, lived, place, house.settings)
        output.draw(draw_year(shown, words, output.width()))


def _live(year: Year, words: Words) -> Lived:
    """Let the year go by; at the turn of each month, and at its end, whoever has let a day pass is told."""
    from lexheller.app.keeping import announce_deadlines

    with _shown(words) as show:
        lived = year.live(_turning(year.house, show))
    announce_deadlines(year.house)
    return lived


def _turning(house: House, show: Progress) -> Progress:
    from lexheller.app.keeping import announce_deadlines

    at = [""]

    def tell(done: int, whole: int, day: date) -> None:
        if at[0] != f"{day:%Y-%m}":
            at[0] = f"{day:%Y-%m}"
            announce_deadlines(house)
        show(done, whole, day)

    return tell


def _write_report(year: Year, write: Callable[..., object], words: Words) -> None:
    from lexheller.demo.people import NEWCOMER
    from lexheller.reports import html

    write(html.render(year.desk(NEWCOMER).report(), words), encoding="utf-8")


# --- progress -------------------------------------------------------------------------------------------


@contextmanager
def _shown(words: Words) -> Iterator[Progress]:
    """Show progress on stderr: a bar on a terminal, else a few lines."""
    if not sys.stderr.isatty():
        yield _lines(words)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    console = Console(stderr=True, highlight=False)
    with Progress(TextColumn("{task.description}"), BarColumn(), console=console, transient=True) as bar:
        yield _on(bar, bar.add_task(words("demo.begins"), total=None), words)


def _on(bar: Bar, task: TaskID, words: Words) -> Progress:
    def show(done: int, whole: int, day: date) -> None:
        bar.update(task, total=whole, completed=done, description=f"{month(day, words.language):<16}")

    return show


def _lines(words: Words) -> Progress:
    said = [0]

    def show(done: int, whole: int, day: date) -> None:
        if done * _SAID >= whole * (said[0] + 1):
            said[0] += 1
            output.aside(words("demo.progress", month=month(day, words.language), done=done, whole=whole))

    return show
