"""Where do cases about disability support go? To the municipality.

Reply: what is asked for before support is given is the municipality's own routine.
"""

from __future__ import annotations

from lexheller.model.codes import Partner, Purpose
from lexheller.routing.concerns import concerns
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import Representative

RULES = (
    Rule(
        name="disability_support",
        when=concerns(Partner.DISABILITY_SUPPORT),
        to=Representative(Partner.DISABILITY_SUPPORT),
        purpose=Purpose.REPLY,
        because=Because(
            sv="Kommunens representant kan svara på vad som krävs för att få stöd vid funktionsnedsättning.",
            en="The municipality's representative can answer what is required for disability support.",
        ),
    ),
)
