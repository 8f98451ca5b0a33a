"""What a submitter sees with the code: who has the case and until when, messages both ways, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lexheller.errors import MistypedCode, NotFound
from lexheller.model.case import Case, Referral
from lexheller.model.claim_code import format_code, parse_code
from lexheller.model.codes import DecisionKind, Helped, Outcome, Purpose, ReferralState, Role, SetAsideReason
from lexheller.model.event import Event
from lexheller.model.fields import FORM, Kind
from lexheller.processes.lex_heller_needs import months_after
from lexheller.processes.lex_heller_phases import phase_of, standing_of, way_of
from lexheller.services.office import Office, local_day
from lexheller.services.ports import UnitOfWork

MESSAGE_FIELDS = {"say": "message", "wait": "question", "give_feedback": "feedback"}
"""Which texts of which steps a submitter reads."""
OWN_FIELDS = {"withdraw": "reason", "reopen": "reason"}
"""Which of them only if they are the submitter's own words."""

_WRITTEN = tuple(field.key for field in FORM if field.kind is Kind.TEXT)
"""In the order in which they were asked."""

_NO_CASE = ("", "")
"""Looked up where a code is unknown: an unknown one should cost what one costs that no longer opens its case."""
_NO_CODE = format_code(0)
"""Looked up where a code cannot be right; nobody has it: codes are 100 bits of a keyed hash."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message: from the submitter (`own`), the process leader, or whoever else asks in `role`.

    Args:
        recipient: "FEDERATION/id" of the partner whose question it is, or who is answered; "" where it is no partner.
    """

    at: datetime
    own: bool
    text: str
    kind: str
    role: Role
    recipient: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A partner that the case was sent to: the name of the recipient, and whether an answer is in."""

    name: str
    state: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Followed:
    """A case as its submitter sees it.

    Args:
        phase: key of the phase's words, with `until` where it has a day.
        standing: the phase of the state alone, where a flag goes before it.
        way: (phase key, day or None) of what happened, what is now, what is certain to come.
        feedback: what came of it; "" until then.
        leader: the name of the process leader who has it; "" for nobody, or somebody who has left.
        goes_on_as: the number of the case that goes on, for a double or a split.
        can: steps and actions that the submitter may take now.
        wrote: what the submitter wrote, by field of the form.
        contact: whether contact details are on file.
        decision: of which kind it is, once it is settled; why, and who does what, is not theirs to read.
        unread: the answer has not been read with the code before.
    """

    number: str
    version: int
    phase: str
    until: date | None
    way: tuple[tuple[str, date | None], ...]
    leader: str
    received: date
    messages: tuple[Said, ...]
    asked: tuple[Asked, ...]
    feedback: str
    feedback_told: bool
    closed: date | None
    why: str
    helped: Helped | None
    others: bool
    may_reopen_until: date | None
    goes_on_as: str
    can: tuple[str, ...]
    federation: str
    wrote: Mapping[str, str]
    contact: bool
    unread: bool
    standing: str
    decision: DecisionKind | None = None


def case_of(uow: UnitOfWork, office: Office, code: str) -> Case:
    """Find the case that a claim code opens.

    Raises:
        MistypedCode: it cannot be right as typed.
        NotFound: it opens nothing: never was, renewed, or another installation's.
    """
    return case_under(uow, office.keys.lookup_hash(parse_code(code)))


def case_under(uow: UnitOfWork, code_hash: bytes) -> Case:
    """Find the case that a claim code opens, by the code's keyed hash.

    Raises:
        NotFound: it opens nothing, or no longer does.
    """
    case = uow.cases.get(*(uow.codes.find(code_hash) or _NO_CASE))
    if case is None or case.void:
        raise NotFound(what="code", name="")
    return case


def recognised(uow: UnitOfWork, office: Office, typed: str) -> bytes:
    """Give the keyed hash of a code that opens a case; whatever is wrong with another one costs the same work.

    Raises:
        NotFound: mistyped, unknown, renewed, another installation's: the same answer.
    """
    try:
        code = parse_code(typed)
    except MistypedCode:
        code = _NO_CODE
    found = office.keys.lookup_hash(code)
    case_under(uow, found)
    return found


def handled(uow: UnitOfWork, case: Case) -> Case:
    """Give the case that is worked with: the sister federation's, once it has taken this one over."""
    return (uow.cases.find(case.moved_to) if case.moved_to else None) or case


def follow(uow: UnitOfWork, office: Office, case: Case, can: tuple[str, ...]) -> Followed:
    """Gather what the submitter of a case may read. A double shows phase and feedback of the case that goes on."""
    goes_on = uow.cases.find(case.double_of or case.moved_to) if case.double_of or case.moved_to else None
    seen = goes_on or case
    texts = {(text.version, text.field): text.text for text in uow.cases.texts(case.federation, case.id)}
    feedback = _feedback(uow, seen)
    # Somebody who has left is not the one to wait for an answer from.
    names = {p.id: p.name for p in uow.people.persons(case.federation) if p.active and Role.PROCESS_LEADER in p.roles}
    return Followed(
        number=case.number,
        version=case.version,
        phase=phase_of(seen),
        until=seen.waiting_until or (seen.clocks.get("feedback") if seen.closed is None else None) or seen.due,
        way=way_of(seen, days_of(seen, uow.cases.events(seen.federation, seen.id))),
        leader=names.get(case.leader, ""),
        received=case.day,
        messages=_messages(uow, case, texts),
        asked=_asked(uow, seen),
        feedback=feedback,
        feedback_told=seen.told is not None,
        closed=seen.closed,
        why=_why(seen),
        helped=case.helped,
        others=any(uow.cases.tied(pattern) > 1 for pattern in seen.patterns),
        may_reopen_until=_reopen_until(uow, office, case),
        goes_on_as=goes_on.number if goes_on else "",
        can=can,
        federation=case.federation,
        wrote={field: texts[1, field] for field in _WRITTEN if (1, field) in texts},
        contact=case.contact,
        unread=_unread(uow, case),
        standing=standing_of(seen),
        decision=seen.decision,
    )


def _reopen_until(uow: UnitOfWork, office: Office, case: Case) -> date | None:
    """Give the last day on which the submitter may reopen, reading it today if it was not read before."""
    if case.closed is None:
        return None
    read = (
        case.feedback_day
        if case.told
        else uow.notes.seen(case.federation, case.id, f"feedback:{case.feedback_version}")
    )
    by_reading = (read or office.today()) + timedelta(days=office.reopen_days)
    return min(by_reading, months_after(case.closed, office.reopen_months))


def _why(case: Case) -> str:
    """Name the reason under a phase that needs one: set aside, redirected, or closed without an answer."""
    if case.waived:
        return f"waive.{case.waived}.told"
    if case.outcome is Outcome.SET_ASIDE and case.set_aside:
        told = ".told" if case.set_aside is SetAsideReason.SPAM else ""  # nobody is told that they wrote rubbish
        return f"set_aside.{case.set_aside}{told}"
    if case.outcome is Outcome.REDIRECTED and case.channel:
        return f"channel.{case.channel}.how"
    return ""


def _feedback(uow: UnitOfWork, case: Case) -> str:
    if not case.feedback_version:
        return ""
    field = "told_what" if case.told else "feedback"
    text = uow.cases.text(case.federation, case.id, case.feedback_version, field)
    return text.text if text else ""


def _messages(uow: UnitOfWork, case: Case, texts: Mapping[tuple[int, str], str]) -> tuple[Said, ...]:
    found = []
    for event in uow.cases.events(case.federation, case.id):
        own = event.role is Role.SUBMITTER
        field = MESSAGE_FIELDS.get(event.step) or (OWN_FIELDS.get(event.step) if own else None)
        if field and (event.version, field) in texts and not event.fields.get("referral"):
            found.append(Said(event.at, own, texts[event.version, field], event.step, event.role))
    return tuple(found)


def _asked(uow: UnitOfWork, case: Case) -> tuple[Asked, ...]:
    names = {r.key: r.name for r in uow.people.recipients(case.federation)}
    return tuple(Asked(names.get(r.recipient, r.recipient), _standing(r), r.due) for r in case.referrals)


def _standing(referral: Referral) -> str:
    """Tell where a referral stands; from those who are not asked to reply, nobody waits for an answer."""
    if referral.purpose is not Purpose.REPLY and referral.state is ReferralState.OPEN:
        return "sent"
    return referral.state


def days_of(case: Case, events: Iterable[Event]) -> tuple[tuple[str, date], ...]:
    """List the states that the case has come to, with the Swedish local day of each: of an old sheet's row, its own."""
    return tuple((event.to, _day_of(case, event)) for event in events if event.to != event.source)


def _day_of(case: Case, event: Event) -> date:
    if event.step == "import":
        return case.day
    said = event.sets.get("feedback_day") or event.sets.get("feedback_since") if event.fields.get("imported") else None
    return date.fromisoformat(str(said)) if said else local_day(event.at)


def _unread(uow: UnitOfWork, case: Case) -> bool:
    if not case.feedback_version or case.told:
        return False
    return uow.notes.seen(case.federation, case.id, f"feedback:{case.feedback_version}") is None


def mark_read(uow: UnitOfWork, office: Office, case: Case) -> bool:
    """Note that the feedback has been read, if it is there and was not read before; moves no version."""
    if not _unread(uow, case):
        return False
    return uow.notes.mark_seen(case.federation, case.id, f"feedback:{case.feedback_version}", office.today())
