"""The gate on the development set and on the sample cases."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from lexheller.anonymity import Strength, check, explain, rewrite
from tests.anonymity.scoring import STOPPED, score

HERE = Path(__file__).parent
DEV = HERE / "dev.jsonl"
SAMPLES = Path(__file__).parents[2] / "lexheller" / "samples" / "cases_sv.yaml"
FIELDS = ("rubrik", "vad_hande", "konsekvens", "vad_har_provats", "forslag")


def _cases() -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.safe_load(SAMPLES.read_text(encoding="utf-8"))["cases"]
    return cases


CLEAN = [case for case in _cases() if not case["has_identifiers"]]
DIRTY = [case for case in _cases() if any(one["type"] != "indirect" for one in case["identifiers"])]


def test_the_development_set_keeps_its_figures() -> None:
    found = score(DEV)
    assert found.recall() >= 0.96, found.missed
    assert found.recall("PERSON") >= 0.95, found.missed
    assert found.recall(*STOPPED) == 1.0, found.missed
    assert found.clean_flagged / found.clean <= 0.05, found.false


def test_rewritten_texts_of_the_development_set_pass() -> None:
    left = [
        row["id"]
        for row in map(json.loads, DEV.read_text(encoding="utf-8").splitlines())
        if check(rewrite(row["text"]))
    ]
    assert left == []


@pytest.mark.parametrize("case", CLEAN, ids=lambda case: str(case["id"]))
def test_a_clean_sample_raises_nothing(case: dict[str, Any]) -> None:
    found = [(f.type.value, text[f.start : f.end]) for text in _texts(case) for f in check(text)]
    assert found == []


@pytest.mark.parametrize("case", DIRTY, ids=lambda case: str(case["id"]))
def test_every_identifier_of_a_sample_is_found_and_told(case: dict[str, Any]) -> None:
    for one in case["identifiers"]:
        if one["type"] == "indirect":
            continue
        text = case[one["field"]]
        start = text.index(one["text"])
        touching = [f for f in check(text) if f.start < start + len(one["text"]) and start < f.end]
        assert touching, one
        for finding in touching:
            told = explain(finding, text)
            assert one["text"] not in f"{told.looks_like} {told.why} {told.suggestion}"


@pytest.mark.parametrize("case", _cases(), ids=lambda case: str(case["id"]))
def test_what_is_no_identifier_passes(case: dict[str, Any]) -> None:
    for harmless in case["not_identifiers"]:
        for text in _texts(case):
            start = text.find(harmless)
            if start >= 0:
                assert not [f for f in check(text) if f.start < start + len(harmless) and start < f.end], harmless


def test_numbers_that_stop_are_stopped_in_the_samples() -> None:
    stopped = {
        case["id"] for case in DIRTY for text in _texts(case) for f in check(text) if f.strength is Strength.STOP
    }
    assert {"I02", "I03", "I04", "I05", "I06", "I09", "I10"} <= stopped


def _texts(case: dict[str, Any]) -> list[str]:
    return [case[name] for name in FIELDS if case.get(name)]
