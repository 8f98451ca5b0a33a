"""A sister federation takes a case over: one new case with a link back, the sender answered, one code for both."""

from __future__ import annotations

import pytest

from lexheller.errors import NeedsUnmet, NotFound, UnknownName
from lexheller.model.case import Case
from lexheller.model.codes import Role
from lexheller.services import sisters
from lexheller.services.next_thing import next_thing
from tests.house import Works, viewer_of


def accepts(works: Works, person: str, number: str) -> Case:
    taken = works.store.write(lambda uow: sisters.take_over(uow, works.office, viewer_of(person), number))
    works.store.write(lambda uow: sisters.answer_sender(uow, works.office, number, taken))
    return taken


def test_the_sisters_case_links_back_and_the_sender_is_closed_with_who_has_it(works: Works) -> None:
    case = works.attested()
    case = works.does("elsa", case, "redirect", channel="sister_federation", other="INS")
    new = accepts(works, "ines", case.number)
    assert (new.federation, new.split_from, new.state, new.partners) == ("INS", case.number, "submitted", case.partners)
    sent = works.reads(case)
    assert (sent.state, sent.moved_to, sent.offered_to) == ("closed", new.number, "")
    events = works.store.read(lambda uow: uow.cases.events(case.federation, case.id))
    assert (events[-1].step, events[-1].actor) == ("give_feedback", "system")
    received = works.store.read(lambda uow: uow.cases.text(new.federation, new.id, 1, "what_happened"))
    assert received is not None
    assert received.text.startswith("En person väntade")
    assert new.same_event == sent.same_event, "counted once"


def test_the_one_code_follows_both(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "redirect", channel="sister_federation", other="INS")
    new = accepts(works, "ines", case.number)
    seen = works.follows(case)
    assert (seen.goes_on_as, seen.phase) == (new.number, "phase.submitted")
    works.does("ines", new, "open_dialogue")
    assert works.follows(case).phase == "phase.dialogue"


def test_accepting_twice_opens_one_case(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "redirect", channel="sister_federation", other="INS")
    first = works.store.write(lambda uow: sisters.take_over(uow, works.office, viewer_of("ines"), case.number))
    assert accepts(works, "ines", case.number).number == first.number
    with pytest.raises(NotFound):
        accepts(works, "ines", case.number)


def test_only_the_sister_that_was_asked_may_accept_and_only_what_is_attested(works: Works) -> None:
    case = works.submits()
    with pytest.raises(NeedsUnmet) as refusal:
        works.does("elsa", case, "redirect", channel="sister_federation")
    assert refusal.value.data["lacks"] == ("sister", "attested")
    case = works.attested()
    with pytest.raises(UnknownName):
        works.does("elsa", case, "redirect", channel="sister_federation", other="GBG")
    works.does("elsa", case, "redirect", channel="sister_federation", other="INS")
    for person in ("alva", "elsa", "ivar"):
        with pytest.raises(NotFound):
            accepts(works, person, case.number)
    works.does("elsa", case, "retell", shared_text="En annan text.")
    with pytest.raises(NotFound):
        accepts(works, "ines", case.number)


def test_only_what_others_may_see_of_the_form_is_passed_on(works: Works) -> None:
    case = works.attested(area="Storstaden", when="2026-02", agreement="yes", publication="ja", recurring="often")
    works.does("elsa", case, "redirect", channel="sister_federation", other="INS")
    form = accepts(works, "ines", case.number).submitted
    assert (form.area, form.when, form.agreement, form.publication, form.recurring) == ("", "", None, False, "often")


def test_whoever_answers_instead_ends_the_offer(works: Works) -> None:
    case = works.attested()
    case = works.does("elsa", case, "redirect", channel="sister_federation", other="INS")
    assert next_thing(case, Role.PROCESS_LEADER, works.office.today()) == "next.ring_sister"
    closed = works.does("elsa", case, "give_feedback", feedback="Grannförbundet kunde inte ta över.")
    assert closed.offered_to == ""
    with pytest.raises(NotFound):
        accepts(works, "ines", case.number)
