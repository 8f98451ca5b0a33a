"""Steps that concern more than one entry or case: each still one transaction.

`solve` with the feedback in the same breath, `merge` with its doubles, `split` with its new case, `same_event` with the
other report.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from lexheller.model.case import Case
from lexheller.model.codes import Partner, Role, SetAsideReason
from lexheller.processes import process_named
from lexheller.services import casework, publishing
from lexheller.services.casework import Taken, Who
from lexheller.services.entries import By, Entry, first
from lexheller.services.office import Office
from lexheller.services.ports import UnitOfWork
from lexheller.services.submissions import derived_title

Given = Mapping[str, object]
_FEEDBACK = ("feedback", "told", "told_on", "told_what", "aterkoppling", "hur", "dag", "vad_som_sades")


def take_whole(  # as casework.take
    uow: UnitOfWork,
    office: Office,
    case: Case,
    step: str,
    data: Given,
    *,
    who: Who,
    version: int | None = None,
    vouched: bool = False,
) -> Taken:
    """Take a step with everything that goes with it, in the transaction at hand; raises as `casework.take`."""
    match step:
        case "solve":
            return _solve(uow, office, case, data, who, version, vouched=vouched)
        case "merge":
            taken = casework.take(uow, office, case, step, data, who=who, version=version, vouched=vouched)
            return Taken(taken.case, {"set_aside": _set_aside(uow, office, taken.case, case, who)})
        case "split":
            taken = casework.take(uow, office, case, step, data, who=who, version=version, vouched=vouched)
            return Taken(taken.case, {"split": _split_off(uow, office, taken.case, data, who).number})
        case _:
            return casework.take(uow, office, case, step, data, who=who, version=version, vouched=vouched)


def _solve(
    uow: UnitOfWork, office: Office, case: Case, data: Given, who: Who, version: int | None, *, vouched: bool
) -> Taken:
    feedback = {key: value for key, value in data.items() if key in _FEEDBACK}
    rest = {key: value for key, value in data.items() if key not in _FEEDBACK}
    taken = casework.take(uow, office, case, "solve", rest, who=who, version=version, vouched=vouched)
    if not feedback:
        return taken
    return casework.take(uow, office, taken.case, "give_feedback", feedback, who=who, vouched=vouched)


def _set_aside(uow: UnitOfWork, office: Office, kept: Case, before: Case, who: Who) -> list[str]:
    """Set the merged reports aside as doubles of the one that goes on."""
    numbers = [number for number in kept.doubles if number not in before.doubles]
    for number in numbers:
        double = cast("Case", uow.cases.find(number))
        given = {"why_set_aside": SetAsideReason.DOUBLE, "double_of": kept.number}
        casework.take(
            uow, office, double, "set_aside", given, who=casework.as_viewer(who.viewer, double) if who.viewer else who
        )
    return numbers


def _split_off(uow: UnitOfWork, office: Office, case: Case, data: Given, who: Who) -> Case:
    """Make a case of its own of another problem in the same report; its age, and so its retention, is inherited."""
    process = process_named(case.process).process
    values = casework.read_fields(process, "split", data)
    texts = {"what_happened": str(values["what_happened"])}
    texts["title"] = str(values.get("title") or derived_title(texts["what_happened"]))
    partners = tuple(Partner(p) for p in cast("tuple[str, ...]", values["partners"]))
    new = Case(
        federation=case.federation,
        id=secrets.token_hex(8),
        number=f"{case.federation}-{case.day.year}-{uow.cases.next_serial(case.federation, case.day.year):04d}",
        process=case.process,
        state="",
        version=0,
        head="",
        received=case.received,
        day=case.day,
        source=case.source,
        registered_by=who.actor,
        language=case.language,
        submitted=replace(case.submitted, partners=partners),
        partners=partners,
        leader=case.leader,
        split_from=case.number,
        contacted=case.contacted,
        answered_submitter=case.answered_submitter,
    )
    fields = {"split_from": case.number, "partners": [p.value for p in partners], **publishing.passed_on(uow, case)}
    entry = Entry("submit", By(who.actor, Role.PROCESS_LEADER, who.via), process.initial, fields, texts, {})
    return first(uow, office, process, new, entry, ())
