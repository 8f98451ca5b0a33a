"""The reader is played by brute force: every whole-number world is a candidate, nothing of the search is reused."""

from __future__ import annotations

import os
import random
import time
from dataclasses import dataclass
from functools import cache
from itertools import combinations, combinations_with_replacement, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lexheller.patterns import (
    AtMost,
    NoMore,
    NotProtected,
    Relation,
    Sum,
    Untrue,
    faults,
    hidden_cells,
    hiding,
    partner_relations,
    protect,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

K = 5
MORE = 20 if os.environ.get("LEXHELLER_SOAK") else 1
ABOVE = 4  # how far above the largest true count the reader looks: enough to see k - 1 more


@dataclass
class Reader:
    """Know what is shown and what ties it, and try every world by filling in one hidden cell after the other."""

    cells: Mapping[str, int]
    relations: list[Relation]
    hidden: frozenset[str]

    def __post_init__(self) -> None:
        self.top = max(self.cells.values(), default=0) + ABOVE
        self.rows = [(_signs(relation), isinstance(relation, Sum)) for relation in self.relations]

    def could_be(self, cell: str, value: int) -> bool:
        bounds = {name: (1, self.top) if name in self.hidden else (n, n) for name, n in self.cells.items()}
        return self._world({**bounds, cell: (value, value)})

    def span(self, cell: str) -> tuple[int, int]:
        values = range(1, self.top + 1)
        lowest = next(value for value in values if self.could_be(cell, value))
        return lowest, next(value for value in reversed(values) if self.could_be(cell, value))

    def _world(self, bounds: dict[str, tuple[int, int]]) -> bool:
        narrowed = self._narrow(bounds)
        if narrowed is None:
            return False
        open_cells = [name for name, (low, high) in narrowed.items() if low < high]
        if not open_cells:
            return True
        name = min(open_cells, key=lambda name: narrowed[name][1] - narrowed[name][0])
        low, high = narrowed[name]
        return any(self._world({**narrowed, name: (value, value)}) for value in range(low, high + 1))

    def _narrow(self, bounds: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]] | None:
        bounds, changed = dict(bounds), True
        while changed:
            changed = False
            for signs, exact in self.rows:
                for name, sign in signs.items():
                    rest = [(s * bounds[n][0], s * bounds[n][1]) for n, s in signs.items() if n != name]
                    least, most = sum(min(ends) for ends in rest), sum(max(ends) for ends in rest)
                    low, high = bounds[name]
                    if sign > 0:  # name + rest <= 0, and >= 0 where exact
                        new = (max(low, -most) if exact else low, min(high, -least))
                    else:
                        new = (max(low, least), min(high, most) if exact else high)
                    if new[0] > new[1]:
                        return None
                    if new != (low, high):
                        bounds[name], changed = new, True
        return bounds


def _signs(relation: Relation) -> dict[str, int]:
    if isinstance(relation, Sum):
        return {**dict.fromkeys(relation.parts, 1), relation.total: -1}
    return {**dict.fromkeys(relation.these, 1), **dict.fromkeys(relation.those, -1)}


def leaks(cells: Mapping[str, int], relations: list[Relation], hidden: frozenset[str]) -> list[str]:
    """Give the hidden cells that a reader can pin, tell to be small, or tell to within k - 1; and shown small ones."""
    reader = Reader(cells, relations, hidden)
    found = [cell for cell, n in cells.items() if 0 < n < K and cell not in hidden]
    for cell in hidden:
        low, high = reader.span(cell)
        if low == high or (0 < cells[cell] < K and (high < K or high - low < K - 1)):
            found.append(cell)
    return found


def two_way(body: list[list[int]]) -> tuple[dict[str, int], list[Relation]]:
    rows, columns = range(len(body)), range(len(body[0]))
    cells = {f"{r}{c}": body[r][c] for r in rows for c in columns}
    cells |= {f"r{r}": sum(body[r]) for r in rows} | {f"c{c}": sum(body[r][c] for r in rows) for c in columns}
    cells["n"] = sum(map(sum, body))
    relations: list[Relation] = [Sum(f"r{r}", tuple(f"{r}{c}" for c in columns)) for r in rows]
    relations += [Sum(f"c{c}", tuple(f"{r}{c}" for r in rows)) for c in columns]
    relations += [Sum("n", tuple(f"r{r}" for r in rows)), Sum("n", tuple(f"c{c}" for c in columns))]
    return cells, relations


def partner_cases(
    cases: list[frozenset[str]], kinds: str, *, with_alone: bool = False
) -> tuple[dict[str, int], list[Relation]]:
    """Count cases by partner and pair, and by whether the case was solved: every third, so that totals tie in."""
    pairs = {(a, b): a + b for a, b in combinations(kinds, 2)}
    alone = {kind: f"{kind}!" for kind in kinds} if with_alone else {}
    cells = {"n": len(cases), "solved": len(cases[::3]), "other": len(cases) - len(cases[::3])}
    cells |= {kind: sum(kind in case for case in cases) for kind in kinds}
    cells |= {cell: sum(case >= set(pair) for case in cases) for pair, cell in pairs.items()}
    cells |= {cell: sum(case == {kind} for case in cases) for kind, cell in alone.items()}
    relations = partner_relations("n", {kind: kind for kind in kinds}, pairs, alone)
    return cells, [Sum("n", ("solved", "other")), *relations]


@cache
def every_pile(most: int) -> list[dict[str, int]]:
    """Give the counts that each pile of at most so many cases with the partners A, B and C would lead to."""
    sets = ["A", "B", "C", "AB", "AC", "BC", "ABC"]
    piles = [pile for size in range(most + 1) for pile in combinations_with_replacement(range(7), size)]
    counts = [[pile.count(kind) for kind in range(7)] for pile in piles]
    shown = {one: [kind for kind, other in enumerate(sets) if set(one) <= set(other)] for one in sets[:6]}
    return [
        {"n": sum(pile)}
        | {one: sum(pile[kind] for kind in kinds) for one, kinds in shown.items()}
        | {f"{one}!": pile[kind] for kind, one in enumerate("ABC")}
        for pile in counts
    ]


bodies = st.integers(2, 3).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 9), min_size=width, max_size=width), min_size=2, max_size=3)
)


def case_lists(kinds: str) -> st.SearchStrategy[list[frozenset[str]]]:
    return st.lists(st.frozensets(st.sampled_from(kinds), min_size=1, max_size=3), min_size=1, max_size=16)


@settings(max_examples=150 * MORE, deadline=None)
@given(bodies)
def test_a_reader_of_rows_columns_and_totals_learns_no_hidden_count(body: list[list[int]]) -> None:
    cells, relations = two_way(body)
    assert leaks(cells, relations, hidden_cells(cells, relations, K)) == []


def pile(**counts: int) -> list[frozenset[str]]:
    return [frozenset(partners) for partners, count in counts.items() for _ in range(count)]


@settings(max_examples=60 * MORE, deadline=None)
@given(st.lists(st.frozensets(st.sampled_from("ABC"), min_size=1), min_size=1, max_size=8), st.booleans())
@example(
    cases=pile(A=2, AB=2, AC=1, BC=2), with_alone=True
)  # nobody alone with C: the pairs tell who is with all three
@example(cases=pile(ABC=1, AB=1, AC=2, BC=1), with_alone=True)  # nobody alone at all: the pairs tell how many cases
def test_a_reader_who_tries_every_pile_of_cases_learns_no_hidden_count(
    cases: list[frozenset[str]],
    with_alone: bool,
) -> None:
    """Partners overlap, so the reader asks what the cases could be, not what the relations allow; here k is 3."""
    cells, relations = partner_cases(cases, "ABC", with_alone=with_alone)
    cells = {cell: n for cell, n in cells.items() if cell not in {"solved", "other"}}
    hidden = hidden_cells(cells, relations[1:], 3)
    shown = {cell: n for cell, n in cells.items() if cell not in hidden}
    assert not [n for n in shown.values() if 0 < n < 3]
    could_be = [pile for pile in every_pile(10) if all(pile[cell] == n for cell, n in shown.items())]
    could_be = [pile for pile in could_be if all(pile[cell] for cell in hidden)]
    for cell in hidden:
        values = {pile[cell] for pile in could_be}
        assert len(values) > 1
        if cells[cell] < 3:
            assert max(values) >= 3
            assert max(values) - min(values) >= 2


@settings(max_examples=20 * MORE, deadline=None)
@given(case_lists("ABCD"))
def test_a_reader_of_partners_and_pairs_learns_no_hidden_count(cases: list[frozenset[str]]) -> None:
    cells, relations = partner_cases(cases, "ABCD")
    assert leaks(cells, relations, hidden_cells(cells, relations, K)) == []


@settings(max_examples=100 * MORE, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=6), st.lists(st.booleans(), min_size=5, max_size=5))
def test_a_reader_of_totals_within_totals_learns_no_hidden_count(parts: list[int], joins: list[bool]) -> None:
    """Parts, a total, and a chain of part sums over them; each answered count at most its part."""
    cells = {f"p{i}": n for i, n in enumerate(parts)} | {"n": sum(parts)}
    cells |= {f"a{i}": n // 2 for i, n in enumerate(parts)}
    relations: list[Relation] = [Sum("n", tuple(f"p{i}" for i in range(len(parts))))]
    relations += [AtMost(f"a{i}", f"p{i}") for i in range(len(parts))]
    for i, join in enumerate(joins[: len(parts) - 1]):
        if join:
            cells[f"s{i}"] = parts[i] + parts[i + 1]
            relations.append(Sum(f"s{i}", (f"p{i}", f"p{i + 1}")))
    assert leaks(cells, relations, hidden_cells(cells, relations, K)) == []


def test_hiding_the_small_ones_alone_would_leak() -> None:
    """The reader can read: without complementary hiding most small tables give a small count back."""
    chance = random.Random(1)
    tables = [two_way([[chance.randrange(10) for _ in range(3)] for _ in range(3)]) for _ in range(20)]
    bare = [leaks(cells, rel, frozenset(c for c, n in cells.items() if 0 < n < K)) for cells, rel in tables]
    assert sum(map(bool, bare)) >= 15


def test_nothing_small_nothing_hidden() -> None:
    cells, relations = two_way([[5, 0], [9, 12]])
    assert hidden_cells(cells, relations) == frozenset()


def test_one_small_part_takes_the_smallest_other_part_with_it() -> None:
    cells = {"n": 40, "a": 2, "b": 20, "c": 8, "d": 10, "e": 0}
    assert hidden_cells(cells, [Sum("n", ("a", "b", "c", "d", "e"))]) == {"a", "c"}


def test_noughts_are_shown_and_the_total_goes_when_nothing_else_is_left() -> None:
    cells = {"n": 3, "a": 3, "b": 0}
    assert hidden_cells(cells, [Sum("n", ("a", "b"))]) == {"n", "a"}
    cells = {"n": 5, "a": 2, "b": 3, "c": 0}
    assert hidden_cells(cells, [Sum("n", ("a", "b", "c"))]) == {"n", "a", "b"}


def test_a_small_part_whose_whole_is_barely_large_is_not_told_to_be_small() -> None:
    """Beside a shown 5, a hidden part can be 1 to 5; beside a hidden 4, it can be anything."""
    cells = {"A": 5, "AB": 4}
    assert hidden_cells(cells, [AtMost("AB", "A")]) == {"AB"}
    assert hidden_cells({"A": 4, "AB": 2}, [AtMost("AB", "A")]) == {"A", "AB"}


@given(case_lists("ABCDE"), st.booleans())
def test_the_relations_of_partners_hold_for_every_pile_of_cases(
    cases: list[frozenset[str]],
    with_alone: bool,
) -> None:
    cells, relations = partner_cases(cases, "ABCDE", with_alone=with_alone)
    assert hidden_cells(cells, relations) >= {cell for cell, n in cells.items() if 0 < n < K}  # and raises no Untrue


def test_cells_hidden_on_the_way_are_proven_as_well() -> None:
    """Once refused: nothing small hangs on `solved`, but it was hidden while a way for B was sought."""
    cells, relations = partner_cases(pile(B=1, D=1, E=11, BE=2, DE=1), "ABCDE", with_alone=True)
    assert protect(cells, relations).hidden.isdisjoint({"n", "solved", "other"})


def test_what_was_hidden_in_vain_is_shown_again() -> None:
    cells, relations = two_way([[7, 0, 1], [2, 9, 1]])
    assert len(hidden_cells(cells, relations)) == optimum(cells, relations)


def test_counts_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(Untrue) as refused:
        protect({"n": 9, "a": 4, "b": 4}, [Sum("n", ("a", "b"))])
    assert set(refused.value.data["cells"]) == {"n", "a", "b"}  # type: ignore[call-overload]  # errors carry data by name
    with pytest.raises(Untrue):
        protect({"part": 3, "whole": 2}, [AtMost("part", "whole")])
    with pytest.raises(Untrue):
        protect({"n": 9}, [Sum("n", ("a", "b"))])


def test_a_cell_hidden_for_another_reason_is_not_given_back_by_its_total() -> None:
    cells = {"n": 40, "a": 10, "b": 30}
    protection = protect(cells, [Sum("n", ("a", "b"))], also=frozenset({"a"}))
    assert protection.hidden == {"a", "b"}


def test_same_table_same_cells_whatever_the_order() -> None:
    cells, relations = two_way([[1, 7, 9], [6, 2, 8], [9, 9, 3]])
    turned = dict(reversed(cells.items()))
    assert protect(cells, relations) == protect(turned, relations[::-1])


def test_the_worlds_are_the_proof() -> None:
    cells, relations = two_way([[1, 7, 9], [6, 2, 8], [9, 9, 3]])
    protection = protect(cells, relations)
    assert faults(cells, relations, protection.hidden, protection.worlds, K) == []
    assert faults(cells, relations, protection.hidden, (), K) == sorted(protection.hidden)


@pytest.mark.parametrize(
    "world",
    [
        {"a": 4},  # no longer sums to the shown total
        {"a": 4, "b": -4},  # moves a shown count
        {"a": 9, "c": -9},  # nought in a hidden cell
        {"a": 4, "c": -4, "part": -3},  # part left alone below: fine, but see the next
    ],
)
def test_a_world_that_is_none_proves_nothing(world: dict[str, int]) -> None:
    cells = {"n": 31, "a": 2, "b": 20, "c": 9, "part": 2, "whole": 9}
    relations: list[Relation] = [Sum("n", ("a", "b", "c")), AtMost("part", "whole")]
    assert "a" in faults(cells, relations, frozenset({"a", "c", "part"}), [world], K)
    assert "a" not in faults(cells, relations, frozenset({"a", "c", "part"}), [{"a": 4, "c": -4}], K)


def test_a_world_that_breaks_an_inequality_proves_nothing() -> None:
    hidden = frozenset({"part"})
    assert faults({"part": 2, "whole": 5}, [AtMost("part", "whole")], hidden, [{"part": 4}], K) == ["part"]
    assert faults({"part": 2, "whole": 6}, [AtMost("part", "whole")], hidden, [{"part": 4}], K) == []
    assert faults({"part": 2, "whole": 6}, [AtMost("part", "whole")], frozenset(), [], K) == ["part"]


def test_without_a_proof_nothing_is_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search gone wrong can only refuse."""
    monkeypatch.setattr(hiding, "shift", lambda *_: {"a": 4})
    with pytest.raises(NotProtected):
        protect({"n": 40, "a": 2, "b": 20, "c": 18}, [Sum("n", ("a", "b", "c"))])


def test_where_the_search_finds_nothing_all_that_hangs_together_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """It errs to hiding: with no other world found, k times everything is the proof."""
    monkeypatch.setattr(hiding, "shift", lambda *_: None)
    cells = {"n": 40, "a": 2, "b": 20, "c": 18, "d": 0, "apart": 7}
    assert hidden_cells(cells, [Sum("n", ("a", "b", "c", "d"))]) == {"n", "a", "b", "c"}


def optimum(cells: Mapping[str, int], relations: list[Relation]) -> int:
    small = frozenset(cell for cell, n in cells.items() if 0 < n < K)
    others = [cell for cell, n in cells.items() if n >= K]
    for extra in range(len(others) + 1):
        for more in combinations(others, extra):
            if not leaks(cells, relations, small | frozenset(more)):
                return len(small) + extra
    raise AssertionError


def test_little_more_is_hidden_than_the_least_that_would_do() -> None:
    chance = random.Random(3)
    ours = least = 0
    for _ in range(12):
        cells, relations = two_way([[chance.choice([0, 1, 3, 6, 8, 11, 15]) for _ in range(3)] for _ in range(2)])
        ours += len(hidden_cells(cells, relations))
        least += optimum(cells, relations)
    assert ours <= 1.1 * least


# --- a whole report ------------------------------------------------------------------------------------------------

PARTNERS = [f"p{i:02}" for i in range(18)]
LEVELS = ["structure", "organisation", "individual", "none"]
HALVES = [f"h{i}" for i in range(8)]
AXES = {"level": LEVELS, "half": HALVES, "theme": [f"t{i:02}" for i in range(14)], "way": [f"w{i}" for i in range(7)]}


def a_report(cases: int, seed: int) -> tuple[dict[str, int], list[Relation]]:
    """Count invented cases along every axis of the pattern report, some values far more common than others."""
    chance = random.Random(seed)
    pairs = {(a, b): f"pair:{a}:{b}" for a, b in combinations(PARTNERS, 2)}
    names = ["n", *PARTNERS, *pairs.values(), *(f"{kind}:{p}" for kind in ("sent", "back") for p in PARTNERS)]
    names += [f"{axis}:{value}" for axis, values in AXES.items() for value in values]
    cells = dict.fromkeys([*names, *(f"{h}:{level}" for h, level in product(HALVES, LEVELS))], 0)
    for name in _counted(chance, cases, pairs):
        cells[name] += 1
    relations: list[Relation] = [Sum("n", tuple(f"{a}:{v}" for v in values)) for a, values in AXES.items()]
    relations += [Sum(f"half:{h}", tuple(f"{h}:{level}" for level in LEVELS)) for h in HALVES]
    relations += [Sum(f"level:{level}", tuple(f"{h}:{level}" for h in HALVES)) for level in LEVELS]
    relations += [AtMost(f"sent:{p}", p) for p in PARTNERS] + [AtMost(f"back:{p}", f"sent:{p}") for p in PARTNERS]
    return cells, relations + partner_relations("n", {p: p for p in PARTNERS}, pairs)


def _counted(chance: random.Random, cases: int, pairs: Mapping[tuple[str, str], str]) -> Iterator[str]:
    for _ in range(cases):
        picked = {a: chance.choices(v, [1 / (i + 1) for i in range(len(v))])[0] for a, v in AXES.items()}
        partners = sorted(
            set(chance.choices(PARTNERS, [1 / (i + 1) for i in range(18)], k=chance.choice([1, 2, 2, 3])))
        )
        yield from ("n", f"{picked['half']}:{picked['level']}", *(f"{axis}:{value}" for axis, value in picked.items()))
        yield from (pairs[pair] for pair in combinations(partners, 2))
        for partner in partners:
            asked = chance.choice([0, 1, 2])
            yield from (partner, *([f"sent:{partner}"] if asked else []), *([f"back:{partner}"] if asked > 1 else []))


@pytest.mark.parametrize("cases", [1, 12, 50, 150, 600])
def test_a_whole_report_is_protected_within_a_second(cases: int) -> None:
    cells, relations = a_report(cases, seed=cases)
    started = time.process_time()
    protection = protect(cells, relations)
    spent = time.process_time() - started
    small = {cell for cell, n in cells.items() if 0 < n < K}
    assert small <= protection.hidden
    assert faults(cells, relations, protection.hidden, protection.worlds, K) == []
    assert len(protection.hidden) <= 1.2 * len(small) + 8
    assert spent < 1.0


def test_a_relation_may_join_several_on_either_side() -> None:
    """Seven with A and six with B of ten in all: at least three with both, so a hidden AB is 3 to 6."""
    cells = {"n": 10, "A": 7, "B": 6, "AB": 4}
    relations: list[Relation] = [AtMost("AB", "A"), AtMost("AB", "B"), NoMore(("A", "B"), ("AB", "n"))]
    assert leaks(cells, relations, frozenset({"AB"})) == ["AB"]
    assert leaks(cells, relations, hidden_cells(cells, relations)) == []
