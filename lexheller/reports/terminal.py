"""How does a report look on a terminal? No boxes, two blanks between columns, all said without colour."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from lexheller.i18n import Words
from lexheller.model.report import Report
from lexheller.reports.sections import Cell, Row, Section, Table, sections
from lexheller.reports.wording import Wording

if TYPE_CHECKING:
    from rich.console import Console

INDENT, GAP = "  ", "  "
_HEAD = 10
"""The widest that a column's head may be before it is broken into several lines."""
_LABEL = 40
_NARROWEST = 12
_MANY = 10
"""From here on a number in the matrix is bold."""
_BARS = ("levels", "themes")

Span = tuple[str, bool]
"""Some words, and whether they are bold."""
Line = list[Span]


def draw(report: Report, words: Words, console: Console) -> None:
    """Print a report as wide as the console is."""
    from rich.text import Text

    for line in lines(report, words, console.width):
        text = Text()
        for said, bold in line:
            text.append(said, style="bold" if bold else "")
        text.rstrip()
        console.print(text, no_wrap=True, overflow="ignore", crop=False, highlight=False)


def lines(report: Report, words: Words, width: int) -> Iterator[Line]:
    """Give the lines of a report."""
    says = Wording(words)
    yield from _wrapped(says.finding(report), width, bold=True)
    yield from _wrapped(says.under(report), width)
    for section in sections(report, says):
        yield []
        if section.key == "friction" and section.tables:
            yield from _matrix(section, report, says, width)
        else:
            yield from _wrapped(section.heading, width, bold=True)
            for said in section.lead:
                yield from _wrapped(said, width, INDENT)
            if section.key in _BARS:
                yield from _bars(section.tables[0], says, width)
            for table in section.tables:
                if section.key not in _BARS or len(table.heads) > 2:  # noqa: PLR2004  # more than a part and the whole
                    yield from _table(table, says, width, caption=len(section.tables) > 1)
        for said in section.notes if section.key != "waits" else section.notes[1:]:
            yield from _wrapped(said, width, INDENT)
    yield []
    yield from _wrapped(says.words("report.counted", day=says.date(report.today)), width)


def _wrapped(said: str, width: int, indent: str = "", *, bold: bool = False) -> Iterator[Line]:
    for line in wrap(_clean(said), width - len(indent)):
        yield [(indent + line, bold)]


def _clean(said: str) -> str:
    """Take out what steers a terminal: names of patterns and owners are other people's words."""
    return "".join(" " if unicodedata.category(sign) in {"Cc", "Cf"} else sign for sign in said)


def _cut(said: str, width: int) -> str:
    return said if len(said) <= width else said[: width - 1].rstrip() + "…"


# --- tables -------------------------------------------------------------------------------------------


def _table(table: Table, says: Wording, width: int, *, caption: bool) -> Iterator[Line]:
    if caption:
        yield []
        yield from _wrapped(table.caption, width, INDENT)
    cells = [[_said(cell, says) for cell in row.cells] for row in table.rows]
    labels = [_clean(row.label) for row in table.rows]
    heads = [wrap(head, _HEAD) for head in table.heads]
    widths = [
        max(len(part) for part in [*head, *(line[column] for line in cells)]) for column, head in enumerate(heads)
    ]
    label = min(_LABEL, width // 2, max(map(len, labels)))
    if table.words:
        label = max(_NARROWEST, min(label, width - len(INDENT) - sum(len(GAP) + one for one in widths)))
        left = width - len(INDENT) - label - len(GAP) * len(widths) - sum(widths[1:])
        widths[0] = max(_NARROWEST, min(widths[0], left))
    for block in _blocks(widths, width - len(INDENT) - label):
        yield from _heads([heads[column] for column in block], [widths[column] for column in block], label, table)
        for row, name, line in zip(table.rows, labels, cells, strict=True):
            said = _row(_cut(name, label), label, [line[c] for c in block], [widths[c] for c in block], table)
            yield [(said, row.sum)]


def _said(cell: Cell, says: Wording) -> str:
    return _clean(cell) if isinstance(cell, str) else says.number(cell)


def _row(name: str, label: int, cells: Sequence[str], widths: Sequence[int], table: Table) -> str:
    def place(cell: str, width: int, column: int) -> str:
        left = table.words and not (column == len(table.heads) - 1 and cell.isdigit())
        return _cut(cell, width).ljust(width) if left else cell.rjust(width)

    placed = (place(cell, width, column) for column, (cell, width) in enumerate(zip(cells, widths, strict=True)))
    return GAP.join([f"{INDENT}{name:<{label}}", *placed])


def _heads(heads: Sequence[Sequence[str]], widths: Sequence[int], label: int, table: Table) -> Iterator[Line]:
    height = max(map(len, heads))
    for line in range(height):
        words = [head[line - height + len(head)] if line >= height - len(head) else "" for head in heads]
        yield [(_row("", label, words, widths, table), False)]


def _blocks(widths: Sequence[int], room: int) -> Iterator[list[int]]:
    """Deal columns out on as many blocks as it takes."""
    block: list[int] = []
    used = 0
    for column, width in enumerate(widths):
        if block and used + len(GAP) + width > room:
            yield block
            block, used = [], 0
        block.append(column)
        used += len(GAP) + width
    yield block


# --- the matrix and the bars --------------------------------------------------------------------------


def _matrix(section: Section, report: Report, says: Wording, width: int) -> Iterator[Line]:
    table = section.tables[0]
    label = max(len(table.corner), min(_LABEL // 2, width // 3, max(len(row.label) for row in table.rows)))
    cells = [[_in_matrix(cell, says) for cell in row.cells] for row in table.rows]
    column = max(4, *(len(cell) for line in cells for cell in line), *map(len, table.short))
    kinds = report.kinds()
    for number, block in enumerate(_blocks([column] * len(kinds), width - len(INDENT) - label - 1)):
        if number:
            yield []
        heads = "".join(f"{GAP}{table.short[c]:>{column}}" for c in block)
        yield [(f"{INDENT}{table.corner:<{label}}", True), (heads, False)]
        for index, (row, line) in enumerate(zip(table.rows, cells, strict=True)):
            if index >= block[0]:
                most = {kinds[index], *(kinds[c] for c in block)} if report.most else set()
                at = _deepest(report, index, block) if most else None
                yield [(f"{INDENT}{_cut(row.label, label):<{label}}", False), *_numbers(row, line, block, column, at)]
    for said in section.lead[:1] if report.most else ():
        yield from _wrapped(said, width, INDENT)


def _deepest(report: Report, index: int, block: Sequence[int]) -> int | None:
    kinds = report.kinds()
    return next((c for c in block if c < index and {kinds[index], kinds[c]} == set(report.most or ())), None)


def _in_matrix(cell: Cell, says: Wording) -> str:
    return "·" if cell == 0 else _said(cell, says)


def _numbers(row: Row, line: Sequence[str], block: Sequence[int], column: int, deepest: int | None) -> Iterator[Span]:
    """Give the numbers of a row; the deepest gap stands between two chairs' backs, that take a blank on each side."""
    room = GAP
    for at in block:
        cell, number = line[at], row.cells[at]
        if at == deepest:
            yield f"{room[:-1]}{f'▐{cell}':>{column + 1}}▌", True
            room = GAP[:-1]
        else:
            yield f"{room}{cell:>{column}}", isinstance(number, int) and number >= _MANY
            room = GAP


def _bars(table: Table, says: Wording, width: int) -> Iterator[Line]:
    rows = [row for row in table.rows if not row.sum]
    label = min(_LABEL, width // 2, max(len(row.label) for row in rows))
    top = max([cell for row in rows if isinstance(cell := row.cells[-1], int)], default=0)
    room = width - len(INDENT) - label - len(GAP) - len(says.number(top)) - 1
    for row in rows:
        cell = row.cells[-1]
        bar = "█" * max(1, round(cell * room / top)) + " " if isinstance(cell, int) and cell else ""
        yield [(f"{INDENT}{_cut(_clean(row.label), label):<{label}}{GAP}{bar}{_said(cell, says)}", False)]
