"""What waits for a manager, and what became of what was decided? Read on a phone between two meetings."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response

from lexheller.i18n.dates import long_date
from lexheller.model.codes import Role
from lexheller.storage.queries import MeasureRow
from lexheller.web.access import Room, person
from lexheller.web.casework import facts
from lexheller.web.page import house, page, words
from lexheller.web.visitors import desk

room = Room("decisions", __name__, template_folder="templates")

MANAGERS = person(Role.FEDERATION_MANAGER)
MOST = 25
"""Cases whose whole package is drawn on one page."""


@dataclass(frozen=True, slots=True)
class Following:
    """A measure that goes on, and how many days late it is."""

    row: MeasureRow
    late: int


@room.page("/beslut", MANAGERS)
def show() -> Response:
    """Show what waits for a decision, the measures that go on, and what could close without an answer."""
    own, today = (desk().me.federation,), house().office.today()
    waiting = desk().cases(state=("classified",), federation=own, open_only=True)
    waiting = [row for row in reversed(waiting) if not row.blocked]
    views = [desk().case(row.number) for row in waiting[:MOST]]
    people = {person.id: person for person in desk().people()}
    names = {person.id: person.name for person in people.values()}
    instead = desk().stand_in()
    there = people.get(instead.by) if instead else None
    measures = [Following(row, max(0, (today - row.due).days)) for row in desk().measures()]
    return page(
        "meeting/decisions.html",
        first=views[0] if views else None,
        rest=views[1:],
        count=len(waiting),
        measures=measures,
        unanswered=desk().cases(state=("feedback",), federation=own, limit=MOST),
        manages=Role.FEDERATION_MANAGER in people[desk().me.person].roles,
        stand_in={"name": there.name, "day": long_date(instead.until, words().language)}
        if instead and there and there.active
        else None,
        lent=[names.get(each.id, each.id) for each in desk().stands_in_for()],
        reasons=lambda view: facts.said(view, words()),
        pattern_names={pattern.key: pattern.name for pattern in desk().patterns()},
    )
