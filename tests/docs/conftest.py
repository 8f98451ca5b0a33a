"""A house for the documents' examples, made once and copied for each block of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine

from tests.conftest import move_in
from tests.docs.scene import Reader, lay_out, set_the_scene
from tests.factories import NOON
from tests.serving import mail_for_examples, nobody_waits_for_browsers


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home with the scene in it, to be copied."""
    home = tmp_path_factory.mktemp("docs-scene")
    with pytest.MonkeyPatch.context() as monkeypatch, time_machine.travel(NOON, tick=False):
        move_in(home, monkeypatch)
        monkeypatch.chdir(home)
        set_the_scene(home)
    return home


@pytest.fixture
def empty(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """Return somebody who has installed lexheller and done nothing yet."""
    monkeypatch.chdir(home)
    monkeypatch.setenv("LEXHELLER_DEBUG", "1")
    lay_out(home)
    nobody_waits_for_browsers(monkeypatch)
    with time_machine.travel(NOON, tick=False), mail_for_examples(monkeypatch):
        yield Reader(home, acts_as=None)


@pytest.fixture
def reader(empty: Reader, scene: Path) -> Reader:
    """Return somebody in a copy of the scene."""
    shutil.copytree(scene, empty.home, dirs_exist_ok=True)
    return Reader(empty.home)
