"""What a stranger to the rules wrote to try the gate: the kinds that slipped past, each in several sentences."""

import pytest

from lexheller.anonymity import Kind, check, rewrite
from lexheller.anonymity.boundary import Boundary, boundaries


def _names(text: str) -> list[str]:
    return [text[f.start : f.end] for f in check(text) if f.type is Kind.PERSON]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Torbjorn Ekvall has waited. Ekvall's caseworker lost it.", ["Torbjorn Ekvall", "Ekvall"]),
        ("Torbjorn Ekvall has waited. Torbjorn's mother rang.", ["Torbjorn Ekvall", "Torbjorn"]),
        ("Mehdi Golzari was refused. Golzari's appeal is pending.", ["Mehdi Golzari", "Golzari"]),
        ("Mehdi Golzari was refused. Golzari’s appeal is pending.", ["Mehdi Golzari", "Golzari"]),
        ("Karin's mother rang.", ["Karin"]),
        ("We met Karin Lindgren's mother.", ["Karin Lindgren"]),
        ("Karin Sandgren har väntat. sandgrens handläggare, sa hon.", ["Karin Sandgren", "sandgren"]),
        ("Karin Sandgren har väntat. Vi ringde sandgren i går.", ["Karin Sandgren", "sandgren"]),
    ],
)
def test_a_name_told_once_is_found_with_every_genitive(text: str, names: list[str]) -> None:
    assert _names(text) == names
    assert check(rewrite(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Karin Lindgren has waited. That's all, and it's what's left.",
        "Will Smith rang. We'll see who'll pay.",
    ],
)
def test_a_contracted_word_is_no_genitive(text: str) -> None:
    assert len(_names(text)) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Det var A.-K. Moberg som tog beslutet om avslag.", ["A.-K. Moberg"]),
        ("Vi frågade K-G. Moberg om beslutet.", ["K-G. Moberg"]),
        ("Beslut i ärendet meddelades av Th. Lagerlund.", ["Th. Lagerlund"]),
        ("Enligt Chr. Lagerlund finns inget beslut.", ["Chr. Lagerlund"]),
        ("Mvh B Wallentin", ["B Wallentin"]),
        ("Hälsningar\nB Wallentin", ["B Wallentin"]),
        ("The client (J. Whitcombe) has two open cases.", ["J. Whitcombe"]),
        ("Klienten (J. Whitcombe) har två ärenden.", ["J. Whitcombe"]),
        ("The patient, J. Whitcombe, has two open cases.", ["J. Whitcombe"]),
        ("Fr Eklöv-Sjöö ringde i går.", ["Eklöv-Sjöö"]),
        ("Hr Whitcombe svarade inte.", ["Whitcombe"]),
    ],
)
def test_initials_and_short_titles_go_with_the_family_name(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Se punkt A. Kommunen svarade inte.",
        "Beslutet (I. Kommunen) gäller.",
        "Alternativ A. Boendestöd (B. Hemtjänst) prövades.",
        "Se avdelning (A. Inledning) och bilaga B. Budget för året.",
        "Öppet mån-fr. Fr 8-12 är det stängt, fr Kommunen kommer inget svar.",
        "Enligt kap. Hälso- och sjukvård s. Bilaga.",
    ],
)
def test_letters_before_things_are_nobodys_initials(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Beslutet kom i mars och alla var nöjda.",
        "Beslutet kom i går och hon var lättad.",
        "Kommunen hotar med att lägga ned mottagningen.",
        "Regionen hotade med att stänga avdelningen.",
        "Bolaget hotar med vräkning och kommunen med vite.",
        "Det slog mig hur svårt det är att få svar.",
        "Det slog mig vad lång tid det tar.",
        "She burned the dinner and the house smelled.",
        "Pengarna räknades av två vikarier innan de sattes in.",
        "Pojken är tio år och sköter sin kanin och sina läxor.",
    ],
)
def test_everyday_words_show_no_other_channel(text: str) -> None:
    assert boundaries(text) == ()


@pytest.mark.parametrize(
    ("text", "boundary"),
    [
        ("Beslutet kom i mars och ingen var nöjd.", Boundary.REVIEW_APPEAL),
        ("Beslutet kom i mars och alla var missnöjda.", Boundary.REVIEW_APPEAL),
        ("Beslutet kom i mars och hon var inte nöjd.", Boundary.REVIEW_APPEAL),
        ("Han hotar med att döda henne.", Boundary.EMERGENCY),
        ("Exmannen hotade med kniv.", Boundary.EMERGENCY),
        ("Han slog mig hårt.", Boundary.EMERGENCY),
        ("Han slog mig när barnen såg på.", Boundary.EMERGENCY),
        ("He said he would burn the house down.", Boundary.EMERGENCY),
        ("Pojken på HVB-hemmet blev slagen av en i personalen.", Boundary.LEX_SARAH),
        ("Hon blev knuffad av en vikarie på natten.", Boundary.LEX_SARAH),
        ("Det stals pengar från den boendes plånbok av en vikarie.", Boundary.LEX_SARAH),
        ("Pengarna blev stulna ur brukarens plånbok av personalen.", Boundary.LEX_SARAH),
        ("Pojken är tio år och sköter både hushållet och småsyskonen.", Boundary.REPORT_OF_CONCERN),
        ("Flickan sköter hushållet åt mamma.", Boundary.REPORT_OF_CONCERN),
    ],
)
def test_what_belongs_in_another_channel_shows_it(text: str, boundary: Boundary) -> None:
    assert boundary in boundaries(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Björn har inte fått någon återkoppling från kommunen.", ["Björn"]),
        ("Stig hade redan sökt två gånger.", ["Stig"]),
        ("Per, Pål och Espen är syskon.", ["Per", "Pål", "Espen"]),
        ("Sten och Ros gick tillsammans till mötet.", ["Sten", "Ros"]),
        ("Björn och Karin väntar.", ["Björn", "Karin"]),
        ("En veterinär i Dorotea ringde till oss.", []),
        ("Handläggaren i Dorotea är sjukskriven.", []),
        ("Alla är kära i Dorotea.", ["Dorotea"]),
        ("Dorotea ringde till oss.", ["Dorotea"]),
    ],
)
def test_a_name_that_is_a_word_or_a_place_is_told_by_what_stands_beside_it(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Sten har rasat ner på vägen, och björn har setts i skogen.",
        "Björn har inte setts här, men varg och lo finns.",
        "Dag och natt har vi väntat. Björn, varg och lo är fridlysta.",
        "Sol och vind ger el. Vår och höst är det bättre.",
        "Björn och Kommunen är två ord.",
        "Max, enligt avtalet, är fyra timmar.",
    ],
)
def test_a_word_that_begins_a_sentence_is_no_name_for_that(text: str) -> None:
    assert _names(text) == []
