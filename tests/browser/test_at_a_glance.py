"""Is what a person should see at a glance where they look: the way, saving in a meeting, and all of it by keyboard?"""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import Site, Visits
from tests.browser.walking import desk_of


def tabs_to(page: Page, words: str) -> None:
    """Press Tab until what is called so has the focus."""
    called = """() => { const here = document.activeElement;
      return [...(here.labels ?? [])].map((label) => label.innerText).join(" ") + " " + here.innerText; }"""
    for _ in range(80):
        page.keyboard.press("Tab")
        if re.search(words, page.evaluate(called)):
            return
    pytest.fail(f"no key leads to {words} on {page.url}")


def goes_on(page: Page, words: str) -> None:
    """Press a button by keyboard."""
    tabs_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def ticks(page: Page, words: str) -> None:
    """Choose by keyboard."""
    tabs_to(page, words)
    page.keyboard.press("Space")


@pytest.mark.parametrize("script", [True, False])
def test_somebody_tells_by_keyboard_alone(visits: Visits, script: bool) -> None:
    page = visits(script=script)
    page.goto("/beratta/ALV")
    tabs_to(page, "Vad hände")
    page.keyboard.type("Två myndigheter väntade länge på varandra.")
    ticks(page, "^Försäkringskassan")
    goes_on(page, "Fortsätt")
    ticks(page, "^Försäkringskassan")
    tabs_to(page, "Ring eller mejla")
    page.keyboard.press("ArrowDown")
    goes_on(page, "Fortsätt")
    goes_on(page, "Fortsätt")
    tabs_to(page, "^Nej, bara det här")
    page.keyboard.press("Space")
    goes_on(page, "^\\s*Skicka")
    expect(page.locator("h1")).to_have_text("Tack! Vi har tagit emot det du skrev.")


def test_a_leader_answers_what_is_latest_by_keyboard_alone(visits: Visits) -> None:
    elsa = visits.signed_in("elsa", script=False)
    elsa.goto("/inkorg")
    goes_on(elsa, "^\\s*Öppna ärendet")
    tabs_to(elsa, "Hör av dig om läget")
    elsa.keyboard.press("Enter")
    tabs_to(elsa, "Skriv ett meddelande")
    elsa.keyboard.type("Vi väntar på ett svar, och du hör av oss igen nästa vecka.")
    goes_on(elsa, "^\\s*Skicka")
    expect(elsa.get_by_role("status")).to_be_visible()


def test_saving_in_a_meeting_stays_at_the_edge(visits: Visits) -> None:
    page = visits.signed_in("sven")
    page.goto("/mote")
    page.get_by_role("link", name="Börja mötet").click()
    save = page.locator("button[form=decide]")
    expect(save).to_be_visible()
    tall = page.evaluate("document.documentElement.scrollHeight")
    assert tall > 800
    for down in (0, tall // 3):
        page.evaluate("(y) => scrollTo(0, y)", down)
        box = save.bounding_box()
        assert box is not None
        assert 700 < box["y"] < box["y"] + box["height"] <= 800


def test_the_way_is_a_line_with_one_plank(visits: Visits, site: Site) -> None:
    number = next(row.number for row in desk_of(site, "elsa").cases(state=["with_partners"], federation=["ALV"]))
    page = visits.signed_in("elsa")
    page.goto(f"/arenden/{number}")
    stops = page.locator(".way > li")
    assert page.locator(".way [aria-current=step]").count() == page.locator(".way .now").count() == 1
    solid, dotted = stops.first, stops.last
    style = "(stop) => getComputedStyle(stop).borderTopStyle"
    assert (solid.evaluate(style), dotted.evaluate(style)) == ("solid", "dotted")
    wide = [stop.bounding_box() for stop in stops.all()]
    level = [box["y"] for box in wide if box]
    assert max(level) - min(level) < 8  # the plank lies a little higher
    page.set_viewport_size({"width": 360, "height": 800})
    upright = [box["y"] for stop in stops.all() if (box := stop.bounding_box())]
    assert all(below - above > 20 for above, below in pairwise(upright))
