"""Which counts hang together, and do two worlds prove that a hidden one stays hidden?

A table is a set of named counts and the relations between them that any reader knows: parts sum to a total, a part is
never more than its whole. A *world* is a way the hidden counts could be while everything shown stays as shown; it is
written as the changes from the true counts. The proof is the worlds, not the search that found them: `faults` is a
short check with whole numbers only, so a mistake in the search can make us hide too much or refuse, never too little.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lexheller.errors import LexHellerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    World = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Sum:
    """Say that the parts add up to the total."""

    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoMore:
    """Say that the sum of the ones is never more than the sum of the others."""

    these: tuple[str, ...]
    those: tuple[str, ...]


def AtMost(part: str, whole: str) -> NoMore:  # noqa: N802  # reads as the kind of relation it makes
    """Say that the part is never more than the whole."""
    return NoMore((part,), (whole,))


Relation = Sum | NoMore


class Untrue(LexHellerError):
    """Say that the counts break a relation they were handed in with: `cells`."""


class NotProtected(LexHellerError):
    """Say that no proof was found, so that nothing may be published: `cells`."""


@dataclass(frozen=True, slots=True)
class Row:
    """Hold a relation as a sum with signs, which is nought (exact) or at most nought."""

    signs: tuple[tuple[str, int], ...]
    exact: bool


def row(relation: Relation) -> Row:
    """Write a relation as a sum with signs; what stands on both sides cancels out."""
    exact = isinstance(relation, Sum)
    plus: tuple[str, ...] = relation.parts if isinstance(relation, Sum) else relation.these
    minus: tuple[str, ...] = (relation.total,) if isinstance(relation, Sum) else relation.those
    signs: dict[str, int] = {}
    for cells, sign in ((plus, 1), (minus, -1)):
        for cell in cells:
            signs[cell] = signs.get(cell, 0) + sign
    return Row(tuple(sorted((cell, sign) for cell, sign in signs.items() if sign)), exact)


def small(count: int, k: int) -> bool:
    """Tell whether a count is too small to show outside the federation; nought says nothing about anybody."""
    return 0 < count < k


def faults(
    cells: Mapping[str, int], relations: Iterable[Relation], hidden: frozenset[str], worlds: Iterable[World], k: int
) -> list[str]:
    """Check a proof and give the cells it leaves open, sorted; none means that the table may be published.

    A hidden cell is proven when the true counts and the worlds, all of which keep every relation and every shown count
    and have at least 1 in every hidden cell (a reader knows that noughts are shown), give it at least two values; and
    for a small one, when the highest is at least k and at least k - 1 above the lowest.
    """
    lowest, highest = dict(cells), dict(cells)
    rows = [row(relation) for relation in relations]
    sums = [sum(sign * cells[cell] for cell, sign in line.signs) for line in rows]
    touching: dict[str, list[tuple[int, int]]] = {}
    for index, line in enumerate(rows):
        for cell, sign in line.signs:
            touching.setdefault(cell, []).append((index, sign))
    for world in worlds:
        there = {cell: cells[cell] + change for cell, change in world.items() if cell in hidden}
        turned: dict[int, int] = {}
        for cell, change in world.items():
            for index, sign in touching.get(cell, ()):
                turned[index] = turned.get(index, sums[index]) + sign * change
        if len(there) < len(world) or any(count < 1 for count in there.values()):
            continue
        if any(total > 0 or (rows[index].exact and total) for index, total in turned.items()):
            continue
        for cell, count in there.items():
            lowest[cell], highest[cell] = min(lowest[cell], count), max(highest[cell], count)
    shown_small = {cell for cell, count in cells.items() if small(count, k) and cell not in hidden}
    bare = {cell for cell in hidden if not safe(cells[cell], lowest[cell], highest[cell], k)}
    return sorted(shown_small | bare)


def safe(count: int, lowest: int, highest: int, k: int) -> bool:
    """Tell whether a span of possible values, all of them at least 1, hides a count well enough."""
    least = k - 1 if small(count, k) else 1  # from 1 on, a span k - 1 wide reaches k
    return highest - lowest >= least
