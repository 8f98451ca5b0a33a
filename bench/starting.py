"""How long does the overview take to come up? Against a hello made with click, as CPU time of whole processes."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.rounds import line

ROUNDS = 25
HELLO = "import click\n@click.command()\ndef hello():\n    click.echo('hej')\nhello()\n"


def cpu(command: list[str]) -> float:
    """Give the seconds of CPU that a process used, its own and the system's for it."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return used.ru_utime + used.ru_stime


def main(rounds: int = ROUNDS) -> None:
    """Print the figure."""
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO, encoding="utf-8")
        commands = {
            "hello": [sys.executable, str(hello), "--help"],
            "ours": [str(Path(sys.executable).with_name("lexheller")), "--help"],
        }
        ratios, millis = [], []
        for _ in range(rounds + 1):
            took = {name: cpu(commands[name]) for name in random.sample(tuple(commands), 2)}
            ratios.append(took["ours"] / took["hello"])
            millis.append(took["ours"] * 1000)
        ratio = statistics.median(ratios[1:])
        print(line(f"lexheller --help, CPU ({statistics.median(millis):.0f} ms), to a click hello", ratio, 1.3))


if __name__ == "__main__":
    main()
