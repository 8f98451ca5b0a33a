"""Who decides while a manager is away?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class StandIn:
    """Somebody who has a manager's part beside their own, up to and including a day.

    Args:
        id: the manager who is away.
        by: who stands in for them, of the same federation.
    """

    federation: str
    id: str
    by: str
    until: date
