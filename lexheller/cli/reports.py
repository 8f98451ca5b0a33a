"""`lexheller report`: what has happened, and where does it chafe? On the screen, or as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexheller.cli import output
from lexheller.cli.frame import group, json_option, option, with_desk, words_of
from lexheller.i18n.words import Words

if TYPE_CHECKING:
    from lexheller.desk import Desk
    from lexheller.model.report import Report

FORMATS = ("html", "csv", "json")
_STDOUT = Path("-")


@group("report")
def report() -> None:
    """Hold the kinds of report."""


@report.command(
    "pattern",
    key="report.pattern",
    examples=(
        "lexheller report pattern",
        "lexheller report pattern --period 2025-03/2026-02 --format html --out rapport.html",
        "lexheller report pattern --outside --json",
    ),
)
@option("--period", default="", meta="period", words="period")
@option("--federation", multiple=True, meta="name", words="federations")
@option("--format", "form", type=click.Choice(FORMATS), words="format")
@option("--out", type=click.Path(path_type=Path, dir_okay=False), meta="file", words="out")
@option("--outside", is_flag=True, words="outside")
@json_option
@with_desk
def pattern(
    desk: Desk,
    period: str,
    federation: tuple[str, ...],
    form: str | None,
    out: Path | None,
    outside: bool,
    as_json: bool,
) -> None:
    """Make the pattern report."""
    words = words_of(click.get_current_context())
    made = desk.report(period, federations=federation, outside=outside)
    kind = form or _kind_of(out)
    if as_json or (kind and out == _STDOUT):
        _hand_on("json" if as_json else str(kind), made, words)
    elif kind is None and output.on_terminal():
        _draw(made, words)
    elif kind is None:
        from lexheller.reports import csv

        click.echo(csv.tabbed(made, words), nl=False)
    else:
        from lexheller.reports.naming import file_name

        place = out or Path(file_name(made.period, kind, federation, outside=outside))
        output.write_file(place, _rendered(kind, made, words))
        output.one({"path": str(place)}, words("report.written", path=place), as_json=False)


def _hand_on(kind: str, made: Report, words: Words) -> None:
    """Write to standard output; as JSON it is one object a line where a program reads it."""
    if kind == "json":
        from lexheller.reports import json

        output.print_json(json.plain(made))
    else:
        click.echo(_rendered(kind, made, words), nl=False)


def _kind_of(out: Path | None) -> str | None:
    """Read the format off the file's name; a name that says nothing gets the page."""
    if out is None or out == _STDOUT:
        return None
    ending = out.suffix.removeprefix(".").lower()
    return ending if ending in FORMATS else "html"


def _rendered(kind: str, made: Report, words: Words) -> str:
    from lexheller.reports import csv, html, json

    match kind:
        case "csv":
            return csv.render(made, words)
        case "json":
            return json.render(made)
        case _:
            return html.render(made, words)


def _draw(made: Report, words: Words) -> None:
    from lexheller.reports import terminal

    lines = terminal.lines(made, words, output.width())
    output.draw([(said, "bold" if bold else "") for said, bold in line] for line in lines)
