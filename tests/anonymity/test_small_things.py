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


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("He lives at 14 Birch Road, Lund.", "14 Birch Road"),
        ("The client has moved to Flat 2, 14 Birch Road, Lund.", "Flat 2, 14 Birch Road"),
        ("Send it to 22 Old Mill Street, Umeå.", "22 Old Mill Street"),
        ("Her home is 5 Castle Hill.", "5 Castle Hill"),
        ("The letters went to 7B St Mary's Close.", "7B St Mary's Close"),
        ("Post till Rågången 27 kommer tillbaka.", "Rågången 27"),
        ("Rågången 27 är utan hiss.", "Rågången 27"),
    ],
)
def test_a_street_is_found_whole(text: str, street: str) -> None:
    assert _found(text) == [(Kind.ADDRESS, street)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 Wall Street fell.",
        "Form 7 Green Card was sent.",
        "Section 14 Road Traffic Act applies.",
        "The home has 12 House Rules.",
        "It took 3 Court cases.",
        "The 112 Emergency Way of working is old.",
    ],
)
def test_what_is_no_english_street_passes(text: str) -> None:
    assert check(text) == ()


@pytest.mark.parametrize("school", ["Ås skola", "Åsskolan", "Öskolan", "Edskolan", "Sydskolan"])
def test_a_school_of_any_length_is_stopped_at_protected_identity(school: str) -> None:
    found = _found(f"Familjen har skyddad identitet och sonen går i {school}.")
    assert found == [(Kind.PROTECTED, "skyddad identitet"), (Kind.ADDRESS, school)]


@pytest.mark.parametrize("kind", ["grundskola", "Grundskolan", "Särskolan", "Anpassade grundskolan", "Högstadieskolan"])
def test_a_kind_of_school_is_no_place(kind: str) -> None:
    assert check(f"Familjen har skyddad identitet och sonen går i {kind}.") == ()


@pytest.mark.parametrize("place", ["Göteborgstrakten", "Stockholmstrakten", "Umeåtrakten"])
def test_the_country_around_a_town_is_no_small_place(place: str) -> None:
    assert check(f"Hon är 34, fick narkolepsi och bor i {place}.") == ()
    assert check("Hon är 34, fick narkolepsi och bor i Sorseletrakten.") != ()


@pytest.mark.parametrize("kin", ["prästson", "bondson", "smedson", "prästdotter", "läkarsonen", "fiskardottern"])
def test_kin_of_somebody_with_a_trade_narrows_down(kin: str) -> None:
    (finding,) = check(f"En 34-årig {kin} från Malå väntade på sjukpenning.")
    assert "family" in finding.evidence


@pytest.mark.parametrize("word", ["Bristen", "Fristen", "Dialogen", "Katalogen", "Varianten", "Personalbristen"])
def test_a_word_that_ends_as_trades_do_is_none(word: str) -> None:
    assert check(f"{word} i Malå gäller 34 platser.") == ()
    assert check("Organisten i Malå gäller 34 platser.") != ()


@pytest.mark.parametrize("parent", ["Trillingmodern", "Tvillingfadern", "Trillingmamman", "Trillingpappan"])
def test_who_has_triplets_is_a_parent_and_no_sibling(parent: str) -> None:
    assert rewrite(f"{parent} i Malå, 34, väntade.") == "Föräldern på en mindre ort, i 30-årsåldern, väntade."
