"""Where does a case go that is about how one person acted? To a quiet talk with the manager, whatever the partner.

A case never names a person, yet read aloud at a table everybody knows. The practice is that small matters end with the
federation reaching the responsible manager. Learning: the talk is the point, and no answer is waited for.
"""

from __future__ import annotations

from lexheller.model.codes import Partner
from lexheller.routing.concerns import ABOUT_ONE
from lexheller.routing.conditions import Involves
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import ManagerContact

WITHOUT_MANAGER = (Partner.UNCLEAR, Partner.FEDERATION_ACTIVITY)
"""Nobody to call; and the federation's own house has its own rule (federation_activity.py)."""

RULES = tuple(
    Rule(
        name=f"individual-{partner}",
        when=Involves(partner) & ABOUT_ONE,
        to=ManagerContact(partner),
        because=Because(
            sv="Det som hänger på en enskild medarbetare tas upp i ett samtal med ansvarig chef, inte i en grupp.",
            en="What hangs on one member of staff is taken up in a talk with the responsible manager, not in a group.",
        ),
    )
    for partner in Partner
    if partner not in WITHOUT_MANAGER
)
