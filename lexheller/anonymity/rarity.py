"""What is a part of a rare combination?"""

from enum import StrEnum
from typing import NamedTuple


class Rarity(StrEnum):
    """In which respect a part makes a person rare, in the order in which it is told."""

    AGE = "age"
    PLACE = "place"
    DIAGNOSIS = "diagnosis"
    OCCUPATION = "occupation"
    FAMILY = "family"
    ORIGIN = "origin"
    TRAIT = "trait"
    EVENT = "event"
    UNIQUE = "unique"


class Part(NamedTuple):
    """One part: where it stands, how much it says, and the general expression that may stand instead."""

    start: int
    end: int
    rarity: Rarity
    weight: float
    says: str = ""
