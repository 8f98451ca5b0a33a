"""Rare combinations: found, told, generalised, and left alone where the parts are harmless.

`rare.jsonl` holds invented texts: 150 that single somebody out and 211 ordinary ones with a harmless part or two. They
were written in four rounds, each before the rules had seen it: of the last three, 44, 60 and 72 in a hundred were found
at first sight, and no ordinary one was asked about. The rules were widened after each, so the thresholds here keep what
has been reached and say nothing of texts that nobody has seen.

`rare_fresh.txt` holds half of twenty more sets, synthetic too. At first sight, each before the rules knew of it,
0.69, 0.40, 0.65, 0.65, 0.70, 0.65, 0.80, 0.73 and 0.80 of the first nine were found (390 texts), and 1 of 600 ordinary
texts was asked about. Then the rules were made to look at the shape of words, and eleven sets of forty followed: 0.78,
0.78, 0.70, 0.73, 0.90, 0.83, 0.70, 0.88, 0.95, 0.95 and 0.80 of them, with 14 of 440 ordinary texts asked about.
"""

import json
import re
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lexheller.anonymity import (
    Finding,
    Kind,
    Strength,
    check,
    explain,
    rare_events,
    rare_families,
    rare_known,
    rare_parts,
    rare_places,
    rare_roles,
    rare_traits,
    rewrite,
)
from lexheller.anonymity.populations import SIZES, Size
from lexheller.anonymity.rare import find
from lexheller.anonymity.rare_led import Led, Starts
from lexheller.anonymity.rare_parts import parts
from lexheller.anonymity.rare_words import listed
from lexheller.anonymity.rarity import Rarity

ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "rare.jsonl").read_text(encoding="utf-8").splitlines()
]
RARE = [row for row in ROWS if not row["clean"]]
CLEAN = [row for row in ROWS if row["clean"]]
FRESH = (Path(__file__).parent / "rare_fresh.txt").read_text(encoding="utf-8").splitlines()
PATTERNS = [rare_events, rare_families, rare_known, rare_parts, rare_places, rare_roles, rare_traits]
WEIGHTY = [row["text"] for row in ROWS]


def rare(text: str) -> list[Finding]:
    return [finding for finding in check(text) if finding.type is Kind.QUASI]


def test_rare_combinations_are_found() -> None:
    missed = [
        row["text"]
        for row in RARE
        if not any(f.start < span["end"] and span["start"] < f.end for f in rare(row["text"]) for span in row["spans"])
    ]
    assert len(missed) / len(RARE) <= 0.07, missed


def test_ordinary_reports_raise_no_rare_combination() -> None:
    wrong = [row["text"] for row in CLEAN if rare(row["text"])]
    assert len(wrong) / len(CLEAN) <= 0.02, wrong


def test_fresh_combinations_are_found() -> None:
    said = [line[2:] for line in FRESH if line[0] == "+"]
    missed = [text for text in said if not rare(text)]
    assert len(said) == 415
    assert len(missed) / len(said) <= 0.06, missed


def test_fresh_ordinary_texts_raise_none() -> None:
    said = [line[2:] for line in FRESH if line[0] == "-"]
    wrong = [text for text in said if rare(text)]
    assert len(said) == 520
    assert len(wrong) / len(said) <= 0.01, wrong


def test_fresh_combinations_are_gone_after_rewriting() -> None:
    assert [line for line in FRESH if line[0] == "+" and check(rewrite(line[2:]))] == []


@pytest.mark.parametrize("module", PATTERNS)
def test_a_pattern_is_tried_wherever_it_may_begin(module: ModuleType) -> None:
    patterns = {name: value for name, value in vars(module).items() if isinstance(value, Led)}
    assert patterns
    for text in [*WEIGHTY, *(line[2:] for line in FRESH)]:
        lower = text.lower()
        words = list(re.finditer(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+", lower))
        tried = Starts(lower, words)
        places = {word.start() for word in words}
        for name, pattern in patterns.items():
            there = {found.start() for found in pattern().finditer(lower)} & places
            assert there <= {found.start() for found in pattern.hits(tried)}, (name, text)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["id"]))
def test_nothing_is_left_after_rewriting(row: dict[str, Any]) -> None:
    assert check(rewrite(row["text"])) == ()


def test_a_combination_asks_and_never_stops() -> None:
    found = rare("Den 28-årige f.d. brandmannen i Ljusnarsberg som fick ALS väntar.")
    assert [finding.strength for finding in found] == [Strength.ASK]


def test_one_part_or_two_harmless_ones_pass() -> None:
    assert not rare("Kvinnan är 43 år och har utmattningssyndrom.")
    assert not rare("Vårdcentralen i Lycksele har ingen läkare på plats.")
    assert not rare("Det är den enda insatsen som finns i kommunen.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Den 34-årige renskötaren i Arjeplog har MS.",
            "Den yngre personen inom lantbruk, skog eller fiske på en mindre ort har en neurologisk sjukdom.",
        ),
        (
            "Hon är född 1951, har Huntingtons sjukdom och bor på Ven.",
            "Hon är född på 1950-talet, har en neurologisk sjukdom och bor på en mindre ort.",
        ),
        ("Hon är länets enda kvinnliga hovslagare.", "Hon är en person."),
        (
            "Han arbetar som lokförare i Ånge, är 61 år och har ALS.",
            "Han arbetar inom transport på en mindre ort, är i 60-årsåldern och har en neurologisk sjukdom.",
        ),
        (
            "Flickan på 13 år i Malå är döv och har fått diagnosen narkolepsi.",
            "Flickan i skolåldern på en mindre ort har en funktionsnedsättning och har fått en neurologisk sjukdom.",
        ),
        (
            "En person med tidig demens, 58 år, i Åsele.",
            "En person med tidig sjukdom i hjärnan, i 50-årsåldern, på en mindre ort.",
        ),
        (
            "Den dövblinda eleven, tio år, bor i Robertsfors.",
            "Den funktionsnedsatta eleven, i skolåldern, bor på en mindre ort.",
        ),
        (
            "Prästens son i Sorsele är 19 år och har schizofreni.",
            "En annan persons son på en mindre ort är i tonåren och har en psykisk sjukdom.",
        ),
    ],
)
def test_every_part_is_generalised(text: str, said: str) -> None:
    assert rewrite(text) == said


def test_the_explanation_names_the_kinds_and_not_the_parts() -> None:
    text = "En 52-årig lokförare från Vilhelmina med epilepsi får vänta."
    (finding,) = rare(text)
    told = explain(finding, text)
    assert told.looks_like == "Kombinationen ålder + ort + diagnos + yrke eller uppdrag kan peka ut någon."
    assert "”i" not in told.why
    for language in ("sv", "en"):
        lines = explain(finding, text, language)
        assert not any(part in str(lines) for part in ("52", "lokförare", "Vilhelmina", "epilepsi"))


def test_a_name_inside_a_combination_stays_a_finding_of_its_own() -> None:
    text = "Den 34-årige renskötaren Nils Labba i Arjeplog har narkolepsi."
    kinds = [(finding.type, text[finding.start : finding.end]) for finding in check(text)]
    assert (Kind.PERSON, "Nils Labba") in kinds
    assert [kind for kind, _ in kinds].count(Kind.QUASI) == 2
    last = 0
    for finding in check(text):
        assert last <= finding.start
        last = finding.end


@pytest.mark.parametrize(
    ("text", "rarity"),
    [
        ("Hon är 47 år.", Rarity.AGE),
        ("Pojken är nio och döv.", Rarity.AGE),
        ("En sextiotreårig man.", Rarity.AGE),
        ("Han är född 1988.", Rarity.AGE),
        ("Hen bor i Dorotea.", Rarity.PLACE),
        ("Hen har cystisk fibros.", Rarity.DIAGNOSIS),
        ("Hen var hovslagaren.", Rarity.OCCUPATION),
        ("Hon väntar trillingar.", Rarity.FAMILY),
        ("Familjen är jesidisk.", Rarity.ORIGIN),
        ("Det stod i tidningen.", Rarity.EVENT),
        ("Alla i byn vet vem det är.", Rarity.UNIQUE),
        ("Hon bor i en husvagn.", Rarity.TRAIT),
        ("Kvinnan driver kiosken.", Rarity.OCCUPATION),
        ("Hans bror är riksdagsledamot.", Rarity.FAMILY),
        ("Det är hon som överlevde.", Rarity.EVENT),
        ("Ni vet nog vem det gäller.", Rarity.UNIQUE),
    ],
)
def test_a_part_is_seen(text: str, rarity: Rarity) -> None:
    assert rarity in {part.rarity for part in parts(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Det tog tre år.",
        "Hen har arbetat där i 20 år.",
        "En man i 40-årsåldern.",
        "Resan gick till Göteborg.",
        "Det finns 12 platser och 40 sökande.",
        "Inte en enda gång har någon ringt.",
        "Vi uppmärksammade felet i mars.",
    ],
)
def test_what_tells_nothing_is_no_part(text: str) -> None:
    assert parts(text) == []


def test_general_words_are_no_parts_themselves() -> None:
    for row in RARE:
        for part in parts(row["text"]):
            assert sum(again.weight for again in parts(part.says)) < 1, part


def test_the_table_knows_small_from_large() -> None:
    assert SIZES["Stockholm"] is Size.LARGE
    assert SIZES["Sorsele"] is Size.VERY_SMALL
    assert SIZES["Åmål"] is Size.SMALL
    assert len(SIZES) > 600


def test_a_word_is_known_in_its_forms() -> None:
    for form in ("renskötare", "renskötaren", "renskötarens", "brandmannen", "dövblinda", "jesidiska", "fårbonde"):
        assert listed(form) is not None, form
    assert listed("renskötsel") is None


@example(
    [
        "Mannen drev pizzerian i Bräcke till branden. Han är 56, från Libanon, och har ingen a-kassa.",
        "Det rör hockeymålvakten som fick hjärnskakning i slutspelet. Alla i Ånge vet vem det är.",
    ],
    " ",
)
@given(st.lists(st.sampled_from(WEIGHTY), min_size=1, max_size=4), st.sampled_from([" ", "\n", "\n\n"]))
def test_findings_stay_inside_and_apart_and_can_all_be_rewritten(texts: list[str], between: str) -> None:
    text = between.join(texts)
    last = 0
    for finding in check(text):
        assert last <= finding.start < finding.end <= len(text)
        last = finding.end
    assert check(rewrite(text)) == ()


@pytest.mark.parametrize("piece", ["1", "1 ", "A", "Abc ", "i Ed ", "enda ", "3 år ", "den ", "1, ", "har ab ", "ö "])
def test_time_grows_with_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        best = float("inf")
        for _ in range(4):
            start = time.process_time()
            list(find((piece * size)[:size], ()))
            best = min(best, time.process_time() - start)
        return best

    assert seconds(20_000) < 3.2 * seconds(10_000) + 0.02
