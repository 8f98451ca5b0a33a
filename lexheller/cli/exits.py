"""What does the program answer a script with? The exit codes, one per family of errors; they are a promise."""

from __future__ import annotations

from lexheller.errors import LexHellerError, Mistake, NotFound, Refused, Stale, StoreUnusable

DONE = 0
OUR_FAULT = 1
USAGE = 2
"""An unknown step, field, partner or date; a file that cannot be read; a broken settings or rules file."""
SOMEBODY_WAS_FIRST = 3
STORE_UNUSABLE = 4
"""Locked, full, read-only, damaged, newer than the program; key missing or wrong. Nothing was done."""
REFUSED = 5
"""By the process or the gate, with every reason; also what `check`, `verify` and `doctor` found."""
NOT_FOUND = 6
"""Not there, or not yours: the same answer for both."""
INTERRUPTED = 130
"""As shells count: 128 and the number of the signal that Ctrl-C sends."""

_FAMILIES = (
    (Mistake, USAGE),
    (Stale, SOMEBODY_WAS_FIRST),
    (StoreUnusable, STORE_UNUSABLE),
    (Refused, REFUSED),
    (NotFound, NOT_FOUND),
)


def exit_code(error: LexHellerError) -> int:
    """Give the code of the family that an error belongs to; one of no family is our fault."""
    return next((code for family, code in _FAMILIES if isinstance(error, family)), OUR_FAULT)
