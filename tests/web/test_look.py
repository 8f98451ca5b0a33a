"""Can everything be read, in both themes, and does a page stay light?"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from functools import cache

import pytest

from lexheller.web.page import STATIC
from tests.web.browsing import ADDRESS, Visitor

SHEET = STATIC / "lexheller.css"
TEXT, SHAPE = 4.5, 3.0
"""WCAG 2.2: 1.4.3 for text, 1.4.11 for edges and shapes that carry meaning."""

PAIRS = (
    *(("text", ground, TEXT) for ground in ("bg", "accent-bg", "field", "stop-bg", "ask-bg", "heat-1", "heat-2")),
    *(("text-light", ground, TEXT) for ground in ("bg", "accent-bg")),
    *(("accent", ground, TEXT) for ground in ("bg", "accent-bg")),
    *(("accent-hover", ground, TEXT) for ground in ("bg", "accent-bg")),
    ("accent-text", "accent", TEXT),
    ("accent-text", "accent-hover", TEXT),
    ("accent-text", "heat-4", TEXT),
    ("heat-ink", "heat-3", TEXT),
    *((word, ground, TEXT) for word in ("stop", "ask", "done") for ground in ("bg", f"{word}-bg")),
    *(("border", ground, SHAPE) for ground in ("bg", "field", "accent-bg")),
    *(("focus", ground, SHAPE) for ground in ("bg", "field", "accent-bg")),
    ("text-light", "field", SHAPE),  # the edge of a box to tick
    ("ask", "accent-bg", SHAPE),  # the dots under a mark
    ("stop", "accent-bg", SHAPE),
    ("bar-quiet", "bg", SHAPE),
)
DECORATION = {"hair", "plank"}
"""The hairline, and birch: on light paper it may only decorate, and never carries words."""


@cache
def tokens(theme: str) -> dict[str, str]:
    sheet = SHEET.read_text(encoding="utf-8")
    light, dark = (block for block in re.findall(r":root \{(.*?)\}", sheet, re.DOTALL)[:2])
    found = _colours(light) | (_colours(dark) if theme == "dark" else {})
    assert _colours(light).keys() == _colours(dark).keys(), "a colour has no twin in the other theme"
    return found


def _colours(block: str) -> dict[str, str]:
    found = re.findall(r"--([a-z0-9-]+):\s*#([0-9a-f]{3,6})\b", block)
    return {name: value if len(value) == 6 else "".join(2 * sign for sign in value) for name, value in found}


def _light(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS, ids=str)
def test_it_can_be_read(theme: str, ink: str, ground: str, least: float) -> None:
    darker, lighter = sorted((_light(tokens(theme)[ink]), _light(tokens(theme)[ground])))
    assert (lighter + 0.05) / (darker + 0.05) >= least


def test_every_colour_is_measured_or_decoration() -> None:
    measured = {name for ink, ground, _ in PAIRS for name in (ink, ground)}
    assert tokens("light").keys() - measured == DECORATION


def test_rules_name_colours_by_their_tokens_alone() -> None:
    rules = SHEET.read_text(encoding="utf-8").split("/* 2 ", 1)[1].split("@media print")[0]
    rules = re.sub(r'\[(?:fill|stroke)="#\w+"\]', "", rules)  # inks that drawings come with
    assert re.findall(r"#[0-9a-f]{3,6}\b|\brgba?\(|\bhsl", rules) == []


def test_nothing_floats_shines_or_moves() -> None:
    rules = SHEET.read_text(encoding="utf-8")
    assert re.findall(r"box-shadow|text-shadow|animation|transition|@import|https?:", rules) == []


def test_the_sheet_stays_small() -> None:
    sheet = SHEET.read_bytes()
    assert len(sheet) < 32 * 1024, "what one room needs stands in a section of its own; what none needs goes"
    assert len(gzip.compress(sheet, 9)) < 8 * 1024


def test_every_rule_has_something_to_draw() -> None:
    rules = re.sub(r"/\*.*?\*/", "", SHEET.read_text(encoding="utf-8"), flags=re.DOTALL)
    classes = set(re.findall(r"\.([a-z][\w-]*)", " ".join(re.findall(r"([^{}]+)\{", rules))))
    rooms = STATIC.parent
    reports = [file for file in (rooms.parent / "reports").rglob("*") if file.suffix in {".html", ".py"}]
    files = [*rooms.rglob("*.html"), *rooms.rglob("*.py"), *STATIC.glob("*.svg"), *reports]
    text = " ".join(file.read_text(encoding="utf-8") for file in files)
    assert sorted(name for name in classes if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)) == []


@pytest.mark.parametrize("address", ["/", "/logga-in"])
def test_a_page_with_all_it_loads_is_under_40_kb(visitor: Visitor, address: str) -> None:
    assert weight(visitor, address) < 40_000


def weight(visitor: Visitor, address: str) -> int:
    """Count the bytes a browser that has never been here loads: the page with its wordmark, sheets, script, font."""
    page = loaded(visitor, address)
    others = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', gzip.decompress(page).decode()))
    assert len(others) >= 4
    others.add("/static/familjen-grotesk-600.woff2")
    return len(page) + sum(len(loaded(visitor, other)) for other in others)


def loaded(visitor: Visitor, address: str) -> bytes:
    with visitor.client.get(address, base_url=ADDRESS, headers={"Accept-Encoding": "gzip"}) as answer:
        assert answer.status_code == 200
        return bytes(answer.data)


def test_pages_carry_no_style_and_no_script_of_their_own(visitor: Visitor, signed_in: Callable[[str], Visitor]) -> None:
    for page in (visitor.opens("/"), visitor.opens("/logga-in"), signed_in("elsa").opens("/")):
        assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page.html) == []


def test_the_size_of_a_packed_page_tells_nothing_about_what_stands_in_it(visitor: Visitor) -> None:
    packed = {"Accept-Encoding": "gzip"}
    answers = [visitor.client.get("/logga-in", base_url=ADDRESS, headers=packed) for _ in range(40)]
    sizes = [len(answer.data) for answer in answers]
    assert max(sizes) - min(sizes) > 20
    names = [len(answer.data[10:].partition(b"\0")[0]) for answer in answers]
    assert {length % 2 for length in names} == {0, 1}, "a pack that is one byte longer must not show"
    pages = {re.sub(r'name="csrf_token" value="[^"]*"', "", gzip.decompress(each.data).decode()) for each in answers}
    assert len(pages) == 1
