"""What is the next thing to do with a case, for somebody in a role, and which of many cases comes first?

`next_thing` answers with a key of the words people read ("next.attest"). It looks at the case's head, the day and how
the case came to where it stands; it promises nothing about what the process will allow, which is `open_steps`'s to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from lexheller.model.case import Case, Referral
from lexheller.model.codes import DecisionKind, Purpose, ReferralState, Role
from lexheller.services.clocks import turn_of
from lexheller.processes import process_named

PATIENCE = timedelta(days=30)
"""How late an answer may be before "remind" becomes "remind or stop waiting"."""

SOON = timedelta(days=3)
"""How long before its day an interim note is brought up though it is somebody else's move."""

STEPS: Mapping[str, str] = {
    "next.open_dialogue": "open_dialogue",
    "next.first_contact": "note_talk",
    "next.retell": "retell",
    "next.attest": "attest",
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
    "next.interim": "say",
    "next.unblock": "unblock",
    "next.wake": "wake",
    "next.rest_over": "wake",
    "next.follow_measure": "follow_measure",
    "next.release": "release",
    "next.answer": "answer",
}
"""The step that does a thing, where it is one step."""


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


class InboxRow(NamedTuple):
    """One thing that waits for somebody.

    Args:
        role: in which of their roles it waits.
        next: key of what to do.
        due: its day in that role, None without one; `late` the days since, 0 when not late.
        referral: for a partner, the id of the referral; else 0.
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
    """Give what rows are sorted by: late before not, the earliest day first, then people before papers."""
    rank = _ON_A_TIE.index(row.next) if row.next in _ON_A_TIE else len(_ON_A_TIE)
    return (row.late == 0, row.due or date.max, rank, row.number)


def first_of(inbox: Inbox) -> InboxRow | None:
    """Choose the one thing to begin with: the first by `order`, None when nothing waits."""
    return min((*inbox.late, *inbox.mine), key=order, default=None)


def next_thing(
    case: Case,
    role: str,
    today: date,
    *,
    came: Came = Came(),
    person: str = "",
    recipients: Iterable[str] | None = None,
    has_group: bool = True,
) -> str:
    """Tell what somebody in a role should do next with a case, as a key of its words.

    Args:
        person: who asks; they do not confirm their own release.
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
