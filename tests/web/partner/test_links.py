"""Who gives a partner's links, renews and withdraws them, and who passes one on?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lexheller.app import House
from lexheller.desk import Desk
from lexheller.services import links
from lexheller.services.ports import UnitOfWork
from tests.factories import a_form
from tests.house import Clock
from tests.post import Office
from tests.web.browsing import Visitor
from tests.web.partnering import FK, GONE, comes_in, consulted, link_to

Desks = Callable[[str], Desk]


def test_a_process_leader_gives_renews_and_withdraws(signed_in: Callable[[str], Visitor], elsa: Desk) -> None:
    assert elsa.links() == ()
    visitor = signed_in("elsa")
    page = visitor.opens("/lankar")
    assert "Utan registrerad adress, och därför utan länk: Primärvården" in page.text
    page = visitor.sends("Ny länk till Försäkringskassan i beredningsgruppen")
    shown = re.search(r"http\S+/part/brev/[\w=-]+", page.text)
    assert shown
    assert "mejlad till samverkan@fk.example.org" in page.text
    assert shown[0] not in visitor.opens("/lankar").text
    page = visitor.sends("dra-in")
    assert "Länken är indragen" in page.text
    assert visitor.opens(shown[0].partition("8421")[2]).heading == GONE


def test_links_are_given_by_nobody_else(signed_in: Callable[[str], Visitor], elsa: Desk) -> None:
    for who in ("birgitta", "adam", "rut", "fia"):
        assert signed_in(who).opens("/lankar").status == 404
    alva = signed_in("alva")
    elsa.give_links(FK)
    assert "Gäller till" in signed_in("elsa").opens("/lankar").text
    assert "Gäller till" not in alva.opens("/lankar").text
    (link,) = links.open_now(elsa.links(), elsa.house.office.now())
    assert alva.raw("POST", "/lankar/dra-in", data={"link": link.id}).status_code == 400  # no token
    assert links.open_now(elsa.links(), elsa.house.office.now()) == (link,)


def test_the_links_of_a_case_are_reached_from_it(signed_in: Callable[[str], Visitor], elsa: Desk, post: Office) -> None:
    number = consulted(elsa, FK, "af-beredning", "vardcentral")
    visitor = signed_in("elsa")
    assert f"/arenden/{number}/lankar" in visitor.opens(f"/arenden/{number}").links
    sent = len(post.letters)
    page = visitor.opens(f"/arenden/{number}/lankar")
    assert page.heading == "Länkar till ärendet"
    assert "den som undrar om det är äkta kan ringa Elsa Exempel, 031-3900650" in page.text
    page = visitor.sends("lankar", press="länk")
    shown = re.findall(r"http\S+/part/brev/[\w=-]+", page.text)
    assert len(shown) == len(post.letters) - sent == 2
    first = shown[0].partition("8421")[2]
    assert visitor.opens(first).heading != GONE
    page = visitor.opens(f"/arenden/{number}/lankar")
    assert shown[0] not in page.text
    assert page.text.count("Gäller till") == 2
    visitor.sends(press="Förnya länkarna")
    assert visitor.opens(first).heading == GONE
    visitor.opens(f"/arenden/{number}/lankar")
    page = visitor.sends("link", press="Dra in länken till Arbetsförmedlingen")
    assert page.address == f"/arenden/{number}/lankar"
    assert "Länken är indragen" in page.text
    assert page.text.count("Gäller till") == 1


def test_the_links_of_a_case_that_partners_may_not_read_say_what_is_missing(
    signed_in: Callable[[str], Visitor], elsa: Desk
) -> None:
    number, visitor = consulted(elsa), signed_in("elsa")
    elsa.do(number, "retell", {"shared_text": "En person väntade länge, och ringde två gånger."})
    page = visitor.opens(f"/arenden/{number}/lankar")
    assert "Texten som delas är ändrad och inte godkänd. Parterna kan läsa ärendet" in page.text
    assert "inte hos någon" not in page.text
    assert f"/arenden/{number}/steg/attest" in page.links
    elsa.do(number, "attest", {"area_harmless": False})
    page = visitor.opens(f"/arenden/{number}/lankar")
    assert ("inte godkänd" in page.text, "Ge länkar till dem som har ärendet" in page.text) == (False, True)
    elsa.do(number, "retell", {"shared_text": "En person väntade länge, och skrev två gånger."})
    case, old = elsa.case(number).case, "Beslutet 19900602-2397 låg kvar hos två myndigheter i ett halvår."

    def came_before_the_rules_saw_numbers(uow: UnitOfWork) -> None:
        text = uow.cases.text(case.federation, case.id, case.shared_version, "shared_text")
        assert text is not None
        uow.cases.replace_text(case.federation, case.id, replace(text, text=old))

    elsa.house.store.write(came_before_the_rules_saw_numbers)
    elsa.do(number, "attest", {"area_harmless": False, "overrides": ["1 | wrong_hit"]})
    assert "väntar på att en andra person bekräftar" in visitor.opens(f"/arenden/{number}/lankar").text


def test_a_case_shows_the_links_that_open_it_whatever_they_were_given_with(
    signed_in: Callable[[str], Visitor], elsa: Desk
) -> None:
    """A partner that had read and answered a case by an older link stood there as one without."""
    one, two = consulted(elsa), consulted(elsa)
    link_to(elsa, one)
    link_to(elsa)
    visitor = signed_in("elsa")
    page = visitor.opens(f"/arenden/{two}/lankar")
    assert "Ingen länk." not in page.text
    assert page.text.count("Gäller till") == 2
    assert "Ge länkar till dem som har ärendet" in page.text
    names = [words for _, _, words in page.form("link").buttons + page.forms[-2].buttons if "Dra in" in words]
    assert len(set(names)) == 2, names
    assert f"Dra in länken till Försäkringskassan i beredningsgruppen, skickad med {one}" in names
    assert "Förnya länkarna" in visitor.opens(f"/arenden/{one}/lankar").text
    page = visitor.sends(press=f"skickad med {one}")
    assert page.text.count("Gäller till") == 1


def test_the_links_of_a_case_are_its_own_federations(
    signed_in: Callable[[str], Visitor], elsa: Desk, desk_of: Desks
) -> None:
    number = consulted(elsa)
    elsa.do(number, "show_group", {"group": "natverk"})
    ines = signed_in("ines")
    assert f"/arenden/{number}/lankar" not in ines.opens(f"/arenden/{number}").links
    assert ines.opens(f"/arenden/{number}/lankar").status == 404
    assert signed_in("birgitta").opens(f"/arenden/{number}/lankar").status == 404
    mine = desk_of("").submit(a_form(), federation="GBG").number
    page = signed_in("elsa").opens(f"/arenden/{mine}/lankar")
    assert "Ärendet är inte hos någon som kan få en länk." in page.text
    elsa.do(number, "block", {"where": "shared_text"})
    assert "spärr" in signed_in("elsa").opens(f"/arenden/{number}/lankar").text


def test_a_colleague_gets_a_link_of_their_own_by_mail(
    visitor: Visitor, visits: Callable[[], Visitor], elsa: Desk, post: Office, web_house: House, clock: Clock
) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    clock.forward(minutes=1)
    page = visitor.sends("kollega", email="någon@annan.example.com")
    assert page.status == 422
    page = visitor.sends("kollega", email="annan@fk.example.org")
    assert "annan@fk.example.org" in page.text
    assert post.to[-1] == "annan@fk.example.org"
    found = re.search(r"/part/brev/\S+", post.letters[-1].get_content())
    assert found
    assert found[0] not in page.html
    colleague = visits()
    assert number in comes_in(colleague, post, found[0]).text
    assert post.to[-1] == "annan@fk.example.org"
    (recorded,) = [link for link in web_house.store.read(lambda uow: uow.partner_links.of("GBG")) if link.passed_from]
    assert recorded.email == "annan@fk.example.org"
    clock.forward(minutes=1)
    assert elsa.end_links(recorded.passed_from) == 2
    assert colleague.opens("/part").status == 404
