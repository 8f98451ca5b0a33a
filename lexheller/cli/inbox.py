"""`lexheller inbox`: what waits for me, the late first, and what do I begin with?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from lexheller.cli import output
from lexheller.cli.frame import command, json_option, option, with_desk, words_of
from lexheller.cli.output import MOST, Column
from lexheller.forms.lines import INDENT, Line
from lexheller.i18n.dates import due
from lexheller.i18n.words import Words
from lexheller.services.next_thing import Inbox, InboxRow, first_of

if TYPE_CHECKING:
    from lexheller.desk import Desk


@command("inbox", "lexheller inbox", "lexheller inbox --json")
@option("--limit", type=click.IntRange(min=1, max=MOST), default=20, meta="number", words="limit")
@json_option
@with_desk
def inbox(desk: Desk, limit: int, as_json: bool) -> None:
    """Show what waits for this person."""
    words = words_of(click.get_current_context())
    found = desk.inbox(limit)
    if as_json:
        output.print_json(
            {
                "late": [_row(row) for row in found.late],
                "mine": [_row(row) for row in found.mine],
                "late_count": found.late_count,
                "mine_count": found.mine_count,
                "waiting": found.waiting,
            }
        )
    elif output.on_terminal():
        output.draw(draw_inbox(found, words, desk.house.office.today(), output.width()))
    else:
        columns = [Column(key, key) for key in ("due", "late", "number", "title", "next")]
        output.many(columns, [_row(row) for row in (*found.late, *found.mine)], as_json=False)


def draw_inbox(found: Inbox, words: Words, today: date, width: int) -> list[Line]:
    """Draw the inbox: how much there is, late, your turn, and the bench."""
    counted = (
        words.plural("inbox.late", found.late_count),
        words.plural("inbox.mine", found.mine_count),
        words.plural("inbox.waiting", found.waiting),
    )
    lines: list[Line] = [[(words("inbox.title"), "bold"), ("  " + " · ".join(counted), "")]]
    parts = (("inbox.late.heading", found.late, "late"), ("inbox.mine.heading", found.mine, ""))
    drawn = _together([rows for _, rows, _ in parts], words, today, width)
    for (heading, rows, style), table in zip(parts, drawn, strict=True):
        if rows:
            lines += [[], [(words(heading), "bold")], *(_styled(line, style) for line in table)]
    if (found.late_count, found.mine_count) != (len(found.late), len(found.mine)):
        lines += [[], [(words("inbox.more"), "")]]
    first = first_of(found)
    if first is not None:
        look = "accept" if first.next == "next.accept" else "show"  # what was only offered cannot be looked at yet
        return lines + output.bench(words, "bench.begin", f"lexheller {look} {first.number}")
    return [*lines, [], [(words("inbox.empty"), "")]]


def _together(lists: Sequence[Sequence[InboxRow]], words: Words, today: date, width: int) -> list[list[Line]]:
    """Draw several lists in the same columns, so that the eye runs straight down."""
    columns = (
        Column("due", ""),
        Column("number", "", style="bold"),
        Column("title", "", cut=True),
        Column("next", "", cut=True),
    )
    cells = [
        {
            "due": due(row.due, today, words.language) if row.due else "",
            "number": row.number,
            "title": row.title,
            "next": words(row.next),
        }
        for rows in lists
        for row in rows
    ]
    lines = iter(output.table(columns, cells, width, INDENT) if cells else ())
    return [[line for row in rows for line in _with_asked(row, next(lines), words)] for rows in lists]


def _with_asked(row: InboxRow, line: Line, words: Words) -> list[Line]:
    """Name beneath a row, under its title, what group or manager asks there while something else comes first."""
    if not row.asked:
        return [line]
    edge = "".join(text for text, _ in line).index(row.number) + len(row.number) + len(INDENT)
    return [line, [(f"{' ' * edge}{words(row.asked)}", "")]]


def _styled(line: Line, style: str) -> Line:
    """Give the first cell of a line, which says when, a style of its own."""
    if not style or len(line) == 1:  # what is asked beneath a row
        return line
    return [*line[:1], (line[1][0], style), *line[2:]]


def _row(row: InboxRow) -> dict[str, object]:
    return {
        "number": row.number,
        "federation": row.federation,
        "state": row.state,
        "version": row.version,
        "title": row.title,
        "role": row.role,
        "next": row.next.removeprefix("next."),
        "asked": row.asked.removeprefix("next."),
        "due": row.due,
        "late": row.late,
    }
