"""Does whoever takes words out for good see first, at the keyboard, what goes and where?"""

from __future__ import annotations

from pathlib import Path

import pytest

from lexheller.cli import striking
from lexheller.forms.lines import plain
from lexheller.i18n.words import words_for
from tests.cli.conftest import Terminal
from tests.cli.test_overriding import Somebody, at_a_terminal

LONG = "Det började i våras. " * 12
STORY = f"{LONG}Hon väntade\nlänge på beskedet, som aldrig kom. {LONG}"


@pytest.fixture
def number(terminal: Terminal) -> str:
    """Return a blocked case, whose words stand twice: in what came in and in the retelling."""
    found = terminal.submits(what_happened=STORY)
    terminal.does("elsa", found, "retell", shared_text="En person väntade länge.")
    terminal.does("elsa", found, "block", where="what_happened")
    return found


def received(terminal: Terminal, number: str) -> str:
    return str(terminal("show", number, "--json", by="elsa").json["received_text"]["what_happened"])


@pytest.mark.parametrize("typed", ["", "n"])
def test_what_goes_is_shown_where_it_stands_and_no_more_of_the_text(
    terminal: Terminal, number: str, typed: str
) -> None:
    somebody, desk = Somebody(typed), terminal.desk("elsa")
    assert not striking.ask(somebody.asker, desk.struck(number, "väntade länge"))
    desk.close()
    assert max(map(len, somebody.shown)) <= 80
    marked = [(above, line) for above, line in zip(somebody.shown, somebody.shown[1:], strict=False) if "━" in line]
    assert len(marked) == 2
    for text, marks in marked:
        assert text[marks.index("━") : marks.rindex("━") + 1] == "väntade länge"
    assert " ".join(somebody.shown).count("Det började") <= 3


def test_the_texts_are_named(terminal: Terminal, number: str) -> None:
    desk = terminal.desk("elsa")
    told = [plain(line).strip() for line in striking.draw(desk.struck(number, "väntade länge"), words_for("sv"), 80)]
    desk.close()
    assert "Vad hände?" in told
    assert words_for("sv")("field.shared_text") in told


def test_at_a_real_terminal_a_yes_takes_them_out_and_a_no_nothing(terminal: Terminal, number: str, home: Path) -> None:
    line = (number, "dispose_text", "-f", "reason=Styrelsens beslut", "-f", "words=-")
    code, _, shown = at_a_terminal(home, "väntade länge\n\x04n\n", *line)
    assert (code, "Inget är borttaget." in shown) == (0, True), shown
    assert "[…]" not in received(terminal, number)
    code, answer, shown = at_a_terminal(home, "väntade länge\n\x04j\n", *line)
    assert (code, number in answer) == (0, True), shown
    assert received(terminal, number).count("[…]") == 1


def test_words_that_stand_nowhere_are_refused_before_anything_is_asked(number: str, home: Path) -> None:
    line = (number, "dispose_text", "-f", "reason=Styrelsens beslut", "-f", "words=-")
    code, _, shown = at_a_terminal(home, "finns inte\n\x04", *line)
    assert (code, "Ska det tas bort" in shown) == (5, False), shown
