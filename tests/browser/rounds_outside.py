"""Which pages do people meet who are not at work here: passers-by, readers, submitters, partners, the newly invited?"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

import pyotp
from playwright.sync_api import Page

from lexheller.services import accounts
from tests.browser.visiting import Site, Visits
from tests.browser.walking import HAPPENED, Stop, at, chooses, clicks, enters, fill_library, link_of, presses

WORDS = "tre gula kajakväskor"


def passer_by(visits: Visits, _site: Site) -> Iterator[Stop]:
    """Somebody with an address, who opens what is open."""
    page = visits()
    for name, address in (
        ("start", "/"),
        ("sign-in", "/logga-in"),
        ("follow", "/folj"),
        ("library-of-the-demo", "/bibliotek"),
        ("privacy", "/integritet"),
        ("privacy-of", "/integritet/ALV"),
        ("accessibility", "/tillganglighet"),
        ("accessibility-of", "/tillganglighet/ALV"),
        ("partner-left", "/part/klart"),
    ):
        yield at(page, name, address)
    for name, address in (
        ("missing", "/finns-inte"),
        ("partner-gone", "/part/brev/" + "A" * 44),
        ("partner-again", "/part/igen"),
        ("invitation-gone", "/inbjudan/borta"),
        ("story-gone", "/bibliotek/borta"),
    ):
        yield at(page, name, address, 404)


def reader(visits: Visits, site: Site) -> Iterator[Stop]:
    """Somebody of the public who reads what was released."""
    fill_library(site)
    page = visits()
    yield at(page, "library", "/bibliotek")
    yield at(page, "library-nothing", "/bibliotek?tema=finns-inte")
    page.goto("/bibliotek")
    clicks(page.get_by_role("link", name="Boendet fick inte ta emot medicinen"))
    yield Stop("story", page)
    presses(page, "Det här har hänt mig också")
    yield Stop("story-met", page)


def submitter(visits: Visits, _site: Site) -> Iterator[Stop]:
    """Somebody who tells what happened, with everything that can be amiss, and follows it."""
    page = visits()
    yield at(page, "tell-where", "/beratta")
    clicks(page.locator(".bench button"))
    yield Stop("tell-where-lacks", page)
    enters(page.get_by_role("combobox"), "Ingenstans")
    yield Stop("tell-where-nobody", page)
    yield at(page, "tell-1", "/beratta/ALV")
    clicks(page.locator(".bench button"))
    yield Stop("tell-1-lacks", page)
    page.get_by_label("Vad hände?").fill(HAPPENED)
    chooses(page, "Försäkringskassan")
    page.locator("summary", has_text="Regionen").click()
    chooses(page, "Vårdcentral")
    clicks(page.locator(".bench button"))
    yield Stop("tell-1-gate", page)
    clicks(page.get_by_role("button", name=re.compile("^Byt ”19900602-2397”")))
    yield Stop("tell-1-check", page)
    chooses(page, "Jag har kontrollerat")
    clicks(page.locator(".bench button"))
    yield Stop("tell-2", page)
    clicks(page.locator(".bench button"))
    yield Stop("tell-2-lacks", page)
    chooses(page, "Arbetsförmedlingen")
    chooses(page, "Ring eller mejla mig")
    page.get_by_label("Telefon eller e-post").fill("070-174 06 05")
    clicks(page.locator(".bench button"))
    yield Stop("tell-3", page)
    page.locator("summary", has_text="Mer om det som hände").click()
    yield Stop("tell-3-more", page)
    page.get_by_label("Vad skulle kunna hjälpa?").fill("Bestäm vem som skriver.")
    clicks(page.locator(".bench button"))
    yield Stop("tell-answers", page)
    chooses(page, "Vet inte")
    presses(page, "Skicka")
    yield Stop("tell-receipt", page)
    code = "-".join(page.locator("#code span").all_inner_texts())
    yield from _follows(page, code)


def _follows(page: Page, code: str) -> Iterator[Stop]:
    page.goto("/folj")
    enters(page.get_by_label("Din kod"), "ABCD-EFGH")
    yield Stop("follow-wrong", page)
    enters(page.get_by_label("Din kod"), code)
    yield Stop("follow-received", page)
    page.get_by_label("Ditt meddelande").fill("Ring Kerstin på vårdcentralen.")
    presses(page, "Skicka meddelandet")
    yield Stop("follow-gate", page)
    clicks(page.get_by_role("button", name=re.compile("^Byt ”Kerstin”")))
    presses(page, "Skicka meddelandet")
    yield Stop("follow-sent", page)
    page.locator("summary", has_text="Dra tillbaka ärendet").click()
    clicks(page.get_by_role("link", name="Dra tillbaka ärendet"))
    yield Stop("follow-withdraw", page)
    presses(page, "Dra tillbaka ärendet")
    yield Stop("follow-withdrawn", page)
    page.context.clear_cookies(name="__Host-case")
    yield Stop("follow-again", page)


def partner(visits: Visits, site: Site) -> Iterator[Stop]:
    """A partner's way from the letter to the answers."""
    page = visits()
    yield at(page, "partner-letter", link_of(site))
    clicks(page.get_by_role("button", name="Skicka koden"))
    yield Stop("partner-code", page)
    code = page.locator(".note .num").inner_text()
    enters(page.get_by_label("Koden i brevet"), "12")
    yield Stop("partner-code-wrong", page)
    page.get_by_label("Koden i brevet").fill(code)
    clicks(page.get_by_role("button", name="Läs ärendena"))
    yield Stop("partner-cases", page)
    clicks(page.get_by_role("link", name="Läs och svara"))
    yield Stop("partner-case", page)
    page.get_by_label("Vad kan ni göra?").fill("Kerstin på vårdcentralen stämmer av med oss.")
    clicks(page.get_by_role("button", name="Skicka svaret"))
    yield Stop("partner-gate", page)
    clicks(page.get_by_role("button", name=re.compile("^Byt ”Kerstin”")))
    clicks(page.get_by_role("button", name="Skicka svaret"))
    yield Stop("partner-answered", page)
    page.goto("/part")
    page.locator("summary", has_text="Lämna över till en kollega").click()
    page.get_by_label("Kollegans e-post").fill("annan@example.com")
    clicks(page.get_by_role("button", name="Skicka en länk"))
    yield Stop("partner-colleague-wrong", page)
    page.get_by_label("Kollegans e-post").fill("annan@fk.example.org")
    clicks(page.get_by_role("button", name="Skicka en länk"))
    yield Stop("partner-passed-on", page)


def account(visits: Visits, site: Site) -> Iterator[Stop]:
    """Somebody who is invited, and their account."""
    found = next(p for p in site.house.store.read(lambda uow: uow.people.persons()) if p.id == "elsa")
    word = site.house.store.write(lambda uow: accounts.invite(uow, site.house.office, found)).word
    page = visits()
    yield at(page, "invitation", f"/inbjudan/{word}")
    page.get_by_label("Nytt lösenord").fill("kort")
    presses(page, "Spara och logga in")
    yield Stop("invitation-wrong", page)
    page.get_by_label("Nytt lösenord").fill(WORDS)
    page.get_by_label("Samma lösenord en gång till").fill(WORDS)
    presses(page, "Spara och logga in")
    yield Stop("in", page)
    yield at(page, "account", "/konto")
    yield at(page, "password", "/konto/losenord")
    presses(page, "Byt lösenordet")
    yield Stop("password-wrong", page)
    yield at(page, "codes", "/konto/koder")
    secret = page.locator("code").first.inner_text().replace(" ", "")
    page.get_by_label("De sex siffror").fill("000000")
    presses(page, "Slå på engångskoder")
    yield Stop("codes-wrong", page)
    page.get_by_label("De sex siffror").fill(pyotp.TOTP(secret).now())
    page.get_by_label("Ditt nuvarande lösenord").fill(WORDS)
    presses(page, "Slå på engångskoder")
    yield Stop("codes-spare", page)
    yield at(page, "codes-on", "/konto/koder")
    page = visits()
    yield at(page, "sign-in-password", "/logga-in")
    page.get_by_label("Användarnamn eller e-post").fill("elsa")
    enters(page.get_by_label("Lösenord", exact=True), "något annat")
    yield Stop("sign-in-wrong", page)
    page.get_by_label("Användarnamn eller e-post").fill("elsa")
    enters(page.get_by_label("Lösenord", exact=True), WORDS)
    yield Stop("sign-in-code", page)
    enters(page.get_by_role("textbox", name="Kod"), "000000")
    yield Stop("sign-in-code-wrong", page)


def mishap(visits: Visits, site: Site) -> Iterator[Stop]:
    """What a page says when something is wrong that no form can mend."""
    page = visits()
    page.goto("/beratta/ALV")
    page.locator("input[name=csrf_token]").first.evaluate("field => field.value = 'x'")
    clicks(page.locator(".bench button"))
    yield Stop("stale-form", page)
    page.goto("/beratta/ALV")
    page.get_by_label("Vad hände?").evaluate("field => field.value = 'ord '.repeat(80000)")
    clicks(page.locator(".bench button"))
    yield Stop("too-large", page)
    elsa = visits.signed_in("elsa")
    elsa.goto("/registrera")
    elsa.get_by_label("Vad hände?").fill("Två håll väntade på varandra i flera månader.")
    elsa.context.clear_cookies(name="__Host-session")
    presses(elsa, "Spara som ärende")
    yield Stop("too-late", elsa)
    page.goto("/folj")
    mark = page.locator("input[name=csrf_token]").first.input_value()
    for _ in range(500):
        answer = page.context.request.post("/folj", form={"csrf_token": mark, "code": "ABCD-EFGH"})
        if answer.status == 429:
            break
    enters(page.get_by_label("Din kod"), "ABCD-EFGH")
    yield Stop("too-many", page)
    with sqlite3.connect(site.house.settings.database.removeprefix("sqlite:///")) as database:
        database.execute("DROP TABLE federations")
    site.house.own.forget()  # as after a moment: the page that says so asks for words anew
    yield at(page, "our-fault", "/", 500)
