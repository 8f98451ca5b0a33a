"""Does the program work from a wheel, in an environment of its own, away from the checkout?"""

from __future__ import annotations

import getpass
import json
import os
import site
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FORM = {
    "vad_hande": "Ett besked dröjde och två myndigheter väntade på varandra.",
    "partners": "fk",
    "submitter_org": "af",
    "contact": "code",
}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the environment's folder of programs; what lexheller depends on is this environment's own."""
    folder = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv/bin"
    install = [str(programs / "python"), "-m", "pip", "install", "-qq", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    (packages,) = (folder / "venv").glob("lib/python3*/site-packages")
    # the checkout itself stands in our packages as an editable install: only what it depends on is lent
    for lent in (Path(place) for place in site.getsitepackages() if Path(place).is_dir()):
        for found in lent.iterdir():
            if "lexheller" not in found.name and not (packages / found.name).exists():
                (packages / found.name).symlink_to(found)
    return programs


def test_a_first_day(installed: Path, home: Path) -> None:
    def lexheller(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        return subprocess.run(
            [installed / "lexheller", *words],
            input=typed,
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=home,
            env={**environment, "PYTHONUTF8": "1"},
        )

    where = [str(installed / "python"), "-c", "import lexheller; print(lexheller.__file__)"]
    assert str(installed.parent) in subprocess.run(where, capture_output=True, text=True, check=True, cwd=home).stdout

    founded = lexheller("init", typed=f"GBG\nFörbundet Exempel\n\n\n{getpass.getuser()}\nElsa Exempel\n")
    assert founded.returncode == 0, founded.stderr
    (home / "arende.json").write_text(json.dumps(FORM), encoding="utf-8")
    sent = lexheller("submit", "arende.json")
    assert sent.returncode == 0, sent.stderr
    inbox = lexheller("inbox", "--json")
    assert [row["number"][:4] for row in json.loads(inbox.stdout)["mine"]] == ["GBG-"], inbox.stderr
    assert lexheller("verify").returncode == 0
    assert lexheller("report", "pattern", "--format", "html", "--out", "rapport.html").returncode == 0
    assert lexheller("doctor", "--json").returncode == 5  # a case, and no backup yet
    assert lexheller("backup").returncode == 0
    checked = lexheller("doctor")
    assert checked.returncode == 0, checked.stdout
