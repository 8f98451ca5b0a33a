"""Which rules come with the program? One file per kind of partner, and two for what cuts across them.

They follow the practice of Göteborg Centrum, and are asked in this order.
"""

from __future__ import annotations

from lexheller.routing import (
    addiction_care,
    adult_psychiatry,
    af,
    child_psychiatry,
    civil_society,
    disability_support,
    economic_assistance,
    federation_activity,
    fk,
    hospital,
    individual,
    labour_market_unit,
    primary_care,
    probation,
    school,
    several,
    social_services,
    supplier,
    unclear,
    youth_responsibility,
)
from lexheller.routing.book import RuleBook
from lexheller.routing.rules import RuleFile

# The hospital comes first: its rule for discharges leads out of the program, and then nothing else is proposed.
_IN_ORDER = (
    hospital,
    individual,
    fk,
    af,
    primary_care,
    adult_psychiatry,
    child_psychiatry,
    addiction_care,
    social_services,
    economic_assistance,
    labour_market_unit,
    disability_support,
    school,
    youth_responsibility,
    probation,
    supplier,
    civil_society,
    federation_activity,
    unclear,
    several,
)

SHIPPED = RuleBook(tuple(RuleFile(m.__name__.rpartition(".")[2], m.__name__, m.RULES) for m in _IN_ORDER))
