"""People of every origin are protected alike: names put into sentences of casework, most of them never listed."""

import random
from collections import defaultdict
from pathlib import Path

import pytest

from lexheller.anonymity import Kind, check
from lexheller.anonymity.lexicon import NAME, lexicon

HERE = Path(__file__).parent
FORMS = ("full", "first", "last", "lower")
FAMILY_FIRST = {"Vietnamese", "Chinese"}
PARTICLES = {"van", "de", "den", "der", "el", "al", "abu", "beth"}
EACH = 8  # sentences for every name and form
FLOORS = {"full": 0.99, "first": 0.965, "last": 0.94, "lower": 0.94}
GAP, WORST = 0.02, 0.9
HELD = 20  # of every origin, the first so many names are kept out of the lists


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _names() -> dict[str, list[str]]:
    rows = (line.partition(": ") for line in _lines("origins.txt"))
    return {origin: row.split(", ")[:HELD] for origin, _, row in rows}


def _carriers() -> dict[str, list[str]]:
    carriers: dict[str, list[str]] = defaultdict(list)
    part = ""
    for line in _lines("carriers.txt"):
        if line.startswith("["):
            part = line[1:-1]
        else:
            carriers[part].append(line)
    return carriers


def _split(origin: str, name: str) -> tuple[str, str]:
    """Give the first name and the family name."""
    words = name.split(" ")
    if origin in FAMILY_FIRST or (origin == "Korean, Japanese" and "-" in words[-1]):
        return words[-1], words[0]
    last = len(words) - 1
    while last > 1 and words[last - 1].lower() in PARTICLES:
        last -= 1
    return words[0], " ".join(words[last:])


def _found(carrier: str, name: str) -> bool:
    if name[-1] in "sxz":
        carrier = carrier.replace("{}s", "{}")
    start = carrier.index("{}")
    end = start + len(name)
    return any(f.start < end and start < f.end for f in check(carrier.replace("{}", name)) if f.type is Kind.PERSON)


@pytest.fixture(scope="module")
def recall() -> dict[tuple[str, str], float]:
    """Give the share found, by origin and form."""
    carriers, draw = _carriers(), random.Random(7)
    shares: dict[tuple[str, str], float] = {}
    for origin, names in _names().items():
        hits: dict[str, list[bool]] = defaultdict(list)
        for name in names:
            first, last = _split(origin, name)
            written = {"full": [name], "first": [first], "last": [last], "lower": [first.lower(), name.lower()]}
            for form in FORMS:
                wanted = ["lower"] if form == "lower" else ["any", form] if form != "full" else ["any"]
                sentences = draw.sample([line for part in wanted for line in carriers[part]], EACH)
                for place, sentence in enumerate(sentences):
                    hits[form].append(_found(sentence, written[form][place % len(written[form])]))
        for form in FORMS:
            shares[origin, form] = sum(hits[form]) / len(hits[form])
    return shares


def _mean(recall: dict[tuple[str, str], float], *forms: str) -> float:
    found = [share for (_, form), share in recall.items() if form in forms]
    return sum(found) / len(found)


def test_full_names_are_found(recall: dict[tuple[str, str], float]) -> None:
    assert _mean(recall, "full") >= FLOORS["full"]


@pytest.mark.parametrize("form", ["first", "last", "lower"])
def test_parts_of_names_are_found(recall: dict[tuple[str, str], float], form: str) -> None:
    assert _mean(recall, form) >= FLOORS[form], {
        origin: share for (origin, each), share in recall.items() if each == form
    }


def test_no_origin_is_left_behind(recall: dict[tuple[str, str], float]) -> None:
    origins = sorted({origin for origin, _ in recall})
    means = {origin: sum(recall[origin, form] for form in ("full", "first", "last")) / 3 for origin in origins}
    others = [share for origin, share in means.items() if origin != "Swedish"]
    assert abs(means["Swedish"] - sum(others) / len(others)) <= GAP, means
    assert min(means.values()) >= WORST, means


def test_what_is_measured_was_not_put_on_the_lists() -> None:
    words = {word for names in _names().values() for name in names for word in name.lower().replace("-", " ").split()}
    strange = [word for word in words if not lexicon().kinds(word) & NAME]
    assert len(strange) >= 300
