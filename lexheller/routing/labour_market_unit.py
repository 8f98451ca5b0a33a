"""Where do cases about the municipality's labour market unit go? To the municipality.

Reply: whom the unit takes in, and how it shares people with the employment service, the municipality can say.
"""

from __future__ import annotations

from lexheller.model.codes import Partner, Purpose
from lexheller.routing.concerns import concerns
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import Representative

RULES = (
    Rule(
        name="labour_market_unit",
        when=concerns(Partner.LABOUR_MARKET_UNIT),
        to=Representative(Partner.LABOUR_MARKET_UNIT),
        purpose=Purpose.REPLY,
        because=Because(
            sv="Kommunens representant kan svara på vem arbetsmarknadsenheten är till för.",
            en="The municipality's representative can answer whom the labour market unit is for.",
        ),
    ),
)
