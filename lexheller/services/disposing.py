"""Which words are taken out of a case's texts for good, and where do they stand? Whole words, in every text of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from lexheller.errors import NotPossible
from lexheller.model.case import Case
from lexheller.model.event import Text
from lexheller.services.office import Office
from lexheller.services.ports import UnitOfWork

TAKEN_OUT = "[…]"
"""What stands where words were taken out."""


class Struck(NamedTuple):
    """A text out of which words would be taken.

    Args:
        pieces: the text in its order, each piece with whether it would go.
    """

    version: int
    field: str
    pieces: tuple[tuple[str, bool], ...]


def struck(uow: UnitOfWork, case: Case, words: str) -> tuple[Struck, ...]:
    """Show where words stand, before they are gone.

    Args:
        words: what is to go, a line each.

    Raises:
        NotPossible: a line of them stands nowhere (`why` is "words_not_found").
    """
    pattern = _pattern(words)
    found = _held(uow, case, pattern, words)
    return tuple(Struck(text.version, text.field, _pieces(pattern, text.text)) for text in found)


def disposed(uow: UnitOfWork, office: Office, case: Case, words: str) -> dict[str, object]:
    """Work out the texts without the words, and what the history says of it: digests before and after, never words.

    Raises:
        NotPossible: a line of them stands nowhere (`why` is "words_not_found").
    """
    pattern = _pattern(words)
    changed = [
        (old, Text(old.version, old.field, office.salt(), pattern.sub(TAKEN_OUT, old.text)))
        for old in _held(uow, case, pattern, words)
    ]
    return {
        "replaced": tuple(new for _, new in changed),
        "shared_touched": any(old.field == "shared_text" and old.version == case.shared_version for old, _ in changed),
        "public_touched": any(old.field == "public_text" and old.version == case.public_version for old, _ in changed),
        "disposed": [
            {"version": old.version, "field": old.field, "old": old.digest, "new": new.digest} for old, new in changed
        ],
    }


def _held(uow: UnitOfWork, case: Case, pattern: re.Pattern[str], words: str) -> tuple[Text, ...]:
    """Give the texts that hold words; a line that none of them holds may be misspelt, and is not passed over."""
    found = tuple(text for text in uow.cases.texts(case.federation, case.id) if pattern.search(text.text))
    lines = [_pattern(line) for line in words.splitlines() if line.strip()]
    if not all(any(line.search(text.text) for text in found) for line in lines):
        raise NotPossible(why="words_not_found")
    return found


def _pattern(words: str) -> re.Pattern[str]:
    """Look for what was written on each line: whole words, whatever blanks or line ends stand between them."""
    lines = [line.split() for line in words.splitlines() if line.strip()]
    if not lines:  # nothing is found between any two letters
        raise NotPossible(why="words_not_found")
    longest = sorted(lines, key=lambda line: -len(" ".join(line)))  # of two that begin alike, the one that holds more
    return re.compile("|".join(map(_whole, longest)), re.IGNORECASE)


def _whole(line: list[str]) -> str:
    first, last = line[0][0], line[-1][-1]
    before, after = (r"(?<!\w)" if _letter(first) else ""), (r"(?!\w)" if _letter(last) else "")
    return before + r"\s+".join(map(re.escape, line)) + after


def _letter(sign: str) -> bool:
    return re.match(r"\w", sign) is not None


def _pieces(pattern: re.Pattern[str], text: str) -> tuple[tuple[str, bool], ...]:
    found: list[tuple[str, bool]] = []
    at = 0
    for match in pattern.finditer(text):
        found += [(text[at : match.start()], False), (match[0], True)]
        at = match.end()
    return tuple((piece, goes) for piece, goes in (*found, (text[at:], False)) if piece)
