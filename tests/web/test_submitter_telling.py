"""Somebody tells what happened: three steps, the gate, a look at the answers, one case however often it is sent."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import pytest
from flask import Flask
from sqlalchemy import text

from lexheller.app import House
from lexheller.desk import Desk
from lexheller.errors import GateStopped
from lexheller.services import municipalities
from tests.factories import a_form
from tests.house import Clock
from tests.web.browsing import Visitor
from tests.web.telling import (
    HAPPENED,
    adds,
    begins,
    comes_to_check,
    receipt,
    says_who,
    tells,
    text_in,
)

NAMED = "Kerstin på vårdcentralen hänvisade personen vidare."
NUMBERED = "Deltagare pnr 19900602-2397 fick vänta. Kerstin på vårdcentralen hänvisade vidare."

Visits = Callable[[], Visitor]
Desks = Callable[[str], Desk]


def cases(house: House) -> int:
    """Count the cases of all federations, past every door."""
    return int(
        house.store.read(lambda uow: cast("Any", uow).connection.execute(text("SELECT count(*) FROM cases")).scalar())
    )


def test_three_steps_a_look_and_a_code(visitor: Visitor, desk_of: Desks) -> None:
    assert "Steg 1 av 3" in begins(visitor).text
    assert "Steg 2 av 3" in tells(visitor).text
    assert "Steg 3 av 3" in says_who(visitor, contact_way="reach", contact="070-174 06 05").text
    page = adds(visitor, proposal="Bestäm vem som skriver.")
    assert page.heading == "Kontrollera och skicka"
    assert "070-174 06 05" in page.text
    number, code = receipt(visitor.sends("story", press="send", other_channel="no"))
    case = desk_of("elsa").case(number)
    assert case.received["what_happened"] == HAPPENED
    assert case.received["proposal"] == "Bestäm vem som skriver."
    assert case.case.contact
    assert len(code) == 26


def test_a_shared_door_asks_where_it_happened(visitor: Visitor) -> None:
    page = visitor.opens("/beratta")
    assert page.heading == "Var hände det?"
    assert {"/beratta/GBG", "/beratta/INS", "/beratta/ALV"} <= set(page.links)
    assert visitor.opens("/beratta/XYZ").status == 404


def works_in(web_house: House, **of: list[str]) -> None:
    """Let federations say where they work."""
    for home, names in of.items():
        web_house.store.write(lambda uow, h=home, n=names: municipalities.put(uow, h, n, web_house.office.now()))  # type: ignore[misc]  # bound on purpose


@pytest.mark.parametrize("typed", ["Göteborg", "  göteborg ", "Göteborgs stad", "Göteborgs kommun"])
def test_a_shared_door_finds_the_federation_by_its_municipality(visitor: Visitor, web_house: House, typed: str) -> None:
    works_in(web_house, GBG=["Göteborg", "Mölndal"], INS=["Sjövik"])
    assert visitor.opens("/beratta").heading == "I vilken kommun hände det?"
    page = visitor.sends("municipality", municipality=typed)
    assert page.address == "/beratta/GBG"
    assert "Steg 1 av 3" in page.text


def test_a_municipality_of_several_federations_lets_one_choose_among_them(visitor: Visitor, web_house: House) -> None:
    works_in(web_house, GBG=["Göteborg"], INS=["Göteborg"], ALV=["Sjövik"])
    visitor.opens("/beratta")
    page = visitor.sends("municipality", municipality="Göteborg")
    assert page.heading == "Flera förbund arbetar i Göteborg"
    assert {"/beratta/GBG", "/beratta/INS"} <= set(page.links)
    assert "/beratta/ALV" not in page.links


def test_a_municipality_that_is_nobodys_closes_no_door(visitor: Visitor, web_house: House) -> None:
    works_in(web_house, GBG=["Göteborg"])
    visitor.opens("/beratta")
    page = visitor.sends("municipality", municipality="<b>Kiruna</b>")
    assert page.heading == "Inget av förbunden här arbetar i <b>Kiruna</b>"
    assert "<b>Kiruna" not in page.html
    assert "Du är välkommen att berätta ändå." in page.text
    assert {"/beratta/GBG", "/beratta/INS", "/beratta/ALV"} <= set(page.links)


def test_a_municipality_that_was_not_written_is_asked_for_again(visitor: Visitor, web_house: House) -> None:
    works_in(web_house, GBG=["Göteborg"])
    visitor.opens("/beratta")
    page = visitor.sends("municipality", municipality=" ")
    assert (page.status, page.title.startswith("Fel:")) == (422, True)
    assert "Skriv i vilken kommun det hände." in page.text


def test_a_named_person_with_a_telephone_stands_on_every_step(visitor: Visitor) -> None:
    for page in (begins(visitor), tells(visitor), says_who(visitor), adds(visitor)):
        assert "Elsa Exempel" in page.text
        assert "031-3900650" in page.text


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({"what_happened": "", "partners": ["fk"]}, "Skriv vad som hände."),
        ({"what_happened": HAPPENED, "partners": []}, "Välj minst en verksamhet"),
        ({"what_happened": "x" * 20_001, "partners": ["fk"]}, "högst 20 000 tecken"),
        ({"what_happened": HAPPENED, "partners": ["nobody"]}, "Välj ett av alternativen"),
    ],
)
def test_what_lacks_is_said_first_and_at_the_field(visitor: Visitor, filled: dict[str, object], said: str) -> None:
    begins(visitor)
    page = visitor.sends("story", press="next", **filled)
    assert page.status == 422
    assert page.title.startswith("Fel: ")
    assert "autofocus" in page.html
    assert page.text.count(said) >= 2


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({"contact_way": None}, "Välj hur vi ska höra av oss."),
        ({"contact_way": "reach", "contact": ""}, "Skriv ett telefonnummer"),
        ({"contact_way": "reach", "contact": "12"}, "Skriv ett telefonnummer"),
        ({"contact_way": "reach", "contact": "koden"}, "Skriv ett telefonnummer"),
        ({"submitter_org": None}, "Välj var du arbetar"),
    ],
)
def test_the_second_step_asks_for_two_things(visitor: Visitor, filled: dict[str, object], said: str) -> None:
    begins(visitor)
    tells(visitor)
    page = says_who(visitor, **filled)
    assert page.status == 422
    assert said in page.text


def test_a_number_without_a_choice_is_a_choice(visitor: Visitor) -> None:
    begins(visitor)
    tells(visitor)
    assert "Steg 3" in says_who(visitor, contact_way=None, contact="070-174 06 05").text


def test_who_wants_only_a_code_leaves_no_number(visitor: Visitor, desk_of: Desks) -> None:
    page = comes_to_check(visitor, contact_way="code", contact="070-174 06 05")
    assert "070-174" not in page.text
    number, _ = receipt(visitor.sends("story", press="send"))
    assert not desk_of("elsa").case(number).case.contact


def test_a_group_of_choices_comes_back_open_and_says_how_many(visitor: Visitor) -> None:
    begins(visitor)
    assert "<details open" not in visitor.page.html  # type: ignore[union-attr]  # a page is open
    page = visitor.sends("story", press="next", what_happened="", partners=["primary_care", "adult_psychiatry"])
    assert "<details open" in page.html
    assert "2 valda" in page.text


def test_what_must_go_is_marked_and_nobody_gets_on(visitor: Visitor, web_house: House) -> None:
    begins(visitor)
    page = tells(visitor, NUMBERED)
    assert page.title.startswith("Fel: ")
    assert 'class="stop"' in page.html
    assert "Måste bort" in page.text
    assert "Kontrollera" in page.text
    assert "kontrollsiffran" in page.text  # why
    assert "ungefärlig ålder" in page.text  # what to write instead
    page = visitor.sends("story", press="next", vouched="yes")
    assert "Måste bort" in page.text, "what must go cannot be ticked off"
    assert cases(web_house) == 0


def test_a_button_puts_the_proposal_in_and_comes_back(visitor: Visitor, web_house: House) -> None:
    begins(visitor)
    page = tells(visitor, NUMBERED)
    fixes = [button for button in page.form("fix").buttons if button[0] == "fix"]
    assert len(fixes) == 2
    page = visitor.sends("story", press=fixes[0][1])
    assert "19900602-2397" not in page.html
    assert text_in(page, "what_happened") == NUMBERED.replace("19900602-2397", "(personnummer borttaget)")
    fix = next(button for button in page.form("fix").buttons if button[0] == "fix")
    page = visitor.sends("story", press=fix[1])
    assert "Klienten på vårdcentralen" in text_in(page, "what_happened")
    assert not page.title.startswith("Fel")
    assert "Steg 1 av 3" in page.text, "nobody is sent on by a change"
    assert cases(web_house) == 0


def test_a_button_finds_its_words_after_the_text_was_edited(visitor: Visitor) -> None:
    begins(visitor)
    page = tells(visitor, NAMED)
    fix = next(button for button in page.form("fix").buttons if button[0] == "fix")
    page = visitor.sends("story", press=fix[1], what_happened=f"Så här var det. {NAMED}")
    assert text_in(page, "what_happened").startswith("Så här var det. Klienten på vårdcentralen")


def test_one_tick_lets_through_what_identifies_nobody(visitor: Visitor, desk_of: Desks) -> None:
    begins(visitor)
    tells(visitor, NAMED)
    assert "Steg 2" in visitor.sends("story", press="next", vouched="yes").text
    says_who(visitor)
    adds(visitor)
    number, _ = receipt(visitor.sends("story", press="send"))
    assert desk_of("elsa").case(number).history[0].fields["vouched"]


def test_a_tick_holds_for_the_text_as_it_stood(visitor: Visitor) -> None:
    begins(visitor)
    tells(visitor, NAMED)
    visitor.sends("story", press="next", vouched="yes")
    says_who(visitor)
    adds(visitor)
    visitor.sends("story", press="change:what_happened")
    page = tells(visitor, f"{NAMED} Johan Andersson också.")
    assert page.title.startswith("Fel: ")


def test_the_third_step_passes_the_gate_too(visitor: Visitor) -> None:
    begins(visitor)
    tells(visitor)
    says_who(visitor)
    page = adds(visitor, tried="Ringde Kerstin på vårdcentralen.", agreement_which="Rutin från Johan Andersson.")
    assert page.text.count("Din text, med det vi hittade") == 2
    assert page.html.count('name="vouched"') == 1
    assert "<details open" in page.html, "the fold in which something was found is open"


def test_a_month_still_to_come_is_said_at_its_step_and_nothing_is_lost(visitor: Visitor) -> None:
    begins(visitor)
    tells(visitor)
    says_who(visitor)
    page = adds(visitor, when="2026-04", consequence="Ingen fick pengar.")
    assert (page.status, "Månaden ligger framåt i tiden." in page.text) == (422, True)
    assert "Ingen fick pengar." in page.text
    page = adds(visitor, when="0001-01")
    assert (page.status, "Skriv en månad från och med januari 1990" in page.text) == (422, True)
    adds(visitor, when="2026-03")
    receipt(visitor.sends("story", press="send"))


def test_every_answer_can_be_changed_and_leads_back(visitor: Visitor) -> None:
    comes_to_check(visitor)
    page = visitor.sends("story", press="change:submitter_org")
    assert "Steg 2" in page.text
    page = says_who(visitor, submitter_org="school")
    assert page.heading == "Kontrollera och skicka"
    assert "Skola" in page.text


def test_back_keeps_what_was_typed(visitor: Visitor) -> None:
    begins(visitor)
    tells(visitor)
    page = visitor.sends("story", press="back", submitter_org="school", contact_way="code")
    assert text_in(page, "what_happened") == HAPPENED
    assert 'value="school" checked' in tells(visitor).html


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("2", "Du och vårt svar till dig"),
        ("4", "Kontrollera och skicka"),
        ("999", "Kontrollera och skicka"),
        ("0", "Berätta vad som hände"),
        ("x", "Berätta vad som hände"),
    ],
)
def test_a_step_is_shown_again_from_what_had_been_answered(visitor: Visitor, asked: str, heading: str) -> None:
    comes_to_check(visitor)
    kept = visitor.page.form("story").values["story"]  # type: ignore[union-attr]  # a page is open
    begins(visitor)
    fields = visitor.page.form("story").values  # type: ignore[union-attr]  # a page is open
    other = {"story": kept, "go": [f"show:{asked}"], "what_happened": ["Något annat."], "partners": ["region"]}
    page = visitor.posts("/beratta/GBG", fields | other)
    assert (page.status, page.heading) == (200, heading)
    assert "Något annat" not in page.html
    page = visitor.posts("/beratta/GBG", page.form("story").values | {"go": ["show:1"]})
    assert text_in(page, "what_happened") == HAPPENED


def test_the_other_language_keeps_what_was_typed(visitor: Visitor) -> None:
    begins(visitor)
    page = visitor.sends("story", press="language:en", what_happened=HAPPENED, partners=["fk"])
    assert page.heading == "Tell us what happened"
    assert text_in(page, "what_happened") == HAPPENED
    page = says_who(visitor) if "Step 2" in tells(visitor).text else page
    adds(visitor)
    page = visitor.sends("story", press="send")
    number, code = receipt(page)
    assert "Thank you!" in page.text
    page = visitor.sends("story", press="language:sv")
    assert "Tack!" in page.text
    assert receipt(page) == (number, code)


def test_who_does_not_know_what_service_it_is_is_told_that_they_have_not_said(visitor: Visitor) -> None:
    page = comes_to_check(visitor, submitter_org="unclear")
    assert "vilken sorts verksamhet den kommer från: du har inte sagt vilken" in page.text


def test_own_workplace_is_spoken_of(visitor: Visitor) -> None:
    page = comes_to_check(visitor, submitter_org="fk")
    assert "din egen arbetsplats" in page.text
    assert "Din egen verksamhet får inte veta" in page.text


def test_sending_twice_gives_one_case(visitor: Visitor, web_house: House) -> None:
    comes_to_check(visitor)
    form = visitor.page.form("story")  # type: ignore[union-attr]  # a page is open
    values = form.values | {"go": ["send"]}
    first = receipt(visitor.posts(form.action, values))
    assert receipt(visitor.posts(form.action, values)) == first
    assert cases(web_house) == 1


def test_a_key_is_read_by_the_gate_unless_a_door_drew_it(desk_of: Desks) -> None:
    numbered = "19900602-2397"
    with pytest.raises(GateStopped):
        desk_of("").submit(a_form(), federation="GBG", key=numbered)
    assert desk_of("").submit(a_form(), federation="GBG", key=numbered, drawn=True).number


def test_a_double_click_gives_one_case(visitor: Visitor, app: Flask, web_house: House) -> None:
    comes_to_check(visitor)
    form = visitor.page.form("story")  # type: ignore[union-attr]  # a page is open
    cookie = visitor.client.get_cookie("__Host-form", domain="localhost")
    assert cookie is not None

    def press(_: int) -> tuple[str, str]:
        other = Visitor(app)
        other.client.set_cookie("__Host-form", cookie.value, domain="localhost", secure=True, httponly=True)
        return receipt(other.posts(form.action, form.values | {"go": ["send"]}))

    with ThreadPoolExecutor(4) as presses:
        assert len(set(presses.map(press, range(4)))) == 1
    assert cases(web_house) == 1


def test_a_sent_report_that_is_changed_is_not_sent_again(visitor: Visitor, web_house: House) -> None:
    comes_to_check(visitor)
    form = visitor.page.form("story")  # type: ignore[union-attr]  # a page is open
    visitor.posts(form.action, form.values | {"go": ["send"]})
    visitor.posts(form.action, form.values | {"go": ["change:what_happened"]})
    tells(visitor, "Något helt annat hände hos två myndigheter.")
    page = visitor.sends("story", press="send")
    assert page.status == 409
    assert page.heading == "Det här är redan skickat"
    assert cases(web_house) == 1


def test_a_day_later_the_code_is_not_shown_again(visitor: Visitor, clock: Clock) -> None:
    comes_to_check(visitor)
    form = visitor.page.form("story")  # type: ignore[union-attr]  # a page is open
    values = form.values | {"go": ["send"]}
    number, code = receipt(visitor.posts(form.action, values))
    clock.forward(hours=25)
    page = visitor.posts(form.action, values)
    assert number in page.text
    assert code[:4] not in page.text


def test_values_that_were_tampered_with_begin_again(visitor: Visitor, web_house: House) -> None:
    comes_to_check(visitor)
    form = visitor.page.form("story")  # type: ignore[union-attr]  # a page is open
    sealed = form.values["story"][0]
    page = visitor.posts(form.action, form.values | {"story": [sealed[:-4] + "AAAA"], "go": ["send"]})
    assert "Steg 1 av 3" in page.text
    assert "öppen för länge" in page.text
    assert cases(web_house) == 0


def test_a_story_of_one_federation_goes_to_no_other(visitor: Visitor, web_house: House) -> None:
    comes_to_check(visitor)
    form = visitor.page.form("story")  # type: ignore[union-attr]  # a page is open
    assert "Steg 1 av 3" in visitor.posts("/beratta/INS", form.values | {"go": ["send"]}).text
    assert cases(web_house) == 0


def test_nobody_jumps_over_a_step(visitor: Visitor, web_house: House) -> None:
    begins(visitor)
    form = visitor.page.form("story")  # type: ignore[union-attr]  # a page is open
    page = visitor.posts(form.action, form.values | {"step": ["4"], "go": ["send"]})
    assert page.status == 422
    assert "Skriv vad som hände." in page.text
    assert cases(web_house) == 0


def test_nothing_is_stored_or_logged_before_it_is_sent(
    visitor: Visitor, web_house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    begins(visitor)
    tells(visitor, NUMBERED)
    tells(visitor, NAMED)
    assert cases(web_house) == 0
    assert not [record for record in caplog.records if "Kerstin" in record.getMessage()]


def test_the_longest_texts_in_every_field_go_through(visitor: Visitor, desk_of: Desks) -> None:
    long = ("Ärendet väntar på ett besked från två håll. " * 500)[:19_990]
    begins(visitor)
    assert "Steg 2" in tells(visitor, long).text
    says_who(visitor)
    page = adds(visitor, consequence=long, tried=long, proposal=long)
    assert page.heading == "Kontrollera och skicka", page.text[:300]
    number, _ = receipt(visitor.sends("story", press="send"))
    assert desk_of("elsa").case(number).received["tried"] == long.strip()


def test_the_receipt_says_what_happens_next(visitor: Visitor) -> None:
    comes_to_check(visitor, contact_way="reach", contact="070-174 06 05")
    page = visitor.sends("story", press="send")
    assert "Elsa Exempel hör av sig till dig senast 9 mars 2026" in page.text
    assert "localhost/folj" in page.text
    assert page.response.headers["Cache-Control"] == "no-store"


def test_whatever_is_typed_is_shown_as_it_is(visitor: Visitor) -> None:
    begins(visitor)
    page = tells(visitor, "<script>alert(1)</script> {{ 7*7 }} Kerstin på vårdcentralen")
    assert "<script>alert" not in page.html
    assert "{{ 7*7 }}" in page.text


def test_a_gate_that_cannot_answer_keeps_the_text_on_the_page(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    begins(visitor)
    monkeypatch.setattr("lexheller.anonymity.check", None)
    page = tells(visitor)
    assert page.status == 503
    assert "Vi kan inte kontrollera texten just nu" in page.text
    assert HAPPENED in page.text
    assert "doctor" not in page.text
