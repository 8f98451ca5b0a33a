"""Where do cases about psychiatry for children and young people go? To the region, also where school is the other part.

Reply: times, ways in and who goes first are the region's to answer.
"""

from __future__ import annotations

from lexheller.model.codes import Partner, Purpose
from lexheller.routing.concerns import concerns_others_than_the_writer
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import Representative

RULES = (
    Rule(
        name="child_psychiatry",
        when=concerns_others_than_the_writer(Partner.CHILD_PSYCHIATRY),
        to=Representative(Partner.CHILD_PSYCHIATRY),
        purpose=Purpose.REPLY,
        because=Because(
            sv="Regionens representant kan svara på hur barn- och ungdomspsykiatrin går att nå och vilka den tar emot.",
            en="The region's representative can answer how child psychiatry is reached and whom it takes on.",
        ),
    ),
)
