"""How does a report go into a sheet? One number a line, for any spreadsheet program, Swedish settings or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lexheller.i18n import Words
from lexheller.model.report import Report
from lexheller.reports.sections import sections
from lexheller.reports.wording import Wording

_BYTE_ORDER_MARK = "\ufeff"
_BLANKS = re.compile(r"[\t\r\n]+")
_FORMULA = re.compile(r"(^|[;,\t\r\n])(?= *[=+\-@\t\r])")


def render(report: Report, words: Words) -> str:
    """Give the report as CSV: UTF-8 with byte order mark, semicolons, every cell quoted, lines ended as in Windows."""
    heads = [words(f"report.csv.{key}") for key in ("section", "row", "column", "value")]
    lines = [heads, *_rows(report, Wording(words))]
    return _BYTE_ORDER_MARK + "".join(";".join(map(quoted, line)) + "\r\n" for line in lines)


def tabbed(report: Report, words: Words) -> str:
    """Give the same lines by tabs, for a pipe."""
    return "".join("\t".join(_BLANKS.sub(" ", cell) for cell in line) + "\n" for line in _rows(report, Wording(words)))


def quoted(cell: str) -> str:
    """Quote a cell, so that nothing in it is taken for a formula.

    A program set to another separator splits cells at commas, semicolons or tabs inside them, quotes or not; what
    would then begin a cell is guarded too.
    """
    guarded = _FORMULA.sub(r"\1'", cell)
    return '"' + guarded.replace('"', '""') + '"'


def _rows(report: Report, says: Wording) -> Iterator[list[str]]:
    kind = says.words("report.kind")
    yield [kind, says.finding(report), "", ""]
    yield [kind, says.under(report), "", ""]
    yield [kind, says.words("report.counted", day=report.today.isoformat()), "", ""]
    for section in sections(report, says):
        for table in section.tables:
            for row in table.rows:
                for head, cell in zip(table.heads, row.cells, strict=True):
                    if cell != "":
                        value = says.words("report.hidden") if cell is None else str(cell)
                        yield [table.caption, row.label, head, value]
