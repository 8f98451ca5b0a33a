"""What do the web's pages look like? Draws docs/pictures/web/ from the demo, in the system's Chromium.

.venv/bin/python -m tools.pictures                           the pictures that the documents show
.venv/bin/python -m tools.pictures FOLDER                    every page in every way it can be seen, to look at
.venv/bin/python -m tools.pictures FOLDER inbox meeting-case some of them
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import time_machine
from playwright.sync_api import Page, sync_playwright

from tests.browser.rounds import ROUNDS, WITH_PASSWORDS
from tests.browser.visiting import Visits, chromium, make_demo, serving
from tools.few_colours import in_few_colours
from tools.picture import A_MORNING

PLACE = Path(__file__).parent.parent / "docs" / "pictures" / "web"


@dataclass(frozen=True, slots=True)
class Way:
    """A way to see a page."""

    name: str
    width: int = 1280
    theme: Literal["light", "dark"] = "light"
    forced: bool = False
    paper: bool = False


PHONE, WIDE, PHONE_DARK, WIDE_DARK, PAPER = (
    Way("phone", 360),
    Way("wide"),
    Way("phone-dark", 360, "dark"),
    Way("wide-dark", theme="dark"),
    Way("paper", 800, paper=True),
)
WAYS = (
    WIDE,
    PHONE_DARK,
    WIDE_DARK,
    PHONE,
    Way("forced", forced=True),
    Way("forced-dark", 360, "dark", forced=True),
    PAPER,
)
SHOWN = {
    "tell-1": PHONE,
    "tell-1-gate": PHONE,
    "tell-2": PHONE_DARK,
    "tell-answers": PHONE,
    "tell-receipt": PHONE_DARK,
    "follow-sent": PHONE,
    "inbox": WIDE,
    "elsa-case-with_partners": WIDE,
    "step-gate": WIDE,
    "meeting-case": WIDE,
    "decisions": PHONE,
    "patterns": PHONE_DARK,
    "report": WIDE_DARK,
    "partner-case": WIDE,
    "story": PHONE,
    "administration": PHONE_DARK,
}
"""What the documents show, each in one way; the others are for looking at."""
TALLEST = 1100
"""Points of a page that a document shows: what one sees before turning over."""


@contextmanager
def seen(page: Page, way: Way) -> Iterator[None]:
    """See a page in a way, and then as before."""
    page.set_viewport_size({"width": way.width, "height": 800})
    page.emulate_media(
        color_scheme=way.theme,
        forced_colors="active" if way.forced else "none",
        media="print" if way.paper else "screen",
    )
    yield
    page.emulate_media(color_scheme="light", forced_colors="none", media="screen")
    page.set_viewport_size({"width": 1280, "height": 800})


def shot(page: Page, way: Way, *, whole: bool) -> bytes:
    """Take a picture of a page, of all of it or of its beginning."""
    with seen(page, way):
        if whole:
            return page.screenshot(full_page=True)
        tall = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": way.width, "height": min(tall, TALLEST)})
        return page.screenshot()


def take(place: Path, ways: Mapping[str, Iterable[Way]], *, whole: bool) -> Iterator[Path]:
    """Walk the rounds and take pictures of the pages named, or of all if none is.

    Args:
        ways: the ways to see a page, by its name; "" for every page.
        whole: the whole page, as it is; otherwise its beginning, in few colours.
    """
    chrome = chromium()
    if chrome is None:
        sys.exit("no Chromium here; on Debian: sudo apt-get install chromium")
    place.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        time_machine.travel(A_MORNING, tick=True),
        sync_playwright() as playwright,
    ):
        make_demo(Path(folder) / "demo")
        browser = playwright.chromium.launch(executable_path=chrome)
        draw = browser.new_page()
        for name, walked in ROUNDS.items():
            home = Path(folder) / name
            shutil.copytree(Path(folder) / "demo", home)
            with serving(home, demo=name not in WITH_PASSWORDS) as site:
                visits = Visits(browser, site)
                for stop in walked(visits, site):
                    for way in ways.get(stop.name, ways.get("", ())):
                        file = place / (f"{stop.name}-{way.name}.png" if whole else f"{stop.name}.png")
                        picture = shot(stop.page, way, whole=whole)
                        file.write_bytes(picture if whole else in_few_colours(draw, picture))
                        yield file
                visits.close()
        browser.close()


def main(words: list[str]) -> None:
    """Take what the command line asks for."""
    if not words:
        found = take(PLACE, {name: (way,) for name, way in SHOWN.items()}, whole=False)
    else:
        found = take(Path(words[0]), dict.fromkeys(words[1:] or [""], WAYS), whole=True)
    for file in found:
        print(file)


if __name__ == "__main__":
    main(sys.argv[1:])
