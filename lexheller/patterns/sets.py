"""What ties counts of cases, of cases with a partner, and of cases with two partners?

Partners do not add up, since a case has several. But they are sets of cases, and what holds of sets a reader can use:
of 7 with A and 6 with A and B, one at most is without B. The bounds here are those of inclusion and exclusion on two
and three sets (Bonferroni), and of a cover by sets that overlap along a star (Hunter 1976). For three partners they are
all there is; for more, sets of four may in rare cases say a little more.
"""

from __future__ import annotations

from itertools import chain, combinations, permutations
from typing import TYPE_CHECKING

from lexheller.patterns.tables import NoMore

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Cells = Sequence[str]


def partner_relations(
    total: str,
    partners: Mapping[str, str],
    pairs: Mapping[tuple[str, str], str],
    alone: Mapping[str, str] | None = None,
) -> list[NoMore]:
    """Say how cases, cases with a partner, cases with two, and cases with one alone hang together.

    Args:
        total: the cell with all cases, each of which names at least one of the partners.
        partners: the cell of each partner; all partners, also those without a case.
        pairs: the cell of every pair, nought included.
        alone: the cell of each partner's cases that name nobody else, where that is shown too.
    """
    sets = _Sets(total, partners, {frozenset(pair): cell for pair, cell in pairs.items()}, alone or {})
    return [*sets.one(), *sets.two(), *sets.three(), *sets.cover()]


class _Sets:
    """Speak of the cases that are not of one partner alone: counts less the cell `alone`, which moves across."""

    def __init__(
        self, total: str, partners: Mapping[str, str], pairs: Mapping[frozenset[str], str], alone: Mapping[str, str]
    ) -> None:
        self.total, self.partners, self.pairs, self.alone = total, partners, pairs, alone

    def say(self, these: Cells, those: Cells, partners: Cells = (), among: Cells = (), *, whole: int = 0) -> NoMore:
        """Say that these and the partners' cases are no more than those, the cases among, and whole times the total."""
        lone = list(self.alone.values())
        return NoMore(
            (*these, *(self.partners[p] for p in partners), *self._lone(among), *(lone * whole)),
            (*those, *(self.partners[p] for p in among), *self._lone(partners), *([self.total] * whole)),
        )

    def _lone(self, partners: Cells) -> list[str]:
        return [self.alone[partner] for partner in partners if partner in self.alone]

    def pair(self, one: str, other: str) -> str:
        return self.pairs[frozenset((one, other))]

    def pairs_of(self, partner: str) -> list[str]:
        return [cell for pair, cell in self.pairs.items() if partner in pair]

    def one(self) -> Iterator[NoMore]:
        """One set is within the whole, and its cases of several partners are each in some pair."""
        for partner in self.partners:
            yield self.say((), (), (partner,), whole=1)
            if self.alone:
                yield self.say((), (), (), (partner,))
                yield self.say((), self.pairs_of(partner), (partner,))

    def two(self) -> Iterator[NoMore]:
        """An overlap is within both sets, and both sets less their overlap within the whole."""
        for pair, cell in self.pairs.items():
            for partner in sorted(pair):
                yield self.say((cell,), (), (), (partner,))
            yield self.say((), (cell,), sorted(pair), whole=1)

    def three(self) -> Iterator[NoMore]:
        """Two overlaps within a set overlap themselves in the third; three sets less their overlaps fit the whole."""
        for trio in combinations(sorted(self.partners), 3):
            overlaps = [self.pair(*pair) for pair in combinations(trio, 2)]
            yield self.say((), overlaps, trio, whole=1)
        for within, one, other in permutations(sorted(self.partners), 3):
            sides, across = [self.pair(within, one), self.pair(within, other)], self.pair(one, other)
            if one < other:
                yield self.say(sides, (across,), (), (within,))
            if self.alone:  # whatever lies in both overlaps is counted twice among the pairs of the third
                yield self.say(sides, self.pairs_of(other), (other,), (within,))

    def cover(self) -> Iterator[NoMore]:
        """All sets cover the whole, also when the overlaps with one of them are counted once."""
        for hub in self.partners:
            yield NoMore((self.total, *self.pairs_of(hub)), tuple(self.partners.values()))
        if self.alone:  # whoever is not alone and beside one set or two is in a pair of others
            for some in chain.from_iterable(combinations(self.partners, size) for size in range(3)):
                beside = [cell for pair, cell in self.pairs.items() if pair.isdisjoint(some)]
                within = [self.pair(*some)] if len(some) > 1 else []
                lone = [cell for partner, cell in self.alone.items() if partner not in some]
                yield NoMore((self.total, *within), (*(self.partners[one] for one in some), *beside, *lone))
