"""Somebody tells what happened in a real browser and follows it: with script and without, by keyboard, in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import Visits, accessible, narrow
from tests.browser.walking import HAPPENED, chooses


def goes_on(page: Page) -> None:
    """Press the one filled button."""
    page.locator(".bench button").click()


def tells(page: Page) -> str:
    """Go through the form with what the gate finds, and give the code."""
    page.goto("/")
    page.get_by_role("link", name="Berätta vad som hände").click()
    page.get_by_label("Kommun").fill("älvnära")
    page.keyboard.press("Enter")
    page.get_by_label("Vad hände?").fill(HAPPENED)
    chooses(page, "Försäkringskassan")
    page.locator("summary", has_text="Regionen").click()
    chooses(page, "Vårdcentral")
    goes_on(page)
    expect(page).to_have_title(re.compile("^Fel: "))
    page.get_by_role("button", name=re.compile("^Byt ”19900602-2397”")).click()
    expect(page.get_by_label("Vad hände?")).to_have_value(HAPPENED.replace("19900602-2397", "(personnummer borttaget)"))
    expect(page.locator("details[open] summary")).to_contain_text("1 vald")
    chooses(page, "Jag har kontrollerat")
    goes_on(page)
    expect(page.locator(".step")).to_have_text("Steg 2 av 3")
    goes_on(page)
    expect(page).to_have_title(re.compile("^Fel: "))
    chooses(page, "Arbetsförmedlingen")
    chooses(page, "Ring eller mejla mig")
    page.get_by_label("Telefon eller e-post").fill("070-174 06 05")
    goes_on(page)
    expect(page.locator(".step")).to_have_text("Steg 3 av 3")
    page.locator("summary", has_text="Mer om det som hände").click()
    page.get_by_label("Vad skulle kunna hjälpa?").fill("Bestäm vem som skriver.")
    goes_on(page)
    expect(page.locator("h1")).to_have_text("Kontrollera och skicka")
    page.get_by_role("button", name="Ändra Var arbetar du?").click()
    chooses(page, "Vet inte")
    goes_on(page)
    expect(page.locator("h1")).to_have_text("Kontrollera och skicka")
    chooses(page, "Vet inte")
    page.get_by_role("button", name="Skicka", exact=True).last.click()
    expect(page.locator("h1")).to_have_text("Tack! Vi har tagit emot det du skrev.")
    return code_on(page)


def code_on(page: Page) -> str:
    """Read the code."""
    return "-".join(page.locator("#code span").all_inner_texts())


def follows(page: Page, code: str) -> None:
    """Open the case with its code, write, and leave."""
    page.goto("/folj")
    page.get_by_label("Din kod").fill("ABCD-EFGH")
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("^Fel: "))
    page.get_by_label("Din kod").fill(code.lower().replace("-", " "))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Mottaget")
    page.get_by_label("Ditt meddelande").fill("Ring Kerstin på vårdcentralen.")
    page.get_by_role("button", name="Skicka meddelandet").click()
    expect(page).to_have_title(re.compile("^Fel: "))
    page.get_by_role("button", name=re.compile("^Byt ”Kerstin”")).click()
    page.get_by_role("button", name="Skicka meddelandet").click()
    expect(page.get_by_role("status")).to_have_text("Ditt meddelande är skickat.")
    page.reload()
    expect(page.locator(".talk")).to_contain_text("Ring klienten på vårdcentralen.")
    page.locator("summary", has_text="Dra tillbaka ärendet").click()
    page.get_by_role("link", name="Dra tillbaka ärendet").click()
    page.get_by_role("button", name="Dra tillbaka ärendet").click()
    expect(page.locator("h1")).to_have_text("Du har dragit tillbaka ärendet")
    page.get_by_role("button", name="Stäng ärendet på den här enheten").click()
    page.goto("/folj/arende")
    expect(page).to_have_url(re.compile("/folj$"))


def test_somebody_tells_and_follows_with_script_off(visits: Visits) -> None:
    page = visits(script=False, width=360)
    follows(page, tells(page))


def test_the_code_is_in_no_address_and_loading_again_shows_it(visits: Visits) -> None:
    page = visits(script=False)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    code = tells(page)
    page.reload()
    assert code_on(page) == code
    page.goto("/folj")
    page.get_by_label("Din kod").fill(code)
    page.keyboard.press("Enter")
    assert not [url for url in asked if code[:9] in url or code.replace("-", "") in url]
    assert not [kept for kept in page.context.cookies() if code.replace("-", "") in str(kept).replace("-", "")]


@pytest.mark.parametrize("script", [True, False])
def test_copying_and_printing_are_there_where_script_runs(visits: Visits, script: bool) -> None:
    page = visits(script=script)
    code = tells(page)
    copies = page.get_by_role("button", name="Kopiera koden")
    expect(copies).to_be_visible(visible=script)
    if script:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        copies.click()
        expect(page.get_by_role("button", name="Koden är kopierad")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == code


def test_what_is_written_waits_in_this_browser_until_it_is_sent(visits: Visits) -> None:
    page = visits()
    page.goto("/beratta/ALV")
    page.get_by_label("Vad hände?").fill("Två myndigheter väntar på varandra.")
    page.goto("/beratta/ALV")
    expect(page.get_by_label("Vad hände?")).to_have_value("Två myndigheter väntar på varandra.")
    tells(page)
    page.goto("/beratta/ALV")
    expect(page.get_by_label("Vad hände?")).to_have_value("")


def test_enter_goes_on_and_nowhere_else(visits: Visits) -> None:
    page = visits(script=False)
    page.goto("/beratta/ALV")
    page.get_by_label("Vad hände?").fill("Två myndigheter väntar på varandra.")
    chooses(page, "Försäkringskassan")
    goes_on(page)
    chooses(page, "Arbetsförmedlingen")
    page.get_by_label("Telefon eller e-post").fill("070-174 06 05")
    page.keyboard.press("Enter")
    expect(page.locator(".step")).to_have_text("Steg 3 av 3")


def test_what_is_wrong_has_the_focus_without_script(visits: Visits) -> None:
    page = visits(script=False)
    page.goto("/beratta/ALV")
    goes_on(page)
    expect(page.locator(".stop-box")).to_be_focused()


def test_the_language_changes_in_the_middle_of_it(visits: Visits) -> None:
    page = visits(script=False)
    page.goto("/beratta/ALV")
    page.get_by_label("Vad hände?").fill("Two authorities wait for each other.")
    chooses(page, "Försäkringskassan")
    page.get_by_role("button", name="English").click()
    expect(page.locator("h1")).to_have_text("Tell us what happened")
    expect(page.get_by_label("What happened?")).to_have_value("Two authorities wait for each other.")
    goes_on(page)
    expect(page.locator(".step")).to_have_text("Step 2 of 3")


def test_the_right_channel_stands_beside_the_text_on_a_phone_without_script(visits: Visits, tmp_path: Path) -> None:
    page = visits(script=False, width=360)
    page.goto("/beratta/ALV")
    page.get_by_label("Vad hände?").fill("Barnet har blivit slagen hemma. Hemtjänsten uteblev, och båda väntade.")
    chooses(page, "Försäkringskassan")
    goes_on(page)
    expect(page.locator(".step")).to_have_text("Steg 2 av 3")
    expect(page.locator(".signs")).to_contain_text("Kan ett barn fara illa")
    expect(page.locator(".signs li")).to_have_count(2)
    narrow(page)
    page.screenshot(path=tmp_path / "signs.png", full_page=True)
    chooses(page, "Arbetsförmedlingen")
    chooses(page, "Bara en kod")
    goes_on(page)
    expect(page.locator(".signs")).to_have_count(0)
    goes_on(page)
    expect(page.locator("h1")).to_have_text("Kontrollera och skicka")
    expect(page.locator(".signs")).to_contain_text("Kan ett barn fara illa")
    narrow(page)
    page.screenshot(path=tmp_path / "signs_checked.png", full_page=True)


def test_the_right_channel_can_be_read_by_everybody_in_english_too(visits: Visits) -> None:
    page = visits(width=360)
    page.goto("/beratta/ALV")
    page.get_by_label("Vad hände?").fill("Barnet har blivit slagen hemma. Hemtjänsten uteblev, och båda väntade.")
    chooses(page, "Försäkringskassan")
    goes_on(page)
    expect(page.locator(".signs")).to_be_visible()
    accessible(page)
    page.get_by_role("button", name="English").click()
    expect(page.locator(".signs")).to_contain_text("a report of concern")
