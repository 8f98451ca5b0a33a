"""Does a process leader's day hold in a real browser: with script and without, in English?"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from lexheller.desk import Desk
from tests.browser.visiting import Site
from tests.browser.walking import desk_of
from tests.factories import a_form

SignedIn = Callable[..., Page]


@pytest.fixture
def number(site: Site) -> str:
    """A case that came in a moment ago, from somebody who left a number."""
    got = Desk(site.house, None).submit(
        a_form(what_happened="Enligt Ros på kontoret väntade två håll på varandra.", contact="070-1740650"),
        federation="ALV",
        vouched=True,
    )
    return got.number


@pytest.mark.parametrize("script", [True, False])
def test_a_morning_from_inbox_to_answer(signed_in: SignedIn, number: str, site: Site, script: bool) -> None:
    elsa = signed_in("elsa", script=script)
    elsa.goto("/inkorg")
    assert elsa.locator(".bench").count() == 1
    elsa.get_by_role("link", name="Ärenden", exact=True).click()
    elsa.get_by_label("Sök").fill(number.lower())
    elsa.get_by_role("button", name="Sök").click()
    expect(elsa).to_have_url(f"{site.address}/arenden/{number}")

    elsa.get_by_role("link", name="Visa kontaktuppgifterna").click()
    elsa.get_by_label("Varför behöver du se dem?").fill("Ska ringa för första kontakten.")
    elsa.get_by_role("button", name="Visa kontaktuppgifterna").last.click()
    expect(elsa.get_by_text("070-1740650")).to_be_visible()

    elsa.get_by_role("link", name="Anteckna ett samtal").click()
    elsa.get_by_label("Det löste sig").check()
    elsa.get_by_role("button", name="Spara samtalet").last.click()
    expect(elsa.get_by_text("Samtal antecknat.")).to_be_visible()

    elsa.get_by_role("link", name="Löst i samtalet").first.click()
    elsa.get_by_label("Vad löste det?").fill("De ringde varandra och bestämde vem som skriver.")
    elsa.get_by_label("Svar till den som skrev").fill("Nu skriver vårdcentralen, och ni får en kopia.")
    elsa.get_by_role("button", name="Spara som löst").last.click()
    expect(elsa.get_by_text("Läget är nu: avslutad")).to_be_visible()
    assert desk_of(site, "elsa").case(number).case.state == "closed"


@pytest.mark.parametrize("script", [True, False])
def test_a_name_is_marked_where_it_stands_and_taken_out_by_a_button(
    signed_in: SignedIn, number: str, script: bool
) -> None:
    elsa = signed_in("elsa", script=script)
    elsa.goto(f"/arenden/{number}/steg/retell")
    elsa.get_by_label("Text som delas").fill("Enligt Ros på kontoret väntade två håll på varandra.")
    elsa.get_by_role("button", name="Spara texten").last.click()
    expect(elsa).to_have_title(re.compile("^Fel:"))
    expect(elsa.locator(".stop-box")).to_be_focused()
    expect(elsa.locator("mark")).to_have_count(1)
    elsa.locator("button[name=fix]").click()
    expect(elsa.get_by_label("Text som delas")).not_to_have_value(re.compile("Ros"))
    elsa.get_by_role("button", name="Spara texten").last.click()
    expect(elsa.get_by_text("Texten som delas skriven.")).to_be_visible()


def test_the_enter_key_saves_and_changes_no_text(signed_in: SignedIn, number: str, site: Site) -> None:
    elsa = signed_in("elsa")
    elsa.goto(f"/arenden/{number}/steg/retell")
    elsa.get_by_label("Text som delas").fill("Två håll väntade på varandra i flera månader.")
    elsa.get_by_label("Rubrik som andra ser").fill("Två håll väntar")
    elsa.get_by_label("Rubrik som andra ser").press("Enter")
    expect(elsa).to_have_url(f"{site.address}/arenden/{number}")
    assert desk_of(site, "elsa").case(number).title == "Två håll väntar"


def test_the_pages_are_read_in_english_too(signed_in: SignedIn, number: str) -> None:
    elsa = signed_in("elsa")
    elsa.goto(f"/arenden/{number}")
    elsa.get_by_text("English").click()
    expect(elsa.get_by_role("heading", name="What do you do now?")).to_be_visible()


def test_what_was_being_written_is_there_again_and_gone_once_it_is_saved(signed_in: SignedIn, number: str) -> None:
    elsa = signed_in("elsa")
    kept = "Object.keys(localStorage).filter((key) => key.startsWith('draft:'))"
    elsa.goto(f"/arenden/{number}/steg/retell")
    elsa.get_by_label("Text som delas").fill("Två håll väntade på varandra i flera månader.")
    elsa.goto("/inkorg")
    elsa.goto(f"/arenden/{number}/steg/retell")
    assert elsa.get_by_label("Text som delas").input_value().startswith("Två håll väntade")
    elsa.get_by_role("button", name="Spara texten").last.click()
    expect(elsa.get_by_text("Texten som delas skriven.")).to_be_visible()
    assert elsa.evaluate(kept) == []


def test_who_signs_out_leaves_no_draft_of_a_case_behind(signed_in: SignedIn, number: str) -> None:
    elsa = signed_in("elsa")
    elsa.goto("/beratta/ALV")
    elsa.locator("textarea").first.fill("Något som jag själv vill berätta om.")
    elsa.goto(f"/arenden/{number}/steg/retell")
    elsa.get_by_label("Text som delas").fill("Två håll väntade på varandra i flera månader.")
    assert elsa.evaluate("localStorage.length") == 2
    elsa.get_by_role("button", name="Logga ut").click()
    elsa.wait_for_load_state()
    assert elsa.evaluate("Object.keys(localStorage)") == ["draft:beratta-ALV-1"]


COUNTS = """
addEventListener("click", (event) => {
  if (event.isTrusted) sessionStorage.clicks = Number(sessionStorage.clicks || 0) + 1;
}, true)
"""


def test_solved_in_the_talk_is_two_clicks(signed_in: SignedIn, number: str, site: Site) -> None:
    elsa = signed_in("elsa")
    elsa.add_init_script(COUNTS)
    elsa.goto(f"/arenden/{number}")
    first = elsa.locator("section[aria-labelledby=next] .button").first
    expect(first).to_have_text("Löst i samtalet")
    first.click()
    elsa.get_by_label("Vad löste det?").fill("De ringde varandra och bestämde vem som skriver.")
    elsa.get_by_role("button", name="Spara som löst").last.click()
    expect(elsa.locator("[role=status]")).to_be_visible()
    assert elsa.evaluate("sessionStorage.clicks") == "2"
    assert desk_of(site, "elsa").case(number).case.state == "feedback"


def test_a_draft_keeps_what_is_written_and_no_promise(signed_in: SignedIn, site: Site) -> None:
    number = next(row.number for row in desk_of(site, "elsa").cases(state=["closed"], federation=["ALV"]))
    page = signed_in("elsa")
    there = f"/arenden/{number}/steg/release"
    page.goto(there)
    page.get_by_label("Rubrik").fill("Intyget som alla väntade på")
    page.get_by_label("Vad hände").fill("Två håll väntade på varandra.")
    page.locator("input[name=harmless][value=yes]").check()
    page.get_by_label("Den som skrev vill det").check()
    page.goto("/inkorg")
    page.goto(there)
    expect(page.get_by_label("Rubrik")).to_have_value("Intyget som alla väntade på")
    expect(page.locator("main input:checked")).to_have_count(0)
