"""What does somebody with a code meet, from the first question to the last answer, and when something is to go?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from lexheller.desk import Desk
from tests.browser.visiting import Site, Visits
from tests.browser.walking import Stop, at, desk_of, enters, presses
from tests.factories import a_form

NEUTRAL = "En person väntade på att två verksamheter skulle bestämma vem som skriver utlåtandet."


def followed(visits: Visits, site: Site) -> Iterator[Stop]:
    """A case that is asked about, answered and opened again, and what is asked once more before it is done."""
    sent = Desk(site.house, None).submit(a_form(contact="070-174 06 05"), federation="ALV")
    elsa = desk_of(site, "elsa")
    page = visits()
    page.goto("/folj")
    enters(page.get_by_label("Din kod"), sent.claim_code or "")
    elsa.do(sent.number, "open_dialogue", {})
    until = site.house.office.today() + timedelta(days=10)
    elsa.do(sent.number, "wait", {"question": "Vilken månad var det?", "until": until.isoformat()})
    yield at(page, "followed-asked", "/folj/arende")
    for step, what in (("withdraw", "dra-tillbaka"), ("erase", "kontaktuppgifter"), ("hide", "dolj")):
        yield at(page, f"followed-sure-{step}", f"/folj/arende/{what}")
    elsa.do(sent.number, "say", {"message": "Tack, vi hör av oss."})
    elsa.do(sent.number, "solve", {"solution": "De ringde varandra.", "feedback": "Det är löst: de ringde varandra."})
    yield at(page, "followed-answered", "/folj/arende")
    page.locator("input[name=helped]").first.check()
    presses(page, "Skicka svaret")
    yield Stop("followed-helped", page)


def hidden(visits: Visits, site: Site) -> Iterator[Stop]:
    """A case that points at somebody: hidden, its words taken out, shown again."""
    page, elsa = visits.signed_in("elsa"), desk_of(site, "elsa")
    told = a_form(what_happened="Bostad söktes hos bolaget i Kvarnholmen, utan besked på tre veckor.")
    sent = Desk(site.house, None).submit(told, federation="ALV")
    elsa.do(sent.number, "open_dialogue", {})
    elsa.do(sent.number, "retell", {"shared_text": NEUTRAL})
    elsa.do(sent.number, "block", {"where": "what_happened"})
    yield at(page, "hidden-case", f"/arenden/{sent.number}")
    for step in ("unblock", "dispose_text"):
        yield at(page, f"hidden-{step}", f"/arenden/{sent.number}/steg/{step}")
    page.locator("textarea[name=words]").fill("Kvarnholmen")
    page.locator("[name=reason]").fill("Beslut den 1 mars.")
    page.locator(".bench button").last.click()
    yield Stop("hidden-words-seen", page)
    page = visits()
    page.goto("/folj")
    enters(page.get_by_label("Din kod"), sent.claim_code or "")
    yield Stop("hidden-followed", page)
