"""Does a manager get done on a phone between two meetings: read, decide, follow up, waive, let somebody stand in?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from lexheller.desk import Desk, viewer_of
from tests.browser.visiting import Site, accessible, narrow
from tests.factories import a_form

SignedIn = Callable[..., Page]
PHONE = 360
NEUTRAL = "En person väntade på att två verksamheter skulle bestämma vem som skriver utlåtandet."


def desk_of(site: Site, person: str) -> Desk:
    found = next(p for p in site.house.store.read(lambda uow: uow.people.persons("ALV")) if p.id == person)
    return Desk(site.house, site.house.store.read(lambda uow: viewer_of(uow, site.house.office, found)))


def comes_in(site: Site) -> str:
    got = Desk(site.house, None).submit(a_form(what_happened="Två håll väntade på varandra."), federation="ALV")
    elsa = desk_of(site, "elsa")
    elsa.do(got.number, "open_dialogue", {})
    elsa.do(got.number, "retell", {"shared_text": NEUTRAL})
    elsa.do(got.number, "attest", {"area_harmless": False, "few_alike_ok": True})
    return got.number


@pytest.fixture
def waits(site: Site) -> str:
    """A case that the working group has assessed a moment ago."""
    number, elsa = comes_in(site), desk_of(site, "elsa")
    elsa.do(number, "share", {"group": "natverket"})
    elsa.do(number, "classify", {"level": "organisation", "reason": "Rutinen saknas."})
    return number


@pytest.mark.parametrize("script", [True, False])
def test_a_manager_reads_and_decides_on_a_phone(signed_in: SignedIn, site: Site, waits: str, script: bool) -> None:
    page = signed_in("birgitta", width=PHONE, script=script)
    page.get_by_role("link", name="Beslut", exact=True).click()
    if script:
        accessible(page)
        narrow(page)
    package = page.locator("details", has_text=waits)
    if package.count():  # others came before it: it lies in a fold
        package.locator("summary").click()
    expect(page.get_by_text(NEUTRAL)).to_be_visible()
    expect(page.get_by_text("Rutinen saknas.").first).to_be_visible()
    page.locator(f"a.button[href='/arenden/{waits}/steg/decide']").click()
    if script:
        accessible(page)
        narrow(page)
    page.get_by_label("En insats").check()
    page.get_by_role("button", name="Fatta beslut").last.click()
    expect(page.locator(".stop-box")).to_be_visible()
    page.get_by_label("Skäl", exact=True).first.fill("Två verksamheter behöver samma rutin.")
    page.get_by_label("Vad ska göras").first.fill("En gemensam rutin för utlåtanden")
    page.get_by_label("Ansvarig").first.fill("Birgitta")
    page.locator("input[type=date]").first.fill("2027-03-01")
    page.get_by_role("button", name="Fatta beslut").last.click()
    expect(page.locator("[role=status]")).to_be_visible()
    assert desk_of(site, "elsa").case(waits).case.state == "decided"

    page.goto("/beslut")
    page.get_by_role("link", name="En gemensam rutin för utlåtanden").click()
    page.get_by_label("Pågår").check()
    page.get_by_role("button").last.click()
    expect(page.locator("[role=status]")).to_be_visible()
    assert desk_of(site, "elsa").case(waits).case.measures[0].state == "ongoing"


def test_what_no_answer_can_reach_is_waived_on_a_phone(signed_in: SignedIn, site: Site) -> None:
    number = comes_in(site)
    desk_of(site, "elsa").do(number, "solve", {"solution": "De ringde varandra."})
    page = signed_in("birgitta", width=PHONE, script=False)
    page.goto("/beslut")
    page.locator("summary", has_text="utan").last.click()
    page.locator(f"a[href='/arenden/{number}/steg/waive_feedback']").click()
    page.locator("main input[type=radio]").first.check()
    page.locator("main form button").last.click()
    expect(page.locator("[role=status]")).to_be_visible()
    assert desk_of(site, "elsa").case(number).case.state == "closed"


def test_somebody_stands_in_from_a_phone(signed_in: SignedIn, site: Site, waits: str) -> None:
    page = signed_in("birgitta", width=PHONE, script=False)
    page.goto("/beslut")
    link = page.locator(f"a[href='/arenden/{waits}/steg/hand_over']")
    fold = page.locator("details", has_text=waits)
    if fold.count():
        fold.locator("summary").click()
    link.click()
    page.get_by_label("Omar Exempel").check()
    page.locator("input[type=date]").first.fill("2027-03-01")
    page.locator("main form button").last.click()
    expect(page.locator("[role=status]")).to_be_visible()
    assert desk_of(site, "elsa").case(waits).case.stand_in == "omar"
