"""Does docs/api.md run from top to bottom, and is each answer the one that it shows?"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import time_machine

from lexheller.desk import Desk
from tests.cli.conftest import furnish
from tests.docs.pages import DOCS, python_blocks
from tests.factories import NOON

if TYPE_CHECKING:
    import pytest

PAGE = DOCS / "api.md"
SHOWN = re.compile(r"# -> (.+)$")


def run(block: str, names: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Run a block statement by statement; give the source, what was shown and what came, where something is shown."""
    lines = block.splitlines()
    for node in ast.parse(block).body:
        assert node.end_lineno is not None
        shown = SHOWN.search(lines[node.end_lineno - 1])
        source = ast.get_source_segment(block, node) or ""
        if isinstance(node, ast.Expr) and shown:
            yield source, shown[1].strip(), repr(eval(compile(ast.Expression(node.value), PAGE.name, "eval"), names))  # noqa: S307  # our own page
        else:
            assert not shown, source
            exec(compile(ast.Module([node], []), PAGE.name, "exec"), names)  # noqa: S102  # our own page


def test_the_page_runs_and_answers_what_it_shows(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    names: dict[str, Any] = {}
    shown = 0
    with time_machine.travel(NOON, tick=False):
        furnish()
        for block in python_blocks(PAGE):
            for source, promised, came in run(block, names):
                assert came == promised, source
                shown += 1
    assert shown > 30


def test_a_wrong_answer_is_noticed() -> None:
    assert list(run("x = 1\nx + 1  # -> 3\n", {})) == [("x + 1", "3", "2")]


def test_the_page_names_all_that_a_desk_does() -> None:
    does = {name for name in dir(Desk) if not name.startswith("_")} - {"me"}
    assert {name for name in does if not re.search(rf"\b{name}\b", PAGE.read_text("utf-8"))} == set()
