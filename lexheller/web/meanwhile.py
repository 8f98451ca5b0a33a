"""What if somebody else has changed a thing since its form was opened? The form shows both, and asks once more.

Each form that replaces a whole thing carries the mark of what was drawn (`services.seen`). A form that comes without
one counts as one that saw something else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from flask import request

from lexheller.services.seen import mark
from lexheller.web.page import house

FIELD = "seen"
"""What the hidden field is called (templates/macros.html draws it)."""


class Row(NamedTuple):
    """What stands in a field now, beside what somebody has typed there."""

    label: str
    now: str


class Meanwhile(NamedTuple):
    """What was changed meanwhile: the fields in which something else stands now than was typed."""

    rows: tuple[Row, ...]


def marked(there: object) -> str:
    """Give the mark that a form carries of what it draws; None for what is not there yet."""
    return mark(house().office.keys, there)


def seen() -> str:
    """Give the mark that came with a form."""
    return request.form.get(FIELD, "")


def meanwhile(rows: Iterable[tuple[str, str, str]]) -> Meanwhile:
    """Tell what stands there now.

    Args:
        rows: of each field its label, what was typed and what stands there now, as people read them.
    """
    return Meanwhile(tuple(Row(label, now) for label, typed, now in rows if typed.split() != now.split()))
