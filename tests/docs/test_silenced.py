"""Does whoever silences a check say why, beside it?"""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path
from tokenize import COMMENT, generate_tokens

import pytest

CHECKOUT = Path(__file__).parents[2]
_SILENCED = re.compile(r"#\s*(?:ruff: )?(?:noqa|type: ignore)\b(?:: ?[A-Z]+\d+(?:, ?[A-Z]+\d+)*|\[[\w, -]+\])?")


def silent(source: str) -> list[str]:
    """Give the comments that silence a check and hold no reason."""
    comments = [token.string for token in generate_tokens(StringIO(source).readline) if token.type == COMMENT]
    return [each for each in comments if _SILENCED.search(each) and not _SILENCED.sub("", each).strip(" #-")]


@pytest.mark.parametrize("room", ["bench", "examples", "lexheller", "tests", "tools"])
def test_every_check_that_is_silenced_has_its_reason_beside_it(room: str) -> None:
    read = {path: path.read_text(encoding="utf-8") for path in (CHECKOUT / room).rglob("*.py")}
    assert read
    assert {str(path): found for path, source in read.items() if (found := silent(source))} == {}


@pytest.mark.parametrize(
    ("line", "is_silent"),
    [
        ("x = 2  # noqa: PLR2004", True),
        ("x = 2  # noqa: PLR2004, E501", True),
        ("x = 2  # type: ignore[misc, arg-type]", True),
        ("x = 2  # type: ignore[misc]  # noqa: E501", True),
        ("x = 2  # type: ignore", True),
        ("x = 2  # noqa: PLR2004  # a pair", False),
        ("x = 2  # noqa: PLR2004 - a pair", False),
        ("x = 2  # type: ignore[misc]  # bound on purpose", False),
        ("x = 2  # no reason is asked for", False),
    ],
)
def test_a_reason_is_seen_where_there_is_one(line: str, is_silent: bool) -> None:
    assert bool(silent(line)) is is_silent
