from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexheller.patterns import Waits, quantile, waits


def test_waits_are_summed_up_in_whole_days() -> None:
    assert waits([1, 2, 3, 4, 100], limit=4) == Waits(n=5, median=3, p90=100, in_time=4, due=5)
    assert waits([4, 1, 3, 2]) == Waits(n=4, median=2, p90=4, in_time=None, due=4)
    assert waits([7], limit=6) == Waits(n=1, median=7, p90=7, in_time=0, due=1)


def test_nothing_done_has_no_median_but_late_ones_are_due() -> None:
    assert waits([], limit=5) == Waits(0, None, None, 0, 0)
    assert waits([], limit=5).share is None
    assert waits([], limit=5, late_open=3).share == 0
    assert waits([1, 2, 9], limit=5, late_open=1).share == 0.5
    assert waits([1, 2, 9]).share is None


def test_ten_waits_have_their_ninth_as_nine_tenths() -> None:
    assert waits(range(1, 11)).p90 == 9
    assert waits(range(1, 12)).p90 == 10


@given(st.lists(st.integers(0, 400), max_size=60), st.integers(0, 60))
def test_a_list_and_its_counts_say_the_same(days: list[int], limit: int) -> None:
    assert waits(days, limit) == waits(Counter(days), limit) == waits(sorted(days), limit)


@given(st.lists(st.integers(0, 400), min_size=1), st.fractions(Fraction(1, 100), 1))
def test_a_quantile_is_the_least_wait_that_covers_its_share(days: list[int], share: Fraction) -> None:
    wait = quantile(days, share)
    assert wait in days
    assert wait is not None
    assert sum(day <= wait for day in days) >= share * len(days)
    assert sum(day < wait for day in days) < share * len(days)


@pytest.mark.parametrize("days", [{}, {3: 0}])
def test_no_waits_have_no_quantile(days: dict[int, int]) -> None:
    assert quantile(days, Fraction(1, 2)) is None
