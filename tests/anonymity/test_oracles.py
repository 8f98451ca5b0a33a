"""What other people's libraries call a valid number, the gate finds too."""

import datetime as dt

import phonenumbers
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from personnummer import personnummer  # type: ignore[import-untyped]  # it has none
from stdnum import iban, luhn
from stdnum.se import personnummer as se_personnummer

from lexheller.anonymity import Kind, Strength, check
from lexheller.anonymity import digits as digits_room
from tests.anonymity.written import FIRST, rows

COUNTRIES = ("SE", "NO", "DK", "FI", "PL", "DE", "GB", "SY", "SO", "IQ", "IR", "TR", "UA", "US")
STYLES = (phonenumbers.PhoneNumberFormat.E164, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _covered(text: str, written: str) -> bool:
    start = text.index(written)
    cover = {at for f in check(text) if f.strength is Strength.STOP for at in range(f.start, f.end)}
    return all(start + at in cover for at, char in enumerate(written) if char.isalnum())


@given(st.text(alphabet="0123456789", min_size=2, max_size=16))
def test_the_check_digit_is_that_of_the_library(number: str) -> None:
    assert digits_room.luhn(number) == luhn.is_valid(number)


@given(
    st.dates(dt.date(1925, 1, 1), dt.date(2024, 1, 1)),
    st.integers(1, 999),
    st.booleans(),
    st.sampled_from(["-", "", " "]),
)
def test_every_valid_personal_number_stops(born: dt.date, serial: int, coordination: bool, sign: str) -> None:
    start = f"{born:%y%m}{born.day + 60 * coordination:02}{serial:03}"
    number = start + next(digit for digit in "0123456789" if luhn.is_valid(start + digit))
    full = f"{born:%Y}{number[2:6]}-{number[6:]}"
    assert personnummer.valid(full)
    if not coordination:
        assert se_personnummer.is_valid(full)
    written = f"{born:%Y}{number[2:6]}{sign}{number[6:]}"
    assert _covered(f"Gäller {written} enligt uppgift.", written)


@pytest.mark.parametrize("country", COUNTRIES)
def test_example_numbers_of_many_countries_stop(country: str) -> None:
    for kind in (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE):
        number = phonenumbers.example_number_for_type(country, kind)
        assert number is not None
        for style in STYLES:
            written = phonenumbers.format_number(number, style)
            assert _covered(f"Brodern nås på {written} efter fem.", written)


@given(st.integers(10_000_000, 999_999_999), st.booleans())
def test_every_valid_swedish_number_stops(number: int, spaced: bool) -> None:
    parsed = phonenumbers.parse(f"+46{number}", None)
    assume(phonenumbers.is_valid_number(parsed))
    assume(phonenumbers.number_type(parsed) in {0, 1})  # fixed and mobile: the rest lead to offices
    style = phonenumbers.PhoneNumberFormat.NATIONAL if spaced else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    written = phonenumbers.format_number(parsed, style)
    assume(not written.startswith("010"))
    assert _covered(f"Ring {written} efter fem.", written)


def test_the_generators_numbers_are_valid_to_others() -> None:
    for row in rows(*FIRST, seed=3):
        if row.kind is Kind.BANK and row.form in {"{iban}", "{de}", "{no}", "{pl}"}:
            assert iban.is_valid(row.written, check_country=False)
