"""`lexheller backup` and `restore`: how is a copy taken while others work, and how does it become a database again?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexheller.cli import exits, output
from lexheller.cli.frame import Session, argument, command, json_option, with_session, words_of
from lexheller.cli.running import with_house

if TYPE_CHECKING:
    from lexheller.app import House
    from lexheller.storage.keeping import Copied


@command("backup", "lexheller backup", "lexheller backup kopia.db", "lexheller backup --json")
@argument("to", meta="file", required=False, type=click.Path(path_type=Path))
@json_option
@with_house
def backup(house: House, to: Path | None, as_json: bool) -> None:
    """Write a backup, while others work."""
    from lexheller.app.keeping import backup as write

    words = words_of(click.get_current_context())
    copied = write(house, to)
    output.one(_row(copied, as_json=as_json), words("backup.written", path=copied.place), as_json=as_json)
    output.aside(words("backup.no_key", path=house.settings.key_file))


@command("restore", "lexheller restore kopia.db")
@argument("place", meta="file", type=click.Path(path_type=Path))
@json_option
@with_session
def restore(session: Session, place: Path, as_json: bool) -> None:
    """Make the database anew out of a backup, and verify it."""
    from lexheller.app.keeping import restore as bring_back

    copied, found = bring_back(session.settings, place)
    row = {**_row(copied, as_json=as_json), "cases": found.cases, "events": found.events, "faults": len(found.faults)}
    output.one(row, session.words("restore.done", cases=found.cases, events=found.events), as_json=as_json)
    if found.faults:
        output.aside(session.words("restore.faults", n=len(found.faults)))
        sys.exit(exits.REFUSED)


def _row(copied: Copied, *, as_json: bool) -> dict[str, object]:
    """Give what a backup holds; in a pipe the counts of its tables stand one after the other."""
    rows: dict[str, object] = {"rows": copied.rows} if as_json else dict(copied.rows)
    return {"path": str(copied.place), "schema": copied.schema, **rows}
