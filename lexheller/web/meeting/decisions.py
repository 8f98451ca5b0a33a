"""What waits for a manager, and what became of what was decided? Read on a phone between two meetings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Response

from lexheller.model.case import Measure
from lexheller.model.codes import MeasureState, Role
from lexheller.services.reading import CaseView
from lexheller.web.access import Room, person
from lexheller.web.page import house, page
from lexheller.web.visitors import desk

room = Room("decisions", __name__, template_folder="templates")

MANAGERS = person(Role.FEDERATION_MANAGER)
MOST = 25
"""Cases whose whole package is drawn on one page."""
_OPEN = frozenset({MeasureState.PLANNED, MeasureState.ONGOING})


@dataclass(frozen=True, slots=True)
class Following:
    """A measure that goes on: of which case, what it is, and how many days late."""

    view: CaseView
    measure: Measure
    what: str
    late: int


@room.page("/beslut", MANAGERS)
def show() -> Response:
    """Show what waits for a decision, the measures that go on, and what could close without an answer."""
    own = (desk().me.federation,)
    waiting = desk().cases(state=("classified",), federation=own, open_only=True)
    decided = desk().cases(state=("decided", "with_partners", "feedback", "closed"), federation=own, limit=400)
    unanswered = desk().cases(state=("feedback",), federation=own, limit=MOST)
    views = [desk().case(row.number) for row in reversed(waiting) if not row.blocked]
    names = {pattern.key: pattern.name for pattern in desk().patterns()}
    measures = sorted(_measures([row.number for row in decided]), key=lambda each: each.measure.due)
    return page(
        "meeting/decisions.html",
        first=views[0] if views else None,
        rest=views[1:MOST],
        count=len(views),
        measures=measures,
        late=sum(1 for each in measures if each.late),
        unanswered=unanswered,
        pattern_names=names,
    )


def _measures(numbers: list[str]) -> Iterator[Following]:
    today = house().office.today()
    histories = desk().histories(numbers)
    for number in numbers:
        if not any(entry.step == "decide" for entry in histories.get(number, ())):
            continue
        view = desk().case(number)
        for measure in view.case.measures:
            if measure.state in _OPEN:
                late = max(0, (today - measure.due).days)
                yield Following(view, measure, view.measures.get(measure.id, ""), late)
