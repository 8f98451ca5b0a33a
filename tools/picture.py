"""What does the terminal look like? Draws docs/pictures/terminal.svg from what the commands really print on the demo.

.venv/bin/python -m tools.picture
"""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import time_machine
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from lexheller.cli.main import program

PLACE = Path(__file__).parent.parent / "docs" / "pictures" / "terminal.svg"
A_MORNING = datetime(2026, 6, 15, 7, 0, tzinfo=UTC)
WIDTH = 84
LETTER = "Ring Kerstin på 070-174 06 50. Klienten fyllde 58 och fick inget besked.\n"
SHOWN = ("lexheller check brev.txt", "lexheller inbox")
FONT = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)
"""A picture that fetches fonts from elsewhere tells elsewhere who looks at it."""


class _Screen(io.StringIO):
    """Take what is printed, as a terminal would."""

    def isatty(self) -> bool:
        return True


def printed() -> Iterator[tuple[str, str]]:
    """Live the demo's year in a home of its own and give what each command prints, colours and all."""
    with _somewhere() as home, time_machine.travel(A_MORNING, tick=False):
        _run("lexheller demo", io.StringIO())
        (home / "brev.txt").write_text(LETTER, encoding="utf-8")
        for line in SHOWN:
            screen = _Screen()
            _run(line, screen)
            yield line, screen.getvalue()


def picture(shown: Iterable[tuple[str, str]]) -> str:
    """Draw commands and what they print, as SVG."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="standard")
    for place, (line, answer) in enumerate(shown):
        console.print(Text(("\n" if place else "") + f"$ {line}", "bold"))
        console.print(Text.from_ansi(answer.rstrip("\n")))
    return console.export_svg(title="lexheller", code_format=FONT.sub("", CONSOLE_SVG_FORMAT), unique_id="terminal")


@contextmanager
def _somewhere() -> Iterator[Path]:
    kept = {name: word for name, word in os.environ.items() if not name.startswith(("LEXHELLER_", "XDG_", "NO_COLOR"))}
    back = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        colours = {"TERM": "xterm", "COLUMNS": str(WIDTH)}
        with patch.dict(os.environ, kept | colours | {"HOME": folder}, clear=True):
            os.chdir(folder)
            try:
                yield Path(folder)
            finally:
                os.chdir(back)


def _run(line: str, screen: io.StringIO) -> None:
    with redirect_stdout(screen), redirect_stderr(screen):
        try:
            code = program.main(shlex.split(line)[1:], standalone_mode=False)
        except SystemExit as ended:
            code = int(ended.code or 0)
    if code not in {0, 5}:  # the gate answers 5 when it has found something
        sys.exit(screen.getvalue())


if __name__ == "__main__":
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.write_text(picture(printed()), encoding="utf-8")
    print(PLACE)
