"""What a person sees of one case: as much as their sight allows, and not a field more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from typing import cast

from lexheller.model.case import Case, Referral
from lexheller.model.codes import ReferralState, Role
from lexheller.model.event import Event
from lexheller.model.people import Viewer
from lexheller.model.visibility import Sight, knows_pattern, sight
from lexheller.services import casework, publishing, reading_work, showing
from lexheller.services.attesting import Left, left
from lexheller.services.following import Said, days_of
from lexheller.services.office import Office
from lexheller.services.ports import UnitOfWork
from lexheller.services.preparing import RECEIVED_FIELDS
from lexheller.services.reading_work import Levelled, Tied
from lexheller.services.submissions import derived_title
from lexheller.workflow import Opening

DIALOGUE = {
    "say": "message",
    "wait": "question",
    "send_back": "question",
    "return": "question",
    "ask": "question",
    "helped": "note",
}
"""The words of a talk, by step: the field that they stand in."""
ANSWERS = ("answer", "cause", "consequences", "follow_up")


_BY_RULES = frozenset({"attest", "block", "release"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a case's history."""

    version: int
    step: str
    source: str
    to: str
    actor: str
    role: Role
    via: str
    at: datetime
    fields: Mapping[str, object]

    @property
    def rules(self) -> str:
        """Give the version of the gate's rules that decided what was attested or hidden; "" for another step."""
        return str(self.fields.get("gate") or "") if self.step in _BY_RULES else ""


@dataclass(frozen=True, slots=True)
class Answered:
    """A partner's answer in up to four parts, by field."""

    referral: int
    recipient: str
    parts: Mapping[str, str]
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as one viewer sees it; what the viewer may not see is empty, not hidden in a corner.

    Args:
        case: the head, stripped of what this sight does not show, and of numbers of cases that are not the viewer's.
        received: the received texts by field (process leaders and registrars).
        shared: the shared text as it stands; `findings` is what the gate still sees in it and in its title (process
            leaders, and a manager who is the second person).
        reasons: why each step was taken, notes on measures and a manager's questions back, by version; of what a
            submitter did, managers read no reason.
        within: whether the viewer sees the work on the case: the federation's own people, and the working group.
        measures: what each measure is, by its id; `ties` why it was tied to a pattern, or not; `levels` which levels
            were said at the group's table; `same_event` the other reports of the event that are the viewer's to know.
        exchange: a partner's own questions (`own`), and the answers to them.
        why_not_ours: what partners wrote who said that it is not theirs, by the referral's id.
        publication: whether the submitter lets it be retold; None where nobody has asked.
        public: the text for the library, as it is asked for or released.
        to_know: whether the group was only shown it, for it to know; it is not the group's to judge.
        asked: the question with which the case was sent to where it is, "" where it came without one.
        days: the states that the case has come to, with the day of each; of an old sheet's row, the sheet's.
    """

    case: Case
    sight: Sight
    title: str
    received: Mapping[str, str]
    shared: str
    findings: tuple[Left, ...]
    dialogue: tuple[Said, ...]
    talks: tuple[tuple[datetime, str, str], ...]
    answers: tuple[Answered, ...]
    feedback: str
    reasons: Mapping[int, str]
    history: tuple[Entry, ...]
    openings: tuple[Opening, ...]
    names: Mapping[str, str]
    month: str
    within: bool = True
    solution: str = ""
    decision_reason: str = ""
    measures: Mapping[int, str] = field(default_factory=dict)
    ties: tuple[Tied, ...] = ()
    levels: tuple[Levelled, ...] = ()
    same_event: tuple[str, ...] = ()
    exchange: tuple[Said, ...] = ()
    why_not_ours: Mapping[int, str] = field(default_factory=dict)
    days: tuple[tuple[str, date], ...] = ()
    public: str = ""
    publication: bool | None = None
    asked: str = ""
    to_know: bool = False


def view(uow: UnitOfWork, office: Office, viewer: Viewer, number: str) -> CaseView:
    """Show a case to a viewer.

    Raises:
        NotFound: there is none, or it is not theirs.
    """
    case = casework.find(uow, viewer, number)
    seen = sight(viewer, case)
    texts = {(t.version, t.field): t.text for t in uow.cases.texts(case.federation, case.id)}
    events = uow.cases.events(case.federation, case.id)
    whole = seen >= Sight.HEAD
    leader = seen is Sight.ALL
    # A text that nobody has attested, or that was edited since, is no more than a draft of those who read everything.
    openings = casework.open_steps(uow, office, case, casework.as_viewer(viewer, case))
    second = any(opening.step.name == "confirm_override" for opening in openings)
    shared = texts.get((case.shared_version, "shared_text"), "") if leader or second or case.attested else ""
    known = _known(uow, viewer)
    within = whole or not viewer.groups.isdisjoint(case.groups)
    return CaseView(
        case=_without_others(_own_head(case, seen) if whole else stripped(viewer, case), known),
        sight=seen,
        title=_title(case, texts, shared, seen),
        received={f: texts[1, f] for f in (*RECEIVED_FIELDS, "agreement_which") if (1, f) in texts} if leader else {},
        shared=shared,
        findings=left(uow, office, case, events) if leader or second else (),
        dialogue=_dialogue(case, events, texts) if leader else (),
        talks=_talks(events, texts) if leader else (),
        answers=_answers(uow, viewer, case, events, texts, seen),
        feedback=_feedback(case, texts) if whole else "",
        reasons=_reasons(events, texts, seen),
        history=tuple(_entry(event, known, area=leader or case.area_shown) for event in events) if whole else (),
        openings=openings,
        names=_names(uow, viewer, case, within=within),
        month=f"{case.day:%Y-%m}",
        within=within,
        solution=reading_work.solution(case, events, texts) if whole else "",
        decision_reason=reading_work.decision_reason(case, events, texts) if whole else "",
        measures=reading_work.measures(case, texts) if whole else {},
        ties=reading_work.ties(events, texts) if within else (),
        levels=reading_work.levels(events, texts) if within else (),
        same_event=tuple(filter(known, reading_work.same_event(case, events))) if within else (),
        days=days_of(case, events) if whole else (),
        publication=publishing.said(case, events) if whole else None,
        public=texts.get((case.public_version, "public_text"), "") if whole else "",
        asked=_asked(case, events, texts) if within else "",
        to_know=within and showing.shown_at(events) > 0,
        why_not_ours=_why_not_ours(viewer, case, texts, seen),
        exchange=() if whole else reading_work.exchange(viewer, case, events, texts),
    )


def _own_head(case: Case, seen: Sight) -> Case:
    """Give the head to the federation's own people; a manager is told the municipality only if attested harmless."""
    if seen is Sight.ALL or case.area_shown:
        return case
    return replace(case, submitted=replace(case.submitted, area=""))


def stripped(viewer: Viewer, case: Case) -> Case:
    """Leave of a head what groups and partners may see of it.

    The kind of organisation, but not to a partner of that same kind; the municipality only if attested harmless; the
    month of receipt, as its first day; nobody's name, no contact, no dialogue.
    """
    mine = tuple(r for r in case.referrals if r.recipient in viewer.recipients)
    is_partner = not viewer.groups.intersection(case.groups)
    own = {r.partner for r in mine}
    origin = case.submitted.submitter_org
    shown: tuple[Referral, ...] = mine if is_partner else case.referrals
    return Case(
        federation=case.federation,
        id=case.id,
        number=case.number,
        process=case.process,
        state=case.state,
        version=case.version,
        head="",
        received=datetime(case.day.year, case.day.month, 1, tzinfo=case.received.tzinfo),
        day=date(case.day.year, case.day.month, 1),
        submitted=type(case.submitted)(
            submitter_org=None if is_partner and origin in own else origin,
            partners=case.partners,
            area=case.submitted.area if case.area_shown else "",
            recurring=case.submitted.recurring,
            target_group=case.target_group,
        ),
        partners=case.partners,
        themes=case.themes,
        target_group=case.target_group,
        shared_version=case.shared_version,
        attested_version=case.attested_version,
        groups=() if is_partner else tuple(g for g in case.groups if g in viewer.groups),
        level=None if is_partner else case.level,
        provisional_level=None if is_partner else case.provisional_level,
        opinions=() if is_partner else case.opinions,
        patterns=() if is_partner else case.patterns,
        not_tied=case.not_tied,
        same_event=case.same_event if not is_partner else "",
        referrals=shown,
        decision=None if is_partner else case.decision,
        outcome=case.outcome,
        helped=case.helped,
        clocks={k: d for k, d in case.clocks.items() if k in {f"answer:{r.id}" for r in mine}},
    )


def _title(case: Case, texts: Mapping[tuple[int, str], str], shared: str, seen: Sight) -> str:
    """Give the title: the submitter's own words only to those who read the received text."""
    if seen is Sight.ALL or (case.title_version > 1 and case.attested):
        return texts.get((case.title_version, "title"), "")
    return derived_title(shared)


def _dialogue(case: Case, events: tuple[Event, ...], texts: Mapping[tuple[int, str], str]) -> tuple[Said, ...]:
    return tuple(
        Said(e.at, e.role is Role.SUBMITTER, texts[e.version, DIALOGUE[e.step]], e.step, e.role, _partner(case, e))
        for e in events
        if e.step in DIALOGUE and (e.version, DIALOGUE[e.step]) in texts
    )


def _partner(case: Case, event: Event) -> str:
    """Tell which partner asks or is answered, however the referral was named."""
    named = str(event.fields.get("referral") or "")
    if event.step == "ask" and not named and len(case.referrals) == 1:
        return case.referrals[0].recipient
    return next((r.recipient for r in case.referrals if named in reading_work.names_of(r)), "") if named else ""


def _talks(events: tuple[Event, ...], texts: Mapping[tuple[int, str], str]) -> tuple[tuple[datetime, str, str], ...]:
    return tuple(
        (e.at, str(e.fields.get("outcome", "")), texts.get((e.version, "note"), ""))
        for e in events
        if e.step == "note_talk"
    )


def _answers(
    uow: UnitOfWork,
    viewer: Viewer,
    case: Case,
    events: tuple[Event, ...],
    texts: Mapping[tuple[int, str], str],
    seen: Sight,
) -> tuple[Answered, ...]:
    names = {r.key: r.name for r in uow.people.recipients(case.federation)}
    when = {e.version: e.at for e in events}
    return tuple(
        Answered(
            r.id,
            names.get(r.recipient, r.recipient),
            {part: texts[r.version, part] for part in ANSWERS if (r.version, part) in texts},
            when[r.version],
        )
        for r in case.referrals
        if r.closed and (r.version, "answer") in texts and (seen >= Sight.HEAD or r.recipient in viewer.recipients)
    )


def _why_not_ours(viewer: Viewer, case: Case, texts: Mapping[tuple[int, str], str], seen: Sight) -> dict[int, str]:
    """Give the reasons of "not ours": to the federation's own people, and to those who wrote them."""
    refused = [r for r in case.referrals if r.state is ReferralState.NOT_OURS and (r.version, "reason") in texts]
    mine = [r for r in refused if seen >= Sight.HEAD or r.recipient in viewer.recipients]
    return {r.id: texts[r.version, "reason"] for r in mine}


def _reasons(events: tuple[Event, ...], texts: Mapping[tuple[int, str], str], seen: Sight) -> dict[int, str]:
    """Give the reasons that were written down; a submitter's own words only to those who read the received text."""
    if seen < Sight.HEAD:
        return {}
    read = [e.version for e in events if seen is Sight.ALL or e.role is not Role.SUBMITTER]
    # Who leads the case reads questions back in the dialogue; a manager reads there nothing.
    under = {"follow_measure": "note", **({} if seen is Sight.ALL else {"return": "question"})}
    named = {e.version: under.get(e.step, "reason") for e in events if e.version in read}
    return {version: texts[version, key] for version, key in named.items() if (version, key) in texts}


def _asked(case: Case, events: tuple[Event, ...], texts: Mapping[tuple[int, str], str]) -> str:
    moved = next((e for e in reversed(events) if e.source != e.to), None)
    if moved is None or moved.to != case.state or moved.step not in {"return", "send_back"}:
        return ""
    return texts.get((moved.version, "question"), "")


def _feedback(case: Case, texts: Mapping[tuple[int, str], str]) -> str:
    return texts.get((case.feedback_version, "told_what" if case.told else "feedback"), "")


Known = Callable[[str], bool]
"""Tells whether the viewer may know of a case, by its number."""

_ONE_OTHER = {"same_event": "other", "set_aside": "double_of"}
_SEVERAL_OTHERS = {"merge": "others"}
"""Fields that hold the numbers of other cases, by step."""


def _known(uow: UnitOfWork, viewer: Viewer) -> Known:
    """Ask the one rule of who sees a case about those that are named beside it, once each."""

    @cache
    def known(number: str) -> bool:
        case = uow.cases.find(number)
        return case is not None and sight(viewer, case) is not Sight.NOTHING

    return known


def _without_others(case: Case, known: Known) -> Case:
    """Leave out the numbers of doubles and of the same event that are not this viewer's to know."""
    return replace(
        case,
        same_event=case.same_event if case.same_event and known(case.same_event) else "",
        double_of=case.double_of if case.double_of and known(case.double_of) else "",
        doubles=tuple(number for number in case.doubles if known(number)),
    )


def _entry(event: Event, known: Known, *, area: bool) -> Entry:
    fields = dict(event.fields)
    if not area:
        fields.pop("area", None)
    one, several = _ONE_OTHER.get(event.step), _SEVERAL_OTHERS.get(event.step)
    if one in fields and not known(str(fields[one])):
        del fields[one]
    if several in fields:
        fields[several] = [number for number in cast("list[str]", fields[several]) if known(number)]
    return Entry(
        event.version, event.step, event.source, event.to, event.actor, event.role, event.via, event.at, fields
    )


def _names(uow: UnitOfWork, viewer: Viewer, case: Case, *, within: bool) -> dict[str, str]:
    people = {p.id: p.name for p in uow.people.persons()} if within else {}
    places = {r.key: r.name for r in uow.people.recipients(case.federation)}
    every = uow.people.groups()
    groups = {g.key: g.name for g in every} if within else {}
    patterns = {p.key: p.name for p in uow.people.patterns() if knows_pattern(viewer, p, every)}
    return {**people, **places, **groups, **patterns}
