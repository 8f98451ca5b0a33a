"""One feedback for a whole pattern, a case taken over, and who may name a pattern."""

from __future__ import annotations

from tests.cli.conftest import Terminal


def test_one_feedback_for_a_whole_pattern_is_taken_case_by_case_and_can_be_run_again(terminal: Terminal) -> None:
    numbers = [terminal.attested() for _ in range(3)]
    for number in numbers:
        terminal.does("elsa", number, "tie_pattern", pattern="P1", reason="Samma fråga.")
    for number in numbers[:2]:
        terminal.does("elsa", number, "solve", solution="Vi enades om en kontaktväg.")
    line = ("pattern", "do", "P1", "give_feedback", "--field", "feedback=Nu finns en kontaktväg.", "--json")
    got = terminal(*line, by="elsa")
    assert (got.code, [row["state"] for row in got.json]) == (0, ["closed", "closed", None])
    assert got.json[2]["number"] == numbers[2]
    assert got.json[2]["left_out"]
    again = terminal(*line, by="elsa")
    assert (again.code, [row["state"] for row in again.json]) == (5, [None] * 3)


def test_a_pattern_is_named_by_staff_and_never_after_somebody(terminal: Terminal) -> None:
    assert terminal("pattern", "add", "P9", "Ingen leder mötet", by="elsa").code == 0
    assert "GBG/P9" in terminal("pattern", "list", by="elsa").out
    managers = terminal("pattern", "add", "P8", "Samma fråga", by="birgitta")
    assert (managers.code, "processledare" in managers.err) == (5, True)  # a matter of role: GBG is there
    stopped = terminal("pattern", "add", "P8", "Ring 070-174 06 05", by="elsa")
    assert (stopped.code, "Namn" in stopped.err.splitlines(), "name" in stopped.err) == (5, True, False)
    assert terminal("pattern", "add", "a b", "Samma fråga", by="elsa").code == 2


def test_a_case_is_offered_and_taken_over(terminal: Terminal) -> None:
    number = terminal.attested()
    terminal.does("elsa", number, "redirect", channel="sister_federation", other="INS")
    got = terminal("accept", number, "--json", by="ines")
    assert (got.code, got.json["state"]) == (0, "submitted")
    assert got.json["number"].startswith("INS-2026-")
    assert terminal("accept", number, by="ines").code == 6
    assert terminal("accept", "GBG-2026-9999", by="ines").code == 6


def test_a_step_or_field_that_is_none_is_refused_before_any_case_is_looked_at(terminal: Terminal) -> None:
    assert terminal("pattern", "do", "P1", "dance", by="elsa").code == 2
    assert terminal("pattern", "do", "P1", "label", "-f", "colour=red", by="elsa").code == 2
    assert terminal("pattern", "do", "P1", "label", "-f", "themes=sip", by="elsa").code == 0


def test_a_partner_is_told_of_no_pattern_and_no_process_leader(terminal: Terminal) -> None:
    assert terminal("pattern", "list", "--json", by="fia").json == []
    for line in (("--leader", "zz"), ("--leader", "elsa"), ("--pattern", "P1")):
        got = terminal("cases", *line, by="fia")
        assert (got.code, "olle" in got.err, "GBG/P1" in got.err) == (2, False, False), line
