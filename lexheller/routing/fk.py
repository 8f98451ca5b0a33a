"""Where do cases about Försäkringskassan go? To its representative, as cases for several levels of the agency.

Learning, not reply: the agency cannot look into a case without names, but it can learn from many of them.
"""

from __future__ import annotations

from lexheller.model.codes import Partner
from lexheller.routing.concerns import concerns_others_than_the_writer
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import Representative

RULES = (
    Rule(
        name="fk",
        when=concerns_others_than_the_writer(Partner.FK),
        to=Representative(Partner.FK),
        because=Because(
            sv="Försäkringskassans representant tar med ärendet som exempel för flera nivåer i myndigheten.",
            en="FK's representative takes the case along as an example for several levels of the agency.",
        ),
    ),
)
