"""Which step is measured? An ordinary one: read the head, move it, append the event and a message; four statements."""

from __future__ import annotations

from lexheller.errors import NotFound
from lexheller.model.case import Case
from lexheller.services import composites
from lexheller.services.casework import AS_SUBMITTER
from lexheller.services.ports import UnitOfWork
from tests.factories import a_form
from tests.house import Works

ANSWERS = ("yes", "no")


def closed_case(works: Works) -> Case:
    """Bring a case to its end: its submitter may then say whether the answer helped, as often as they like."""
    case = works.submits(**a_form())
    works.does("elsa", case, "open_dialogue")
    return works.does("elsa", case, "solve", solution="Vi ringde tillsammans.", feedback="Det är ordnat nu.")


def takes_steps(works: Works, number: str, count: int) -> None:
    """Take so many ordinary steps, each a transaction of its own."""
    for turn in range(count):
        given = {"helped": ANSWERS[turn % 2]}

        def work(uow: UnitOfWork, given: dict[str, str] = given) -> None:
            case = uow.cases.find(number)
            if case is None:
                raise NotFound(what="case", name=number)
            composites.take_whole(uow, works.office, case, "helped", given, who=AS_SUBMITTER)

        works.store.write(work)
