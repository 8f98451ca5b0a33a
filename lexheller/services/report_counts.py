"""What does the pattern report ask of the store? Counted rows, never cases: the store groups, the service adds up.

Codes come as stored; days as ISO text. "Counted" cases are those of the viewer that came in during the period, without
voided ones, and with doubles and second reports of one event left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from lexheller.model.people import Viewer
from lexheller.model.report import Period


class CaseCount(NamedTuple):
    """Counted cases by month of receipt, level and what has become of them; "" where nothing is noted."""

    month: str
    level: str
    provisional: int
    outcome: str
    closed: int
    n: int


class FeedbackCount(NamedTuple):
    """Counted cases that are closed, by how feedback was given and what came of it."""

    waived: int
    told: int
    read: int
    helped: str
    n: int


class CodeCount(NamedTuple):
    """Counted cases under a code; "" for those that have none."""

    code: str
    n: int


class PairCount(NamedTuple):
    """Counted cases in which both kinds of partner are concerned, in alphabetical order."""

    one: str
    other: str
    n: int


class DayCount(NamedTuple):
    """Waits by the day they began and the day they were over; "" where they go on."""

    start: str
    end: str
    n: int


class AnswerCount(NamedTuple):
    """Referrals that ask for a reply, by days to the answer (None: still waiting) and whether it was in time.

    Args:
        judged: 1 for in time, 0 for late (also when still waiting past the day), None where the day is not past.
    """

    days: int | None
    judged: int | None
    n: int


class ReferralCount(NamedTuple):
    """Referrals by the kind of partner asked, where they stand ("no_reply": open, asks for none), and whose it was."""

    partner: str
    state: str
    whose: str
    n: int


class PatternCount(NamedTuple):
    """A named pattern and how many counted cases are tied to it."""

    key: str
    name: str
    question: str
    status: str
    owner: str
    n: int


class MeasureRow(NamedTuple):
    """A measure of the viewer's cases, once however many cases it was decided for; pattern "" for none."""

    pattern: str
    owner: str
    due: str
    state: str


class RatedCount(NamedTuple):
    """Counted cases by the levels that people gave, sorted, with a blank between: "organisation structure"."""

    levels: str
    n: int


@dataclass(frozen=True, slots=True)
class Counted:
    """All that a pattern report is made of.

    Args:
        again: doubles and second reports of an event, left out of the rest.
        open_days: every open case of the viewer, whenever it came, by day of receipt.
        alone: counted cases with one kind of partner and no other.
    """

    cases: tuple[CaseCount, ...] = ()
    again: int = 0
    feedback: tuple[FeedbackCount, ...] = ()
    themes: tuple[CodeCount, ...] = ()
    target_groups: tuple[CodeCount, ...] = ()
    partners: tuple[CodeCount, ...] = ()
    alone: tuple[CodeCount, ...] = ()
    pairs: tuple[PairCount, ...] = ()
    first_contacts: tuple[DayCount, ...] = ()
    feedback_days: tuple[DayCount, ...] = ()
    answers: tuple[AnswerCount, ...] = ()
    referrals: tuple[ReferralCount, ...] = ()
    open_days: tuple[CodeCount, ...] = ()
    patterns: tuple[PatternCount, ...] = ()
    measures: tuple[MeasureRow, ...] = ()
    rated: tuple[RatedCount, ...] = ()


class Counts(Protocol):
    """Where counted rows come from; storage/ fills it."""

    def __call__(self, viewer: Viewer, federations: tuple[str, ...], period: Period, today: date) -> Counted:
        """Count what a viewer may see.

        Args:
            viewer: who looks; what is not theirs is not counted.
            federations: ids of the federations to count cases of; empty for all that the viewer sees.
            period: when the cases came in.
            today: until when waits that go on are counted.
        """
