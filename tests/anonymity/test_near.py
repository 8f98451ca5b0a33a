"""A slow pattern is tried only near the signs that everything it finds has one of."""

import re

import pytest

from lexheller.anonymity.near import around
from lexheller.anonymity.tokens import tokenise

SIGN = re.compile("#+")


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("", []),
        ("nothing", []),
        ("#", [(0, 4)]),
        ("abcdef#ghijkl", [(4, 10)]),
        ("abcdef#gh#ijkl", [(4, 13)]),
        ("abcdef###ghijk#", [(4, 18)]),
        ("a#bcdefghijkl#m", [(0, 5), (11, 17)]),
    ],
)
def test_stretches_that_meet_are_one(text: str, stretches: list[tuple[int, int]]) -> None:
    assert list(around(SIGN, text, 2, 3)) == stretches


def test_a_letter_inside_a_number_is_no_word() -> None:
    assert [token.text for token in tokenise("O7O 1O2 3 X4 Anna9 B")] == ["O", "O", "X", "Anna", "B"]
