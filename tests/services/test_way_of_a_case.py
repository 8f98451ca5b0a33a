"""A case goes from a form to delivered feedback, by each of the ways there are; each entry is one version."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lexheller.errors import GateStopped, NeedsUnmet, NotFound, NotOpen, Stale, UnknownField, UnknownName
from lexheller.model.codes import Level, Outcome, Partner, Purpose, ReferralState, Role
from lexheller.model.event import fold
from lexheller.services import casework
from tests.house import PEOPLE, Works, viewer_of

TEXT = "En person väntade länge på ett besked från två håll."


def test_solved_in_the_talk_takes_two_clicks_and_closes_with_what_was_told(works: Works) -> None:
    case = works.submits()
    case = works.does(
        "elsa", case, "solve", solution="Vi ringde tillsammans.", told="phone", told_on="2026-03-02",
        told_what="Det är ordnat nu.",
    )  # fmt: skip
    assert (case.state, case.version, case.outcome) == ("closed", 3, Outcome.SOLVED)
    assert works.follows(case).feedback == "Det är ordnat nu."
    assert case.contacted == date(2026, 3, 2)


def test_straight_to_a_partner_without_a_manager(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "set_level", level="organisation", reason="Det handlar om rutiner.")
    case = works.does("elsa", case, "consult", to="fk-beredning", purpose="reply")
    (referral,) = case.referrals
    assert (case.state, case.turn, referral.partner) == ("with_partners", "partner", Partner.FK)
    assert referral.due == date(2026, 5, 1)
    assert (referral.rule, referral.rule_version) != ("", 0)
    assert referral.facts
    with pytest.raises(NeedsUnmet) as refusal:
        works.does("elsa", case, "conclude")
    assert refusal.value.data["lacks"] == ("all_answered",)
    case = works.does("fia", case, "answer", answer="Vi utser en kontaktväg.", cause="Rutinen saknades.")
    assert (case.turn, case.referrals[0].state) == (Role.PROCESS_LEADER, ReferralState.ANSWERED)
    works.does("elsa", case, "conclude")
    case = works.does("elsa", case, "give_feedback", feedback="Försäkringskassan utser en kontaktväg.")
    assert case.state == "closed"
    assert works.follows(case).feedback.startswith("Försäkringskassan")
    assert works.with_code(case, "helped", helped="ja").helped == "yes"


def test_through_group_manager_and_partners_to_the_end(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "share", group="natverk")
    works.does("ines", case, "tie_pattern", pattern="P1", reason="Två parter bedömer olika.")
    works.does("ines", case, "classify", level="organisation", reason="Det går att ordna om.")
    with pytest.raises(NotOpen):
        works.does("elsa", case, "decide", kind="refer", reason="x")
    row = {"what": "Enas om en kontaktväg", "owner": "Birgitta Exempel", "due": "2026-06-01"}
    works.does("birgitta", case, "decide", kind="measure", reason="Händer ofta.", measures=[row])
    case = works.does("birgitta", case, "refer", to="fk-beredning,styrgrupp", reason="Styrgruppen äger frågan.")
    assert [r.recipient for r in case.referrals] == ["GBG/fk-beredning", "GBG/styrgrupp"]
    assert case.clocks["measure:1"] == date(2026, 6, 1)
    for referral in case.awaited():
        works.does("elsa", case, "give_up", referral=str(referral.id), reason="Inget svar efter tre påminnelser.")
    works.does("elsa", case, "conclude")
    case = works.does("elsa", case, "give_feedback", feedback="Vi följer upp i juni.")
    case = works.does("birgitta", case, "follow_measure", measure_state="done")
    assert "measure:1" not in case.clocks
    assert case.level is Level.ORGANISATION
    assert case.patterns == ("GBG/P1",)


def test_the_history_has_one_entry_a_version_and_folds_to_the_head(works: Works) -> None:
    case = works.attested()
    case = works.does("elsa", case, "share", group="natverk")
    events = works.store.read(lambda uow: uow.cases.events(case.federation, case.id))
    assert [event.version for event in events] == list(range(1, case.version + 1))
    assert [event.step for event in events] == ["submit", "open_dialogue", "retell", "attest", "share"]
    assert fold(events) == works.reads(case) == case


def test_no_event_holds_a_word_that_somebody_wrote(works: Works) -> None:
    case = works.submits(
        what_happened="Samarbetet stannade vid Kastanjeallén hela hösten, ingen ringde upp.", vouched=True
    )
    works.does("elsa", case, "open_dialogue")
    works.does("elsa", case, "retell", shared_text="Kastanjeträdet syntes bara i den delade texten.")
    works.does("elsa", case, "say", message="Kastanjer finns bara i det här meddelandet.")
    events = works.store.read(lambda uow: uow.cases.events(case.federation, case.id))
    assert "astanj" not in repr(events)


def test_a_stale_version_is_refused_and_says_what_happened(works: Works) -> None:
    case = works.submits()
    works.does("elsa", case, "open_dialogue")
    with pytest.raises(Stale) as refusal:
        works.takes("elsa", case, "open_dialogue", version=1)
    assert (refusal.value.data["seen"], refusal.value.data["now"]) == (1, 2)
    assert (refusal.value.data["step"], refusal.value.data["actor"]) == ("open_dialogue", "elsa")


def test_a_step_refuses_a_field_it_does_not_have(works: Works) -> None:
    case = works.submits()
    with pytest.raises(UnknownField):
        works.does("elsa", case, "open_dialogue", colour="plum")


def test_another_federations_case_is_not_found(works: Works) -> None:
    case = works.submits("INS")
    with pytest.raises(NotFound):
        works.does("elsa", case, "open_dialogue")
    with pytest.raises(NotFound):
        works.does("elsa", "INS-2026-9999", "open_dialogue")


@pytest.mark.parametrize(
    ("step", "given", "outcome"),
    [
        ("redirect", {"channel": "lex_sarah"}, Outcome.REDIRECTED),
        ("set_aside", {"why_set_aside": "not_cooperation"}, Outcome.SET_ASIDE),
        ("withdraw", {}, Outcome.WITHDRAWN),
    ],
)
def test_the_short_ways_still_end_in_feedback(
    works: Works, step: str, given: dict[str, object], outcome: Outcome
) -> None:
    case = works.does("elsa", works.submits(), step, **given)
    assert (case.state, case.outcome, case.turn) == ("feedback", outcome, Role.PROCESS_LEADER)
    assert case.clocks["feedback"] == date(2026, 3, 16)


def test_coming_to_feedback_takes_back_what_is_still_open_and_says_so(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "set_level", level="organisation", reason="Rutiner.")
    works.does("elsa", case, "consult", to="fk-beredning", purpose="reply")
    case = works.does("birgitta", case, "reconsider", reason="Chefen vill ta upp det.")
    assert case.referrals[0].state is ReferralState.OPEN
    case = works.does("elsa", case, "solve", solution="Ordnade sig under tiden.")
    assert case.referrals[0].state is ReferralState.TAKEN_BACK
    topics = [m.topic for m in works.store.messages()]  # type: ignore[attr-defined]  # the store in memory has it
    assert "referral_taken_back" in topics


def test_waiting_is_the_submitters_move_and_an_answer_ends_it(works: Works) -> None:
    case = works.submits()
    works.does("elsa", case, "open_dialogue")
    case = works.does("elsa", case, "wait", question="Hur ofta händer det?", until="2026-03-20")
    assert (case.turn, case.clocks["wait"]) == (Role.SUBMITTER, date(2026, 3, 20))
    assert works.follows(case).phase == "phase.waiting"
    case = works.with_code(case, "say", message="Varje vecka.")
    assert (case.turn, case.waiting, case.unread) == (Role.PROCESS_LEADER, "", True)


def test_not_ours_names_whose_or_nobody(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "set_level", level="structure", reason="Lagen.")
    works.does("elsa", case, "consult", to="fk-beredning", purpose="reply")
    case = works.does("fia", case, "not_ours", whose="nobody", reason="Ingen har det uppdraget.")
    assert (case.referrals[0].state, case.referrals[0].whose) == (ReferralState.NOT_OURS, None)


def test_more_time_moves_the_day(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "set_level", level="structure", reason="Lagen.")
    works.does("elsa", case, "consult", to="fk-beredning", purpose="reply")
    case = works.does("fia", case, "more_time", until="2026-08-01")
    assert case.clocks["answer:1"] == date(2026, 8, 1)
    case = works.does("fia", case, "ask", question="Gäller det också distansmöten?")
    assert case.turn == Role.PROCESS_LEADER
    case = works.does("elsa", case, "say", referral="1", message="Ja, båda.")
    assert case.turn == Role.PARTNER


def test_what_is_sent_for_learning_is_not_waited_for(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "set_level", level="structure", reason="Lagen.")
    case = works.does("elsa", case, "consult", to="fk-beredning", purpose="learning")
    assert case.referrals[0].purpose is Purpose.LEARNING
    assert works.does("elsa", case, "conclude").state == "feedback"


def test_merging_sets_the_doubles_aside_and_their_codes_show_the_one_that_goes_on(works: Works) -> None:
    kept, double = works.submits(), works.submits(what_happened="Samma möte, sett från oss. Ingen hade bokat tolk.")
    works.does("elsa", kept, "merge", others=double.number)
    double = works.reads(double)
    assert (double.state, double.double_of) == ("feedback", kept.number)
    works.does("elsa", kept, "solve", solution="Klart.", feedback="Nu bokar den som kallar.")
    seen = works.follows(double)
    assert (seen.goes_on_as, seen.feedback) == (kept.number, "Nu bokar den som kallar.")


def test_splitting_makes_a_case_of_its_own_that_inherits_the_day(works: Works) -> None:
    case = works.submits()
    works.clock.forward(days=10)
    taken = works.takes(
        "elsa", case, "split", what_happened="Dessutom saknades tolk på mötet.", partners="primary_care"
    )
    assert isinstance(taken.gave["split"], str)
    new = works.store.read(lambda uow: uow.cases.find(str(taken.gave["split"])))
    assert new is not None
    assert (new.split_from, new.day, new.partners) == (case.number, case.day, (Partner.PRIMARY_CARE,))


def test_handing_over_is_to_a_process_leader_of_the_same_federation(works: Works) -> None:
    case = works.does("elsa", works.submits(), "open_dialogue")
    assert works.does("birgitta", case, "hand_over", person="olle").leader == "olle"
    with pytest.raises(UnknownName):
        works.does("birgitta", case, "hand_over", person="ines")


def test_every_free_text_passes_the_gate_on_its_way_in(works: Works) -> None:
    case = works.submits()
    works.does("elsa", case, "open_dialogue")
    for step, given in (
        ("say", {"message": "Ring 070-174 06 05."}),
        ("retell", {"shared_text": "Det gäller 19900602-2397."}),
        ("solve", {"solution": "Mejla namn.efternamn@example.org."}),
        ("note_talk", {"talk": "phone", "talked_on": "2026-03-02", "outcome": "goes_on", "note": "pnr 961020-2385"}),
    ):
        with pytest.raises(GateStopped):
            works.does("elsa", case, step, **given)
    assert works.reads(case).version == 2


def test_a_role_held_in_one_federation_is_not_held_in_another(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "share", group="natverk")
    roles = casework.roles_in(viewer_of("ines"), works.reads(case))
    assert roles == {Role.GROUP_MEMBER}
    with pytest.raises(NotOpen):
        works.does("ines", case, "withdraw")


def test_a_submitter_is_not_told_to_wait_for_those_who_need_not_reply(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "set_level", level="structure", reason="Lagen.")
    case = works.does("elsa", case, "consult", to="fk-beredning", purpose="learning")
    assert [(asked.name, asked.state) for asked in works.follows(case).asked] == [
        ("Försäkringskassan i beredningsgruppen", "sent")
    ]


def test_whoever_comes_second_is_told_who_moved_the_case(works: Works) -> None:
    case = works.does("elsa", works.submits(), "open_dialogue")
    with pytest.raises(NotOpen) as refusal:
        works.does("olle", case, "open_dialogue")
    assert (refusal.value.data["moved_by"], refusal.value.data["moved_step"]) == ("elsa", "open_dialogue")


def test_a_submitter_is_not_told_that_somebody_has_the_case_who_has_left(works: Works) -> None:
    case = works.does("elsa", works.submits(), "open_dialogue")
    assert works.follows(case).leader == "Elsa Exempel"
    elsa = next(person for person in PEOPLE if person.id == "elsa")
    works.store.write(lambda uow: uow.people.put_person(replace(elsa, active=False)))
    assert works.follows(case).leader == ""
    assert works.does("olle", case, "hand_over", person="olle").leader == "olle"
    assert works.follows(case).leader == "Olle Exempel"
