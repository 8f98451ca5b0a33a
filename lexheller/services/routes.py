"""What do the rules say of the cases there are? Of one, and of all earlier ones with other rules; nothing is sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lexheller.errors import NotFound
from lexheller.model.case import Case
from lexheller.model.people import Recipient, Viewer
from lexheller.model.visibility import Sight, sight
from lexheller.routing.book import Explanation, RuleBook
from lexheller.routing.book import explain as explain_facts
from lexheller.routing.facts import Facts, facts_of
from lexheller.routing.rehearsal import Rehearsed, rehearse
from lexheller.services.office import Office
from lexheller.services.ports import UnitOfWork


def explain(uow: UnitOfWork, office: Office, viewer: Viewer, number: str) -> tuple[Case, Explanation]:
    """Say where a case would go, by which rules, and why the other rules do not apply.

    Raises:
        NotFound: there is none, or this person does not see its head: who reads the shared text alone is not told
            what the facts say of the submitter.
        BadRules: a rule cannot be used.
    """
    case = uow.cases.find(number)
    if case is None or sight(viewer, case) < Sight.HEAD:
        raise NotFound(what="case", name=number)
    return case, explain_facts(office.book(), facts_of(case), uow.people.recipients(case.federation))


def try_rules(
    uow: UnitOfWork, office: Office, viewer: Viewer, other: RuleBook, numbers: Iterable[str]
) -> tuple[Rehearsed, ...]:
    """Hold other rules against cases of this person's federation, in the order given."""
    known = _facts(uow, viewer, numbers)
    return rehearse(office.book(), other, known, uow.people.recipients(viewer.federation))


def _facts(uow: UnitOfWork, viewer: Viewer, numbers: Iterable[str]) -> Iterator[tuple[str, Facts]]:
    for number in numbers:
        case = uow.cases.find(number)
        if case is not None and case.federation == viewer.federation and sight(viewer, case) >= Sight.HEAD:
            yield number, facts_of(case)


def everybodys_recipients(uow: UnitOfWork) -> tuple[Recipient, ...]:
    """List the recipients of every federation here: a rule may lead to somebody whom only one of them has."""
    return tuple(r for federation in uow.people.federations() for r in uow.people.recipients(federation.id))
