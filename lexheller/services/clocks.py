"""What is due in a case, by which day, and whose move it is: worked out whenever a case has moved.

The days are stored with the case and stand in its history: a promise once made keeps its day when settings change.
"""

from __future__ import annotations

from datetime import date

from lexheller.deadlines import due, next_interim
from lexheller.model.case import Case
from lexheller.model.codes import MeasureState, Outcome, Purpose, Role
from lexheller.services.office import Office
from lexheller.workflow import Process

LEADERS_CLOCKS = ("first_contact", "feedback", "interim", "wait", "rest")
"""Clocks that are the process leader's to keep, whoever's move it is."""


def settled(process: Process, case: Case, office: Office) -> dict[str, object]:
    """Give the attributes that follow from how a case stands: clocks, the first of them, whose move it is."""
    clocks = _clocks(process, case, office)
    return {"clocks": clocks, "due": min(clocks.values(), default=None), "turn": turn_of(process, case)}


def turn_of(process: Process, case: Case) -> str:
    """Tell which role's move it is; "" when it is nobody's."""
    if case.void:
        return ""
    if case.unread or case.blocked or case.attest_asked_by or case.asking():
        return Role.PROCESS_LEADER
    if case.state in process.finals:
        # A second person has to say yes before a closed case goes to the library.
        return Role.PROCESS_LEADER if case.release_asked_by and not case.released_version else ""
    if case.waiting:
        return Role.SUBMITTER if case.waiting == "wait" else ""
    if case.awaited() and process.turns[case.state] in {Role.PARTNER, Role.PROCESS_LEADER} and case.decision:
        return Role.PARTNER  # a case taken up again and decided anew, while its partners still have it
    role = process.turns[case.state]
    return Role.PROCESS_LEADER if role == Role.PARTNER and case.referrals and not case.awaited() else role


def _clocks(process: Process, case: Case, office: Office) -> dict[str, date]:
    if case.void or (case.imported and case.version == case.imported_version):
        return {}
    found = {f"measure:{m.id}": m.due for m in case.measures if m.state in {MeasureState.PLANNED, MeasureState.ONGOING}}
    if case.state in process.finals:
        return found
    if case.waiting_until:
        found[case.waiting or "until"] = case.waiting_until
    if case.waiting == "rest":
        return found
    promises, calendar = office.promises, office.calendar
    # Who has withdrawn is told by the feedback, and is promised no call beside it.
    if case.contacted is None and not case.imported and case.outcome is not Outcome.WITHDRAWN:
        found["first_contact"] = due(case.day, promises.first_contact, calendar)
    start = _feedback_starts(case)
    if start is not None:
        found["feedback"] = due(start, promises.feedback, calendar)
    told = [case.answered_submitter] if case.answered_submitter else []
    # A row of an old sheet has been silent since long before: its clock starts when somebody opens it.
    since = office.today() if case.imported and not told else case.day
    found["interim"] = next_interim(since, told, promises.interim, calendar)
    found |= {f"answer:{r.id}": r.due for r in case.open_referrals() if r.due and r.purpose is Purpose.REPLY}
    return found


def _feedback_starts(case: Case) -> date | None:
    """Give the day from which feedback is waited for: last awaited answer, decision, or coming to feedback."""
    if case.awaited() or (case.outcome is None and case.state not in {"decided", "with_partners"}):
        return None
    if case.outcome is not None and case.outcome != "conclude":
        return case.feedback_since
    answers = [r.closed for r in case.referrals if r.purpose is Purpose.REPLY and r.closed]
    return max(answers) if answers else case.decided or case.feedback_since
