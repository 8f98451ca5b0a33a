"""Which cases does a meeting go through, and where is it now? The order of the beginning holds until the end."""

from __future__ import annotations

from dataclasses import dataclass

from flask import session

from lexheller.desk import Desk
from lexheller.storage.queries import CaseRow

_AGENDA = "agenda"
MOST = 60
"""Cases of one meeting; more are for the next one."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A case's place in the meeting, 0 where it is not on: the ones before and after it, None at the ends."""

    place: int
    of: int
    before: CaseRow | None
    after: CaseRow | None


def on_the_table(desk: Desk) -> tuple[CaseRow, ...]:
    """List what the group has to go through: what it judges, then what it was only shown."""
    judged = desk.reading_list()
    known = {row.number for row in judged}
    return (*judged, *(row for row in desk.shown_list() if row.number not in known))


def begin(desk: Desk) -> tuple[CaseRow, ...]:
    """Gather what there is to go through, and keep its order for this browser: register numbers and nothing else."""
    found = on_the_table(desk)[:MOST]
    session[_AGENDA] = [row.number for row in found]
    return found


def agenda(desk: Desk) -> tuple[CaseRow, ...]:
    """Give the cases of the meeting that is on; what is no longer shown to the group has fallen out."""
    numbers = session.get(_AGENDA) or [row.number for row in begin(desk)]
    rows = desk.rows(numbers)
    return tuple(rows[number] for number in numbers if number in rows)


def turn(desk: Desk, number: str) -> Turn:
    """Tell where in the meeting a case is; one that is not among them stands by itself."""
    rows = agenda(desk)
    place = next((index for index, row in enumerate(rows) if row.number == number), None)
    if place is None:
        return Turn(0, len(rows), None, rows[0] if rows else None)
    return Turn(
        place + 1,
        len(rows),
        rows[place - 1] if place else None,
        rows[place + 1] if place + 1 < len(rows) else None,
    )
