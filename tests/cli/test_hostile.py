"""What somebody tries at a terminal who means no good: half an answer, bytes that are no text, signs that steer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lexheller.cli import output
from tests.cli.conftest import Terminal

if TYPE_CHECKING:
    import pytest


def test_one_answer_for_several_cases_is_all_or_nothing(terminal: Terminal) -> None:
    first, second = terminal.attested(), terminal.attested()
    terminal.does("elsa", first, "set_level", level="organisation", reason="Rutinen saknas.")
    terminal.does("elsa", first, "consult", to="fk-beredning", reason="De ansvarar.")
    got = terminal("do", first, "answer", "-f", "answer=Vi svarar", "-f", f"cases={second}", by="elsa")
    assert got.code == 5
    assert terminal("show", first, "--json", by="elsa").json["answers"] == []


def test_a_line_that_is_not_utf8_is_refused_in_a_sentence(terminal: Terminal) -> None:
    for line in (("show", "\udcff"), ("do", "x", "say", "-f", "message=\udcff"), ("search", "\udcff")):
        assert terminal(*line, by="elsa").code == 2


def test_a_contact_steers_nobodys_terminal(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    number = terminal.submits(contact="a@example.org\x1b]\x07\x1b[")
    monkeypatch.setattr(output, "on_terminal", lambda: True)
    got = terminal("do", number, "reveal_contact", "-f", "reason=Ringa", by="elsa")
    assert "a@example.org" in got.out
    assert "\x1b" not in got.out
    assert "\x1b" not in terminal("do", number, "\x1b[2J", by="elsa").err


def test_odd_input_is_refused_in_a_sentence(terminal: Terminal) -> None:
    number = terminal.submits()
    for line, code in (
        (("cases", "--limit", "9" * 30), 2),
        (("inbox", "--limit", "9" * 30), 2),
        (("do", number, "say", "-f", "message=a", "-f", "message=b"), 2),
        (("pattern", "do", "NOPE", "label", "-f", "themes=sip"), 2),
    ):
        assert terminal(*line, by="elsa").code == code, line


def test_words_to_take_out_are_never_typed_in_the_line(terminal: Terminal) -> None:
    number = terminal.submits()
    terminal.does("elsa", number, "block", where="what_happened")
    line = ("do", number, "dispose_text", "-f", "reason=Styrelsens beslut")
    assert terminal(*line, "-f", "words=väntade länge", by="elsa").code == 2
    refused = terminal(*line, "-f", "words=-", by="elsa", typed="väntade länge\n")
    assert (refused.code, "--yes" in refused.err) == (2, True)
    assert "väntade" not in refused.out + refused.err, "nobody sits there to read it"
    assert "[…]" not in terminal("show", number, "--json", by="elsa").json["received_text"]["what_happened"]
    assert terminal(*line, "-f", "words=-", "--yes", by="elsa", typed="väntade länge\n").code == 0
    assert "[…]" in terminal("show", number, "--json", by="elsa").json["received_text"]["what_happened"]
