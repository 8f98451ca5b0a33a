"""Where do cases about Arbetsförmedlingen's suppliers go? To Arbetsförmedlingen, which procured them.

Reply: what a contract lets a supplier do in cooperation, only the buyer can say and change.
"""

from __future__ import annotations

from lexheller.model.codes import Partner, Purpose
from lexheller.routing.concerns import concerns
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import Representative

RULES = (
    Rule(
        name="supplier",
        when=concerns(Partner.SUPPLIER),
        to=Representative(Partner.AF),
        purpose=Purpose.REPLY,
        because=Because(
            sv="Arbetsförmedlingen har upphandlat leverantören och kan svara på vad avtalet säger om samverkan.",
            en="AF procured the supplier and can answer what the contract says about cooperation.",
        ),
    ),
)
