"""How long is somebody in, and what ends it? Nothing planted before, stolen after, or left open is of use."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from http.cookies import SimpleCookie

import pytest
from flask import Flask

from lexheller.app import House
from lexheller.model.session import SessionKind
from tests.house import Clock
from tests.web.browsing import Visitor
from tests.web.entering import WORDS, door, invited, is_in, signs_in, with_password

COOKIE = "__Host-session"


@pytest.fixture
def entrance(app: Flask) -> Flask:
    made = door(app)
    with_password(made, "rut")
    return made


@pytest.fixture
def somebody(entrance: Flask) -> Callable[[], Visitor]:
    return lambda: Visitor(entrance)


@pytest.fixture
def rut(somebody: Callable[[], Visitor]) -> Visitor:
    """Rut, who has signed in."""
    found = somebody()
    signs_in(found, "rut")
    assert is_in(found)
    return found


def word_of(visitor: Visitor, name: str = COOKIE) -> str:
    cookie = visitor.client.get_cookie(name, domain="localhost")
    return cookie.value if cookie else ""


def brings(visitor: Visitor, word: str) -> Visitor:
    visitor.client.set_cookie(COOKIE, word, domain="localhost", secure=True, httponly=True)
    return visitor


def test_what_was_planted_beforehand_opens_nothing(rut: Visitor, somebody: Callable[[], Visitor]) -> None:
    planted = word_of(rut)
    victim = brings(somebody(), planted)
    form_before = ""
    victim.opens("/logga-in")
    form_before = word_of(victim, "__Host-form")
    victim.sends("/logga-in", name="rut", password=WORDS)
    assert word_of(victim) not in {planted, ""}
    assert word_of(victim, "__Host-form") != form_before
    assert not is_in(rut)  # the browser's old session ended
    assert is_in(victim)


def test_a_made_up_word_opens_nothing_and_is_not_taken_over(somebody: Callable[[], Visitor]) -> None:
    victim = brings(somebody(), "x" * 43)
    assert not is_in(victim)
    signs_in(victim, "rut")
    assert word_of(victim) != "x" * 43
    assert not is_in(brings(somebody(), "x" * 43))


def test_a_token_of_before_signing_in_is_none_afterwards(somebody: Callable[[], Visitor]) -> None:
    visitor = somebody()
    before = visitor.opens("/logga-in").form("password").values["csrf_token"][0]
    visitor.sends("/logga-in", name="rut", password=WORDS)
    data = {"session": "others", "csrf_token": before}
    assert visitor.raw("POST", "/konto/avsluta", data=data).status_code == 400


def test_signing_in_again_at_the_same_browser_ends_the_session_before(rut: Visitor) -> None:
    before = word_of(rut)
    signs_in(rut, "rut")
    assert word_of(rut) != before
    assert not is_in(brings(Visitor(rut.app), before))


def test_what_was_stolen_is_of_no_use_after_signing_out(rut: Visitor, somebody: Callable[[], Visitor]) -> None:
    thief = brings(somebody(), word_of(rut))
    assert is_in(thief)
    rut.opens("/konto")
    rut.sends("/logga-ut")
    assert word_of(rut) == ""
    assert not is_in(thief)


def test_the_cookie_says_what_a_cookie_should(somebody: Callable[[], Visitor]) -> None:
    visitor = somebody()
    token = visitor.opens("/logga-in").form("password").values["csrf_token"][0]
    answer = visitor.raw("POST", "/logga-in", data={"name": "rut", "password": WORDS, "csrf_token": token})
    (line,) = [line for line in answer.headers.getlist("Set-Cookie") if line.startswith(COOKIE)]
    cookie = SimpleCookie(line)[COOKIE]
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, True, "Lax", "/")
    assert (cookie["domain"], cookie["max-age"], cookie["expires"]) == ("", "", "")
    assert re.fullmatch(r"[\w-]{43}", cookie.value)


def test_half_an_hour_of_nothing_ends_it(rut: Visitor, clock: Clock) -> None:
    clock.forward(minutes=30)
    assert is_in(rut)
    clock.forward(minutes=30, seconds=1)
    assert not is_in(rut)


def test_a_page_now_and_then_keeps_it_for_eight_hours(rut: Visitor, clock: Clock) -> None:
    for _ in range(16):
        clock.forward(minutes=30)
        assert is_in(rut)
    clock.forward(seconds=1)
    assert not is_in(rut)


def test_two_devices_are_two_sessions_and_each_can_be_ended(
    rut: Visitor, somebody: Callable[[], Visitor], clock: Clock
) -> None:
    clock.forward(minutes=5)
    phone, third = somebody(), somebody()
    signs_in(phone, "rut")
    page = phone.opens("/konto")
    assert page.text.count("Den här webbläsaren:") == 1
    assert "inloggad 2 mars 2026 12.05" in page.text
    assert "Inloggad 2 mars 2026 12.00" in page.text
    assert "Mozilla" not in page.html
    (chosen,) = [value for _, value, _ in page.form("others").buttons if value != "others"]
    signs_in(third, "rut")
    phone.sends("others", press=chosen)
    assert is_in(phone)
    assert is_in(third)
    assert not is_in(rut)


def test_all_the_others_are_ended_at_once(rut: Visitor, somebody: Callable[[], Visitor]) -> None:
    others = [somebody(), somebody()]
    for other in others:
        signs_in(other, "rut")
    rut.opens("/konto")
    rut.sends("others", press="others")
    assert is_in(rut)
    assert not any(map(is_in, others))


def test_nobody_ends_another_person_s_session(
    rut: Visitor, entrance: Flask, somebody: Callable[[], Visitor], web_house: House
) -> None:
    with_password(entrance, "alva")
    alva = somebody()
    signs_in(alva, "alva")
    (theirs,) = web_house.store.read(lambda uow: uow.sessions.of(SessionKind.PERSON, "GBG", "rut"))
    page = alva.opens("/konto")
    assert theirs.id not in page.html
    token = page.form("/konto/avsluta").values["csrf_token"][0]
    assert alva.raw("POST", "/konto/avsluta", data={"session": theirs.id, "csrf_token": token}).status_code == 303
    assert is_in(rut)


def test_another_password_ends_the_other_sessions_and_renews_this_one(
    rut: Visitor, somebody: Callable[[], Visitor]
) -> None:
    other = somebody()
    signs_in(other, "rut")
    before = word_of(rut)
    rut.opens("/konto/losenord")
    anew = "fyra lila paddelbyxor"
    page = rut.sends("/konto/losenord", present=WORDS, password=anew, again=anew)
    assert page.address == "/konto"
    assert "Lösenordet är bytt." in page.text
    assert "Lösenordet är bytt." not in rut.opens("/konto").text
    assert word_of(rut) != before
    assert is_in(rut)
    assert not is_in(other)
    assert not is_in(brings(somebody(), before))
    assert signs_in(somebody(), "rut").status == 422
    assert signs_in(somebody(), "rut", anew).status == 200


@pytest.mark.parametrize(
    ("present", "anew", "again", "told"),
    [
        ("fel", "fyra lila paddelbyxor", "fyra lila paddelbyxor", "Det är inte ditt nuvarande lösenord."),
        (WORDS, "pyjamas", "pyjamas", "minst 12 tecken"),
        (WORDS, "fyra lila paddelbyxor", "fyra lila paddelbyxo", "inte lika"),
        (WORDS, "sommar2026sommar", "sommar2026sommar", "det första någon gissar"),
        (WORDS, "Rut Exempel 1985", "Rut Exempel 1985", "ditt namn"),
    ],
)
def test_a_password_that_will_not_do_changes_nothing(
    rut: Visitor, somebody: Callable[[], Visitor], present: str, anew: str, again: str, told: str
) -> None:
    rut.opens("/konto/losenord")
    page = rut.sends("/konto/losenord", present=present, password=anew, again=again)
    assert (page.status, told in page.text) == (422, True), page.text
    assert page.title.startswith("Fel:")
    assert anew not in page.html
    assert is_in(rut)
    assert signs_in(somebody(), "rut").status == 200


def test_an_open_browser_is_not_enough_to_guess_the_password(rut: Visitor, clock: Clock) -> None:
    rut.opens("/konto/losenord")
    for _ in range(3):
        page = rut.sends("/konto/losenord", present="fel", password=WORDS, again=WORDS)
        assert "inte ditt nuvarande" in page.text
    assert "Vänta" in rut.sends("/konto/losenord", present=WORDS, password=WORDS, again=WORDS).text
    clock.forward(seconds=10)
    anew = "fyra lila paddelbyxor"
    assert rut.sends("/konto/losenord", present=WORDS, password=anew, again=anew).address == "/konto"


def test_who_no_longer_works_here_is_out_at_once(rut: Visitor, web_house: House) -> None:
    found = next(p for p in web_house.store.read(lambda uow: uow.people.persons()) if p.id == "rut")
    web_house.store.write(lambda uow: uow.people.put_person(replace(found, active=False)))
    assert not is_in(rut)


def test_an_invitation_that_is_taken_up_ends_what_was_open(
    rut: Visitor, entrance: Flask, somebody: Callable[[], Visitor]
) -> None:
    link = invited(entrance, "rut")
    assert is_in(rut)
    other = somebody()
    other.opens(link)
    assert is_in(rut)
    other.sends("/inbjudan/", password="fyra lila paddelbyxor", again="fyra lila paddelbyxor")
    assert is_in(other)
    assert not is_in(rut)


def test_personal_pages_are_kept_by_no_browser(rut: Visitor) -> None:
    for address in ("/konto", "/konto/losenord", "/konto/koder", "/logga-in"):
        headers = rut.raw("GET", address).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"


def test_without_a_session_every_page_of_one_s_own_asks_who_one_is(somebody: Callable[[], Visitor]) -> None:
    for address in ("/konto", "/konto/losenord", "/konto/koder", "/in"):
        answer = somebody().raw("GET", address)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/logga-in")


def test_a_role_raised_past_the_program_lets_nobody_in(signed_in: Callable[[str], Visitor], web_house: House) -> None:
    elsa = signed_in("elsa")
    assert elsa.opens("/inkorg").status == 200
    raise_by_hand = "UPDATE people SET roles = '[\"administrator\"]' WHERE person_id = 'elsa'"
    web_house.store.in_transaction(lambda connection: connection.exec_driver_sql(raise_by_hand))
    assert elsa.opens("/inkorg").status == 503


def test_whoever_is_signed_in_keeps_menu_and_name_on_the_first_page(signed_in: Callable[[str], Visitor]) -> None:
    page = signed_in("elsa").opens("/")
    assert "Elsa Exempel" in page.text
    assert {"/inkorg", "/in"} <= set(page.links)
    assert "Arbetar du med ärenden?" not in page.text
    assert "/logga-in" not in page.links


def test_whoever_is_out_is_told_so(rut: Visitor, somebody: Callable[[], Visitor], clock: Clock) -> None:
    over, out = "eller så avslutades inloggningen", "Du är utloggad."
    other = somebody()
    signs_in(other, "rut")
    rut.opens("/konto")
    page = rut.sends("others", press="others")
    assert "1 inloggning är avslutad." in page.text
    assert "avslutad." not in rut.opens("/konto").text
    assert over in other.opens("/konto").text
    assert over not in other.opens("/logga-in").text
    clock.forward(minutes=31)
    assert over in rut.opens("/arenden").text
    signs_in(rut, "rut")
    rut.opens("/konto")
    page = rut.sends("/logga-ut")
    assert (page.address, out in page.text) == ("/", True)
    assert out not in rut.opens("/").text
    assert over not in rut.opens("/konto").text
    assert over not in somebody().opens("/konto").text


def test_the_password_one_has_is_no_other_one(rut: Visitor) -> None:
    rut.opens("/konto/losenord")
    page = rut.sends("/konto/losenord", present=WORDS, password=WORDS, again=WORDS)
    assert (page.status, "Det är lösenordet du redan har. Välj ett annat." in page.text) == (422, True)
    new = "fyra lila paddelbyxor"
    assert "Lösenordet är bytt." in rut.sends("/konto/losenord", present=WORDS, password=new, again=new).text
