from __future__ import annotations

import random

import pytest

from lexheller.patterns import agreement

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): A, two observers with two values; B, two with five;
# C, four observers, missing ratings.
TWO_VALUES = ("0100000010", "1110010000")
FIVE_VALUES = ("aabbdcccedda", "babbbcccedd" + "d")
MISSING = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def units(raters: tuple[str, ...]) -> list[list[str | None]]:
    return [[None if rating == "." else rating for rating in column] for column in zip(*raters, strict=True)]


@pytest.mark.parametrize(("raters", "alpha"), [(TWO_VALUES, 0.095), (FIVE_VALUES, 0.692), (MISSING, 0.743)])
def test_the_published_examples(raters: tuple[str, ...], alpha: float) -> None:
    assert agreement(units(raters)).alpha == pytest.approx(alpha, abs=5e-4)


def test_share_counts_pairs_and_units() -> None:
    measured = agreement(units(FIVE_VALUES))
    assert (measured.units, measured.unanimous, measured.pairs, measured.agreeing) == (12, 9, 12, 9)
    assert measured.share == 0.75
    # Three of a kind hold three pairs, two and one hold one of three.
    measured = agreement([["a", "a", "a"], ["a", "a", "b"], ["b", None, None], []])
    assert (measured.units, measured.unanimous, measured.pairs, measured.agreeing) == (2, 1, 6, 4)


@pytest.mark.parametrize("rated", [[], [["a"], ["b", None]], [["a", "a"], ["a", "a", "a"]]])
def test_undefined_where_nothing_is_rated_twice_or_all_say_the_same(rated: list[list[str | None]]) -> None:
    measured = agreement(rated)
    assert measured.alpha is None
    assert measured.interval is None
    assert not measured.steady
    assert agreement([]).share is None


def test_full_agreement_is_one_and_chance_about_nought() -> None:
    assert agreement([["a", "a"], ["b", "b"], ["a", "a"]]).alpha == 1
    chance = random.Random(5)
    by_chance = agreement([[chance.choice("abc"), chance.choice("abc")] for _ in range(2000)])
    assert by_chance.alpha == pytest.approx(0, abs=0.06)
    assert by_chance.interval is not None
    assert by_chance.interval[0] < 0 < by_chance.interval[1]


def test_the_interval_narrows_with_more_units_and_holds_the_estimate() -> None:
    chance = random.Random(7)

    def rated(n: int) -> list[list[str]]:
        truth = [chance.choice("abc") for _ in range(n)]
        return [[said if chance.random() < 0.9 else chance.choice("abc") for _ in range(2)] for said in truth]

    few, many = agreement(rated(50)), agreement(rated(500))
    for measured in (few, many):
        assert measured.alpha is not None
        assert measured.interval is not None
        assert measured.interval[0] < measured.alpha < measured.interval[1]
    assert few.interval is not None
    assert many.interval is not None
    assert many.interval[1] - many.interval[0] < (few.interval[1] - few.interval[0]) / 2


def test_the_jackknife_leaves_out_one_unit_at_a_time() -> None:
    rated = units(MISSING)[:-1]
    whole = agreement(rated)
    n = whole.units
    assert whole.alpha is not None
    assert whole.interval is not None
    left_out = [agreement([*rated[:i], *rated[i + 1 :]]).alpha for i in range(len(rated))]
    pseudo = [n * whole.alpha - (n - 1) * alpha for alpha in left_out if alpha is not None]
    mean = sum(pseudo) / n
    error = (sum((value - mean) ** 2 for value in pseudo) / (n - 1) / n) ** 0.5
    assert whole.interval == pytest.approx((mean - 1.96 * error, min(1, mean + 1.96 * error)))


def test_alpha_is_steady_from_fifty_units_with_two_values_in_real_use() -> None:
    pair, rare = ["a", "a"], ["b", "b"]
    assert agreement([pair] * 47 + [rare] * 3).steady
    assert not agreement([pair] * 46 + [rare] * 3).steady
    assert not agreement([pair] * 60 + [rare] * 2).steady
