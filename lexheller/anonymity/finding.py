"""What does the gate say about a stretch of text, without keeping the text itself?"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Strength(StrEnum):
    """How a finding binds the writer: change the text, or look and decide."""

    STOP = "stop"
    ASK = "ask"


class Kind(StrEnum):
    """What a finding looks like; the values are those of the scoring sets."""

    PERSON = "PERSON"
    PERSONNUMMER = "PERSONNUMMER"
    SAMORDNINGSNUMMER = "SAMORDNINGSNUMMER"
    RESERVNUMMER = "RESERVNUMMER"
    CASE_NUMBER = "CASE_NUMBER"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    ADDRESS = "ADDRESS"
    POSTAL_CODE = "POSTAL_CODE"
    URL = "URL"
    IP = "IP"
    BANK = "BANK"
    PLATE = "PLATE"
    DATE_OF_BIRTH = "DATE_OF_BIRTH"
    PROTECTED = "PROTECTED"
    QUASI = "QUASI"
    """A combination that may point somebody out, though no part of it does."""


class Hit(NamedTuple):
    """A candidate in the normalised text, before overlaps are settled.

    A higher rank wins an overlap; at the same rank the longer one does.
    """

    start: int
    end: int
    kind: Kind
    rule: str
    strength: Strength = Strength.ASK
    evidence: tuple[str, ...] = ()
    rank: int = 50


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in the original text that may point out a person.

    Offsets count code points, the end is exclusive. No text is held, so a finding can be stored and logged.
    """

    start: int
    end: int
    type: Kind
    strength: Strength
    rule: str
    evidence: tuple[str, ...] = ()
