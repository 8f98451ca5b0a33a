"""Names in capitals, with the family name first, and broken over lines; and what only looks like them."""

from pathlib import Path

import pytest

from lexheller.anonymity import Kind, check

HERE = Path(__file__).parent
FIRST = ("Karin", "Fatima", "Katarzyna")
# From no list at all to a word that is a place too.
FAMILY = ("Sandgren", "Hauglund", "Czarnecki", "Rosengren", "Haddad", "Berg")


def _names(text: str) -> list[str]:
    return [text[found.start : found.end] for found in check(text) if found.type is Kind.PERSON]


@pytest.mark.parametrize("family", FAMILY)
def test_a_family_name_in_capitals_after_a_first_name_belongs_to_it(family: str) -> None:
    for first in FIRST:
        name = f"{first} {family.upper()}"
        for text in (f"Beslutet gällde {name} och ett barn.", f"{name} ringde i går.", f"Kopia till {name}."):
            assert _names(text) == [name], text


@pytest.mark.parametrize("family", FAMILY[:-1])
def test_a_family_name_in_capitals_is_found_alone(family: str) -> None:
    for text in (f"Ärendet gäller {family.upper()}", f"Beslutet gällde {family.upper()} och ett barn."):
        assert _names(text) == [family.upper()], text


@pytest.mark.parametrize("family", FAMILY)
@pytest.mark.parametrize("form", ["{l}, {f}", "{L}, {f}", "{L}, {F}", "{L} {F}", "{L} {f}"])
def test_the_family_name_may_come_first(family: str, form: str) -> None:
    for first in FIRST:
        name = form.format(f=first, l=family, F=first.upper(), L=family.upper())
        for text in (f"Ärende om {name} avslutades.", f"{name}\nBesök den tredje maj"):
            assert _names(text) == [name], text


def test_a_list_of_people_stays_a_list() -> None:
    assert _names("Igår kom Eva, Fatima och en tolk.") == ["Eva", "Fatima"]
    assert _names("På mötet var Lisa Berg, Nils Ek och en tolk.") == ["Lisa Berg", "Nils Ek"]


@pytest.mark.parametrize("between", ["\n", "\n> ", "\n>> ", "\n    ", "  \n  ", "\n\n", "\r\n", "\n" + 20 * " "])
@pytest.mark.parametrize("family", FAMILY[:-1])
def test_a_name_over_a_line_break_is_found_whole(family: str, between: str) -> None:
    for first in FIRST:
        name = f"{first}{between}{family}"
        assert _names(f"Vi träffade {name} i går.") == [name]


@pytest.mark.parametrize("hyphen", ["-", "\u00ad", "\u2010"])
@pytest.mark.parametrize("between", ["\n", "\r\n", "\n> ", "\n    "])
def test_a_name_with_a_hyphen_at_the_end_of_the_line_is_found_whole(hyphen: str, between: str) -> None:
    for name in ("Karin Sand{}gren", "Kata{}rzyna Nowak", "Fatima Haug{}lund"):
        broken = name.format(hyphen + between)
        assert _names(f"Vi träffade {broken} i går.") == [broken]


def test_a_hyphen_at_the_end_of_the_line_joins_no_other_words() -> None:
    for text in ("Heltids-\noch deltidsvikarier slutade.", "- Vik\n- Ås", "Kommun-\nRegion är ett gränssnitt."):
        assert _names(text) == []
    assert _names("Vi ringde Anna-\nLena i går.") == ["Anna-\nLena"]


@pytest.mark.parametrize("family", ["Alzheimer", "Crohn", "Gran", "Löv", "Sand", "Vik", "Ås", "Han", "Park"])
def test_a_family_name_that_is_a_word_or_an_illness_is_found_after_a_first_name(family: str) -> None:
    for first in FIRST:
        name = f"{first} {family}"
        for text in (f"{name} ringde", f"I går träffade vi {name} på mötet.", f"Kopia till {name}."):
            assert _names(text) == [name], text
    if family != "Han":
        assert _names(f"Beslutet gällde KARIN {family.upper()} och ett barn.") == [f"KARIN {family.upper()}"]


def test_what_an_illness_has_is_no_name() -> None:
    assert _names("Fatimas Alzheimer blev värre.") == ["Fatima"]
    assert _names("Han har Alzheimer, Crohns sjukdom och Parkinson.") == []
    assert _names("Vi pratade med Nils Han. Han var arg, och Han kom inte.") == ["Nils Han"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("FATIMAS HANDLÄGGARE SVARAR INTE.", ["FATIMA"]),
        ("KATARZYNA HAUGLAND VILL INTE BYTA HANDLÄGGARE.", ["KATARZYNA HAUGLAND"]),
        ("MIN SON ERIK FICK AVSLAG IGEN.", ["ERIK"]),
        ("EVA SJÖGRENS HANDLÄGGARE SVARAR INTE.", ["EVA SJÖGREN"]),
        ("VI HAR VÄNTAT PÅ ATT NILS FALK SKA RINGA.", ["NILS FALK"]),
        ("NAMN: ÅKERLUND, INGER. ÄRENDE: AVSLAG.", ["ÅKERLUND, INGER"]),
        ("VI TRÄFFADE FEMKE VAN DIJK PÅ MÖTET.", ["FEMKE VAN DIJK"]),
        ("DET ÄR BARA ATT VISA ALLA TILL RÄTTA.", []),
    ],
)
def test_a_line_of_capitals_is_read_as_any_other(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        line.replace("\\n", "\n")
        for line in (HERE / "loud_harmless.txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ],
)
def test_headings_lists_and_broken_lines_hold_nobody(text: str) -> None:
    assert _names(text) == []


def test_a_name_before_a_line_that_is_an_address_is_kept() -> None:
    for between in ("\n", "\n\n", "\n> "):
        assert _names(f"Mvh Zorblatt{between}Hasselv 94") == ["Zorblatt"]


def test_a_trade_inside_a_name_makes_no_rare_combination() -> None:
    for first in ("Per-Olof", "Karin"):
        found = check(f"{first} Abdirahmans syster ringde.")
        assert [each.type for each in found] == [Kind.PERSON]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("LINDSTRÖMS HANDLÄGGARE SVARAR INTE.", ["LINDSTRÖM"]),
        ("Beslutet gällde LINDSTRÖM och ett barn.", ["LINDSTRÖM"]),
        ("Ärendet gäller KIM.", ["KIM"]),
        ("Vi väntar på Sjögren.", ["Sjögren"]),
        ("Enligt Holm finns inget beslut.", ["Holm"]),
        ("Vi träffade Femke\n> de Boer i går.", ["Femke\n> de Boer"]),
        ("Mötet med Mayss\n    Al Hakim ställdes in.", ["Mayss\n    Al Hakim"]),
        ("AL HAKIM, Mayss\nBesök den tredje maj", ["AL HAKIM, Mayss"]),
        ("Nalwoga Vik ringde", ["Nalwoga Vik"]),
        ("Vi väntar på Försäkringskassan, och Treserva ligger nere hos Skatteverket.", []),
    ],
)
def test_a_family_name_is_known_by_what_stands_around_it(text: str, names: list[str]) -> None:
    assert _names(text) == names


LETTERS = """
    FINSAM SAMSAM VÄRMSAM MADRS AUDIT WHODAS BBIC KASAM SITHS FASS KOMVUX KRAMI KOLADA UNICEF UNESCO FRONTEX NATO SWIFT
    ABBA DEMENS KRAFT SAMBA KOSTRA POSTNR DIARIENR MARIAMOTTAGNING PERSONNUMMER GRUPPBOENDE STOPP
"""


@pytest.mark.parametrize("letters", LETTERS.split())
def test_letters_that_stand_for_words_are_nobody(letters: str) -> None:
    for text in (
        f"Vi fick inget svar från {letters} om placeringen.",
        f"Ärendet gäller {letters} och LSS.",
        f"{letters} skulle ringa, sade handläggaren.",
        f"    {letters}\nMötet handlade om vård.",
        f"VI FICK INGET SVAR FRÅN {letters} I MARS.",
    ):
        assert _names(text) == [], text


@pytest.mark.parametrize("name", ["Han, Seung-min", "GUULEED PARK", "EMEL STÅL", "KARIN ROSEN"])
def test_a_short_family_name_or_a_word_is_known_by_an_unheard_of_first_name(name: str) -> None:
    for text in (f"Deltagare: {name} och kommunen", f"Klient {name} fick avslag på ansökan."):
        assert _names(text) == [name], text
    assert _names("Han, Erik och jag kom. Du, Yongkangprojektet är slut. MARK och PARK sköts av SKANSKA.") == ["Erik"]
