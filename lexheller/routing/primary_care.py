"""Where do cases about primary care go? Those shared with psychiatry to the group of both, the rest to the region.

The group learns: its members come from both sides and need no clock. The region is asked to reply.
"""

from __future__ import annotations

from lexheller.model.codes import Partner, Purpose
from lexheller.routing.concerns import ABOUT_ONE, concerns_others_than_the_writer
from lexheller.routing.conditions import Involves
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import PRIMARY_CARE_PSYCHIATRY, Forum, Representative

RULES = (
    Rule(
        name="primary_care-psychiatry",
        when=Involves(Partner.PRIMARY_CARE, Partner.ADULT_PSYCHIATRY) & ~ABOUT_ONE,
        to=Forum(PRIMARY_CARE_PSYCHIATRY),
        because=Because(
            sv="Ärenden mellan primärvården och psykiatrin tas upp i gruppen med medarbetare från båda.",
            en="Cases between primary care and psychiatry go to the group with staff from both.",
        ),
    ),
    Rule(
        name="primary_care",
        when=concerns_others_than_the_writer(Partner.PRIMARY_CARE) & ~Involves(Partner.ADULT_PSYCHIATRY),
        to=Representative(Partner.PRIMARY_CARE),
        purpose=Purpose.REPLY,
        because=Because(
            sv="Regionens representant kan svara på hur vårdcentralerna arbetar.",
            en="The region's representative can answer for how health centres work.",
        ),
    ),
)
