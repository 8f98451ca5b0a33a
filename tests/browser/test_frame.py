"""Does what every page stands in work in a real browser?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import Visits, accessible, tabbed


def test_the_first_key_leads_past_the_menu(submitter: Page) -> None:
    submitter.goto("/")
    assert tabbed(submitter, 1) == ["Hoppa till innehållet"]
    submitter.keyboard.press("Enter")
    expect(submitter.locator("#main")).to_be_focused()


def test_the_language_is_the_reader_s_choice(submitter: Page) -> None:
    submitter.goto("/")
    assert submitter.locator("html").get_attribute("lang") == "sv"
    submitter.get_by_text("English").click()
    expect(submitter.locator("html")).to_have_attribute("lang", "en")
    accessible(submitter)


@pytest.mark.parametrize("script", [True, False])
def test_a_session_is_kept_in_a_cookie_that_no_script_reads(signed_in: Callable[..., Page], script: bool) -> None:
    elsa = signed_in("elsa", script=script)
    kept = {cookie["name"]: cookie for cookie in elsa.context.cookies()}["__Host-session"]
    assert (kept["secure"], kept["httpOnly"], kept["sameSite"], kept["path"]) == (True, True, "Lax", "/")


def test_both_themes_have_their_colours(visits: Visits) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light, dark = visits(theme="light"), visits(theme="dark")
    for page in (light, dark):
        page.goto("/")
    assert (light.evaluate(ground), dark.evaluate(ground)) == ("rgb(253, 252, 251)", "rgb(32, 26, 27)")


PAGES = ("/inkorg", "/konto", "/konto/koder", "/rapport", "/lankar", "/integritet", "/integritet/ALV", "/")
"""Pages with much on them, and pages to be read or filled in."""


@pytest.mark.parametrize("width", [1280, 900, 360])
def test_the_head_stands_still_from_page_to_page(signed_in: Callable[..., Page], width: int) -> None:
    elsa = signed_in("elsa")
    elsa.set_viewport_size({"width": width, "height": 900})
    found = {}
    for address in PAGES:
        elsa.goto(address)
        found[address] = tuple(_place(elsa, part) for part in (".bar", "header nav", ".bar .out", ".bar .lang"))
    assert len(set(found.values())) == 1, found


def _place(page: Page, part: str) -> tuple[int, ...]:
    box = page.locator(part).bounding_box()
    assert box, part
    return tuple(map(round, (box["x"], box["y"], box["width"], box["height"])))


def test_the_matrix_is_seen_whole_beside_the_menu(signed_in: Callable[..., Page]) -> None:
    elsa = signed_in("elsa")
    elsa.set_viewport_size({"width": 1280, "height": 900})
    elsa.goto("/rapport")
    hidden = "(all) => all.map((one) => one.scrollWidth - one.clientWidth)"
    assert elsa.locator(".scroll:has(.matrix)").evaluate_all(hidden) == [0]
    language, sign_out = (elsa.locator(part).bounding_box() for part in (".bar .lang", ".bar .out"))
    assert language
    assert sign_out
    assert abs(language["y"] - sign_out["y"]) < 20  # in one row with the rest, not under it
    assert language["x"] > sign_out["x"]
