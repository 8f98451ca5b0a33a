"""`lexheller check --all`: do texts that are stored already still pass, now that the rules see more?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from lexheller.cli import exits, output
from lexheller.cli.frame import words_of
from lexheller.cli.running import with_house

if TYPE_CHECKING:
    from lexheller.app import House

_TOLD = 10
"""How many lines of progress there are in all."""


@with_house
def recheck(house: House, *, as_json: bool) -> None:
    """Look through every case that is open or may be seen, and block where something is found."""
    from lexheller.app.keeping import recheck as look_again

    words = words_of(click.get_current_context())

    def progress(done: int, whole: int) -> None:
        if done % max(1, whole // _TOLD) == 0:
            output.aside(words("recheck.progress", done=done, whole=whole))

    found = look_again(house, progress)
    if as_json:
        output.print_json({"rules": found.rules, "cases": found.cases, "blocked": list(found.blocked)})
    else:
        output.draw([[(number, "bold")] for number in found.blocked])
    said = "recheck.found" if found.blocked else "recheck.clean"
    output.aside(words(said, cases=found.cases, blocked=len(found.blocked), rules=found.rules))
    if found.blocked:
        sys.exit(exits.REFUSED)
