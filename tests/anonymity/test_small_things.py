"""What stands close to something else and was once taken for it: owners, numbers dialled from abroad, brackets."""

import pytest

from lexheller.anonymity import Kind, check, rewrite


def _found(text: str) -> list[tuple[Kind, str]]:
    return [(f.type, text[f.start : f.end]) for f in check(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fatimas förening svarar inte.", ["Fatima"]),
        ("Vi sökte pengar ur Yusufs fond.", ["Yusuf"]),
        ("Läkaren talade om Karins syndrom.", ["Karin"]),
        ("Downs syndrom, Retts syndrom och Robins syndrom är kända.", []),
        ("Sankt Eriks stiftelse och Maria kyrka ger bidrag.", []),
        ("Karls kyrka och Gustavs park är gamla.", []),
        ("Vi åt på Fatimas café.", []),
    ],
)
def test_a_first_name_before_what_may_be_somebodys_is_asked_about(text: str, names: list[str]) -> None:
    assert [said for kind, said in _found(text) if kind is Kind.PERSON] == names


@pytest.mark.parametrize("number", ["+46 (0)72-706 69 16", "+46 (0)76-887 53 15", "+46(0)70 682 87 94"])
def test_a_zero_in_brackets_is_dialled_at_home_and_begins_no_date(number: str) -> None:
    assert _found(f"Ring {number} i morgon.") == [(Kind.PHONE, number)]


def test_a_number_after_46_is_still_seen() -> None:
    assert (Kind.PERSONNUMMER, "831204-9859") in _found("Född i rum 46, 831204-9859.")


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("Adress: Backen 58", "Backen 58"),
        ("Hon hittades på Backen 58 i natt.", "Backen 58"),
        ("Besök:\nGärdet 12\nkl. 9", "Gärdet 12"),
    ],
)
def test_a_street_of_one_short_word_is_found(text: str, street: str) -> None:
    assert (Kind.ADDRESS, street) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "På Backen 300 meter bort finns hissen.",
        "Backen 3 och Åsen 4 är avdelningar.",
        "Det som kom på standard in var fel.",
        "Åsen 12 mars.",
    ],
)
def test_what_is_no_street_passes(text: str) -> None:
    assert check(text) == ()


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Mejl [anna@example.org] nu.", "Mejl [e-postadress borttagen] nu."),
        ("Mejl (anna@example.org) nu.", "Mejl (e-postadress borttagen) nu."),
        ("Ring (070) 174 06 05 i dag.", "Ring (telefonnummer borttaget) i dag."),
        (
            "Kvinnan är i Arjeplog, 34 år och har narkolepsi.",
            "Kvinnan bor på en mindre ort, i 30-årsåldern och har en neurologisk sjukdom.",
        ),
    ],
)
def test_what_is_put_in_fits_where_it_stands(text: str, instead: str) -> None:
    assert rewrite(text) == instead
