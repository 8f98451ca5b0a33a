"""Where do cases go that nobody owns? To the steering group and the preparatory group.

Learning: there is nobody to ask for an answer, which is just what the meetings have to see. "Vet inte" counts as
nobody, and so does a case where every partner that was named has said "not ours".
"""

from __future__ import annotations

from lexheller.routing.concerns import ABOUT_ONE
from lexheller.routing.conditions import Unowned
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import PREPARATORY_GROUP, STEERING_GROUP, Forum

RULES = (
    Rule(
        name="unclear-steering_group",
        when=Unowned() & ~ABOUT_ONE,
        to=Forum(STEERING_GROUP),
        because=Because(
            sv="Ingen har ansvaret. Styrgruppen behöver se ärenden som faller mellan parterna.",
            en="Nobody owns it. The steering group needs to see cases that fall between the partners.",
        ),
    ),
    Rule(
        name="unclear-preparatory_group",
        when=Unowned() & ~ABOUT_ONE,
        to=Forum(PREPARATORY_GROUP),
        because=Because(
            sv="Ingen har ansvaret. Beredningsgruppen kan komma överens om vem som tar det.",
            en="Nobody owns it. The preparatory group can agree on who takes it.",
        ),
    ),
)
