"""How do people come in for the first time? By a link that mail scanners may open and that only one person may use."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from lexheller.app import House
from lexheller.services import accounts
from tests.house import Clock
from tests.web.browsing import Visitor
from tests.web.entering import WORDS, door, invited, is_in, signs_in, with_password


@pytest.fixture
def entrance(app: Flask) -> Flask:
    return door(app)


@pytest.fixture
def somebody(entrance: Flask) -> Callable[[], Visitor]:
    return lambda: Visitor(entrance)


def test_somebody_new_comes_in(entrance: Flask, somebody: Callable[[], Visitor]) -> None:
    rut = somebody()
    page = rut.opens(invited(entrance, "rut"))
    assert "Rut Exempel, välj ett lösenord" in page.text
    assert "loggar du in med namnet rut" in page.text
    page = rut.sends("/inbjudan/", password=WORDS, again=WORDS)
    assert (page.status, is_in(rut)) == (200, True)
    assert signs_in(somebody(), "rut").status == 200


def test_what_lacks_is_a_password_that_was_never_there(entrance: Flask, somebody: Callable[[], Visitor]) -> None:
    rut = somebody()
    rut.opens(invited(entrance, "rut"))
    page = rut.sends("/inbjudan/", password="kort", again="kort")
    assert "Du är inte inne än" in page.text
    assert "inte ändrat" not in page.text


def test_opening_the_link_changes_nothing(entrance: Flask, somebody: Callable[[], Visitor], web_house: House) -> None:
    link = invited(entrance, "rut")
    before = web_house.store.read(lambda uow: uow.accounts.get("GBG", "rut"))
    for method in ("GET", "HEAD", "GET", "OPTIONS"):
        scanner = somebody()
        scanner.raw(method, link)
        assert not is_in(scanner)
    assert web_house.store.read(lambda uow: uow.accounts.get("GBG", "rut")) == before
    rut = somebody()
    rut.opens(link)
    rut.sends("/inbjudan/", password=WORDS, again=WORDS)
    assert is_in(rut)


def test_used_replaced_too_old_and_made_up_look_alike(
    entrance: Flask, somebody: Callable[[], Visitor], clock: Clock
) -> None:
    used, old = invited(entrance, "rut"), invited(entrance, "alva")
    rut = somebody()
    rut.opens(used)
    rut.sends("/inbjudan/", password=WORDS, again=WORDS)
    replaced = invited(entrance, "olle")
    invited(entrance, "olle")
    clock.forward(days=7, seconds=1)
    addresses = (used, replaced, old, "/inbjudan/x", "/inbjudan/" + "A" * 44, used[:-1])
    pages = [somebody().opens(address) for address in addresses]
    assert {(page.status, page.text) for page in pages} == {(404, pages[0].text)}
    assert "Länken går inte att använda" in pages[0].text


def test_a_link_that_was_used_meanwhile_sets_no_password(entrance: Flask, somebody: Callable[[], Visitor]) -> None:
    link = invited(entrance, "rut")
    first, second = somebody(), somebody()
    first.opens(link)
    second.opens(link)
    first.sends("/inbjudan/", password=WORDS, again=WORDS)
    page = second.sends("/inbjudan/", password="fyra lila paddelbyxor", again="fyra lila paddelbyxor")
    assert (page.status, is_in(second)) == (404, False)
    assert signs_in(somebody(), "rut").status == 200


def test_a_poor_password_leaves_the_link_as_it_was(entrance: Flask, somebody: Callable[[], Visitor]) -> None:
    rut = somebody()
    rut.opens(invited(entrance, "rut"))
    page = rut.sends("/inbjudan/", password="Rut Exempel!", again="Rut Exempel!")
    assert (page.status, page.title.startswith("Fel:")) == (422, True)
    rut.sends("/inbjudan/", password=WORDS, again=WORDS)
    assert is_in(rut)


def test_the_word_of_the_link_is_kept_nowhere(entrance: Flask, web_house: House) -> None:
    word = invited(entrance, "rut").rpartition("/")[2]
    place = web_house.store.place
    assert place is not None
    kept = b"".join(file.read_bytes() for file in place.parent.glob(f"{place.name}*"))
    assert word.encode() not in kept


def test_who_has_forgotten_the_password_still_shows_a_code(
    entrance: Flask, somebody: Callable[[], Visitor], web_house: House
) -> None:
    with_password(entrance, "rut")
    me = next(p for p in web_house.store.read(lambda uow: uow.people.persons()) if p.id == "rut")
    office = web_house.office
    web_house.store.write(lambda uow: accounts.switch_on(uow, office, me, "JBSWY3DPEHPK3PXPJBSWY3DP", 1))
    rut = somebody()
    rut.opens(invited(entrance, "rut"))
    assert rut.sends("/inbjudan/", password=WORDS, again=WORDS).address == "/logga-in/kod"
    assert not is_in(rut)
    rut.opens(invited(entrance, "rut", anew=True))
    rut.sends("/inbjudan/", password=WORDS, again=WORDS)
    assert is_in(rut)


def test_a_name_that_two_have_is_said_with_the_federation(
    entrance: Flask, somebody: Callable[[], Visitor], web_house: House
) -> None:
    me = next(p for p in web_house.store.read(lambda uow: uow.people.persons()) if p.id == "rut")
    web_house.store.write(lambda uow: uow.people.put_person(type(me)("INS", "rut", "Rut Annan")))
    rut = somebody()
    page = rut.opens(invited(entrance, "rut"))
    assert "med namnet GBG/rut" in page.text
    rut.sends("/inbjudan/", password=WORDS, again=WORDS)
    assert signs_in(somebody(), "rut").status == 422
    assert signs_in(somebody(), "GBG/rut").status == 200
