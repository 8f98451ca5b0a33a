"""Can every page be used in every way it can be seen: forced colours, paper? And do the documents show real pages?"""

from __future__ import annotations

import base64
import shutil
import struct
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.rounds import ROUNDS, WITH_PASSWORDS
from tests.browser.visiting import Visits, accessible, serving
from tools.few_colours import in_few_colours
from tools.pictures import PLACE, SHOWN, WAYS, Way, seen

BEYOND = [way for way in WAYS if way.forced or way.paper]
"""Ways in which the ordinary tests do not see a page."""


@pytest.mark.soak
@pytest.mark.parametrize("way", BEYOND, ids=lambda way: way.name)
@pytest.mark.parametrize("name", ROUNDS)
def test_every_page_can_be_used_this_way(
    browser: Browser, demo_home: Path, tmp_path: Path, name: str, way: Way
) -> None:
    shutil.copytree(demo_home, tmp_path / "home")
    with serving(tmp_path / "home", demo=name not in WITH_PASSWORDS) as site:
        visits = Visits(browser, site)
        for stop in ROUNDS[name](visits, site):
            with seen(stop.page, way):
                accessible(stop.page, themes=(way.theme,))
                wide = stop.page.evaluate("document.documentElement.scrollWidth")
                assert wide <= way.width, f"{stop.page.url} is {wide} wide"
        visits.close()
    assert visits.complaints == []


def test_the_documents_show_a_picture_of_every_main_page_and_small() -> None:
    files = {file.stem: file for file in PLACE.glob("*.png")}
    assert files.keys() == SHOWN.keys()
    assert sum(file.stat().st_size for file in files.values()) < 1_500_000
    text = (PLACE.parent.parent / "web.md").read_text(encoding="utf-8")
    assert [name for name in SHOWN if f"(pictures/web/{name}.png)" not in text] == []


def test_a_picture_in_few_colours_is_the_same_picture(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 60, "height": 40})
    page.set_content("<body style='margin:0;background:#fdfcfb'><p style='margin:0;background:#5c2a58'>Hej")
    before = page.screenshot()
    after = in_few_colours(page, before)
    assert struct.unpack(">II", after[16:24]) == (60, 40)
    assert after[25] == 3  # a palette
    address = "data:image/png;base64,"
    corner = """async (address) => {
      const bitmap = await createImageBitmap(await (await fetch(address)).blob());
      const pen = new OffscreenCanvas(60, 40).getContext("2d");
      pen.drawImage(bitmap, 0, 0);
      return [[59, 2], [2, 39]].map(([x, y]) => [...pen.getImageData(x, y, 1, 1).data].slice(0, 3));
    }"""
    assert page.evaluate(corner, address + base64.b64encode(after).decode()) == [[92, 42, 88], [253, 252, 251]]
    page.close()
