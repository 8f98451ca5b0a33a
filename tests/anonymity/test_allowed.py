"""Does a list of words let past exactly those words, and only what looks like a name?"""

from __future__ import annotations

import pytest

from lexheller.anonymity import Kind, allowed_form, check

TEXT = "Praktiken hos Anna Lindgren tog slut."


def names(text: str, *allowed: str) -> list[str]:
    return [
        text[f.start : f.end] for f in check(text, [allowed_form(word) for word in allowed]) if f.type is Kind.PERSON
    ]


@pytest.mark.parametrize(
    "word", ["Anna Lindgren", "anna  lindgren", "ANNA LINDGREN", "Anna\u00a0Lindgren", "An\u200bna Lindgren"]
)
def test_a_word_is_known_however_it_is_written(word: str) -> None:
    assert names(TEXT) == ["Anna Lindgren"]
    assert names(TEXT, word) == []


def test_a_word_passes_in_the_genitive_and_a_longer_name_does_not() -> None:
    text = "Vi ringde Anna Lindgren. Anna Lindgrens chef visste inget."
    assert len(names(text)) > 1
    assert names(text, "Anna Lindgren") == []
    assert names("Vi skrev till Anna Almgren.", "Anna", "Anna Lindgren") == ["Anna Almgren"]


def test_a_number_is_found_whatever_the_list_says() -> None:
    for text in ("Numret 19900602-2397 stod där.", "Skriv till anna@example.org nu."):
        found = check(text)
        assert found
        assert check(text, [allowed_form(text[one.start : one.end]) for one in found]) == found
