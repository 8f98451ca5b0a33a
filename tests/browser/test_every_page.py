"""Is every page that somebody can open for everybody: axe in both themes, 320 px, one h1, in Swedish and in English?

The rounds open the pages; which there are comes from the program's routes, so that a page in no round fails here.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from werkzeug.routing import MapAdapter, RequestRedirect

from lexheller.app.proving import verify
from lexheller.web import make_app
from lexheller.web.access import declared
from tests.browser.rounds import ROUNDS, WITH_PASSWORDS
from tests.browser.visiting import Visits, accessible, narrow, serving

NO_PAGES = {
    "static",
    "library.feed",
    "report.take",
    "operating.alive",
    "operating.ready",
    "partner.pdf",
    "signin.inside",
}
"""What a browser gets that is no page: files, downloads, words for the operator, and a way on."""
UNSAID = re.compile(r"\bNone\b|\bUndefined\b|\{\{|\}\}|%\(|\b(?:web|field|choice|state|step|need|error)\.[a-z_]+\b")
"""What stands on a page only when something was not put into words."""

opened: dict[str, set[str]] = {}
"""The endpoints that each round has come to."""


def said_in_words(page: Page) -> None:
    """Hold a page against what every page says: a title, a heading, its language, and nothing that was left unsaid."""
    assert page.locator("html").get_attribute("lang") == "sv", page.url
    assert page.title().endswith(" – Lex Heller"), page.url
    assert len(page.title()) > len(" – Lex Heller"), page.url
    assert page.locator("h1").inner_text().strip(), page.url
    assert (left := UNSAID.search(page.inner_text("body"))) is None, f"{page.url}: {left}"


def there_in_english(page: Page) -> None:
    """Ask for the page once more in the other language, without leaving it."""
    asked, ask = page.url.partition("#")[0], page.context.request
    english = ask.get(f"{asked}{'&' if '?' in asked else '?'}sprak=en").text()
    assert '<html lang="en">' in english, page.url
    assert english.count("<h1") == 1, page.url
    ask.get("/?sprak=sv")


@pytest.mark.parametrize("name", ROUNDS)
def test_every_page_of_a_round_is_for_everybody(browser: Browser, demo_home: Path, tmp_path: Path, name: str) -> None:
    shutil.copytree(demo_home, tmp_path / "home")
    with serving(tmp_path / "home", demo=name not in WITH_PASSWORDS) as site:
        where = make_app(site.house, demo=True).url_map.bind("127.0.0.1")
        visits, found = Visits(browser, site), set()
        for stop in ROUNDS[name](visits, site):
            accessible(stop.page)
            narrow(stop.page)
            stop.page.emulate_media(color_scheme="light")
            said_in_words(stop.page)
            here = endpoints(where, stop.page.url.removeprefix(site.address))
            if here and name != "mishap":
                there_in_english(stop.page)
            found |= here
        visits.close()
        if name != "mishap":
            assert verify(site.house).faults == ()
    assert visits.complaints == []
    opened[name] = found


@pytest.mark.soak
@pytest.mark.parametrize("name", [name for name in ROUNDS if name != "mishap"])
def test_every_page_of_a_round_is_for_everybody_in_english(
    browser: Browser, demo_home: Path, tmp_path: Path, name: str
) -> None:
    shutil.copytree(demo_home, tmp_path / "home")
    with serving(tmp_path / "home", demo=name not in WITH_PASSWORDS) as site:
        where = make_app(site.house, demo=True).url_map.bind("127.0.0.1")
        visits, seen = Visits(browser, site), set[str]()
        for stop in ROUNDS[name](visits, site):
            address = stop.page.url.partition("#")[0]
            if address in seen or not endpoints(where, address.removeprefix(site.address)):
                continue
            seen.add(address)
            english = stop.page.context.new_page()
            english.goto(f"{address}{'&' if '?' in address else '?'}sprak=en")
            assert english.locator("html").get_attribute("lang") == "en", address
            accessible(english)
            narrow(english)
            english.context.request.get("/?sprak=sv")
            english.close()
        visits.close()
    assert visits.complaints == []


def endpoints(where: MapAdapter, address: str) -> set[str]:
    """Name the route of an address, if there is one."""
    path = address.partition("?")[0].partition("#")[0]
    if not where.test(path, "GET"):
        return set()
    try:
        return {where.match(path, "GET")[0]}
    except RequestRedirect:
        return set()


def test_no_page_is_in_no_round(demo_home: Path, tmp_path: Path) -> None:
    if opened.keys() != set(ROUNDS):
        pytest.skip("only some of the rounds were walked")
    shutil.copytree(demo_home, tmp_path / "home")
    with serving(tmp_path / "home") as site:
        app = make_app(site.house, demo=True)
        pages = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
        assert pages <= declared(app).keys()
    assert sorted(pages - NO_PAGES - set().union(*opened.values())) == []
