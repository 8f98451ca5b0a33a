"""Who would have got what? Tries changed rules on earlier cases, beside the rules as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lexheller.model.people import Recipient
from lexheller.routing.book import Proposal, RuleBook, propose
from lexheller.routing.facts import Facts


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What both books propose for one case."""

    number: str
    before: tuple[Proposal, ...]
    after: tuple[Proposal, ...]

    @property
    def changed(self) -> bool:
        """Tell whether the case would go elsewhere, or for another purpose; which rule says so is no change."""
        return self._ways(self.before) != self._ways(self.after)

    @staticmethod
    def _ways(proposals: Iterable[Proposal]) -> set[object]:
        return {(proposal.place, proposal.purpose) for proposal in proposals}


def rehearse(
    old: RuleBook, new: RuleBook, cases: Iterable[tuple[str, Facts]], recipients: Sequence[Recipient]
) -> tuple[Rehearsed, ...]:
    """Hold two books against cases of one federation, each known by its number, changed and unchanged alike."""
    return tuple(
        Rehearsed(number, propose(old, facts, recipients), propose(new, facts, recipients)) for number, facts in cases
    )
