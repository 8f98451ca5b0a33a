"""Are rules found that can never do anything, or that name what nobody knows?"""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexheller.model.codes import Level, Partner, Recurring
from lexheller.model.people import Recipient
from lexheller.routing.book import RuleBook
from lexheller.routing.checking import Fault, check
from lexheller.routing.conditions import (
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
)
from lexheller.routing.facts import Facts
from lexheller.routing.mentions import can_hold, implies
from lexheller.routing.rules import Because, Layer, Rule, RuleFile
from lexheller.routing.shipped import SHIPPED
from lexheller.routing.targets import Forum, Managers, Representative, Target

FK, AF = Partner.FK, Partner.AF
WHY = Because(sv="Därför.", en="That is why.")

IMPOSSIBLE = [
    HasLevel(Level.STRUCTURE) & HasLevel(Level.INDIVIDUAL),
    Involves(FK, AF) & OnlyInvolves(FK),
    Involves(FK) & ~Involves(FK),
    Unowned() & AtLeast(1) & ~Unowned(),
    OnlyInvolves(FK, AF) & AtLeast(3),
    HasTargetGroup("elderly") & HasTargetGroup("newly_arrived"),
    InArea("Storskogen") & InArea("Norrboda"),
    IsRecurring(Recurring.OFTEN) & IsRecurring(Recurring.NEVER),
    OwnWorkplace(FK) & OwnWorkplace(AF),
    OwnWorkplace(FK) & ~Involves(FK),
    ~Always(),
]
POSSIBLE = [
    Always(),
    HasTheme("sip") & HasTheme("housing"),
    HasPattern("GBG/a") & HasPattern("GBG/b") & ~HasPattern("GBG/c"),
    Unowned() & Involves(FK),
    AtLeast(3) & Involves(FK) & ~Involves(AF),
    OwnWorkplace() & ~Involves(FK),
    OnlyInvolves(FK) & ~OwnWorkplace(FK),
    Involves(*Partner),
]
IMPLIED = [
    (Involves(FK, AF), Involves(FK)),
    (Involves(FK), InvolvesAny(FK, AF)),
    (OnlyInvolves(FK), Involves(FK)),
    (Involves(FK) & HasTheme("sip"), Involves(FK) & HasTheme("sip", "housing")),
    (Involves(FK, AF, Partner.SCHOOL), AtLeast(3)),
    (HasLevel(Level.STRUCTURE), ~HasLevel(Level.INDIVIDUAL)),
    (OwnWorkplace(FK), Involves(FK)),
    (AtLeast(1), ~Unowned() | Unowned()),
    (HasTheme("sip"), Always()),
]
NOT_IMPLIED = [
    (Involves(FK), Involves(FK, AF)),
    (Involves(FK), OnlyInvolves(FK)),
    (Always(), Involves(FK)),
    (AtLeast(2), Involves(FK)),
    (AtLeast(2), AtLeast(3)),
    (HasTheme("sip", "housing"), HasTheme("sip")),
    (Unowned(), ~Involves(FK)),
    (OwnWorkplace(), OwnWorkplace(FK)),
]


@pytest.mark.parametrize("condition", IMPOSSIBLE)
def test_what_contradicts_itself_can_never_hold(condition: Condition) -> None:
    assert not can_hold(condition)


@pytest.mark.parametrize("condition", POSSIBLE)
def test_what_is_only_rare_can_hold(condition: Condition) -> None:
    assert can_hold(condition)


@pytest.mark.parametrize(("one", "other"), IMPLIED)
def test_what_follows_is_seen_to_follow(one: Condition, other: Condition) -> None:
    assert implies(one, other)


@pytest.mark.parametrize(("one", "other"), NOT_IMPLIED)
def test_what_does_not_follow_is_not(one: Condition, other: Condition) -> None:
    assert not implies(one, other)


SOME_PARTNERS = (FK, AF, Partner.SCHOOL, Partner.UNCLEAR)
ATOMS = st.sampled_from(
    [
        Involves(FK),
        Involves(FK, Partner.SCHOOL),
        InvolvesAny(AF, Partner.UNCLEAR),
        OnlyInvolves(FK, AF),
        AtLeast(2),
        AtLeast(3),
        HasTheme("sip"),
        HasLevel(Level.STRUCTURE, Level.ORGANISATION),
        HasTargetGroup("elderly"),
        InArea("Storskogen"),
        IsRecurring(Recurring.OFTEN),
        OwnWorkplace(),
        OwnWorkplace(FK),
        Unowned(),
    ]
)
CONDITIONS = st.recursive(
    ATOMS, lambda c: st.builds(lambda a, b: a & b, c, c) | st.builds(lambda a, b: a | b, c, c) | c.map(lambda a: ~a),
    max_leaves=4,
)  # fmt: skip
SOME_FACTS = st.builds(
    Facts,
    partners=st.lists(st.sampled_from(list(Partner)), unique=True, max_size=5).map(tuple),
    submitter_org=st.none() | st.sampled_from(SOME_PARTNERS),
    themes=st.sampled_from([(), ("sip",), ("housing",), ("housing", "sip")]),
    level=st.none() | st.sampled_from(list(Level)),
    target_group=st.sampled_from(["", "elderly", "newly_arrived"]),
    area=st.sampled_from(["", "Storskogen", "Norrboda"]),
    recurring=st.none() | st.sampled_from(list(Recurring)),
    not_ours=st.lists(st.sampled_from(list(Partner)), unique=True, max_size=5).map(tuple),
)


@given(one=CONDITIONS, other=CONDITIONS, facts=SOME_FACTS)
def test_no_case_contradicts_what_was_worked_out(one: Condition, other: Condition, facts: Facts) -> None:
    if one.holds(facts):
        assert can_hold(one)
        assert other.holds(facts) or not implies(one, other)


def rule(name: str, when: Condition, to: Target = Managers(), *, stop: bool = False) -> Rule:  # noqa: B008  # a value
    return Rule(name=name, when=when, to=to, because=WHY, stop=stop)


def faults(*rules: Rule, layer: Layer = Layer.OWN, recipients: tuple[Recipient, ...] | None = None) -> list[Fault]:
    return list(check(RuleBook((RuleFile("own", "rules.toml", rules, layer),)), recipients))


def test_the_shipped_rules_have_no_fault() -> None:
    assert check(SHIPPED) == ()


def test_a_rule_that_can_never_fire_is_named() -> None:
    (found,) = faults(rule("odd", Involves(FK, AF) & OnlyInvolves(FK)))
    assert found == Fault("rules.toml", "odd", "when", "unreachable")
    assert found.refuses


def test_a_rule_behind_one_that_stops_is_named() -> None:
    (found,) = faults(rule("stop", Involves(FK), stop=True), rule("late", Involves(FK, AF), Forum("x")))
    assert found == Fault("rules.toml", "late", "when", "stopped", "stop")


def test_two_rules_that_stop_can_leave_nothing_between_them() -> None:
    structure, rest = HasLevel(Level.STRUCTURE), ~HasLevel(Level.STRUCTURE)
    elsewhere = rule("elsewhere", OnlyInvolves(AF), Forum("y"), stop=True)
    three = (rule("one", structure, stop=True), rule("two", rest, stop=True), rule("late", Involves(FK), Forum("x")))
    assert faults(*three) == [Fault("rules.toml", "late", "when", "stopped", "one+two")]
    assert faults(elsewhere, *three) == [Fault("rules.toml", "late", "when", "stopped", "one+two")]
    assert faults(three[0], three[2]) == []


def test_a_rule_that_adds_nothing_to_an_earlier_one_is_named() -> None:
    (found,) = faults(rule("wide", Involves(FK)), rule("narrow", Involves(FK, AF)))
    assert found == Fault("rules.toml", "narrow", "when", "shadowed", "wide")
    assert faults(rule("narrow", Involves(FK, AF)), rule("wide", Involves(FK))) == []
    assert faults(rule("wide", Involves(FK)), rule("elsewhere", Involves(FK, AF), Forum("x"))) == []


def test_a_federations_own_rule_may_cover_a_shipped_one() -> None:
    own = RuleFile("own", "rules.toml", (rule("everything", Always(), Representative(FK), stop=True),), Layer.OWN)
    assert check(SHIPPED.with_files(own)) == ()


def test_names_are_taken_once_in_the_whole_book() -> None:
    own = RuleFile("own", "rules.toml", (rule("fk", HasTheme("sip")),), Layer.OWN)
    found = check(SHIPPED.with_files(own))
    assert [(f.path, f.field, f.why) for f in found] == [
        ("rules.toml", "name", "name_taken"),
        ("lexheller.routing.fk", "name", "name_taken"),
    ]


def test_words_on_no_list_are_named() -> None:
    odd = cast("Partner", "habilitering")
    found = faults(
        rule("theme", HasTheme("cerificates")),
        rule("group", HasTargetGroup("pensioners")),
        rule("partner", Involves(odd)),
        rule("level", HasLevel(cast("Level", "region"))),
        rule("often", IsRecurring(cast("Recurring", "daily"))),
        rule("to", HasTheme("sip"), Representative(odd)),
    )
    assert [(f.rule, f.field, f.why, f.other) for f in found if f.why != "unreachable"] == [
        ("theme", "when", "unknown_theme", "cerificates"),
        ("group", "when", "unknown_target_group", "pensioners"),
        ("partner", "when", "unknown_partner", "habilitering"),
        ("level", "when", "unknown_level", "region"),
        ("often", "when", "unknown_recurring", "daily"),
        ("to", "to", "unknown_partner", "habilitering"),
    ]


def test_a_federations_own_themes_are_known() -> None:
    book = RuleBook((RuleFile("own", "rules.toml", (rule("own", HasTheme("transport")),), Layer.OWN),))
    assert check(book, themes=("transport",)) == ()


def test_an_own_rule_must_lead_to_somebody_on_the_list() -> None:
    listed = (Recipient("GBG", "styrgrupp", "Styrgruppen"),)
    rules = (rule("there", Involves(FK), Forum("styrgrupp")), rule("not", Involves(FK), Forum("stygrupp")))
    assert faults(*rules, recipients=listed) == [Fault("rules.toml", "not", "to", "unknown_recipient", "stygrupp")]
    assert faults(*rules, recipients=None) == []


@pytest.mark.parametrize("layer", Layer)
def test_whom_a_rule_leads_to_may_be_taken_out_of_use(layer: Layer) -> None:
    listed = (Recipient("GBG", "styrgrupp", "Styrgruppen", active=False),)
    found = faults(rule("there", Involves(FK), Forum("styrgrupp")), layer=layer, recipients=listed)
    assert found == [Fault("rules.toml", "there", "to", "out_of_use", "Styrgruppen")]
    assert not found[0].refuses


def test_a_shipped_rule_may_wait_for_a_group_that_is_not_there_yet() -> None:
    found = faults(rule("group", Involves(FK), Forum("styrgrupp")), layer=Layer.SHIPPED, recipients=())
    assert found == [Fault("rules.toml", "group", "to", "nobody_there", "styrgrupp")]
    assert not found[0].refuses
