"""A partner's representative opens a letter's link in a real browser: with script and without, in every way."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from lexheller.services.links import TRIES
from tests.browser.visiting import Site, Visits
from tests.browser.walking import link_of


def comes_in(page: Page, address: str) -> None:
    """Open the link, ask for the code, mistype it, type it."""
    page.goto(address)
    expect(page.locator("h1")).to_have_text("Ni har fått en fråga om samverkan")
    page.get_by_role("button", name="Skicka koden").click()
    expect(page.locator("h1")).to_have_text("Skriv koden")
    code = page.locator(".note .num").inner_text()
    page.get_by_label("Koden i brevet").fill("12")
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("^Fel: "))
    page.get_by_label("Koden i brevet").fill(f"{code[:3]} {code[3:]}")
    page.get_by_role("button", name="Läs ärendena").click()
    expect(page.locator("h1")).to_contain_text("väntar på ert svar")


def answers(page: Page) -> None:
    """Read the first case and answer it, with what the gate finds."""
    page.get_by_role("link", name="Läs och svara").click()
    expect(page.locator("h2.bench")).to_have_text("Ert svar")
    page.get_by_label("Vad kan ni göra?").fill("Kerstin på vårdcentralen stämmer av med oss.")
    page.get_by_role("button", name="Skicka svaret").click()
    expect(page).to_have_title(re.compile("^Fel: "))
    page.get_by_role("button", name=re.compile("^Byt ”Kerstin”")).click()
    page.get_by_role("button", name="Skicka svaret").click()
    expect(page.get_by_role("status")).to_have_text("Tack! Svaret är skickat.")


def passes_on(page: Page) -> None:
    """Give a colleague a link, after an address somewhere else."""
    page.goto("/part")
    page.locator("summary", has_text="Lämna över till en kollega").click()
    page.get_by_label("Kollegans e-post").fill("annan@example.com")
    page.get_by_role("button", name="Skicka en länk").click()
    expect(page).to_have_title(re.compile("^Fel: "))
    page.get_by_label("Kollegans e-post").fill("annan@fk.example.org")
    page.get_by_role("button", name="Skicka en länk").click()
    expect(page.get_by_role("status")).to_contain_text("annan@fk.example.org")


def test_a_partner_answers_with_script_off(visits: Visits, site: Site) -> None:
    page = visits(script=False, width=360)
    comes_in(page, link_of(site))
    answers(page)
    passes_on(page)
    page.get_by_role("button", name="Stäng ärendena").click()
    expect(page.locator("h1")).to_have_text("Ärendena är stängda i den här webbläsaren")


@pytest.mark.parametrize("script", [False, True])
def test_nothing_typed_is_lost_when_something_else_is_sent(visits: Visits, site: Site, script: bool) -> None:
    page = visits(script=script, width=360)
    comes_in(page, link_of(site))
    page.get_by_role("link", name="Läs och svara").click()
    page.get_by_label("Vad kan ni göra?").fill("Vi stämmer av före beslut.")
    page.get_by_label("När kan vi stämma av?").fill("15 juni")
    page.locator("summary", has_text="Vad beror det på").click()
    page.locator("[name=waits_for]").select_option("primary_care")
    page.locator("summary", has_text="Vi har en fråga").click()
    page.get_by_label("Er fråga").fill("Gäller det alla på enheten?")
    page.get_by_role("button", name="Skicka frågan").click()
    expect(page.get_by_role("status")).to_have_text("Frågan är skickad. Svaret kommer här.")
    expect(page.get_by_label("Vad kan ni göra?")).to_have_value("Vi stämmer av före beslut.")
    expect(page.get_by_label("När kan vi stämma av?")).to_have_value("15 juni")
    expect(page.locator("[name=waits_for]")).to_have_value("primary_care")
    expect(page.locator("[name=question]")).to_have_value("")
    page.locator("summary", has_text="Vi behöver mer tid").click()
    page.get_by_label("Ny dag").fill("2020-01-01")
    page.get_by_label("När kan vi stämma av?").press("Enter")  # which of the two is meant, nobody can tell
    expect(page.get_by_role("status")).to_contain_text("Du har börjat på mer än en sak.")
    page.get_by_role("button", name="Be om mer tid").click()
    expect(page).to_have_title(re.compile("^Fel: "))
    expect(page.get_by_label("Vad kan ni göra?")).to_have_value("Vi stämmer av före beslut.")
    page.get_by_label("Ny dag").fill("")
    page.get_by_label("När kan vi stämma av?").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Tack! Svaret är skickat.")
    expect(page.locator(".chair.facing").last).to_contain_text("15 juni")


def test_a_partner_reads_in_english(visits: Visits, site: Site) -> None:
    page = visits(script=False)
    address = link_of(site)
    page.goto(address)
    page.get_by_role("link", name="English").click()
    page.get_by_role("button", name="Send the code").click()
    page.get_by_label("The code in the letter").fill(page.locator(".note .num").inner_text())
    page.get_by_role("button", name="Read the cases").click()
    page.get_by_role("link", name="Read and answer").click()
    expect(page.locator("h2.bench")).to_have_text("Your answer")


def test_a_process_leader_gives_a_link_and_takes_it_back(visits: Visits) -> None:
    page = visits.signed_in("elsa")
    page.goto("/lankar")
    page.get_by_role("button", name="Ny länk till Försäkringskassan i beredningsgruppen").click()
    expect(page.locator(".address")).to_contain_text("/part/brev/")
    page.get_by_role("button", name="Dra in länken till Försäkringskassan i beredningsgruppen").click()
    expect(page.get_by_role("status")).to_contain_text("Länken är indragen")


def test_a_case_is_printed_on_a_sheet_and_the_page_says_how(visits: Visits, site: Site) -> None:
    page = visits()
    comes_in(page, link_of(site))
    page.get_by_role("link", name="Läs och svara").click()
    expect(page.get_by_role("button", name="Skriv ut")).to_be_visible()
    paper = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    page.emulate_media(media="print")
    expect(page.locator(".chair")).to_be_visible()
    for beside in ("form", "nav", "button", ".lang"):
        assert not any(each.is_visible() for each in page.locator(beside).all()), beside


def test_without_script_the_page_says_where_the_browser_prints(visits: Visits, site: Site) -> None:
    page = visits(script=False)
    comes_in(page, link_of(site))
    page.get_by_role("link", name="Läs och svara").click()
    says = page.locator("noscript p")
    assert says.bounding_box() is not None, "it is drawn where no script runs"
    assert "välj Skriv ut i webbläsarens meny" in says.inner_text()
    expect(page.get_by_role("button", name="Skriv ut")).to_be_hidden()


def test_a_case_is_saved_with_script_off(visits: Visits, site: Site) -> None:
    page = visits(script=False)
    comes_in(page, link_of(site))
    page.get_by_role("link", name="Läs och svara").click()
    number = page.url.rpartition("/")[2]
    with page.expect_download() as waited:
        page.get_by_role("link", name="Spara som PDF").click()
    assert waited.value.suggested_filename == f"{number}.pdf"
    text = " ".join(PdfReader(waited.value.path()).pages[0].extract_text().split())
    assert page.locator("h1").inner_text() in text


def test_the_demo_shows_no_code_that_is_dead(visits: Visits, site: Site) -> None:
    page = visits(script=False)
    page.goto(link_of(site))
    page.get_by_role("button", name="Skicka koden").click()
    shown = page.locator(".note .num")
    code = shown.inner_text()
    for _ in range(TRIES):
        expect(shown).to_have_text(code)
        page.get_by_label("Koden i brevet").fill("12")
        page.keyboard.press("Enter")
        expect(page).to_have_title(re.compile("^Fel: "))
    expect(shown).to_have_count(0)
