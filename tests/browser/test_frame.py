"""Does what every page stands in work in a real browser?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.visiting import Visits, accessible, tabbed


def test_the_first_key_leads_past_the_menu(submitter: Page) -> None:
    submitter.goto("/")
    assert tabbed(submitter, 1) == ["Hoppa till innehållet"]
    submitter.keyboard.press("Enter")
    assert submitter.evaluate("document.activeElement.id") == "main"


def test_the_language_is_the_reader_s_choice(submitter: Page) -> None:
    submitter.goto("/")
    assert submitter.locator("html").get_attribute("lang") == "sv"
    submitter.get_by_text("English").click()
    assert submitter.locator("html").get_attribute("lang") == "en"
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
