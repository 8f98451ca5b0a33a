"""How a step is taken with a case: seen, read, prepared, past the gate, allowed by the process, written in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast

from lexheller.errors import BadValue, NotFound, NotOpen, Stale, UnknownField
from lexheller.model import codec
from lexheller.model.case import Case
from lexheller.model.codes import Role
from lexheller.model.fields import Kind, named, read
from lexheller.model.people import Viewer
from lexheller.model.visibility import Sight, sent_to, sight
from lexheller.processes import process_named
from lexheller.processes.situation import Situation
from lexheller.services import allowing, attesting, crowds, gate, news, preparing, publishing
from lexheller.services.entries import By, Entry, next_entry
from lexheller.services.office import Office
from lexheller.services.ports import UnitOfWork
from lexheller.workflow import Opening, Process, openings
from lexheller.workflow import take as take_step

ROLE_ORDER = (
    Role.PROCESS_LEADER, Role.GROUP_MEMBER, Role.FEDERATION_MANAGER, Role.PARTNER, Role.REGISTRAR, Role.SUBMITTER,
)  # fmt: skip
"""When somebody may take a step in several roles, the first of these is written down."""


@dataclass(frozen=True, slots=True)
class Past:
    """What an old sheet says was done long before: the step is part of the import, and news to nobody.

    Args:
        day: the day that the sheet has for it.
        known: what the gate has said of the step's texts.
    """

    day: date
    known: gate.Known


@dataclass(frozen=True, slots=True)
class Who:
    """Who takes a step with this case, and in which roles; worked out once, by `as_viewer` or `as_submitter`."""

    actor: str
    roles: frozenset[Role]
    via: str = ""
    viewer: Viewer | None = None
    past: Past | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """The case after a step, and what the step gave beside it (a contact, a code, numbers of other cases)."""

    case: Case
    gave: Mapping[str, object] = field(default_factory=dict)


def roles_in(viewer: Viewer, case: Case) -> frozenset[Role]:
    """Give the roles that a viewer holds towards this very case."""
    held: set[Role] = set()
    if viewer.federation == case.federation:
        held |= viewer.roles & {Role.PROCESS_LEADER, Role.REGISTRAR}
        if not case.blocked:
            held |= viewer.roles & {Role.FEDERATION_MANAGER}
    if case.shown and viewer.groups.intersection(case.groups):
        held |= viewer.roles & {Role.GROUP_MEMBER}
    if case.shown and sent_to(viewer, case):
        held |= viewer.roles & {Role.PARTNER}
    return frozenset(held)


def as_viewer(viewer: Viewer, case: Case) -> Who:
    """Let a person act with a case, in the roles that hold for it."""
    return Who(viewer.person, roles_in(viewer, case), viewer.via, viewer)


AS_SUBMITTER = Who("submitter", frozenset({Role.SUBMITTER}))
"""Whoever holds the claim code."""


def find(uow: UnitOfWork, viewer: Viewer, number: str) -> Case:
    """Read a case that this viewer may see.

    Raises:
        NotFound: there is none, or it is not theirs: the same answer.
    """
    case = uow.cases.find(number)
    if case is None or sight(viewer, case) is Sight.NOTHING:
        raise NotFound(what="case", name=number)
    return case


def situation(uow: UnitOfWork, office: Office, case: Case, who: Who) -> Situation:
    """Gather what the process's rules may look at."""
    return Situation(
        case=case,
        today=office.today(),
        actor=who.actor,
        via=who.viewer.via if who.viewer else "",
        answers_for=None if who.viewer is None or Role.PROCESS_LEADER in who.roles else who.viewer.recipients,
        has_group=lambda: any(case.federation in group.members for group in uow.people.groups()),
        works_alone=lambda: attesting.works_alone(uow, case),
        findings_left=lambda: 0 if case.attested else sum(not one.reason for one in attesting.left(uow, office, case)),
        publication=lambda: publishing.allowed(uow, case),
        first_read=lambda: uow.notes.seen(case.federation, case.id, f"feedback:{case.feedback_version}"),
        disposal_decision=office.disposal_decision,
        reopen_days=office.reopen_days,
        reopen_months=office.reopen_months,
    )


def _few_alike(uow: UnitOfWork, office: Office, case: Case, viewer: Viewer | None) -> bool:
    if viewer is None or case.attested or not case.shared_version or not office.few_alike:
        return False
    found = crowds.crowd(uow, case, viewer, area_shown=False)
    return found is not None and crowds.too_few(office, found)


def open_steps(uow: UnitOfWork, office: Office, case: Case, who: Who, *, counting: bool = False) -> tuple[Opening, ...]:
    """List what somebody may do with a case, and what the rest still lacks.

    Args:
        counting: a year's cases are gone through too, to tell whether too few are like this one.
    """
    now = situation(uow, office, case, who)
    if counting:
        now = replace(now, few_alike=lambda: _few_alike(uow, office, case, who.viewer))
    return openings(process_named(case.process), now, who.roles)


def read_fields(process: Process, step: str, data: Mapping[str, object]) -> dict[str, object]:
    """Read what was handed in as the step's fields.

    Raises:
        UnknownStep, UnknownField, BadValue: by name.
    """
    values = {}
    for key, raw in data.items():
        found = named(process.fields_of(step), key, step)
        value = read(found, raw)
        if value not in (None, "", ()):
            values[found.key] = value
    return values


def take(  # who, what, with what, and what was seen
    uow: UnitOfWork,
    office: Office,
    case: Case,
    step: str,
    data: Mapping[str, object],
    *,
    who: Who,
    version: int | None = None,
    vouched: bool = False,
) -> Taken:
    """Take one step of the process, or an action, and record who took it.

    Args:
        case: the head as read in this transaction.
        data: what the step needs, by field, as typed; free text passes the gate, at most 20,000 characters each.
        version: the version that the actor has seen; None means the one just read.
        vouched: what the gate asks about identifies nobody, says the writer.

    Raises:
        Stale: the case has moved since that version.
        BadValue: it has no such version, or a field cannot hold what was handed in.
        NotOpen, NeedsUnmet: the process refuses; all reasons at once.
        GateStopped: a text holds something that must go.
    """
    if version is not None and not 0 < version <= case.version:  # nobody was first: it has never been so far
        raise BadValue(field="version", allowed=(str(case.version),), what="version", number=case.number)
    if version is not None and version != case.version:
        if who.roles <= {Role.SUBMITTER, Role.PARTNER}:  # who did what is not theirs to read
            raise Stale(number=case.number, seen=version, now=case.version)
        last = uow.cases.events(case.federation, case.id)[-1]
        raise Stale(number=case.number, seen=version, now=case.version, step=last.step, actor=last.actor, at=last.at)
    compiled = process_named(case.process)
    process = compiled.process
    values = read_fields(process, step, data)
    prepared = preparing.prepare(uow, office, case, step, values, who.viewer)
    now = situation(uow, office, case, who)
    past = who.past
    if past is not None:
        now = replace(now, today=past.day)
    try:
        row = take_step(compiled, now, step, who.roles, prepared)
    except NotOpen as refusal:
        raise _with_what_happened(uow, case, refusal) from None
    if step == "more_time":
        preparing.check_more_time(now, prepared)
    for key in values:
        if key not in row.fields:
            raise UnknownField(field=key, where=step, known=row.fields)
    texts = free_texts(process, values)
    gate.stopped(short_words(process, values))
    checked = gate.passed(
        texts, vouched=vouched, known=past.known if past else {}, allowed=allowing.words_of(uow, case.federation)
    )
    role = next(role for role in ROLE_ORDER if role in who.roles and role in row.by)
    sets = {**_woken(case, row.to), **row.effect(now, prepared)}
    if past is not None:
        # Nothing has been done *since* the import: it can be undone, and no clock runs.
        sets = {**sets, "imported_version": now.version}
        checked = {**checked, "imported": case.imported}
    entry = Entry(
        step=step,
        by=By(who.actor, role, who.via),
        to=row.to or case.state,
        fields={
            **choices_given(process, values),
            **preparing.fields_beside(prepared),
            **preparing.referral_meant(now, step, prepared),
            **checked,
        },
        texts={**texts, **preparing.texts_beside(prepared, values)},
        sets=sets,
    )
    moved = next_entry(uow, office, process, case, entry, () if past else news.of(case, step, sets, role))
    return Taken(moved, preparing.follow_up(uow, office, case, moved, step, prepared))


def _woken(case: Case, to: str | None) -> dict[str, object]:
    """End a pause when a case moves on: whoever has it next need not wait for the submitter."""
    return {"waiting": "", "waiting_until": None} if case.waiting and to not in (None, case.state) else {}


def rehearse(uow: UnitOfWork, office: Office, case: Case, step: str, data: Mapping[str, object], who: Who) -> None:
    """Take a step without writing anything: what the process would refuse is known before others are done.

    Raises:
        NotOpen, NeedsUnmet, UnknownStep, UnknownField, BadValue: as `take`.
    """
    compiled = process_named(case.process)
    values = read_fields(compiled.process, step, data)
    take_step(compiled, situation(uow, office, case, who), step, who.roles, values)


def _with_what_happened(uow: UnitOfWork, case: Case, refusal: NotOpen) -> NotOpen:
    """Say of a case that has moved on who moved it: whoever comes second is told what happened."""
    if refusal.data["why"] != "state":
        return refusal
    moves = [event for event in uow.cases.events(case.federation, case.id) if event.to != event.source]
    return NotOpen(**refusal.data, moved_by=moves[-1].actor, moved_at=moves[-1].at, moved_step=moves[-1].step)


def free_texts(process: Process, values: Mapping[str, object]) -> dict[str, str]:
    """Give the texts among the values: free fields, and the written part of rows ("measures.1")."""
    found = {}
    for key, value in values.items():
        item = process.by_key[key]
        if item.free:
            found[item.key] = str(value)
        elif item.kind is Kind.ROWS:
            written = {"what", "note"}.intersection(item.columns)
            for place, row in enumerate(cast("tuple[dict[str, str], ...]", value), 1):
                found |= {f"{item.key}.{place}": row[column] for column in written if row.get(column)}
    return found


def short_words(process: Process, values: Mapping[str, object]) -> dict[str, str]:
    """Give what people may type into rows beside their text ("measures.1.owner"): it stands in the history."""
    aside = {"what", "note", "due", "finding", "reason"}  # a finding is named by a hash, where chance writes numbers
    found: dict[str, str] = {}
    for key, value in values.items():
        item = process.by_key[key]
        rows = cast("tuple[dict[str, str], ...]", value if item.columns else ())
        for place, row in enumerate(rows, 1):
            found |= {f"{item.key}.{place}.{part}": said for part, said in row.items() if said and part not in aside}
    return found


def choices_given(process: Process, values: Mapping[str, object]) -> dict[str, object]:
    """Give the values that are no free text, as plain JSON for the history."""
    given: dict[str, object] = {}
    for key, value in values.items():
        item = process.by_key[key]
        if item.free or item.kind is Kind.SECRET:
            continue
        if item.kind is Kind.ROWS:
            rows = cast("tuple[dict[str, str], ...]", value)
            given[item.key] = [{k: v for k, v in row.items() if k not in {"what", "note"}} for row in rows]
        else:
            given[item.key] = codec.encode(value)
    return given
