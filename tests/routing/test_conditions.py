"""Do conditions hold when they should, say what made them or what lacks, and join as they read?"""

from __future__ import annotations

import pytest

from lexheller.model.case import Submitted
from lexheller.model.codes import Level, Partner, Recurring, ReferralState
from lexheller.routing.conditions import (
    AllOf,
    Always,
    AtLeast,
    Condition,
    HasLevel,
    HasPattern,
    HasTargetGroup,
    HasTheme,
    InArea,
    Involves,
    InvolvesAny,
    IsRecurring,
    OnlyInvolves,
    OwnWorkplace,
    Unowned,
    joined,
)
from lexheller.routing.facts import Facts, facts_of
from tests.factories import a_case, a_referral

FK, AF, CARE, PSYCHIATRY = Partner.FK, Partner.AF, Partner.PRIMARY_CARE, Partner.ADULT_PSYCHIATRY
BOTH = Facts(partners=(CARE, PSYCHIATRY), submitter_org=AF, themes=("certificates",), level=Level.ORGANISATION)

HOLD: list[tuple[Condition, Facts, tuple[str, ...]]] = [
    (Always(), Facts(), ("always",)),
    (Involves(CARE, PSYCHIATRY), BOTH, ("partners:primary_care+adult_psychiatry",)),
    (Involves(Partner.UNCLEAR), Facts(partners=(Partner.UNCLEAR,)), ("partners:unclear",)),
    (InvolvesAny(FK, PSYCHIATRY), BOTH, ("partners:adult_psychiatry",)),
    (OnlyInvolves(FK, AF), Facts(partners=(FK,)), ("partners:fk",)),
    (OnlyInvolves(FK), Facts(partners=(FK, Partner.UNCLEAR)), ("partners:fk",)),
    (AtLeast(2), BOTH, ("partners:primary_care+adult_psychiatry",)),
    (HasTheme("sip", "certificates"), BOTH, ("theme:certificates",)),
    (HasLevel(Level.STRUCTURE, Level.ORGANISATION), BOTH, ("level:organisation",)),
    (HasTargetGroup("elderly"), Facts(target_group="elderly"), ("target_group:elderly",)),
    (HasPattern("GBG/moment-22"), Facts(patterns=("GBG/moment-22",)), ("pattern:GBG/moment-22",)),
    (InArea("Storskogen"), Facts(area="storskogen"), ("area",)),
    (IsRecurring(Recurring.OFTEN), Facts(recurring=Recurring.OFTEN), ("recurring:often",)),
    (OwnWorkplace(), Facts(partners=(FK, AF), submitter_org=AF), ("own_workplace",)),
    (OwnWorkplace(AF), Facts(partners=(AF,), submitter_org=AF), ("own_workplace",)),
    (Unowned(), Facts(), ("unclear",)),
    (Unowned(), Facts(partners=(Partner.UNCLEAR,)), ("unclear",)),
    (Unowned(), Facts(partners=(FK, AF), not_ours=(AF, FK)), ("not_ours:fk+af",)),
    (~Involves(FK), BOTH, ()),
    (Involves(CARE) & Involves(PSYCHIATRY), BOTH, ("partners:primary_care+adult_psychiatry",)),
    (Involves(FK) | HasTheme("certificates"), BOTH, ("theme:certificates",)),
    (Involves(CARE) & HasTheme("certificates") & ~Involves(FK), BOTH, ("partners:primary_care", "theme:certificates")),
]

LACK: list[tuple[Condition, Facts, str]] = [
    (Involves(CARE, FK), BOTH, "no:partners:fk"),
    (InvolvesAny(FK, AF), BOTH, "no:partners:fk+af"),
    (OnlyInvolves(CARE), BOTH, "no:only:primary_care"),
    (OnlyInvolves(CARE), Facts(), "no:only:primary_care"),
    (AtLeast(3), BOTH, "no:several:3"),
    (AtLeast(1), Facts(partners=(Partner.UNCLEAR,)), "no:several:1"),
    (HasTheme("sip", "housing"), BOTH, "no:theme:sip+housing"),
    (HasLevel(Level.INDIVIDUAL), BOTH, "no:level:individual"),
    (HasLevel(Level.INDIVIDUAL), Facts(), "no:level:individual"),
    (HasTargetGroup("elderly"), BOTH, "no:target_group:elderly"),
    (HasPattern("GBG/moment-22"), BOTH, "no:pattern:GBG/moment-22"),
    (InArea("Storskogen"), BOTH, "no:area"),
    (IsRecurring(Recurring.OFTEN), BOTH, "no:recurring:often"),
    (OwnWorkplace(), BOTH, "no:own_workplace"),
    (OwnWorkplace(FK), Facts(partners=(FK, AF), submitter_org=AF), "no:own_workplace"),
    (Unowned(), Facts(partners=(FK, AF), not_ours=(AF,)), "no:unclear"),
    (~HasTheme("certificates"), BOTH, "but:theme:certificates"),
    (~(~Involves(FK)), BOTH, "no:partners:fk"),
    (~(~Involves(FK) & ~Involves(AF)), BOTH, "but:other"),
    (Involves(CARE) & HasTheme("sip"), BOTH, "no:theme:sip"),
    (Involves(FK) | HasTheme("sip"), BOTH, "no:partners:fk"),
]


@pytest.mark.parametrize(("condition", "facts", "words"), HOLD)
def test_a_condition_that_holds_says_what_made_it(condition: Condition, facts: Facts, words: tuple[str, ...]) -> None:
    assert condition.holds(facts)
    assert condition.fired_by(facts) == words


@pytest.mark.parametrize(("condition", "facts", "why"), LACK)
def test_a_condition_that_does_not_hold_says_what_lacks(condition: Condition, facts: Facts, why: str) -> None:
    assert not condition.holds(facts)
    assert condition.lacks(facts) == why


def test_conditions_are_values() -> None:
    assert Involves(FK, AF) == Involves(FK, AF)
    assert Involves(FK) != Involves(AF)
    assert Involves(FK) & Involves(AF) == AllOf((Involves(FK), Involves(AF)))
    assert len({Involves(FK), Involves(FK), InvolvesAny(FK), ~Involves(FK)}) == 3


def test_code_words_of_one_head_are_joined_in_order() -> None:
    assert joined(["partners:fk", "area", "partners:af+fk", "area"]) == ("partners:fk+af", "area")


def test_facts_are_the_choices_of_a_case() -> None:
    submitted = Submitted(submitter_org=AF, area="Storskogen", recurring=Recurring.OFTEN)
    case = a_case(
        submitted=submitted,
        partners=(FK, AF),
        themes=("sip",),
        provisional_level=Level.INDIVIDUAL,
        target_group="elderly",
        patterns=("GBG/moment-22",),
    )
    assert facts_of(case) == Facts(
        (FK, AF), AF, ("sip",), Level.INDIVIDUAL, "elderly", "Storskogen", Recurring.OFTEN, ("GBG/moment-22",)
    )


def test_the_groups_level_counts_before_the_provisional_one() -> None:
    case = a_case(level=Level.STRUCTURE, provisional_level=Level.INDIVIDUAL)
    assert facts_of(case).level is Level.STRUCTURE


def test_an_answer_that_it_is_another_partners_makes_that_one_concerned() -> None:
    pointed = a_referral(partner=FK, state=ReferralState.NOT_OURS, whose=PSYCHIATRY)
    facts = facts_of(a_case(partners=(FK,), referrals=(pointed,)))
    assert facts.partners == (FK, PSYCHIATRY)
    assert facts.not_ours == (FK,)
    assert not facts.unowned


def test_a_case_that_everybody_refuses_is_nobodys() -> None:
    refused = tuple(a_referral(id=n, partner=p, state=ReferralState.NOT_OURS) for n, p in enumerate((FK, AF), 1))
    assert facts_of(a_case(partners=(FK, AF), referrals=refused)).unowned
    assert not facts_of(a_case(partners=(FK, AF), referrals=refused[:1])).unowned
