"""People with a real browser, and a real server over the demo's house; without Chromium these tests say so."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.visiting import Site, Visits, chromium, make_demo, serving


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the system's Chromium; without one, skip the test, or fail it in CI."""
    place = chromium()
    if place is None:
        lack = "no Chromium here; on Debian: sudo apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(lack)
        pytest.skip(lack)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=place)
        yield started
        started.close()


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home in which the demo's year was lived, to be copied."""
    home = tmp_path_factory.mktemp("demo-home")
    make_demo(home)
    return home


@pytest.fixture
def site(demo_home: Path, tmp_path: Path) -> Iterator[Site]:
    """Return a server over a copy of the demo's house, which this test may change."""
    shutil.copytree(demo_home, tmp_path / "home")
    with serving(tmp_path / "home") as running:
        yield running


@pytest.fixture
def visits(browser: Browser, site: Site) -> Iterator[Visits]:
    """Return a function that opens a browser: visits(script=False, width=360, theme="dark")."""
    opened = Visits(browser, site)
    yield opened
    opened.close()
    assert opened.complaints == []


@pytest.fixture
def submitter(visits: Visits) -> Page:
    """Return the browser of somebody who has only the address."""
    return visits()


@pytest.fixture
def signed_in(visits: Visits) -> Callable[..., Page]:
    """Return a function that signs in as one of the demo's people: signed_in("elsa", width=360)."""
    return visits.signed_in
