"""Are words wrapped, cut, seated in chairs and marked so that nothing is lost and nothing steers the terminal?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexheller import anonymity
from lexheller.forms.findings import draw_findings
from lexheller.forms.lines import chair, clean, cut, plain, wrapped
from lexheller.i18n.language import LANGUAGES
from lexheller.i18n.words import words_for

STEERING = "\x1b\x07\x00\u202e\u200b\r\t"


@given(said=st.text(alphabet=st.characters() | st.sampled_from(STEERING)))
def test_nothing_that_steers_a_terminal_gets_through(said: str) -> None:
    for line in (clean(said), cut(said, 10), *map(plain, wrapped(said, 80)), *map(plain, chair(said, 80))):
        assert not set(line) & set(STEERING)


@given(said=st.text(), width=st.integers(5, 60))
def test_what_is_cut_says_so_and_fits(said: str, width: int) -> None:
    short = cut(said, width)
    assert len(short) <= width
    assert short == clean(said) or short.endswith("…")


@given(said=st.text(alphabet="abc \n", min_size=1), width=st.integers(50, 120), facing=st.booleans())
def test_a_chair_holds_every_word_and_stays_inside(said: str, width: int, facing: bool) -> None:
    lines = [plain(line) for line in chair(said, width, facing=facing)]
    assert all(len(line) <= width for line in lines)
    assert "".join(lines[:-1]).replace("┃", "").split() == said.split() or len(max(said.split(), key=len)) > 30
    assert set(lines[-1].strip()) <= set("━┗┛")


def test_them_sit_on_the_left_and_us_on_the_right() -> None:
    assert [plain(line) for line in chair("Hej!", 60)] == ["  ┃ Hej!", "  ┗" + "━" * 51]
    assert [plain(line) for line in chair("Hej!", 60, facing=True)] == [
        "      Hej!                     ┃",
        "      ━━━━━━━━━━━━━━━━━━━━━━━━━┛",
    ]


TEXT = "Det började i våras.\nKlienten, som är född 19811218-9876, ringde Anna Svensson. Ingen svarade.\nSå är det."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_is_marked_where_it_stands(language: str) -> None:
    lines = [plain(line) for line in draw_findings(TEXT, anonymity.check(TEXT), words_for(language), 80)]
    for found, mark in (("19811218-9876", "━"), ("Anna Svensson", "┄")):
        under = next(line for line in lines if mark * len(found) in line)
        above = lines[lines.index(under) - 1]
        assert above[under.index(mark) :].startswith(found)
    assert not any("våras" in line or "Så är det" in line for line in lines)


@given(before=st.text(alphabet="ab \n", max_size=200), after=st.text(alphabet="ab \n", max_size=200))
def test_the_mark_stands_under_the_finding_wherever_it_is(before: str, after: str) -> None:
    text = f"{before} 19811218-9876 {after}"
    findings = anonymity.check(text)
    lines = [plain(line) for line in draw_findings(text, findings, words_for("sv"), 80)]
    under = next(line for line in lines if "━━━" in line)
    assert lines[lines.index(under) - 1][under.index("━") :].startswith("19811218-9876")
    assert all(len(line) <= 80 for line in lines)


def test_must_go_and_check_are_words_not_only_colours() -> None:
    lines = [plain(line) for line in draw_findings(TEXT, anonymity.check(TEXT), words_for("sv"), 80, first=4)]
    assert [line for line in lines if line.startswith("  4.")] == ["  4. Måste bort"]
    assert [line for line in lines if line.startswith("  5.")] == ["  5. Kontrollera"]
