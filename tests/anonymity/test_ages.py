"""Are ages read as the bands they fall into, and lengths of time left alone?"""

from __future__ import annotations

import time

import pytest

from lexheller.anonymity.ages import AgeBand, age_bands


@pytest.mark.parametrize(
    ("text", "bands"),
    [
        ("En kvinna i 40-årsåldern väntade.", {(40, 49)}),
        ("En kvinna i 40 årsåldern väntade.", {(40, 49)}),
        ("En man i fyrtioårsåldern väntade.", {(40, 49)}),
        ("En 47-årig man väntade.", {(40, 49)}),
        ("En 47\u2011åring väntade.", {(40, 49)}),
        ("Hon är 47 år och väntade.", {(40, 49)}),
        ("En fyrtiosjuårig man väntade.", {(40, 49)}),
        ("Mannen, 47 år, väntade.", {(40, 49)}),
        ("En man på 47 år väntade.", {(40, 49)}),
        ("Han är sextiotvå år gammal.", {(60, 64)}),
        ("En ung vuxen väntade.", {(18, 29)}),
        ("Unga vuxna väntade.", {(18, 29)}),
        ("En person i 20-årsåldern väntade.", {(18, 29)}),
        ("En 19-åring väntade.", {(18, 29)}),
        ("En tonåring väntade.", {(13, 17)}),
        ("En sexåring väntade.", {(0, 12)}),
        ("En mamma i 30-årsåldern och hennes 6-åring.", {(30, 39), (0, 12)}),
        ("En äldre kvinna väntade.", {(65, 120)}),
        ("En 83-åring väntade.", {(65, 120)}),
        ("Hon väntade i 47 år.", set()),
        ("Hon har 20 års erfarenhet.", set()),
        ("För tre år sedan ringde hon.", set()),
        ("Det tog två år.", set()),
        ("Det var 47 årsplatser kvar.", set()),
        ("Rutinen är 10 år med oförändrat innehåll.", set()),
        ("Två myndigheter väntade på varandra.", set()),
        ("", set()),
    ],
)
def test_an_age_is_read_as_its_band(text: str, bands: set[AgeBand]) -> None:
    assert age_bands(text) == bands
    assert age_bands(text.upper()) == bands


def test_a_long_text_is_read_in_a_moment() -> None:
    start = time.perf_counter()
    for text in ("47" * 10_000, "år " * 7_000, "fyrtio" * 3_000, ", " * 10_000):
        age_bands(text)
    assert time.perf_counter() - start < 1
