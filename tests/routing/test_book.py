"""Does asking the rules give each place once, in order, with every reason, and say so when nothing fits?"""

from __future__ import annotations

from lexheller.model.codes import Channel, Level, Partner, Purpose
from lexheller.model.people import Recipient
from lexheller.routing.book import Fired, RuleBook, Tried, explain, propose
from lexheller.routing.conditions import Always, Condition, HasLevel, Involves
from lexheller.routing.facts import Facts
from lexheller.routing.rehearsal import rehearse
from lexheller.routing.rules import Because, Layer, Rule, RuleFile
from lexheller.routing.targets import (
    AnotherLeader,
    Forum,
    ManagerContact,
    Managers,
    OtherChannel,
    Representative,
    SisterFederation,
    Target,
    manager_id,
    resolve,
)

FK, AF, SCHOOL = Partner.FK, Partner.AF, Partner.SCHOOL
WHY = Because(sv="Därför.", en="That is why.")
STEERING = Recipient("GBG", "styrgrupp", "Styrgruppen")
MUNICIPALITY = Recipient("GBG", "kommun-beredning", "Kommunen")
FK_MANAGER = Recipient("GBG", "fk-chef", "Chef på FK", FK)
FK_REPRESENTATIVE = Recipient("GBG", "fk-beredning", "FK", FK)
LISTED = (FK_MANAGER, FK_REPRESENTATIVE, MUNICIPALITY, STEERING, Recipient("GBG", "forbundschefer", "Cheferna"))


def rule(name: str, when: Condition, to: Target, *, purpose: Purpose = Purpose.LEARNING, stop: bool = False) -> Rule:
    return Rule(name=name, when=when, to=to, purpose=purpose, because=WHY, stop=stop)


def book(*rules: Rule, key: str = "shipped", layer: Layer = Layer.SHIPPED) -> RuleBook:
    return RuleBook((RuleFile(key, key, rules, layer),))


def test_a_proposal_carries_everything_that_a_referral_stores() -> None:
    fk = Rule(name="fk", when=Involves(FK), to=Representative(FK), because=WHY, purpose=Purpose.REPLY, version=4)
    (found,) = propose(book(fk), Facts(partners=(FK,)), LISTED)
    assert (found.rule, found.version, found.facts, found.purpose) == ("fk", 4, ("partners:fk",), Purpose.REPLY)
    assert (found.recipient, found.partner, found.because) == (FK_REPRESENTATIVE, FK, WHY)
    assert (found.file, found.number, found.step, found.lands) == ("shipped", 1, "refer", True)
    assert (found.because.said_in("sv"), found.because.said_in("en")) == ("Därför.", "That is why.")


def test_several_rules_may_fire_and_each_place_comes_once() -> None:
    rules = (
        rule("first", Involves(FK), Forum("styrgrupp"), purpose=Purpose.REPLY),
        rule("never", Involves(SCHOOL), Forum("styrgrupp")),
        rule("fk", Involves(FK), Representative(FK)),
        rule("second", HasLevel(Level.STRUCTURE), Forum("styrgrupp"), purpose=Purpose.INFORMATION),
        rule("third", Always(), Forum("styrgrupp")),
    )
    found = propose(book(*rules), Facts(partners=(FK,), level=Level.STRUCTURE), LISTED)
    assert [(p.recipient, p.rule, p.purpose) for p in found] == [
        (STEERING, "first", Purpose.REPLY),
        (FK_REPRESENTATIVE, "fk", Purpose.LEARNING),
    ]
    assert found[0].also == (
        Fired("shipped", 4, "second", 1, ("level:structure",), WHY),
        Fired("shipped", 5, "third", 1, ("always",), WHY),
    )


def test_kinds_that_share_a_representative_share_a_proposal() -> None:
    social = Partner.SOCIAL_SERVICES
    rules = (rule("school", Involves(SCHOOL), Representative(SCHOOL)), rule("soc", Always(), Representative(social)))
    (found,) = propose(book(*rules), Facts(partners=(SCHOOL, social)), LISTED)
    assert (found.recipient, found.rule) == (MUNICIPALITY, "school")
    assert [other.rule for other in found.also] == ["soc"]


def test_rules_that_did_not_fire_say_why() -> None:
    rules = (
        rule("af", Involves(AF), Representative(AF)),
        rule("stops", Involves(FK), OtherChannel(Channel.LEX_SARAH), stop=True),
        rule("late", Always(), Managers()),
    )
    told = explain(book(*rules), Facts(partners=(FK,)), LISTED)
    assert [p.rule for p in told.proposals] == ["stops"]
    assert told.tried == (
        Tried("shipped", 1, "af", "no:partners:af"),
        Tried("shipped", 3, "late", "stopped:stops"),
    )


def test_a_rule_that_stops_does_so_only_when_it_fires() -> None:
    rules = (rule("stops", Involves(AF), Managers(), stop=True), rule("next", Always(), Forum("styrgrupp")))
    assert [p.rule for p in propose(book(*rules), Facts(partners=(FK,)), LISTED)] == ["next"]


def test_what_no_rule_catches_goes_to_a_person() -> None:
    told = explain(book(rule("af", Involves(AF), Representative(AF))), Facts(partners=(FK,)), LISTED)
    assert told.proposals == ()
    assert told.to_person


def test_a_place_that_the_federation_has_not_listed_is_seen_and_left_to_a_person() -> None:
    told = explain(book(rule("af", Always(), Representative(AF))), Facts(), LISTED)
    (found,) = told.proposals
    assert (found.recipient, found.step, found.lands) == (None, "refer", False)
    assert told.to_person
    assert not explain(book(rule("call", Always(), ManagerContact(AF))), Facts(), LISTED).to_person


def test_what_is_no_referral_names_the_step_that_carries_it_out() -> None:
    ways: list[tuple[Target, str]] = [
        (OtherChannel(Channel.LEX_SARAH), "redirect"),
        (SisterFederation("ALV"), "redirect"),
        (AnotherLeader(), "hand_over"),
        (ManagerContact(AF), "note_talk"),
        (ManagerContact(FK), "refer"),  # the federation lists that manager
    ]
    for target, step in ways:
        (found,) = propose(book(rule("x", Always(), target)), Facts(), LISTED)
        assert found.step == step, target
        assert found.lands, target


def test_a_recipient_is_found_by_kind_by_sector_or_by_id() -> None:
    school = Recipient("GBG", "skolan", "Skolan", SCHOOL)
    assert resolve(Representative(FK), LISTED) is FK_REPRESENTATIVE
    assert resolve(ManagerContact(FK), LISTED) is FK_MANAGER
    assert resolve(Representative(SCHOOL), LISTED) is MUNICIPALITY
    assert resolve(Representative(SCHOOL), (*LISTED, school)) is school
    assert resolve(Representative(Partner.HOSPITAL), LISTED) is None
    assert resolve(Forum("styrgrupp"), LISTED) is STEERING
    assert resolve(Managers(), LISTED) is LISTED[-1]
    assert resolve(OtherChannel(Channel.LEX_SARAH), LISTED) is None
    assert manager_id(Partner.PRIMARY_CARE) == "primary-care-chef"


def test_what_could_reach_a_colleague_of_the_writer_is_marked() -> None:
    rules = (
        rule("fk", Involves(FK), Representative(FK)),
        rule("school", Involves(SCHOOL), Representative(SCHOOL)),
        rule("soc", Always(), Representative(Partner.SOCIAL_SERVICES)),
        rule("all", Always(), Managers()),
    )
    mine = Facts(partners=(FK, SCHOOL), submitter_org=SCHOOL)
    kinds = Recipient("GBG", "soc", "Socialtjänsten", Partner.SOCIAL_SERVICES)
    marked = {p.rule: "own_workplace" in p.facts for p in propose(book(*rules), mine, (*LISTED, kinds))}
    assert marked == {"fk": False, "school": True, "soc": True, "all": True}
    other = Facts(partners=(FK, SCHOOL), submitter_org=AF)
    assert not any("own_workplace" in p.facts for p in propose(book(*rules), other, LISTED))


def test_the_federations_own_rules_come_first_and_packages_next() -> None:
    shipped = book(rule("shipped", Always(), Managers()))
    own = RuleFile("own", "rules.toml", (rule("own", Always(), Managers()),), Layer.OWN)
    package = RuleFile("package", "a-package", (rule("package", Always(), Managers()),), Layer.PACKAGE)
    both = shipped.with_files(package, own)
    assert [each.name for _, _, each in both] == ["own", "package", "shipped"]
    assert propose(both, Facts(), LISTED)[0].rule == "own"
    assert [each.name for _, _, each in both.without("own", "shipped")] == ["package"]


def test_a_rehearsal_shows_what_would_change_and_what_would_not() -> None:
    old = book(rule("fk", Involves(FK), Representative(FK)), rule("all", Always(), Managers()))
    new = book(rule("fk2", Involves(FK), Forum("styrgrupp")), rule("renamed", Always(), Managers()))
    cases = [("GBG-2026-0001", Facts(partners=(FK,))), ("GBG-2026-0002", Facts(partners=(AF,)))]
    first, second = rehearse(old, new, cases, LISTED)
    assert (first.number, first.changed) == ("GBG-2026-0001", True)
    assert [p.rule for p in first.before] == ["fk", "all"]
    assert [p.rule for p in first.after] == ["fk2", "renamed"]
    assert (second.number, second.changed) == ("GBG-2026-0002", False)


def test_another_purpose_is_a_change() -> None:
    old = book(rule("fk", Always(), Managers()))
    new = book(rule("fk", Always(), Managers(), purpose=Purpose.REPLY))
    assert rehearse(old, new, [("GBG-2026-0001", Facts())], LISTED)[0].changed
