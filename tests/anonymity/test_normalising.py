"""Text in any dress is read as the same text, and every place points back into the original."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexheller.anonymity import Kind, Strength, check
from lexheller.anonymity.digits import luhn
from lexheller.anonymity.normal import normalise

ODD = st.text(
    alphabet="aåÅÄ12 90-+.@\n\r\t\u200b\u00ad\u0301\u2011\u00a0\uff11\u0661&;#%<>/bA n\u202e\u2066Oo\u043e\u0410²³¹",
    max_size=60,
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("070\u2011174\u00a006\u200b05", "070-174 0605"),
        ("\uff11\uff12\u0663\u06f4\U0001d7d3", "12345"),
        ("&#48;7&nbsp;1&#x31;", "07 11"),
        ("a%40b 8%2D1", "a@b 8-1"),
        ("<b>83</b>1204", "831204"),
        ("A n d e r s", "Anders"),
        ("A n d e r s S v e n", "Anders Sven"),
        ("A N N A", "ANNA"),
        ("K-a-r-i-n", "Karin"),
        ("E v a", "Eva"),
        ("A\u030asa", "Åsa"),
        ("Аnna", "Anna"),  # noqa: RUF001 - a Cyrillic letter
        ("1\u00b2\u00b3\u2074\u2075", "12345"),
        ("x\r\ny", "x\ny"),
    ],
)
def test_one_way_of_writing(written: str, read: str) -> None:
    assert normalise(written).text == read


@pytest.mark.parametrize("text", ["d å i å ö", "t.ex. o.s.v. p.g.a.", "a b", "20 m\u00b2", "R. B.", "A B C", "Анна"])
def test_small_words_abbreviations_and_other_scripts_stay(text: str) -> None:
    assert normalise(text).text == text


def test_spaced_letters_reach_the_names_as_one_word() -> None:
    text = "Hon heter A n d e r s i passet."
    assert [text[f.start : f.end] for f in check(text) if f.type is Kind.PERSON] == ["A n d e r s"]


@given(ODD)
def test_the_map_is_whole_and_never_goes_back(text: str) -> None:
    normal = normalise(text)
    last_start = last_end = 0
    for place in range(len(normal.text)):
        start, end = normal.span(place, place + 1)
        assert last_start <= start < end <= len(text)
        assert last_end <= end
        last_start, last_end = start, end


@given(ODD)
def test_what_is_read_can_be_read_again(text: str) -> None:
    once = normalise(text).text
    assert unicodedata.normalize("NFC", once) == once or "\u0301" in text


def _number(serial: int, day: int) -> str:
    start = f"8312{day:02}{serial:03}"
    return start[:6] + "-" + start[6:] + next(digit for digit in "0123456789" if luhn(start + digit))


@given(st.text(max_size=40), st.text(max_size=40), st.integers(0, 999), st.integers(1, 31))
def test_adding_text_never_hides_a_number_with_a_right_check_digit(
    before: str, after: str, serial: int, day: int
) -> None:
    number = _number(serial, day)
    text = f"{before} {number} {after}"
    start = len(before) + 1
    cover = {at for f in check(text) if f.strength is Strength.STOP for at in range(f.start, f.end)}
    assert all(start + at in cover for at, char in enumerate(number) if char.isdigit()), text


@given(
    st.lists(
        st.sampled_from(
            ["12", " ", "-", "1", "0", "070", "dnr ", "konto ", ".", "831204", "/", ":", "SE45", "\n", "+"]
        ),
        max_size=8,
    ),
    st.integers(0, 999),
)
def test_other_digits_beside_it_never_hide_it_either(parts: list[str], serial: int) -> None:
    number = _number(serial, 4)
    text = "".join(parts) + " " + number
    start = len(text) - len(number)
    cover = {at for f in check(text) if f.strength is Strength.STOP for at in range(f.start, f.end)}
    assert all(start + at in cover for at, char in enumerate(number) if char.isdigit()), text
