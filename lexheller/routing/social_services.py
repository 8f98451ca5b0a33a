"""Where do cases about social services go? To the municipality, also when somebody there wrote it.

Reply: social services can change their own routines, and staff who name their own part ask for just that. Many
workplaces share one representative, so a writer is not easily recognised.
"""

from __future__ import annotations

from lexheller.model.codes import Partner, Purpose
from lexheller.routing.concerns import concerns
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import Representative

RULES = (
    Rule(
        name="social_services",
        when=concerns(Partner.SOCIAL_SERVICES),
        to=Representative(Partner.SOCIAL_SERVICES),
        purpose=Purpose.REPLY,
        because=Because(
            sv="Kommunens representant kan svara för socialtjänstens rutiner.",
            en="The municipality's representative can answer for the routines of social services.",
        ),
    ),
)
