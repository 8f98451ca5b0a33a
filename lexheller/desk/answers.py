"""What does a desk answer? Small named values, whose names are a promise to scripts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from lexheller.errors import LexHellerError
from lexheller.services import (
    importing,
)
from lexheller.services.casework import Taken

if TYPE_CHECKING:
    from lexheller.imports.mapping import Column as SheetColumn


class Done(NamedTuple):
    """What a step or action answers: the case's number, its state and version now, and what the step gave."""

    number: str
    state: str
    version: int
    gave: Mapping[str, object]


class Submission(NamedTuple):
    """What a submission answers. `claim_code` is None for a repeat after 24 hours, or once the code was renewed."""

    number: str
    claim_code: str | None
    version: int
    first_contact: date | None
    repeated: bool


@dataclass(frozen=True, slots=True)
class Many:
    """What became of a step taken with many cases, one transaction each: those done, and those left out with why."""

    done: tuple[Done, ...]
    left_out: tuple[tuple[str, LexHellerError], ...]


class SheetPreview(NamedTuple):
    """What would become of an old sheet: its columns, and its rows. `others` are worksheets that were left alone."""

    source: str
    worksheet: str
    others: tuple[str, ...]
    columns: tuple[SheetColumn, ...]
    account: importing.Account


def done_of(taken: Taken) -> Done:
    """Give what a step answers."""
    return Done(taken.case.number, taken.case.state, taken.case.version, taken.gave)
