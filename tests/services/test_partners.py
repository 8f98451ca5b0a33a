"""Does a partner answer for itself, and for nobody else?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lexheller.errors import (
    BadValue,
    NeedsUnmet,
    UnknownField,
)
from lexheller.forms.wording import sentences
from lexheller.i18n.words import words_for
from lexheller.model.case import Case, Referral
from lexheller.model.codes import Partner, Purpose
from lexheller.services import more_time, reading
from lexheller.services.next_thing import next_thing
from lexheller.storage.memory import MemoryStore
from tests.house import Works, viewer_of


def messages(works: Works, topic: str) -> list[str]:
    assert isinstance(works.store, MemoryStore)
    return [message.to for message in works.store.messages(topic)]


def with_two_partners(works: Works) -> Case:
    case = works.attested()
    works.does("elsa", case, "set_level", level="structure", reason="Lagen.")
    return works.does(
        "elsa", case, "consult", to="fk-beredning,vardcentral", purpose="reply", reason="De delar frågan."
    )


@pytest.mark.parametrize(
    ("step", "given"),
    [
        ("answer", {"answer": "Vi har en rutin nu."}),
        ("not_ours", {"whose": "nobody"}),
        ("more_time", {"until": "2026-08-01"}),
        ("ask", {"question": "Gäller det alla?"}),
    ],
)
def test_a_partner_answers_for_itself_without_saying_which_and_for_nobody_else(
    works: Works, step: str, given: dict[str, object]
) -> None:
    case = with_two_partners(works)
    for other in ("2", "vardcentral", "GBG/vardcentral"):
        with pytest.raises(NeedsUnmet) as refusal:
            works.does("fia", case, step, referral=other, **given)
        assert refusal.value.data["lacks"] == ("referral",)
    done = works.does("fia", case, step, **given)
    assert done.referrals[0] != case.referrals[0]
    assert done.referrals[1] == case.referrals[1]


def test_a_recipient_is_known_by_the_id_it_was_sent_to(works: Works) -> None:
    case = with_two_partners(works)
    assert (
        works.does("elsa", case, "give_up", referral="vardcentral", reason="Inget svar.").referrals[1].state
        == "given_up"
    )


def test_a_reply_to_a_partners_question_is_news_for_that_partner(works: Works) -> None:
    case = with_two_partners(works)
    works.does("fia", case, "ask", question="Gäller det alla?")
    with pytest.raises(NeedsUnmet):
        works.does("elsa", case, "say", referral="77", message="Ja, alla.")
    case = works.does("elsa", case, "say", referral="1", message="Ja, alla.")
    assert not case.referrals[0].asked
    assert messages(works, "question_answered") == ["recipient:GBG/fk-beredning"]
    assert messages(works, "new_message") == []
    with pytest.raises(UnknownField):
        works.with_code(case, "say", referral="1", message="Hej.")


@pytest.mark.parametrize("named", ["", "fk-beredning", "GBG/fk-beredning", "1"])
def test_what_a_partner_does_is_kept_with_the_referral_it_was_about(works: Works, named: str) -> None:
    """Two were asked: a history that does not say which of them would have to guess."""
    case = works.attested()
    works.does("elsa", case, "set_level", level="structure", reason="Lagen.")
    works.does("elsa", case, "consult", to="fk-beredning,vardcentral", purpose="reply", reason="De delar frågan.")
    given = {"referral": named} if named else {}
    works.does("fia", case, "ask", question="Gäller det alla?", **given)
    works.does("fia", case, "more_time", until="2026-07-01", **given)
    case = works.does("fia", case, "answer", answer="Vi utser en kontaktväg.", **given)
    works.does("elsa", case, "give_up", referral="vardcentral", reason="Inget svar.")
    events = works.store.read(lambda uow: uow.cases.events(case.federation, case.id))
    assert [(e.step, e.fields["referral"]) for e in events[-4:]] == [
        ("ask", "1"), ("more_time", "1"), ("answer", "1"), ("give_up", "2"),
    ]  # fmt: skip
    seen = works.store.read(lambda uow: reading.view(uow, works.office, viewer_of("fia"), case.number))
    assert [said.text for said in seen.exchange] == ["Gäller det alla?"]


@pytest.mark.parametrize("until", ["2026-02-01", "2026-04-30", "2026-05-01", "2027-03-03", "2199-01-01"])
def test_more_time_is_a_later_day_and_a_year_on_at_most(works: Works, until: str) -> None:
    """Whoever asked for more time and typed an earlier day had less; a day years ahead is no answer."""
    case = with_two_partners(works)
    assert case.referrals[0].due == date(2026, 5, 1)
    for who, given in (("fia", {}), ("elsa", {"referral": "1", "at_meeting": True})):
        with pytest.raises(BadValue) as refusal:
            works.does(who, case, "more_time", until=until, **given)
        assert refusal.value.data["allowed"] == ("2026-05-02 – 2027-03-02",)
        assert "till 2 mars 2027" in sentences(refusal.value, words_for("sv"))[0]


def test_the_first_and_the_last_of_these_days_are_taken(works: Works) -> None:
    case = works.does("fia", with_two_partners(works), "more_time", until="2026-05-02")
    case = works.does("fia", case, "more_time", until="2027-03-02")
    assert case.referrals[0].due == date(2027, 3, 2)
    works.clock.forward(days=366)
    with pytest.raises(BadValue) as refusal:  # a day that has been gives no time either
        works.does("fia", case, "more_time", until="2027-03-02")
    assert refusal.value.data["allowed"] == ("2027-03-03 – 2028-03-03",)
    assert works.does("fia", case, "more_time", until="2027-03-03").referrals[0].due == date(2027, 3, 3)


def test_what_nobody_waited_for_and_what_is_already_far_ahead_can_be_moved_too() -> None:
    sent = Referral(1, "GBG/fk-beredning", Partner.FK, Purpose.LEARNING, date(2026, 3, 2))
    assert more_time.days(sent, date(2026, 3, 2)) == (date(2026, 3, 2), date(2027, 3, 2))
    far = replace(sent, due=date(2028, 6, 1))
    assert more_time.days(far, date(2026, 3, 2)) == (date(2028, 6, 2), date(2028, 6, 2))


def test_submitter_and_partner_are_answered_apart(works: Works) -> None:
    """Whoever answered the one had answered neither or both: a partner's question was gone, and it waited for ever."""
    case = with_two_partners(works)
    works.does("fia", case, "ask", question="Gäller det alla?")
    case = works.with_code(case, "say", message="Har ni hört något?")
    assert (case.turn, next_thing(case, "process_leader", case.day)) == ("process_leader", "next.reply_ask")
    case = works.does("elsa", case, "say", message="Inte än, men de har frågat oss.")
    assert (case.unread, case.turn, [r.id for r in case.asking()]) == (False, "process_leader", [1])
    case = works.with_code(case, "say", message="Tack för svaret.")
    case = works.does("elsa", case, "say", referral="fk-beredning", message="Ja, alla.")
    assert (case.unread, case.turn, case.asking()) == (True, "process_leader", ())
    case = works.does("elsa", case, "say", message="Tack själv.")
    assert case.turn == "partner"
    seen = works.store.read(lambda uow: reading.view(uow, works.office, viewer_of("elsa"), case.number))
    assert [(said.text, said.recipient) for said in seen.dialogue] == [
        ("Gäller det alla?", "GBG/fk-beredning"), ("Har ni hört något?", ""), ("Inte än, men de har frågat oss.", ""),
        ("Tack för svaret.", ""), ("Ja, alla.", "GBG/fk-beredning"), ("Tack själv.", ""),
    ]  # fmt: skip
    assert "Ja, alla." not in [said.text for said in works.follows(case).messages]
