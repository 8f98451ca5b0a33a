"""What does script add, and does nothing break where it does not run?"""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.visiting import Visits

STORY = "En person väntade länge på ett besked, och två myndigheter väntade på varandra."


def begins(page: Page) -> Page:
    page.goto("/beratta/ALV")
    page.locator("textarea").first.fill(STORY)
    return page


def told(page: Page) -> str:
    return page.locator("textarea").first.input_value()


def comes_to_contact(page: Page) -> None:
    """Tell what happened and where one works, up to how one is reached."""
    begins(page)
    page.get_by_label("Försäkringskassan", exact=True).check()
    page.locator(".bench button").click()
    page.locator("input[name=submitter_org]").first.check()


def sends(page: Page) -> Page:
    """Tell a whole story, with the least that is asked."""
    comes_to_contact(page)
    page.get_by_label("Bara en kod").check()
    page.locator(".bench button").click()
    page.locator(".bench button").click()
    page.locator("input[name=other_channel]").first.check()
    page.locator(".bench button").click()
    expect(page.locator(".code")).to_be_visible()
    return page


def test_a_draft_waits_in_the_browser_until_it_is_sent(submitter: Page) -> None:
    begins(submitter)
    submitter.goto("/")
    submitter.goto("/beratta/ALV")
    assert told(submitter) == STORY
    sends(submitter)
    submitter.goto("/beratta/ALV")
    assert told(submitter) == ""
    assert submitter.evaluate("localStorage.length") == 0


def test_what_was_ticked_waits_too_but_nothing_of_who_tells_it(submitter: Page) -> None:
    begins(submitter)
    submitter.get_by_label("Försäkringskassan", exact=True).check()
    submitter.locator("summary").filter(visible=True).nth(0).click()
    folded = submitter.locator("details[open] input[name=partners]").first
    folded.check()
    submitter.goto("/")
    submitter.goto("/beratta/ALV")
    expect(submitter.get_by_label("Försäkringskassan", exact=True)).to_be_checked()
    expect(folded).to_be_visible()
    expect(folded).to_be_checked()
    expect(submitter.locator("[data-restored]")).to_be_visible()
    expect(submitter.locator(".bench")).to_contain_text("texten och det du har valt kvar här i webbläsaren")
    submitter.locator(".bench button").click()
    expect(submitter.locator(".bench")).not_to_contain_text("webbläsaren")
    submitter.locator("input[name=submitter_org]").first.check()
    submitter.get_by_label("Bara en kod").check()
    kept = "Object.entries(localStorage).filter(([k]) => k.endsWith('-2')).map(([, v]) => JSON.parse(v).picks.length)"
    assert submitter.evaluate(kept) in ([], [0])
    submitter.goto("/beratta/ALV")
    submitter.get_by_role("button", name="Ta bort det och börja om").click()
    expect(submitter.get_by_label("Försäkringskassan", exact=True)).not_to_be_checked()
    assert submitter.evaluate("localStorage.length") == 0


def test_a_draft_of_yesterday_is_gone(submitter: Page) -> None:
    begins(submitter)
    old = (
        'for (const k of Object.keys(localStorage)) localStorage[k] = localStorage[k].replace(/"at":\\d+/, \'"at":1\')'
    )
    submitter.evaluate(old)
    submitter.goto("/beratta/ALV")
    assert told(submitter) == ""


def test_whoever_finds_a_draft_is_told_so_and_can_begin_anew(submitter: Page) -> None:
    submitter.goto("/beratta/ALV")
    expect(submitter.locator("[data-restored]")).to_be_hidden()
    begins(submitter)
    submitter.goto("/beratta/ALV")
    expect(submitter.locator("[data-restored]")).to_contain_text("Det här skrevs på den här enheten")
    submitter.get_by_role("button", name="Ta bort det och börja om").click()
    expect(submitter.locator("[data-restored]")).to_be_hidden()
    assert told(submitter) == ""
    assert submitter.evaluate("localStorage.length") == 0


def test_nobody_else_finds_a_draft(visits: Visits) -> None:
    begins(visits())
    other = visits()
    other.goto("/beratta/ALV")
    assert told(other) == ""


def test_the_code_is_copied_whole(visits: Visits) -> None:
    page = sends(visits(permissions=["clipboard-read", "clipboard-write"]))
    page.locator("[data-copy]").click()
    expect(page.locator("[data-copy]")).to_have_text(page.locator("[data-copy]").get_attribute("data-copied") or "")
    assert page.evaluate("navigator.clipboard.readText()") == "-".join(page.locator(".code span").all_inner_texts())


def test_printing_is_asked_of_the_browser(submitter: Page) -> None:
    sends(submitter)
    submitter.evaluate("() => { window.print = () => { document.title = 'printed' } }")
    submitter.locator("[data-print]").click()
    expect(submitter).to_have_title("printed")


def test_without_script_the_code_stands_without_buttons(visits: Visits) -> None:
    page = sends(visits(script=False))
    assert len("".join(page.locator(".code span").all_inner_texts())) >= 20
    expect(page.locator("[data-script]")).to_be_hidden()


def test_where_copying_is_refused_the_code_is_marked(submitter: Page) -> None:
    sends(submitter)
    submitter.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    submitter.locator("[data-copy]").click()
    code = "".join(submitter.locator(".code span").all_inner_texts())
    submitter.wait_for_function("code => getSelection().toString().replace(/\\s/g, '') === code", arg=code)


def through_three_steps(page: Page) -> None:
    """Come to the third step, and begin to write there."""
    comes_to_contact(page)
    page.get_by_label("Ring eller mejla mig").check()
    page.get_by_label("Telefon eller e-post").fill("070-174 06 05")
    page.locator(".bench button").click()
    expect(page.locator(".step")).to_have_text("Steg 3 av 3")
    page.get_by_label("Vad skulle kunna hjälpa?").fill("Bestäm vem som skriver.")


def test_the_browsers_own_back_goes_one_step_back_with_what_was_answered(submitter: Page) -> None:
    through_three_steps(submitter)
    submitter.go_back()
    expect(submitter.locator(".step")).to_have_text("Steg 2 av 3")
    expect(submitter.get_by_label("Telefon eller e-post")).to_have_value("070-174 06 05")
    submitter.reload()
    expect(submitter.locator(".step")).to_have_text("Steg 2 av 3")
    submitter.go_back()
    expect(submitter.locator(".step")).to_have_text("Steg 1 av 3")
    assert told(submitter) == STORY
    expect(submitter.get_by_label("Försäkringskassan", exact=True)).to_be_checked()
    submitter.locator(".bench button").click()
    expect(submitter.get_by_label("Telefon eller e-post")).to_have_value("070-174 06 05")
    submitter.locator(".bench button").click()
    expect(submitter.get_by_label("Vad skulle kunna hjälpa?")).to_have_value("Bestäm vem som skriver.")
    submitter.locator(".bench button").click()
    expect(submitter.locator("h1")).to_have_text("Kontrollera och skicka")
    submitter.go_back()
    expect(submitter.get_by_label("Vad skulle kunna hjälpa?")).to_have_value("Bestäm vem som skriver.")
    submitter.go_forward()
    expect(submitter.locator("h1")).to_have_text("Kontrollera och skicka")


def test_after_sending_back_leads_to_an_empty_form(submitter: Page) -> None:
    sends(submitter)
    submitter.go_back()
    expect(submitter.locator(".step")).to_have_text("Steg 1 av 3")
    assert told(submitter) == ""
    assert submitter.evaluate("sessionStorage.length + localStorage.length") == 1  # this empty form's own


def test_whoever_begins_anew_does_not_meet_what_was_answered_before(submitter: Page) -> None:
    through_three_steps(submitter)
    submitter.goto("/beratta/ALV")
    submitter.get_by_role("button", name="Ta bort det och börja om").click()
    submitter.reload()
    expect(submitter.locator(".step")).to_have_text("Steg 1 av 3")
    assert told(submitter) == ""
    expect(submitter.get_by_label("Försäkringskassan", exact=True)).not_to_be_checked()


def test_back_leads_to_the_first_step_where_the_address_named_no_federation(visits: Visits) -> None:
    page = visits()
    page.goto("/")
    page.get_by_role("link", name="Berätta vad som hände").click()
    page.get_by_label("Kommun").fill("Älvnära")
    page.keyboard.press("Enter")
    page.locator("textarea").first.fill(STORY)
    page.get_by_label("Försäkringskassan", exact=True).check()
    page.locator(".bench button").click()
    page.get_by_label("Ring eller mejla mig").check()
    page.get_by_label("Telefon eller e-post").fill("070-174 06 05")
    page.locator(".bench button").click()
    expect(page).to_have_title(re.compile("^Fel: "))  # the workplace was forgotten
    page.go_back()
    expect(page.get_by_label("Telefon eller e-post")).to_have_value("070-174 06 05")
    page.go_back()
    assert told(page) == STORY


def test_a_link_within_the_page_loses_no_answers(submitter: Page) -> None:
    begins(submitter)
    submitter.get_by_label("Försäkringskassan", exact=True).check()
    submitter.locator(".bench button").click()
    submitter.locator(".bench button").click()
    expect(submitter).to_have_title(re.compile("^Fel: "))
    submitter.locator(".stop-box a").first.click()  # to the field: an entry of its own
    submitter.locator("input[name=submitter_org]").first.check()
    submitter.get_by_label("Ring eller mejla mig").check()
    submitter.get_by_label("Telefon eller e-post").fill("070-174 06 05")
    submitter.locator(".bench button").click()
    expect(submitter.locator(".step")).to_have_text("Steg 3 av 3")
    submitter.go_back()
    expect(submitter.get_by_label("Telefon eller e-post")).to_have_value("070-174 06 05")
    submitter.locator(".bench button").click()
    expect(submitter.locator(".step")).to_have_text("Steg 3 av 3")


def test_where_nothing_can_be_kept_the_answers_stay_with_the_post(visits: Visits) -> None:
    page = visits()
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    through_three_steps(page)
    page.locator(".bench button").click()
    expect(page.locator("h1")).to_have_text("Kontrollera och skicka")
    page.reload()
    expect(page.locator("h1")).to_have_text("Kontrollera och skicka")


def test_after_half_an_hour_nobody_finds_the_answers(submitter: Page) -> None:
    through_three_steps(submitter)
    old = (
        "for (const k of Object.keys(sessionStorage)) "
        "sessionStorage[k] = JSON.stringify({...JSON.parse(sessionStorage[k]), at: 1})"
    )
    submitter.evaluate(old)
    submitter.reload()
    expect(submitter.locator(".step")).to_have_text("Steg 1 av 3")
    submitter.locator(".bench button").click()
    expect(submitter.locator(".step")).to_have_text("Steg 2 av 3")
    expect(submitter.get_by_label("Telefon eller e-post")).to_have_value("")
