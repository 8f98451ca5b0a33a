"""Every way to say what narrows down is seen, weighs what its like do, and has a word that may stand instead."""

from collections import defaultdict
from pathlib import Path

import pytest

from lexheller.anonymity.rare_parts import parts


def _phrases() -> dict[str, list[str]]:
    """Give the phrases under what is said of the part that stands in brackets."""
    told: dict[str, list[str]] = defaultdict(list)
    for line in (Path(__file__).parent / "rare_parts.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            said, _, phrases = line.partition(":")
            told[said] += phrases.strip().replace("\\n", "\n").split(" | ")
    return told


TOLD = _phrases()
NOTHING = TOLD.pop("nothing")


@pytest.mark.parametrize("said", TOLD)
def test_a_part_weighs_what_it_should_and_something_may_stand_instead(said: str) -> None:
    for phrase in TOLD[said]:
        text = phrase.replace("[", "").replace("]", "")
        start, end = phrase.index("["), phrase.index("]") - 1
        there = [f"{p.rarity} {p.weight} {p.says}".strip() for p in parts(text) if (p.start, p.end) == (start, end)]
        assert there == [said], phrase


@pytest.mark.parametrize("text", NOTHING)
def test_what_stands_close_to_a_part_is_none(text: str) -> None:
    assert parts(text) == []
