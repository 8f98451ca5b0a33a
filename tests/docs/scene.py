"""The house that the documents' examples are run in: a few cases, each ready for what is shown of it."""

from __future__ import annotations

import getpass
import json
import os
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lexheller.settings import load_settings
from tests.cli.conftest import Answer, Terminal, furnish
from tests.cli.test_examples import SCENE, let_stand, ready_to_classify
from tests.docs.pages import Line, files
from tests.factories import a_form

LEADER, FIRST = "elsa", "GBG-2026-0001"


def with_partners(terminal: Terminal) -> str:
    number = terminal.attested()
    terminal.does(LEADER, number, "set_level", level="organisation", reason="Rutinen saknas.")
    terminal.does(LEADER, number, "consult", to="fk-beredning", purpose="reply", reason="De ansvarar för rutinen.")
    return number


def closed(terminal: Terminal) -> str:
    number = terminal.submits()
    terminal.does(LEADER, number, "solve", solution="Rutinen ändrades.", feedback="Rutinen är ändrad. Tack!")
    return number


def in_talk(terminal: Terminal) -> str:
    number = terminal.submits(contact="Ring 070-174 06 50")
    terminal.does(LEADER, number, "open_dialogue")
    return number


def tied(terminal: Terminal) -> str:
    number = ready_to_classify(terminal)
    terminal.does(LEADER, number, "tie_pattern", pattern="GBG/P1", reason="Samma fråga som i de andra.")
    return number


def offer_a_case() -> None:
    """Let the neighbours offer a case of theirs: INS-2026-0001."""
    ines = Terminal().desk("ines")
    number = ines.submit(a_form()).number
    ines.do(number, "open_dialogue", {})
    ines.do(number, "retell", {"as_received": True})
    ines.do(number, "attest", {"area_harmless": False})
    ines.do(number, "redirect", {"channel": "sister_federation", "other": "GBG"})
    ines.close()


CASES: tuple[Callable[[Terminal], str], ...] = (*SCENE, with_partners, closed, in_talk, tied, let_stand)
"""GBG-2026-0001 to 0011: as the commands' own examples have them, then those that these functions are named for."""
CODES = {"koden.txt": FIRST, "koden-avslutat.txt": "GBG-2026-0008"}
TYPED = {"lexheller submit": "Två håll väntade på varandra och ingen kallade.\n\n1,2\n3\n2\nn\nj\nj\n"}
"""What is typed where a command asks."""

RULES = """[[rule]]
name = "bostad"
to = "styrgrupp"
because = "Styrgruppen har lovat att se till bostadsfrågorna."

[rule.when]
any_partner = ["fk"]
"""

SHEET = """Nr;Datum;Vad hände;Noterat;Parter;Status
1;2025-05-13;Personen väntade länge på besked.;Hyran kunde inte betalas.;FK, AF;Pågår
"""


def set_the_scene(home: Path) -> None:
    """Make the house in the home that is set, and the files that examples name."""
    furnish()
    terminal = Terminal()
    for place, make in enumerate(CASES, 1):
        assert make(terminal) == f"GBG-2026-{place:04d}", make
    offer_a_case()
    for name, number in CODES.items():
        (home / name).write_text(terminal.codes[number], encoding="utf-8")
    form = json.dumps(a_form(), ensure_ascii=False)
    (home / "arende.json").write_text(form, encoding="utf-8")
    for name in ("rules.toml", "regler.toml"):
        (home / name).write_text(RULES, encoding="utf-8")
    (home / "arket.csv").write_text(SHEET, encoding="cp1252")
    (home / "karta.yaml").write_text("columns:\n  Noterat: consequence\n", encoding="utf-8")
    (home / "text.txt").write_text("En person väntade på ett besked.\n", encoding="utf-8")
    (home / "brev.txt").write_text("Ring Anna Exempel på 070-174 06 50.\n", encoding="utf-8")


def lay_out(home: Path) -> None:
    """Put the files that documents show whole where examples look for them."""
    for name, body in files().items():
        (home / name).write_text(body.replace("root]", f"{getpass.getuser()}]"), encoding="utf-8")


@dataclass
class Reader:
    """Somebody who types what a document shows, as the process leader unless it says `--as`."""

    home: Path
    acts_as: str | None = LEADER

    def types(self, line: Line) -> Answer:
        """Type one line, with the shell's < and > as far as documents use them."""
        name, *words = shlex.split(line.words)
        assert name == "lexheller"
        typed, into = TYPED.get(line.words, ""), None
        if "<" in words:
            words, (_, source) = words[:-2], words[-2:]
            typed = (self.home / source).read_text(encoding="utf-8")
        if ">" in words:
            words, (_, into) = words[:-2], words[-2:]
        got = Terminal()(*words, by=None if "--as" in words else self.acts_as, typed=typed)
        if into:
            (self.home / into).write_text(got.out, encoding="utf-8")
        return got

    def has_only_a_backup(self, name: str) -> None:
        """Lose the database; a backup of it is left, and the key."""
        assert Terminal()("backup", name).code == 0
        settings = load_settings(None, os.environ)
        for left in Path(settings.database.removeprefix("sqlite:///")).parent.glob("lexheller.db*"):
            left.unlink()
