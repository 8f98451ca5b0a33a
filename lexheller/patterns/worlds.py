"""How else could the hidden counts be, and what would have to be hidden for that?

Raise one cell, see which relations break, mend each with another cell, and so on until all hold again: in a table with
rows and columns that walks around a cycle. Best first: hidden cells are free, a shown one costs what a reader would
lose by it, so the first way found is (but for the budget) the cheapest. No solver: the tables of a report are small,
and a way not found only means that more is hidden.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from lexheller.patterns.tables import Relation, Row, Untrue, row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Price = Callable[[str], float | None]


class Table:
    """Hold true counts and relations, laid out for the search.

    Raises:
        Untrue: the counts break a relation.
    """

    def __init__(self, cells: Mapping[str, int], relations: Iterable[Relation]) -> None:
        self.cells = dict(sorted(cells.items()))
        self.rows = sorted(
            {self._lean(row(relation)) for relation in relations}, key=lambda line: (line.signs, line.exact)
        )
        self.sums = [sum(sign * self.cells[cell] for cell, sign in line.signs) for line in self.rows]
        self.totals = dict.fromkeys(self.cells, 0)  # of how many sums a cell is the total
        # Few inequalities are ever near to breaking; the search looks at the others only once they have been broken.
        self.touching: dict[str, dict[int, int]] = {cell: {} for cell in self.cells}
        self.loose: dict[str, dict[int, int]] = {cell: {} for cell in self.cells}
        for index, line in enumerate(self.rows):
            for cell, sign in line.signs:
                self.totals[cell] += line.exact and sign < 0
                far = not line.exact and self.sums[index] < 0
                (self.loose if far else self.touching)[cell][index] = sign

    def tighten(self, world: Mapping[str, int]) -> bool:
        """Let the search look at the relations that this world breaks behind its back; tell whether there were any."""
        sums: dict[int, int] = {}
        for cell, change in world.items():
            for index, sign in self.loose[cell].items():
                sums[index] = sums.get(index, self.sums[index]) + sign * change
        broken = sorted(index for index, total in sums.items() if total > 0)
        for index in broken:
            for cell, sign in self.rows[index].signs:
                del self.loose[cell][index]
                self.touching[cell][index] = sign
        return bool(broken)

    def _lean(self, line: Row) -> Row:
        """Check a row against the counts and leave out its noughts, which are shown and never move."""
        names = tuple(cell for cell, _ in line.signs)
        if any(cell not in self.cells for cell in names):
            raise Untrue(cells=names)
        total = sum(sign * self.cells[cell] for cell, sign in line.signs)
        if total > 0 or (line.exact and total):
            raise Untrue(cells=names)
        return Row(tuple((cell, sign) for cell, sign in line.signs if self.cells[cell]), line.exact)

    def reach(self, cell: str, hidden: set[str]) -> tuple[list[str], list[str]]:
        """Give the hidden cells that relations tie to this one, by way of hidden ones, and the shown ones around."""
        found: dict[str, None] = {cell: None}
        border: dict[str, None] = {}
        queue = [cell]
        for at in queue:
            for index in chain(self.touching[at], self.loose[at]):
                for other, _ in self.rows[index].signs:
                    if other not in hidden:
                        border[other] = None
                    elif other not in found:
                        found[other] = None
                        queue.append(other)
        return queue, list(border)


class _Rank(NamedTuple):
    cost: float
    unrest: int
    serial: int


@dataclass(slots=True)
class _Move:
    """Hold changes made so far, the sums of the relations they touch, and by how much some are broken."""

    changes: dict[str, int]
    sums: dict[int, int]
    broken: dict[int, int]
    cost: float


def shift(
    table: Table, world: Mapping[str, int], cell: str, step: int, price: Price, budget: int
) -> dict[str, int] | None:
    """Find another world in which the cell differs by the step, as changes from the true counts.

    Args:
        table: the true counts and what ties them.
        world: changes from the true counts to start from.
        cell: what to move.
        step: by how much, down when negative.
        price: what it costs to move a cell; None where it must stay.
        budget: how many half-mended moves to look at before giving up.
    """
    while True:
        search = _Search(table, world, price)
        start = _Move({}, search.sums, {}, 0.0)
        changes = search.mend(search.moved(start, cell, step), budget) if search.may(start, cell, step) else None
        if changes is None:
            return None
        total = {name: world.get(name, 0) + changes.get(name, 0) for name in sorted({*world, *changes})}
        found = {name: change for name, change in total.items() if change}
        if not table.tighten(found):
            return found


class _Search:
    def __init__(self, table: Table, world: Mapping[str, int], price: Price) -> None:
        self.table, self.world, self.price = table, world, price
        self.sums: dict[int, int] = {}
        for cell, change in world.items():
            for index, sign in table.touching[cell].items():
                self.sums[index] = self.sums.get(index, table.sums[index]) + sign * change

    def mend(self, first: _Move, budget: int) -> dict[str, int] | None:
        """Mend broken relations, cheapest way first."""
        queue = [(_Rank(first.cost, 0, 0), first)]
        seen: set[frozenset[tuple[str, int]]] = set()
        serial = 0
        while queue and serial < budget:
            _, move = heappop(queue)
            if not move.broken:
                return move.changes
            for cell, change in min((self.ways(move, *broken) for broken in move.broken.items()), key=len):
                key = frozenset((*move.changes.items(), (cell, change)))
                if key not in seen:
                    seen.add(key)
                    serial += 1
                    after = self.moved(move, cell, change)
                    heappush(queue, (_Rank(after.cost, len(after.changes) + len(after.broken), serial), after))
        return None

    def ways(self, move: _Move, index: int, excess: int) -> list[tuple[str, int]]:
        """Give every single change that mends one relation; a cell that has moved stays where it is."""
        return [
            (cell, -excess // sign)
            for cell, sign in self.table.rows[index].signs
            if excess % sign == 0 and self.may(move, cell, -excess // sign)
        ]

    def may(self, move: _Move, cell: str, change: int) -> bool:
        if cell in move.changes or self.table.cells[cell] + self.world.get(cell, 0) + change < 1:
            return False
        return self.price(cell) is not None

    def moved(self, move: _Move, cell: str, change: int) -> _Move:
        sums, broken = dict(move.sums), dict(move.broken)
        for index, sign in self.table.touching[cell].items():
            total = sums[index] = sums.get(index, self.table.sums[index]) + sign * change
            if total > 0 or (total and self.table.rows[index].exact):
                broken[index] = total
            else:
                broken.pop(index, None)
        return _Move({**move.changes, cell: change}, sums, broken, move.cost + (self.price(cell) or 0.0))
