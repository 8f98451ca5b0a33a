"""Which kinds of matter there are: each a table in a file of its own, that touches nothing else."""

from __future__ import annotations

from functools import cache

from lexheller.workflow import Compiled, load


@cache  # asked for several times in every step
def process_named(name: str) -> Compiled:
    """Give a shipped process, ready for use.

    Raises:
        KeyError: no process has this name.
    """
    from lexheller.processes.lex_heller import LEX_HELLER  # a table is read when it is asked for
    from lexheller.processes.workshop import WORKSHOP

    return load({process.name: process for process in (LEX_HELLER, WORKSHOP)}[name])
