"""Is the overview light, whole, and in the reader's language? Does every command tell what it does, with an example?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import click
import pytest

from lexheller.cli import output
from lexheller.cli.frame import Session
from lexheller.cli.main import COMMANDS, program
from lexheller.i18n.language import LANGUAGES
from lexheller.i18n.words import words_for
from tests.cli.conftest import Terminal
from tests.conftest import Golden

HEAVY = {
    "sqlalchemy",
    "alembic",
    "rich",
    "jinja2",
    "transitions",
    "cryptography",
    "msgspec",
    "holidays",
    "babel",
    "yaml",
}
LEXHELLER = Path(sys.executable).with_name("lexheller")
HELP = """
import sys
from lexheller.cli.main import COMMANDS, program
language, names = sys.argv[1], sys.argv[2:]
for name in names:
    print(f"$ lexheller {name} --help")
    program.main(["--language", language, name, "--help"], standalone_mode=False)
    print()
"""


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words, capture_output=True, encoding="utf-8", check=False, env={**os.environ, "PYTHONUTF8": "1", **environment}
    )


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, json\nfrom lexheller.cli.main import program\n"
        "program.main(['--help'], standalone_mode=False)\nprint(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    imported = set(json.loads(run(sys.executable, "-c", code).stderr))
    assert {name.partition(".")[0] for name in imported} & HEAVY == set()
    commands = {f"lexheller.cli.{where.partition(':')[0]}" for where in COMMANDS.values()}
    assert imported & commands == set()


def test_help_takes_little_longer_than_a_hello(tmp_path: Path) -> None:
    hello = tmp_path / "hello.py"
    hello.write_text("import click\n@click.command()\ndef hello(): ...\nhello()\n", encoding="utf-8")
    ours, theirs = [], []
    for _ in range(9):
        theirs.append(cpu([sys.executable, str(hello), "--help"]))
        ours.append(cpu([str(LEXHELLER), "--help"]))
    # The aim is 1.3, which `make bench` measures in peace; here other tests may run beside it.
    assert min(ours) / min(theirs) < 1.6


def cpu(command: list[str]) -> float:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    return used.ru_utime + used.ru_stime


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview(language: str, golden: Golden) -> None:
    got = run(str(LEXHELLER), "--help", LEXHELLER_LANGUAGE=language)
    assert got.returncode == 0
    golden(f"cli/help.{language}.txt", got.stdout)


def ours() -> list[str]:
    """List the commands whose helps stand in one golden file each language."""
    return [
        name
        for name, where in COMMANDS.items()
        if where.partition(":")[0]
        in {"submit", "check", "follow", "inbox", "cases", "show", "steps", "search", "common_steps"}
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_helps(language: str, golden: Golden) -> None:
    got = run(sys.executable, "-c", HELP, language, *ours())
    assert got.stderr == ""
    golden(f"cli/helps.{language}.txt", got.stdout)


@pytest.mark.parametrize(
    "name", [name for name in COMMANDS if find_spec(f"lexheller.cli.{COMMANDS[name].split(':')[0]}")]
)
def test_every_command_has_words_and_an_example(name: str) -> None:
    with program.make_context("lexheller", [], obj=Session(), resilient_parsing=True) as ctx:
        found = program.get_command(ctx, name)
    assert found is not None
    for command in leaves(found):
        assert getattr(command, "examples", ()), command.name
        assert command.callback is None or command.callback.__doc__ or command.name in COMMANDS
    for language in LANGUAGES:
        words = words_for(language)
        assert words.has(f"command.{name}")
        assert len(words(f"command.{name}")) <= 50


def leaves(command: click.Command) -> list[click.Command]:
    if isinstance(command, click.Group):
        return [leaf for inner in command.commands.values() for leaf in leaves(inner)]
    return [command]


def test_the_launcher_of_a_checkout_is_the_program() -> None:
    root = Path(__file__).parents[2]
    assert run(sys.executable, str(root / "cli.py"), "--version").stdout.startswith("lexheller ")


def test_the_language_is_chosen_before_click_speaks() -> None:
    assert "Så här: lexheller [VAL] KOMMANDO" in run(str(LEXHELLER), "--help", LANG="en_US.UTF-8").stdout
    assert "Usage: lexheller [OPTIONS] COMMAND" in run(str(LEXHELLER), "--language", "en", "--help").stdout
    assert "Usage: lexheller check" in run(str(LEXHELLER), "--language=en", "check", "--help").stdout
    assert "Kommandot 'shw' finns inte." in run(str(LEXHELLER), "shw").stderr
    assert "No such command 'shw'." in run(str(LEXHELLER), "shw", LEXHELLER_LANGUAGE="en").stderr


def test_the_settings_choose_the_language_where_nobody_else_does(tmp_path: Path) -> None:
    settings = tmp_path / "lexheller.toml"
    settings.write_text('language = "en"\n', encoding="utf-8")
    before = [str(LEXHELLER), "--settings", str(settings)]
    assert run(*before, "check", "--help").stdout.startswith("Usage:")
    assert run(*before, "--language", "sv", "check", "--help").stdout.startswith("Så här:")
    assert run(*before, "check", "--help", LEXHELLER_LANGUAGE="sv").stdout.startswith("Så här:")


def test_usage_errors_are_two_and_name_what_is_wrong() -> None:
    for words in (["shw"], ["--language", "fr", "cases"], ["cases", "--limit", "0"], ["show"], ["do", "GBG-2026-0001"]):
        got = run(str(LEXHELLER), *words)
        assert (got.returncode, got.stdout) == (2, ""), words
        assert got.stderr.strip()
        assert "Traceback" not in got.stderr


def test_an_offered_case_waits_in_the_inbox_with_what_to_type(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = terminal.attested()
    terminal.does("elsa", number, "redirect", channel="sister_federation", other="INS")
    (row,) = terminal("inbox", "--json", by="ines").json["mine"]
    assert (row["number"], row["federation"], row["next"]) == (number, "GBG", "accept")
    assert row["title"] == "En person väntade länge på besked från två håll"
    with monkeypatch.context() as patched:
        patched.setattr(output, "on_terminal", lambda: True)
        assert f"lexheller accept {number}" in terminal("inbox", by="ines").out
    terminal("accept", number, by="ines")
    (row,) = terminal("inbox", "--json", by="ines").json["mine"]
    assert (row["number"], row["next"]) == ("INS-2026-0001", "open_dialogue")
