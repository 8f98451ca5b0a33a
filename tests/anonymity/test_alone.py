"""Does the room work for other people's programs: installed without dependencies, and asked by one line of Python?"""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from lexheller.anonymity import boundaries, check, explain, rewrite

text = "Ring Fatima Yusuf, 070-174 06 05. Tiden att överklaga går ut."
found = check(text)
assert [one.type for one in found] == ["PERSON", "PHONE"], found
assert explain(found[0], text, "en").looks_like == "This looks like a person's name."
assert check(rewrite(text)) == ()
assert boundaries(text) == ("review_appeal",)
house = [m for m in sys.modules if m.startswith("lexheller") and not m.startswith("lexheller.anonymity")]
assert house == ["lexheller"], house
assert not {"click", "rich", "babel", "sqlalchemy"} & set(sys.modules)
print("alone")
"""


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the program without its dependencies into an environment that holds nothing else."""
    folder = tmp_path_factory.mktemp("alone")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, check=True, capture_output=True, cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "empty", with_pip=True)
    python = folder / "empty" / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "-qq", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    return python


def test_the_room_needs_nothing_but_itself(python: Path, tmp_path: Path) -> None:
    done = subprocess.run([str(python), "-I", "-c", PROGRAM], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.stdout == "alone\n", done.stderr


def test_the_filter_needs_nothing_but_itself(python: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [str(python), "-I", "-m", "lexheller.anonymity"],
        input='"Ring 070-174 06 05"\n',
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.stdout == '[{"start": 5, "end": 18, "type": "PHONE"}]\n', done.stderr
