"""Do the docs name every setting with its real default?"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from lexheller import settings
from lexheller.settings import load_settings
from tests.settings.writing import PATH, written

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


def rows() -> dict[str, list[str]]:
    found = [line.strip("|").split("|") for line in DOCS.read_text("utf-8").splitlines() if line.startswith("| `")]
    return {cells[0].strip(" `"): [cell.strip() for cell in cells[1:]] for cells in found}


def test_the_docs_name_every_setting_and_no_other() -> None:
    assert set(rows()) == set(settings.KEYS) == set(settings.written_keys())


@pytest.mark.parametrize("key", settings.KEYS)
def test_the_docs_say_a_sentence_of_each(key: str) -> None:
    variable, default, sentence = rows()[key]
    assert variable == f"`{settings.variable(key)}`"
    assert default
    assert re.fullmatch(r"[A-Z].{20,}\.", sentence)


def test_the_defaults_in_the_docs_are_the_real_ones() -> None:
    quoted = {key: cells[1].strip("`") for key, cells in rows().items() if cells[1].startswith("`")}
    plain = {key: value for key, value in quoted.items() if " in the " not in value}
    as_if_set = {settings.variable(key): value for key, value in plain.items()}
    assert {"language", "busy_timeout", "deadlines.answer", "reopening.months"} <= set(plain)
    assert load_settings(None, as_if_set) == load_settings(None, PATH)


def test_the_whole_file_of_the_docs_is_read(tmp_path: Path) -> None:
    block = DOCS.read_text("utf-8").partition("```toml\n")[2].partition("```")[0]
    found = load_settings(written(tmp_path, block), PATH)
    assert found.rests[0].holds(date(2026, 7, 15))
    assert {"night_shelters"} == set(found.themes)
