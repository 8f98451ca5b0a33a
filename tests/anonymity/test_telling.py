"""Is each finding told as what it is, and in work that grows with the text and no faster?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from lexheller.anonymity import check, explain, explain_all, proposals
from lexheller.cli.check import _rows
from lexheller.forms.findings import draw_findings
from lexheller.i18n.words import words_for
from tests.anonymity.working import work

NAMED = "Fatima Yusuf 0701740605 "
SEVERAL = "Den 34-årige renskötaren Fatima Yusuf i Arjeplog fick narkolepsi. "
RARE = "En 34-årig kvinna från Somalia med Huntingtons sjukdom bor i Arvidsjaur, den enda i kommunen. "


@pytest.mark.parametrize("sentence", [NAMED, SEVERAL, RARE])
@pytest.mark.parametrize(
    "tells",
    [
        check,
        lambda text: _rows("", text, check(text), "sv"),
        lambda text: draw_findings(text, check(text), words_for("sv"), 80),
        lambda text: explain_all(check(text), text),
        lambda text: proposals(text, check(text)),
    ],
    ids=["checking", "json", "terminal", "explaining", "proposing"],
)
def test_telling_is_linear_in_what_was_found(sentence: str, tells: Callable[[str], object]) -> None:
    tells(sentence)  # what is loaded once is not counted
    little, much = (work(partial(tells, sentence * times)) for times in (10, 40))
    assert much < 4 * 1.5 * little
    most = work(partial(tells, sentence * 160))
    assert most < 4 * 1.1 * much


@pytest.mark.parametrize(
    ("text", "word", "sv", "en"),
    [
        ("Hon bor på Storgatan 3 nu.", "Storgatan 3", "Så brukar en adress skrivas.", "That is how an address is"),
        ("Porten har dörrkod 4711.", "4711", "Det här ser ut som en portkod.", "This looks like a door code."),
        ("Vi ringde Nettan igår.", "Nettan", "Det är ett smeknamn.", "It is a nickname."),
    ],
)
def test_each_is_told_as_what_it_is(text: str, word: str, sv: str, en: str) -> None:
    finding = next(each for each in check(text) if word in text[each.start : each.end])
    for language, said in (("sv", sv), ("en", en)):
        told = explain(finding, text, language)
        assert said in f"{told.looks_like} {told.why}"


def test_protection_is_told_once() -> None:
    text = "Hon har skyddad identitet och bor på Storgatan 3 i Arvidsjaur."
    told = next(said for said in explain_all(check(text), text) if "skyddade personuppgifter" in said.looks_like)
    assert f"{told.looks_like} {told.why} {told.suggestion}".count("visar var personen finns") == 1
