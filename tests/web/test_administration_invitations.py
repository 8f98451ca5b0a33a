"""Does an administrator see who has come in, what became of an invitation, and that the mail does not work?"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from lexheller.app import House
from lexheller.desk import Desk
from lexheller.errors import NotPossible
from lexheller.services.founding import Founding
from tests.house import Clock
from tests.post import post_office
from tests.web.browsing import Visitor
from tests.web.entering import WORDS, invited, with_password
from tests.web.partnering import with_mail

Desks = Callable[[str], Desk]
SignedIn = Callable[[str], Visitor]


def says(adam: Visitor, person: str) -> str:
    """Read what stands of how somebody comes in."""
    text = adam.opens(f"/administration/personer/om/{person}").text
    return text.partition("Spara Inbjudan ")[2].partition(" En länk att välja lösenord med")[0]


def addressed(desk: Desk, person: str, email: str) -> None:
    found = next(each for each in desk.people() if each.id == person)
    desk.change(Founding((), persons=(replace(found, email=email),)))


@pytest.mark.parametrize("answer", ["451 4.3.0 later", "550 5.1.1 nobody"])
def test_a_letter_that_could_not_be_sent_is_said_so_with_who_can_mend_it(
    answer: str, signed_in: SignedIn, desk_of: Desks, web_house: House, caplog: pytest.LogCaptureFixture
) -> None:
    addressed(desk_of("adam"), "rut", "rut@example.org")
    adam = signed_in("adam")
    with post_office() as post, caplog.at_level(logging.WARNING):
        with_mail(web_house, post)
        post.refuses = answer
        adam.opens("/administration/personer/om/rut")
        page = adam.sends("bjud-in")
        assert "Brevet till rut@example.org kunde inte skickas." in page.text
        assert "be IT köra lexheller sendtestmail" in page.text
        assert "/inbjudan/" in page.text
        told = "\n".join(record.getMessage() for record in caplog.records)
        assert "no invitation mailed: mail_" in told
        assert "@" not in told
        assert "inbjudan" not in told
        post.refuses = ""
        adam.opens("/administration/personer/om/rut")
        assert "Länken är mejlad till rut@example.org." in adam.sends("bjud-in").text
        adam.opens("/administration/personer/om/olle")
        assert "Länken är inte mejlad. Ge den på ett säkert sätt" in adam.sends("bjud-in").text


def test_an_invitation_is_seen_as_long_as_it_works_and_when_it_has_run_out(
    app: Flask, signed_in: SignedIn, clock: Clock
) -> None:
    adam = signed_in("adam")
    assert says(adam, "rut") == "Inte inbjuden."
    invited(app, "rut")
    assert says(adam, "rut").startswith("Inbjudan fungerar till och med 9 mars 2026")
    assert "Inbjudan fungerar till och med 9 mars 2026" in adam.opens("/administration/personer").text
    clock.forward(days=8)
    adam = signed_in("adam")
    assert says(adam, "rut") == "Inbjudan gick ut 9 mars 2026."
    with_password(app, "rut")
    assert says(adam, "rut") == "Har ett konto · inbjudan gick ut 9 mars 2026."
    assert "Har ett konto" in adam.opens("/administration/personer").text


def test_whoever_has_come_in_has_an_account(app: Flask, signed_in: SignedIn, visits: Callable[[], Visitor]) -> None:
    rut = visits()
    rut.opens(invited(app, "rut"))
    rut.sends("/inbjudan/", password=WORDS, again=WORDS)
    assert says(signed_in("adam"), "rut") == "Har ett konto."


def test_an_invitation_is_taken_back_by_a_button(
    app: Flask, signed_in: SignedIn, visits: Callable[[], Visitor]
) -> None:
    adam, link = signed_in("adam"), invited(app, "rut")
    adam.opens("/administration/personer/om/rut")
    page = adam.sends("ta-tillbaka")
    assert "Inbjudan är tillbakatagen." in page.text
    assert says(adam, "rut") == "Inte inbjuden."
    assert "ta-tillbaka" not in page.html
    assert "Länken går inte att använda" in visits().opens(link).text


def test_an_account_stays_when_its_invitation_is_taken_back(app: Flask, signed_in: SignedIn) -> None:
    with_password(app, "rut")
    invited(app, "rut")
    adam = signed_in("adam")
    adam.opens("/administration/personer/om/rut")
    adam.sends("ta-tillbaka")
    assert says(adam, "rut") == "Har ett konto."


def test_an_invitation_ends_with_the_work_and_does_not_come_back(
    app: Flask, signed_in: SignedIn, visits: Callable[[], Visitor]
) -> None:
    adam, link = signed_in("adam"), invited(app, "rut")
    for active in (None, "yes"):
        adam.opens("/administration/personer/om/rut")
        adam.sends("roles", active=active)
    assert visits().opens(link).status == 404
    assert says(adam, "rut") == "Inte inbjuden."


def test_how_people_come_in_is_an_administrators_to_know(desk_of: Desks) -> None:
    for ask in (lambda: desk_of("elsa").ways_in(), lambda: desk_of("elsa").withdraw_invitation("rut")):
        with pytest.raises(NotPossible):
            ask()
    assert "ines" not in desk_of("adam").ways_in()


def test_whoever_comes_back_to_work_signs_in_anew(signed_in: SignedIn) -> None:
    adam, rut = signed_in("adam"), signed_in("rut")
    assert rut.raw("GET", "/konto").status_code == 200
    for active in (None, "yes"):
        adam.opens("/administration/personer/om/rut")
        adam.sends("roles", active=active)
        assert rut.raw("GET", "/konto").headers.get("Location") == "/logga-in"
    assert signed_in("rut").raw("GET", "/konto").status_code == 200
