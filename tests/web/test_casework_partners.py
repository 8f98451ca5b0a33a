"""Where would a case go, who has a way in, who has answered, and what does the page of a case say comes then?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lexheller.app import House
from lexheller.desk import Desk
from lexheller.services.ports import UnitOfWork
from tests.house import Clock
from tests.web.browsing import Visitor
from tests.web.working import NEUTRAL, asks, attested, comes_in, opens_case

SignedIn = Callable[[str], Visitor]


DeskOf = Callable[[str], Desk]


def _gives_address(house: House, recipient: str, email: str) -> None:
    def work(uow: UnitOfWork) -> None:
        found = next(r for r in uow.people.recipients("GBG") if r.id == recipient)
        uow.people.put_recipient(replace(found, email=email))

    house.store.write(work)


def test_where_it_would_go_is_told_before_anything_is_sent(elsa: Visitor, number: str) -> None:
    page = opens_case(elsa, number)
    assert "Inget är skickat." in page.text
    assert "Försäkringskassan i beredningsgruppen" in page.text
    assert "Regel 1 om Försäkringskassan, version 1" in page.text


def test_where_a_case_would_go_is_told_only_while_it_may_go(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    assert "Vart det går" in opens_case(elsa, number).text
    desk_of("elsa").do(number, "redirect", {"channel": "review_appeal", "reason": "Det är beslutet som är fel."})
    assert "Vart det går" not in opens_case(elsa, number).text


def test_a_recipient_out_of_use_is_named_as_such_where_a_case_would_go(
    elsa: Visitor, desk_of: DeskOf, web_house: House
) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of(""), partners=["fk"]))
    desk_of("elsa").do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})

    def retires(uow: UnitOfWork) -> None:
        for each in uow.people.recipients("GBG"):
            if each.id == "fk-beredning":
                uow.people.put_recipient(replace(each, active=False))

    web_house.store.write(retires)
    page = opens_case(elsa, number)
    assert "Försäkringskassan i beredningsgruppen är tagen ur bruk." in page.text
    assert "Ingen sådan mottagare finns" not in page.text


def test_a_partner_that_has_been_given_no_way_in_is_the_next_thing(elsa: Visitor, desk_of: DeskOf) -> None:
    number, desk = attested(desk_of("elsa"), comes_in(desk_of(""), partners=["fk"])), desk_of("elsa")
    desk.do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    desk.do(number, "consult", {"to": ["af-beredning"], "reason": "Det gäller dem."})
    page = opens_case(elsa, number)
    assert "har inte fått någon länk än, och kan inte läsa ärendet" in page.text
    assert f"/arenden/{number}/lankar" in page.links
    assert "Du behöver inte göra något just nu" not in page.text
    desk.give_links(number)
    assert "har inte fått någon länk än" not in opens_case(elsa, number).text


def test_a_partner_that_need_not_answer_is_given_a_way_in_too(elsa: Visitor, desk_of: DeskOf, web_house: House) -> None:
    number, desk = attested(desk_of("elsa"), comes_in(desk_of(""), partners=["fk"])), desk_of("elsa")
    desk.do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    desk.do(number, "consult", {"to": ["af-beredning"], "purpose": "learning", "reason": "Det gäller dem."})
    _gives_address(web_house, "af-beredning", "")
    page = opens_case(elsa, number)
    assert "har inte fått någon länk än" not in page.text  # without an address none can be given, nor is it waited for
    assert "inget svar krävs" in page.text
    assert "har fått ärendet" not in page.text
    _gives_address(web_house, "af-beredning", "samverkan@af.example.org")
    page = opens_case(elsa, number)
    assert "Arbetsförmedlingen i beredningsgruppen har inte fått någon länk än" in page.text
    assert "Ge parten en länk Gå vidare till återkoppling" in page.text  # nobody has to wait for them
    desk.give_links(number)
    assert "har inte fått någon länk än" not in opens_case(elsa, number).text


def test_a_partner_with_an_older_link_is_told_of_what_comes_after(elsa: Visitor, desk_of: DeskOf, clock: Clock) -> None:
    desk = desk_of("elsa")
    first, second = (attested(desk, comes_in(desk_of(""), partners=["fk"])) for _ in range(2))
    _gives_address(desk.house, "af-beredning", "samverkan@af.example.org")
    for number in (first, second):
        desk.do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    to = {"to": ["af-beredning"], "reason": "Det gäller dem."}
    desk.do(first, "consult", to)
    desk.give_links(first)
    assert "har inte fått veta" not in opens_case(elsa, first).text
    clock.forward(minutes=5)
    desk.do(second, "consult", to)
    page = opens_case(elsa, second)
    assert "har en länk sedan tidigare, men har inte fått veta att det här ärendet har kommit" in page.text
    assert "Du behöver inte göra något just nu" not in page.text
    assert f"/arenden/{second}/lankar" in page.links
    desk.give_links(second)
    assert "har inte fått veta" not in opens_case(elsa, second).text
    assert "har inte fått veta" not in opens_case(elsa, first).text


def test_who_got_more_time_answers_by_the_same_day_everywhere(elsa: Visitor, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of(""), partners=["primary_care"]))
    desk_of("elsa").do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    desk_of("elsa").do(number, "consult", {})
    assert "Svar senast" in opens_case(elsa, number).text
    desk_of("elsa").do(number, "more_time", {"until": "2026-06-15"})
    page = opens_case(elsa, number).text
    assert page.count("Svar senast 15 juni 2026.") == page.count("Svar senast") == 1


def test_a_leader_writes_in_what_a_partner_says(elsa: Visitor, signed_in: SignedIn, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of(""), partners=["fk"]))
    desk_of("elsa").do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    desk_of("elsa").do(number, "consult", {})
    page = opens_case(elsa, number)
    for said in ("Skriv in partens svar", "Skriv in partens fråga", "Skriv in att parten vill ha mer tid"):
        assert said in page.text
    assert "Be om mer tid" not in page.text
    page = asks(elsa, number, "ask")
    assert "Det gäller Försäkringskassan i beredningsgruppen." in page.text
    assert not re.search(r'name="at_meeting"[^>]* checked', page.html)
    assert "Svara" in opens_case(signed_in("fia"), number).text


def test_nobody_is_asked_twice_by_itself(elsa: Visitor, desk_of: DeskOf) -> None:
    desk = desk_of("elsa")
    number = attested(desk, comes_in(desk_of(""), partners=["af"]))
    desk.do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    desk.do(number, "consult", {})
    desk.do(number, "answer", {"answer": "Vi ringer i veckan."})
    assert not asks(elsa, number, "refer").form("version").values.get("to")


def test_what_is_sent_is_not_said_to_be_unsent(elsa: Visitor, desk_of: DeskOf) -> None:
    desk = desk_of("elsa")
    number = attested(desk, comes_in(desk_of(""), partners=["af"]))
    assert "Inget är skickat." in opens_case(elsa, number).text
    desk.do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    desk.do(number, "consult", {})
    page = opens_case(elsa, number)
    assert ("Vart det går" in page.text, "Inget är skickat." in page.text) == (True, False)


def test_an_answer_that_has_come_leads_on(elsa: Visitor, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of(""), partners=["fk"]))
    elsas = desk_of("elsa")
    elsas.do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    elsas.do(number, "consult", {})
    elsas.do(number, "ask", {"question": "Vilken månad var det?"})
    hint = "Försäkringskassan i beredningsgruppen har frågat och är vald. Välj den som skrev om meddelandet är dit."
    assert hint in opens_case(elsa, number).text
    page = opens_case(elsa, number)
    assert "Försäkringskassan i beredningsgruppen, 2 mars Vilken månad var det?" in page.text
    assert "Till Försäkringskassan" not in page.text
    elsas.do(number, "answer", {"answer": "Vi ändrar rutinen.", "at_meeting": "yes"})
    page = opens_case(elsa, number)
    now = page.html.split('id="next"', 1)[1].split("</section>", 1)[0]
    assert "Ett svar har kommit." in now
    assert f"/arenden/{number}/steg/conclude" in now
    assert 'value="GBG/fk-beredning" checked' not in asks(elsa, number, "refer").html
    assert 'value="fk-beredning" checked' not in elsa.opens(f"/arenden/{number}/steg/refer").html


def test_a_text_that_partners_wait_for_is_attested_before_the_submitter_has_answered(
    elsa: Visitor, desk_of: DeskOf
) -> None:
    number, desk = attested(desk_of("elsa"), comes_in(desk_of(""), partners=["fk"])), desk_of("elsa")
    desk.do(number, "say", {"message": "Tack, jag har läst det du skrev."})
    desk.do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    desk.do(number, "consult", {"to": ["fk-beredning"], "reason": "Det gäller dem."})
    desk.give_links(number)
    desk.do(number, "wait", {"question": "Vet du om det hänt förut?", "until": "2026-03-20"})
    assert "Du behöver inte göra något just nu" in opens_case(elsa, number).text
    desk.do(number, "retell", {"shared_text": f"{NEUTRAL} Det tog tid."})
    assert "#attest" in opens_case(elsa, number).links
    assert [(row.number, row.next) for row in desk.inbox().mine] == [(number, "next.attest")]
    desk.do(number, "attest", {"area_harmless": False})
    assert "Du behöver inte göra något just nu" in opens_case(elsa, number).text
    assert desk.inbox().mine == ()
