"""Does the page on security name tests that there are, and something for each who might attack?"""

from __future__ import annotations

import re

import pytest

from tests.docs.pages import DOCS, ROOT

PAGE = (DOCS / "security.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([a-z]+/\w+\.py)(?:::(\w+))?`", PAGE)))
WHO = ("colleague", "partner", "boss", "code", "scanner", "stranger", "backup", "insider")


@pytest.mark.parametrize(("file", "name"), NAMED, ids=["::".join(filter(None, each)) for each in NAMED])
def test_every_test_that_is_named_is_there(file: str, name: str) -> None:
    found = (ROOT / "tests" / file).read_text(encoding="utf-8")
    assert f"\ndef {name}(" in found if name else "\ndef test_" in found


def test_everybody_who_might_attack_has_a_test_and_an_honest_word() -> None:
    parts = {part.partition("\n")[0]: part for part in PAGE.split("\n## ")[1:]}
    for who in WHO:
        (heading,) = [heading for heading in parts if who in heading]
        assert re.search(r"\.py::\w+`", parts[heading]), heading
        assert "Not answered:" in parts[heading], heading
    assert len(NAMED) > 30


def test_the_page_is_found_from_the_readme() -> None:
    assert "(docs/security.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
