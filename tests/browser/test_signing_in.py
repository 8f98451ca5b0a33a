"""Does somebody who is invited come in, protect their account and come in again, in a real browser?"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Browser, expect

from lexheller.services import accounts
from tests.browser.visiting import Site, Visits, serving
from tests.browser.walking import clicks

WORDS = "tre gula kajakväskor"


@pytest.fixture
def entrance(demo_home: Path, tmp_path: Path) -> Iterator[Site]:
    """Return a server that asks for passwords, as on a real database."""
    shutil.copytree(demo_home, tmp_path / "home")
    with serving(tmp_path / "home", demo=False) as running:
        yield running


@pytest.fixture
def people(browser: Browser, entrance: Site) -> Iterator[Visits]:
    """Return a function that opens somebody's browser at that door."""
    opened = Visits(browser, entrance)
    yield opened
    opened.close()
    assert opened.complaints == []


def invited(site: Site, person: str) -> str:
    house = site.house
    found = next(p for p in house.store.read(lambda uow: uow.people.persons()) if p.id == person)
    return f"/inbjudan/{house.store.write(lambda uow: accounts.invite(uow, house.office, found)).word}"


@pytest.mark.parametrize("script", [True, False])
def test_from_an_invitation_to_a_code_on_the_telephone(people: Visits, entrance: Site, script: bool) -> None:
    elsa = people(script=script)
    elsa.goto(invited(entrance, "elsa"))
    elsa.get_by_label("Nytt lösenord").fill("kort")
    elsa.get_by_role("button", name="Spara och logga in").click()
    expect(elsa).to_have_title(re.compile("^Fel:"))
    expect(elsa.get_by_role("alert")).to_be_focused()
    elsa.get_by_label("Nytt lösenord").fill(WORDS)
    elsa.get_by_label("Samma lösenord en gång till").fill(WORDS)
    elsa.get_by_role("button", name="Spara och logga in").click()

    expect(elsa.locator("h1")).to_have_text(re.compile("^Skydda kontot med"))
    assert elsa.locator(".qr svg").bounding_box() is not None
    secret = elsa.locator("code.secret").inner_text().replace(" ", "")
    elsa.get_by_label("De sex siffror som appen visar nu").fill(pyotp.TOTP(secret).now())
    elsa.get_by_label("Ditt nuvarande lösenord").fill(WORDS)
    elsa.get_by_role("button", name="Slå på engångskoder").click()
    expect(elsa.locator(".spare li")).to_have_count(10)
    spare = elsa.locator(".spare li").first.inner_text()
    elsa.get_by_role("link", name="Jag har sparat koderna").click()

    again = people(script=script)
    again.goto("/logga-in")
    again.get_by_label("Användarnamn eller e-post").fill("elsa")
    again.get_by_label("Lösenord", exact=True).fill(WORDS)
    again.keyboard.press("Enter")
    again.wait_for_url("**/logga-in/kod")
    again.get_by_label("Kod").fill(spare)
    again.keyboard.press("Enter")
    again.get_by_role("button", name="Logga ut").wait_for()
    again.goto("/konto")
    expect(again.get_by_text("Den här webbläsaren:")).to_have_count(1)
    clicks(again.get_by_role("button", name="Avsluta alla andra"))
    elsa.goto("/konto")
    assert elsa.url.endswith("/logga-in")
