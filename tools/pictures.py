"""What do the web's main pages look like? Draws docs/pictures/web/ from the demo, in the system's Chromium.

.venv/bin/python -m tools.pictures              the pictures that the documents show: wide and light, a phone and dark
.venv/bin/python -m tools.pictures FOLDER       every page in every way it can be seen, somewhere else, to look at
.venv/bin/python -m tools.pictures FOLDER inbox case     some of them
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import time_machine
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.visiting import Site, Visits, chromium, make_demo, serving
from tools.picture import A_MORNING

PLACE = Path(__file__).parent.parent / "docs" / "pictures" / "web"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page worth a picture.

    Args:
        person: who of the demo's people is signed in; "" for nobody.
        then: what is done on the page before the picture is taken.
        found: finds the address on a page that was opened, where it depends on the demo: a link's selector.
    """

    name: str
    address: str
    person: str = ""
    found: str = ""
    then: Callable[[Page], None] | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A way to see a page."""

    name: str
    width: int = 1280
    theme: Literal["light", "dark"] = "light"
    forced: bool = False
    paper: bool = False


WAYS = (
    Way("wide-light"),
    Way("phone-dark", 360, "dark"),
    Way("wide-dark", theme="dark"),
    Way("phone-light", 360),
    Way("narrowest", 320),
    Way("forced", forced=True),
    Way("forced-dark", 360, "dark", forced=True),
    Way("paper", 800, paper=True),
)
SHOWN = WAYS[:2]
"""What the documents show; the others are for looking at."""


def _names_somebody(page: Page) -> None:
    """Write what the gate stops, and go on."""
    page.locator("textarea").first.fill("Kerstin på vårdcentralen skickade 19900602-2397 vidare till psykiatrin.")
    page.locator(".bench button").first.click()
    page.wait_for_load_state()


PICTURES = (
    Picture("start", "/"),
    Picture("tell", "/beratta/ALV"),
    Picture("gate", "/beratta/ALV", then=_names_somebody),
    Picture("follow", "/folj"),
    Picture("inbox", "/inkorg", "elsa"),
    Picture("case", "/inkorg", "elsa", found="main .queue h3 a"),
    Picture("decisions", "/inkorg", "birgitta"),
    Picture("meeting", "/mote", "elsa"),
    Picture("report", "/rapport", "elsa"),
    Picture("library", "/bibliotek"),
    Picture("administration", "/administration", "adam"),
)


@contextmanager
def the_demo() -> Iterator[tuple[Browser, Site]]:
    """Live the demo's year up to a set morning and serve it."""
    place = chromium()
    if place is None:
        sys.exit("no Chromium here; on Debian: sudo apt-get install chromium")
    with (
        tempfile.TemporaryDirectory() as folder,
        time_machine.travel(A_MORNING, tick=True),
        sync_playwright() as playwright,
    ):
        make_demo(Path(folder))
        with serving(Path(folder)) as site:
            browser = playwright.chromium.launch(executable_path=place)
            try:
                yield browser, site
            finally:
                browser.close()


def opened(visits: Visits, picture: Picture, way: Way) -> Page:
    """Open a page the way it is to be seen.

    Raises:
        SystemExit: there is no such page.
    """
    how: dict[str, Any] = {"width": way.width, "theme": way.theme, "forced_colors": "active" if way.forced else "none"}
    page = visits.signed_in(picture.person, **how) if picture.person else visits(**how)
    answer = page.goto(picture.address)
    if answer is None or not answer.ok:
        sys.exit(f"{picture.name}: {picture.address} answers {answer.status if answer else 'nothing'}")
    if picture.found:
        page.locator(picture.found).first.click()
        page.wait_for_load_state()
    if picture.then:
        picture.then(page)
    if way.paper:
        page.emulate_media(media="print")
    return page


def take(place: Path, ways: Iterable[Way], names: frozenset[str]) -> Iterator[Path]:
    """Take pictures of the pages named, or of all."""
    place.mkdir(parents=True, exist_ok=True)
    with the_demo() as (browser, site):
        for way in ways:
            for picture in PICTURES:
                if names and picture.name not in names:
                    continue
                visits = Visits(browser, site)
                page = opened(visits, picture, way)
                file = place / f"{picture.name}-{way.name}.png"
                page.screenshot(path=file, full_page=True)
                visits.close()
                yield file


def main(words: list[str]) -> None:
    """Take what the command line asks for."""
    place, ways = (Path(words[0]), WAYS) if words else (PLACE, SHOWN)
    for file in take(place, ways, frozenset(words[1:])):
        print(file)


if __name__ == "__main__":
    main(sys.argv[1:])
