"""Does lexheller find the rules of this package, and do they take the right cases to the meeting?"""

from __future__ import annotations

from lexheller.model.codes import Partner
from lexheller.model.people import Recipient
from lexheller.plugins import load_book
from lexheller.routing.book import propose
from lexheller.routing.facts import Facts

MEETING = Recipient("GBG", "habilitering-samrad", "Habiliteringens samråd")
GROUP = "intellectual_disability"


def rules_to_the_meeting(facts: Facts) -> list[str]:
    return [found.rule for found in propose(load_book(), facts, [MEETING]) if found.recipient == MEETING]


def test_a_transition_from_school_goes_to_the_meeting() -> None:
    facts = Facts(partners=(Partner.SCHOOL,), themes=("transitions",), target_group=GROUP)
    assert rules_to_the_meeting(facts) == ["habilitering-transitions"]


def test_planning_together_goes_to_the_meeting() -> None:
    facts = Facts(partners=(Partner.FK, Partner.AF), themes=("sip",), target_group=GROUP)
    assert rules_to_the_meeting(facts) == ["habilitering-sip"]


def test_other_target_groups_do_not() -> None:
    facts = Facts(partners=(Partner.SCHOOL,), themes=("transitions", "sip"), target_group="young_adults")
    assert rules_to_the_meeting(facts) == []
