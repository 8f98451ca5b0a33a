"""Does a manager get done on a phone between two meetings: read, decide, follow up, waive, let somebody stand in?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from lexheller.desk import Desk, viewer_of
from lexheller.model.people import Pattern
from tests.browser.visiting import Site, accessible, narrow
from tests.factories import a_form

SignedIn = Callable[..., Page]
PHONE = 360
NEUTRAL = "En person väntade på att två verksamheter skulle bestämma vem som skriver utlåtandet."


def desk_of(site: Site, person: str) -> Desk:
    found = next(p for p in site.house.store.read(lambda uow: uow.people.persons("ALV")) if p.id == person)
    return Desk(site.house, site.house.store.read(lambda uow: viewer_of(uow, site.house.office, found)))


def comes_in(site: Site, title: str = "") -> str:
    got = Desk(site.house, None).submit(a_form(what_happened="Två håll väntade på varandra."), federation="ALV")
    elsa = desk_of(site, "elsa")
    elsa.do(got.number, "open_dialogue", {})
    elsa.do(got.number, "retell", {"shared_text": NEUTRAL, **({"title": title} if title else {})})
    elsa.do(got.number, "attest", {"area_harmless": False, "few_alike_ok": True})
    return got.number


def assessed(site: Site, title: str = "") -> str:
    number, elsa = comes_in(site, title), desk_of(site, "elsa")
    elsa.do(number, "share", {"group": "natverket"})
    elsa.do(number, "classify", {"level": "organisation", "reason": "Rutinen saknas."})
    return number


@pytest.fixture
def waits(site: Site) -> str:
    """A case that the working group has assessed a moment ago."""
    return assessed(site)


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


def test_a_long_word_in_a_title_makes_no_list_wider_than_a_phone(signed_in: SignedIn, site: Site) -> None:
    long = f"Vem avgör {'aktivitetsersättnings' * 2}utredningen"
    several = [assessed(site, long) for _ in range(2)]  # the first may stand whole, the next lies in a fold
    desk_of(site, "elsa").do(comes_in(site, long), "solve", {"solution": "De ringde varandra."})
    desk_of(site, "elsa").name_pattern(Pattern("ALV", "P77", long, "Vem avgör?"))
    page = signed_in("birgitta", width=PHONE, script=False)
    for address, said in (("/beslut", several[-1]), ("/monster", long), ("/arenden", several[-1])):
        page.goto(address)
        assert said in page.content(), address
        narrow(page)
    page.goto("/beslut")
    page.locator("summary", has_text="utan").last.click()
    narrow(page)


def test_a_measure_is_chosen_among_several_by_its_own_link(signed_in: SignedIn, site: Site, waits: str) -> None:
    rows = [{"what": what, "owner": "Birgitta", "due": "2027-03-01"} for what in ("En rutin", "Ett möte varje månad")]
    desk_of(site, "birgitta").do(waits, "decide", {"kind": "measure", "reason": "Det behövs.", "measures": rows})
    page = signed_in("birgitta", width=PHONE)
    page.goto("/beslut")
    page.get_by_role("link", name="Ett möte varje månad").click()
    expect(page.get_by_label("Ett möte varje månad")).to_be_checked()
    accessible(page)
    narrow(page)


def test_a_draft_brings_back_no_measure_twice_and_chooses_no_other(signed_in: SignedIn, site: Site, waits: str) -> None:
    page = signed_in("birgitta")
    page.goto(f"/arenden/{waits}/steg/decide")
    page.locator("summary", has_text="Fler").click()
    page.locator("[name='measures.2.what']").fill("En rutin")  # the first one is left empty
    page.locator("[name='measures.2.owner']").fill("Enhetschefen")
    page.get_by_role("button", name="Fatta beslut").last.click()
    expect(page.locator(".stop-box")).to_be_visible()
    filled = [field.input_value() for field in page.locator("[name^='measures.'][name$='.what']").all()]
    assert [each for each in filled if each] == ["En rutin"]

    rows = [{"what": what, "owner": "Birgitta", "due": "2027-03-01"} for what in ("En rutin", "Ett möte varje månad")]
    desk_of(site, "birgitta").do(waits, "decide", {"kind": "measure", "reason": "Det behövs.", "measures": rows})
    page.goto("/beslut")
    page.get_by_role("link", name="En rutin").click()
    page.get_by_label("Anteckning").fill("Rutinen är skriven.")
    page.goto("/beslut")
    page.get_by_role("link", name="Ett möte varje månad").click()
    expect(page.get_by_label("Ett möte varje månad")).to_be_checked()
    expect(page.get_by_label("Anteckning")).to_have_value("")
    page.goto("/beslut")
    page.get_by_role("link", name="Ett möte varje månad").click()
    page.get_by_label("Anteckning").fill("Första mötet är bokat.")
    page.locator("input[name=measure_state]").first.check()
    page.locator("main .bench button").last.click()
    expect(page.get_by_role("status").first).to_be_visible()
    page.goto("/beslut")
    page.get_by_role("link", name="En rutin").click()
    expect(page.get_by_label("Anteckning")).to_have_value("Rutinen är skriven.")


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
