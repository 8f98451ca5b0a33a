"""Does a process leader read and finish a case in the browser, with few texts and fewer clicks?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from lexheller.app import House
from lexheller.desk import Desk
from lexheller.services.ports import UnitOfWork
from tests.factories import a_form
from tests.house import Clock
from tests.web.browsing import Visitor
from tests.web.working import NEUTRAL, asks, attested, comes_in, opens_case, takes

SignedIn = Callable[[str], Visitor]
DeskOf = Callable[[str], Desk]


@pytest.fixture
def elsa(signed_in: SignedIn) -> Visitor:
    return signed_in("elsa")


@pytest.fixture
def number(desk_of: DeskOf) -> str:
    return comes_in(desk_of(""))


def test_solved_in_the_talk_is_the_first_button_and_two_clicks(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    page = opens_case(elsa, number)
    first = page.html.index("Löst i samtalet")
    assert first < page.html.index("Anteckna ett samtal") < page.html.index("Det som skrevs")
    asks(elsa, number, "solve")  # one
    page = elsa.sends(
        "/steg/solve", solution="De ringde varandra.", feedback="Nu har de bestämt vem som skriver."
    )  # two
    assert page.address == f"/arenden/{number}"
    assert "Läget är nu: avslutad" in page.text
    assert desk_of("elsa").case(number).feedback == "Nu har de bestämt vem som skriver."


def test_the_whole_of_a_short_case_costs_two_texts(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    opens_case(elsa, number)
    page = elsa.sends("/steg/open_dialogue")
    assert "Dialogen öppnad" in page.text
    elsa.sends(press="Använd texten som den kom in")
    page = elsa.sends("/steg/attest", area_harmless="no")
    assert "Avidentifieringen godkänd" in page.text
    takes(elsa, number, "set_level", level="organisation", reason="Rutinen saknas mellan dem.")
    takes(elsa, number, "consult")
    referral = desk_of("elsa").case(number).case.referrals[0]
    assert "Regel om Försäkringskassan, version 1" in opens_case(elsa, number).text
    takes(elsa, number, "give_up", referral=str(referral.id), reason="De svarade på mötet.")
    for left in desk_of("elsa").case(number).case.open_referrals():
        takes(elsa, number, "give_up", reason="De svarade på mötet.", referral=str(left.id))
    takes(elsa, number, "conclude")
    page = takes(elsa, number, "give_feedback", feedback="De har kommit överens om en gemensam rutin.")
    assert "Läget är nu: avslutad" in page.text


def test_both_texts_face_each_other_with_what_the_gate_sees(elsa: Visitor, desk_of: DeskOf) -> None:
    told = "Enligt Ros på kontoret bor hon på Hasselstigen 11, och ingen av dem tog frågan."
    number = (
        desk_of("").submit(a_form(what_happened=told, title="Ingen tog frågan"), federation="GBG", vouched=True).number
    )
    desk_of("elsa").do(number, "retell", {"shared_text": "Enligt Ros på kontoret väntade personen."}, vouched=True)
    page = opens_case(elsa, number)
    assert page.html.index('class="chair"') < page.html.index('class="chair facing')
    marks = re.findall(r'<mark id="mark-(\d)">([^<]+)<sup>', page.html)
    assert marks == [("1", "Ros"), ("2", "Hasselstigen 11"), ("3", "Ros")]
    assert "Markering 2: Omskrivet Hasselstigen 11" in page.text
    assert "Markering 3: Kontrollera Ros" in page.text
    assert "En markering är kvar i texten som delas." in page.text


def test_what_people_wrote_is_read_aloud_in_its_own_language(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    english = comes_in(desk_of(""), title="Nobody took it", what_happened="The two of them waited for each other.")
    assert " lang=" not in opens_case(elsa, number).html.partition("<main")[2]
    assert '<p dir="auto" lang="en">The two of them' in opens_case(elsa, english).html
    elsa.opens("/?sprak=en")
    page = opens_case(elsa, number)
    assert re.search(r'<h1><bdi lang="sv">', page.html)
    assert '<p dir="auto" lang="sv">' in page.html
    assert '<p dir="auto">The two of them' in opens_case(elsa, english).html


def test_what_lacks_for_the_other_steps_is_said_and_nothing_is_grey(
    elsa: Visitor, number: str, desk_of: DeskOf
) -> None:
    desk_of("elsa").do(number, "open_dialogue", {})
    page = opens_case(elsa, number)
    assert "Dela med arbetsgruppen Saknas: godkänd avidentifiering" in page.text
    assert f"/arenden/{number}/steg/share" not in page.links
    assert "disabled" not in page.html
    page = asks(elsa, number, "share")
    assert "Det här saknas först" in page.text
    assert f"/arenden/{number}/steg/retell" in page.links


def test_where_it_would_go_is_told_before_anything_is_sent(elsa: Visitor, number: str) -> None:
    page = opens_case(elsa, number)
    assert "Inget är skickat." in page.text
    assert "Försäkringskassan i beredningsgruppen" in page.text
    assert "Regel 1 om Försäkringskassan, version 1" in page.text


def test_the_contact_is_shown_once_with_a_reason_and_the_history_says_so(elsa: Visitor, desk_of: DeskOf) -> None:
    number = comes_in(desk_of(""), contact="070-1740650")
    page = opens_case(elsa, number)
    assert "070-1740650" not in page.html
    page = takes(elsa, number, "reveal_contact")
    assert page.status == 422
    assert "Svara på ”Varför behöver du se dem?”" in page.text
    page = elsa.sends("/steg/reveal_contact", reason="Ska ringa för första kontakten.")
    assert "070-1740650" in page.text
    page = opens_case(elsa, number)
    assert "070-1740650" not in page.html
    assert "Kontaktuppgifterna visade Elsa Exempel" in page.text
    assert "Ska ringa för första kontakten." in page.text


def test_a_case_that_is_not_ones_own_is_like_one_that_is_not_there(signed_in: SignedIn, number: str) -> None:
    alva = signed_in("alva")
    for address in ("", "/steg/solve", "/steg/finns_inte"):
        foreign, missing = opens_case(alva, number + address), opens_case(alva, "GBG-2026-9999" + address)
        assert foreign.status == missing.status == 404
        assert foreign.heading == missing.heading
    assert alva.raw("POST", f"/arenden/{number}/steg/solve").status_code in {400, 404}


def test_the_group_reads_the_shared_text_and_the_month_and_nothing_else(signed_in: SignedIn, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of(""), contact="070-1740650", area="Tidaholm"))
    desk_of("elsa").do(number, "share", {"group": "natverk"})
    page = opens_case(signed_in("ines"), number)
    assert NEUTRAL in page.text
    for hidden in ("läkarintyg", "Det som skrevs", "Tidaholm", "Historik", "Vart det går", "Visa kontaktuppgifter"):
        assert hidden not in page.text
    assert "kom in mars 2026" in page.text


def test_the_manager_reads_the_head_and_what_waits_for_a_decision(signed_in: SignedIn, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of("")))
    desk_of("elsa").do(number, "share", {"group": "natverk"})
    desk_of("ines").do(number, "classify", {"level": "organisation", "reason": "Rutinen saknas."})
    birgitta = signed_in("birgitta")
    page = opens_case(birgitta, number)
    assert "läkarintyg" not in page.text
    assert "Fatta beslut" in page.text
    page = takes(
        birgitta, number, "decide", kind="measure", reason="Det händer ofta.",
        **{"measures.1.what": "En gemensam rutin", "measures.1.owner": "Enhetschefen", "measures.1.due": "2026-09-01"},
    )  # fmt: skip
    assert "Läget är nu: beslutad" in page.text
    assert "En gemensam rutin" in page.text


def test_an_account_that_reads_no_case_finds_no_page(signed_in: SignedIn, number: str) -> None:
    adam = signed_in("adam")
    assert {adam.opens(a).status for a in ("/inkorg", "/arenden", f"/arenden/{number}", "/registrera")} == {404}
    assert signed_in("birgitta").opens("/registrera").status == 404


def test_a_conversation_is_read_and_answered_on_the_page(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    opens_case(elsa, number)
    page = elsa.sends("message", message="Får jag ta med ditt förslag?")
    assert "Meddelande skrivet" in page.text
    assert '<li class="us">' in page.html
    assert [said.text for said in desk_of("elsa").case(number).dialogue] == ["Får jag ta med ditt förslag?"]


def test_a_line_break_and_a_mark_up_are_words_alone(elsa: Visitor, desk_of: DeskOf) -> None:
    number = comes_in(desk_of(""), what_happened="<script>alert(1)</script> {{ 7*7 }} väntar på besked från båda.")
    page = opens_case(elsa, number)
    assert "<script>alert" not in page.html
    assert "{{ 7*7 }}" in page.text


def test_the_next_thing_is_offered_beside_what_was_solved(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    desk_of("elsa").do(number, "say", {"message": "Tack, jag har läst det du skrev."})
    page = opens_case(elsa, number)
    assert f"/arenden/{number}/steg/retell" in page.links
    assert page.html.index("Löst i samtalet") < page.html.index("Skriv texten som delas")
    desk_of("elsa").do(number, "retell", {"shared_text": NEUTRAL})
    assert "#attest" in opens_case(elsa, number).links


def test_a_partner_with_an_account_reads_what_was_sent_and_answers_it(signed_in: SignedIn, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of(""), partners=["fk"], contact="070-1740650"))
    fia = signed_in("fia")
    assert opens_case(fia, number).status == 404
    desk_of("elsa").do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas mellan dem."})
    desk_of("elsa").do(number, "consult", {})
    page = opens_case(fia, number)
    assert NEUTRAL in page.text
    for hidden in ("läkarintyg", "Rutinen saknas", "Historik", "Uppgifter", "Regel 1 om"):
        assert hidden not in page.text
    page = takes(fia, number, "answer", answer="Vi ändrar rutinen och stämmer av i höst.")
    assert "Svar lämnat" in page.text
    page = opens_case(signed_in("elsa"), number)
    assert "Vi ändrar rutinen och stämmer av i höst." in page.text
    assert "Försäkringskassan i beredningsgruppen" in page.text


def test_a_question_lies_on_the_plank_and_the_state_stands_beneath(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    desk_of("elsa").do(number, "open_dialogue", {})
    desk_of("elsa").do(number, "wait", {"question": "Vet du om det hänt förut?", "until": "2026-03-20"})
    page = opens_case(elsa, number)
    assert "Nu: Fråga till den som skrev Vi går igenom ärendet, sedan" in page.text
    assert "en fråga till dig" not in page.text, "that is said to whoever wrote"


def test_what_lacks_leads_to_the_step_that_supplies_it(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    desk_of("elsa").do(number, "open_dialogue", {})
    page = opens_case(elsa, number)
    aside = page.html.split("<aside", 1)[1]
    assert re.search(rf'href="/arenden/{number}/steg/retell">godkänd avidentifiering</a>', aside)
    assert re.search(rf'href="/arenden/{number}/steg/set_level">preliminär nivå</a>', aside)
    desk_of("elsa").do(number, "retell", {"shared_text": NEUTRAL})
    assert 'href="#attest">godkänd avidentifiering</a>' in opens_case(elsa, number).html


def test_the_way_on_stands_beside_the_talk_from_the_start(elsa: Visitor, desk_of: DeskOf) -> None:
    number, desk = comes_in(desk_of(""), contact="070-1740650", partners=["fk"]), desk_of("elsa")

    def pressed() -> list[str]:
        now = opens_case(elsa, number).html.split('id="next"', 1)[1].split("</section>", 1)[0]
        return re.findall(r'class="button[^"]*" href="([^"]+)"', now)

    steg = f"/arenden/{number}/steg/"
    assert pressed() == [f"{steg}solve", f"{steg}note_talk"]
    assert opens_case(elsa, number).form("/steg/open_dialogue").buttons[0][2] == "Öppna dialog"
    desk.do(number, "open_dialogue", {})
    assert pressed() == [f"{steg}solve", f"{steg}note_talk", f"{steg}retell"]
    desk.do(number, "retell", {"shared_text": NEUTRAL})
    assert pressed()[2] == "#attest"
    desk.do(number, "attest", {"area_harmless": False})
    assert pressed()[2] == f"{steg}set_level"
    desk.do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    assert pressed()[2] == f"{steg}consult"


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


def test_only_what_is_alike_stands_there_as_similar(elsa: Visitor, desk_of: DeskOf) -> None:
    told = "En läkare skrev ett intyg, och arbetsgivaren fick aldrig besked om hur länge sjukskrivningen gällde."
    other = "Rullstolen blev stående i ett förråd utan besked, för ingen visste vem som betalar för frakten."
    one = comes_in(desk_of(""), what_happened=told, partners=["fk"])
    unlike = comes_in(desk_of(""), what_happened=other, partners=["hospital"])
    assert [hit.number for hit in desk_of("elsa").similar(one)] == [unlike]  # they have a word in common
    assert "Liknande ärenden" not in opens_case(elsa, one).text
    like = comes_in(desk_of(""), what_happened=told.replace("aldrig", "inget"), partners=["fk"])
    page = opens_case(elsa, one)
    assert f"/arenden/{like}" in page.links
    assert f"/arenden/{unlike}" not in page.links


def _gives_address(house: House, recipient: str, email: str) -> None:
    def work(uow: UnitOfWork) -> None:
        found = next(r for r in uow.people.recipients("GBG") if r.id == recipient)
        uow.people.put_recipient(replace(found, email=email))

    house.store.write(work)


def test_why_something_was_let_stand_is_read_beside_it(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    desk_of("elsa").do(number, "retell", {"shared_text": "Enligt Ros på kontoret väntade personen."}, vouched=True)
    rows = [{"finding": "1", "reason": "ordinary_word"}]
    desk_of("elsa").do(number, "attest", {"area_harmless": False, "overrides": rows})
    page = opens_case(elsa, number)
    assert "Markering 1: Får stå kvar Ros" in page.text
    assert "Får stå kvar: det är ett vanligt ord." in page.text
    assert "Kontrollera Ros" not in page.text


def test_what_moves_no_case_says_no_state(elsa: Visitor, number: str) -> None:
    page = takes(elsa, number, "label", themes=["digital_tools"])
    assert "Läget är nu" not in page.text
    opens_case(elsa, number)
    assert "Dialogen öppnad. Läget är nu: i dialog." in elsa.sends("/steg/open_dialogue").text


def test_where_a_case_would_go_is_told_only_while_it_may_go(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    assert "Vart det går" in opens_case(elsa, number).text
    desk_of("elsa").do(number, "redirect", {"channel": "review_appeal", "reason": "Det är beslutet som är fel."})
    assert "Vart det går" not in opens_case(elsa, number).text


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


def test_where_no_place_is_named_there_is_nothing_to_answer_about_it(elsa: Visitor, desk_of: DeskOf) -> None:
    number = comes_in(desk_of(""), area="")
    desk_of("elsa").do(number, "open_dialogue", {})
    desk_of("elsa").do(number, "retell", {"shared_text": NEUTRAL})
    takes(elsa, number, "attest")
    assert desk_of("elsa").case(number).case.attested


def test_what_is_sent_is_not_said_to_be_unsent(elsa: Visitor, desk_of: DeskOf) -> None:
    desk = desk_of("elsa")
    number = attested(desk, comes_in(desk_of(""), partners=["af"]))
    assert "Inget är skickat." in opens_case(elsa, number).text
    desk.do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    desk.do(number, "consult", {})
    page = opens_case(elsa, number)
    assert ("Vart det går" in page.text, "Inget är skickat." in page.text) == (True, False)


def test_nobody_is_asked_twice_by_itself(elsa: Visitor, desk_of: DeskOf) -> None:
    desk = desk_of("elsa")
    number = attested(desk, comes_in(desk_of(""), partners=["af"]))
    desk.do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    desk.do(number, "consult", {})
    desk.do(number, "answer", {"answer": "Vi ringer i veckan."})
    assert not asks(elsa, number, "refer").form("version").values.get("to")


def test_another_report_of_the_same_event_is_named_beside_both(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    other = comes_in(desk_of(""))
    desk_of("elsa").do(number, "same_event", {"other": other, "reason": "Samma möte, två håll."})
    for one, another in ((number, other), (other, number)):
        page = opens_case(elsa, one)
        assert f"Samma händelse {another}" in page.text


def test_what_a_submitter_says_of_whether_it_helped_is_read(elsa: Visitor, desk_of: DeskOf) -> None:
    sent = desk_of("").submit(a_form(), federation="GBG")
    desk_of("elsa").do(sent.number, "solve", {"solution": "De ringde.", "feedback": "Nu är det ordnat mellan dem."})
    said = {"helped": "partly", "note": "Besked kom, men en månad för sent."}
    desk_of("").do_with_code(sent.claim_code or "", "helped", said)
    page = opens_case(elsa, sent.number)
    assert "Delvis" in page.text
    assert "Den som skrev, om det blev bättre, 2 mars Besked kom, men en månad för sent." in page.text


def test_a_case_that_points_somebody_out_says_where_and_what_to_press(elsa: Visitor, desk_of: DeskOf) -> None:
    sent = desk_of("").submit(a_form(), federation="GBG")
    attested(desk_of("elsa"), sent.number)
    desk_of("").do_with_code(sent.claim_code or "", "block", {"where": ["what_happened", "message"]})
    page = opens_case(elsa, sent.number)
    assert "Den som skrev har sagt var det står: Vad hände, Ett meddelande eller en fråga." in page.text
    now = page.html.split('id="next"', 1)[1].split("</section>", 1)[0]
    assert f"/arenden/{sent.number}/steg/retell" in now
    assert f"/arenden/{sent.number}/steg/dispose_text" in now


def test_a_question_that_came_back_is_said_before_the_talk(elsa: Visitor, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of("")))
    desk_of("elsa").do(number, "share", {"group": "natverk"})
    desk_of("ines").do(number, "send_back", {"question": "Vem ringde först?"})
    page = opens_case(elsa, number)
    assert "Arbetsgruppen har skickat tillbaka ärendet med en fråga." in page.text
    now = page.html.split('id="next"', 1)[1].split("</section>", 1)[0]
    assert f"/arenden/{number}/steg/retell" in now


def test_an_answer_that_has_come_leads_on(elsa: Visitor, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of(""), partners=["fk"]))
    elsas = desk_of("elsa")
    elsas.do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    elsas.do(number, "consult", {})
    elsas.do(number, "ask", {"question": "Vilken månad var det?"})
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


def test_a_step_with_several_ways_is_listed_once(elsa: Visitor, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of("")))
    desk_of("elsa").do(number, "share", {"group": "natverk"})
    desk_of("ines").do(number, "classify", {"level": "organisation", "reason": "Rutinen saknas."})
    assert opens_case(elsa, number).text.count("Lämna tillbaka med en fråga") == 1
