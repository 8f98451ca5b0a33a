"""How often may something be tried at the program as it is shipped? Other tests put rates of their own in its place."""

from __future__ import annotations

from typing import cast

import pytest
from flask import Flask

from lexheller.web.rates import Rates


@pytest.mark.parametrize(
    ("where", "what", "often"),
    [
        ("lexheller.code_rates", "code", 30),
        ("lexheller.sign_in_rates", "sign_in", 60),
        ("lexheller.partner_rates", "partner", 20),
        ("lexheller.met_rates", "met", 10),
    ],
)
def test_the_program_as_shipped_lets_a_block_try_so_often(app: Flask, where: str, what: str, often: int) -> None:
    rates = cast("Rates", app.extensions[where])
    for turn in range(often):
        assert rates.allows(what, "198.51.100.7"), turn
        rates.count(what, "198.51.100.7")
    assert (rates.allows(what, "198.51.100.200"), rates.allows(what, "198.51.101.7")) == (False, True)
