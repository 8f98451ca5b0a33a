"""An administrator's pages in a real browser: a person added with script off."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.visiting import Visits


def test_an_administrator_adds_somebody_and_invites_them_with_script_off(visits: Visits) -> None:
    page = visits.signed_in("adam", script=False, width=360)
    page.goto("/administration")
    page.get_by_role("link", name="Personer", exact=True).click()
    page.get_by_role("link", name="Lägg till en person").click()
    page.get_by_label("Kort namn").fill("Disa")
    page.get_by_role("button", name="Spara").click()
    expect(page.locator(".stop-box")).to_be_focused()
    page.get_by_label("Kort namn").fill("disa")
    page.get_by_label("Namn", exact=True).fill("Disa Exempel")
    page.locator(".choice label", has_text="Processledare").click()
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("status")).to_contain_text("Disa Exempel är sparad.")
    page.get_by_role("link", name="Bjud in").click()
    page.get_by_role("button", name="Bjud in").click()
    expect(page.locator("#link")).to_contain_text("/inbjudan/")


def test_a_role_is_called_by_another_name_with_script_off(visits: Visits) -> None:
    page = visits.signed_in("adam", script=False, width=360)
    page.goto("/administration/roller")
    page.locator("#process-leader-sv").fill("lots")
    page.get_by_role("button", name="Spara").click()
    expect(page.locator(".stop-box")).to_be_focused()
    page.locator("#process-leader-en").fill("guide")
    page.get_by_role("button", name="Spara").click()
    expect(page.locator("#process-leader-the")).to_have_value("lotsen")
    page.goto("/administration/personer")
    expect(page.get_by_text("Lots, deltagare i arbetsgruppen")).to_be_visible()
