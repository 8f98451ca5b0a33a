"""Does what every test stands on hold? Its own home, and golden files that notice a change."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from tests import conftest


def test_each_test_has_an_empty_home_of_its_own(home: Path) -> None:
    assert Path.home() == home
    assert list(home.iterdir()) == []
    for folder in (platformdirs.user_data_path("lexheller"), platformdirs.user_config_path("lexheller")):
        assert folder.is_relative_to(home)


def test_a_program_that_a_test_starts_lives_there_too(home: Path) -> None:
    where = subprocess.run(
        [sys.executable, "-c", "import pathlib; print(pathlib.Path.home())"], capture_output=True, text=True, check=True
    )
    assert where.stdout.strip() == str(home)


def test_no_settings_of_the_developer_leak_in(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("LEXHELLER_DATABASE", "sqlite:////var/lib/the-real-one.sqlite3")
        monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
        conftest.move_in(tmp_path, monkeypatch)
        assert not any(name.startswith(("LEXHELLER_", "LC_")) for name in os.environ)


def test_a_golden_file_notices_a_change(tmp_path: Path) -> None:
    path = tmp_path / "helps" / "greeting.txt"
    conftest.hold(path, "Hej\r\n", update=True)
    conftest.hold(path, "Hej\r\n", update=False)
    for changed in ("Hej\n", "Hej då\r\n", ""):
        with pytest.raises(AssertionError):
            conftest.hold(path, changed, update=False)


def test_a_golden_file_that_is_missing_is_no_success(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="--update-golden writes it"):
        conftest.hold(tmp_path / "never-written.txt", "", update=False)
