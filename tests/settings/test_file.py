"""Which file is read, and what of one that cannot be?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lexheller import settings
from lexheller.errors import UnreadableFile
from lexheller.settings import load_settings
from tests.settings.writing import PATH, written


def test_the_usual_file_is_in_the_configuration_folder(home: Path) -> None:
    folder = home / ".config/lexheller"
    folder.mkdir(parents=True)
    path = written(folder, 'language = "en"')
    assert settings.default_file() == path
    found = load_settings(None, PATH)
    assert (found.language, found.source) == ("en", path)


def test_a_file_in_the_current_folder_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, 'language = "en"')
    monkeypatch.chdir(tmp_path)
    assert load_settings(None, PATH).language == "sv"


def test_a_variable_names_the_file_and_an_argument_goes_before_it(tmp_path: Path) -> None:
    english, other = tmp_path / "english.toml", tmp_path / "other.toml"
    english.write_text('language = "en"')
    other.write_text("busy_timeout = 3")
    assert load_settings(None, {"LEXHELLER_SETTINGS": str(english)}).language == "en"
    assert load_settings(other, {"LEXHELLER_SETTINGS": str(english)}).busy_timeout == 3


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    missing = tmp_path / "missing.toml"
    for path, environ in ((missing, PATH), (None, {"LEXHELLER_SETTINGS": str(missing)})):
        with pytest.raises(UnreadableFile) as caught:
            load_settings(path, environ)
        assert caught.value.data == {"path": str(missing), "why": "missing"}
    with pytest.raises(UnreadableFile) as caught:
        load_settings(tmp_path, PATH)
    assert caught.value.data == {"path": str(tmp_path), "why": "folder"}


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lexheller.toml"
    path.write_bytes('areas = ["Göteborg"]'.encode("cp1252"))
    with pytest.raises(UnreadableFile) as caught:
        load_settings(path, PATH)
    assert caught.value.data["why"] == "encoding"


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    path.chmod(0)
    with pytest.raises(UnreadableFile):
        load_settings(path, PATH)


def test_toml_that_is_none_is_refused_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, 'language = "sv"\nbusy_timeout 3\n')
    with pytest.raises(UnreadableFile) as caught:
        load_settings(path, PATH)
    assert caught.value.data == {"path": str(path), "why": "broken_at", "line": 2}


def test_toml_that_breaks_off_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "areas = [")
    with pytest.raises(UnreadableFile) as caught:
        load_settings(path, PATH)
    assert caught.value.data == {"path": str(path), "why": "broken"}
