"""`lexheller pattern`: which patterns are there, a new one, and one step for all the cases of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from lexheller.cli import output
from lexheller.cli.exits import exit_code
from lexheller.cli.frame import argument, group, json_option, option, vouch_option, with_desk, words_of
from lexheller.cli.output import Column
from lexheller.cli.steps import given
from lexheller.errors import BadValue
from lexheller.forms.wording import sentences
from lexheller.model.people import Pattern

if TYPE_CHECKING:
    from lexheller.desk import Desk

_NAME = re.compile(r"[\wåäöÅÄÖ-]{1,40}")


@group("pattern")
def pattern() -> None:
    """Work with patterns: a question that several cases put."""


@pattern.command("list", key="pattern.list", examples=("lexheller pattern list",))
@json_option
@with_desk
def list_(desk: Desk, as_json: bool) -> None:
    """List the named patterns with how many cases this person sees in each."""
    words = words_of(click.get_current_context())
    rows = [
        {
            "pattern": found.key,
            "name": found.name,
            "question": found.question,
            "status": found.status,
            "cases": [row.number for row in desk.cases(pattern=found.key)],
        }
        for found in desk.patterns()
    ]
    columns = (
        Column("pattern", words("head.pattern"), style="bold"),
        Column("name", words("head.name"), cut=True),
        Column("count", words("head.cases")),
    )
    shown = rows if as_json else [{**row, "count": len(row["cases"])} for row in rows]
    output.many(columns, shown, as_json=as_json, nothing=words("pattern.none"))


@pattern.command(
    "add",
    key="pattern.add",
    examples=('lexheller pattern add P9 "Ingen leder mötet" --question "Vem leder när fem kommer?"',),
)
@argument("name_id", meta="name")
@argument("name", meta="text")
@option("--question", default="", meta="text", words="question")
@json_option
@with_desk
def add(desk: Desk, name_id: str, name: str, question: str, as_json: bool) -> None:
    """Name a new pattern, or word one again."""
    if not _NAME.fullmatch(name_id):
        raise BadValue(field="pattern", allowed=("P9",))
    desk.name_pattern(Pattern(desk.me.federation, name_id, name, question, owner=desk.me.federation))
    key = f"{desk.me.federation}/{name_id}"
    words = words_of(click.get_current_context())
    output.one({"pattern": key, "name": name}, words("pattern.added", pattern=key), as_json=as_json)


@pattern.command(
    "do",
    key="pattern.do",
    examples=('lexheller pattern do P1 label --field "themes=sip"',),
)
@argument("name_id", meta="name")
@argument("step", meta="step")
@option("--field", "-f", "fields", multiple=True, meta="key_value", words="field")
@vouch_option
@json_option
@with_desk
def do(desk: Desk, name_id: str, step: str, fields: tuple[str, ...], vouch: bool, as_json: bool) -> None:
    """Take one step with every case of a pattern where it is open to your own federation."""
    words = words_of(click.get_current_context())
    many = desk.do_for_pattern(name_id, step, given(fields), vouched=vouch)
    rows: list[dict[str, object]] = [
        {"number": done.number, "state": done.state, "version": done.version, "left_out": None} for done in many.done
    ]
    rows += [
        {"number": number, "state": None, "version": None, "left_out": " ".join(sentences(error, words))}
        for number, error in many.left_out
    ]
    columns = (
        Column("number", words("head.number"), style="bold"),
        Column("state", words("head.state")),
        Column("left_out", words("head.left_out"), cut=True),
    )
    output.many(columns, rows, as_json=as_json, nothing=words("pattern.no_cases"))
    if many.left_out and not many.done:
        click.get_current_context().exit(exit_code(many.left_out[0][1]))
