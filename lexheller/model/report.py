"""What does a pattern report say? One value, with every number in it; reports/ draws it, services/reporting makes it.

It counts events and choices, never people, and holds no text of a case. Partners stand in one fixed order wherever
they are listed, since a report is no ranking.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lexheller.model.codes import Helped, Level, MeasureState, Outcome, Partner

Count = int | None
"""How many; None where the number is hidden from readers outside."""


class Audience(StrEnum):
    """Say for whom a report is: the federation and its groups, or anybody."""

    INSIDE = "inside"
    OUTSIDE = "outside"


PARTNER_ORDER = (
    Partner.FK,
    Partner.AF,
    Partner.PROBATION,
    Partner.ECONOMIC_ASSISTANCE,
    Partner.SOCIAL_SERVICES,
    Partner.LABOUR_MARKET_UNIT,
    Partner.DISABILITY_SUPPORT,
    Partner.SCHOOL,
    Partner.YOUTH_RESPONSIBILITY,
    Partner.PRIMARY_CARE,
    Partner.ADULT_PSYCHIATRY,
    Partner.CHILD_PSYCHIATRY,
    Partner.ADDICTION_CARE,
    Partner.HOSPITAL,
    Partner.SUPPLIER,
    Partner.CIVIL_SOCIETY,
    Partner.FEDERATION_ACTIVITY,
    Partner.UNCLEAR,
)
"""State, municipality, region, others."""

LEVEL_ORDER = (Level.ORGANISATION, Level.STRUCTURE, Level.INDIVIDUAL)


class Waited(StrEnum):
    """Name what somebody waited for."""

    FIRST_CONTACT = "first_contact"
    ANSWER = "answer"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True)
class Period:
    """Some whole months: from the first day of one to the last day of another."""

    first: date
    last: date

    @property
    def code(self) -> str:
        """Write the period as "2025-03/2026-02", one month as "2025-03"."""
        ends = (f"{self.first:%Y-%m}", f"{self.last:%Y-%m}")
        return ends[0] if ends[0] == ends[1] else "/".join(ends)


@dataclass(frozen=True, slots=True)
class Totals:
    """How many events came in during the period, and what has become of them.

    Args:
        received: events; a double and a second report of the same event are not counted again.
        again: reports left out of `received` for that reason.
        outcomes: by the step that brought them to feedback; the last line, code "", has not come there.
    """

    received: Count
    again: Count
    closed: Count
    open: Count
    waived: Count
    outcomes: tuple[Tally, ...]

    def outcome(self, outcome: Outcome) -> Count:
        """Give the number under one outcome's heading."""
        return next((line.n for line in self.outcomes if line.code == outcome), 0)


@dataclass(frozen=True, slots=True)
class Tally:
    """A number under a code; "" where nothing is noted."""

    code: str
    n: Count


@dataclass(frozen=True, slots=True)
class LevelLine:
    """A level (None: not assessed), in all and for each part of the period."""

    level: Level | None
    n: Count
    parts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Cases in which both partners are concerned; the same one twice where it is the only one."""

    one: Partner
    other: Partner
    n: Count


@dataclass(frozen=True, slots=True)
class Promise:
    """What has been promised: an amount of days or working days, as settings hold it; `days` on a calendar."""

    amount: int
    unit: str
    days: int


@dataclass(frozen=True, slots=True)
class Wait:
    """How long one thing took, in calendar days.

    Args:
        n: waits that are over.
        half: half of those were over within so many days; None where too few are shown to say.
        most: the same for nine in ten.
        in_time, late: waits whose last day is known; late are also those that go on past it.
    """

    what: Waited
    n: Count
    half: int | None
    most: int | None
    promise: Promise | None
    in_time: Count
    late: Count


@dataclass(frozen=True, slots=True)
class Referred:
    """What was sent to a kind of partner (None: to a forum of several) and what came of it."""

    partner: Partner | None
    sent: Count
    open: Count
    answered: Count
    not_ours: Count
    given_up: Count
    taken_back: Count
    no_reply: Count
    """Open, and asks for no reply."""


@dataclass(frozen=True, slots=True)
class Handed:
    """Who said "not ours", and whose they said it was: None for nobody."""

    partner: Partner | None
    whose: Partner | None
    n: int


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure of a pattern: who, by when, how far it has come; "" where it belongs to no pattern.

    Readers outside are not told who: an owner is written by hand, and may be a person.
    """

    pattern: str
    owner: str
    due: date
    state: MeasureState


@dataclass(frozen=True, slots=True)
class PatternLine:
    """A named pattern with its cases and measures."""

    key: str
    name: str
    question: str
    status: str
    owner: str
    n: Count
    measures: tuple[MeasureLine, ...]


@dataclass(frozen=True, slots=True)
class Raters:
    """How far those who set levels agree.

    Args:
        cases: given a level by two people or more, unseen by each other.
        same: of those, where all gave the same.
        alpha: Krippendorff's nominal alpha; None where too few for it to mean anything.
        low, high: where alpha lies with 95 % certainty.
    """

    cases: Count
    same: Count
    alpha: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Feedback:
    """Given, read, helped: three facts, each counted by itself.

    Args:
        given: cases closed with feedback; `told` of them by word of mouth, `written` where the code can read it.
        read: of the written ones, opened by the submitter.
        helped: what submitters have said, by Helped.
    """

    given: Count
    told: Count
    written: Count
    read: Count
    answers: Count
    helped: tuple[Tally, ...]

    def said(self, helped: Helped) -> Count:
        """Give how many said so."""
        return next((line.n for line in self.helped if line.code == helped), 0)


@dataclass(frozen=True, slots=True)
class Report:
    """A pattern report.

    Args:
        today: the day it was counted.
        federations: names of the federations whose cases are counted.
        parts: the period in parts, for `levels` and `received_parts`.
        provisional: of the levels, those that no working group has set.
        most: the two partners that most cases have between them; None where no pair stands out, or that cannot be said.
        foremost: the level that most cases are at, in the same way.
        longest: the wait that takes longest, in the same way.
        open_ages: cases open today, whenever they came, by age: code "0-30", "31-90", … in days.
        referred, handed: inside only; outside, what was sent is told in all.
        nobody, named: of all "not ours", those that named nobody and those that named somebody.
    """

    audience: Audience
    period: Period
    today: date
    federations: tuple[str, ...]
    parts: tuple[Period, ...]
    totals: Totals
    levels: tuple[LevelLine, ...]
    received_parts: tuple[Count, ...]
    provisional: Count
    themes: tuple[Tally, ...]
    partners: tuple[Tally, ...]
    pairs: tuple[Pair, ...]
    target_groups: tuple[Tally, ...]
    waits: tuple[Wait, ...]
    referred: tuple[Referred, ...]
    referred_in_all: Referred
    nobody: Count
    named: Count
    handed: tuple[Handed, ...]
    open_ages: tuple[Tally, ...]
    open_now: Count
    patterns: tuple[PatternLine, ...]
    loose_measures: tuple[MeasureLine, ...]
    raters: Raters
    feedback: Feedback
    most: tuple[Partner, Partner] | None = None
    foremost: Level | None = None
    longest: Waited | None = None

    def pair(self, one: Partner, other: Partner) -> Count:
        """Give the number that two partners share, in either order."""
        return next((p.n for p in self.pairs if {p.one, p.other} == {one, other}), 0)

    def kinds(self) -> tuple[Partner, ...]:
        """List the kinds of partner that the matrix has, in the fixed order."""
        return tuple(partner for partner in PARTNER_ORDER if any(partner in {p.one, p.other} for p in self.pairs))
