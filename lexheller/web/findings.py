"""How is what the gate found shown on a page? Marked in the text read back, with why, and a button that changes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lexheller import anonymity
from lexheller.anonymity import Explanation, Finding, Strength


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding in its place.

    Args:
        number: counted through the whole page.
        word: what is marked; on the page alone, never in a log.
        instead: what a button would write in its place; "" where nothing can be proposed.
        place: names the finding in the form that its button sends.
    """

    number: int
    stop: bool
    word: str
    told: Explanation
    instead: str
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


def read_back(texts: Mapping[str, str], language: str) -> tuple[ReadBack, ...]:
    """Ask the gate about texts, by field, and give those in which it found something."""
    return marked(texts, {field: anonymity.check(text) for field, text in texts.items()}, language)


def marked(texts: Mapping[str, str], found: Mapping[str, tuple[Finding, ...]], language: str) -> tuple[ReadBack, ...]:
    """Mark what was found in texts, by field; numbers go on from one text to the next."""
    backs: list[ReadBack] = []
    count = 0
    for field, findings in found.items():
        if findings:
            backs.append(
                ReadBack(field, texts[field], findings, _marks(field, texts[field], findings, language, count))
            )
            count += len(findings)
    return tuple(backs)


def _marks(field: str, text: str, findings: tuple[Finding, ...], language: str, count: int) -> tuple[Mark, ...]:
    proposed = anonymity.proposals(text, findings, language)
    told = anonymity.explain_all(findings, text, language)
    return tuple(
        Mark(
            number=number,
            stop=finding.strength is Strength.STOP,
            word=text[finding.start : finding.end],
            told=explanation,
            instead=proposed.get(finding, ""),
            place=f"{field}:{finding.start}:{finding.end}",
            kind=finding.type,
        )
        for number, (finding, explanation) in enumerate(zip(findings, told, strict=True), count + 1)
    )


def asks_only(found: tuple[ReadBack, ...]) -> bool:
    """Tell whether nothing must go: all that is left may be vouched for."""
    return not any(mark.stop for each in found for mark in each.marks)


def place_of(value: str) -> tuple[str, int, int] | None:
    """Read what a button names: field, start, end."""
    field, _, span = value.partition(":")
    start, _, end = span.partition(":")
    return (field, int(start), int(end)) if start.isdecimal() and end.isdecimal() else None


def exchanged(text: str, start: int, end: int, language: str) -> str:
    """Put the proposed words in for the finding that stood there; a text changed since is searched for the nearest."""
    findings = anonymity.check(text)
    near = [each for each in findings if each.end - each.start == end - start]
    if not near:
        return text
    finding = min(near, key=lambda each: abs(each.start - start))
    return anonymity.replaced(text, finding, findings, language)
