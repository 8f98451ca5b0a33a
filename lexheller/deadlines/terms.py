"""How long may something take? A number and a unit, as written in settings and said to people.

"2 months" is kept apart from "60 days": agreements between parties say either, and they are not the same day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from lexheller.errors import BadValue


class Unit(StrEnum):
    """Name what a term is counted in; the values are what settings files hold."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    MONTHS = "months"


_WORDS = {
    "sv": {
        Unit.WORKING_DAYS: ("arbetsdag", "arbetsdagar"),
        Unit.DAYS: ("dag", "dagar"),
        Unit.MONTHS: ("månad", "månader"),
    },
    "en": {
        Unit.WORKING_DAYS: ("working day", "working days"),
        Unit.DAYS: ("day", "days"),
        Unit.MONTHS: ("month", "months"),
    },
}
_UNITS = {word: unit for words in _WORDS.values() for unit, pair in words.items() for word in pair}
_SHAPE = re.compile(r"\s*(\d{1,4})\s+([^\W\d_]+(?:[ _]+[^\W\d_]+)?)\s*", re.IGNORECASE)
_ALLOWED = "5 arbetsdagar, 60 dagar, 2 månader, 5 working_days, 60 days, 2 months"


@dataclass(frozen=True, slots=True)
class Term:
    """Hold a length of time; nought means the same day."""

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.amount < 0:
            raise BadValue(field="term", allowed="0, 1, 2, …")
        object.__setattr__(self, "unit", Unit(self.unit))  # a plain "days" is taken too

    @classmethod
    def parse(cls, text: str) -> Term:
        """Read "5 arbetsdagar", "60 days" or "5 working_days", in any case.

        Raises:
            BadValue: the text is none of these; says which are.
        """
        match = _SHAPE.fullmatch(text)
        words = " ".join(match[2].replace("_", " ").lower().split()) if match else ""
        if not match or words not in _UNITS:
            raise BadValue(field="term", allowed=_ALLOWED)
        return cls(int(match[1]), _UNITS[words])

    def format(self, language: str = "sv") -> str:
        """Say the term to people, in Swedish or English."""
        one, many = _WORDS[language][self.unit]
        return f"{self.amount} {one if self.amount == 1 else many}"

    def __str__(self) -> str:
        return f"{self.amount} {self.unit.value}"
