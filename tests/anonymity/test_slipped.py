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


_NUMBERS = frozenset({Kind.PERSONNUMMER, Kind.SAMORDNINGSNUMMER, Kind.DATE_OF_BIRTH})
_WHEREABOUTS = frozenset({Kind.ADDRESS, Kind.POSTAL_CODE})


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        *((line, _NUMBERS) for line in _lines("told_numbers.txt")),
        *((line, _WHEREABOUTS) for line in _lines("told_addresses.txt")),
    ],
)
def test_no_figure_of_what_is_told_in_parts_is_left(line: str, kinds: frozenset[Kind]) -> None:
    text, spans = _marked(line)
    found = {place for f in check(text) if f.type in kinds for place in range(f.start, f.end)}
    for start, end in spans:
        assert not any(text[place].isnumeric() and place not in found for place in range(start, end)), text[start:end]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("K-nr K 5512-18-4471.", Kind.CASE_NUMBER),
        ("Ordernr 0812-4477-31.", Kind.CASE_NUMBER),
        ("Kvinnan 5512-18-4471.", Kind.PERSONNUMMER),
        ("Ordernr 070-174 06 05.", Kind.PHONE),
        ("Serienr +46 0018-7743-22.", Kind.PHONE),
    ],
)
def test_the_number_of_a_thing_or_a_case_is_nobodys(text: str, kind: Kind) -> None:
    assert [f.type for f in check(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Artikelnummer 0025-8841-12.",
        "Serienummer SN 0018-7743-22.",
        "Hjälpmedlet har serienr 0701-7733-12.",
        "Inventarienr 0046-2231-11.",
        "Modell 0313-9006-00 är slut.",
        "Item no 0018-2211-40 is missing.",
        "Nr 7965 710813 enligt akten.",  # no word for such numbers, and a wrong check digit
        "Se not ①② i bilagan.",
        "Sista fyra veckorna, 20230412 till 20230510, var svåra.",
        "Det är 9876 811218 stycken.",
        "Vi skrev 811218 och sen 9875.",
    ],
)
def test_what_is_only_like_a_number_told_in_parts_passes(text: str) -> None:
    assert check(text) == ()


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
