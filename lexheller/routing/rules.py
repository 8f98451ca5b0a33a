"""What is a routing rule? A value: when it fires, where the case then goes, what for, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lexheller.model.codes import Purpose
from lexheller.routing.conditions import Condition
from lexheller.routing.targets import Target


@dataclass(frozen=True, slots=True)
class Because:
    """One plain sentence in both languages; a rule brings its own, so that a partner's package can."""

    sv: str
    en: str

    def said_in(self, language: str) -> str:
        """Give the sentence in a language, Swedish for any but English."""
        return self.en if language == "en" else self.sv


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of where a case goes.

    Args:
        name: stored with every referral, so it stays when the rule changes; `version` then grows.
        purpose: what the referral asks for. Learning is the usual one: nobody can investigate a case without names.
        stop: no rule after this one is tried when it fires.
    """

    name: str
    when: Condition
    to: Target
    because: Because
    purpose: Purpose = Purpose.LEARNING
    version: int = 1
    stop: bool = False


class Layer(StrEnum):
    """Say whose rules a file holds. They are asked in this order: what lies nearer to the federation comes first."""

    OWN = "own"
    PACKAGE = "package"
    SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class RuleFile:
    """Rules that stand together, in order: those of one kind of partner, of a package, or of the settings.

    Args:
        key: what people call it: "fk", "primary_care".
        path: where to go and read it: a file, or a module.
    """

    key: str
    path: str
    rules: tuple[Rule, ...]
    layer: Layer = Layer.SHIPPED
