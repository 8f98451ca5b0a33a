"""May a case be retold to the public? What the submitter said of it when it came in."""

from __future__ import annotations

from collections.abc import Sequence

from lexheller.model.case import Case
from lexheller.model.event import Event
from lexheller.services.ports import UnitOfWork

FIELD = "publication"


def allowed(uow: UnitOfWork, case: Case) -> bool | None:
    """Tell what the submitter has said; None where nobody has asked. No answer is not a yes."""
    return True if case.submitted.publication else said(case, uow.cases.events(case.federation, case.id))


def said(case: Case, events: Sequence[Event]) -> bool | None:
    """Tell the same of a case whose history is read already."""
    answer = events[0].fields.get(FIELD)
    return True if case.submitted.publication else None if answer is None else bool(answer)


def passed_on(uow: UnitOfWork, case: Case) -> dict[str, object]:
    """Give what a case that comes out of this one has to know: a no goes with it, wherever it goes."""
    return {FIELD: False} if allowed(uow, case) is False else {}
