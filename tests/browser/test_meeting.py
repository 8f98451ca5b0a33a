"""A group meets and a manager decides in a real browser: without script, by keyboard, on a phone."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

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


def test_what_was_chosen_and_written_is_there_again_and_gone_once_it_is_saved(signed_in: SignedIn) -> None:
    page = signed_in("sven")
    page.goto("/mote")
    page.get_by_role("link", name="Börja mötet").click()
    first = page.url
    page.locator("#decide .choice label").first.click()
    page.locator("#why").fill("Reglerna möts inte.")
    page.locator("summary", has_text="Någon ser det annorlunda").click()
    page.locator("button[value=second_opinion]").click()  # with nothing in its fields
    expect(page.locator(".stop-box")).to_be_visible()
    expect(page.locator("#why")).to_have_value("Reglerna möts inte.")
    expect(page.locator("#decide input[type=radio]").first).to_be_checked()
    page.locator("summary", has_text="Samma händelse").click()
    page.get_by_label("Det andra ärendets nummer").fill("ALV-2026-0016")
    page.goto("/inkorg")
    page.goto(first)
    expect(page.locator("#decide input[type=radio]").first).to_be_checked()
    expect(page.get_by_label("Det andra ärendets nummer")).to_have_value("ALV-2026-0016")
    page.get_by_label("Det andra ärendets nummer").fill("")
    page.locator("button[form=decide]").click()
    page.wait_for_url(lambda url: url != first)
    assert [key for key in page.evaluate("Object.keys(localStorage)") if key.endswith("-meeting")] == []


@pytest.mark.parametrize("script", [True, False])
def test_another_view_is_sent_and_the_decision_stays_as_it_is_typed(signed_in: SignedIn, script: bool) -> None:
    page = signed_in("sven", script=script)
    page.goto("/mote")
    page.get_by_role("link", name="Börja mötet").click()
    first = page.url
    page.locator("#level .choice label").first.click()
    page.locator("#why").fill("Reglerna möts inte.")
    page.locator("input[name=pattern]").first.check()
    page.locator("summary", has_text="Någon ser det annorlunda").click()
    page.locator("#second_opinion-level .choice label").last.click()
    page.get_by_label("Varför ser du det så?").fill("Lagen säger så.")
    page.locator("button[value=second_opinion]").click()
    expect(page.get_by_role("status").filter(visible=True)).to_contain_text("Bedömningen är sparad. Det andra")
    expect(page.locator("#level input").first).to_be_checked()
    expect(page.locator("#why")).to_have_value("Reglerna möts inte.")
    expect(page.locator("input[name=pattern]").first).to_be_checked()
    expect(page.locator("details[open] button[value=second_opinion]")).to_have_count(0)
    if script:
        accessible(page)
        page.goto("/inkorg")
        page.goto(first)
        expect(page.locator("[data-restored]")).to_contain_text("är inte skickat")
        expect(page.locator("#why")).to_have_value("Reglerna möts inte.")
        expect(page.locator("input[name=pattern]").first).to_be_checked()
        expect(page.get_by_label("Varför ser du det så?")).to_have_value("")
        page.get_by_role("button", name="Ta bort det och börja om").click()
        expect(page.locator("#why")).to_have_value("")
        expect(page.locator("input[name=pattern]").first).not_to_be_checked()
        assert _drafts(page) == []
    page.goto(first)
    page.locator("summary", has_text="Någon ser det annorlunda").click()
    page.locator("#second_opinion-level .choice label").first.click()
    page.get_by_label("Varför ser du det så?").fill("Jag tänkte om.")
    page.locator("button[value=second_opinion]").click()
    expect(page.get_by_role("status").filter(visible=True)).to_have_text("Bedömningen är sparad.")
    if script:
        assert _drafts(page) == []


def _drafts(page: Page) -> list[str]:
    return [key for key in page.evaluate("Object.keys(localStorage)") if key.startswith("draft:")]


COVERED = """() => [...document.querySelectorAll("#decide :is(input, textarea):not([type=hidden])")].filter((one) => {
  one.focus();
  const place = one.getBoundingClientRect();
  return !one.closest("details:not([open])") && place.bottom > innerHeight - 48;
}).map((one) => one.id)"""
"""The fields that are not to be seen above the edge, each once the keyboard has come to it."""


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("colours", ["none", "active"])
def test_saving_sits_at_the_edge_and_covers_no_field(
    signed_in: SignedIn, width: int, colours: Literal["none", "active"]
) -> None:
    page = signed_in("sven", width=width, forced_colors=colours)
    page.goto("/mote")
    page.get_by_role("link", name="Börja mötet").click()
    save = page.locator("button[form=decide]")
    for place in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
        page.evaluate(f"scrollTo(0, {place})")
        expect(save).to_be_in_viewport(ratio=1)
        box = save.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] > 800 - 32, place
        assert page.evaluate(
            "([x, y]) => document.elementFromPoint(x, y).matches('button[form=decide]')",
            [box["x"] + 20, box["y"] + box["height"] / 2],
        ), "something lies over it"
    page.evaluate("scrollTo(0, 0)")
    assert page.evaluate(COVERED) == []
    page.emulate_media(media="print")
    expect(save).to_be_hidden()


def test_three_short_cases_take_one_page_of_the_discussion_sheet(signed_in: SignedIn) -> None:
    page = signed_in("sven")
    page.goto("/mote/blad")
    assert page.locator(".talk-about").count() == 3, "the demo's table: one to judge, two to know of"
    paper = PdfReader(BytesIO(page.pdf(format="A4")))
    assert len(paper.pages) == 1
    said = paper.pages[0].extract_text()
    assert said.count("Att prata om") == 3
    accessible(page)
    narrow(page)
