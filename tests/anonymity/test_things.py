"""Well-known things, places and programs pass, unless something says that somebody is called so."""

import pytest

from lexheller.anonymity import Kind, check


def _names(text: str) -> list[str]:
    return [text[f.start : f.end] for f in check(text) if f.type is Kind.PERSON]


@pytest.mark.parametrize(
    "text",
    [
        "Programmet finns för Linux och Mac, inte för Android eller Ubuntu.",
        "Bilen är en Cadillac, hans förra en Renault.",
        "Hon flög från Los Angeles via San Francisco till Addis Abeba.",
        "Staden Reggio Emilia är känd för sina förskolor.",
        "Kursen i Marte Meo hölls hos Clas Ohlson i city.",
        "Ventolin och Atacand togs bort, och så Folacin.",
        "Kaos råder i journalen. Klass 8 har flyttat.",
        "Åskådarna hälsar AIKs lag, och ARPAnet byggdes ut.",
        "Se handboken till journalctl(1) i systemet.",
        "Titanic, Estonia och Brexit nämndes på mötet.",
        "Kryssaren Göta Leijon och passagerarfartyget Ragnvald Jarl låg i hamn.",
        "Välkomna på Eder högtidsdag! Det gäller intellektuell egendom och kallas konservatism.",
        "Kontakta administratören.",
        "Tryck på Esc eller Num Lock, sedan Fn.",
        "Resan till Washington och Bali ställdes in.",
    ],
)
def test_a_well_known_thing_is_nobody(text: str) -> None:
    assert _names(text) == []


def test_a_square_stays_a_square_where_its_king_is_named_too() -> None:
    assert _names("Vi mötte Gustav Adolf där. Tåget passerar Gustav Adolfs torg och går vidare.") == ["Gustav Adolf"]


def test_a_count_that_begins_a_sentence_is_no_house() -> None:
    assert check("De samlades i Norrköping. 900 damer kom.") == ()
    assert [f.type for f in check("Hon bor på Storgatan. 12")] == [Kind.ADDRESS]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Klienten Mercedes Alm ringde, och Sydney Ek svarade.", ["Mercedes Alm", "Sydney Ek"]),
        ("Handläggaren Ferrari svarade inte.", ["Ferrari"]),
        ("Hon heter Chelsea och bor hos mamman Madonna.", ["Chelsea", "Madonna"]),
        ("Mammans vän Santa Lind ringde San Ek.", ["Santa Lind", "San Ek"]),
        ("Pratade med Linda och Mac Lind i går.", ["Linda", "Mac Lind"]),
        ("Karins mamma kom. Klas pappa väntade.", ["Karin", "Klas"]),
        ("karin 45 ringde, och fatuma (7) grät", ["karin", "fatuma"]),
    ],
)
def test_somebody_of_that_name_is_found_where_somebody_stands(text: str, names: list[str]) -> None:
    assert _names(text) == names
