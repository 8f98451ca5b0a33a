"""How is what the gate found shown on a page? Marked in the text read back, with why, and a button that changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from lexheller import anonymity
from lexheller.anonymity import Explanation, Finding, Strength
from lexheller.errors import GateStopped
from lexheller.web.numbers import whole
from lexheller.web.page import words

Gate = Callable[[str], tuple[Finding, ...]]
"""Reads a text as it will be read when it is sent: with the words of the federation that it is for."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding in its place.

    Args:
        number: counted through the whole page.
        word: what is marked; on the page alone, never in a log.
        instead: what a button would write in its place, in the language of the text; "" where it goes, None where
            nothing can be proposed.
        place: names the finding in the form that its button sends.
    """

    number: int
    stop: bool
    word: str
    told: Explanation
    instead: str | None
    place: str
    kind: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A text as it was written, with what was found in it: the findings, and in the same order what is said of them."""

    field: str
    text: str
    findings: tuple[Finding, ...]
    marks: tuple[Mark, ...]

    @property
    def first(self) -> int:
        """Give the number of the first mark."""
        return self.marks[0].number


def read_back(texts: Mapping[str, str], language: str, gate: Gate) -> tuple[ReadBack, ...]:
    """Ask the gate about texts, by field, and give those in which it found something."""
    return marked(texts, {field: gate(text) for field, text in texts.items()}, language)


def marked(
    texts: Mapping[str, str], found: Mapping[str, tuple[Finding, ...]], language: str, count: int = 0
) -> tuple[ReadBack, ...]:
    """Mark what was found in texts, by field; numbers go on from one text to the next, after `count`."""
    backs: list[ReadBack] = []
    for field, findings in found.items():
        if findings:
            backs.append(
                ReadBack(field, texts[field], findings, _marks(field, texts[field], findings, language, count))
            )
            count += len(findings)
    return tuple(backs)


def found_at(stop: GateStopped, named: Callable[[str], str] = str) -> dict[str, tuple[Finding, ...]]:
    """Give what the gate stopped at, by field.

    Args:
        named: says what a field is called on the page, where that is something else.
    """
    found: dict[str, tuple[Finding, ...]] = {}
    for field, finding in cast("tuple[tuple[str, Finding], ...]", stop.data["findings"]):  # errors carry data by name
        found[named(field)] = (*found.get(named(field), ()), finding)
    return found


def _marks(field: str, text: str, findings: tuple[Finding, ...], language: str, count: int) -> tuple[Mark, ...]:
    proposed = anonymity.put_in(text, findings)
    told = anonymity.explain_all(findings, text, language)
    return tuple(
        Mark(
            number=number,
            stop=finding.strength is Strength.STOP,
            word=text[finding.start : finding.end],
            told=explanation,
            instead=proposed.get(finding),
            place=f"{field}:{finding.start}:{text[finding.start : finding.end]}",
            kind=finding.type,
        )
        for number, (finding, explanation) in enumerate(zip(findings, told, strict=True), count + 1)
    )


def mistakes_in(found: Iterable[ReadBack]) -> list[tuple[str, str]]:
    """List every mark for the summary of what is wrong: its place, and its words with what they look like."""
    said = words()
    return [
        (f"finding-{mark.number}", said("web.mark.told", word=" ".join(mark.word.split()), told=mark.told.looks_like))
        for each in found
        for mark in each.marks
    ]


def asks_only(found: tuple[ReadBack, ...]) -> bool:
    """Tell whether nothing must go: all that is left may be vouched for."""
    return not any(mark.stop for each in found for mark in each.marks)


def place_of(value: str) -> tuple[str, int, str] | None:
    """Read what a button names: field, start, and the words that were marked."""
    field, _, rest = value.replace("\r\n", "\n").partition(":")
    start, _, word = rest.partition(":")
    place = whole(start)
    return (field, place, word) if place is not None and word else None


def exchanged(text: str, start: int, word: str, gate: Gate) -> str:
    """Put the proposed words in for a finding; where the text was edited meanwhile, the same words are looked for."""
    findings = gate(text)
    same = [each for each in findings if text[each.start : each.end] == word]
    if not same:
        return text
    finding = min(same, key=lambda each: abs(each.start - start))
    return anonymity.replaced(text, finding, findings)
