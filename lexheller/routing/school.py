"""Where do cases about school and its health team go? To the municipality, as something to learn from.

Learning: schools, many of them independent, sit in no federation; the municipality can carry the case to them but not
answer for them.
"""

from __future__ import annotations

from lexheller.model.codes import Partner
from lexheller.routing.concerns import concerns
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import Representative

RULES = (
    Rule(
        name="school",
        when=concerns(Partner.SCHOOL),
        to=Representative(Partner.SCHOOL),
        because=Because(
            sv="Skolan sitter inte i förbundet; kommunens representant tar med sig ärendet dit som ett exempel.",
            en="School has no seat here; the municipality's representative takes the case there as an example.",
        ),
    ),
)
