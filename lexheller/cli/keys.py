"""`lexheller key`: how is the key changed, and how does a copy of it come to lie somewhere else?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexheller.cli import output
from lexheller.cli.frame import Session, argument, group, json_option, with_session, words_of
from lexheller.cli.running import with_house
from lexheller.errors import NotPossible

if TYPE_CHECKING:
    from lexheller.app import House


@group("key")
def key() -> None:
    """Hold what is done with the key."""


@key.command("rotate", key="key.rotate", examples=("lexheller key rotate",))
@json_option
@with_house
def rotate(house: House, as_json: bool) -> None:
    """Make a new wrapping key, and forget the old ones."""
    from lexheller.app.keeping import rotate_keys

    words = words_of(click.get_current_context())
    done = rotate_keys(house)
    left = [f"{federation}/{case}" for federation, case in done.left]
    thing = {"rewrapped": done.rewrapped, "forgotten": list(done.forgotten), "left": left}
    said = words("key.rotated", rewrapped=done.rewrapped, forgotten=len(done.forgotten))
    output.one(thing, said, as_json=as_json)
    if left:
        output.aside(words("key.left", n=len(left)))
    output.aside(words("key.copy_again"))


@key.command("copy", key="key.copy", examples=("lexheller key copy nyckelkopia.json",))
@argument("to", meta="file", type=click.Path(path_type=Path))
@json_option
@with_session
def copy(session: Session, to: Path, as_json: bool) -> None:
    """Write a copy of the key file."""
    from lexheller.app.doctor import lies_with_data
    from lexheller.vault import keyfile

    if lies_with_data(session.settings, to):
        raise NotPossible(why="key_beside_data", where=str(to.parent))
    source = session.settings.key_file
    keyfile.load(source).copy(to)
    output.one({"path": str(to)}, session.words("key.copied", path=to), as_json=as_json)
    output.aside(session.words("key.keep_apart"))
