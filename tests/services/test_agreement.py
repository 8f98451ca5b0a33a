"""Is it told how far raters agree, and nothing where there is nothing to tell?"""

from __future__ import annotations

import pytest

from lexheller.services.agreement import Agreement, Rating, agreement


def _ratings(*cases: str) -> list[Rating]:
    """Give ratings: a word a case, a letter a rater's level."""
    return [
        Rating(f"GBG-2026-{number:04}", f"rater{place}", level)
        for number, levels in enumerate(cases, 1)
        for place, level in enumerate(levels)
    ]


def test_nothing_rated_twice_is_no_agreement() -> None:
    assert agreement([]) == agreement(_ratings("s", "o")) == Agreement(0, 0, 0, None, None)


def test_all_alike_is_a_share_but_nothing_beyond_chance() -> None:
    assert agreement(_ratings("ss", "sss")) == Agreement(2, 4, 4, 1.0, None)


def test_full_agreement_on_different_levels_is_one() -> None:
    assert agreement(_ratings("ss", "oo", "i")) == Agreement(2, 2, 2, 1.0, 1.0)


@pytest.mark.parametrize(
    ("one", "other", "alpha"),
    [("0100000010", "1110010000", 0.095), ("aabbdcccedda", "babbbccceddd", 0.692)],
)
def test_alpha_is_krippendorffs(one: str, other: str, alpha: float) -> None:
    # The examples A and B of Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
    found = agreement(_ratings(*(x + y for x, y in zip(one, other, strict=True))))
    assert found.cases == len(one)
    assert found.alpha == pytest.approx(alpha, abs=0.0005)


def test_a_person_who_changed_their_mind_counts_once() -> None:
    twice = [*_ratings("so"), Rating("GBG-2026-0001", "rater1", "s")]
    assert agreement(twice).same == 1


@pytest.mark.parametrize(("cases", "pairs", "same"), [(("so",), 1, 0), (("sso",), 3, 1), (("sso", "ss"), 4, 2)])
def test_pairs_are_counted_within_a_case(cases: tuple[str, ...], pairs: int, same: int) -> None:
    found = agreement(_ratings(*cases))
    assert (found.pairs, found.same, found.share) == (pairs, same, same / pairs)
