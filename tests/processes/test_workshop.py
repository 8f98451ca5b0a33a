"""A second, quite different kind of matter, worked by the same workflow and head without a change elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from lexheller.errors import NeedsUnmet, NotOpen
from lexheller.model import codec
from lexheller.model.codes import Role
from lexheller.processes import process_named
from lexheller.processes.situation import Situation
from lexheller.processes.workshop import WORKSHOP
from lexheller.workflow import mermaid, openings, reachable, take
from tests.factories import a_case

CONVENOR, PARTY = {Role.PROCESS_LEADER}, {Role.PARTNER}


def matter(state: str = "submitted", **changes: object) -> Situation:
    return Situation(a_case(process="workshop", state=state, **changes), today=date(2026, 3, 2), actor="elsa")


def test_a_matter_goes_from_submitted_to_agreement() -> None:
    compiled, case = process_named("workshop"), matter().case
    way: list[tuple[str, set[Role], dict[str, object]]] = [
        ("schedule", CONVENOR, {"until": date(2026, 4, 15)}),
        ("give_task", CONVENOR, {"task": "Svara på vem som ringer upp.", "until": date(2026, 5, 15)}),
        ("answer", PARTY, {"answer": "Kuratorn ringer upp inom en vecka."}),
        ("agree", CONVENOR, {"agreement": "Föreningen får ringa kuratorn direkt. Gäller ett år."}),
    ]
    states = []
    for name, roles, data in way:
        row = take(compiled, Situation(case, today=date(2026, 3, 2), actor="elsa"), name, roles, data)
        case = codec.changed(case, {"state": row.to, **row.effect(Situation(case, date(2026, 3, 2)), data)})
        states.append(case.state)
    assert states == ["scheduled", "task_given", "answered", "agreement"]
    assert case.waiting_until == date(2026, 5, 15)


def test_only_the_party_or_the_convenor_answers() -> None:
    with pytest.raises(NotOpen) as refusal:
        take(process_named("workshop"), matter("task_given"), "answer", {Role.SUBMITTER}, {"answer": "x"})
    assert refusal.value.data["why"] == "role"


def test_a_matter_without_parties_cannot_be_scheduled() -> None:
    with pytest.raises(NeedsUnmet) as refusal:
        take(process_named("workshop"), matter(partners=()), "schedule", CONVENOR, {})
    assert refusal.value.data["lacks"] == ("until", "partners")


def test_its_ends_stay_ended_but_may_be_noted_about() -> None:
    for end in WORKSHOP.finals:
        assert {o.step.name for o in openings(process_named("workshop"), matter(end), set(Role))} == {"note"}


def test_every_state_is_reached_and_drawn() -> None:
    assert reachable(WORKSHOP) == set(WORKSHOP.states)
    assert "task_given --> answered: answer" in mermaid(WORKSHOP)
