"""Where do cases about associations and congregations go? To the preparatory group, when nobody else is concerned.

Learning: an association answers to its members, not to a federation. Where authorities are concerned too, theirs are
the rules that count.
"""

from __future__ import annotations

from lexheller.model.codes import Partner
from lexheller.routing.concerns import ABOUT_ONE
from lexheller.routing.conditions import OnlyInvolves
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import PREPARATORY_GROUP, Forum

RULES = (
    Rule(
        name="civil_society",
        when=OnlyInvolves(Partner.CIVIL_SOCIETY) & ~ABOUT_ONE,
        to=Forum(PREPARATORY_GROUP),
        because=Because(
            sv="Föreningar sitter inte i förbundet; beredningsgruppen tar upp hur samverkan med dem kan bli bättre.",
            en="Associations have no seat; the preparatory group takes up how to cooperate better with them.",
        ),
    ),
)
