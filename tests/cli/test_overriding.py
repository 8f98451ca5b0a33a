"""Is somebody at a terminal asked about each finding that is left, and does a script name them as safely?"""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest

from lexheller.cli import crowds, overriding, plain_answers
from lexheller.forms.asking import Asker, InputEnded
from lexheller.forms.lines import plain
from lexheller.i18n.words import words_for
from lexheller.patterns.alike import Alike, Wider
from tests.cli.conftest import Terminal
from tests.cli.test_demo import LEXHELLER

TEXT = "Anna Svensson väntade. Sedan ringde Fatima Haddad, och Anna Svensson svarade."


class Somebody:
    """Type lines, one after the other, and read what is shown."""

    def __init__(self, *typed: str, language: str = "sv") -> None:
        self.lines = list(typed)
        self.shown: list[str] = []
        self.asker = Asker(words_for(language), lambda lines: self.shown.extend(map(plain, lines)), self.hear)

    def hear(self) -> str:
        if not self.lines:
            raise InputEnded
        return self.lines.pop(0)

    def asked(self, terminal: Terminal, number: str) -> list[overriding.Row]:
        desk = terminal.desk("elsa")
        rows = overriding.ask(self.asker, desk.case(number))
        desk.close()
        return rows


@pytest.fixture
def number(terminal: Terminal) -> str:
    """Return a case whose shared text names two people, one of them twice."""
    found = terminal.submits()
    terminal("do", found, "retell", "-f", f"shared_text={TEXT}", "--vouch", by="elsa")
    return found


def test_each_finding_is_asked_about_once_however_often_it_stands(terminal: Terminal, number: str) -> None:
    somebody = Somebody("2", "6", "kort", "Namnet är påhittat")
    rows = somebody.asked(terminal, number)
    assert [row["reason"] for row in rows] == ["organisation", "other"]
    assert rows[1]["note"] == "Namnet är påhittat"
    marked = [line for line in somebody.shown if "┄" in line or "━" in line]
    assert len(marked) == 2
    terminal.does("elsa", number, "attest", area_harmless=False, overrides=rows)
    assert somebody.asked(terminal, number) == []


def test_who_rather_changes_the_text_lets_nothing_stand(terminal: Terminal, number: str) -> None:
    assert Somebody("2", "1").asked(terminal, number) == []


def test_scripts_read_what_is_left_and_name_it_by_hash(terminal: Terminal, number: str) -> None:
    found = terminal("show", number, "--json", by="elsa").json["findings"]
    assert [list(one) for one in found] == [
        ["finding", "hash", "field", "start", "end", "type", "strength", "rule", "second_person", "reason"]
    ] * 3
    assert [TEXT[one["start"] : one["end"]] for one in found] == ["Anna Svensson", "Fatima Haddad", "Anna Svensson"]
    assert found[0]["hash"] == found[2]["hash"]
    rows = [word for one in found[:2] for word in ("-f", f"overrides={one['hash'][:12]} | wrong_hit")]
    assert terminal("do", number, "attest", "-f", "area_harmless=nej", *rows, by="elsa").code == 0
    assert {one["reason"] for one in terminal("show", number, "--json", by="elsa").json["findings"]} == {"wrong_hit"}


def at_a_terminal(home: Path, typed: str, *words: str) -> tuple[int, str, str]:
    """Take a step at a real terminal; gives the code, the answer and what was asked."""
    keyboard, screen = pty.openpty()
    os.write(keyboard, typed.encode())
    done = subprocess.run(
        [str(LEXHELLER), "--as", "elsa", "do", *words],
        stdin=screen,
        stderr=screen,
        stdout=subprocess.PIPE,
        cwd=home,
        timeout=60,
        check=False,
    )
    os.set_blocking(keyboard, False)
    shown = os.read(keyboard, 1 << 16).decode()
    os.close(screen)
    os.close(keyboard)
    return done.returncode, done.stdout.decode(), shown


def test_at_a_real_terminal_it_is_asked_and_done(terminal: Terminal, number: str, home: Path) -> None:
    code, answer, shown = at_a_terminal(home, "2\n4\n", number, "attest", "-f", "area_harmless=nej")
    assert code == 0, shown
    assert number in answer
    assert terminal("cases", "--json", by="elsa").json[0]["state"] == "submitted"
    assert not list(overriding.unsaid(terminal.desk("elsa").case(number)))


def test_at_a_real_terminal_all_that_lacks_is_asked_for(terminal: Terminal, home: Path) -> None:
    number = terminal.submits(area="Skogsbyn")
    terminal("do", number, "retell", "-f", f"shared_text={TEXT}", "--vouch", by="elsa")
    code, _, shown = at_a_terminal(home, "j\n2\n4\nj\n", number, "attest")
    assert code == 0, shown
    assert "se att det hände i Skogsbyn" in shown
    assert shown.count("Ska texten godkännas som den är?") == 1
    case = terminal.desk("elsa").case(number).case
    assert case.attested
    assert case.area_shown


def test_where_no_municipality_is_told_none_is_asked_about() -> None:
    somebody = Somebody()
    assert plain_answers.ask(somebody.asker, {"area_harmless", "findings"}, "") == {"area_harmless": "no"}
    assert somebody.shown == []


@pytest.mark.parametrize(("typed", "expected"), [("j", "yes"), ("", "no"), ("n", "no")])
def test_the_municipality_is_shown_on_a_yes_alone(typed: str, expected: str) -> None:
    somebody = Somebody(typed)
    assert plain_answers.ask(somebody.asker, {"area_harmless"}, "Malmö") == {"area_harmless": expected}


def test_who_has_not_considered_the_submitters_workplace_attests_nothing() -> None:
    somebody = Somebody("n")
    assert plain_answers.ask(somebody.asker, {"own_workplace_ok", "area_harmless"}, "Malmö") is None
    somebody = Somebody("j", "n")
    told = plain_answers.ask(somebody.asker, {"own_workplace_ok", "area_harmless"}, "Malmö")
    assert told == {"own_workplace_ok": "yes", "area_harmless": "no"}


def test_who_attests_is_told_how_few_are_alike_and_what_would_make_them_more(terminal: Terminal) -> None:
    number = terminal.submits(area="Skogsbyn")
    terminal.does("elsa", number, "retell", shared_text="Två myndigheter väntade på varandra.")
    refused = terminal("do", number, "attest", "-f", "area_harmless=ja", by="elsa")
    assert refused.code == 5
    assert "det här inräknat: 1." in refused.err
    assert "1 om kommunen inte visas" in refused.err
    assert "om åldern" not in refused.err
    assert "--field few_alike_ok=yes|no" in refused.err
    fields = ["-f", "area_harmless=ja", "-f", "few_alike_ok=ja"]
    assert terminal("do", number, "attest", *fields, by="elsa").code == 0


@pytest.mark.parametrize(("typed", "expected"), [("j", True), ("", False), ("n", False)])
def test_somebody_at_the_terminal_says_yes_knowingly_or_not_at_all(typed: str, expected: bool) -> None:
    somebody = Somebody(typed)
    assert crowds.ask(somebody.asker, Alike(2, {Wider.YEAR: 7}), 5) is expected
    assert any("7 om bara året nämns" in line for line in somebody.shown)


def test_can_says_what_do_would_say(terminal: Terminal) -> None:
    """Whoever is told that only the municipality lacks comes back with it, and is then told of the findings."""
    number = terminal.submits()
    terminal.does("elsa", number, "open_dialogue")
    desk = terminal.desk("elsa")
    desk.do(number, "retell", {"shared_text": "Kerstin Almgren väntade länge."}, vouched=True)
    desk.close()
    told = terminal("can", number, "--json", by="elsa").json
    attest = next(row for row in told if row["step"] == "attest")
    assert attest["asks"][:2] == ["area_harmless", "overrides"]
    got = terminal("do", number, "attest", by="elsa")
    lacks = {line.partition("--field ")[2].partition("=")[0] for line in got.err.splitlines() if "--field " in line}
    assert lacks == set(attest["asks"])
    over = ("-f", "overrides=1 | wrong_hit |", "-f", "few_alike_ok=yes")
    assert terminal("do", number, "attest", "-f", "area_harmless=no", *over, by="elsa").code == 0
    attest = next(row for row in terminal("can", number, "--json", by="elsa").json if row["step"] == "attest")
    assert attest["asks"] == ["area_harmless"]
