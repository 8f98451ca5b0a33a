"""What does the gate point at in what leaves the federation, in the order by which each may be let stand?"""

from __future__ import annotations

from dataclasses import dataclass

from lexheller import anonymity
from lexheller.anonymity import Finding
from lexheller.services.reading import CaseView


@dataclass(frozen=True, slots=True)
class Leaves:
    """One finding: its number, which text it stands in, and why it was let stand, "" while nobody has said so."""

    place: int
    field: str
    finding: Finding
    reason: str = ""


def leaving(view: CaseView) -> tuple[Leaves, ...]:
    """List what is left in the shared text, and in a title that goes with it."""
    found = [("shared_text", finding) for finding in view.findings]
    if view.findings or view.shared:
        found += [("title", finding) for finding in anonymity.check(view.title)]
    return tuple(Leaves(place, field, finding) for place, (field, finding) in enumerate(found, 1))
