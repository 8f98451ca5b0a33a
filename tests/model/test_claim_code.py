from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexheller.errors import MistypedCode
from lexheller.model.claim_code import ALPHABET, BITS, format_code, parse_code

numbers = st.integers(min_value=0, max_value=2**BITS - 1)
PLACES = 21


def bare(code: str) -> str:
    return code.replace("-", "")


def test_alphabet_has_32_letters_and_no_look_alikes() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set(ALPHABET) & set("ILOU")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (0, "0000-0000-0000-0000-0000-0"),
        (1, "0000-0000-0000-0000-0001-Y"),  # 1 doubled is 2; 32 - 2 is 30, the letter Y
        (2**100 - 1, "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-M"),  # 20 times 31, doubled or not: 620; 640 - 620 is 20, the letter M
        (16, "0000-0000-0000-0000-000G-Z"),  # 16 doubled is 1 and 0 in base 32
        (32, "0000-0000-0000-0000-0010-Z"),
    ],
)
def test_a_code_is_worked_out_by_hand(number: int, code: str) -> None:
    assert format_code(number) == code


def test_bytes_give_their_first_hundred_bits() -> None:
    number = 0x123456789ABCDEF0123456789
    content = (number << 4).to_bytes(13, "big")
    assert format_code(content) == format_code(number)
    assert format_code(content[:-1] + bytes([content[-1] | 0x0F]) + b"more") == format_code(number)


@pytest.mark.parametrize("bits", [-1, 2**100, b"", b"x" * 12])
def test_too_few_or_too_many_bits_are_refused(bits: bytes | int) -> None:
    with pytest.raises(ValueError, match="100 bits"):
        format_code(bits)


@given(numbers)
def test_a_code_is_five_groups_of_four_and_a_check_character(number: int) -> None:
    code = format_code(number)
    assert re.fullmatch(rf"([{ALPHABET}]{{4}}-){{5}}[{ALPHABET}]", code)
    assert parse_code(code) == code


@given(numbers, numbers)
def test_different_bits_give_different_codes(one: int, other: int) -> None:
    assert (format_code(one) == format_code(other)) == (one == other)


@given(numbers, st.data())
def test_a_code_is_read_however_it_is_typed(number: int, data: st.DataObject) -> None:
    code = format_code(number)
    typed = ""
    for character in bare(code):
        written = {"1": "1IiLl", "0": "0Oo"}.get(character, character + character.lower())
        typed += data.draw(st.sampled_from(written)) + data.draw(
            st.sampled_from(["", "-", " ", " - ", "–", "\u00a0", ". "])
        )
    assert parse_code(typed) == code


@given(numbers)
def test_every_single_wrong_character_is_noticed(number: int) -> None:
    code = bare(format_code(number))
    for place in range(PLACES):
        for wrong in set(ALPHABET) - {code[place]}:
            with pytest.raises(MistypedCode):
                parse_code(code[:place] + wrong + code[place + 1 :])


@given(numbers)
def test_every_swap_of_neighbours_is_noticed_but_0_with_z(number: int) -> None:
    code = bare(format_code(number))
    for place in range(PLACES - 1):
        one, other = code[place], code[place + 1]
        if one == other or {one, other} == {"0", "Z"}:
            continue
        with pytest.raises(MistypedCode):
            parse_code(code[:place] + other + one + code[place + 2 :])


@given(numbers, st.integers(0, PLACES - 1), st.sampled_from(ALPHABET))
def test_a_character_too_few_or_too_many_is_noticed(number: int, place: int, extra: str) -> None:
    code = bare(format_code(number))
    for wrong in (code[:place] + code[place + 1 :], code[:place] + extra + code[place:]):
        with pytest.raises(MistypedCode):
            parse_code(wrong)


@given(numbers, st.integers(0, PLACES - 1), st.sampled_from("UuÅ!_²٣ß"))
def test_a_character_that_no_code_has_is_noticed(number: int, place: int, strange: str) -> None:
    code = bare(format_code(number))
    with pytest.raises(MistypedCode):
        parse_code(code[:place] + strange + code[place + 1 :])


@given(st.text())
def test_anything_else_is_mistyped_and_nothing_worse(typed: str) -> None:
    try:
        assert re.fullmatch(rf"([{ALPHABET}]{{4}}-){{5}}[{ALPHABET}]", parse_code(typed))
    except MistypedCode as error:
        assert typed == "" or typed not in str(error)  # noqa: PT017  # a code may come out, too
