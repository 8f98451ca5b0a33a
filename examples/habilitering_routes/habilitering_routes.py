"""Which cases does the habilitation centre's meeting with municipality and school want to see?"""

from __future__ import annotations

from lexheller.model.codes import Partner
from lexheller.routing.conditions import AtLeast, HasTargetGroup, HasTheme, InvolvesAny
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import Forum

MEETING = Forum("habilitering-samrad")
DISABILITY = HasTargetGroup("intellectual_disability", "physical_disability")

RULES = (
    Rule(
        name="habilitering-transitions",
        when=DISABILITY & InvolvesAny(Partner.DISABILITY_SUPPORT, Partner.SCHOOL) & HasTheme("transitions"),
        to=MEETING,
        because=Because(
            sv="Övergången från skola till vuxenlivet är det som samrådet finns till för.",
            en="The way from school into adult life is what the meeting is there for.",
        ),
    ),
    Rule(
        name="habilitering-sip",
        when=DISABILITY & AtLeast(2) & HasTheme("sip"),
        to=MEETING,
        because=Because(
            sv="När flera parter planerar för samma person kan samrådet utse vem som håller ihop planen.",
            en="When several partners plan for the same person, the meeting can name who holds the plan together.",
        ),
    ),
)
