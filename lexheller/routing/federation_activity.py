"""Where do cases about the federation's own activities go? To another process leader, and to the managers.

Nobody handles what is about their own house: the case is handed over first. The managers answer for what the
federation pays for, so they are asked to reply.
"""

from __future__ import annotations

from lexheller.model.codes import Partner, Purpose
from lexheller.routing.concerns import concerns
from lexheller.routing.conditions import Involves
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import AnotherLeader, Managers

RULES = (
    Rule(
        name="federation_activity-hand_over",
        when=Involves(Partner.FEDERATION_ACTIVITY),
        to=AnotherLeader(),
        purpose=Purpose.INFORMATION,
        because=Because(
            sv="Ärendet rör förbundets egen insats och bör skötas av någon som inte står nära den.",
            en="It is about the federation's own activity: somebody who is not close to that should handle it.",
        ),
    ),
    Rule(
        name="federation_activity",
        when=concerns(Partner.FEDERATION_ACTIVITY),
        to=Managers(),
        purpose=Purpose.REPLY,
        because=Because(
            sv="Förbundscheferna svarar för de insatser som förbunden betalar.",
            en="The federation managers answer for the activities that federations pay for.",
        ),
    ),
)
