"""What may an administrator call themes, roles and the federation in the browser, and does everybody read it so?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from lexheller.app import House
from lexheller.app.own_words import OwnWords
from lexheller.desk import Desk
from lexheller.errors import NotPossible
from lexheller.web import make_app
from tests.factories import a_form
from tests.web.browsing import Page, Visitor

Desks = Callable[[str], Desk]
SignedIn = Callable[[str], Visitor]


def adds(somebody: Visitor, sv: str = "Färjor", en: str = "Ferries") -> Page:
    somebody.opens("/administration/teman/ny")
    return somebody.sends("theme_sv", theme_sv=sv, theme_en=en)


def calls(somebody: Visitor, **names: Any) -> Page:
    somebody.opens("/administration/roller")
    return somebody.sends("registrar_sv", **names)


# --- themes ---------------------------------------------------------------------------------------------


def test_a_theme_is_added_chosen_and_counted(signed_in: SignedIn, desk_of: Desks) -> None:
    adam, elsa = signed_in("adam"), signed_in("elsa")
    assert "Temat Färjor är sparat." in adds(adam).text
    number = desk_of("elsa").submit(a_form(), federation="GBG").number
    desk_of("elsa").do(number, "open_dialogue", {})
    assert "Färjor" in elsa.opens(f"/arenden/{number}/steg/label").text
    elsa.sends("steg/label", themes=["ferries"])
    assert desk_of("elsa").case(number).case.themes == ("ferries",)
    assert "Färjor" in elsa.opens(f"/arenden/{number}").text
    assert "Färjor" in elsa.opens("/rapport?from=2026-03&to=2026-03").text
    elsa.opens(f"/arenden/{number}?sprak=en")
    assert "Ferries" in elsa.opens(f"/arenden/{number}").text


def test_a_retired_theme_stays_with_its_cases_and_is_offered_to_no_other(signed_in: SignedIn, desk_of: Desks) -> None:
    adam, elsa, desk = signed_in("adam"), signed_in("elsa"), desk_of("elsa")
    adds(adam)
    numbers = [desk.submit(a_form(), federation="GBG").number for _ in range(2)]
    for number in numbers:
        desk.do(number, "open_dialogue", {})
    desk.do(numbers[0], "label", {"themes": "ferries"})
    adam.opens("/administration/teman/om/ferries")
    assert "Kan inte längre väljas" in adam.sends("theme_sv", offered=None).text
    assert "Färjor" in elsa.opens(f"/arenden/{numbers[0]}").text
    assert "ferries" in elsa.opens(f"/arenden/{numbers[0]}/steg/label").form("steg/label").values["themes"]
    assert "Färjor" not in elsa.opens(f"/arenden/{numbers[1]}/steg/label").text
    assert "Färjor" in elsa.opens("/arenden").text  # what the list can be narrowed by
    adam.opens("/administration/teman/om/ferries")
    adam.sends("theme_sv", offered="yes", theme_sv="Båtar")
    assert "Båtar" in elsa.opens(f"/arenden/{numbers[1]}/steg/label").text


@pytest.mark.parametrize(
    ("sv", "en", "said"),
    [
        ("", "Ferries", "Skriv ett namn."),
        ("Bostad", "Ferries", "Det finns redan ett tema som heter så."),
        ("å" * 61, "Ferries", "Högst 60 tecken"),
        ("Anna Andersson", "Ferries", "kan peka ut någon"),
    ],
)
def test_a_word_that_cannot_be_used_is_said_so(
    sv: str, en: str, said: str, signed_in: SignedIn, desk_of: Desks
) -> None:
    page = adds(signed_in("adam"), sv, en)
    assert (page.status, page.title.startswith("Fel:"), said in page.text) == (422, True, True)
    assert 'href="#theme-sv"' in page.html
    assert desk_of("adam").themes() == ()


def test_a_theme_of_another_federation_is_read_and_not_changed(signed_in: SignedIn, desk_of: Desks) -> None:
    desk_of("adam").put_theme({"sv": "Färjor", "en": "Ferries"})
    adam = signed_in("adam")
    assert adam.opens("/administration/teman/om/sip").status == 404
    assert adam.opens("/administration/teman/om/ferries").status == 200
    assert "Upplagt av" not in adam.opens("/administration/teman").text


# --- roles ----------------------------------------------------------------------------------------------

NAMES = {"process_leader_sv": "samverkanskoordinator", "process_leader_en": "coordinator"}


def test_what_a_role_is_called_is_read_everywhere(signed_in: SignedIn, visitor: Visitor, desk_of: Desks) -> None:
    adam, elsa = signed_in("adam"), signed_in("elsa")
    page = calls(adam, **NAMES)
    assert "Sparat." in page.text
    assert page.form("process_leader_sv").values["process_leader_the"] == ["samverkanskoordinatorn"]
    assert "Samverkanskoordinator" in adam.opens("/administration/personer/om/elsa").text
    assert "Samverkanskoordinatorn läser det du skriver" in visitor.opens("/beratta/GBG").text
    assert "Processledaren läser det du skriver" in visitor.opens("/beratta/INS").text
    number = desk_of("").submit(a_form(), federation="GBG").number
    text = elsa.opens(f"/arenden/{number}").text
    assert "amverkanskoordinator" in text
    assert "rocessledare" not in text
    assert "The coordinator reads what you write" in visitor.opens("/beratta/GBG?sprak=en").text


def test_a_name_is_asked_for_in_both_languages(signed_in: SignedIn, desk_of: Desks) -> None:
    page = calls(signed_in("adam"), registrar_sv="diarist")
    assert page.status == 422
    assert "Skriv namnet på båda språken" in page.text
    assert 'href="#registrar-en"' in page.html
    page = calls(signed_in("adam"), registrar_sv="diarist", registrar_the="Anna Andersson", registrar_en="clerk")
    assert 'href="#registrar-the"' in page.html
    page = calls(signed_in("adam"), registrar_sv="d" * 61, registrar_en="clerk")
    assert 'href="#registrar-sv"' in page.html
    assert desk_of("adam").role_names() == {}


def test_a_name_of_the_settings_stands_there_and_gives_way(web_house: House) -> None:
    named = replace(web_house.settings, role_names={"process_leader": {"sv": "Samordnare", "en": "Coordinator"}})
    app = make_app(replace(web_house, settings=named, own=OwnWords(named, web_house.store)), demo=True)
    adam, visitor = Visitor(app).signs_in("adam"), Visitor(app)
    assert "Samordnaren läser det du skriver" in visitor.opens("/beratta/INS").text
    form = adam.opens("/administration/roller").form("process_leader_sv")
    assert form.values["process_leader_the"] == ["samordnaren"]
    calls(adam, process_leader_sv="lots", process_leader_the="lotsen", process_leader_en="guide")
    assert "Lotsen läser det du skriver" in visitor.opens("/beratta/GBG").text
    assert "Samordnaren läser det du skriver" in visitor.opens("/beratta/INS").text


def test_words_are_an_administrators_to_choose(desk_of: Desks) -> None:
    with pytest.raises(NotPossible):
        desk_of("elsa").put_theme({"sv": "Färjor", "en": "Ferries"})
    with pytest.raises(NotPossible):
        desk_of("elsa").put_role_names({})


# --- the federation -------------------------------------------------------------------------------------


def test_the_federations_name_and_telephone_are_changed(signed_in: SignedIn, visitor: Visitor) -> None:
    adam = signed_in("adam")
    adam.opens("/administration/forbundet")
    new = {"name": "Nya förbundet", "contact_name": "Rut Exempel", "contact_phone": "031-390 06 17"}
    assert "Nya förbundet är sparat." in adam.sends("contact_phone", **new).text
    assert "Administration för Nya förbundet" in adam.opens("/administration").text
    text = visitor.opens("/beratta/GBG").text
    assert "Rut Exempel" in text
    assert "031-390 06 17" in text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": " "}, "Skriv ett namn."),
        ({"contact_phone": "ring"}, "Skriv ett telefonnummer."),
        ({"contact_phone": "ring 031-390 06 17"}, "Skriv ett telefonnummer."),
        ({"contact_phone": "1" * 120}, "Skriv ett telefonnummer."),
    ],
)
def test_a_federation_has_a_name_and_a_number_is_one(
    given: dict[str, str], said: str, signed_in: SignedIn, desk_of: Desks
) -> None:
    before = desk_of("adam").federations()
    adam = signed_in("adam")
    adam.opens("/administration/forbundet")
    page = adam.sends("contact_phone", **given)
    assert (page.status, said in page.text) == (422, True)
    assert desk_of("adam").federations() == before


def test_where_a_federation_works_stands_beside_its_name(signed_in: SignedIn, desk_of: Desks) -> None:
    adam = signed_in("adam")
    adam.opens("/administration/forbundet")
    page = adam.sends("municipalities", municipalities="Göteborg\r\n Mölndal, Partille")
    assert "Göteborg Exempel är sparat." in page.text
    assert desk_of("").municipalities()["GBG"] == ("Göteborg", "Mölndal", "Partille")
    assert page.form("municipalities").values["municipalities"] == ["Göteborg\nMölndal\nPartille"]
    page = adam.sends("municipalities", name="Ett annat namn", municipalities="x" * 81)
    assert (page.status, "Högst 100 kommuner" in page.text) == (422, True)
    assert desk_of("").municipalities()["GBG"] == ("Göteborg", "Mölndal", "Partille")
    assert desk_of("").federations()[1].name == "Göteborg Exempel"
