"""Signs of other channels are seen where they stand, told in one sentence, and stop nothing."""

import time
from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from lexheller.anonymity import Boundary, Kind, Strength, boundaries, channel, check, signs
from tests.anonymity.test_sets import SAMPLES

HERE = Path(__file__).parent
# The share of each round of sentences that is found; the first runs are told in docs/anonymity.md.
FOUND_AT_LEAST = {"built": 1.0, "aside": 1.0, "later": 0.95, "last": 0.75, "plain": 1.0, "unlike": 1.0, "reports": 1.0}
WRITTEN = {
    "sv": {"plain": 39, "unlike": 29, "reports": 30},
    "en": {"plain": 30, "unlike": 20, "reports": 19},
}
EXPECTED = {
    "overvag_omprovning": {Boundary.REVIEW_APPEAL},
    "overvag_orosanmalan": {Boundary.REPORT_OF_CONCERN},
    "overvag_lex_sarah": {Boundary.LEX_SARAH},
    "lex_maria_och_lex_sarah": {Boundary.LEX_MARIA, Boundary.LEX_SARAH},
    "akut_skydd": {Boundary.EMERGENCY, Boundary.PROTECTED_IDENTITY},
    "none": set(),
}


@pytest.mark.parametrize(
    ("text", "boundary"),
    [
        ("Barnet far illa hemma.", Boundary.REPORT_OF_CONCERN),
        ("Pojken blir slagen av pappan.", Boundary.REPORT_OF_CONCERN),
        ("Hemtjänsten kom aldrig på helgen.", Boundary.LEX_SARAH),
        ("Personalen skrek åt de boende.", Boundary.LEX_SARAH),
        ("Patienten fick fel dos och blev inlagd igen.", Boundary.LEX_MARIA),
        ("Hon är hotad av sin före detta man.", Boundary.EMERGENCY),
        ("Hen säger att hen vill ta sitt liv.", Boundary.EMERGENCY),
        ("Han ska slå ihjäl mig.", Boundary.EMERGENCY),
        ("Exet säger att han ska döda henne.", Boundary.EMERGENCY),
        ("Personalen låste in honom.", Boundary.LEX_SARAH),
        ("På boendet höll de fast honom i sängen.", Boundary.LEX_SARAH),
        ("De spände fast henne i rullstolen.", Boundary.LEX_SARAH),
        ("Barnet får inte mat hemma.", Boundary.REPORT_OF_CONCERN),
        ("Barnen får sällan varma kläder på vintern.", Boundary.REPORT_OF_CONCERN),
        ("Hon bor gömd hos en vän.", Boundary.PROTECTED_IDENTITY),
        ("Tiden att överklaga går ut på fredag.", Boundary.REVIEW_APPEAL),
        ("FK avslog ansökan om sjukersättning.", Boundary.REVIEW_APPEAL),
        ("Kvinnan har sekretessmarkering.", Boundary.PROTECTED_IDENTITY),
        ("Familjen bor på hemlig ort.", Boundary.PROTECTED_IDENTITY),
    ],
)
def test_a_sign_is_seen(text: str, boundary: Boundary) -> None:
    assert boundary in boundaries(text)


@pytest.mark.parametrize(
    "text",
    [
        "Handläggaren svarar inte på mejl.",
        "Mötet ställdes in två gånger.",
        "Jag försökte slå ihjäl tiden i väntrummet.",
        "Personalen låste in medicinen i skåpet.",
        "Läkaren höll fast vid sin bedömning.",
        "Kontaktpersonen höll honom i handen.",
        "Barnet får inte specialkost utan intyg.",
        "Barnet får inte mat i skolan förrän intyget kommit.",
        "Handläggaren gömde beslutet längst ner i brevet.",
        "Barnets skola och BUP har olika syn på vem som ska utreda.",
        "Vi väntar på ett intyg från vårdcentralen.",
    ],
)
def test_everyday_trouble_shows_no_sign(text: str) -> None:
    assert boundaries(text) == ()


def _lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line[:1] != "#"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_ordinary_sentences_show_their_channel(language: str) -> None:
    found: dict[str, list[bool]] = defaultdict(list)
    for line in _lines("elsewhere.txt"):
        held, spoken, boundary, text = line.split("|")
        if spoken == language:
            found[held].append(Boundary(boundary) in boundaries(text))
    written = {"built": 40, "aside": 35, "later": 30, "last": 20} | WRITTEN[language]
    assert {held: len(seen) for held, seen in found.items()} == written
    for held, least in FOUND_AT_LEAST.items():
        assert sum(found[held]) >= least * len(found[held]), (held, sum(found[held]))


def test_sentences_that_come_near_show_nothing() -> None:
    lines = _lines("not_elsewhere.txt")
    assert len(lines) == 285
    assert [line for line in lines if boundaries(line)] == []


def test_the_samples_show_the_signs_they_were_written_with() -> None:
    cases = yaml.safe_load(SAMPLES.read_text(encoding="utf-8"))["cases"]
    more = 0
    for case in cases:
        text = "\n".join(case[key] for key in ("rubrik", "vad_hande", "konsekvens", "vad_har_provats") if case.get(key))
        shown = set(boundaries(text))
        assert EXPECTED[case["boundary"]] <= shown, case["id"]
        more += shown > EXPECTED[case["boundary"]]
    assert more <= 2


def test_a_sign_points_into_the_original_text() -> None:
    text = "Han\u00a0fick\u00adinte hjälp. O\u0308verklagan är på väg."
    (sign,) = signs(text)
    assert text[sign.start : sign.end] == "O\u0308verklagan"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_channel_is_told_in_one_line(language: str) -> None:
    told = [channel(boundary, language) for boundary in Boundary]
    assert len(set(told)) == len(Boundary)
    assert all("\n" not in line and line.endswith(".") for line in told)


def test_a_sign_is_no_finding() -> None:
    assert check("Barnet far illa och hemtjänsten kom aldrig.") == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kvinnan har skyddade personuppgifter och bor nu i Åmål.", "Åmål"),
        ("Hon lever med sekretessmarkering. Barnen går i skola i Säffle.", "Säffle"),
        ("Han har kvarskrivning. Portkod 4471.", "Portkod 4471"),
        ("Hen bor på hemlig ort och kör en Volvo ABC 123.", "ABC 123"),
        ("Hon har skyddad identitet. Barnet går på Lindängsskolan.", "Lindängsskolan"),
        ("Hon har skyddad identitet. Hon jobbar på Sjöviks bageri.", "Sjöviks bageri"),
        ("Hon bor gömd i Umeå.", "Umeå"),
        ("Fingerade personuppgifter, född 7 april 1988.", "7 april 1988"),
    ],
)
def test_whereabouts_beside_protection_are_stopped(text: str, place: str) -> None:
    found = {text[f.start : f.end]: f for f in check(text)}
    assert found[place].strength is Strength.STOP
    assert any(finding.type is Kind.PROTECTED for finding in found.values())


def test_protection_alone_and_a_place_alone_pass() -> None:
    assert check("Personer med skyddade uppgifter i Göteborg får vänta länge.") == ()
    assert check("Kvinnan bor nu i Åmål.") == ()
    assert check("Barnet går på Lindängsskolan.") == ()
    assert check("Hon har skyddad identitet. Barnet går på Grundskolan och trivs.") == ()
    assert check("Hon har skyddad identitet. Handläggaren arbetar på Försäkringskassan.") == ()


@pytest.mark.parametrize(
    "piece",
    [
        *("barn ", "a ", "1", "A", "boende ", "personal a ", "far illa ", "avslag a ", "elev ", "ska döda "),
        *("barn blåmärken ", "personal slog ", "patient dog ", "child bruis ", "staff hit the ", "läkare missade "),
        *("beslut prövas", "slog slår barn våld hon är tolv år ", "a patient died ", "benefit refused "),
        "kniv med en med en ",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            signs((piece * size)[:size])
            best = min(best, time.process_time() - start)
        return best

    assert seconds(20_000) < 3.2 * seconds(10_000) + 0.02
