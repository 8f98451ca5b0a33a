"""Is the README's picture what the terminal really shows?"""

from __future__ import annotations

import re

import pytest

from tests.conftest import hold
from tests.docs.pages import ROOT
from tools.picture import PLACE, SHOWN, picture, printed


@pytest.fixture(scope="module")
def shown() -> list[tuple[str, str]]:
    return list(printed())


def test_the_picture_is_what_the_commands_print(shown: list[tuple[str, str]], request: pytest.FixtureRequest) -> None:
    hold(PLACE, picture(shown), update=bool(request.config.getoption("--update-golden")))


def test_the_picture_shows_something_and_fetches_nothing(shown: list[tuple[str, str]]) -> None:
    assert [line for line, answer in shown if len(answer.splitlines()) > 5] == list(SHOWN)
    assert re.findall(r"@font-face|@import|url\(\W*http|href", PLACE.read_text(encoding="utf-8")) == []


def test_the_readme_shows_it() -> None:
    assert PLACE.relative_to(ROOT).as_posix() in (ROOT / "README.md").read_text(encoding="utf-8")
