"""What is known of a case without reading its texts: its head, and what hangs on it.

A head is the sum of the case's events (`event.py`): every attribute here was set by one of them, which is how
`verify` can build it again. No attribute holds free text; texts lie beside the events, by version and field.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from lexheller.model.codes import (
    Answer,
    Channel,
    DecisionKind,
    Helped,
    Level,
    MeasureState,
    Outcome,
    Partner,
    Purpose,
    Recurring,
    ReferralState,
    SetAsideReason,
    Source,
    Told,
    WaiveReason,
)


@dataclass(frozen=True, slots=True)
class Referral:
    """One sending of the shared text to one recipient, with why.

    Args:
        recipient: "FEDERATION/id" of the recipient's row.
        rule: the rule that fired, or "" when chosen by hand; `facts` are what fired it, as stored words.
        waits_for: the kind of partner the recipient itself says it waits for.
        whose: for "not ours", the kind of partner whose it then is; None means nobody.
    """

    id: int
    recipient: str
    partner: Partner | None
    purpose: Purpose
    sent: date
    due: date | None = None
    rule: str = ""
    rule_version: int = 0
    facts: tuple[str, ...] = ()
    state: ReferralState = ReferralState.OPEN
    closed: date | None = None
    version: int = 0
    whose: Partner | None = None
    waits_for: Partner | None = None
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing decided to be done: who by and when. What it is stands among the texts of event `version`."""

    id: int
    owner: str
    due: date
    version: int
    state: MeasureState = MeasureState.PLANNED
    joint: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opinion:
    """One person's view of the level, given with the others unseen.

    Args:
        second: their own, beside the level that they set for the group.
    """

    person: str
    level: Level
    version: int
    second: bool = False


@dataclass(frozen=True, slots=True)
class Submitted:
    """The choices of the form as they were made; they are part of the received document and never change."""

    submitter_org: Partner | None = None
    partners: tuple[Partner, ...] = ()
    when: str = ""
    area: str = ""
    target_group: str = ""
    recurring: Recurring | None = None
    agreement: Answer | None = None
    solved: Helped | None = None
    publication: bool = False
    other_channel: Answer | None = None
    informed: tuple[Channel, ...] = ()


@dataclass(frozen=True)  # no slots: with a dictionary a copy of so many attributes costs a tenth (`codec.changed`)
class Case:
    """The head of a case.

    Args:
        federation, id: the key; `id` is random, `number` is for people ("GBG-2026-0042").
        version: the version of the last event; `head` its digest in hex.
        received: UTC. `day` is the Swedish local date of it, which decides the year of the number.
        leader: person id of the process leader who has it; "" until somebody opens it.
        shared_version: the event whose shared text counts, 0 for none; `attested_version` the shared text that a
            person has attested (it counts only when it equals `shared_version`).
        attest_asked_by: who has attested it in part: a second person has yet to confirm what may stand; "" for nobody.
        public_version: the event whose public text counts, 0 for none; `release_asked_by` stands for it, and since
            `released_version` a second person does.
        groups: "HOST/group" of the working groups that the case has been shown to.
        clocks: what is due by name, with its last day; `due` the first of them; `turn` whose move it is.
    """

    federation: str
    id: str
    number: str
    process: str
    state: str
    version: int
    head: str
    received: datetime
    day: date
    source: Source = Source.FORM
    registered_by: str = ""
    language: str = "sv"
    submitted: Submitted = field(default_factory=Submitted)
    partners: tuple[Partner, ...] = ()
    themes: tuple[str, ...] = ()
    target_group: str = ""
    contact: bool = False
    leader: str = ""
    stand_in: str = ""
    stand_in_until: date | None = None
    title_version: int = 1
    shared_version: int = 0
    attested_version: int = 0
    attested_by: str = ""
    attested_at_version: int = 0
    attest_asked_by: str = ""
    area_shown: bool = False
    blocked: bool = False
    blocked_version: int = 0
    was_shared: bool = False
    waiting: str = ""
    waiting_until: date | None = None
    contacted: date | None = None
    answered_submitter: date | None = None
    unread: bool = False
    groups: tuple[str, ...] = ()
    level: Level | None = None
    provisional_level: Level | None = None
    level_version: int = 0
    opinions: tuple[Opinion, ...] = ()
    patterns: tuple[str, ...] = ()
    not_tied: bool = False
    same_event: str = ""
    referrals: tuple[Referral, ...] = ()
    decision: DecisionKind | None = None
    decided: date | None = None
    measures: tuple[Measure, ...] = ()
    outcome: Outcome | None = None
    channel: Channel | None = None
    set_aside: SetAsideReason | None = None
    double_of: str = ""
    doubles: tuple[str, ...] = ()
    split_from: str = ""
    offered_to: str = ""
    moved_to: str = ""
    feedback_since: date | None = None
    feedback_version: int = 0
    feedback_day: date | None = None
    told: Told | None = None
    waived: WaiveReason | None = None
    helped: Helped | None = None
    closed: date | None = None
    released_version: int = 0
    release_asked_by: str = ""
    public_version: int = 0
    severity: tuple[str, ...] = ()
    imported: str = ""
    imported_version: int = 0
    void: bool = False
    clocks: Mapping[str, date] = field(default_factory=dict)
    due: date | None = None
    turn: str = ""

    @property
    def attested(self) -> bool:
        """Tell whether a named person has attested the shared text exactly as it stands."""
        return self.shared_version > 0 and self.attested_version == self.shared_version

    @property
    def released(self) -> bool:
        """Tell whether the public may read the public text: two people stand for it as it is, and for what it tells."""
        agreed = 0 < self.public_version < self.released_version
        return agreed and not self.blocked and not self.void and (self.attested or not self.shared_version)

    @property
    def own_workplace(self) -> bool:
        """Tell whether the submitter's own kind of workplace is among those concerned."""
        return self.submitted.submitter_org is not None and self.submitted.submitter_org in self.partners

    @property
    def shown(self) -> bool:
        """Tell whether others than the federation may see the shared text now (rule 2 of the process)."""
        return self.attested and not self.blocked and not self.void and self.outcome is not Outcome.WITHDRAWN

    @property
    def public(self) -> bool:
        """Tell whether what was released of it may stand in the library now."""
        return self.released and self.closed is not None and self.outcome is not Outcome.WITHDRAWN

    def open_referrals(self) -> tuple[Referral, ...]:
        """List the referrals that still wait for something."""
        return tuple(r for r in self.referrals if r.state is ReferralState.OPEN)

    def asking(self) -> tuple[Referral, ...]:
        """List the referrals whose recipient has a question that nobody has answered."""
        return tuple(r for r in self.open_referrals() if r.asked)

    def awaited(self) -> tuple[Referral, ...]:
        """List the referrals that `conclude` waits for: open, and asking for a reply."""
        return tuple(r for r in self.open_referrals() if r.purpose is Purpose.REPLY)
