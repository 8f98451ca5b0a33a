"""The way that a submitter is shown: what happened, what is now, what is certain to come."""

from __future__ import annotations

from datetime import date

import pytest

from lexheller.model.codes import Outcome
from lexheller.processes.lex_heller_phases import phase_of, way_of
from tests.factories import a_case

D = [date(2026, 3, day) for day in range(1, 9)]


def test_group_and_level_are_one_phase_to_a_submitter() -> None:
    days = (("submitted", D[0]), ("dialogue", D[1]), ("working_group", D[2]), ("classified", D[3]), ("decided", D[4]))
    assert [phase for phase, _ in way_of(a_case(state="decided"), days)] == [
        "phase.submitted", "phase.dialogue", "phase.working_group", "phase.decided", "phase.closed",
    ]  # fmt: skip
    now = way_of(a_case(state="classified"), days[:4])
    assert now[2:] == (("phase.working_group", D[2]), ("phase.closed", None))


def test_skipped_phases_are_not_drawn_and_an_ended_case_has_nothing_ahead() -> None:
    days = (("submitted", D[0]), ("feedback", D[1]), ("closed", D[2]))
    closed = a_case(state="closed", closed=D[2], outcome=Outcome.SOLVED)
    assert way_of(closed, days) == (("phase.submitted", D[0]), ("phase.feedback", D[1]), ("phase.closed", D[2]))


@pytest.mark.parametrize(
    ("changes", "phase"),
    [
        ({"waiting": "wait"}, "phase.waiting"),
        ({"waiting": "rest"}, "phase.resting"),
        ({"blocked": True, "waiting": "wait"}, "phase.blocked"),
        ({"state": "feedback", "outcome": Outcome.WITHDRAWN}, "phase.withdrawn"),
        ({"state": "feedback", "outcome": Outcome.SET_ASIDE}, "phase.set_aside"),
        ({"state": "closed", "closed": D[0], "waived": "declined"}, "phase.waived"),
        ({"state": "classified"}, "phase.working_group"),
    ],
)
def test_flags_and_ends_have_phases_of_their_own(changes: dict[str, object], phase: str) -> None:
    assert phase_of(a_case(**changes)) == phase
