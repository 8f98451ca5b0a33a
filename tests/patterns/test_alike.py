"""How many cases share place, parties, age and time, and does saying less always give more?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexheller.patterns.alike import Alike, Traits, Wider, alike

FORTIES, CHILD = (40, 49), (0, 12)
ONE = Traits("Skogsbyn", frozenset({"fk", "af"}), frozenset({FORTIES}), date(2026, 2, 3))


@pytest.mark.parametrize(
    ("other", "shares", "by"),
    [
        ({}, True, None),
        ({"area": "SKOGSBYN"}, True, None),
        ({"ages": frozenset({FORTIES, CHILD})}, True, None),
        ({"day": date(2026, 3, 31)}, True, None),
        ({"day": date(2026, 4, 1)}, False, Wider.HALF_YEAR),
        ({"day": date(2026, 12, 1)}, False, Wider.YEAR),
        ({"day": date(2025, 2, 3)}, False, None),
        ({"area": "Storstaden"}, False, Wider.AREA),
        ({"area": ""}, False, Wider.AREA),
        ({"ages": frozenset()}, False, Wider.AGE),
        ({"ages": frozenset({CHILD})}, False, Wider.AGE),
        ({"partners": frozenset({"fk"})}, False, None),
    ],
)
def test_which_cases_are_alike(other: dict[str, object], shares: bool, by: Wider | None) -> None:
    found = alike(ONE, [replace(ONE, **other)])  # type: ignore[arg-type]  # attributes of a case
    assert found.count == (2 if shares else 1)
    if not shares:
        more = {way for way, count in found.ways.items() if count > 1}
        assert more == ({by, Wider.YEAR} if by is Wider.HALF_YEAR else {by} if by else set())


def test_what_is_not_said_tells_nobody_apart_and_cannot_be_said_less() -> None:
    plain = replace(ONE, area="", ages=frozenset())
    assert not plain.telling
    assert alike(plain, [ONE]) == Alike(2, {Wider.HALF_YEAR: 2, Wider.YEAR: 2})
    assert replace(plain, area="Skogsbyn").telling
    assert replace(plain, ages=frozenset({CHILD})).telling


TRAITS = st.builds(
    Traits,
    st.sampled_from(["", "Skogsbyn", "Storstaden"]),
    st.frozensets(st.sampled_from(["fk", "af"]), min_size=1),
    st.frozensets(st.sampled_from([FORTIES, CHILD])),
    st.dates(date(2025, 1, 1), date(2026, 12, 31)),
)


@given(TRAITS, st.lists(TRAITS, max_size=8))
def test_saying_less_never_gives_fewer(one: Traits, others: list[Traits]) -> None:
    found = alike(one, others)
    assert 1 <= found.count <= 1 + len(others)
    assert all(count >= found.count for count in found.ways.values())
    year, half = found.ways[Wider.YEAR], found.ways[Wider.HALF_YEAR]
    assert year >= half
