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
            sv="Kommunen har ansvar för att följa upp unga utanför skolan och kan svara för hur.",
            en="The municipality is responsible for young people outside school and can answer how.",
        ),
    ),
)
