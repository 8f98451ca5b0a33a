"""Does the demo show what was promised, twice in a row, and leave a real installation alone?"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from lexheller.app import open_house
from lexheller.app.keeping import announce_deadlines
from lexheller.app.proving import checkpoint
from lexheller.demo.place import DEMO
from lexheller.i18n.words import words_for
from lexheller.settings import load_settings
from tests.cli.conftest import Terminal

SV = words_for("sv")
LEXHELLER = Path(sys.executable).with_name("lexheller")


def lexheller(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LEXHELLER, *words],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1", **environment},
    )


def part(out: str, heading: str) -> str:
    """Give what stands under a heading, to the next line across."""
    return out.split(heading, 1)[1].split("────", 1)[0]


def in_order(told: str, *steps: str) -> bool:
    """Tell whether a history names these steps in this order."""
    return bool(re.search(".*".join(re.escape(SV(f"event.{step}")) for step in steps), told, re.DOTALL))


def test_the_demo_twice(home: Path) -> None:
    began = time.monotonic()
    first = lexheller("demo")
    assert time.monotonic() - began < 60
    assert first.returncode == 0, first.stderr
    assert "\x1b" not in first.stdout
    assert re.search(r"(\d+) av \1", first.stderr)

    gate = part(first.stdout, SV("demo.gate", n=10))
    assert len(re.findall(r"ärende\s+[A-Z]{3}-\d{4}-\d{4}\.", gate)) == 10
    assert " ".join(gate.split()).count("menade att ingen kan kännas igen") == 1
    assert "Måste bort: ”" in gate

    caught = part(first.stdout, SV("demo.caught"))
    assert in_order(caught, "block", "dispose_text", "unblock")

    assert "Inkorg" in part(first.stdout, SV("demo.inbox"))
    whole = part(first.stdout, SV("demo.case"))
    assert in_order(whole, "submit", "share", "classify", "decide", "refer", "answer", "give_feedback")
    assert "→ Försäkringskassan i beredningsgruppen" in part(first.stdout, SV("demo.routes"))
    assert SV("phase.closed") in part(first.stdout, SV("demo.follow", code="").rstrip(" :"))

    assert "lexheller serve --demo" in first.stdout[-1500:]
    report = Path(re.search(r"^ +(/\S+\.html)$", first.stdout, re.MULTILINE)[1])  # type: ignore[index]  # it is there
    assert report.parent == home / ".local/share/lexheller"
    assert report.read_text("utf-8").startswith("<!doctype html>")

    with closing(open_house(load_settings(None, os.environ))) as house:
        assert announce_deadlines(house) == 0  # whoever had let a day pass was told as the year went by
        checkpoint(house)
    assert lexheller("cases", "--json").stdout.count("\n") > 15
    elsas = json.loads(lexheller("inbox", "--json").stdout)
    assert (elsas["late_count"] > 0, {row["federation"] for row in elsas["late"]}) == (True, {"ALV"})
    assert "\nSKO-" in lexheller("--as", "sven", "cases").stdout

    again = lexheller("demo", LEXHELLER_LANGUAGE="en")
    assert again.returncode == 0, again.stderr
    assert words_for("en")("demo.inbox")[:30] in again.stdout
    with closing(open_house(load_settings(None, os.environ))) as house:
        assert not list(house.settings.checkpoints.glob("checkpoint-*"))  # those of the demo that is gone went too


def test_the_demo_leaves_a_real_installation_alone(terminal: Terminal) -> None:
    number = terminal.submits()
    before = database().read_bytes()
    for language, said in (("sv", "riktig installation"), ("en", "real installation")):
        got = terminal("demo", language=language)
        assert (got.code, got.out) == (5, "")
        assert said in got.err
        assert "LEXHELLER_DATABASE" in got.err
    assert database().read_bytes() == before
    assert terminal("show", number, by="elsa").code == 0


def test_a_demo_that_somebody_has_moved_into_is_real(terminal: Terminal) -> None:
    with closing(open_house(load_settings(None, os.environ))) as house:
        house.store.write(lambda uow: uow.notes.put_value(DEMO, "1"))
    assert terminal("demo").code == 5


def test_the_demo_keeps_the_key(home: Path) -> None:
    lexheller("demo")
    key = home / ".config/lexheller/lexheller.key"
    before = key.read_bytes()
    lexheller("demo")
    assert key.read_bytes() == before


@pytest.mark.parametrize("width", ["80", "120"])
def test_nothing_is_wider_than_the_screen(width: str, home: Path, tmp_path: Path) -> None:
    recorded = tmp_path / "screen.txt"
    asked = f"stty cols {width}; exec {LEXHELLER} demo"
    subprocess.run(["script", "-qec", asked, str(recorded)], check=True, capture_output=True, cwd=home)
    shown = recorded.read_text("utf-8").split(SV("demo.lead", cases=45, steps=459)[:20], 1)[1]
    lines = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\r", "", shown).splitlines()
    wide = [line for line in lines[1:-1] if len(line) > int(width) and "/" not in line]
    assert not wide


def database() -> Path:
    return Path(load_settings(None, os.environ).database.removeprefix("sqlite:///"))
