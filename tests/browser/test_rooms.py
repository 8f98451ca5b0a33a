"""Are the pages between the rooms for everybody: the shared door, what waits, a case's links, a story to confirm?"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from lexheller.desk import Desk, viewer_of
from tests.browser.visiting import Site, Visits, accessible, narrow

SignedIn = Callable[..., Page]


def held(page: Page) -> None:
    accessible(page)
    narrow(page)


def desk_of(site: Site, person: str) -> Desk:
    found = next(p for p in site.house.store.read(lambda uow: uow.people.persons("ALV")) if p.id == person)
    return Desk(site.house, site.house.store.read(lambda uow: viewer_of(uow, site.house.office, found)))


def test_the_shared_door_finds_the_federation_with_script_off(visits: Visits) -> None:
    page = visits(script=False, width=360)
    page.goto("/")
    page.locator(".bench a").click()
    page.get_by_label("Kommun").fill("älvnära kommun")
    page.get_by_label("Kommun").press("Enter")
    page.wait_for_url("**/beratta/ALV")
    expect(page.get_by_text("Steg 1 av 3")).to_be_visible()


def test_the_shared_door_is_for_everybody(visits: Visits) -> None:
    page = visits()
    page.goto("/beratta")
    held(page)
    for typed in ("", "Kiruna"):
        page.goto("/beratta")
        page.get_by_label("Kommun").fill(typed)
        page.locator(".bench button").click()
        held(page)
    page.goto("/beratta?sprak=en")
    expect(page.locator("h1")).to_have_text("In which municipality did it happen?")


def test_what_a_leader_reaches_beside_a_case_is_for_everybody(signed_in: SignedIn, site: Site) -> None:
    page = signed_in("elsa")
    page.goto("/inkorg")
    page.get_by_role("link", name="väntar på andra").click()
    expect(page.locator("h1")).to_have_text("Väntar på andra")
    held(page)
    desk = desk_of(site, "elsa")
    number = desk.cases(state=["with_partners"], federation=["ALV"])[0].number
    page.goto(f"/arenden/{number}")
    page.get_by_role("link", name="Parternas länkar").click()
    held(page)
    page.locator(".bench button").click()
    expect(page.locator(".address").first).to_be_visible()
    held(page)


def test_a_second_reader_confirms_a_story_with_script_off(signed_in: SignedIn, site: Site) -> None:
    desk = desk_of(site, "elsa")
    number = next(r.number for r in desk.cases(state=["closed"], federation=["ALV"]) if r.attested)
    desk.do(number, "release", {"public_text": "En rubrik\n\nDet hände.", "harmless": True, "submitter_wishes": True})
    page = signed_in("omar", script=False, width=360)
    page.goto(f"/arenden/{number}/steg/release")
    button = page.get_by_role("button", name="Godkänn för biblioteket").last
    button.click()
    expect(page.locator(".stop-box")).to_be_visible()
    page.get_by_label("Jag har läst berättelsen").check()
    button.click()
    expect(page.locator("[role=status]")).to_be_visible()
    assert desk.case(number).case.released


def test_the_page_of_a_second_reader_is_for_everybody(signed_in: SignedIn, site: Site) -> None:
    desk = desk_of(site, "elsa")
    number = next(r.number for r in desk.cases(state=["closed"], federation=["ALV"]) if r.attested)
    desk.do(number, "release", {"public_text": "En rubrik\n\nDet hände.", "harmless": True, "submitter_wishes": True})
    page = signed_in("omar")
    page.goto(f"/arenden/{number}/steg/release")
    held(page)
    page.get_by_role("button", name="Godkänn för biblioteket").last.click()
    held(page)


def test_rules_are_asked_by_everybody_who_administers(signed_in: SignedIn) -> None:
    page = signed_in("adam")
    page.goto("/administration/regler")
    held(page)
    page.get_by_role("button", name="Fråga reglerna").click()
    held(page)
    page.get_by_label("Försäkringskassan", exact=True).first.check()
    page.get_by_role("button", name="Fråga reglerna").click()
    expect(page.locator("#said")).to_be_visible()
    held(page)
