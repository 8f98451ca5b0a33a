"""Somebody follows a case with the code: what they read, what they write, and what becomes of what they wrote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from lexheller.app import House
from lexheller.desk import Desk
from lexheller.model.session import SessionKind
from lexheller.web import make_app
from lexheller.web.visitors import COOKIES
from tests.factories import a_form
from tests.house import Clock
from tests.web.browsing import Visitor
from tests.web.telling import HAPPENED, sends_in, text_in, types_code
from tests.web.working import attested

Visits = Callable[[], Visitor]
Desks = Callable[[str], Desk]


def own(desk_of: Desks, code: str) -> list[str]:
    """List what the submitter has written, as it is kept."""
    return [said.text for said in desk_of("").follow(code).messages if said.own]


def answered(elsa: Desk, number: str) -> None:
    """Solve a case and answer it."""
    elsa.do(number, "solve", {"solution": "Myndigheterna har stämt av.", "feedback": "Nu har de talats vid."})


@pytest.mark.parametrize(
    "write",
    [str.lower, lambda code: code.replace("-", ""), lambda code: f" {code} \u2011"],
    ids=["small", "bare", "with a stray dash"],
)
def test_a_code_opens_its_case_however_it_is_typed(visitor: Visitor, write: Callable[[str], str]) -> None:
    number, code = sends_in(visitor)
    page = types_code(visitor, write(code))
    assert number in page.text
    assert page.address == "/folj/arende"
    assert page.heading == "Mottaget"


def test_the_code_stands_in_no_address_and_no_cookie(visitor: Visitor) -> None:
    _, code = sends_in(visitor)
    page = types_code(visitor, code)
    plain = code.replace("-", "")
    asked = [page.response.request, *(each.request for each in page.response.history)]
    names = ("__Host-form", *COOKIES.values())
    found = [visitor.client.get_cookie(name, domain="localhost") for name in names]
    cookies = " ".join(cookie.value for cookie in found if cookie)
    assert visitor.client.get_cookie(COOKIES[SessionKind.SUBMITTER], domain="localhost")
    for text in (*(each.url for each in asked), cookies, page.html):
        assert plain not in text.replace("-", "")


def test_reloading_shows_the_case_and_leaving_forgets_it(visitor: Visitor) -> None:
    number, code = sends_in(visitor)
    types_code(visitor, code)
    assert number in visitor.opens("/folj/arende").text
    visitor.sends("/folj/lamna")
    assert visitor.opens("/folj/arende").address == "/folj"


def test_without_a_code_nothing_is_shown(visitor: Visitor) -> None:
    assert visitor.opens("/folj/arende").address == "/folj"
    assert visitor.opens("/folj/arende/dra-tillbaka").address == "/folj"


def test_who_has_it_and_until_when(visitor: Visitor, desk_of: Desks, clock: Clock) -> None:
    number, code = sends_in(visitor)
    page = types_code(visitor, code)
    assert "Du hör av oss igen senast 9 mars 2026" in page.text
    assert "Elsa Exempel tar hand om det, och svarar på 031-3900650." in page.text
    desk_of("elsa").do(number, "open_dialogue", {})
    assert "Elsa Exempel har ditt ärende." in visitor.opens("/folj/arende").text
    clock.forward(days=20)
    types_code(visitor, code)
    assert "vi är sena" in visitor.opens("/folj/arende").text


def test_what_one_wrote_can_be_read_again(visitor: Visitor) -> None:
    _, code = sends_in(visitor)
    assert HAPPENED in types_code(visitor, code).text


def test_messages_go_both_ways(visitor: Visitor, desk_of: Desks) -> None:
    number, code = sends_in(visitor)
    types_code(visitor, code)
    page = visitor.sends("message", message="Det hände igen i dag.")
    assert "Ditt meddelande är skickat." in page.text
    elsa = desk_of("elsa")
    assert own(desk_of, code) == ["Det hände igen i dag."]
    elsa.do(number, "say", {"message": "Tack, vi ringer myndigheten."})
    page = visitor.opens("/folj/arende")
    assert "Tack, vi ringer myndigheten." in page.text
    assert "Ditt meddelande är skickat." not in page.text, "said once"


def test_a_question_is_the_first_thing_with_its_answer_box(visitor: Visitor, desk_of: Desks) -> None:
    number, code = sends_in(visitor)
    elsa = desk_of("elsa")
    elsa.do(number, "open_dialogue", {})
    elsa.do(number, "wait", {"question": "Vet du om det hänt förut?", "until": "2026-03-20"})
    page = types_code(visitor, code)
    assert page.heading == "Vi har en fråga till dig"
    assert "Vi går igenom ärendet" in page.text, "the state stands beneath"
    assert "20 mars 2026" in page.text
    assert page.text.count("Vet du om det hänt förut?") == 1
    page = visitor.sends("message", message="Ja, två gånger.")
    assert "Ja, två gånger." in page.text


def test_a_second_press_sends_nothing_twice(visitor: Visitor, desk_of: Desks) -> None:
    _, code = sends_in(visitor)
    page = types_code(visitor, code)
    form = page.form("message")
    values = form.values | {"message": ["Det hände igen i dag."]}
    visitor.posts(form.action, values)
    page = visitor.posts(form.action, values)
    assert page.status == 200
    assert own(desk_of, code) == ["Det hände igen i dag."]


def test_what_was_written_while_the_case_moved_is_still_there(visitor: Visitor, desk_of: Desks) -> None:
    number, code = sends_in(visitor)
    types_code(visitor, code)
    desk_of("elsa").do(number, "open_dialogue", {})
    page = visitor.sends("message", message="Det hände igen i dag.")
    assert "Något har hänt i ärendet" in page.text
    assert text_in(page, "message") == "Det hände igen i dag."
    assert "Ditt meddelande är skickat." in visitor.sends("message").text


def test_who_took_their_time_is_asked_for_the_code_again_and_keeps_what_they_wrote(
    visitor: Visitor, clock: Clock
) -> None:
    _, code = sends_in(visitor)
    types_code(visitor, code)
    clock.forward(minutes=31)
    page = visitor.sends("message", message="Det hände igen i dag.")
    assert (page.status, "Skriv din kod en gång till" in page.text) == (422, True)
    assert "Koden öppnade inget ärende" not in page.text
    page = visitor.sends("code", code=code)
    assert text_in(page, "message") == "Det hände igen i dag."


def test_a_message_passes_the_gate(visitor: Visitor, desk_of: Desks) -> None:
    _, code = sends_in(visitor)
    types_code(visitor, code)
    page = visitor.sends("message", message="Ring Kerstin Andersson, 19900602-2397.")
    assert page.title.startswith("Fel: ")
    assert "Måste bort" in page.text
    assert "Skriv till oss" in page.text
    page = visitor.sends("message", message="Ring mig på 070-1740605.")
    assert "Hur vill du att vi hör av oss?" not in page.text, "there is no such question here"
    page = visitor.sends("message", message="Ring Kerstin Andersson, 19900602-2397.")
    for _ in range(2):
        fix = next(button for button in page.form("fix").buttons if button[0] == "fix")
        page = visitor.sends("message", press=fix[1])
        if "Fel: " not in page.title:
            page = visitor.sends("message")
    assert "Ditt meddelande är skickat." in page.text
    assert len(own(desk_of, code)) == 1
    assert "Kerstin" not in own(desk_of, code)[0]


def test_what_is_asked_about_may_be_vouched_for(visitor: Visitor) -> None:
    _, code = sends_in(visitor)
    types_code(visitor, code)
    visitor.sends("message", message="Ring Kerstin på vårdcentralen.")
    assert "Ditt meddelande är skickat." in visitor.sends("message", press="Skicka meddelandet", vouched="yes").text


def test_the_answer_and_whether_it_helped(visitor: Visitor, desk_of: Desks) -> None:
    number, code = sends_in(visitor)
    answered(desk_of("elsa"), number)
    page = types_code(visitor, code)
    assert page.heading == "Nu finns ett svar till dig"
    assert page.text.count("Nu har de talats vid.") == 1
    assert "1 april 2026" in page.text, "thirty days from the first read"
    assert "Välj ett av svaren" in visitor.sends("Skicka svaret").text
    page = visitor.sends("Skicka svaret", helped="partly", note="Ett steg på vägen.")
    assert "Du har svarat: delvis" in page.text
    assert desk_of("elsa").case(number).case.helped == "partly"


def test_a_case_can_be_opened_again_with_a_reason(visitor: Visitor, desk_of: Desks) -> None:
    number, code = sends_in(visitor)
    answered(desk_of("elsa"), number)
    types_code(visitor, code)
    assert "Skriv varför" in visitor.sends("reason").text
    page = visitor.sends("reason", reason="Det blev inte bättre.")
    assert "Ärendet är öppet igen" in page.text
    assert desk_of("elsa").case(number).case.state == "dialogue"


def test_withdrawing_asks_once_more(visitor: Visitor, desk_of: Desks) -> None:
    number, code = sends_in(visitor)
    page = types_code(visitor, code)
    assert "/folj/arende/dra-tillbaka" in page.links
    page = visitor.opens("/folj/arende/dra-tillbaka")
    assert desk_of("elsa").case(number).case.state == "submitted"
    page = visitor.sends("Dra tillbaka ärendet")
    assert page.heading == "Du har dragit tillbaka ärendet"
    assert "Du får en sista bekräftelse senast" in page.text
    assert "tar hand om" not in page.text


def test_a_text_in_others_work_is_not_withdrawn(visitor: Visitor, desk_of: Desks) -> None:
    number, code = sends_in(visitor)
    elsa = desk_of("elsa")
    elsa.do(number, "open_dialogue", {})
    elsa.do(number, "retell", {"shared_text": "En person väntade på två håll."})
    elsa.do(number, "attest", {"area_harmless": "no"})
    elsa.do(number, "set_level", {"level": "organisation", "reason": "rutiner"})
    elsa.do(number, "consult", {"to": ["GBG/fk-beredning"], "purpose": "reply", "reason": "de kan svara"})
    page = types_code(visitor, code)
    assert "Vi väntar på svar från Försäkringskassan i beredningsgruppen" in page.text
    assert "har skickats till andra" in page.text
    assert "/folj/arende/dra-tillbaka" not in page.links
    assert visitor.opens("/folj/arende/dra-tillbaka").address == "/folj/arende"


def test_contact_details_are_erased_where_the_board_has_decided(
    visitor: Visitor, desk_of: Desks, web_house: House
) -> None:
    number, code = sends_in(visitor, contact_way="reach", contact="070-174 06 05")
    assert "styrelsen har inte bestämt" in types_code(visitor, code).text
    decided = replace(web_house, office=replace(web_house.office, disposal_decision="2026-01-15 § 7"))
    visitor = Visitor(make_app(decided))
    types_code(visitor, code)
    visitor.opens("/folj/arende/kontaktuppgifter")
    assert desk_of("elsa").case(number).case.contact, "asked once more first"
    assert "Dina kontaktuppgifter är borttagna." in visitor.sends("Ta bort dem").text
    assert not desk_of("elsa").case(number).case.contact


def test_whoever_sees_that_somebody_is_named_hides_the_case(visitor: Visitor, desk_of: Desks) -> None:
    number, code = sends_in(visitor)
    types_code(visitor, code)
    visitor.opens("/folj/arende/dolj")
    assert "Välj var det står." in visitor.sends("Dölj ärendet").text
    page = visitor.sends("Dölj ärendet", where=["what_happened"])
    assert "dolt för andra" in page.text
    assert desk_of("elsa").case(number).case.blocked


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("measure", "Det är bestämt att något ska göras åt det."),
        ("refer", "Det är bestämt att fråga de verksamheter som kan ändra något."),
        ("meeting", "Det är bestämt att ta upp det på ett möte."),
        ("no_action", "Det är bestämt att inget mer görs åt det just nu."),
    ],
)
def test_what_was_decided_is_said_and_not_why_or_by_whom(
    visitor: Visitor, desk_of: Desks, kind: str, said: str
) -> None:
    sent = desk_of("").submit(a_form(), federation="GBG")
    elsa = desk_of("elsa")
    attested(elsa, sent.number)
    elsa.do(sent.number, "share", {"group": "natverk"})
    desk_of("ines").do(sent.number, "classify", {"level": "individual", "reason": "En rutin som en känner till."})
    assert "Det är bestämt" not in types_code(visitor, str(sent.claim_code)).text
    measure = {"what": "En gemensam rutin", "owner": "Birgitta", "due": "2026-03-20"}
    rows = {"measures": [measure]} if kind == "measure" else {}
    desk_of("birgitta").do(sent.number, "decide", {"kind": kind, "reason": "Chefens eget skäl.", **rows})
    page = visitor.opens("/folj/arende")
    assert f"{said} Vad det blir av det läser du i svaret." in page.text
    for hidden in ("Chefens eget skäl", "En gemensam rutin", "individ", "En rutin som en", "20 mars"):
        assert hidden not in page.text, hidden
    desk_of("birgitta").do(sent.number, "reconsider", {"reason": "Vi tar om det."})
    assert "Det är bestämt" not in visitor.opens("/folj/arende").text


def test_others_that_have_met_the_same_are_spoken_of(visitor: Visitor, desk_of: Desks) -> None:
    elsa = desk_of("elsa")
    codes = []
    for _ in range(2):
        number, code = sends_in(visitor)
        codes.append(code)
        elsa.do(number, "open_dialogue", {})
        elsa.do(number, "tie_pattern", {"pattern": "GBG/P1", "reason": "samma fråga"})
    assert "Du är inte ensam." in types_code(visitor, codes[0]).text


def test_words_written_for_too_long_come_back_with_the_code(visitor: Visitor, clock: Clock) -> None:
    _, code = sends_in(visitor)
    types_code(visitor, code)
    clock.forward(minutes=31)
    page = visitor.sends("message", message="Det hände igen i dag.")
    assert "Skriv in koden igen" in page.text
    page = visitor.sends("code", code=code)
    assert text_in(page, "message") == "Det hände igen i dag."
    assert "Ditt meddelande är skickat." in visitor.sends("message").text


def test_a_renewed_code_ends_what_the_old_one_opened(visitor: Visitor, desk_of: Desks) -> None:
    number, code = sends_in(visitor, contact_way="reach", contact="070-174 06 05")
    types_code(visitor, code)
    new = str(desk_of("elsa").do(number, "renew_code", {}).gave["claim_code"])
    assert visitor.opens("/folj/arende").address == "/folj"
    assert types_code(visitor, code).status == 422
    assert number in types_code(visitor, new).text


def test_how_to_get_a_lost_code_renewed_is_said(visitor: Visitor) -> None:
    page = visitor.opens("/folj")
    assert "Har du tappat bort koden?" in page.text
    assert "Göteborg Exempel: Elsa Exempel, 031-3900650" in page.text


def test_the_right_channel_stands_beside_a_message_just_sent(visitor: Visitor) -> None:
    _, code = sends_in(visitor)
    types_code(visitor, code)
    page = visitor.sends("message", message="Barnet har blivit slagen hemma.")
    assert "Kan ett barn fara illa" in page.text
    assert "Kan ett barn fara illa" not in visitor.opens("/folj/arende").text


def test_the_coming_answer_is_ours_and_not_the_reply_to_a_question(visitor: Visitor, desk_of: Desks) -> None:
    number, code = sends_in(visitor)
    desk_of("elsa").do(number, "open_dialogue", {})
    desk_of("elsa").do(number, "wait", {"question": "Vet du om det hänt förut?", "until": "2026-03-20"})
    page = types_code(visitor, code)
    assert "Kommer: Vårt svar till dig" in page.text
    assert "Kommer: Ditt svar" not in page.text


def test_what_one_wrote_stands_in_the_order_it_was_asked(visitor: Visitor, desk_of: Desks) -> None:
    asked = {"consequence": "Hyran kom inte in.", "tried": "Två brev.", "proposal": "Ett möte i veckan."}
    sent = desk_of("").submit(a_form(**asked), federation="GBG")
    page = types_code(visitor, sent.claim_code or "")
    heads = ["Vad hände?", "Vad ledde det till för personen?", "Vad har du redan provat?"]
    places = [page.html.index(f"<h3>{head}</h3>") for head in heads]
    assert places == sorted(places)


def test_whoever_wants_to_leave_a_number_is_told_how(visitor: Visitor) -> None:
    _, code = sends_in(visitor)
    types_code(visitor, code)
    page = visitor.sends("message", message="Ring mig på 070-1740605.")
    assert "gör du det till Elsa Exempel på 031-3900650" in page.text


def test_nobody_is_told_that_what_they_wrote_is_rubbish(visitor: Visitor, desk_of: Desks) -> None:
    number, code = sends_in(visitor)
    desk_of("elsa").do(number, "set_aside", {"why_set_aside": "spam", "reason": "Det är reklam för en bok."})
    page = types_code(visitor, code)
    assert "skräp" not in page.text.lower()
    assert "Skälet: vi hittar ingen händelse i texten som vi kan arbeta vidare med." in page.text


def test_whoever_gets_no_answer_is_spoken_to(visitor: Visitor, desk_of: Desks) -> None:
    number, code = sends_in(visitor)
    desk_of("elsa").do(number, "set_aside", {"why_set_aside": "too_little", "reason": "Det går inte att förstå."})
    desk_of("birgitta").do(number, "waive_feedback", {"why_waived": "answered_elsewhere"})
    page = types_code(visitor, code)
    assert "Skälet: du har redan fått svar på annat håll." in page.text


def test_the_right_channel_is_named_before_what_it_is(visitor: Visitor, desk_of: Desks) -> None:
    number, code = sends_in(visitor)
    desk_of("elsa").do(number, "redirect", {"channel": "review_appeal", "reason": "Det är beslutet som är fel."})
    page = types_code(visitor, code)
    assert "Rätt väg: omprövning eller överklagande Den som beslutet gäller" in page.text


def test_closing_the_case_on_this_device_cannot_be_read_as_giving_it_up(visitor: Visitor) -> None:
    _, code = sends_in(visitor)
    assert "Stäng ärendet på den här enheten Ärendet finns kvar." in types_code(visitor, code).text
