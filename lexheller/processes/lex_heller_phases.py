"""Which phase a submitter is shown, and the way there: what happened, what is now, what is certain to come."""

from __future__ import annotations

from datetime import date

from lexheller.model.case import Case
from lexheller.model.codes import Outcome

ONE_TO_SUBMITTERS = {"classified": "working_group"}
"""States that a submitter need not tell apart: both are read as "we are comparing with other cases"."""
ANSWER = "phase.closed"
"""What is certain to come for every case that is not withdrawn or set aside: an answer."""

FLAGS = frozenset({"phase.blocked", "phase.waiting", "phase.resting"})
"""Words that go before those of the state, which stand beneath."""


def phase_of(case: Case) -> str:
    """Name the phase's words: a flag goes before the state, and some ends have a phase of their own."""
    if case.blocked:
        return "phase.blocked"
    if case.waiting and case.closed is None:
        return "phase.waiting" if case.waiting == "wait" else "phase.resting"
    if case.outcome is Outcome.WITHDRAWN:
        return "phase.withdrawn"
    if case.outcome is Outcome.SET_ASIDE:
        return "phase.set_aside"
    if case.waived is not None:
        return "phase.waived"
    return standing_of(case)


def standing_of(case: Case) -> str:
    """Name the words of the state alone, whatever flag goes before it."""
    return f"phase.{ONE_TO_SUBMITTERS.get(case.state, case.state)}"


def way_of(case: Case, days: tuple[tuple[str, date], ...]) -> tuple[tuple[str, date | None], ...]:
    """Give the way as a line: only phases that happened, the one that is now, and the answer to come.

    Args:
        days: the states that the case came to, in order, each with its day.
    """
    way: list[tuple[str, date | None]] = []
    for state, day in days[:-1]:
        phase = f"phase.{ONE_TO_SUBMITTERS.get(state, state)}"
        if not way or way[-1][0] != phase:
            way.append((phase, day))
    now, since = phase_of(case), days[-1][1] if days else case.day
    if way and way[-1][0] == now:
        since = way.pop()[1] or since
    way.append((now, since))
    ended = case.closed is not None or case.outcome in {Outcome.WITHDRAWN, Outcome.SET_ASIDE}
    return tuple(way) if ended else (*way, (ANSWER, case.clocks.get("feedback")))
