"""Which word has a federation agreed on that it is no person's name?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AllowedWord:
    """A word, or a few, that the gate takes for a name and a federation knows better.

    Args:
        id: the word itself, as `anonymity.allowed_form` gives it.
        reason: why it was let stand ("organisation", "ordinary_word", "public_office").
        proposed_by: who let it stand in a text; never the one who accepted it.
        day: when it was accepted.
    """

    federation: str
    id: str
    reason: str
    proposed_by: str
    accepted_by: str
    day: date
