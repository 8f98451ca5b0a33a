"""Where do cases about Arbetsförmedlingen go? To its representative, who is asked to answer.

Reply: most of them ask for a way in or a routine that the representative can arrange or take further.
"""

from __future__ import annotations

from lexheller.model.codes import Partner, Purpose
from lexheller.routing.concerns import concerns_others_than_the_writer
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import Representative

RULES = (
    Rule(
        name="af",
        when=concerns_others_than_the_writer(Partner.AF),
        to=Representative(Partner.AF),
        purpose=Purpose.REPLY,
        because=Because(
            sv="Arbetsförmedlingens representant kan svara på hur det går att nå fram och vad som gäller.",
            en="AF's representative can answer how to get through and what applies.",
        ),
    ),
)
