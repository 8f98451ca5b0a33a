"""A real server over a demo house, and what a page must hold for everybody: axe, both themes, a narrow screen."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from unittest.mock import patch

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from lexheller.app import House, open_house
from lexheller.demo.people import PEOPLE
from lexheller.settings import load_settings
from lexheller.web import make_app
from tests.serving import answering

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
NARROWEST = 320
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules whose answer another theme may change."""
_AXE = Axe()
_RUN = """async (options) => (await axe.run(document, options)).violations.map(
  (rule) => `${rule.id}: ` + rule.nodes.map((node) => `${node.html} ${node.failureSummary}`).join("; "))"""


def chromium() -> str | None:
    """Find the system's Chromium; Playwright's own is never fetched."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def folders(home: Path) -> dict[str, str]:
    """Name the variables by which a house is found under a home."""
    return {"XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config"), "HOME": str(home)}


def make_demo(home: Path) -> None:
    """Live the demo's year in a home."""
    from click.testing import CliRunner

    from lexheller.cli.main import program

    with patch.dict(os.environ, folders(home)):
        got = CliRunner().invoke(program, ["demo"])
    assert got.exit_code == 0, got.output


@dataclass(frozen=True)
class Site:
    """A server that is running, and the house it stands in."""

    address: str
    house: House


@contextlib.contextmanager
def serving(home: Path, *, demo: bool = True) -> Iterator[Site]:
    """Answer browsers from a demo's home, on a free port of this machine, as `lexheller serve --demo` does.

    Args:
        demo: people sign in by choosing who they are; without, as on a real database.
    """
    with patch.dict(os.environ, folders(home)):
        settings = load_settings(None, {})
    with closing(open_house(settings)) as house, answering(make_app(house, demo=demo), threads=4) as port:
        yield Site(f"http://127.0.0.1:{port}", house)


@dataclass
class Visits:
    """Browsers of people who know the address; what their pages complain of is kept."""

    browser: Browser
    site: Site
    complaints: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)

    def __call__(self, *, script: bool = True, width: int = 1280, theme: Theme = "light", **more: Any) -> Page:
        """Open a browser of its own: no cookies of anybody else's."""
        context = self.browser.new_context(
            base_url=self.site.address,
            java_script_enabled=script,
            viewport={"width": width, "height": 800},
            color_scheme=theme,
            locale="sv-SE",
            **more,
        )
        context.set_default_timeout(10_000)
        self._contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if "Content Security" in said.text else None)
        return page

    def signed_in(self, person: str, **how: Any) -> Page:
        """Open a browser and sign in as one of the demo's people."""
        name = next(p.name for p in PEOPLE if p.id == person)
        page = self(**how)
        page.goto("/logga-in")
        page.get_by_role("button", name=name, exact=True).click()
        page.wait_for_load_state()
        return page

    def close(self) -> None:
        """Close every browser."""
        for context in self._contexts:
            context.close()


def accessible(page: Page, *, themes: Sequence[Theme] = THEMES) -> None:
    """Hold a page against axe's rules for WCAG 2.0 to 2.2, A and AA, in both themes; one h1, and never two benches."""
    page.evaluate(_AXE.axe_script)
    rules: dict[str, object] = {"type": "tag", "values": list(WCAG)}
    for theme in themes:
        page.emulate_media(color_scheme=theme)
        found = page.evaluate(_RUN, {"runOnly": rules, "resultTypes": ["violations"]})
        assert found == [], f"{page.url} ({theme}):\n" + "\n".join(found)
        rules = {"type": "rule", "values": OF_COLOUR}  # the others have looked at the same page already
    assert page.locator("h1").count() == 1, f"{page.url}: {page.locator('h1').count()} h1"
    assert page.locator(".bench").count() <= 1, f"{page.url}: two benches"


def narrow(page: Page) -> None:
    """Hold a page against the narrowest screen: nothing scrolls sideways but what says so."""
    size = page.viewport_size
    page.set_viewport_size({"width": NARROWEST, "height": 640})
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= NARROWEST, f"{page.url} is {wide} wide"
    if size:
        page.set_viewport_size(size)


def tabbed(page: Page, times: int) -> list[str]:
    """Press Tab some times and tell where that leads: what is read of each, or its name."""
    said = "document.activeElement.innerText || document.activeElement.name || document.activeElement.tagName"
    found = []
    for _ in range(times):
        page.keyboard.press("Tab")
        found.append(str(page.evaluate(said)).strip())
    return found
