"""Where do cases about the region's addiction care go? To the region.

Reply: which door opens first is a question between two of the region's own clinics, and the region can answer it.
"""

from __future__ import annotations

from lexheller.model.codes import Partner, Purpose
from lexheller.routing.concerns import concerns_others_than_the_writer
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import Representative

RULES = (
    Rule(
        name="addiction_care",
        when=concerns_others_than_the_writer(Partner.ADDICTION_CARE),
        to=Representative(Partner.ADDICTION_CARE),
        purpose=Purpose.REPLY,
        because=Because(
            sv="Regionens representant kan svara på hur beroendevården och övrig vård tar vid efter varandra.",
            en="The region's representative can answer for how addiction care and other care follow on each other.",
        ),
    ),
)
