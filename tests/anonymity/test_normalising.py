"""Text in any dress is read as the same text, and every place points back into the original."""

import datetime as dt
import re
import unicodedata

import pytest
from hypothesis import assume, given
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
        ("Anna  Berg,  14   maj  1987", "Anna Berg, 14 maj 1987"),
        ("Anna    Berg", "Anna    Berg"),
        ("198  312", "198  312"),
        ("A n d e r s  B e r g", "Anders Berg"),
        ("Anna\u200bBerg", "Anna Berg"),
        ("Anna\u2060\u200d\ufeffBerg", "Anna Berg"),
        ("An\u200bna BE\u200bRG", "Anna BERG"),
    ],
)
def test_one_way_of_writing(written: str, read: str) -> None:
    assert normalise(written).text == read


@pytest.mark.parametrize("text", ["d å i å ö", "t.ex. o.s.v. p.g.a.", "a b", "20 m\u00b2", "R. B.", "A B C", "Анна"])
def test_small_words_abbreviations_and_other_scripts_stay(text: str) -> None:
    assert normalise(text).text == text


def test_spaced_letters_reach_the_names_as_one_word() -> None:
    for text, name in (("Hon heter A n d e r s i passet.", "A n d e r s"), ("A n e t t e ringde.", "A n e t t e")):
        assert [text[f.start : f.end] for f in check(text) if f.type is Kind.PERSON] == [name]


@pytest.mark.parametrize(
    "name", ["Fatima\u200bYusuf", "Fatima\u200d\u2060Yusuf", "Anna  Berg", "A n d e r s  B e r g", "Sten-Åke  Fors"]
)
def test_no_blank_that_shows_too_little_or_too_much_hides_half_a_name(name: str) -> None:
    text = f"I går ringde {name} till oss."
    assert [text[f.start : f.end] for f in check(text) if f.type is Kind.PERSON] == [name]


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


@pytest.mark.parametrize("text", ["121212+121219", "pnr 121212+121219", "121212+121220 här"])
def test_a_plus_makes_no_stretch_of_days_that_would_hide_a_number(text: str) -> None:
    assert {text[f.start : f.end] for f in check(text) if f.strength is Strength.STOP} == {"121212+1212"}


# What people and systems glue to a number: a page, a version, an account, a digit too many.
_GLUES = ("", "2", "22", "x2", "0", "07", "-2", "/2", "/22", "\u20132", ".2", "/1/2", "-2.pdf", "\u200b2", "_v2", "12 ")
_WAYS = (
    "{c}{a}-{b}",
    "{c}{a}{b}",
    "{a}-{b}",
    "{a}{b}",
    "{a} {b}",
    "{c} {a} {b}",
    "{c}{y}-{m}-{d}-{b}",
    "{c}{y} {m} {d} {b}",
    "{c}{y}/{m}/{d} {b}",
    "{a} \u2013 {b}",
    "{a}-\n{b}",
    "{a}_{b}",
    "{a}.{b}",
)


@pytest.mark.parametrize("way", [*_WAYS, "apart"])
@given(st.dates(dt.date(1930, 1, 1), dt.date(2019, 12, 31)), st.integers(0, 999), st.data())
def test_nothing_glued_to_a_number_hides_it(way: str, born: dt.date, serial: int, data: st.DataObject) -> None:
    ten = f"{born:%y%m%d}{serial:03}"
    ten += next(digit for digit in "0123456789" if luhn(ten + digit))
    century = f"{born:%Y}"[:2]
    number = (
        " ".join(century + ten)
        if way == "apart"
        else way.format(c=century, a=ten[:6], b=ten[6:], y=ten[:2], m=ten[2:4], d=ten[4:6])
    )
    glue = data.draw(st.sampled_from(_GLUES))
    after = data.draw(st.booleans())
    text = number + glue if after else glue.removesuffix(".pdf") + number
    assume(not re.fullmatch(r"\D?[0-3]\d{11}", normalise(text).text))  # a clock writes so: 240507094357
    assume(not _told_by_a_clock(ten[:2], ten[6:], after=after, glue=glue))
    start = text.index(number)
    cover = {at for f in check(text) if f.strength is Strength.STOP for at in range(f.start, f.end)}
    assert all(start + at in cover for at, char in enumerate(number) if char.isdigit()), text


def _told_by_a_clock(year: str, four: str, *, after: bool, glue: str) -> bool:
    """Tell whether a date and these digits are rather a time, or a day and the last day of a stretch."""
    return (
        after
        and glue[:1] in {"1", "2", "0", "/", "-", "."}
        and (four < "2400" or four[:2] in {"19", "20"} or 0 <= int(four[:2]) - int(year) <= 3)
    )
