"""Where do cases about the municipality's responsibility for young people go? To the municipality.

Reply: the duty to know what those under twenty do is the municipality's own (skollagen 29 kap. 9 §).
"""

from __future__ import annotations

from lexheller.model.codes import Partner, Purpose
from lexheller.routing.concerns import concerns
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import Representative

RULES = (
    Rule(
        name="youth_responsibility",
        when=concerns(Partner.YOUTH_RESPONSIBILITY),
        to=Representative(Partner.YOUTH_RESPONSIBILITY),
        purpose=Purpose.REPLY,
        because=Because(
            sv="Kommunen ska följa upp unga som inte går i skolan och kan svara på hur det görs.",
            en="The municipality is to follow up young people who are not in school and can answer how it does.",
        ),
    ),
)
