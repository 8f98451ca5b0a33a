"""How well does the gate find what a marked set holds? The same arithmetic as the release judge uses."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from lexheller.anonymity import Finding, Kind, check

SOFT = {"QUASI"}
STOPPED = {"PERSONNUMMER", "SAMORDNINGSNUMMER", "RESERVNUMMER", "EMAIL", "PHONE"}


@dataclass
class Score:
    """Counts over a set."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    clean: int = 0
    clean_flagged: int = 0

    def recall(self, *kinds: str) -> float:
        wanted = kinds or tuple(self.gold)
        return sum(self.found[kind] for kind in wanted) / sum(self.gold[kind] for kind in wanted)


def score(path: Path) -> Score:
    result = Score()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, findings = row["text"], [f for f in check(row["text"]) if f.type is not Kind.PROTECTED]
        for span in row["spans"]:
            if span["type"] in SOFT:
                continue
            result.gold[span["type"]] += 1
            if any(_meet(finding, span) for finding in findings):
                result.found[span["type"]] += 1
            else:
                result.missed.append(f"{row['id']} {text[span['start'] : span['end']]}")
        excused = [*row["spans"], *row.get("ignore", [])]
        wrong = [f for f in findings if not any(_meet(f, span) for span in excused)]
        result.false += [f"{row['id']} {text[f.start : f.end]}" for f in wrong]
        if not row["spans"]:
            result.clean += 1
            result.clean_flagged += bool(wrong)
    return result


def _meet(finding: Finding, span: dict[str, int]) -> bool:
    return finding.start < span["end"] and span["start"] < finding.end
