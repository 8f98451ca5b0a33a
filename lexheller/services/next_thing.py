"""What is the next thing to do with a case, for somebody in a role, and which of many cases comes first?

`next_thing` answers with a key of the words people read ("next.attest"). It looks at the case's head, the day and how
the case came to where it stands; it promises nothing about what the process will allow, which is `open_steps`'s to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from lexheller.model.case import Case, Referral
from lexheller.model.codes import DecisionKind, Outcome, Purpose, ReferralState, Role
from lexheller.services.clocks import LEADERS_CLOCKS

PATIENCE = timedelta(days=30)
"""How late an answer may be before "remind" becomes "remind or stop waiting"."""

SOON = timedelta(days=3)
"""How long before its day an interim note is brought up though it is somebody else's move."""

STEPS: Mapping[str, str] = {
    "next.open_dialogue": "open_dialogue",
    "next.first_contact": "note_talk",
    "next.retell": "retell",
    "next.attest": "attest",
    "next.confirm_override": "confirm_override",
    "next.share": "share",
    "next.consult": "consult",
    "next.set_level": "set_level",
    "next.classify": "classify",
    "next.tie_pattern": "tie_pattern",
    "next.decide": "decide",
    "next.refer": "refer",
    "next.conclude": "conclude",
    "next.give_up": "give_up",
    "next.read_message": "say",
    "next.reply_ask": "say",
    "next.give_feedback": "give_feedback",
    "next.confirm_withdrawal": "give_feedback",
    "next.interim": "say",
    "next.unblock": "unblock",
    "next.wake": "wake",
    "next.rest_over": "wake",
    "next.follow_measure": "follow_measure",
    "next.release": "release",
    "next.answer": "answer",
}
"""The step that does a thing, where it is one step."""


WITH_OTHERS = frozenset({"decided", "with_partners", "working_group", "classified"})
"""The states in which somebody beside the process leader has a case."""


def step_for(key: str, case: Case) -> str:
    """Name the step that does a thing; "" where it takes looking first."""
    if key == "next.open_dialogue" and case.state != "submitted":
        return "say"
    return STEPS.get(key, "")


@dataclass(frozen=True, slots=True)
class Came:
    """How a case came to where it stands.

    Args:
        by: the step that led to its state; `at` its version.
        last: the last step or action of all.
    """

    by: str = ""
    at: int = 0
    last: str = ""


UNKNOWN = Came()


class InboxRow(NamedTuple):
    """One thing that waits for somebody.

    Args:
        role: in which of their roles it waits.
        next: key of what to do.
        due: its day in that role, None without one; `late` the days since, 0 when not late.
        referral: for a partner, the id of the referral; else 0.
        partners: whom the case concerns; of one that is only offered, nobody is named.
        asked: key of what group or manager sent it back for, where something else comes before answering; else "".
    """

    number: str
    federation: str
    state: str
    version: int
    title: str
    role: str
    next: str
    due: date | None
    late: int
    referral: int = 0
    partners: tuple[str, ...] = ()
    asked: str = ""


class Inbox(NamedTuple):
    """What waits for one person: the first rows of each list, how many there are in all, how many wait on others."""

    late: tuple[InboxRow, ...]
    mine: tuple[InboxRow, ...]
    late_count: int
    mine_count: int
    waiting: int


_ON_A_TIE = ("next.unblock", "next.first_contact", "next.open_dialogue", "next.reply_ask", "next.read_message")
"""What goes before the rest on the same day: somebody may be recognised; somebody waits to be heard."""


def order(row: InboxRow) -> tuple[object, ...]:
    """Give what rows are sorted by: who may be recognised now, late before not, the earliest day, then people first."""
    rank = _ON_A_TIE.index(row.next) if row.next in _ON_A_TIE else len(_ON_A_TIE)
    return (row.next != "next.unblock", row.late == 0, row.due or date.max, rank, row.number)


def first_of(inbox: Inbox) -> InboxRow | None:
    """Choose the one thing to begin with: the first by `order`, None when nothing waits."""
    return min((*inbox.late, *inbox.mine), key=order, default=None)


def next_thing(
    case: Case,
    role: str,
    today: date,
    *,
    came: Came = UNKNOWN,
    person: str = "",
    recipients: Iterable[str] | None = None,
    has_group: bool = True,
) -> str:
    """Tell what somebody in a role should do next with a case, as a key of its words.

    Args:
        person: who asks; they do not confirm their own release, nor what they themselves let stand.
        recipients: those a partner answers for; None means all.
        has_group: whether the federation sits in a working group.
    """
    if case.void:
        return "next.nothing"
    match role:
        case Role.PROCESS_LEADER:
            return _leaders(case, today, came, person, has_group=has_group)
        case Role.GROUP_MEMBER:
            return _members(case, came)
        case Role.FEDERATION_MANAGER:
            return _managers(case, today)
        case Role.PARTNER:
            return _partners(case, None if recipients is None else frozenset(recipients))
        case Role.SUBMITTER:
            return "next.answer" if case.waiting == "wait" and not case.blocked else "next.nothing"
    return "next.nothing"


# --- process leaders: everything that nobody else's move is -------------------------------------------


def _leaders(case: Case, today: date, came: Came, person: str, *, has_group: bool) -> str:
    if case.attest_asked_by not in ("", person):
        return "next.confirm_override"
    if case.blocked:
        return "next.unblock"
    if case.asking():
        return "next.reply_ask"
    if case.unread:
        return "next.read_message"
    passed = sorted((day, name) for name, day in case.clocks.items() if day < today)
    if late := _hidden(case) or _late(case, passed, today):
        return late
    quiet = "next.second_person" if case.attest_asked_by else "next.nothing"
    if case.waiting and not passed:
        return quiet
    if case.closed is not None:
        waits = case.release_asked_by not in ("", person) and not case.released_version
        return "next.release" if waits else quiet
    return _by_state(case, today, came, has_group=has_group)


def _hidden(case: Case) -> str:
    """Tell what lacks where others have a case and cannot read it: they wait, whatever clock has run out.

    So they do while the submitter is asked something; of a case that rests nobody waits for anything.
    """
    return _unseen(case) if case.state in WITH_OTHERS and case.was_shared and case.waiting != "rest" else ""


def _late(case: Case, passed: list[tuple[date, str]], today: date) -> str:
    """Tell what the first clock that has run out asks for; "" when the state tells it better, or nothing is late."""
    for day, name in passed:
        kind = name.partition(":")[0]
        if kind in LEADERS_CLOCKS:
            if kind == "first_contact":
                return _first_contact(case)
            if kind != "feedback":
                return {"wait": "next.wake", "rest": "next.rest_over"}.get(kind, f"next.{kind}")
            if case.state == "feedback":
                return _answer(case)
        elif kind == "answer":
            return "next.remind" if today - day <= PATIENCE else "next.give_up"
        elif kind == "measure":
            return "next.follow_measure"
    return ""


def _answer(case: Case) -> str:
    """A sister federation that takes a case over answers for it; until then somebody may have to ring them.

    Of a case that was withdrawn there is nothing to tell: that it is, is confirmed.
    """
    if case.offered_to:
        return "next.ring_sister"
    return "next.confirm_withdrawal" if case.outcome is Outcome.WITHDRAWN else "next.give_feedback"


def _first_contact(case: Case) -> str:
    """Who left no number cannot be called, but reads messages with the code."""
    return "next.first_contact" if case.contact else "next.open_dialogue"


def _by_state(case: Case, today: date, came: Came, *, has_group: bool) -> str:
    match case.state:
        case "submitted":
            return "next.open_dialogue" if case.contacted is None else "next.go_on"
        case "dialogue":
            return _in_dialogue(case, came, has_group=has_group)
        case "feedback":
            return _answer(case)
        case state if state in WITH_OTHERS:
            return _unseen(case) or _with_others(case, today, came)
    return "next.go_on"  # a kind of matter whose states have no words of their own here


def _in_dialogue(case: Case, came: Came, *, has_group: bool) -> str:
    if asked := sent_back(case, came):
        return asked
    if case.contacted is None and not case.imported:
        return _first_contact(case)
    if unseen := _unseen(case):
        return unseen
    if not case.partners:
        return "next.go_on"
    if len(case.partners) == 1 and has_group:
        return "next.consult" if case.provisional_level or case.level else "next.set_level"
    return "next.share" if has_group else "next.classify"


def sent_back(case: Case, came: Came) -> str:
    """Name the question that group or manager sent a case back with, until the text was told anew; "" for none."""
    if case.state != "dialogue" or case.shared_version >= came.at:
        return ""
    return {"send_back": "next.answer_question", "return": "next.answer_manager"}.get(came.by, "")


def _unseen(case: Case) -> str:
    """Tell what lacks before others may see the case; a text edited after sharing is hidden until attested again."""
    if case.attested:
        return ""
    if case.attest_asked_by:
        return "next.second_person"
    return "next.attest" if case.shared_version else "next.retell"


def _with_others(case: Case, today: date, came: Came) -> str:
    if came.last == "more_time":
        return "next.more_time"
    if case.state in {"decided", "with_partners"} and not case.awaited():
        if case.decision is DecisionKind.REFER and not case.referrals:
            return "next.refer"
        new = any(r.version == case.version for r in case.referrals if r.state is not ReferralState.OPEN)
        return "next.read_answer" if new else "next.conclude"
    interim = case.clocks.get("interim")
    if interim is not None and interim <= today + SOON:
        return "next.interim"
    return "next.go_on" if case.state == "decided" else "next.nothing"


# --- everybody else -----------------------------------------------------------------------------------


def _members(case: Case, came: Came) -> str:
    if not case.shown or case.closed is not None or case.waiting:
        return "next.nothing"
    here = case.state == "working_group"
    if here and came.by == "return":
        return "next.answer_manager"
    if not case.patterns and not case.not_tied:
        return "next.tie_pattern"
    return "next.classify" if here else "next.nothing"


def _managers(case: Case, today: date) -> str:
    if case.blocked:
        return "next.nothing"
    if any(day < today for name, day in case.clocks.items() if name.startswith("measure:")):
        return "next.follow_measure"
    if case.state == "classified" and not case.waiting:
        return "next.decide"
    return "next.confirm_override" if case.attest_asked_by else "next.nothing"


def _partners(case: Case, recipients: frozenset[str] | None) -> str:
    if not case.shown:
        return "next.nothing"
    mine: list[Referral] = [r for r in case.open_referrals() if recipients is None or r.recipient in recipients]
    if any(r.purpose is Purpose.REPLY and not r.asked for r in mine):
        return "next.answer"
    unread = [r for r in mine if r.purpose is not Purpose.REPLY]
    return "next.read_message" if unread and case.closed is None else "next.nothing"
