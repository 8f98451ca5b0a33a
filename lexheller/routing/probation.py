"""Where do cases about Kriminalvården go? To its contact, for information; alone, to the preparatory group.

Kriminalvården is no member of a federation: nobody at the table can answer for it, so nothing is waited for.
"""

from __future__ import annotations

from lexheller.model.codes import Partner, Purpose
from lexheller.routing.concerns import ABOUT_ONE, concerns
from lexheller.routing.conditions import OnlyInvolves
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import PREPARATORY_GROUP, Forum, Representative

RULES = (
    Rule(
        name="probation-alone",
        when=OnlyInvolves(Partner.PROBATION) & ~ABOUT_ONE,
        to=Forum(PREPARATORY_GROUP),
        because=Because(
            sv="Kriminalvården är inte medlem i förbundet; beredningsgruppen får avgöra hur frågan tas vidare dit.",
            en="Kriminalvården is no member; the preparatory group decides how to take the matter there.",
        ),
    ),
    Rule(
        name="probation",
        when=concerns(Partner.PROBATION) & ~OnlyInvolves(Partner.PROBATION),
        to=Representative(Partner.PROBATION),
        purpose=Purpose.INFORMATION,
        because=Because(
            sv="Kriminalvården är inte medlem i förbundet men bör känna till det som rör frigivning.",
            en="Kriminalvården is no member but should know what concerns release.",
        ),
    ),
)
