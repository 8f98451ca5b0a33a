"""How does an answer come out? As words and tables on a terminal, by tabs in a pipe, as JSON when asked.

The keys of the JSON are a promise. One thing answered is one object a line in a pipe; several are a list. What is
said beside the answer goes to stderr.
"""

from __future__ import annotations

import errno
import json
import shutil
import sys
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

import click

from lexheller.errors import StoreFull, UnreadableFile, UnwritableFile
from lexheller.forms.lines import INDENT, Line, clean, cut, plain, wrapped
from lexheller.i18n.words import Words

PIPED_WIDTH = 80
MOST = 2**31 - 1
"""Rows that anybody may ask for; more is no number to a database."""
_NARROWEST = 12
_GAP = "  "
_COLOURS = {"bold": "bold", "late": "bold red", "go": "bold green", "bench": "yellow"}
"""Only the reader's own sixteen colours; yellow is the bench and nothing else, since it vanishes on white."""

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Args:
        key: what of a row stands in it.
        head: what stands above it on a terminal.
        cut: it gives way when there is no room, with …; a number never does.
        style: see `forms.lines.Span`.
    """

    key: str
    head: str
    cut: bool = False
    style: str = ""


def one(thing: Row, sentence: str, *, as_json: bool) -> None:
    """Answer with one thing: a sentence on a terminal, its values by tabs in a pipe, or one JSON object."""
    if as_json:
        print_json(thing)
    elif on_terminal():
        click.echo("\n".join(fitted(steady(sentence))))
    else:
        click.echo(_tabbed(thing.values()))


def steady(said: str) -> str:
    """Take out what steers a terminal, and leave the lines: contacts and file contents are other people's words."""
    return "\n".join(clean(line).rstrip() for line in said.split("\n"))


def many(columns: Sequence[Column], rows: Sequence[Row], *, as_json: bool, nothing: str = "") -> None:
    """Answer with several things: a table on a terminal, a line each by tabs in a pipe, or a JSON list.

    Args:
        rows: what the JSON holds whole; the columns choose what of it stands in the table.
        nothing: what to say on a terminal when there is none.
    """
    if as_json:
        print_json(rows)
    elif on_terminal():
        draw(table(columns, rows, width()) if rows else [[(nothing, "")]])
    else:
        for row in rows:
            click.echo(_tabbed(row[column.key] for column in columns))


def print_json(value: object) -> None:
    """Write JSON: indented on a terminal; in a pipe an object is one line, and a list has one element a line."""
    if on_terminal():
        click.echo(json.dumps(value, ensure_ascii=False, default=_jsonable, indent=2))
    elif isinstance(value, list | tuple):
        parts = ",\n".join(json.dumps(part, ensure_ascii=False, default=_jsonable) for part in value)
        click.echo(f"[{parts}]")
    else:
        click.echo(json.dumps(value, ensure_ascii=False, default=_jsonable))


def draw(lines: Iterable[Line], *, err: bool = False) -> None:
    """Print drawn lines; in colour on a terminal that wants it (rich reads NO_COLOR and TERM)."""
    stream: TextIO = sys.stderr if err else sys.stdout
    if not stream.isatty():
        for line in lines:
            click.echo(plain(line), err=err)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, width=width(), highlight=False, legacy_windows=False)
    for line in lines:
        text = Text()
        for words, style in line:
            text.append(words, style=_COLOURS.get(style, ""))
        text.rstrip()
        console.print(text, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)


def table(columns: Sequence[Column], rows: Sequence[Row], wide: int, indent: str = "") -> list[Line]:
    """Draw a table: no boxes, two blanks between columns, titles cut with …, numbers never."""
    cells = [[clean(_shown(row[column.key])) for column in columns] for row in rows]
    heads = [column.head for column in columns]
    widths = _widths(columns, [heads, *cells], wide - len(indent))
    lines = [_row(heads, widths, ["bold"] * len(columns), indent)] if any(heads) else []
    return lines + [_row(line, widths, [column.style for column in columns], indent) for line in cells]


def bench(words: Words, lead: str, command: str) -> list[Line]:
    """Draw the bench: the one thing that comes next, once, last."""
    return [[], [("┯━━━┯", "bench"), (f" {words(lead)}  ", ""), (command, "bold")]]


def named_rows(rows: Iterable[tuple[str, str]], wide: int, style: str = "", column: int = 12) -> list[Line]:
    """Draw names and what is to be said of them, in two columns; what is long goes on underneath."""
    lines: list[Line] = []
    inset = len(INDENT) + column + len(_GAP)
    for name, said in rows:
        first, *rest = wrapped(said, wide - inset)
        lines.append([(f"{INDENT}{name:<{column}}{_GAP}", style), *first])
        lines += [[(" " * inset, ""), *line] for line in rest]
    return lines


def write_file(place: Path, content: str) -> None:
    """Write an answer to a file: whole, or what was there before is left as it was.

    Raises:
        UnreadableFile: there is no such folder.
        StoreFull, UnwritableFile: the disk says no.
    """
    beside = place if place.exists() and not place.is_file() else place.with_name(f".{place.name}.part")
    try:
        try:
            with beside.open("w", encoding="utf-8", newline="") as file:
                file.write(content)
            if beside is not place:  # a pipe or a device is written to as it is
                beside.replace(place)
        finally:
            if beside is not place:
                beside.unlink(missing_ok=True)
    except FileNotFoundError:
        raise UnreadableFile(path=str(place.parent), why="no_folder") from None
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise StoreFull(where=str(place)) from None
        raise UnwritableFile(path=str(place)) from None


def aside(said: str) -> None:
    """Say something beside the answer; a terminal gets it in lines that fit, a log in one."""
    click.echo("\n".join(fitted(said)) if sys.stderr.isatty() else said, err=True)


def fitted(said: str) -> list[str]:
    """Break what is said into lines as wide as the terminal; what was indented or is one long word stays."""
    return [part for line in said.splitlines() for part in _parts(line)]


def _parts(line: str) -> list[str]:
    if len(line) <= width() or line.startswith(" "):
        return [line]
    return textwrap.wrap(line, width(), break_long_words=False, break_on_hyphens=False)


def on_terminal() -> bool:
    """Tell whether somebody looks at the answer, rather than a program."""
    return sys.stdout.isatty()


def width() -> int:
    """Give how many characters a line has room for."""
    if not (sys.stdout.isatty() or sys.stderr.isatty()):
        return PIPED_WIDTH
    return max(40, shutil.get_terminal_size((PIPED_WIDTH, 24)).columns)


def _row(cells: Sequence[str], widths: Sequence[int], styles: Sequence[str], indent: str) -> Line:
    line: Line = [(indent, "")]
    for cell, wide, style in zip(cells, widths, styles, strict=True):
        line += [(f"{cut(cell, wide):<{wide}}", style), (_GAP, "")]
    return line[:-1]


def _widths(columns: Sequence[Column], lines: Sequence[Sequence[str]], wide: int) -> list[int]:
    """Give every column what it asks for; those that may be cut share what is left, the widest giving way first."""
    asked = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    over = sum(asked) + len(_GAP) * (len(columns) - 1) - wide
    while over > 0:
        soft = [place for place, column in enumerate(columns) if column.cut and asked[place] > _NARROWEST]
        if not soft:
            break
        asked[max(soft, key=lambda place: asked[place])] -= 1
        over -= 1
    return asked


def _shown(value: object) -> str:
    match value:
        case None:
            return ""
        case True | False:
            return "1" if value else "0"
        case datetime() | date():
            return value.isoformat()
        case list() | tuple():
            return ",".join(_shown(part) for part in value)
    return str(value)


def _tabbed(values: Iterable[object]) -> str:
    return "\t".join(clean(_shown(value)) for value in values)


def _jsonable(value: object) -> object:
    match value:
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case frozenset() | set():
            return sorted(value)
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(type(value).__name__)
