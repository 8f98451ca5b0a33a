"""Is the page whole, alone, readable by a screen reader, and the same each time?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from lexheller.i18n import words_for
from lexheller.model.report import Audience, Report
from lexheller.reports import html
from lexheller.services.report_counts import Counted
from tests.conftest import Golden
from tests.report_rows import PATTERNS, a_report, a_year

VOID = {"meta", "link", "br", "hr", "img", "input", "path", "rect", "circle", "line"}


class Page(HTMLParser):
    """Read a page tag by tag and keep what the tests ask about; a tag that is not closed in its turn is a fault."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None], tuple[str, ...]]] = []
        self.text = ""
        self.feed(text)
        self.close()
        self.faults += [f"not closed: {tag}" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs), tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs), tuple(self.open)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"closed out of turn: {tag}")

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes, _ in self.tags if name == tag]


def page(report: Report, language: str = "sv") -> str:
    return html.render(report, words_for(language))


@pytest.fixture(params=["sv", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=list(Audience))
def report(request: pytest.FixtureRequest) -> Report:
    return a_report(audience=request.param)


def test_the_page(golden: Golden, report: Report, language: str) -> None:
    answer = page(report, language)
    assert answer.count("<style>") == 1
    golden(
        f"report.{language}.{report.audience}.html",
        re.sub(r"<style>.*</style>", "<style>…</style>", answer, flags=re.DOTALL),
    )


def test_the_page_is_well_formed_and_in_one_language(report: Report, language: str) -> None:
    found = Page(page(report, language))
    assert found.faults == []
    assert found.all("html") == [{"lang": language}]
    assert len(found.all("h1")) == len(found.all("main")) == len(found.all("title")) == 1


def test_the_page_stands_alone(report: Report) -> None:
    answer = page(report)
    found = Page(answer)
    assert not found.all("script")
    assert not found.all("link")
    assert not found.all("img")
    assert all(link["href"] == "#main" for link in found.all("a"))
    assert set(re.findall(r"url\((.{0,12})", answer)) == {'"data:font/w'}
    assert "@import" not in answer
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", answer)
    assert len(answer.encode()) < 80_000


def test_every_picture_says_what_it_shows_and_has_its_table(report: Report, language: str) -> None:
    found = Page(page(report, language))
    pictures = found.all("svg")
    assert len(pictures) == 1 + 3 + 1  # wordmark, a picture for each level, waits
    assert all(picture.get("role") == "img" and picture.get("aria-label") for picture in pictures)
    sections = page(report, language).split("<section ")[1:]
    with_pictures = [section for section in sections if "<svg" in section]
    assert len(with_pictures) == 2
    assert all("<table" in section.split("</figure>")[1] for section in with_pictures)


def test_every_table_has_a_caption_and_heads(report: Report) -> None:
    answer = page(report)
    tables = re.findall(r"<table.*?</table>", answer, flags=re.DOTALL)
    assert len(tables) > 8
    for table in tables:
        assert table.count("<caption") == 1
        rows = re.findall(r"<tr.*?</tr>", table.split("<tbody>")[1], flags=re.DOTALL)
        assert all('<th scope="row">' in row for row in rows)


def test_names_in_the_page_lead_somewhere(report: Report) -> None:
    found = Page(page(report))
    ids = [str(attributes["id"]) for _, attributes, _ in found.tags if "id" in attributes]
    assert [name for name, n in Counter(ids).items() if n > 1] == []
    named = {str(attributes["aria-labelledby"]) for _, attributes, _ in found.tags if "aria-labelledby" in attributes}
    assert named <= set(ids)
    assert "main" in ids


def test_what_scrolls_can_be_reached_with_the_keyboard(report: Report) -> None:
    for _, attributes, _ in Page(page(report)).tags:
        if attributes.get("class") == "scroll":
            assert attributes.get("tabindex") == "0"
            assert attributes.get("role") == "region"


def test_no_word_of_somebody_elses_becomes_a_tag() -> None:
    nasty = "<script>alert(1)</script> & \"'"
    named = tuple(pattern._replace(name=nasty, n=9) for pattern in PATTERNS)
    report = replace(a_report(replace(a_year(), patterns=named)), federations=(nasty,))
    answer = page(report)
    assert "<script" not in answer
    assert Page(answer).text.count(nasty) >= 3


def test_the_plank_lies_in_one_cell() -> None:
    assert page(a_report()).count(' most"') == 1
    assert ' most"' not in page(a_report(Counted()))


def test_a_hidden_cell_has_no_colour_that_tells() -> None:
    cells = re.findall(r'<td class="(\w+)[^>]*"><span class="quiet">dold', page(a_report(audience=Audience.OUTSIDE)))
    assert set(cells) == {"few", "n"}


def test_an_empty_period_has_a_page(language: str) -> None:
    found = Page(page(a_report(Counted()), language))
    assert found.faults == []
    assert "0" in found.text


def test_the_same_report_gives_the_same_bytes(report: Report, language: str) -> None:
    html._environment.cache_clear()  # noqa: SLF001  # a page made anew, template and all
    once = page(report, language)
    html._environment.cache_clear()  # noqa: SLF001  # as above
    assert page(a_report(audience=report.audience), language) == once


# --- can it be read? ----------------------------------------------------------------------------------

INKS = [
    ("text", "bg", 7.0),
    ("text-light", "bg", 4.5),
    ("accent", "bg", 4.5),
    ("accent-text", "accent", 4.5),
    ("text", "heat-1", 4.5),
    ("text", "heat-2", 4.5),
    ("heat-ink", "heat-3", 4.5),
    ("accent-text", "heat-4", 4.5),
    ("bar-quiet", "bg", 3.0),
    ("border", "bg", 3.0),
    ("focus", "bg", 3.0),
]


def luminance(colour: str) -> float:
    """Give relative luminance as WCAG 2.2 has it."""
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def tokens(dark: bool) -> dict[str, str]:  # the two themes
    """Read the tokens of a theme from our own sheet."""
    own = (html.LOOK / "report.css").read_text(encoding="utf-8")
    light, dim = (
        dict(re.findall(r"--([\w-]+): (#\w{3,6})", block))
        for block in re.findall(r":root \{(.*?)\n\s*\}", own, re.DOTALL)[:2]
    )
    return {**light, **dim} if dark else light


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), INKS, ids=[f"{ink} on {ground}" for ink, ground, _ in INKS])
def test_ink_can_be_read(dark: bool, ink: str, ground: str, least: float) -> None:  # the two themes
    found = tokens(dark)
    lighter, darker = sorted((luminance(found[ink]), luminance(found[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= least
