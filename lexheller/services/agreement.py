"""How far do people agree on the level of a case? The share of pairs that do, and Krippendorff's alpha, both with n.

A working group reads it about itself, never about a person: alpha says how much more they agree than chance would.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from lexheller.patterns import agreement as measured


class Rating(NamedTuple):
    """The level that one person gave to one case."""

    number: str
    person: str
    level: str


class Agreement(NamedTuple):
    """How far raters agree.

    Args:
        cases: those that two people or more have rated.
        pairs, same: pairs of opinions on one case, and those that agree.
        share: same / pairs; None without pairs.
        alpha: None without pairs, or where only one level was ever given: then there is nothing to differ in.
    """

    cases: int
    pairs: int
    same: int
    share: float | None
    alpha: float | None


def own_levels(opinions: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Give the level of each person, once: of who set one for the group and sees another, what they see themselves."""
    return {each["person"]: each["level"] for each in sorted(opinions, key=lambda each: bool(each.get("second")))}


def agreement(ratings: Iterable[Rating]) -> Agreement:
    """Work out how far raters agree; what only one person has rated is left out."""
    given: dict[str, dict[str, str]] = {}
    for number, person, level in ratings:
        given.setdefault(number, {})[person] = level
    rated = [tuple(levels.values()) for levels in given.values() if len(levels) > 1]
    pairs = [one == other for levels in rated for one, other in combinations(levels, 2)]
    if not pairs:
        return Agreement(0, 0, 0, None, None)
    return Agreement(len(rated), len(pairs), sum(pairs), sum(pairs) / len(pairs), measured(rated).alpha)
