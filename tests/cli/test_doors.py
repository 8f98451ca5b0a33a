"""What happens at the very edge of the terminal: nothing typed, nowhere to write, files that are not a person's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lexheller.settings import load_settings
from tests.cli.conftest import Terminal

LEXHELLER = Path(sys.executable).with_name("lexheller")


def run(*words: str, stdout: str = "") -> tuple[int, str, str]:
    environ = {name: value for name, value in os.environ.items() if name != "LEXHELLER_DEBUG"}
    with Path(stdout or os.devnull).open("w", encoding="utf-8") as sink:
        done = subprocess.run(
            [str(LEXHELLER), *words],
            stdout=sink if stdout else subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=environ,
            check=False,
        )
    return done.returncode, done.stdout or "", done.stderr


def test_without_a_word_the_program_says_what_it_can_do() -> None:
    code, out, err = run()
    assert code == 2
    assert "submit" in out + err
    assert "Traceback" not in err


def test_an_answer_on_a_full_disk(terminal: Terminal) -> None:
    terminal.submits()
    code, _, err = run("--as", "elsa", "cases", stdout="/dev/full")
    assert (code, err.strip()) == (4, "Disken som svaret skulle skrivas till är full. Gör plats och kör igen.")


def test_a_report_that_finds_no_room_leaves_nothing(terminal: Terminal) -> None:
    terminal.submits()
    code, _, err = run("--as", "elsa", "report", "pattern", "--format", "html", "--out", "/dev/full")
    assert code == 4
    assert "full" in err


def test_a_report_where_nobody_may_write(terminal: Terminal) -> None:
    terminal.submits()
    code, _, err = run("--as", "elsa", "report", "pattern", "--out", "/sys/rapport.html")
    assert code == 4
    assert err.startswith("Det går inte att skriva i /sys/rapport.html")


def test_a_report_takes_the_place_of_an_older_one_whole(terminal: Terminal, tmp_path: Path) -> None:
    terminal.submits()
    place = tmp_path / "rapport.html"
    place.write_text("den förra", encoding="utf-8")
    assert terminal("report", "pattern", "--out", str(place), by="elsa").code == 0
    assert place.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [path.name for path in tmp_path.iterdir()] == ["rapport.html"]


def test_a_report_in_a_pipe_is_tab_separated(terminal: Terminal) -> None:
    terminal.submits()
    lines = terminal("report", "pattern", by="elsa").out.splitlines()
    assert {line.count("\t") for line in lines} == {3}


def test_a_backup_in_a_pipe_is_tab_separated(terminal: Terminal, tmp_path: Path) -> None:
    terminal.submits()
    cells = terminal("backup", str(tmp_path / "kopia.db")).out.rstrip("\n").split("\t")
    assert cells[2:] == ["1", "1", cells[4]]
    assert cells[4].isdecimal()


@pytest.mark.parametrize("words", [("verify",), ("backup",), ("key", "rotate"), ("checkpoint",)])
def test_nobody_poses_as_another_where_files_are_worked_with(terminal: Terminal, words: tuple[str, ...]) -> None:
    answer = terminal(*words, by="ingen-har")
    assert answer.code == 2
    assert answer.err.startswith("Du kan inte arbeta som ingen-har här.")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://anna@example.org/lex", "Databaser av slaget mysql stöds inte."),
        ("postgresql+pg8000://anna@example.org/lex", "Installera lexheller[postgres]"),
    ],
)
def test_a_database_that_is_not_spoken_to(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, url: str, said: str
) -> None:
    monkeypatch.setenv("LEXHELLER_DATABASE", url)
    answer = terminal("inbox", by="elsa")
    assert answer.code == 4
    assert said in answer.err


def test_the_keys_copy_does_not_lie_with_the_data(terminal: Terminal, home: Path) -> None:
    database = next(home.rglob("lexheller.db"))
    answer = terminal("key", "copy", str(database.with_name("nyckel.json")))
    assert answer.code == 5
    assert "tillsammans med data" in answer.err
    assert not database.with_name("nyckel.json").exists()
    shown = terminal("key", "copy", str(home / "nyckel.json"))
    assert shown.code == 0
    (home / "nyckel.json").rename(database.with_name("nyckel.json"))
    assert "tillsammans med data" in terminal("doctor").out


def test_a_setting_that_is_not_there_is_named_with_the_nearest(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text('databse = "x"\n', encoding="utf-8")
    answer = terminal("--settings", str(file), "inbox")
    assert answer.code == 2
    assert "Det finns ingen inställning som heter databse" in answer.err
    assert "Menade du database?" in answer.err


def test_what_can_be_done_is_never_cut(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    number = terminal.submits()
    monkeypatch.setattr("lexheller.cli.output.on_terminal", lambda: True)
    assert "…" not in terminal("can", number, by="elsa").out


def test_no_code_on_standard_input(terminal: Terminal) -> None:
    answer = terminal("follow", typed="")
    assert answer.code == 2
    assert answer.err.startswith("Ingen kod kom in.")


def test_the_doctor_names_a_database_that_cannot_be_written(terminal: Terminal) -> None:
    terminal.submits()
    place = Path(load_settings(None, os.environ).database.removeprefix("sqlite:///"))
    bound = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []  # root writes everywhere otherwise
    place.chmod(0o400)
    try:
        asked = [*bound, str(LEXHELLER), "doctor", "--json"]
        done = subprocess.run(asked, capture_output=True, encoding="utf-8", check=False)
    finally:
        place.chmod(0o600)
    found = {row["check"]: row for row in json.loads(done.stdout)}
    assert (done.returncode, found["writable"]["ok"], found["writable"]["detail"]) == (5, False, str(place))
    found = {row["check"]: row for row in json.loads(run("doctor", "--json")[1])}
    assert found["writable"]["ok"]
