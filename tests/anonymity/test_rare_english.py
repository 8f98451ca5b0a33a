"""Is a rare combination found in English too, and does what is put in instead read as English?"""

import time
from pathlib import Path

import pytest

from lexheller.anonymity import Kind, check, rewrite
from lexheller.anonymity.rare_parts import parts
from lexheller.anonymity.rarity import Rarity

_LINES = (Path(__file__).parent / "rare_english.txt").read_text(encoding="utf-8").splitlines()


def _held(kind: str) -> list[str]:
    return [line.partition("|")[2] for line in _LINES if line.startswith(f"{kind}|")]


def _rare(text: str) -> bool:
    return any(finding.type is Kind.QUASI for finding in check(text))


@pytest.mark.parametrize("text", _held("rare"))
def test_a_rare_combination_is_found_and_goes_when_it_is_told_more_widely(text: str) -> None:
    assert _rare(text)
    assert not _rare(rewrite(text))


@pytest.mark.parametrize("text", _held("clean"))
def test_an_ordinary_report_is_none(text: str) -> None:
    assert not _rare(text)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        (
            "The 34-year-old reindeer herder in Arjeplog who developed narcolepsy got no answer.",
            "The younger person in a smaller place who developed an illness got no answer.",
        ),
        (
            "She is the only deaf-blind person in the municipality.",
            "She is a disabled person in the municipality.",
        ),
        (
            "He, a 71-year-old former vicar in Sorsele, has ALS.",
            "He, a senior person in a smaller place, has an illness.",
        ),
        (
            "Their daughter, 9, has Rett syndrome, and they live on an island.",
            "Their daughter, of school age, has an illness, and they live nearby.",
        ),
        (
            "The municipality's only wheelchair-using councillor came.",
            "A disabled person came.",
        ),
    ],
)
def test_what_stands_instead_is_english(text: str, instead: str) -> None:
    assert rewrite(text) == instead


@pytest.mark.parametrize(
    ("text", "rarity", "weight"),
    [
        ("She lives in Malå.", Rarity.PLACE, 1.5),
        ("The office in Malå is closed.", Rarity.PLACE, 0.5),
        ("He is from Ljungby and left.", Rarity.PLACE, 0.5),
        ("The mother of triplets called.", Rarity.FAMILY, 2.0),
        ("The mother of twins called.", Rarity.FAMILY, 1.0),
        ("The mother of nine called.", Rarity.FAMILY, 1.5),
        ("She is a Tibetan woman.", Rarity.ORIGIN, 1.0),
        ("She is a Syrian woman.", Rarity.ORIGIN, 0.5),
        ("The 97-year-old woman waited.", Rarity.AGE, 1.5),
        ("The thirty-four-year-old waited.", Rarity.AGE, 1.0),
        ("She has had a stroke.", Rarity.DIAGNOSIS, 0.5),
        ("Everybody in the office knows who it is.", Rarity.UNIQUE, 2.5),
        ("He was in the news and left.", Rarity.EVENT, 2.0),
        ("The two midwives and the vets left.", Rarity.OCCUPATION, 0.5),
    ],
)
def test_a_part_weighs_as_much_as_in_swedish(text: str, rarity: Rarity, weight: float) -> None:
    assert [(part.rarity, part.weight) for part in parts(text)] == [(rarity, weight)]


@pytest.mark.parametrize(
    "text",
    [
        "A mother of two was refused.",
        "The office in Stockholm is closed.",
        "It was the only form that the agency had.",
        "They met in his fifties.",
        "Ms Olsson and the als team.",
        "It took 34, maybe 35 days.",
    ],
)
def test_what_is_common_is_no_part(text: str) -> None:
    assert parts(text) == []


@pytest.mark.parametrize("piece", ["34-year-old ", "the only one of her ", "mother of the ", "in Malå ", "deaf-"])
def test_time_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    text = "the " + piece * (20_000 // len(piece))
    start = time.process_time()
    parts(text)
    assert time.process_time() - start < 2
