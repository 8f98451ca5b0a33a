"""Where do cases about psychiatry for adults go? To the region. Those shared with primary care have a group.

Reply: the region is asked who does what, and until when.
"""

from __future__ import annotations

from lexheller.model.codes import Partner, Purpose
from lexheller.routing.concerns import concerns_others_than_the_writer
from lexheller.routing.conditions import Involves
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import Representative

RULES = (
    Rule(
        name="adult_psychiatry",
        when=concerns_others_than_the_writer(Partner.ADULT_PSYCHIATRY) & ~Involves(Partner.PRIMARY_CARE),
        to=Representative(Partner.ADULT_PSYCHIATRY),
        purpose=Purpose.REPLY,
        because=Because(
            sv="Regionens representant kan svara på vem psykiatrin tar emot och hur den lämnar över.",
            en="The region's representative can answer whom psychiatry takes on and how it hands over.",
        ),
    ),
)
