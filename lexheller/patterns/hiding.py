"""Which counts must not be shown outside the federation, so that no small one can be worked out?

Counts from 1 to k - 1 are hidden (nought is shown), and then as few others as we can find, so that totals, differences
and pairs do not give them back. What is guaranteed, for a reader who knows every shown count, every relation handed
in, and that a hidden count is at least 1:

- no hidden count can be told for certain;
- of a small one, neither that it is below k nor its value to within k - 1: the span of what it could be reaches k and
  is at least k - 1 wide.

For each there are whole-number worlds that prove it (`tables.faults` checks them; nothing is returned unchecked).
Relations that nobody hands in are not guarded against. The way there:

1. Hide the small ones. Smallest first, look for other worlds among what is hidden.
2. Where there is none, hide the cells that the cheapest other world moves. A cell costs log2(n + 2), and as much
   again for every sum it is the total of: small counts are less of a loss than totals.
3. Where that is not found either, hide the cells around, cheapest first. When everything that hangs together is
   hidden, a world that has it all k times over is a proof, since every relation survives multiplication.
4. Give back what was hidden in vain, the largest loss first.

Same table in, same cells out. Which hidden cells were the small ones is not told, and must not be marked.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

from lexheller.patterns.tables import NotProtected, Relation, faults, safe, small
from lexheller.patterns.worlds import Table, shift

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Changes = dict[str, int]

K = 5
_FREE_BUDGET = 150
_PAID_BUDGET = 1000


@dataclass(frozen=True)
class Protection:
    """Hold what to hide, and the worlds that prove it: changes from the true counts, never to be published."""

    hidden: frozenset[str]
    worlds: tuple[Mapping[str, int], ...]


def protect(
    cells: Mapping[str, int], relations: Iterable[Relation], k: int = K, also: frozenset[str] = frozenset()
) -> Protection:
    """Choose what to hide so that no small count can be worked out.

    Args:
        cells: every count that would be published, by name; one name for one number, however often it is printed.
        relations: all that ties them.
        k: the smallest count that may be shown.
        also: cells to hide for reasons of their own; noughts among them are shown all the same.

    Raises:
        Untrue: the counts break a relation.
        NotProtected: no proof was found; publish nothing.
    """
    relations = tuple(relations)
    table = Table(cells, relations)
    wanted = [cell for cell, count in table.cells.items() if small(count, k) or (cell in also and count)]
    work = _Work(table, k, set(wanted))
    work.prove_all()
    work.give_back(frozenset(wanted))
    protection = Protection(frozenset(work.hidden), tuple(work.worlds))
    if left := faults(cells, relations, protection.hidden, protection.worlds, k):
        raise NotProtected(cells=tuple(left))
    return protection


def hidden_cells(cells: Mapping[str, int], relations: Iterable[Relation], k: int = K) -> frozenset[str]:
    """Give the names of the counts to hide; `protect` gives the proof too."""
    return protect(cells, relations, k).hidden


class _Work:
    """Keep what is hidden so far, the worlds found, and the span they give each hidden cell."""

    def __init__(self, table: Table, k: int, hidden: set[str], worlds: Iterable[Changes] = ()) -> None:
        self.table, self.k, self.hidden = table, k, hidden
        self.worlds: list[Changes] = []
        self.low: dict[str, int] = {}
        self.high: dict[str, int] = {}
        for world in worlds:
            self.keep(world)

    def keep(self, world: Changes) -> None:
        self.worlds.append(world)
        for cell, change in world.items():
            count = self.table.cells[cell] + change
            self.low[cell] = min(self.low.get(cell, count), count)
            self.high[cell] = max(self.high.get(cell, count), count)

    def span(self, cell: str) -> tuple[int, int]:
        count = self.table.cells[cell]
        return min(count, self.low.get(cell, count)), max(count, self.high.get(cell, count))

    def safe(self, cell: str) -> bool:
        return safe(self.table.cells[cell], *self.span(cell), self.k)

    def prove_all(self) -> None:
        """Prove cell after cell, smallest first, those too that had to be hidden on the way."""
        while bare := [cell for cell in self.hidden if not self.safe(cell)]:
            cell = min(bare, key=lambda cell: (self.table.cells[cell], cell))
            if not self.free_proof(cell):
                self.hide_more(cell)

    def free_proof(self, cell: str) -> bool:
        """Look for worlds among what is hidden: up as far as needed, then down for the rest."""
        for way in (1, -1):
            world: Changes = {}
            stride = self.need(cell, way, world)
            while stride and not self.safe(cell):
                found = shift(self.table, world, cell, way * stride, self.free, _FREE_BUDGET)
                if found is None:
                    stride //= 2
                else:
                    world = found
                    self.keep(world)
                    stride = min(stride, self.need(cell, way, world))
        return self.safe(cell)

    def need(self, cell: str, way: int, world: Changes) -> int:
        """Tell how far to go from a world, up or down, until the cell is safe."""
        low, high = self.span(cell)
        if not small(self.table.cells[cell], self.k):
            return 1
        at = self.table.cells[cell] + world.get(cell, 0)
        return max(self.k, low + self.k - 1) - at if way > 0 else at - max(1, high - self.k + 1)

    def hide_more(self, cell: str) -> None:
        """Hide the cells of the cheapest other world, or else the cheapest cell near by."""
        found = shift(self.table, {}, cell, max(1, self.need(cell, 1, {})), self.paid, _PAID_BUDGET)
        if found is not None and found not in self.worlds:
            self.hidden |= found.keys()
            self.keep(found)
            return
        inside, border = self.table.reach(cell, self.hidden)
        if border:
            self.hidden.add(min(border, key=lambda other: (self.price(other), other)))
        else:
            self.keep({other: self.table.cells[other] * (self.k - 1) for other in sorted(inside)})

    def give_back(self, wanted: frozenset[str]) -> None:
        """Show again what was hidden in vain, the largest loss first."""
        for cell in sorted(self.hidden - wanted, key=lambda cell: (-self.price(cell), cell)):
            less = _Work(
                self.table, self.k, self.hidden - {cell}, [world for world in self.worlds if cell not in world]
            )
            if all(less.safe(other) or less.free_proof(other) for other in sorted(less.hidden)):
                self.hidden, self.worlds, self.low, self.high = less.hidden, less.worlds, less.low, less.high

    def price(self, cell: str) -> float:
        return log2(self.table.cells[cell] + 2) * (1 + self.table.totals[cell])

    def free(self, cell: str) -> float | None:
        return 0.0 if cell in self.hidden else None

    def paid(self, cell: str) -> float | None:
        if cell in self.hidden:
            return 0.0
        return self.price(cell) if self.table.cells[cell] else None
