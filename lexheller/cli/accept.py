"""`lexheller accept`: how do I take over a case that a sister federation has offered us?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lexheller.cli import output
from lexheller.cli.frame import argument, command, json_option, with_desk, words_of

if TYPE_CHECKING:
    from lexheller.desk import Desk


@command("accept", "lexheller accept INS-2026-0001")
@argument("number", meta="case")
@json_option
@with_desk
def accept(desk: Desk, number: str, as_json: bool) -> None:
    """Take over a case."""
    done = desk.accept(number)
    words = words_of(click.get_current_context())
    answer = {"number": done.number, "state": done.state, "version": done.version}
    output.one(answer, words("accept.done", number=done.number, sent=number), as_json=as_json)
