"""`lexheller open`, `solve`, `share` …: the steps one takes most, each a command with its fields as options."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from lexheller.cli.frame import Argument, Command, Option, session_of, words_of
from lexheller.cli.steps import MOST_SHOWN, take, whole_text
from lexheller.model.fields import Field, Kind
from lexheller.processes.lex_heller import LEX_HELLER

_SEVERAL = {Kind.CHOICES, Kind.NAMES, Kind.ROWS}


class FieldOption(Option):
    """An option that hands in a field of a step; its help is the field's own label."""

    def __init__(self, field: Field) -> None:
        several = field.kind in _SEVERAL
        super().__init__([f"--{field.key.replace('_', '-')}", field.key], multiple=several, metavar=_metavar(field))
        self.field = field

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Give the field's label."""
        record = super().get_help_record(ctx)
        return record and (record[0], words_of(ctx)(f"field.{self.field.key}"))


def step_command(name: str, step: str, *examples: str) -> Command:
    """Make the command of a step: CASE, and an option for each field that the step reads."""
    keys = dict.fromkeys(key for row in LEX_HELLER.named(step) for key in row.fields)
    fields = [field for key in keys for field in LEX_HELLER.fields if field.key == key]
    return Command(
        name,
        key=name,
        examples=examples,
        callback=_taker(step),
        params=[
            Argument(["number"], meta="case"),
            *(FieldOption(field) for field in fields),
            Option(["--version", "version"], type=int, key="version", meta="number"),
            Option(["--vouch", "vouch"], is_flag=True, key="vouch"),
            Option(["--json", "as_json"], is_flag=True, key="json"),
        ],
    )


def _taker(step: str) -> Callable[..., None]:
    def call(number: str, version: int | None, vouch: bool, as_json: bool, **fields: Any) -> None:
        data = {key: _whole(value) for key, value in fields.items() if value not in (None, ())}
        desk = session_of(click.get_current_context()).desk()
        try:
            take(desk, number, step, data, version=version, vouch=vouch, as_json=as_json)
        finally:
            desk.close()

    return call


def _whole(value: str | tuple[str, ...]) -> object:
    """Read "-" from standard input; one value of several is read as its field reads it, commas and all."""
    if isinstance(value, str):
        return whole_text(value)
    return value[0] if len(value) == 1 else list(value)


def _metavar(field: Field) -> str | None:
    if field.kind is Kind.FLAG:
        return "yes|no"
    if field.kind is Kind.DATE:
        return "2026-03-31"
    if field.kind is Kind.ROWS:
        return '"' + " | ".join(field.columns) + '"'
    return "|".join(field.choices) if 0 < len(field.choices) <= MOST_SHOWN else None


open_ = step_command("open", "open_dialogue", "lexheller open GBG-2026-0001")
solve = step_command(
    "solve",
    "solve",
    'lexheller solve GBG-2026-0001 --solution "Vårdcentralen tog över kontakten." '
    '--told phone --told-on 2026-03-02 --told-what "Vi gick igenom vad som löste det."',
)
share = step_command("share", "share", "lexheller share GBG-2026-0002 --group natverk")
classify = step_command(
    "classify", "classify", 'lexheller classify GBG-2026-0003 --level organisation --reason "Rutinen saknas."'
)
decide = step_command(
    "decide",
    "decide",
    'lexheller decide GBG-2026-0004 --kind measure --reason "Båda behöver samma rutin." '
    '--measures "Gemensam rutin för intyg | Förbundschefen | 2026-09-01"',
)
refer = step_command(
    "refer", "refer", 'lexheller refer GBG-2026-0005 --to fk-beredning --reason "De ansvarar för rutinen."'
)
feedback = step_command(
    "feedback", "give_feedback", 'lexheller feedback GBG-2026-0006 --feedback "Rutinen är ändrad. Tack!"'
)
