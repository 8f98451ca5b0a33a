"""Whom a step is news for: the outbox rows that are written in the step's own transaction.

A row names a topic and who is to hear of it. It holds no text of the case and no address: the one who sends looks those
up when the time comes, and sees then what may still be shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from lexheller.model.case import Case, Referral
from lexheller.model.codes import ReferralState, Role
from lexheller.services.ports import Message

TO_SUBMITTER = {
    "give_feedback": "feedback_ready",
    "waive_feedback": "closed_without_answer",
    "wait": "new_question",
    "rest": "paused",
    "renew_code": "code_renewed",
}
TO_LEADER = {
    "withdraw": "withdrawn",
    "reopen": "reopened",
    "helped": "helped",
    "answer": "answer_received",
    "not_ours": "answer_received",
    "more_time": "more_time_asked",
    "ask": "partner_asks",
    "send_back": "group_asks",
    "return": "manager_asks",
    "decide": "decided",
    "block": "blocked",
    "hand_over": "handed_over",
}
TO_MANAGER = {"classify": "decision_awaited", "reconsider": "decision_awaited"}


def of(case: Case, step: str, sets: Mapping[str, object], role: Role) -> tuple[Message, ...]:
    """List whom a step with this case is news for."""
    found = []
    if step in TO_SUBMITTER:
        found.append(Message(TO_SUBMITTER[step], "submitter", {}))
    if step in TO_LEADER and role is not Role.PROCESS_LEADER:
        found.append(Message(TO_LEADER[step], "leader", {}))
    if step in TO_MANAGER:
        found.append(Message(TO_MANAGER[step], "manager", {}))
    if step == "say":
        found.append(_message(case, sets, role))
    if step in {"share", "show_group", "return"}:
        new = set(cast("tuple[str, ...]", sets.get("groups", ()))) - set(case.groups)
        found += [Message("case_shared", f"group:{key}", {}) for key in sorted(new)]
    if sets.get("offered_to"):
        found.append(Message("sister_asked", f"federation:{sets['offered_to']}", {}))
    if sets.get("attest_asked_by"):
        found.append(Message("second_person_asked", f"federation:{case.federation}", {}))
    if step == "confirm_override":
        found.append(Message("override_confirmed", "leader", {}))
    found += _about_referrals(case, sets)
    hides = step == "block" or (case.shown and (step == "retell" or bool(sets.get("attest_asked_by"))))
    if case.was_shared and (hides or step == "unblock"):
        found += _to_all_who_had_it(case, "hidden" if hides else "shown_again")
    return tuple(found)


def _message(case: Case, sets: Mapping[str, object], role: Role) -> Message:
    """Say whom a message is for: the other side, or the partner whose question it answers."""
    if role is Role.SUBMITTER:
        return Message("new_message", "leader", {})
    before = {r.id: r for r in case.referrals}
    for referral in cast("tuple[Referral, ...]", sets.get("referrals", ())):
        if before[referral.id].asked and not referral.asked:
            return Message("question_answered", f"recipient:{referral.recipient}", {"referral": referral.id})
    return Message("new_message", "submitter", {})


def _about_referrals(case: Case, sets: Mapping[str, object]) -> list[Message]:
    now = cast("tuple[Referral, ...]", sets.get("referrals", case.referrals))
    before = {r.id: r for r in case.referrals}
    found = []
    for referral in now:
        old = before.get(referral.id)
        detail = {"referral": referral.id, "purpose": referral.purpose.value}
        if old is None:
            found.append(Message("referral_sent", f"recipient:{referral.recipient}", detail))
        elif old.state is not referral.state and referral.state is ReferralState.TAKEN_BACK:
            found.append(Message("referral_taken_back", f"recipient:{referral.recipient}", detail))
    return found


def _to_all_who_had_it(case: Case, topic: str) -> list[Message]:
    to = [f"group:{key}" for key in case.groups]
    to += [f"recipient:{r.recipient}" for r in case.referrals if r.state is not ReferralState.TAKEN_BACK]
    return [Message(topic, who, {}) for who in dict.fromkeys(to)]
