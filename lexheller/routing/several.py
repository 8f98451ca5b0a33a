"""What goes to the federation managers? What several partners have to settle together, and law between two agencies.

Learning: managers may decide working groups, workshops or training, or take a matter to the members; they answer in
their meetings, not to a clock.
"""

from __future__ import annotations

from lexheller.model.codes import Level, Partner
from lexheller.routing.concerns import ABOUT_ONE
from lexheller.routing.conditions import AtLeast, HasLevel, HasTheme, Involves
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import Managers

RULES = (
    Rule(
        name="several-structure",
        when=AtLeast(3) & HasLevel(Level.STRUCTURE),
        to=Managers(),
        because=Because(
            sv="Regler som krockar mellan tre eller fler parter behöver förbundscheferna ta vidare tillsammans.",
            en="Rules that clash between three or more partners are for the federation managers to take further.",
        ),
    ),
    Rule(
        name="several-agencies",
        when=Involves(Partner.FK, Partner.AF) & HasLevel(Level.STRUCTURE),
        to=Managers(),
        because=Because(
            sv="Regler mellan två statliga myndigheter ändras inte lokalt; förbundscheferna kan lyfta frågan.",
            en="Rules between two state agencies are not changed locally; the federation managers can raise them.",
        ),
    ),
    Rule(
        name="several-doors",
        when=AtLeast(3) & HasTheme("target_group_limits", "housing") & ~ABOUT_ONE,
        to=Managers(),
        because=Because(
            sv="När flera parter var för sig avgränsar vilka de är till för behöver cheferna se helheten.",
            en="When several partners each draw a limit for whom they are there, managers need to see the whole.",
        ),
    ),
)
