"""Does click speak Swedish, all of it, whatever the machine's own language says?"""

import os
import subprocess
import sys
from pathlib import Path

import click
from babel.messages.extract import extract_from_dir

from lexheller.i18n.build import CLICK_ROOM, SOURCES, read_room
from lexheller.i18n.faults import braces, forms

PROGRAM = """
import os, sys
from lexheller.i18n import install_click
install_click(sys.argv.pop(1))
import click

@click.group()
@click.version_option("1")
def lexheller(): ...

@lexheller.command()
@click.argument("case")
@click.option("--n", type=int, default=3, show_default=True)
def show(case, n): ...

lexheller(prog_name="lexheller")
"""


def run(language: str, *arguments: str) -> str:
    environment = {key: value for key, value in os.environ.items() if key not in {"LC_ALL", "LC_MESSAGES", "LANGUAGE"}}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, language, *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**environment, "LANG": "en_US.UTF-8", "PYTHONUTF8": "1"},
    )
    return done.stdout + done.stderr


def click_messages() -> set[str]:
    """List the first form of everything that the installed click looks up."""
    found = extract_from_dir(str(Path(click.__file__).parent))
    # click formats times with a bare "d" for days; extracted too, and the same in Swedish.
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


def test_every_message_of_the_installed_click_has_swedish() -> None:
    room = read_room(SOURCES / "sv" / f"{CLICK_ROOM}.po", "sv")
    swedish = {m.id[0] if m.pluralizable else m.id for m in room if m.id and all(forms(m)) and not m.fuzzy}
    assert len(click_messages()) > 50
    assert click_messages() - swedish == set()


def test_the_swedish_keeps_the_fields_that_click_fills_in() -> None:
    for message in read_room(SOURCES / "sv" / f"{CLICK_ROOM}.po", "sv"):
        if not message.id:
            continue
        english = type(message)(message.id, tuple(message.id) if message.pluralizable else message.id)
        assert braces(message) == braces(english), message.id


def test_help_is_swedish_on_a_machine_that_says_english() -> None:
    told = run("sv", "show", "--help")
    assert "Så här: lexheller show" in told
    assert "Visa den här hjälpen och avsluta." in told
    assert "[förval: 3]" in told


def test_what_is_said_as_commands_are_declared_is_swedish_too() -> None:
    assert "Visa versionen och avsluta." in run("sv", "--help")


def test_mistakes_are_told_in_swedish() -> None:
    assert "Du behöver ange 'CASE'." in run("sv", "show")
    assert "Kommandot 'shw' finns inte." in run("sv", "shw")
    assert "Fel: Valet '--x' finns inte." in run("sv", "show", "--x", "1")


def test_english_stays_as_click_wrote_it() -> None:
    told = run("en", "show", "--help")
    assert "Usage: lexheller show" in told
    assert "Show this message and exit." in told
