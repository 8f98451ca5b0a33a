"""Does the door stay shut when the gate itself cannot be asked? Tried on a copy of the program with damaged lists."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import lexheller
from lexheller import anonymity
from tests.cli.conftest import Terminal
from tests.cli.conftest import terminal as terminal  # noqa: PLC0414  # the fixture

TEXT = "Två håll väntade på varandra i ett halvår."


def damaged(folder: Path, how: str) -> Path:
    """Copy the program and damage its lists of names, in one of the ways that files are damaged."""
    package = folder / "lexheller"
    shutil.copytree(Path(lexheller.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    names = package / "anonymity/data/names.bin"
    match how:
        case "gone":
            names.unlink()
        case "cut":
            names.write_bytes(names.read_bytes()[:1000])
        case _:
            names.write_bytes(os.urandom(2000))
    return folder


@pytest.fixture(params=["gone", "cut", "garbage"])
def broken(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a folder with a damaged program in it."""
    return damaged(tmp_path / "damaged", request.param)


def run(program: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "LEXHELLER_DEBUG"}
    return subprocess.run(
        [sys.executable, "-c", "from lexheller.cli.main import main; main()", *words],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**environment, "PYTHONPATH": str(program), "PYTHONUTF8": "1"},
    )


def test_nothing_comes_in_or_goes_out_while_the_gate_cannot_be_asked(
    terminal: Terminal, broken: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(anonymity, "VERSION", "0.9")
        number = terminal.submits()
    terminal.does("elsa", number, "open_dialogue")
    terminal.does("elsa", number, "retell", shared_text=TEXT)
    (home / "text.txt").write_text(TEXT, encoding="utf-8")
    form = f'{{"vad_hande": "{TEXT}", "partners": "fk", "submitter_org": "af", "contact": "code"}}'
    (home / "arende.json").write_text(form, encoding="utf-8")
    for words in (
        ("--as", "elsa", "submit", "arende.json"),
        ("--as", "elsa", "say", number, "Hej, hur går det?"),
        ("--as", "elsa", "do", number, "attest", "-f", "area_harmless=nej"),
        ("check", "--all"),
        ("check", "text.txt"),
        ("check", "--rewrite", "text.txt"),
        ("check", "--json-lines"),
    ):
        got = run(broken, *words)
        assert (got.returncode, got.stdout) == (1, ""), (words, got)
        assert "släpps inget igenom" in got.stderr, words
        assert "Traceback" not in got.stderr
    (case,) = terminal("cases", "--json", by="elsa").json
    assert (case["number"], case["version"]) == (number, 3)
    assert terminal("verify", "--json").json["faults"] == []
    assert terminal("check", "--all", "--json").json["cases"] == 1, "what could not be looked at comes up again"
