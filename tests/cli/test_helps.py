"""Are the helps of routes, reports, process and running as they should be, in both languages?"""

from __future__ import annotations

import subprocess
import sys

import pytest

from lexheller.i18n.language import LANGUAGES
from tests.conftest import Golden

HELPS = (
    "routes", "routes list", "routes check", "routes explain", "routes try", "report", "report pattern", "process",
    "init", "demo", "serve", "invite", "sendtestmail", "verify", "checkpoint", "key", "key rotate", "key copy",
    "backup", "restore", "upgrade", "doctor",
)  # fmt: skip
CODE = """
import sys
from lexheller.cli.main import program
for name in sys.argv[2:]:
    print(f"$ lexheller {name} --help")
    program.main(["--language", sys.argv[1], *name.split(), "--help"], standalone_mode=False)
    print()
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_helps(language: str, golden: Golden) -> None:
    got = subprocess.run(
        [sys.executable, "-c", CODE, language, *HELPS], capture_output=True, encoding="utf-8", check=False
    )
    assert got.stderr == ""
    golden(f"cli/helps.running.{language}.txt", got.stdout)
