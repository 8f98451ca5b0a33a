"""Is everybody told what becomes of their data, and how far the pages can be used; and is what they are told so?

The pages speak of the program itself, so each fact on them is held here against the program, or against the test named.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import lexheller
from lexheller.anonymity import Strength
from lexheller.app import House
from lexheller.desk import Desk
from lexheller.i18n import words_for
from lexheller.model.fields import FORM
from lexheller.web import make_app
from tests.web.browsing import Page, Visitor
from tests.web.telling import sends_in, types_code

Visits = Callable[[], Visitor]
SignedIn = Callable[[str], Visitor]
Desks = Callable[[str], Desk]
LANGUAGES = ("sv", "en")


def reads(visitor: Visitor, page: str, language: str = "sv", federation: str = "GBG") -> Page:
    """Open one of the two pages in a language."""
    return visitor.opens(f"/{page}/{federation}?sprak={language}")


PRIVACY = {
    "sv": (
        "Fyra frågor behöver svar",
        "Programmet kontrollerar det du skriver innan det sparas.",
        "Kontrollen hittar inte allt.",
        "Bara en processledare kan öppna dem, och måste då skriva varför.",
        "Vi sparar inte koden",
        "Förbundets regler för arkiv och gallring avgör",
        "Programmet skriver inte upp din IP-adress, vilken webbläsare du har",
        "Du har rätt att få veta vilka personuppgifter vi har om dig",
        "Ring Elsa Exempel,",
    ),
    "en": (
        "Four questions need an answer",
        "The program checks what you write before it is kept.",
        "The check does not find everything.",
        "Only a process leader can open them, and has to write why.",
        "We do not keep the code",
        "The federation’s rules on archives and disposal decide",
        "The program does not write down your IP address, which browser you have",
        "You have the right to know which personal data we have about you",
        "Call Elsa Exempel,",
    ),
}
ACCESSIBILITY = {
    "sv": ("WCAG 2.2 på nivå AA", "axe", "inte granskade av någon utomstående", "digg.se", "Ring Elsa Exempel,"),
    "en": ("WCAG 2.2, level AA", "axe", "Nobody from outside has reviewed", "digg.se", "Call Elsa Exempel,"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_does_is_said_without_a_word_from_the_federation(visitor: Visitor, language: str) -> None:
    page = reads(visitor, "integritet", language)
    for said in PRIVACY[language]:
        assert said in page.text, said
    headings = re.findall(r"<h2>(.*?)</h2>", page.html)
    assert len(headings) == 11
    assert "IMY" in page.text.split(headings[-1])[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_pages_aim_at_and_lack_is_said(visitor: Visitor, language: str) -> None:
    page = reads(visitor, "tillganglighet", language)
    for said in ACCESSIBILITY[language]:
        assert said in page.text, said
    assert 'href="tel:' in page.html


@pytest.mark.parametrize("kind", ["integritet", "tillganglighet"])
def test_the_federations_own_text_stands_last(visitor: Visitor, desk_of: Desks, kind: str) -> None:
    name = {"integritet": "privacy", "tillganglighet": "accessibility"}[kind]
    assert "har inte lagt in sin egen" in reads(visitor, kind).text
    desk_of("adam").put_notice(name, "sv", "Det här säger vi själva.")
    page = reads(visitor, kind)
    assert page.text.index("Mer från") < page.text.index("Det här säger vi själva.")
    assert "har inte lagt in sin egen" not in page.text
    assert "Det här säger vi själva." not in reads(visitor, kind, federation="INS").text
    assert "The text is in Swedish only." in reads(visitor, kind, "en").text


def test_whoever_knows_no_federation_reads_what_the_program_does(visitor: Visitor) -> None:
    page = visitor.opens("/integritet")
    assert "Programmet kontrollerar det du skriver innan det sparas." in page.text
    assert {"/integritet/GBG", "/integritet/INS"} <= set(page.links)
    assert "WCAG 2.2" in visitor.opens("/tillganglighet").text


# --- and it is so ---------------------------------------------------------------------------------------


def test_four_questions_need_an_answer() -> None:
    assert [field.key for field in FORM if field.required] == [
        "what_happened",
        "partners",
        "submitter_org",
        "contact",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Personen 19121212-1212 får inget besked.",
        "Ring 070-1740605 så berättar jag.",
        "Skriv till nagon@example.org om det.",
        "Pengar till SE45 5000 0000 0583 9825 7466 kom inte.",
        "Hon har skyddade personuppgifter och bor på Storgatan 4.",
    ],
)
def test_what_must_go_is_stopped(desk_of: Desks, text: str) -> None:
    found = desk_of("").findings(text, "GBG")
    assert Strength.STOP in {each.strength for each in found}, found


def test_a_name_is_asked_about(desk_of: Desks) -> None:
    (found,) = desk_of("").findings("Läraren Maria Lindqvist svarade aldrig.", "GBG")
    assert found.strength is Strength.ASK


def test_the_cookies_are_those_the_page_names(visitor: Visitor, visits: Visits) -> None:
    names = re.findall(r"<code>(.*?)</code>", reads(visits(), "integritet").html)
    set_by: list[str] = []
    whole = visitor.client.open

    def noting(*args: Any, **values: Any) -> Any:
        answer = whole(*args, **values)
        for each in (*answer.history, answer):
            set_by.extend(line.partition("=")[0] for line in each.headers.getlist("Set-Cookie"))
        return answer

    visitor.client.open = noting  # type: ignore[method-assign]  # what a browser would keep, as it comes
    for address in ("/", "/?sprak=en", "/?sprak=sv", "/bibliotek", "/integritet", "/tillganglighet"):
        visitor.opens(address)
    _, code = sends_in(visitor)
    types_code(visitor, code)
    assert sorted(set(set_by)) == sorted(names)
    assert len(names) == 2


def test_nothing_of_who_visits_is_logged_or_kept(
    visitor: Visitor, web_house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    visitor.client.environ_base["REMOTE_ADDR"] = "198.51.100.7"
    visitor.client.environ_base["HTTP_USER_AGENT"] = "Kajakbläddraren"
    reads(visitor, "integritet")
    _, code = sends_in(visitor, contact_way="reach", contact="070-1740605")
    types_code(visitor, code)
    assert visitor.opens("/finns-inte").status == 404
    place = web_house.store.place
    assert place is not None
    everything = b"".join(file.read_bytes() for file in place.parent.glob(f"{place.name}*"))
    assert b"Personen har l" in everything
    for word in ("198.51.100", "Kajakbläddraren", "1740605", code, code.replace("-", "")):
        assert word.encode() not in everything
        assert word not in caplog.text


def test_a_draft_lies_in_the_browser_for_a_day_and_times_are_the_programs(visitor: Visitor) -> None:
    script = (Path(lexheller.__file__).parent / "web/static/lexheller.js").read_text(encoding="utf-8")
    assert "const KEPT = 24 * 60 * 60 * 1000;" in script
    assert "i högst ett dygn" in reads(visitor, "integritet").text
    for page in ("integritet", "tillganglighet"):
        # test_sessions_without_accounts.py::test_half_an_hour_of_nothing_or_eight_hours_end_it
        assert "30 minuter" in reads(visitor, page).text
        assert "8 timmar" in reads(visitor, page).text


def test_what_settings_decide_is_said_as_they_say(web_house: House) -> None:
    settings = replace(web_house.settings, disposal_decision="Styrelsen 2026-03-12 § 14", library_days=45)
    decided = Visitor(make_app(replace(web_house, settings=settings)))
    text = reads(decided, "integritet").text
    assert "Du kan själv ta bort dem" in text
    assert "tidigast 45 dagar efteråt" in text
    undecided = reads(Visitor(make_app(web_house)), "integritet").text
    assert "De kan inte tas bort än" in undecided


# --- an administrator begins with a draft ---------------------------------------------------------------


@pytest.mark.parametrize("name", ["privacy-sv", "privacy-en", "accessibility-sv", "accessibility-en"])
def test_a_draft_is_given_to_begin_with_and_its_blanks_are_filled_in(
    signed_in: SignedIn, visitor: Visitor, name: str
) -> None:
    kind, language = name.split("-")
    mark = words_for(language)("web.draft.mark")
    adam = signed_in("adam")
    page = adam.opens("/administration/texter")
    assert page.html.count('name="draft"') == 4
    other = "privacy-sv" if name == "privacy-en" else "privacy-en"
    page = adam.sends("privacy-sv", press=name, **{other: "What one reads."})
    form = page.form("privacy-sv")
    (draft,) = form.values[name]
    assert draft.count(mark) >= 6
    assert form.values[other] == ["What one reads."]
    address = {"privacy": "integritet", "accessibility": "tillganglighet"}[kind]
    assert mark not in reads(visitor, address, language).text
    page = adam.sends("privacy-sv")
    assert (page.status, page.title.startswith("Fel:")) == (422, True)
    assert "Fyll i det som står inom hakparentes" in page.text
    assert page.form("privacy-sv").values[name] == [draft]
    done = re.sub(rf"{re.escape(mark)}[^\]]*\]", "så är det", draft)
    assert "Texterna är sparade." in adam.sends("privacy-sv", **{name: done}).text
    assert "så är det" in reads(visitor, address, language).text
    assert f'value="{name}"' not in adam.opens("/administration/texter").html
