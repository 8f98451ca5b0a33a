from __future__ import annotations

from itertools import combinations

import pytest

from lexheller.patterns import AtMost, NoMore, Untrue, partner_relations, protect


def relations(kinds: str, *, with_alone: bool = False) -> list[NoMore]:
    pairs = {(a, b): a + b for a, b in combinations(kinds, 2)}
    return partner_relations("n", {k: k for k in kinds}, pairs, {k: f"{k}!" for k in kinds} if with_alone else None)


def test_a_pair_is_part_of_both_partners_and_a_partner_part_of_all() -> None:
    assert {AtMost("AB", "A"), AtMost("AB", "B"), AtMost("A", "n"), AtMost("B", "n")} <= set(relations("AB"))


@pytest.mark.parametrize(
    ("why", "counts"),
    [
        ("every case names somebody", {"n": 10, "A": 4, "B": 3}),
        ("what is shared with one partner is counted once", {"n": 6, "A": 4, "B": 4, "AB": 3}),
        (
            "three partners that hardly overlap need more cases than any two",
            {"n": 5, "A": 3, "B": 3, "C": 3, "AB": 1, "AC": 1, "BC": 1},
        ),
        (
            "two pairs that fill a partner overlap in the third",
            {"n": 22, "A": 10, "B": 12, "C": 11, "D": 8, "AB": 7, "AC": 3, "AD": 8, "BC": 10, "CD": 6},
        ),
    ],
)
def test_counts_that_no_pile_of_cases_can_have_are_refused(why: str, counts: dict[str, int]) -> None:
    """Each breaks one kind of relation alone."""
    kinds = "ABCD"
    cells = dict.fromkeys(["n", *kinds, *(a + b for a, b in combinations(kinds, 2))], 0) | counts
    with pytest.raises(Untrue):
        protect(cells, relations(kinds))
    assert why


@pytest.mark.parametrize(
    ("why", "kinds", "counts"),
    [
        ("alone is part of the partner", "A", {"n": 2, "A": 2, "A!": 3}),
        ("those alone are cases too", "AB", {"n": 3, "A": 2, "A!": 2, "B": 2, "B!": 2}),
        (
            "whoever is not alone is in a pair; here nobody is with A",
            "ABCDE",
            {"n": 23, "A": 3} | dict.fromkeys("BCDE", 15) | {one + other: 10 for one, other in combinations("BCDE", 2)},
        ),
    ],
)
def test_counts_of_partners_alone_that_cannot_be_are_refused(why: str, kinds: str, counts: dict[str, int]) -> None:
    pairs = [one + other for one, other in combinations(kinds, 2)]
    cells = dict.fromkeys([*pairs, *(f"{kind}!" for kind in kinds)], 0) | counts
    with pytest.raises(Untrue):
        protect(cells, relations(kinds, with_alone=True))
    assert why


def test_whoever_is_with_two_of_a_partners_others_is_counted_twice_among_its_pairs() -> None:
    """Of 8 with B, 5 are with C and 4 with D, all of them with somebody: so one of C's at least is with both."""
    counts = {"n": 10, "A": 4, "B": 8, "C": 5, "D": 4, "E": 5, "AB": 3, "AC": 2, "AD": 1, "AE": 2}
    counts |= {"BC": 5, "BD": 4, "BE": 3, "CD": 4, "CE": 0, "DE": 0} | {f"{kind}!": 0 for kind in "ABCDE"}
    with pytest.raises(Untrue):
        protect(counts, relations("ABCDE", with_alone=True))


def test_two_partners_that_share_nothing_need_more_cases() -> None:
    with pytest.raises(Untrue):
        protect({"n": 2, "A": 2, "B": 2, "AB": 0}, relations("AB"))


def test_names_in_any_order_say_the_same() -> None:
    turned = partner_relations("n", {"B": "B", "A": "A"}, {("B", "A"): "AB"})
    assert {frozenset(r.these) for r in turned} == {frozenset(r.these) for r in relations("AB")}
