"""A group meets and a manager decides in a real browser: without script, by keyboard, on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import accessible, narrow

SignedIn = Callable[..., Page]


@pytest.mark.parametrize("script", [True, False])
def test_a_group_turns_from_case_to_case(signed_in: SignedIn, script: bool) -> None:
    page = signed_in("sven", script=script)
    page.goto("/mote")
    if script:
        accessible(page)
        narrow(page)
    page.get_by_role("link", name="Börja mötet").click()
    first = page.url
    if script:
        accessible(page)
        narrow(page)
        if page.locator("a[rel=next]").count():
            page.keyboard.press("ArrowRight")
            page.wait_for_url(lambda url: url != first)
            page.keyboard.press("ArrowLeft")
            page.wait_for_url(first)
    page.locator(".choice label").first.click()
    page.locator("#why").fill("Ring 070-174 06 50.")
    page.locator("button[form=decide]").click()
    expect(page.locator(".stop-box")).to_be_visible()
    if script:
        accessible(page)
    page.locator("#why").fill("Reglerna möts inte.")
    page.locator("button[form=decide]").click()
    page.wait_for_url(lambda url: url != first)


def test_a_manager_decides_on_a_phone(signed_in: SignedIn) -> None:
    page = signed_in("maj", width=360, script=False)
    page.goto("/beslut")
    if page.locator(".bench").count():
        page.get_by_role("link", name="Besluta om ärendet").first.click()
        expect(page.locator("h1")).to_contain_text("eslut")
