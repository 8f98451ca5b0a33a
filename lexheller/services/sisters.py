"""How a sister federation takes over a case: it opens one of its own, with a link back, and the sender's is answered.

Two transactions, since no transaction spans federations. The first is harmless to repeat, and only the second ends the
offer: a crash in between leaves an offer that is accepted again, to the same new case.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import NamedTuple, cast

from lexheller.errors import NotFound
from lexheller.i18n import words_for
from lexheller.model.case import Case, Submitted
from lexheller.model.codes import Partner, Role, Source
from lexheller.model.people import Viewer
from lexheller.processes import process_named
from lexheller.processes.lex_heller_effects import give_feedback
from lexheller.services import beside, casework, publishing
from lexheller.services.entries import SYSTEM, By, Entry, first, next_entry
from lexheller.services.office import Office
from lexheller.services.ports import Message, Receipt, UnitOfWork
from lexheller.services.submissions import MADE_UP, derived_title


class Offer(NamedTuple):
    """What goes along with a case that was offered: its shared text, which is attested, and whom it concerns."""

    number: str
    text: str
    partners: tuple[Partner, ...]


def offer(uow: UnitOfWork, viewer: Viewer, number: str) -> Offer:
    """Read what a federation is offered, before it takes the case over.

    Raises:
        NotFound: there is no such offer to this federation, or the shared text may not be read now.
    """
    case = _offered(uow, viewer, number)
    return Offer(case.number, cast("str", _shared(uow, case)), case.partners)


def take_over(uow: UnitOfWork, office: Office, viewer: Viewer, number: str) -> Case:
    """Open a case of the viewer's own federation from one that it was offered.

    Raises:
        NotFound: there is no such offer to this federation, or the shared text may not be read now.
    """
    offered = _offered(uow, viewer, number)
    key = f"{MADE_UP}sister:{number}"  # nobody can have sent in anything under it
    known = uow.codes.receipt(viewer.federation, key)
    if known is not None:
        return cast("Case", uow.cases.get(known.federation, known.case))
    process = process_named(offered.process).process
    text = cast("str", _shared(uow, offered))
    today = office.today()
    new = replace(
        Case(
            federation=viewer.federation,
            id=secrets.token_hex(8),
            number=f"{viewer.federation}-{today.year}-{uow.cases.next_serial(viewer.federation, today.year):04d}",
            process=offered.process,
            state="",
            version=0,
            head="",
            received=office.now(),
            day=today,
        ),
        source=Source.SISTER,
        registered_by=viewer.person,
        leader=viewer.person,
        language=offered.language,
        submitted=_passed_on(offered),
        partners=offered.partners,
        themes=offered.themes,
        target_group=offered.target_group,
        split_from=offered.number,
        same_event=offered.same_event or offered.number,
    )
    entry = Entry(
        "submit",
        By(viewer.person, Role.PROCESS_LEADER, viewer.via),
        process.initial,
        {"from": offered.number, **publishing.passed_on(uow, offered)},
        {"what_happened": text, "title": derived_title(text)},
        {},
    )
    receipt = Receipt(new.federation, key, "", new.id, office.now())
    digests = {beside.RECEIPT: beside.of_receipt(receipt)}
    case = first(uow, office, process, new, entry, [Message("case_received", "leader", {})], digests)
    uow.codes.keep_receipt(receipt)
    return case


def answer_sender(uow: UnitOfWork, office: Office, number: str, taken: Case) -> Case:
    """Let the program tell the sender's submitter who has the case now, and close the sender's case with that."""
    case = cast("Case", uow.cases.find(number))
    if case.offered_to != taken.federation or case.state != "feedback":
        return case  # answered by somebody who accepted at the same moment, or taken up again by its own people
    process = process_named(case.process).process
    name = next((f.name for f in uow.people.federations() if f.id == taken.federation), taken.federation)
    text = words_for(case.language)("sister.feedback", federation=name, number=taken.number)
    now = casework.situation(uow, office, case, casework.Who(SYSTEM.actor, frozenset()))
    sets = {
        **give_feedback(now, {"feedback": text}),
        "moved_to": taken.number,
        "offered_to": "",
        "same_event": taken.same_event,
    }
    entry = Entry("give_feedback", SYSTEM, "closed", {"moved_to": taken.number}, {"feedback": text}, sets)
    return next_entry(uow, office, process, case, entry, [Message("feedback_ready", "submitter", {})])


def _passed_on(offered: Case) -> Submitted:
    """Give of the form's choices what others than the federation may see; the rest stays where it came in."""
    chosen = offered.submitted
    return Submitted(
        submitter_org=chosen.submitter_org,
        partners=chosen.partners,
        area=chosen.area if offered.area_shown else "",
        target_group=chosen.target_group,
        recurring=chosen.recurring,
    )


def _offered(uow: UnitOfWork, viewer: Viewer, number: str) -> Case:
    case = uow.cases.find(number)
    mine = case is not None and case.offered_to == viewer.federation and viewer.has(Role.PROCESS_LEADER)
    if case is None or not mine or not case.shown:
        raise NotFound(what="case", name=number)
    return case


def _shared(uow: UnitOfWork, case: Case) -> str | None:
    text = uow.cases.text(case.federation, case.id, case.shared_version, "shared_text")
    return text.text if text else None
