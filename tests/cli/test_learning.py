"""Do routes, report and process answer people and scripts, on the screen, in a pipe, as JSON and as a file?"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from lexheller.cli.process_page import draw_process
from lexheller.cli.routes_page import draw_explained, promise_of
from lexheller.forms.lines import plain
from lexheller.i18n.language import LANGUAGES
from lexheller.i18n.words import words_for
from lexheller.processes import process_named
from lexheller.services.ports import UnitOfWork
from tests.cli.conftest import Terminal
from tests.conftest import Golden, hold

DOCS = Path(__file__).parents[2] / "docs"
NEW_PLACE = """
off = ["fk"]

[[rule]]
name = "egen-fk"
when = { partners = ["fk"] }
to = "styrgrupp"
because = "Vi tar det i styrgruppen."
"""


# --- routes ---------------------------------------------------------------------------------------------


def test_list_has_every_rule_in_order(terminal: Terminal) -> None:
    rows = terminal("routes", "list", "--json", by="elsa").json
    assert [row["rule"] for row in rows if row["file"] == "fk"] == ["fk"]
    assert rows[0]["file"] == "hospital"
    assert {"file", "number", "rule", "version", "layer", "path", "to", "purpose", "stop", "because"} == set(rows[0])
    assert len(terminal("routes", "list", by="elsa").out.splitlines()) == len(rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_explain_on_the_screen(terminal: Terminal, language: str, golden: Golden) -> None:
    number = terminal.submits(partners="fk,af,primary_care")
    desk, words = terminal.desk("elsa"), words_for(language)
    lines = draw_explained(number, desk.explain(number), promise_of(desk, desk.case(number).case, words), words, 80)
    desk.close()
    told = [plain(line) for line in lines]
    assert max(map(len, told)) <= 80
    golden(f"cli/routes.explain.{language}.txt", "\n".join(told) + "\n")
    assert sum(line.split()[:1] == ["individual"] for line in told) == 2


def test_a_recipient_out_of_use_is_named_as_such(terminal: Terminal) -> None:
    number, desk = terminal.submits(partners="fk"), terminal.desk("elsa")

    def retires(uow: UnitOfWork) -> None:
        for each in (r for federation in uow.people.federations() for r in uow.people.recipients(federation.id)):
            if each.id == "fk-beredning":
                uow.people.put_recipient(replace(each, active=False))

    desk.house.store.write(retires)
    words = words_for("sv")
    promise, known = promise_of(desk, desk.case(number).case, words), desk.recipients()
    lines = draw_explained(number, desk.explain(number), promise, words, 80, known=known)
    desk.close()
    told = " ".join(" ".join(plain(line) for line in lines).split())
    assert "Försäkringskassan i beredningsgruppen är tagen ur bruk. En person väljer vem i stället." in told
    assert "Ingen sådan mottagare" not in told
    got = terminal("routes", "check", by="elsa")
    assert (got.code, "Försäkringskassan i beredningsgruppen är tagen ur bruk; en person får" in got.out) == (0, True)


def test_explain_as_json(terminal: Terminal) -> None:
    number = terminal.submits(partners="fk")
    got = terminal("routes", "explain", number, "--json", by="elsa").json
    first = got["proposals"][0]
    assert (got["number"], got["to_person"]) == (number, False)
    assert (first["recipient"], first["rule"], first["facts"]) == ("GBG/fk-beredning", "fk", ["partners:fk"])
    assert {"file": "unclear", "number": 1} in [{"file": one["file"], "number": one["number"]} for one in got["tried"]]


def test_a_closed_case_is_promised_no_day(terminal: Terminal) -> None:
    number = terminal.submits(partners="af")
    assert terminal("routes", "explain", number, "--json", by="elsa").json["reply_by"] == "2026-05-01"
    terminal.does("elsa", number, "solve", solution="Det löste sig.", feedback="Det löste sig i samtalet.")
    assert terminal("routes", "explain", number, "--json", by="elsa").json["reply_by"] is None


def test_who_reads_only_the_shared_text_is_not_told_why(terminal: Terminal) -> None:
    number = terminal.attested()
    terminal.does("elsa", number, "share", group="natverk")
    assert terminal("show", number, by="ines").code == 0
    assert terminal("routes", "explain", number, by="ines").code == 6
    assert terminal("routes", "explain", number, by="alva").code == 6


def test_check_finds_nothing_in_sound_rules(terminal: Terminal) -> None:
    got = terminal("routes", "check", by="elsa")
    assert got.code == 0
    assert "Inget hindrar" in got.err


def test_check_names_every_fault_with_file_rule_and_field(
    terminal: Terminal, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = home / "regler.toml"
    rule = '[[rule]]\nname = "{name}"\nwhen = {{ partners = ["fk"] }}\nto = "{to}"\nbecause = "Så."\n'
    rules.write_text(rule.format(name="ett", to="finns-inte") + rule.format(name="ett", to="styrgrupp"), "utf-8")
    monkeypatch.setenv("LEXHELLER_RULES", str(rules))
    got = terminal("routes", "check", by="elsa")
    assert got.code == 5
    lines = [line.split("\t") for line in got.out.splitlines()]
    assert [str(rules), "ett", "to", "förbundets lista har ingen mottagare som heter finns-inte"] in lines
    assert ("ett", "name") in {(line[1], line[2]) for line in lines}
    faults = terminal("routes", "check", "--json", by="elsa").json
    assert {(fault["why"], fault["refuses"]) for fault in faults} >= {("unknown_recipient", True), ("name_taken", True)}

    rules.write_text("[[rule]\n", "utf-8")
    broken = terminal("routes", "check", by="elsa")
    assert broken.code == 5
    assert f"{rules}:1" in broken.out
    assert terminal("routes", "list", by="elsa").code == 2


def test_try_counts_changed_and_unchanged(terminal: Terminal, home: Path) -> None:
    moved, other = terminal.submits(partners="fk"), terminal.submits(partners="af")
    rules = home / "nya.toml"
    rules.write_text(NEW_PLACE, "utf-8")
    got = terminal("routes", "try", str(rules), "--json", by="elsa").json
    assert (got["changed"], got["unchanged"]) == (1, 1)
    assert [row["number"] for row in got["cases"]] == [moved]
    assert [p["rule"] for p in got["cases"][0]["before"]] == ["fk"]
    assert [p["rule"] for p in got["cases"][0]["after"]] == ["egen-fk"]
    told = terminal("routes", "try", str(rules), by="elsa")
    assert "1 ärenden skulle gå någon annanstans, 1 som förut. Inget är skickat." in told.err
    assert moved in told.out
    assert other not in told.out
    assert terminal("routes", "try", "finns-inte.toml", by="elsa").code == 2


# --- report ---------------------------------------------------------------------------------------------


def test_the_report_on_the_screen_and_as_files(terminal: Terminal, home: Path) -> None:
    terminal.submits(partners="fk,af")
    period = ("--period", "2026-03")
    assert "mars 2026" in terminal("report", "pattern", *period, by="elsa").out
    assert terminal("report", "pattern", *period, "--json", by="elsa").json["totals"]["received"] == 1
    assert terminal("report", "pattern", *period, "--json", by="alva").json["totals"]["received"] == 0
    assert terminal("report", "pattern", *period, "--json", by="elsa").out.count("\n") == 1

    told = terminal("report", "pattern", *period, "--format", "html", by="elsa")
    assert told.out == "monsterrapport-2026-03.html\n"
    page = home / "monsterrapport-2026-03.html"
    before = page.read_bytes()
    assert before.startswith(b"<!doctype html>")
    terminal("report", "pattern", *period, "--out", "sida.html", by="elsa")
    assert (home / "sida.html").read_bytes() == before
    terminal("report", "pattern", *period, "--out", "tal.csv", by="elsa")
    assert (home / "tal.csv").read_bytes().startswith("\ufeff".encode())
    assert terminal("report", "pattern", *period, "--format", "csv", "--out", "-", by="elsa").out[0] == "\ufeff"


def test_the_report_for_readers_outside_hides_small_numbers(terminal: Terminal) -> None:
    terminal.submits(partners="fk,af")
    inside, outside = (
        terminal("report", "pattern", "--period", "2026-03", "--json", *how, by="elsa").json
        for how in ((), ("--outside",))
    )
    assert (inside["totals"]["received"], outside["totals"]["received"]) == (1, None)
    assert outside["audience"] == "outside"


def test_what_a_report_cannot_be_of(terminal: Terminal) -> None:
    assert "2025-03/2026-02" in terminal("report", "pattern", "--period", "i fjol", by="elsa").err
    assert terminal("report", "pattern", "--federation", "ALV", by="elsa").code == 2
    assert terminal("report", "pattern", "--federation", "INS", by="elsa").code == 0
    assert terminal("report", "pattern", "--out", "finns/inte.html", by="elsa").code == 2


# --- process --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_process_on_the_screen(language: str, golden: Golden) -> None:
    process = process_named("lex_heller").process
    told = [plain(line) for line in draw_process(process, words_for(language), 80)]
    assert max(map(len, told)) <= 80
    golden(f"cli/process.{language}.txt", "\n".join(told) + "\n")


def test_the_docs_hold_what_the_program_prints(terminal: Terminal, request: pytest.FixtureRequest) -> None:
    """`--update-golden` rewrites the page between its marks."""

    def printed(mark: re.Match[str]) -> str:
        told = terminal("process", mark[1], "--markdown", language="en").out
        assert terminal("process", mark[1], "--mermaid", language="en").out in told
        return f"<!-- lexheller process {mark[1]} -->\n{told}\n<!-- end -->"

    page = DOCS / "process.md"
    marks = re.compile(r"<!-- lexheller process (\w+) -->.*?<!-- end -->", re.DOTALL)
    whole, found = marks.subn(printed, page.read_text("utf-8"))
    assert found == 2
    hold(page, whole, update=bool(request.config.getoption("--update-golden")))


def test_every_step_and_action_is_a_row(terminal: Terminal) -> None:
    process = process_named("lex_heller").process
    names = [step.name for step in process.steps]
    assert [line.split("\t")[0] for line in terminal("process").out.splitlines()] == names
    told = terminal("process", "--json").json
    assert [step["name"] for step in told["steps"]] == names
    assert (told["initial"], told["finals"], told["guard"]) == (
        "submitted", ["closed"], ["give_feedback", "waive_feedback"]
    )  # fmt: skip
    assert terminal("process", "finns-inte").code == 2


def test_a_process_needs_no_installation(home: Path) -> None:
    assert not (home / ".local").exists()
    assert Terminal()("process").code == 0
    assert not (home / ".local").exists()
    assert "LEXHELLER_DATABASE" not in os.environ


@pytest.mark.parametrize("period", ["0001-01/9999-12", "1999-12", "2026-01/2100-01", "9999-12"])
def test_a_period_of_another_age_is_refused_in_a_sentence(terminal: Terminal, period: str) -> None:
    got = terminal("report", "pattern", "--period", period, by="elsa")
    assert (got.code, got.out, "2099-12" in got.err) == (2, "", True)
