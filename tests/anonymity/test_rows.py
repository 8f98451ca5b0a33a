"""Does the work of checking rows of figures grow with the text and no faster, whatever stands between them?"""

from functools import partial

import pytest

from bench.gate import HOSTILE
from lexheller.anonymity import check
from tests.anonymity.working import work

ROWS = tuple(piece for piece in HOSTILE if any(map(str.isdigit, piece)))


def test_numbers_codes_telephones_and_dates_are_among_the_rows() -> None:
    assert {"12 ", "07 ", "19740823-3182 ", "19740823-3182", "123 45 ", "070-", "12/3 1981 ", "1981-"} <= {*ROWS}


@pytest.mark.parametrize("piece", ROWS)
def test_rows_of_figures_are_linear_work(piece: str) -> None:
    check(piece * 20)  # what is loaded once is not counted
    little, much = (work(partial(check, (piece * size)[:size])) for size in (1_500, 6_000))
    assert much < 4 * 1.1 * little
