"""The public reads a story in a real browser and says that it has met the same, with script off; every page for all."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import expect

from lexheller.demo.retold import RETOLD
from lexheller.desk import Desk, viewer_for, viewer_of
from tests.browser.visiting import Site, Visits, accessible, narrow

TEXT = (
    "Boendet fick inte ta emot medicinen\n\nEfter utskrivning skulle en person till ett stödboende. Boendets regler "
    "tillåter inte den medicin som sattes in på avdelningen.\n\nDet blev två nätter på vandrarhem och en svår tid "
    "efteråt.\n---\nBåda var överens om att det inte ska hända igen. Nu stäms medicinlistan av före utskrivning."
)
MORE = (
    "Tre planer för samma person\n\nTre verksamheter skrev var sin plan, och ingen läste de andras.",
    "Ingen beställde tolk till mötet\n\nAlla trodde att någon annan hade gjort det.\n---\nDen som kallar beställer.",
)


def fill(site: Site) -> None:
    """Release three closed cases of the demo, in a house without a delay."""
    people = {p.id: p for p in site.house.store.read(lambda uow: uow.people.persons())}

    def desk(name: str) -> Desk:
        user = people[name].users[0]
        return Desk(site.house, site.house.store.read(lambda uow: viewer_for(uow, site.house.office, name, user)))

    elsa, omar = desk("elsa"), desk("omar")
    closed = [row.number for row in elsa.cases(state=["closed"], federation=["ALV"]) if row.attested][:3]
    for number, text in zip(closed, (TEXT, *MORE), strict=True):
        wording = {"public_text": text, "harmless": True, "submitter_wishes": True}
        elsa.do(number, "release", wording, vouched=True)
        omar.do(number, "release", {"confirmed": str(omar.case(number).case.public_version)})

    object.__setattr__(site.house, "settings", replace(site.house.settings, library_days=0))


def test_somebody_reads_and_has_met_the_same_with_script_off(visits: Visits, site: Site) -> None:
    fill(site)
    page = visits(script=False, width=360)
    page.goto("/")
    page.locator("main .doors a[href='/bibliotek']").click()
    page.get_by_role("link", name="Boendet fick inte ta emot medicinen").click()
    expect(page.locator(".chair.facing")).to_contain_text("Nu stäms medicinlistan av")
    page.get_by_role("button", name="Det här har hänt mig också").click()
    expect(page.get_by_role("status")).to_contain_text("Tack för att du sa till.")
    page.get_by_role("link", name="Alla berättelser").click()
    page.get_by_role("link", name="English").click()
    expect(page.locator("h1")).to_have_text("What has happened")


def test_the_demo_has_stories_that_two_people_stand_for(visits: Visits, site: Site) -> None:
    page = visits(script=False, width=360)
    page.goto("/bibliotek")
    for title in ("Två svar samma vecka", "Utan recept på en fredag"):
        expect(page.get_by_role("link", name=title)).to_be_visible()
    feed = page.request.get("/bibliotek/flode.atom")
    assert feed.ok
    assert feed.text().count("<entry>") == len(RETOLD)
    page.get_by_role("link", name="Mötet där två saknades").click()
    expect(page.locator(".chair.facing")).to_contain_text("Mallen för kallelsen")
    page.get_by_role("button", name="Det här har hänt mig också").click()
    expect(page.get_by_role("status")).to_contain_text("Tack för att du sa till.")
    elsa = next(p for p in site.house.store.read(lambda uow: uow.people.persons("ALV")) if p.id == "elsa")
    desk = Desk(site.house, site.house.store.read(lambda uow: viewer_of(uow, site.house.office, elsa)))
    released = [n for n in (row.number for row in desk.cases(state=["closed"])) if desk.case(n).case.released]
    for number in released:
        by = [entry.actor for entry in desk.case(number).history if entry.step == "release"]
        assert by == ["elsa", "omar"]


def test_every_page_of_the_library_is_for_everybody(visits: Visits, site: Site) -> None:
    page = visits()
    page.goto("/bibliotek")
    accessible(page)
    fill(site)
    for address in ("/bibliotek", "/bibliotek?tema=finns-inte"):
        page.goto(address)
        accessible(page)
        narrow(page)
    page.goto("/bibliotek")
    page.get_by_role("link", name="Boendet fick inte ta emot medicinen").click()
    accessible(page)
    narrow(page)
    page.get_by_role("button", name="Det här har hänt mig också").click()
    accessible(page)
    narrow(page)
