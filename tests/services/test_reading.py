"""Who sees what of a case? As much as their sight allows, and not a word or a number more."""

from __future__ import annotations

from datetime import date

import pytest

from lexheller.errors import NotFound
from lexheller.services import reading
from lexheller.services.reading import CaseView
from tests.house import Works, viewer_of


def sees(works: Works, person: str, number: str) -> CaseView:
    return works.store.read(lambda uow: reading.view(uow, works.office, viewer_of(person), number))


def test_a_group_sees_the_shared_text_and_the_kind_of_organisation_and_nothing_else(works: Works) -> None:
    case = works.attested(area="Skogsbyn", contact="Ring mig på 031-3900601")
    works.does("elsa", case, "say", message="Tack, vi hör av oss.")
    case = works.does("elsa", case, "share", group="natverk")
    seen = works.store.read(lambda uow: reading.view(uow, works.office, viewer_of("ines"), case.number))
    assert seen.shared.startswith("En person väntade")
    assert (seen.received, seen.dialogue, seen.history, seen.talks) == ({}, (), (), ())
    assert seen.case.submitted.submitter_org == "labour_market_unit"
    assert (seen.case.submitted.area, seen.case.leader, seen.case.contact) == ("", "", False)
    assert seen.case.day == date(2026, 3, 1)
    assert "läkarintyg" not in repr(seen)


def test_the_municipality_is_shown_only_if_attested_harmless(works: Works) -> None:
    case = works.attested(area="Storstaden")
    works.does("elsa", case, "attest", area_harmless=True, few_alike_ok=True)
    case = works.does("elsa", case, "share", group="natverk")
    seen = works.store.read(lambda uow: reading.view(uow, works.office, viewer_of("ines"), case.number))
    assert seen.case.submitted.area == "Storstaden"


def test_a_manager_is_told_the_municipality_only_if_it_was_attested_harmless(works: Works) -> None:
    case = works.attested(area="Skogsbyn")
    seen = sees(works, "birgitta", case.number)
    assert seen.case.submitted.area == ""
    assert "Skogsbyn" not in repr(seen)
    works.does("elsa", case, "attest", area_harmless=True, few_alike_ok=True)
    assert sees(works, "birgitta", case.number).case.submitted.area == "Skogsbyn"
    assert sees(works, "rut", case.number).case.submitted.area == "Skogsbyn"  # as before: the registrar reads it all


def test_a_partner_is_not_told_that_it_came_from_its_own_kind(works: Works) -> None:
    case = works.submits(submitter_org="fk")
    works.does("elsa", case, "open_dialogue")
    works.does("elsa", case, "retell", shared_text="Två enheter väntade på varandra.")
    works.does("elsa", case, "attest", area_harmless=False, own_workplace_ok=True)
    works.does("elsa", case, "set_level", level="organisation", reason="Rutiner.")
    case = works.does(
        "elsa", case, "consult", to="fk-beredning,vardcentral", purpose="reply", reason="De delar frågan."
    )
    seen = works.store.read(lambda uow: reading.view(uow, works.office, viewer_of("fia"), case.number))
    assert seen.case.submitted.submitter_org is None
    assert [r.recipient for r in seen.case.referrals] == ["GBG/fk-beredning"]


def test_an_administrator_reads_no_case(works: Works) -> None:
    case = works.submits()
    with pytest.raises(NotFound):
        works.store.read(lambda uow: reading.view(uow, works.office, viewer_of("adam"), case.number))


def test_a_submitters_own_words_are_the_process_leaders_and_the_submitters(works: Works) -> None:
    """A manager sees that a case was reopened or withdrawn, not the words, which passed nobody's eyes."""
    case = works.submits()
    works.does("elsa", case, "solve", solution="Rutinen ändrades.", feedback="Rutinen är ändrad. Tack!")
    works.follows(case)
    works.with_code(case, "reopen", reason="Det hände igen samma vecka.")
    case = works.with_code(case, "withdraw", reason="Jag orkar inte mer.")
    words = {4: "Det hände igen samma vecka.", 5: "Jag orkar inte mer."}
    for person in ("elsa", "rut"):
        assert sees(works, person, case.number).reasons == words
    seen = sees(works, "birgitta", case.number)
    assert seen.reasons == {}
    assert [entry.step for entry in seen.history[-2:]] == ["reopen", "withdraw"]
    own = [said.text for said in works.follows(case).messages if said.own]
    assert own == list(words.values())


def test_reasons_that_staff_gave_are_read_by_managers_and_by_no_submitter(works: Works) -> None:
    case = works.submits()
    case = works.does("elsa", case, "withdraw", reason="Hon ringde och tog tillbaka det.")
    assert sees(works, "birgitta", case.number).reasons == {2: "Hon ringde och tog tillbaka det."}
    assert works.follows(case).messages == ()


# --- numbers of other cases ---------------------------------------------------------------------------


def same_event(works: Works, case: str, other: str) -> None:
    works.does("elsa", case, "same_event", other=other)
    works.does("elsa", other, "same_event", other=case)


def test_the_other_report_of_an_event_is_named_only_to_those_who_may_see_it(works: Works) -> None:
    first, second = works.attested().number, works.attested().number
    works.does("elsa", second, "share", group="natverk")
    same_event(works, second, first)
    assert sees(works, "elsa", second).case.same_event == first
    assert sees(works, "ines", second).case.same_event == "", "the first was never shown to the group"
    works.does("elsa", first, "share", group="natverk")
    assert sees(works, "ines", second).case.same_event == first
    works.does("elsa", first, "block", where="shared_text")
    assert sees(works, "ines", second).case.same_event == ""
    seen = sees(works, "birgitta", second)
    assert seen.case.same_event == ""
    assert [entry.fields.get("other") for entry in seen.history if entry.step == "same_event"] == [None]
    seen = sees(works, "elsa", second)
    assert [entry.fields.get("other") for entry in seen.history if entry.step == "same_event"] == [first]


def test_merged_reports_and_doubles_are_named_only_to_those_who_may_see_them(works: Works) -> None:
    first, second, third = (works.submits().number for _ in range(3))
    works.does("elsa", first, "merge", others=f"{second},{third}")
    assert sees(works, "birgitta", first).case.doubles == (second, third)
    assert sees(works, "birgitta", second).case.double_of == first
    works.does("elsa", second, "block", where="what_happened")
    seen = sees(works, "birgitta", first)
    assert seen.case.doubles == (third,)
    assert [entry.fields["others"] for entry in seen.history if entry.step == "merge"] == [[third]]
    works.does("elsa", first, "block", where="what_happened")
    seen = sees(works, "birgitta", third)
    assert seen.case.double_of == ""
    assert [entry.fields.get("double_of") for entry in seen.history if entry.step == "set_aside"] == [None]
    assert sees(works, "elsa", first).case.doubles == (second, third)
