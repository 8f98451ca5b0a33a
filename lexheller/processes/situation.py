"""What the rules of a process may look at: the case's head, the day, and a few facts about the federation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lexheller.model.case import Case


@dataclass(frozen=True, slots=True)
class Situation:
    """A case as it stands when somebody wants to take a step.

    Args:
        today: the Swedish local date.
        actor: person id, "submitter" or "system".
        via: the administrator who acts as `actor`; "" where they act themselves.
        has_group: whether the federation is a member of any working group; asked for only where it matters.
        works_alone: whether nobody but the one who attests is a process leader here; asked only for a second person.
        findings_left: how many findings in what leaves nobody has let stand; asked where no step has counted them.
        few_alike: whether too few cases are like this one for it to leave unseen, its municipality not shown.
        publication: whether the submitter lets it be retold, None where nobody has asked; asked for only by `release`.
        first_read: when the submitter first read the feedback; asked for only by `reopen`.
        disposal_decision: names the board's decision that lets contacts be erased, "" without one.
        answers_for: the recipients whose referrals the actor may answer; None for a process leader, who notes any.
        reopen_days, reopen_months: how long a submitter may reopen, from first reading and from closing.
    """

    case: Case
    today: date
    actor: str = ""
    via: str = ""
    has_group: Callable[[], bool] = lambda: False
    works_alone: Callable[[], bool] = lambda: False
    findings_left: Callable[[], int] = lambda: 0
    few_alike: Callable[[], bool] = lambda: False
    publication: Callable[[], bool | None] = lambda: None
    first_read: Callable[[], date | None] = lambda: None
    disposal_decision: str = ""
    answers_for: frozenset[str] | None = None
    reopen_days: int = 30
    reopen_months: int = 12

    @property
    def state(self) -> str:
        """The case's state."""
        return self.case.state

    @property
    def blocked(self) -> bool:
        """Whether the case is blocked."""
        return self.case.blocked

    @property
    def version(self) -> int:
        """The version that a step taken now will have."""
        return self.case.version + 1
