"""How does somebody walk from page to page? A round is a generator of stops: pages that stand open to be looked at.

Whoever looks may change the theme and the size, and puts them back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from playwright.sync_api import Locator, Page

from lexheller.desk import Desk, viewer_for, viewer_of
from tests.browser.visiting import Site, Visits

HAPPENED = "Personen väntar på intyg. Kerstin på vårdcentralen hänvisade vidare. Numret var 19900602-2397."
STORIES = (
    (
        "Boendet fick inte ta emot medicinen\n\nEfter utskrivning skulle en person till ett stödboende. Boendets "
        "regler tillåter inte den medicin som sattes in på avdelningen.\n\nDet blev två nätter på vandrarhem och en "
        "svår tid efteråt.\n---\nBåda var överens om att det inte ska hända igen. Nu stäms medicinlistan "
        "av före utskrivning."
    ),
    "Tre planer för samma person\n\nTre verksamheter skrev var sin plan, och ingen läste de andras.",
    "Ingen beställde tolk till mötet\n\nAlla trodde att någon annan hade gjort det.\n---\nDen som kallar beställer.",
)


class Stop(NamedTuple):
    """A page that stands open, and what to call it."""

    name: str
    page: Page


Round = Callable[[Visits, Site], Iterator[Stop]]


def desk_of(site: Site, person: str) -> Desk:
    """Open somebody's desk."""
    found = next(p for p in site.house.store.read(lambda uow: uow.people.persons()) if p.id == person)
    return Desk(site.house, site.house.store.read(lambda uow: viewer_of(uow, site.house.office, found)))


def as_user(site: Site, person: str) -> Desk:
    """Open somebody's desk by their user of this machine, as the program does."""
    found = next(p for p in site.house.store.read(lambda uow: uow.people.persons()) if p.id == person)
    office = site.house.office
    return Desk(site.house, site.house.store.read(lambda uow: viewer_for(uow, office, person, found.users[0])))


def fill_library(site: Site) -> None:
    """Release three closed cases of the demo, in a house without a delay."""
    elsa, omar = as_user(site, "elsa"), as_user(site, "omar")
    closed = [row.number for row in elsa.cases(state=["closed"], federation=["ALV"]) if row.attested][:3]
    for number, text in zip(closed, STORIES, strict=True):
        elsa.do(number, "release", {"public_text": text, "harmless": True, "submitter_wishes": True}, vouched=True)
        omar.do(number, "release", {"confirmed": str(omar.case(number).case.public_version)})
    object.__setattr__(site.house, "settings", replace(site.house.settings, library_days=0))


def link_of(site: Site, recipient: str = "fk-beredning") -> str:
    """Let Elsa give a link; its address on this server."""
    (given,) = as_user(site, "elsa").give_links(recipient)
    return given.link.removeprefix(site.house.settings.address)


def chooses(page: Page, name: str) -> None:
    """Choose by the words beside the box, as a finger does."""
    page.locator(".choice label").filter(has_text=re.compile(f"^{name}")).first.click()


def at(page: Page, name: str, address: str, status: int = 200) -> Stop:
    """Open an address, which answers with a status."""
    answer = page.goto(address)
    assert answer is not None, address
    assert answer.status == status, f"{address} answers {answer.status}"
    return Stop(name, page)


def clicks(there: Locator) -> None:
    """Click where it leads to a page, and wait for that."""
    with there.page.expect_navigation():
        there.click()


def enters(there: Locator, text: str) -> None:
    """Write in a field and press Enter."""
    there.fill(text)
    with there.page.expect_navigation():
        there.press("Enter")


def presses(page: Page, name: str, look: str = "") -> None:
    """Press a button of the page's own, the last that is called so."""
    clicks(page.locator(f"main {look}").get_by_role("button", name=name).last)
