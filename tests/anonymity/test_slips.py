"""Slips of the finger and signs that nobody should use: what is found beside what only looks like it."""

import pytest

from lexheller.anonymity import Kind, Strength, check


def found(text: str) -> list[tuple[Kind, str]]:
    return [(f.type, text[f.start : f.end]) for f in check(text) if f.type is not Kind.QUASI]


@pytest.mark.parametrize(
    ("text", "kind", "marked"),
    [
        ("Gäller 831204-985 hos oss.", Kind.PERSONNUMMER, "831204-985"),
        ("Gäller 831204-98588 hos oss.", Kind.PERSONNUMMER, "831204-98588"),
        ("Gäller 19831204-985 hos oss.", Kind.PERSONNUMMER, "19831204-985"),
        ("Ring 070-174 06 05/08-465 004 42 nu.", Kind.PHONE, "08-465 004 42"),
        ("Ring 08:465 004 42 nu.", Kind.PHONE, "08:465 004 42"),
        ("Ring 0980.31-92-57 nu.", Kind.PHONE, "0980.31-92-57"),
        ("Ring 46846500442 nu.", Kind.PHONE, "46846500442"),
        ("Skriv anna@@example..org nu.", Kind.EMAIL, "anna@@example..org"),
        ("A N N A @ E X A M P L E . O R G", Kind.EMAIL, "A N N A @ E X A M P L E . O R G"),
        ("Se http//example.org/a nu.", Kind.URL, "http//example.org/a"),
        ("från 192[dot]0[dot]2[dot]7 i natt", Kind.IP, "192[dot]0[dot]2[dot]7"),
        ("Kv. Björnen 44 är tomt.", Kind.ADDRESS, "Björnen 44"),
        ("hon kör LBX.123 i dag", Kind.PLATE, "LBX.123"),
        ("8327-9, 934 112 338-1 är fel", Kind.BANK, "8327-9, 934 112 338-1"),
        ("Vår ref:\n32028965", Kind.CASE_NUMBER, "32028965"),
        ("född 210762 i Umeå", Kind.DATE_OF_BIRTH, "210762"),
    ],
)
def test_what_is_mistyped_is_found(text: str, kind: Kind, marked: str) -> None:
    assert (kind, marked) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gäller 831304-985 hos oss.",
        "Gäller 070101-985 hos oss.",
        "Ring 08:30 2024 nu.",
        "Öppet 08.30-16.30 och 08/12 2024.",
        "Talet 46846500442 är stort.",
        "Koordinatorn såg LBX.123 i filen.",
        "Förordning (EG) nr 1408/71 gäller.",
        "TBE 1:3 och TBE 2:3 är givna.",
        "Öppettider 08:30 till 12:00.",
        "född 320762 i Umeå",
        "Frågan är 8327-9 eller 934-1.",
        "profilen behövs. Inget konto behövs.",
    ],
)
def test_what_only_looks_like_it_passes(text: str) -> None:
    assert found(text) == []


def test_a_slip_asks_and_does_not_stop() -> None:
    (finding,) = check("Gäller 831204-985 hos oss.")
    assert finding.strength is Strength.ASK


def test_an_account_before_an_address_hides_nothing() -> None:
    assert (Kind.EMAIL, "anna@example.org") in found("insta @anna.b, mejl anna@example.org")


def test_a_word_between_hyphens_needs_a_host_that_ends_as_hosts_do() -> None:
    assert found("stafett -at- vardag.mot lunch") == []
