"""`lexheller verify` and `checkpoint`: is the history whole, and how is it shown that none of it was cut off?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from lexheller.cli import exits, output
from lexheller.cli.frame import command, json_option, words_of
from lexheller.cli.output import Column
from lexheller.cli.running import with_house

if TYPE_CHECKING:
    from lexheller.app import House


@command("verify", "lexheller verify", "lexheller verify --json")
@json_option
@with_house
def verify(house: House, as_json: bool) -> None:
    """Check everything stored, and compare it with the signed checkpoints."""
    from lexheller.app.proving import verify as verify_all

    words = words_of(click.get_current_context())
    found = verify_all(house)
    rows = [
        {"number": fault.number or None, "version": fault.version, "code": fault.code, "detail": fault.detail}
        for fault in found.faults
    ]
    if as_json:
        counted = {"cases": found.cases, "events": found.events, "checkpoints": found.checkpoints}
        output.print_json({**counted, "faults": rows})
    elif rows:
        for row in rows:
            row["said"] = words(f"fault.{row['code']}", detail=row["detail"])
            row["version"] = row["version"] or None
        columns = (
            Column("number", words("head.number"), style="bold"),
            Column("version", words("head.version")),
            Column("said", words("head.wrong")),
            Column("code", words("head.code")),
        )
        output.many(columns, rows, as_json=False)
    counts = {"cases": found.cases, "events": found.events, "checkpoints": found.checkpoints}
    output.aside(words("verify.faults" if rows else "verify.whole", faults=len(rows), **counts))
    if not found.sees_cut_tails:
        output.aside(words("verify.no_checkpoint"))
    if rows:
        sys.exit(exits.REFUSED)


@command("checkpoint", "lexheller checkpoint", "lexheller checkpoint --json")
@json_option
@with_house
def checkpoint(house: House, as_json: bool) -> None:
    """Write the next signed checkpoint."""
    from lexheller.app.proving import checkpoint as write

    words = words_of(click.get_current_context())
    written = write(house)
    folder = house.settings.checkpoints
    thing = {
        "number": written.number,
        "at": written.at,
        "cases": written.size,
        "root": written.root,
        "path": str(folder / f"checkpoint-{written.number:06}.txt"),
    }
    output.one(thing, words("checkpoint.written", **thing), as_json=as_json)
    output.aside(words("checkpoint.keep"))
