"""Where do cases about economic assistance go? To the municipality, whose guidelines they mostly are about.

Reply: what a guideline demands, and whether it can be met, is for the municipality to answer.
"""

from __future__ import annotations

from lexheller.model.codes import Partner, Purpose
from lexheller.routing.concerns import concerns
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import Representative

RULES = (
    Rule(
        name="economic_assistance",
        when=concerns(Partner.ECONOMIC_ASSISTANCE),
        to=Representative(Partner.ECONOMIC_ASSISTANCE),
        purpose=Purpose.REPLY,
        because=Because(
            sv="Kommunen svarar för sina egna riktlinjer för ekonomiskt bistånd.",
            en="The municipality answers for its own guidelines for economic assistance.",
        ),
    ),
)
