"""Does the domain know anything but Python? From services/ down only the standard library, with two exceptions.

The contracts in pyproject.toml name the packages we use; this also catches one that nobody has thought of yet.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "lexheller"
DOMAIN = [
    "services",
    "processes",
    "routing",
    "anonymity",
    "patterns",
    "deadlines",
    "workflow.py",
    "model",
    "errors.py",
    "i18n",
]
INVITED = {"transitions": "lexheller/workflow.py", "babel": "lexheller/i18n/"}
STANDARD = sys.stdlib_module_names


def modules() -> list[str]:
    found = [path for room in DOMAIN for path in ((HOUSE / room).rglob("*.py") if "." not in room else [HOUSE / room])]
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def imported(node: ast.AST) -> set[str]:
    """Return the top-level packages that a syntax tree imports, wherever in it."""
    names: set[str] = set()
    for child in ast.walk(node):
        if isinstance(child, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in child.names)
        elif isinstance(child, ast.ImportFrom) and child.module and not child.level:
            names.add(child.module.partition(".")[0])
    return names


def test_the_domain_is_found() -> None:
    assert "lexheller/workflow.py" in modules()
    assert "lexheller/errors.py" in modules()


@pytest.mark.parametrize("module", modules())
def test_the_domain_knows_only_the_standard_library(module: str) -> None:
    foreign = imported(ast.parse((ROOT / module).read_text("utf-8"))) - STANDARD - {"lexheller"}
    assert {name for name in foreign if name not in INVITED or not module.startswith(INVITED[name])} == set()


def test_the_library_behind_processes_is_imported_only_when_one_is_compiled() -> None:
    tree = ast.parse((HOUSE / "workflow.py").read_text("utf-8"))
    at_import = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert "transitions" in imported(tree)
    assert not any("transitions" in imported(node) for node in at_import)
