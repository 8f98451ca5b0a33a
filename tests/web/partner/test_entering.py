"""How does a partner come in by a link and its code, and when are they out again?"""

from __future__ import annotations

import re

from lexheller.app import House
from lexheller.desk import Desk
from tests.house import Clock
from tests.post import Office
from tests.web.browsing import Visitor
from tests.web.partnering import FK, GONE, code_in, comes_in, consulted, link_to


def kept(house: House) -> str:
    """Everything that is kept of links and sessions."""
    return repr(house.store.read(lambda uow: uow.partner_links.of("GBG")))


def test_opening_the_link_changes_nothing_and_shows_no_case(
    visitor: Visitor, elsa: Desk, web_house: House, post: Office
) -> None:
    number = consulted(elsa)
    address = link_to(elsa)
    before = kept(web_house)
    sent = len(post.letters)
    for _ in range(3):
        page = visitor.opens(address)
        assert page.status == 200
    head = visitor.raw("HEAD", address)
    assert head.status_code == 200
    assert kept(web_house) == before
    assert len(post.letters) == sent
    assert number not in page.html
    assert "besked" not in page.text
    assert "031-3900650" in page.text
    assert visitor.opens("/part").status == 404


def test_a_letter_with_the_link_goes_to_the_registered_address(elsa: Desk, post: Office) -> None:
    consulted(elsa)
    address = link_to(elsa)
    assert post.to == ["samverkan@fk.example.org"]
    text = post.letters[0].get_content()
    assert address in text
    assert "031-3900650" in text
    assert "GBG-" not in text


def test_the_code_goes_to_the_registered_address_and_lets_in(visitor: Visitor, elsa: Desk, post: Office) -> None:
    consulted(elsa)
    page = comes_in(visitor, post, link_to(elsa))
    assert post.to[-1] == "samverkan@fk.example.org"
    assert page.heading == "Ett ärende väntar på ert svar"
    assert page.address == "/part"


def test_a_wrong_code_an_old_one_and_one_used_up_are_answered_alike(
    visitor: Visitor, elsa: Desk, post: Office, clock: Clock
) -> None:
    consulted(elsa)
    address = link_to(elsa)
    visitor.opens(address)
    visitor.sends("brev")
    code = code_in(post)
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    said = visitor.sends("code", code=wrong)
    assert said.status == 422
    assert said.title.startswith("Fel:")
    clock.forward(minutes=16)
    late = visitor.sends("code", code=code)
    visitor.sends("Skicka en ny kod")
    fresh = code_in(post)
    for _ in range(5):
        visitor.sends("code", code=f"{(int(fresh) + 1) % 10**6:06d}")
    spent = visitor.sends("code", code=fresh)
    assert said.text == late.text == spent.text
    assert visitor.opens("/part").status == 404


def test_a_new_code_is_said_to_be_new(visitor: Visitor, elsa: Desk, post: Office) -> None:
    address = link_to(elsa)
    visitor.opens(address)
    assert "En ny kod" not in visitor.sends("brev").text.replace("Skicka en ny kod", "")
    page = visitor.sends(press="Skicka en ny kod")
    assert "En ny kod är skickad. Den förra gäller inte längre." in page.text
    assert len(post.letters) == 3
    assert "En ny kod är skickad" not in visitor.opens(address + "/kod").text


def test_a_letter_that_cannot_be_sent_is_said(visitor: Visitor, elsa: Desk, post: Office) -> None:
    address = link_to(elsa)
    post.refuses = "550 No such user"
    visitor.opens(address)
    page = visitor.sends("brev")
    assert page.status == 503
    assert "kunde inte skickas" in page.text


def test_codes_are_rationed(visitor: Visitor, elsa: Desk, post: Office, clock: Clock) -> None:
    address = link_to(elsa)
    sent = len(post.letters)
    statuses = []
    for _ in range(12):
        visitor.opens(address)
        statuses.append(visitor.sends("brev").status)
        clock.forward(minutes=11)
    assert statuses[:10] == [200] * 10
    assert set(statuses[10:]) == {429}
    assert len(post.letters) == sent + 10
    statuses = []
    for _ in range(25):
        visitor.opens(address + "/kod")
        statuses.append(visitor.sends("code", code="000000").status)
    assert 429 in statuses


def test_whoever_tried_too_often_is_told_whom_to_ring(visitor: Visitor, elsa: Desk) -> None:
    address = link_to(elsa)
    for place, part in ((address + "/kod", "code"), (address, "brev")):
        for _ in range(21):
            visitor.opens(place)
            page = visitor.sends(part)
            if page.status == 429:
                break
        assert (page.status, page.address.startswith(address)) == (429, True)
        assert "för många försök härifrån" in page.text
        assert "031-3900650" in page.text
        assert page.title.startswith("Fel:")


def test_forged_withdrawn_and_old_links_are_one_page(visitor: Visitor, elsa: Desk, clock: Clock) -> None:
    address = link_to(elsa)
    forged = visitor.opens("/part/brev/" + "A" * 44)
    elsa.end_links(FK)
    withdrawn = visitor.opens(address)
    other = link_to(elsa)
    clock.forward(days=61)
    old = visitor.opens(other)
    assert forged.status == withdrawn.status == old.status == 404
    assert forged.heading == GONE
    assert forged.text == withdrawn.text == old.text
    assert visitor.opens(other + "/kod").text == forged.text
    for place in (address, address + "/kod"):
        token = visitor.client.get("/folj", base_url="https://localhost").get_data(as_text=True)
        csrf = re.findall(r'name="csrf_token" value="([^"]+)"', token)[0]
        assert visitor.posts(place, {"csrf_token": csrf, "code": "123456"}).text == forged.text


def test_somebody_inside_is_out_when_the_link_is_withdrawn(visitor: Visitor, elsa: Desk, post: Office) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    assert visitor.opens(f"/part/arende/{number}").status == 200
    elsa.end_links(FK)
    page = visitor.opens(f"/part/arende/{number}")
    assert page.status == 404
    assert "besked" not in page.text


def test_somebody_inside_is_out_when_the_link_is_over(visitor: Visitor, elsa: Desk, post: Office, clock: Clock) -> None:
    number = consulted(elsa)
    address = link_to(elsa)
    clock.forward(days=59, hours=23, minutes=50)
    comes_in(visitor, post, address)
    assert visitor.opens(f"/part/arende/{number}").status == 200
    clock.forward(minutes=15)
    assert visitor.opens(f"/part/arende/{number}").heading == "Öppna länken i brevet igen"


def test_whoever_leaves_is_out(visitor: Visitor, elsa: Desk, post: Office) -> None:
    consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    assert visitor.sends("lamna").heading == "Ärendena är stängda i den här webbläsaren"
    assert visitor.opens("/part").status == 404
