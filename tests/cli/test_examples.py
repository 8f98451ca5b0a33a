"""Does every example in a command's help do what it says?"""

from __future__ import annotations

import json
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import time_machine

from lexheller.cli.frame import Command, Session
from lexheller.cli.main import program
from tests.cli.conftest import Terminal, furnish
from tests.cli.test_overview import ours
from tests.conftest import move_in
from tests.factories import NOON, a_form
from tests.serving import mail_for_examples, nobody_waits_for_browsers


def examples() -> list[str]:
    with program.make_context("lexheller", [], obj=Session(), resilient_parsing=True) as ctx:
        commands = [program.get_command(ctx, name) for name in ours()]
    return [example for command in commands if isinstance(command, Command) for example in command.examples]


def ready_to_classify(terminal: Terminal) -> str:
    number = terminal.attested()
    terminal.does("elsa", number, "share", group="natverk")
    return number


def ready_to_decide(terminal: Terminal) -> str:
    number = ready_to_classify(terminal)
    terminal.does("elsa", number, "classify", level="organisation", reason="Rutinen saknas.")
    return number


def ready_to_refer(terminal: Terminal) -> str:
    number = ready_to_decide(terminal)
    terminal.does("birgitta", number, "decide", kind="refer", reason="Parterna behöver svara.")
    return number


def ready_for_feedback(terminal: Terminal) -> str:
    number = terminal.submits()
    terminal.does("elsa", number, "solve", solution="Rutinen ändrades.")
    return number


def let_stand(terminal: Terminal) -> str:
    """Let a place be named that looks like a person, and another that is on the list already: by two people."""
    number = terminal.submits()
    terminal.does("olle", number, "open_dialogue")
    text = "Praktiken hos Anna Lindgren tog slut, och hos Erik Svensson fanns ingen plats."
    with pytest.MonkeyPatch.context() as keyboard:
        keyboard.setenv("LOGNAME", "olle")
        desk = terminal.desk("olle")
        desk.do(number, "retell", {"shared_text": text}, vouched=True)
        rows = [f"{place} | organisation" for place in (1, 2)]
        desk.do(number, "attest", {"area_harmless": False, "overrides": rows})
        desk.close()
    desk = terminal.desk("elsa")
    desk.allow_word("Erik Svensson")
    desk.close()
    return number


SCENE: tuple[Callable[[Terminal], str], ...] = (
    Terminal.submits, Terminal.attested, ready_to_classify, ready_to_decide, ready_to_refer, ready_for_feedback,
)  # fmt: skip
"""Makes GBG-2026-0001 to 0006, each ready for what the examples do with it."""

OLD_SHEET = (
    "Nr;Datum;Vad hände;Parter;Status;Återkoppling;Anteckning\n"
    "1;2024-05-13;Personen väntade länge på ett besked.;FK, AF;Avslutad;De enades.;\n"
    "2;14/3 2025;Två myndigheter väntade på varandra.;Vårdcentralen;Pågår;;\n"
)


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home with the scene in it, to be copied: making it takes longer than an example."""
    home = tmp_path_factory.mktemp("scene")
    with pytest.MonkeyPatch.context() as monkeypatch, time_machine.travel(NOON, tick=False):
        move_in(home, monkeypatch)
        furnish()
        terminal = Terminal()
        for number, make in enumerate(SCENE, 1):
            assert make(terminal) == f"GBG-2026-{number:04d}"
        let_stand(terminal)
        (home / "gamla.csv").write_text(OLD_SHEET, encoding="cp1252")
        assert terminal("import", str(home / "gamla.csv"), "--yes", by="elsa").code == 0
    (home / "arende.yaml").write_text(json.dumps(a_form()), encoding="utf-8")
    (home / "arende.json").write_text(json.dumps(a_form()), encoding="utf-8")
    (home / "text.txt").write_text("En person väntade på ett besked.\n", encoding="utf-8")
    (home / "arket.csv").write_text(OLD_SHEET, encoding="cp1252")
    (home / "karta.yaml").write_text("columns:\n  Anteckning:\n", encoding="utf-8")
    (home / "koden.txt").write_text(terminal.codes["GBG-2026-0001"], encoding="utf-8")
    return home


@pytest.fixture
def scene(furnished: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    shutil.copytree(furnished, home, dirs_exist_ok=True)
    monkeypatch.chdir(home)
    monkeypatch.setenv("LEXHELLER_DEBUG", "1")
    nobody_waits_for_browsers(monkeypatch)
    with time_machine.travel(NOON, tick=False), mail_for_examples(monkeypatch):
        yield Terminal()


@pytest.mark.parametrize("example", examples())
def test_an_example_works(scene: Terminal, home: Path, example: str) -> None:
    name, *words = shlex.split(example)
    typed = ""
    if "<" in words:
        typed = (home / words[-1]).read_text(encoding="utf-8")
        words = words[:-2]
    got = scene(*words, by={"decide": "birgitta", "invite": "adam"}.get(words[0], "elsa"), typed=typed)
    assert (name, got.code) == ("lexheller", 0), got.err
    if "--json" in words:
        assert got.json is not None


def test_there_are_examples() -> None:
    assert len(examples()) > 25
