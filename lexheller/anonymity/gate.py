"""What in this text may point out a person?

The one way through all recognisers: bring the text to one form, ask each of them, settle overlaps, and give every
finding its place in the original text. Nothing is caught here: if a recogniser fails, the caller hears of it and
keeps the door shut.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator

from lexheller.anonymity import (
    accounts,
    births,
    births_at_length,
    births_in_passing,
    births_of_age,
    case_numbers,
    glued_numbers,
    machines,
    mail,
    names,
    online,
    personal_numbers,
    phones,
    places,
    plates,
    postal,
    protected,
    rare,
    reserve_numbers,
    streets,
    streets_en,
    told_apart,
    turned_numbers,
)
from lexheller.anonymity.allowed import stands
from lexheller.anonymity.digits import clusters
from lexheller.anonymity.finding import Finding, Hit, Kind
from lexheller.anonymity.normal import normalise

# Raised whenever a rule, a weight or a list changes what is found; stored with every decision taken on a finding.
VERSION = "2.12"
_NUMBERS = 50  # from this rank a hit is a number of some kind
_FREE = re.compile(rb"\x00+")
_TRIMMED = re.compile(r"\w(?:.*\w)?", re.DOTALL)


def check(text: str, allowed: Collection[str] = ()) -> tuple[Finding, ...]:
    """Find what may point out a person, in order and without overlaps.

    Args:
        allowed: words that are no person's name where the text comes from, each as `allowed_form` gives it; numbers,
            addresses and the rest are found all the same.
    """
    normal = normalise(text)
    hits = list(_settle(_hits(normal.text), normal.text))
    hits = sorted([*hits, *rare.find(normal.text, hits)])
    findings = []
    for hit in hits:
        if allowed and hit.kind is Kind.PERSON and stands(normal.text[hit.start : hit.end], allowed):
            continue
        start, end = normal.span(hit.start, hit.end)
        findings.append(Finding(start, end, hit.kind, hit.strength, hit.rule, hit.evidence))
    return tuple(findings)


def _hits(text: str) -> list[Hit]:
    hits: list[Hit] = []
    for cluster in clusters(text):
        whole = list(personal_numbers.find(text, cluster))
        hits += whole
        hits += _widened(glued_numbers.find(text, cluster), whole)
        hits += phones.find(text, cluster)
    for recogniser in (
        personal_numbers.find_other,
        told_apart.find,
        turned_numbers.find,
        reserve_numbers.find,
        phones.find_words,
        mail.find,
        online.find,
        machines.find,
        accounts.find,
        plates.find,
        case_numbers.find,
        births.find,
        births_at_length.find,
        births_in_passing.find,
        births_of_age.find,
        places.find,
        streets.find,
        streets_en.find,
        postal.find,
        names.find,
    ):
        hits += recogniser(text)
    ends = tuple(hit.end for hit in hits if hit.kind is Kind.PERSON)
    hits += births.beside_names(text, ends)
    hits += protected.together(text, tuple(hits))
    return hits


def _widened(inside: Iterable[Hit], whole: Iterable[Hit]) -> Iterator[Hit]:
    """Let each number in a row that is ordered like one from end to end cover that row: 20010369 0000."""
    rows = sorted(whole, key=lambda each: each.start)
    starts = [row.start for row in rows]
    longest = max((row.end - row.start for row in rows), default=0)
    for one in inside:
        near = rows[bisect_left(starts, one.end - longest) : bisect_right(starts, one.start)]
        around = max((row for row in near if one.end <= row.end), key=lambda row: row.end - row.start, default=one)
        yield around._replace(evidence=one.evidence, rank=one.rank)


def _settle(hits: Iterable[Hit], text: str) -> Iterator[Hit]:
    """Let the higher rank, then the longer one, win every overlap; digits that stick out are kept too."""
    taken = bytearray(len(text))
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda each: (-each.rank, each.start - each.end, each.start, each.rule)):
        if taken.find(1, hit.start, hit.end) < 0:
            kept.append(hit)
        elif hit.rank >= _NUMBERS:
            kept += _left_over(hit, taken, text)
        elif (end := text.find("\n", hit.start, hit.end)) > 0 and taken.find(1, hit.start, end) < 0:
            kept.append(hit._replace(end=len(text[:end].rstrip())))  # what stands in the next line is no name
        else:
            continue
        taken[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
    yield from sorted(kept)


def _left_over(hit: Hit, taken: bytearray, text: str) -> Iterator[Hit]:
    """Give what a number that lost an overlap still covers alone; a name that lost is no name."""
    for free in _FREE.finditer(taken, hit.start, hit.end):
        piece = _TRIMMED.search(text, *free.span())
        if piece is not None and any(map(str.isdigit, piece.group())):
            yield hit._replace(start=piece.start(), end=piece.end())
