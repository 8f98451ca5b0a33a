"""One finding is told as all of them are, in the language that was asked for, and can be replaced by itself."""

import pytest

from lexheller.anonymity import Kind, Strength, allowed_form, check, explain, explain_all, proposals
from lexheller.anonymity.explain import Explanation
from lexheller.anonymity.rewrite import put_in, replaced

SAID = "Handläggare Siv Dal ringde Eva Holm, 070-174 06 05. Den 34-årige renskötaren i Arjeplog har MS."
PERSON_SV, PERSON_EN = "Det här ser ut som ett personnamn.", "This looks like a person's name."


def test_one_is_told_as_all_are() -> None:
    found = check(SAID)
    for language in ("sv", "en"):
        assert tuple(explain(each, SAID, language) for each in found) == explain_all(found, SAID, language)


def test_swedish_is_told_unless_asked_otherwise() -> None:
    found = check(SAID)
    assert explain_all(found, SAID) == explain_all(found, SAID, "sv") != explain_all(found, SAID, "en")
    assert [explain(each, SAID) for each in found] == [explain(each, SAID, "sv") for each in found]
    assert proposals(SAID, found) == proposals(SAID, found, "sv") != proposals(SAID, found, "en")
    assert put_in(SAID, found) == put_in(SAID, found, "sv") != put_in(SAID, found, "en")
    assert (
        replaced(SAID, found[0], found)
        == replaced(SAID, found[0], found, "sv")
        != replaced(SAID, found[0], found, "en")
    )


def _told(text: str, word: str, language: str) -> Explanation:
    return explain(next(f for f in check(text) if word in text[f.start : f.end]), text, language)


@pytest.mark.parametrize("text", ["Det står 740823-3182.", "Nr 701063-2391.", "Hon är född 1983-12-04."])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_age_is_told_that_the_number_does_not_hold(text: str, language: str) -> None:
    (finding,) = check(text)
    assert not any(map(str.isdigit, explain(finding, text, language).suggestion))


@pytest.mark.parametrize(
    ("text", "word", "sv", "en"),
    [
        ("Handläggare Siv Dal ringde Eva Holm.", "Dal", "handläggaren", "the case officer"),
        ("Handläggare Siv Dal ringde Eva Holm.", "Holm", "klienten", "the client"),
        ("Ring 070-174 06 05 nu.", "070", "(telefonnummer borttaget)", "(telephone number removed)"),
        ("Det står 831204-9854.", "8312", "”en person” och, om det behövs, ungefärlig ålder", "“a person” and, if"),
        ("Hon är född 1983-12-04.", "1983", "ungefärlig ålder", "a rough age"),
        ("Hon bor på Storgatan 3.", "Storgatan", "i kommunen", "in the municipality"),
        ("Porten har dörrkod 4711.", "4711", "Ta bort koden.", "Take the code out."),
        ("Hon är 34 år, har MS och bor i Arjeplog.", "MS", "”i 30-årsåldern”, ”en neuro", "“i 30-årsåldern”, “en"),
    ],
)  # fmt: skip
def test_what_may_stand_instead_is_told(text: str, word: str, sv: str, en: str) -> None:
    assert sv in _told(text, word, "sv").suggestion
    assert en in _told(text, word, "en").suggestion


def test_what_is_rare_and_has_no_general_words_should_go() -> None:
    text = "Hon är analfabet och går under namnet Hinken."
    (finding,) = [f for f in check(text) if f.type is Kind.QUASI]
    assert explain(finding, text).suggestion == "Ta bort något av det."
    assert explain(finding, text, "en").suggestion == "Leave some of it out."


@pytest.mark.parametrize(
    ("text", "word", "sv", "en"),
    [
        ("Ring Nettan igår.", "Nettan", "Det är ett smeknamn.", "It is a nickname."),
        ("Mvh Nettan", "Nettan", "Det står där man brukar skriva sitt namn.", "It stands where"),
        ("Det står 831204-9854.", "8312", "Siffrorna stämmer, även kontrollsiffran.", "check digit"),
        ("Det står 831204-9858.", "8312", "inte kontrollsiffran", "check digit"),
        ("pnr 831304-9854 står där.", "8313", "men datumet finns inte", "date"),
        ("Ring 070-174 06 05 nu.", "070", "Ordet före brukar följas av ett telefonnummer.", "telephone number"),
        ("Det är 070-174 06 05 nu.", "070", "Så brukar ett telefonnummer skrivas.", "usually written"),
        ("Hon bor på Storgatan 3.", "Storgatan", "Så brukar en adress skrivas.", "usually written"),
        ("Vi ringde R.B. igår.", "R.B", "Initialer kan räcka", "Initials"),
        ("Skyddad identitet. Porten har dörrkod 4711.", "4711", "skyddad identitet", "protected"),
        (
            "Hon har skyddad identitet och bor på Ekvägen 3.",
            "Ekvägen",
            "Texten talar om skyddad identitet",
            "protected",
        ),
    ],
)
def test_why_is_told_in_both_languages(text: str, word: str, sv: str, en: str) -> None:
    assert sv in _told(text, word, "sv").why
    assert en.lower() in _told(text, word, "en").why.lower()


def test_a_name_is_a_name_in_both_languages() -> None:
    assert _told("Eva Holm kom.", "Eva", "sv").looks_like == PERSON_SV
    assert _told("Eva Holm kom.", "Eva", "en").looks_like == PERSON_EN


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("Siv Dal kom. Eva Holm gick. SIV DAL kom.", "Siv", "Klienten kom. Eva Holm gick. Klienten kom."),
        ("Siv Dal kom. Eva Holm gick.", "Eva", "Siv Dal kom. En annan person gick."),
        ("Ring 070-174 06 05 eller 070-174 06 11.", "06 11", "Ring 070-174 06 05 eller (telefonnummer borttaget)."),
        ("Sms 070-174 06 05, 070-174 06 05.", "06", "Sms (telefonnummer borttaget), (telefonnummer borttaget)."),
        ("Handläggare Siv Dal kom, handläggare Siv Dal gick.", "Siv", "Handläggaren kom, handläggaren gick."),
        ("Hon är 34 år, har MS och bor i Arjeplog. Siv kom.", "MS",
         "Hon är i 30-årsåldern, har en neurologisk sjukdom och bor på en mindre ort. Siv kom."),
    ],
)  # fmt: skip
def test_one_finding_is_replaced_wherever_the_same_words_stand(text: str, word: str, said: str) -> None:
    found = check(text)
    assert replaced(text, next(f for f in found if word in text[f.start : f.end]), found) == said


def test_words_about_protection_stay() -> None:
    text = "Hon har skyddad identitet och bor på Ekvägen 3."
    found = check(text)
    assert [f.type for f in found] == [Kind.PROTECTED, Kind.ADDRESS]
    assert list(proposals(text, found)) == list(found[1:])
    assert replaced(text, found[1], found) == "Hon har skyddad identitet och bor på (adress borttagen)."


def test_what_is_put_in_is_told_for_each() -> None:
    found = check(SAID)
    assert list(put_in(SAID, found).values()) == [
        "handläggaren",
        "klienten",
        "(telefonnummer borttaget)",
        "yngre personen inom lantbruk, skog eller fiske på en mindre ort har en neurologisk sjukdom",
    ]
    assert list(put_in(SAID, found, "en").values())[:3] == [
        "the case officer",
        "the client",
        "(telephone number removed)",
    ]


@pytest.mark.parametrize(
    ("text", "stopped"),
    [
        ("Hon har skyddad identitet och bor i Malå.", "Malå"),
        ("Hon har skyddad identitet och bor i Malmö.", "Malmö"),
        ("Hon har skyddad identitet och bor i Hallunda.", "Hallunda"),
        ("Hon har skyddad identitet och går på Bokskolan.", "Bokskolan"),
        ("Hon är sekretessmarkerad och född 1983-12-04.", "1983"),
        ("Hon har hemlig adress. Bilen ABC 123 står där.", "ABC"),
        ("Hon är kvarskriven. Posten går till 413 01 Göteborg.", "413"),
    ],
)
def test_what_shows_where_somebody_protected_is_stops(text: str, stopped: str) -> None:
    found = [f for f in check(text) if f.strength is Strength.STOP]
    assert Kind.PROTECTED in {f.type for f in found}
    assert any(stopped in text[f.start : f.end] for f in found)


@pytest.mark.parametrize(
    "text",
    [
        "Hon har skyddad identitet och bor i Zorgmyran.",
        "Hon har skyddad identitet och bor i Lägenheten.",
        "Hon har skyddad identitet och går på Grundskolan.",
        "Hon har skydd mot regn och bor i Malå.",
    ],
)
def test_protection_without_a_place_stops_nothing(text: str) -> None:
    assert not any(f.strength is Strength.STOP for f in check(text))


def test_a_name_on_the_list_may_be_one_of_several() -> None:
    text = "Siv Dal ringde Eva Holm."
    assert [text[f.start : f.end] for f in check(text, {allowed_form("Siv Dal")})] == ["Eva Holm"]
