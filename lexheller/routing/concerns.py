"""When should a partner's representative have a case? What the rule files of most partners have in common."""

from __future__ import annotations

from lexheller.model.codes import Level, Partner
from lexheller.routing.conditions import Condition, HasLevel, Involves, OnlyInvolves, OwnWorkplace

ABOUT_ONE = HasLevel(Level.INDIVIDUAL)
"""What one person did goes by a talk with their manager (individual.py), never to a table where it is read aloud."""


def concerns(partner: Partner) -> Condition:
    """Hold when the partner is concerned and the matter is not about how one person acted."""
    return Involves(partner) & ~ABOUT_ONE


def concerns_others_than_the_writer(partner: Partner) -> Condition:
    """Hold when the partner is concerned, unless somebody who works there asks the *other* partners.

    Those who write from a small or well-known workplace could be recognised by a colleague who reads the case, and what
    their own part can do is talked over with them in the dialogue. When the case is about their own part only, it goes.
    """
    return concerns(partner) & (OnlyInvolves(partner) | ~OwnWorkplace(partner))
