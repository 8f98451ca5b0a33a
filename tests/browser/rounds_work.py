"""Which pages do people meet at work: leaders, a group, managers, registrars, representatives, administrators?"""

from __future__ import annotations

from collections.abc import Iterator

from tests.browser.visiting import Site, Visits
from tests.browser.walking import HAPPENED, Round, Stop, at, chooses, clicks, desk_of, enters, presses


def leader(visits: Visits, site: Site) -> Iterator[Stop]:
    """A process leader's pages, from the inbox to a letter with a link."""
    page = visits.signed_in("elsa")
    for name, address in (
        ("inbox", "/inkorg"),
        ("inbox-waiting", "/inkorg/vantar"),
        ("cases", "/arenden"),
        ("cases-some", "/arenden?state=dialogue"),
        ("take-over", "/overta"),
        ("links", "/lankar"),
        ("register", "/registrera"),
    ):
        yield at(page, name, address)
    presses(page, "Spara som ärende")
    yield Stop("register-lacks", page)
    page.get_by_label("Vad hände?").fill("Två håll väntade på varandra i flera månader.")
    for name in ("Försäkringskassan", "Bara en kod", "Den som berättar vet"):
        chooses(page, name)
    page.locator("input[name=submitter_org]").first.check()
    presses(page, "Spara som ärende")
    yield Stop("registered", page)
    page.goto("/arenden")
    for name, words in (("search-found", "intyg"), ("search-nothing", "finns inte någonstans")):
        enters(page.get_by_role("searchbox"), words)
        yield Stop(name, page)
    page.goto("/overta")
    enters(page.locator("main input[name=number]"), "SKO-2026-9999")
    yield Stop("take-over-missing", page)
    page.goto("/lankar")
    presses(page, "Ny länk till Försäkringskassan i beredningsgruppen")
    yield Stop("link-given", page)
    number = next(row.number for row in desk_of(site, "elsa").cases(state=["with_partners"], federation=["ALV"]))
    yield at(page, "case-links", f"/arenden/{number}/lankar")
    yield at(page, "not-mine", "/administration", 404)


def cases_of(person: str) -> Round:
    """Give the round of somebody's cases, one in every state that they see."""

    def walked(visits: Visits, site: Site) -> Iterator[Stop]:
        page = visits.signed_in(person)
        by_state = {row.state: row.number for row in reversed(desk_of(site, person).cases())}
        assert len(by_state) > 1
        for state, number in by_state.items():
            yield at(page, f"{person}-case-{state}", f"/arenden/{number}")

    return walked


def steps_of(person: str) -> Round:
    """Give the round of every step that somebody can take with a case that is there, first as it is asked for."""

    def walked(visits: Visits, site: Site) -> Iterator[Stop]:
        page, desk = visits.signed_in(person), desk_of(site, person)
        found: dict[str, str] = {}
        for row in desk.cases():
            for opening in desk.case(row.number).openings:
                found.setdefault(opening.step.name, row.number)
        for step, number in found.items():
            yield at(page, f"{person}-step-{step}", f"/arenden/{number}/steg/{step}")

    return walked


def steps_taken(visits: Visits, site: Site) -> Iterator[Stop]:
    """What a process leader meets when a step lacks something, is marked, is taken, and is not to be taken any more."""
    page = visits.signed_in("elsa")
    number = next(row.number for row in desk_of(site, "elsa").cases(state=["submitted"]))
    there = f"/arenden/{number}/steg"
    page.goto(f"{there}/note_talk")
    presses(page, "Spara samtalet")
    yield Stop("step-lacks", page)
    page.goto(f"{there}/retell")
    page.get_by_label("Text som delas").fill(HAPPENED)
    presses(page, "Spara texten")
    yield Stop("step-gate", page)
    other = page.context.new_page()
    other.goto(f"{there}/retell")
    page.get_by_label("Text som delas").fill("Två håll väntade på varandra i flera månader.")
    presses(page, "Spara texten")
    yield Stop("step-taken", page)
    other.get_by_label("Text som delas").fill("Två håll väntade länge på varandra.")
    presses(other, "Spara texten")
    yield Stop("step-stale", other)
    yield at(page, "step-attest", f"{there}/attest")
    page.goto(f"{there}/reveal_contact")
    page.get_by_label("Varför behöver du se dem?").fill("Ska ringa för första kontakten.")
    presses(page, "Visa kontaktuppgifterna")
    yield Stop("step-shown-once", page)
    yield at(page, "step-closed", f"{there}/decide", 409)


def group(visits: Visits, _site: Site) -> Iterator[Stop]:
    """A working group's meeting, its sheet, and its patterns."""
    page = visits.signed_in("sven")
    yield at(page, "meeting", "/mote")
    yield at(page, "meeting-sheet", "/mote/blad")
    page.goto("/mote")
    clicks(page.get_by_role("link", name="Börja mötet"))
    yield Stop("meeting-case", page)
    page.locator(".choice label").first.click()
    page.locator("#why").fill("Ring 070-174 06 50.")
    clicks(page.locator("button[form=decide]"))
    yield Stop("meeting-gate", page)
    page.locator("#why").fill("")
    page.locator("input[name=pattern]").first.check()
    clicks(page.locator("button[form=decide]"))
    yield Stop("meeting-lacks", page)
    yield at(page, "meeting-done", "/mote/klart")
    yield at(page, "patterns", "/monster")
    yield at(page, "pattern", "/monster/ALV/P1")
    yield at(page, "pattern-new", "/monster/nytt")
    presses(page, "Spara", "form:not(.out)")
    yield Stop("pattern-lacks", page)
    page = visits.signed_in("elsa")
    yield at(page, "pattern-words", "/monster/ALV/P1/ord")
    yield at(page, "pattern-leader", "/monster/ALV/P1")


def manager(visits: Visits, _site: Site) -> Iterator[Stop]:
    """What waits for a manager, and the report."""
    page = visits.signed_in("birgitta")
    for name, address in (
        ("decisions", "/beslut"),
        ("stand-in", "/beslut/ersattare"),
        ("manager-inbox", "/inkorg"),
        ("report", "/rapport"),
        ("report-outside", "/rapport?outside=1"),
        ("report-one", "/rapport?federation=ALV"),
        ("manager-patterns", "/monster"),
    ):
        yield at(page, name, address)
    page = visits.signed_in("maj")
    yield at(page, "decisions-other", "/beslut")


def administrator(visits: Visits, _site: Site) -> Iterator[Stop]:
    """An administrator's pages."""
    page = visits.signed_in("adam")
    for place in (
        "", "/personer", "/personer/ny", "/personer/om/elsa", "/grupper", "/grupper/ny", "/grupper/om/natverket",
        "/organisationer", "/organisationer/ny", "/organisationer/om/fk",
        "/mottagare", "/mottagare/ny", "/mottagare/om/fk-beredning", "/texter", "/regler",
        "/forbundet", "/teman", "/teman/ny", "/roller",
    ):  # fmt: skip
        yield at(page, "administration" + place.replace("/", "-"), "/administration" + place)
    page.goto("/administration/personer/ny")
    presses(page, "Spara", "form:not(.out)")
    yield Stop("administration-lacks", page)
    page.goto("/administration/teman/ny")
    presses(page, "Spara", "form:not(.out)")
    yield Stop("theme-lacks", page)
    page.locator("#theme-sv").fill("Nattplatser")
    page.locator("#theme-en").fill("Night shelters")
    presses(page, "Spara", "form:not(.out)")
    yield Stop("themes-own", page)
    yield at(page, "theme", "/administration/teman/om/night_shelters")
    other = page.context.new_page()
    for each in (page, other):
        each.goto("/administration/personer/om/rut")
        each.get_by_label("E-post").fill(f"rut{int(each is page)}@example.org")
    presses(page, "Spara", "form:not(.out)")
    presses(other, "Spara", "form:not(.out)")
    yield Stop("administration-stale", other)
    page.goto("/administration/personer/om/omar")
    presses(page, "Bjud in")
    yield Stop("administration-invited", page)
    yield at(page, "administration-under-way", "/administration/personer/om/omar")
    presses(page, "Ta tillbaka inbjudan")
    yield Stop("administration-withdrawn", page)


def representative(visits: Visits, _site: Site) -> Iterator[Stop]:
    """A partner's representative who has an account."""
    page = visits()
    page.goto("/logga-in")
    page.locator("summary", has_text="Parternas representanter").first.click()
    clicks(page.get_by_role("button", name="Representant för Försäkringskassan").first)
    yield at(page, "representative-inbox", "/inkorg")
    yield at(page, "representative-cases", "/arenden")
    clicks(page.locator("main .queue a").first)
    yield Stop("representative-case", page)
