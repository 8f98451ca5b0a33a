"""`lexheller search` and `similar`: which cases hold these words, and which are like this one?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lexheller.cli.cases import came_in, month_words
from lexheller.cli.frame import argument, command, json_option, option, with_desk, words_of
from lexheller.cli.output import MOST, Column, many
from lexheller.i18n.words import Words

if TYPE_CHECKING:
    from lexheller.desk import Desk


@command("search", "lexheller search läkarintyg", "lexheller search --json läkarintyg besked")
@argument("sought", meta="words", nargs=-1, required=True)
@option("--limit", type=click.IntRange(min=1, max=MOST), default=20, meta="number", words="limit")
@json_option
@with_desk
def search(desk: Desk, sought: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find cases by words."""
    words = words_of(click.get_current_context())
    rows = [{**hit._asdict(), "received": came_in(hit, desk.me)} for hit in desk.search(" ".join(sought), limit)]
    many(_columns(words), _told(rows, words, as_json=as_json), as_json=as_json, nothing=words("cli.no_hits"))


@command("similar", "lexheller similar GBG-2026-0001", "lexheller similar GBG-2026-0001 --json")
@argument("number", meta="case")
@option("--limit", type=click.IntRange(min=1, max=MOST), default=5, meta="number", words="limit")
@json_option
@with_desk
def similar(desk: Desk, number: str, limit: int, as_json: bool) -> None:
    """Find the cases most like one."""
    words = words_of(click.get_current_context())
    hits = desk.similar(number, limit)
    rows = [{**hit._asdict(), "received": came_in(hit, desk.me)} for hit in hits]
    if not as_json:
        rows = [{**row, "shared_words": ", ".join(hit.why.words)} for row, hit in zip(rows, hits, strict=True)]
    columns = (*_columns(words), Column("shared_words", words("head.why"), cut=True))
    many(columns, _told(rows, words, as_json=as_json), as_json=as_json, nothing=words("cli.no_similar"))


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column("number", words("head.number"), style="bold"),
        Column("state_words", words("head.state")),
        Column("received", words("head.received")),
        Column("title", words("head.title"), cut=True),
    )


def _told(rows: list[dict[str, object]], words: Words, *, as_json: bool) -> list[dict[str, object]]:
    if as_json:
        return rows
    return [month_words({**row, "state_words": words(f"state.{row['state']}")}, words) for row in rows]
