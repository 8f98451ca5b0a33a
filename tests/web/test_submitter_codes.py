"""Codes that open nothing: wrong, erased and foreign ones look alike and cost the same; nobody may try for long."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Iterator
from random import Random
from statistics import median

import pytest
from flask import Flask

from lexheller.desk import Desk
from lexheller.model.claim_code import format_code
from lexheller.web.rates import Rates, block_of
from tests.web.browsing import Page, Visitor
from tests.web.telling import sends_in, types_code

Desks = Callable[[str], Desk]
TRIES = 200


@pytest.fixture
def patient(app: Flask) -> Flask:
    """An app in which one may try as often as one likes."""
    app.extensions["lexheller.code_rates"] = Rates({"code": "100000 per second"})
    return app


@pytest.fixture
def useless(visitor: Visitor, desk_of: Desks) -> dict[str, str]:
    """Codes that open nothing, by why: each kind there is."""
    renewed, old = sends_in(visitor, contact_way="reach", contact="070-174 06 05")
    desk_of("elsa").do(renewed, "renew_code", {})
    return {"wrong": format_code(12345), "erased": old, "foreign": format_code(2**99 + 7), "mistyped": "ABCD-1234"}


def said(page: Page, typed: str) -> str:
    """Give a page without what differs from one showing to the next: tokens, and the code as it was typed."""
    html = re.sub(r'name="csrf_token" value="[^"]*"', "", page.html)
    return html.replace(typed, "")


@pytest.mark.usefixtures("patient")
def test_codes_that_open_nothing_look_alike(visitor: Visitor, useless: dict[str, str]) -> None:
    pages = {why: types_code(visitor, code) for why, code in useless.items()}
    assert {page.status for page in pages.values()} == {422}
    assert len({said(page, useless[why]) for why, page in pages.items()}) == 1
    assert all("Koden öppnar inget ärende" in page.text for page in pages.values())


def test_codes_that_open_nothing_cost_the_same(patient: Flask, useless: dict[str, str]) -> None:
    costs = _costs(patient, useless, time.process_time_ns)
    assert max(costs.values()) <= 1.1 * min(costs.values()), costs


@pytest.mark.soak
def test_codes_that_open_nothing_take_the_same_time(patient: Flask, useless: dict[str, str]) -> None:
    costs = _costs(patient, useless, time.perf_counter_ns)
    assert max(costs.values()) <= 1.1 * min(costs.values()), costs


def _costs(app: Flask, codes: dict[str, str], clock: Callable[[], int]) -> dict[str, float]:
    """Take the median cost of each kind, in any order, so that whatever else the machine does meets all alike."""
    visitor = Visitor(app)
    visitor.opens("/folj")
    assert visitor.page is not None
    form = visitor.page.form("code")
    shuffled = Random(20260302)
    costs: dict[str, list[int]] = {why: [] for why in codes}
    for _ in range(TRIES):
        for why in shuffled.sample(sorted(codes), len(codes)):
            begun = clock()
            visitor.raw("POST", "/folj", data=form.values | {"code": [codes[why]]})
            costs[why].append(clock() - begun)
    return {why: median(taken) for why, taken in costs.items()}


def test_too_many_wrong_codes_from_one_block_are_refused(app: Flask, visitor: Visitor) -> None:
    _, code = sends_in(visitor)
    app.extensions["lexheller.code_rates"] = Rates({"code": "3 per 10 minutes"})
    for _ in range(3):
        assert types_code(visitor, "fel").status == 422
    page = types_code(visitor, code)
    assert page.status == 429
    assert "För många försök" in page.text
    visitor.opens("/folj")
    answer = _from(visitor, "203.0.113.9", code)
    assert answer == 303, "another block is not held up"


def test_right_codes_are_not_counted(app: Flask, visitor: Visitor) -> None:
    number, code = sends_in(visitor)
    app.extensions["lexheller.code_rates"] = Rates({"code": "2 per 10 minutes"})
    for _ in range(4):
        assert number in types_code(visitor, code).text


def _from(visitor: Visitor, address: str, code: str) -> int:
    assert visitor.page is not None
    values = visitor.page.form("code").values | {"code": [code]}
    answer = visitor.raw("POST", "/folj", data=values, environ_overrides={"REMOTE_ADDR": address})
    return answer.status_code


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.250", True),
        ("192.0.2.1", "192.0.3.1", False),
        ("2001:db8:0:1::1", "2001:db8:0:ff::9", True),
        ("2001:db8:0:1::1", "2001:db8:1:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.9", True),
        ("fe80::1%eth0", "fe80::2%eth1", True),
        ("", "unknown", True),
    ],
)
def test_a_block_is_what_one_subscriber_has(one: str, other: str, same: bool) -> None:
    assert (block_of(one) == block_of(other)) is same


def test_nothing_of_an_address_is_kept(visitor: Visitor, app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    visitor.opens("/folj")
    _from(visitor, "203.0.113.77", "fel")
    kept = repr(list(_insides(app.extensions["lexheller.code_rates"])))
    assert "code" in kept
    assert "203.0.113" not in kept
    assert "203.0.113" not in caplog.text


def _insides(rates: Rates) -> Iterator[object]:
    storage = vars(rates)["_counter"].storage
    yield from (vars(storage).get("events", {}), vars(storage).get("storage", {}))
