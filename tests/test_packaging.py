"""Does what we declare agree with what we ship and pin?"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import lexheller

ROOT = Path(__file__).parent.parent
PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[A-Za-z0-9.+!]+)")


@pytest.fixture(scope="module")
def pins() -> dict[str, str]:
    lines = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    found = [PIN.fullmatch(line) for line in lines]
    assert None not in found, "constraints.txt holds name==version and nothing else"
    return {canonicalize_name(match["name"]): match["version"] for match in found if match}


def declared() -> set[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lists = [
        project["build-system"]["requires"],
        project["project"]["dependencies"],
        *project["project"]["optional-dependencies"].values(),
    ]
    return {Requirement(line) for group in lists for line in group}


@pytest.mark.parametrize("requirement", sorted(declared(), key=str), ids=str)
def test_every_dependency_has_a_pin_it_allows(requirement: Requirement, pins: dict[str, str]) -> None:
    name = canonicalize_name(requirement.name)
    assert name in pins, f"{requirement.name} has no pin in constraints.txt"
    assert requirement.specifier.contains(pins[name])


def test_pins_are_sorted_and_unique(pins: dict[str, str]) -> None:
    assert list(pins) == sorted(pins)
    assert len(pins) == sum("==" in line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, env=os.environ | {"PYTHONWARNINGS": ""}, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    checkout = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "lexheller").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        shipped = {name for name in archive.namelist() if name.startswith("lexheller/")}
    assert "lexheller/py.typed" in shipped
    assert shipped == checkout


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        info = f"lexheller-{lexheller.__version__}.dist-info"
        metadata = archive.read(f"{info}/METADATA").decode()
        scripts = archive.read(f"{info}/entry_points.txt").decode()
        licence = archive.read(f"{info}/licenses/LICENSE").decode()
    assert f"Version: {lexheller.__version__}\n" in metadata
    assert "License-Expression: EUPL-1.2\n" in metadata
    assert "lexheller = lexheller.cli.main:main" in scripts
    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
