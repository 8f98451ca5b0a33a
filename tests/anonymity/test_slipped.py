"""Is a date of birth found that a text lets slip, and is no other date taken for one?"""

from pathlib import Path

import pytest

from lexheller.anonymity import Kind, check

_HERE = Path(__file__).parent


def _lines(name: str) -> list[str]:
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _marked(line: str) -> tuple[str, list[tuple[int, int]]]:
    """Give a text without its marks, and where the marked dates stand in it."""
    text, spans = "", []
    for number, piece in enumerate(line.replace("⟦", "⟧").split("⟧")):
        if number % 2:
            spans.append((len(text), len(text) + len(piece)))
        text += piece
    return text, spans


@pytest.mark.parametrize("line", _lines("slipped_births.txt"))
def test_a_date_of_birth_that_is_let_slip_is_found(line: str) -> None:
    text, spans = _marked(line)
    found = [f for f in check(text) if f.type in {Kind.DATE_OF_BIRTH, Kind.PERSONNUMMER}]
    for start, end in spans:
        assert any(f.start < end and start < f.end for f in found), text[start:end]
        left = set(range(start, end)) - {place for f in found for place in range(f.start, f.end)}
        assert not any(text[place].isdigit() for place in left), text[start:end]


@pytest.mark.parametrize("text", _lines("slipped_clean.txt"))
def test_what_befell_on_a_day_is_no_date_of_birth(text: str) -> None:
    assert check(text) == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("She turns forty in May.", "in May"),
        ("Her son (3 April 2015) waits.", "3 April 2015"),
        ("Han blir fyrtio i maj.", "i maj"),
        ("Hon fyllde år i lördags, 52, och fick avslag.", "i lördags, 52"),
        ("Det gäller mitt barn, 3/4 -15, som väntar.", "3/4 -15"),
        ("Tolfte mars åttiofyra, då kom hon.", "Tolfte mars åttiofyra"),
        ("Hans elvaårsdag är den 3 maj.", "3 maj"),
        ("Bebisen beräknas komma den 3 maj 2024.", "3 maj 2024"),
        ("Klienten är från mars 1977.", "mars 1977"),
        ("Hon var tre veckor gammal den 4 maj 2021 när hon placerades.", "4 maj 2021"),
    ],
)
def test_the_date_alone_is_marked(text: str, date: str) -> None:
    assert [(f.type, text[f.start : f.end]) for f in check(text)] == [(Kind.DATE_OF_BIRTH, date)]


@pytest.mark.parametrize(
    "text",
    [
        "Min bror (8 mars 2012) är med.",  # a grown-up's day may be another
        "Sonen, 3 april 2019, placerades.",
        "Vårt barn (3/4 -15 och framåt) väntar.",
        "Klienten är från mars 2022.",
        "Kommunen blev tre år den 3 maj.",
        "Organisationens elvaårsdag är den 3 maj.",
        "De kom den 3 april 2015, två månader för sent.",
        "Det fick hon den 3 april 2015.",
    ],
)
def test_what_may_be_another_day_passes(text: str) -> None:
    assert check(text) == ()
