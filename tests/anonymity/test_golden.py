"""What exactly is found, told and rewritten in the sets: a change of the rules is read as a diff of these files.

The thresholds elsewhere say how good the gate is; these say that nobody changed it without noticing. A line begins as
its text does; then come kind, rule, strength, stretch and evidence of each finding.
"""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from lexheller.anonymity import VERSION, Finding, Kind, check, explain, rewrite
from lexheller.anonymity.normal import normalise
from lexheller.anonymity.rare_parts import parts
from tests.anonymity import written
from tests.conftest import Golden

HERE = Path(__file__).parent
SETS = (
    "dev.jsonl",
    "rare.jsonl",
    "harmless.txt",
    "fresh_harmless.txt",
    "fresh_reports.txt",
    "hostile.txt",
    "near.txt",
    "near_rare.txt",
    "rare_fresh.txt",
)
BEGINNING = 40
ESCAPED = {ord(char): f"\\u{ord(char):04x}" for char in "\n\r\t\u00a0\u00ad\u200b\u200d\u2060\u202a\u202c\u202e\u202f"}


def _texts(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    if name.endswith(".jsonl"):
        return [json.loads(line)["text"] for line in lines]
    marked = [line.rpartition("|")[2] if name == "fresh_reports.txt" else line for line in lines]
    return [line.replace("⟦", "").replace("⟧", "").replace("\\n", "\n") for line in marked if line[:1] != "#"]


def _shown(findings: Iterable[Finding], text: str) -> str:
    return "; ".join(
        f"{f.type} {f.rule} {f.strength} [{text[f.start : f.end]}] {' '.join(f.evidence)}".rstrip() for f in findings
    ).translate(ESCAPED)


def _begin(text: str) -> str:
    return text[:BEGINNING].translate(ESCAPED)


def _found(texts: Iterable[str]) -> str:
    found = [f"{_begin(text)} | {_shown(check(text), text)}".rstrip() for text in texts]
    return "\n".join([f"version {VERSION}", *found, ""])


@pytest.mark.parametrize("name", SETS)
def test_what_is_found_is_what_was_found(golden: Golden, name: str) -> None:
    golden(f"gate/{name.partition('.')[0]}.txt", _found(_texts(name)))


@pytest.mark.parametrize("name", written.SETS)
def test_written_forms_are_found_as_they_were(golden: Golden, name: str) -> None:
    golden(f"gate/forms_{name}.txt", _found(row.text for row in written.rows(*written.SETS[name], seed=11, each=1)))


@pytest.mark.parametrize("name", ["dev.jsonl", "near.txt", "near_rare.txt"])
def test_what_is_rewritten_reads_as_it_did(golden: Golden, name: str) -> None:
    told = [f"{_begin(text)} | {rewrite(text).translate(ESCAPED)}" for text in _texts(name)]
    golden(f"gate/rewritten_{name.partition('.')[0]}.txt", "\n".join([*told, ""]))


@pytest.mark.parametrize("name", ["rare.jsonl", "near_rare.txt", "rare_fresh.txt"])
def test_the_parts_of_rare_combinations_are_what_they_were(golden: Golden, name: str) -> None:
    """Parts count before they are enough, so they are held one by one: what, how much, and what may stand instead."""
    found = [
        f"{_begin(text)} | "
        + "; ".join(
            f"{part.rarity} {part.weight} [{normal[part.start : part.end]}] {part.says}" for part in parts(normal)
        )
        for text in _texts(name)
        for normal in [normalise(text).text]
    ]
    golden(f"gate/parts_{name.partition('.')[0]}.txt", "\n".join([*found, ""]))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_reason_is_told_as_it_was(golden: Golden, language: str) -> None:
    told: dict[tuple[Kind, str], str] = {}
    for text in _texts("dev.jsonl") + _texts("rare.jsonl") + _texts("near.txt"):
        for finding in check(text):
            if (finding.type, finding.rule) in told:
                continue
            said = explain(finding, text, language)
            told[finding.type, finding.rule] = f"{said.looks_like} | {said.why} | {said.suggestion}"
    lines = [f"{kind} {rule}: {said}" for (kind, rule), said in sorted(told.items())]
    golden(f"gate/told_{language}.txt", "\n".join([*lines, ""]))
