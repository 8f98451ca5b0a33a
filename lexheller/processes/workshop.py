"""A second kind of matter: what a synergy workshop (synergiverkstad) takes up and agrees on.

A member organisation submits a structural, recurring matter; the convenor plans it for a workshop; those present give
one party the task to answer; the answer becomes an agreement. It shares nothing with the Lex Heller table but the way a
table is written.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from lexheller.model.codes import Role
from lexheller.model.fields import Field, Kind
from lexheller.processes.situation import Situation
from lexheller.workflow import Data, Need, Process, Step, Subject, given

SUBMITTED, SCHEDULED, TASK_GIVEN, ANSWERED, AGREEMENT, RETURNED, NO_ACTION = STATES = (
    "submitted", "scheduled", "task_given", "answered", "agreement", "returned", "no_action",
)  # fmt: skip
CONVENOR, MEMBER, PARTY = Role.PROCESS_LEADER, Role.GROUP_MEMBER, Role.PARTNER


def _asks(rule: Callable[[Situation], object]) -> Callable[[Subject, Data], object]:
    return lambda subject, _data: rule(cast("Situation", subject))


CONCERNED = Need("partners", _asks(lambda s: s.case.partners))


def _due(subject: Subject, data: Data) -> dict[str, object]:
    """Let the day of the workshop, or of the answer, be what is due."""
    return {"waiting_until": data["until"], "leader": cast("Situation", subject).case.leader}


WORKSHOP = Process(
    name="workshop",
    initial=SUBMITTED,
    states=STATES,
    finals=frozenset({AGREEMENT, RETURNED, NO_ACTION}),
    guard=frozenset({"agree", "return_matter", "take_no_action"}),
    roles=frozenset(Role),
    turns={SUBMITTED: CONVENOR, SCHEDULED: CONVENOR, TASK_GIVEN: PARTY, ANSWERED: CONVENOR},
    facts=(CONCERNED,),
    fields=(
        Field("until", Kind.DATE, "senast"),
        Field("reason", Kind.TEXT, "skal"),
        Field("task", Kind.TEXT, "uppdrag"),
        Field("answer", Kind.TEXT, "svar"),
        Field("agreement", Kind.TEXT, "overenskommelse"),
        Field("note", Kind.TEXT, "anteckning"),
    ),
    steps=(
        Step("schedule", (SUBMITTED,), SCHEDULED, (CONVENOR,), (given("until"), CONCERNED), effect=_due),
        Step("return_matter", (SUBMITTED, SCHEDULED), RETURNED, (CONVENOR,), (given("reason"),)),
        Step("give_task", (SCHEDULED,), TASK_GIVEN, (CONVENOR, MEMBER), (given("task"), given("until")), effect=_due),
        Step("answer", (TASK_GIVEN,), ANSWERED, (PARTY, CONVENOR), (given("answer"),)),
        Step("ask_again", (ANSWERED,), TASK_GIVEN, (CONVENOR,), (given("task"), given("until")), effect=_due),
        Step("agree", (ANSWERED,), AGREEMENT, (CONVENOR,), (given("agreement"),)),
        Step("take_no_action", (SCHEDULED, ANSWERED), NO_ACTION, (CONVENOR,), (given("reason"),)),
        Step("note", STATES, None, (CONVENOR, MEMBER), (given("note"),)),
    ),
)
