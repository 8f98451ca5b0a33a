"""`lexheller gate`: what does a federation let the gate pass, and how often is a rule of it waved through?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lexheller.cli import output
from lexheller.cli.frame import argument, group, json_option, with_desk, words_of
from lexheller.cli.output import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lexheller.desk import Desk
    from lexheller.i18n.words import Words


@group("gate")
def gate() -> None:
    """Review what the gate lets pass."""


@gate.command("allowed", key="gate.allowed", examples=("lexheller gate allowed",))
@json_option
@with_desk
def allowed(desk: Desk, as_json: bool) -> None:
    """List the words that are no person's name here."""
    words = words_of(click.get_current_context())
    rows: list[dict[str, object]] = [
        {
            "word": found.id,
            "reason": found.reason,
            "why": words(f"override.{found.reason}"),
            "proposed_by": found.proposed_by,
            "accepted_by": found.accepted_by,
            "day": found.day,
        }
        for found in desk.allowed_words()
    ]
    columns = (
        Column("word", words("head.word"), style="bold"),
        Column("why", words("head.reason"), cut=True),
        Column("accepted_by", words("head.accepted_by")),
        Column("day", words("head.day")),
    )
    shown = [{key: row[key] for key in row if key != "why"} for row in rows] if as_json else rows
    output.many(columns, shown, as_json=as_json, nothing=words("gatekeeping.none_allowed"))


@gate.command("proposed", key="gate.proposed", examples=("lexheller gate proposed",))
@json_option
@with_desk
def proposed(desk: Desk, as_json: bool) -> None:
    """List the words that somebody has let stand."""
    words = words_of(click.get_current_context())
    rows: list[dict[str, object]] = [
        {
            "word": found.word,
            "reasons": list(found.reasons),
            "why": _reasons(found.reasons, words),
            "by": ", ".join(found.by),
            "texts": found.texts,
        }
        for found in desk.proposed_words()
    ]
    columns = (
        Column("word", words("head.word"), style="bold"),
        Column("why", words("head.reason"), cut=True),
        Column("by", words("head.by")),
        Column("texts", words("head.texts")),
    )
    shown = [{key: row[key] for key in row if key != "why"} for row in rows] if as_json else rows
    output.many(columns, shown, as_json=as_json, nothing=words("gatekeeping.none_proposed"))


@gate.command("accept", key="gate.accept", examples=('lexheller gate accept "Anna Lindgren" --json',))
@argument("word", meta="word")
@json_option
@with_desk
def accept(desk: Desk, word: str, as_json: bool) -> None:
    """Agree that a proposed word is no person's name."""
    new = desk.allow_word(word)
    words = words_of(click.get_current_context())
    thing = {"word": new.id, "reason": new.reason, "accepted_by": new.accepted_by, "day": new.day}
    output.one(thing, words("gatekeeping.accepted", word=new.id), as_json=as_json)


@gate.command("remove", key="gate.remove", examples=('lexheller gate remove "Erik Svensson"',))
@argument("word", meta="word")
@json_option
@with_desk
def remove(desk: Desk, word: str, as_json: bool) -> None:
    """Take a word off the list."""
    gone = desk.remove_word(word)
    words = words_of(click.get_current_context())
    output.one({"word": gone}, words("gatekeeping.removed", word=gone), as_json=as_json)


@gate.command("overrides", key="gate.overrides", examples=("lexheller gate overrides --json",))
@json_option
@with_desk
def overrides(desk: Desk, as_json: bool) -> None:
    """Count what was let stand, by rule."""
    words = words_of(click.get_current_context())
    rows: list[dict[str, object]] = [
        {
            "rule": found.rule,
            "count": found.all,
            "reasons": found.reasons,
            "why": _counted(found.reasons.items(), words),
        }
        for found in desk.overrides()
    ]
    columns = (
        Column("rule", words("head.rule"), style="bold"),
        Column("count", words("head.count")),
        Column("why", words("head.reason"), cut=True),
    )
    shown = [{key: row[key] for key in row if key != "why"} for row in rows] if as_json else rows
    output.many(columns, shown, as_json=as_json, nothing=words("gatekeeping.none_overridden"))


def _reasons(reasons: Iterable[str], words: Words) -> str:
    return ", ".join(words(f"override.{reason}") for reason in reasons)


def _counted(reasons: Iterable[tuple[str, int]], words: Words) -> str:
    return ", ".join(f"{words(f'override.{reason}')} {count}" for reason, count in reasons)
