from __future__ import annotations

import pytest

from lexheller.deadlines import Term, Unit
from lexheller.errors import BadValue


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("5 arbetsdagar", Term(5, Unit.WORKING_DAYS)),
        ("1 arbetsdag", Term(1, Unit.WORKING_DAYS)),
        ("5 working_days", Term(5, Unit.WORKING_DAYS)),
        ("5 Working  Days", Term(5, Unit.WORKING_DAYS)),
        ("60 dagar", Term(60, Unit.DAYS)),
        ("60 days", Term(60, Unit.DAYS)),
        (" 2 MÅNADER ", Term(2, Unit.MONTHS)),
        ("1 month", Term(1, Unit.MONTHS)),
        ("0 dagar", Term(0, Unit.DAYS)),
    ],
)
def test_terms_are_read_in_both_languages(text: str, term: Term) -> None:
    assert Term.parse(text) == term


@pytest.mark.parametrize("text", ["", "5", "dagar", "fem dagar", "-5 dagar", "5 veckor", "5 dagar till", "5.5 dagar"])
def test_what_is_no_term_is_refused_with_examples(text: str) -> None:
    with pytest.raises(BadValue) as refused:
        Term.parse(text)
    assert "5 arbetsdagar" in str(refused.value.data["allowed"])


def test_a_term_is_said_in_singular_and_plural() -> None:
    assert Term(1, Unit.WORKING_DAYS).format() == "1 arbetsdag"
    assert Term(60, Unit.DAYS).format() == "60 dagar"
    assert Term(2, Unit.MONTHS).format("en") == "2 months"


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("amount", [0, 1, 14])
def test_every_way_to_write_a_term_is_read_back(amount: int, unit: Unit) -> None:
    term = Term(amount, unit)
    assert [Term.parse(written) for written in (str(term), term.format("sv"), term.format("en"))] == [term] * 3


def test_a_term_is_never_negative() -> None:
    with pytest.raises(BadValue):
        Term(-1, Unit.DAYS)
