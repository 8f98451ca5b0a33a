"""How is a text for the library parted, and put together again?"""

from __future__ import annotations

import pytest

from lexheller.services.library import Told, parts_of, put_together


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (
            Told("Två väntade", "En sak.\n\nEn till.", "Vi ringer."),
            "Två väntade\n\nEn sak.\n\nEn till.\n---\nVi ringer.",
        ),
        (Told("", "En enda mening.", ""), "En enda mening."),
        (Told("Två väntade", "En sak.", ""), "Två väntade\n\nEn sak."),
        (Told("", "", ""), ""),
    ],
)
def test_what_is_put_together_is_parted_in_the_same_way(told: Told, text: str) -> None:
    assert put_together(told) == text
    assert parts_of(text) == told


def test_a_title_ends_in_no_point_and_stands_on_one_line() -> None:
    assert put_together(Told(" Två\nväntade. ", " En sak. ", " ")) == "Två väntade\n\nEn sak."
