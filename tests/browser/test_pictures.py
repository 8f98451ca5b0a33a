"""Can every main page be used in every way it can be seen: forced colours, paper, the narrowest screen?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.visiting import Site, Visits, accessible, make_demo, narrow, serving
from tools.pictures import PICTURES, WAYS, Picture, Way, opened


@pytest.fixture(scope="module")
def shared_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return a server whose pages are only read."""
    home = tmp_path_factory.mktemp("pictures")
    make_demo(home)
    with serving(home) as site:
        yield site


@pytest.mark.soak
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_page_can_be_used_this_way(browser: Browser, shared_site: Site, picture: Picture, way: Way) -> None:
    visits = Visits(browser, shared_site)
    page = opened(visits, picture, way)
    accessible(page, themes=(way.theme,))
    if not way.paper:
        narrow(page)
    visits.close()
    assert visits.complaints == []
