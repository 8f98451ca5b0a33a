"""Are one-time codes asked for, good once, and is there a way in when the telephone is lost?"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask

from lexheller.app import House
from lexheller.web.signin import codes
from tests.house import Clock
from tests.web.browsing import Visitor
from tests.web.entering import WORDS, Phone, door, is_in, signs_in, switches_on, with_password


@pytest.fixture
def entrance(app: Flask) -> Flask:
    made = door(app)
    for person in ("elsa", "rut"):
        with_password(made, person)
    return made


@pytest.fixture
def somebody(entrance: Flask) -> Callable[[], Visitor]:
    return lambda: Visitor(entrance)


@pytest.fixture
def equipped(somebody: Callable[[], Visitor], clock: Clock) -> tuple[Phone, list[str]]:
    """Rut's telephone and recovery codes; she has signed out, and a little while has gone by."""
    rut = somebody()
    signs_in(rut, "rut")
    found = switches_on(rut, clock.now.timestamp())
    clock.forward(minutes=2)
    return found


def shows(visitor: Visitor, code: str) -> bool:
    """Sign in with the password, then this code; tell whether that let in."""
    assert signs_in(visitor, "rut").address == "/logga-in/kod"
    assert not is_in(visitor)
    visitor.sends("/logga-in/kod", code=code)
    return is_in(visitor)


def test_a_code_is_asked_for_after_the_password(
    equipped: tuple[Phone, list[str]], somebody: Callable[[], Visitor], clock: Clock
) -> None:
    phone, _ = equipped
    now = clock.now.timestamp()
    assert shows(somebody(), phone.shows(now))


def test_the_same_code_opens_once(
    equipped: tuple[Phone, list[str]], somebody: Callable[[], Visitor], clock: Clock
) -> None:
    phone, _ = equipped
    code = phone.shows(clock.now.timestamp())
    first, second = somebody(), somebody()
    assert shows(first, code)
    assert not shows(second, code)
    clock.forward(seconds=30)
    assert shows(somebody(), f"{phone.shows(clock.now.timestamp())[:3]} {phone.shows(clock.now.timestamp())[3:]}")


def test_a_code_before_the_one_that_was_used_opens_nothing(
    equipped: tuple[Phone, list[str]], somebody: Callable[[], Visitor], clock: Clock
) -> None:
    phone, _ = equipped
    now = clock.now.timestamp()
    assert shows(somebody(), phone.shows(now))
    assert not shows(somebody(), phone.shows(now - 30))


def test_the_code_that_switched_it_on_is_spent(somebody: Callable[[], Visitor], clock: Clock) -> None:
    rut = somebody()
    signs_in(rut, "rut")
    phone, _ = switches_on(rut, clock.now.timestamp())
    assert not shows(somebody(), phone.shows(clock.now.timestamp()))


def test_switching_codes_on_ends_what_was_begun_without_them(somebody: Callable[[], Visitor], clock: Clock) -> None:
    here, elsewhere = somebody(), somebody()
    for rut in (here, elsewhere):
        signs_in(rut, "rut")
    before = here.client.get_cookie("__Host-session", domain="localhost")
    switches_on(here, clock.now.timestamp())
    assert (is_in(here), is_in(elsewhere)) == (True, False)
    assert here.opens("/konto").html.count('name="session"') <= 1, "nobody else is signed in"
    after = here.client.get_cookie("__Host-session", domain="localhost")
    assert before is not None
    assert after is not None
    assert before.value != after.value
    assert here.sends("/logga-ut").status == 200


@pytest.mark.parametrize(("aside", "opens"), [(-60, False), (-30, True), (30, True), (60, False)])
def test_a_clock_may_be_half_a_minute_out(
    equipped: tuple[Phone, list[str]], somebody: Callable[[], Visitor], clock: Clock, aside: int, opens: bool
) -> None:
    phone, _ = equipped
    assert shows(somebody(), phone.shows(clock.now.timestamp() + aside)) is opens


def test_a_recovery_code_opens_once(
    equipped: tuple[Phone, list[str]], somebody: Callable[[], Visitor], web_house: House
) -> None:
    _, recovery = equipped
    assert shows(somebody(), recovery[0].upper())
    assert not shows(somebody(), recovery[0])
    rut = somebody()
    assert shows(rut, recovery[1])
    assert "Du har 8 reservkoder kvar." in rut.opens("/konto/koder").text
    place = web_house.store.place
    assert place is not None
    kept = b"".join(file.read_bytes() for file in place.parent.glob(f"{place.name}*"))
    assert not any(code.encode() in kept or code.replace("-", "").encode() in kept for code in recovery)


def test_whoever_comes_in_by_a_recovery_code_reads_how_many_are_left(
    equipped: tuple[Phone, list[str]], somebody: Callable[[], Visitor]
) -> None:
    rut = somebody()
    rut.opens("/arenden")
    signs_in(rut, "rut")
    page = rut.sends("/logga-in/kod", code=equipped[1][0])
    assert page.address == "/konto"
    assert "Du kom in med en reservkod, och den är nu förbrukad. Du har 9 reservkoder kvar." in page.text
    assert "/arenden" in page.links
    page = rut.opens("/konto")
    assert "förbrukad" not in page.text
    assert "På. Du har 9 reservkoder kvar." in page.text


def test_guessing_codes_takes_for_ever(
    equipped: tuple[Phone, list[str]], somebody: Callable[[], Visitor], clock: Clock
) -> None:
    phone, _ = equipped
    guesser = somebody()
    signs_in(guesser, "rut")
    right = phone.shows(clock.now.timestamp())
    wrong = f"{(int(right) + 1) % 1_000_000:06}"
    assert [guesser.sends("/logga-in/kod", code=wrong).status for _ in range(4)] == [422, 422, 422, 429]
    assert guesser.sends("/logga-in/kod", code=right).status == 429
    assert not is_in(guesser)


def test_the_password_has_to_be_shown_first_and_lately(
    equipped: tuple[Phone, list[str]], somebody: Callable[[], Visitor], clock: Clock
) -> None:
    phone, _ = equipped
    assert somebody().opens("/logga-in/kod").address == "/logga-in"
    rut = somebody()
    signs_in(rut, "rut")
    clock.forward(minutes=5, seconds=1)
    rut.sends("/logga-in/kod", code=phone.shows(clock.now.timestamp()))
    assert not is_in(rut)


def test_another_password_since_and_the_code_opens_nothing(
    equipped: tuple[Phone, list[str]], entrance: Flask, somebody: Callable[[], Visitor], clock: Clock
) -> None:
    phone, _ = equipped
    rut = somebody()
    signs_in(rut, "rut")
    with_password(entrance, "rut", "fyra lila paddelbyxor")
    rut.sends("/logga-in/kod", code=phone.shows(clock.now.timestamp()))
    assert not is_in(rut)


# --- switching on and off -------------------------------------------------------------------------------


def test_a_process_leader_is_asked_and_may_go_on(somebody: Callable[[], Visitor]) -> None:
    elsa = somebody()
    page = signs_in(elsa, "elsa")
    assert page.address == "/konto/koder"
    assert "Inte nu" in page.text
    (onward,) = [link for link in page.links if link == "/in"]
    assert elsa.opens(onward).status == 200


def test_a_registrar_is_not_asked_but_may(somebody: Callable[[], Visitor], clock: Clock) -> None:
    rut = somebody()
    assert signs_in(rut, "rut").address != "/konto/koder"
    switches_on(rut, clock.now.timestamp())


def test_the_picture_says_what_the_text_says_and_runs_nothing(somebody: Callable[[], Visitor]) -> None:
    rut = somebody()
    signs_in(rut, "rut")
    page = rut.opens("/konto/koder")
    picture = re.findall(r'<div class="qr".*?</div>', page.html, re.DOTALL)[0]
    assert "<svg" in picture
    assert "style" not in picture
    assert "script" not in picture
    assert codes.address("JBSWY3DPEHPK3PXPJBSWY3DP", "rut").startswith(
        "otpauth://totp/Lex%20Heller:rut?secret=JBSWY3DP"
    )


def test_on_the_telephone_itself_the_app_is_opened_by_a_link(somebody: Callable[[], Visitor]) -> None:
    rut = somebody()
    signs_in(rut, "rut")
    page = rut.opens("/konto/koder")
    [link] = [link for link in page.links if link.startswith("otpauth:")]
    secret = re.findall(r'<code class="secret">([A-Z2-7 ]+)</code>', page.html)[0].replace(" ", "")
    assert link == codes.address(secret, "rut")


def test_the_page_opened_again_shows_the_picture_that_was_scanned(
    somebody: Callable[[], Visitor], clock: Clock
) -> None:
    def shown(visitor: Visitor, address: str = "/konto/koder") -> list[str]:
        return re.findall(r'<code class="secret">([A-Z2-7 ]+)</code>', visitor.opens(address).html)

    rut, again = somebody(), somebody()
    for each in (rut, again):
        signs_in(each, "rut")
    (scanned,) = shown(rut)
    assert shown(rut) == shown(rut, "/konto/koder?sprak=en") == [scanned]
    assert shown(again) != [scanned]
    code = Phone(scanned.replace(" ", "")).shows(clock.now.timestamp())
    rut.sends("/konto/koder", code=code, present=WORDS)
    form = rut.opens("/konto/koder").form("present")
    rut.posts("/konto/koder/av", {**form.values, "present": WORDS})
    after = shown(rut)
    assert after not in ([], [scanned])
    signs_in(rut, "rut")
    assert shown(rut) not in ([], [scanned], after)


def test_codes_are_on_only_when_the_telephone_has_shown_one(somebody: Callable[[], Visitor], clock: Clock) -> None:
    rut = somebody()
    signs_in(rut, "rut")
    before = re.findall(r'class="secret">([A-Z2-7 ]+)<', rut.opens("/konto/koder").html)
    page = rut.sends("/konto/koder", code="000000", present=WORDS)
    assert (page.status, "Siffrorna stämmer inte" in page.text) == (422, True)
    assert re.findall(r'class="secret">([A-Z2-7 ]+)<', page.html) == before
    right = Phone(before[0].replace(" ", "")).shows(clock.now.timestamp())
    page = rut.sends("/konto/koder", code=right, present="fel")
    assert "inte ditt nuvarande" in page.text
    assert "Av" in rut.opens("/konto").text
    assert signs_in(somebody(), "rut").address != "/logga-in/kod"


def test_a_secret_of_somebody_else_s_making_is_not_taken(somebody: Callable[[], Visitor], clock: Clock) -> None:
    rut, elsa = somebody(), somebody()
    signs_in(rut, "rut")
    signs_in(elsa, "elsa")
    theirs = elsa.opens("/konto/koder")
    secret = re.findall(r'class="secret">([A-Z2-7 ]+)<', theirs.html)[0].replace(" ", "")
    code = Phone(secret).shows(clock.now.timestamp())
    for sealed in (theirs.form("sealed").values["sealed"][0], "x", ""):
        rut.opens("/konto/koder")
        rut.sends("/konto/koder", sealed=sealed, code=code, present=WORDS)
        assert signs_in(somebody(), "rut").address != "/logga-in/kod"


def test_recovery_codes_are_shown_once_and_can_be_made_anew(
    equipped: tuple[Phone, list[str]], somebody: Callable[[], Visitor], clock: Clock
) -> None:
    phone, recovery = equipped
    rut = somebody()
    assert shows(rut, phone.shows(clock.now.timestamp()))
    page = rut.opens("/konto/koder")
    assert not any(code in page.html for code in recovery)
    assert rut.sends("/konto/koder/nya", present="fel").status == 422
    page = rut.sends("/konto/koder/nya", present=WORDS)
    new = re.findall(r"<li><code>([a-z0-9-]+)</code>", page.html)
    assert len(new) == 10
    assert not shows(somebody(), recovery[0])
    assert shows(somebody(), new[0])


def test_switched_off_with_the_password_alone(
    equipped: tuple[Phone, list[str]], somebody: Callable[[], Visitor], clock: Clock
) -> None:
    phone, _ = equipped
    rut = somebody()
    assert shows(rut, phone.shows(clock.now.timestamp()))
    token = rut.opens("/konto/koder").form("present").values["csrf_token"][0]
    for given, status in (("fel", 422), (WORDS, 303)):
        answer = rut.raw("POST", "/konto/koder/av", data={"present": given, "csrf_token": token})
        assert answer.status_code == status
    assert "Engångskoder är avslagna." in rut.opens("/konto").text
    other = somebody()
    signs_in(other, "rut")
    assert is_in(other)


def test_the_secret_is_sealed(equipped: tuple[Phone, list[str]], web_house: House) -> None:
    phone, _ = equipped
    account = web_house.store.read(lambda uow: uow.accounts.get("GBG", "rut"))
    assert account is not None
    assert account.secret is not None
    assert phone.secret.encode() not in account.secret.box + account.secret.wrapped_key
