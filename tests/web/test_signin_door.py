"""Who is let in at the door, and what does whoever is not learn from it? Nothing."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import time_machine
from flask import Flask

from lexheller.app import House
from lexheller.web.rates import Rates
from lexheller.web.signin import arriving
from lexheller.web.signin.waits import Waits
from tests.factories import NOON
from tests.house import Clock
from tests.web.browsing import ADDRESS, Page, Visitor
from tests.web.entering import WORDS, door, is_in, signs_in, with_password

WRONG = "Namnet och lösenordet hör inte ihop."


@pytest.fixture
def entrance(app: Flask) -> Flask:
    return door(app)


@pytest.fixture
def somebody(entrance: Flask) -> Callable[[], Visitor]:
    return lambda: Visitor(entrance)


@pytest.fixture
def still() -> Iterator[None]:
    """Let the time of the counters stand still."""
    with time_machine.travel(NOON, tick=False):
        yield


def said(page: Page) -> tuple[int, str]:
    """Give what somebody learns: all of a page but what they typed, its tokens, and the length of its comment."""
    assert page.text.startswith("Hoppa till innehållet")
    return page.status, page.text


def test_the_right_name_and_password_let_in(entrance: Flask, somebody: Callable[[], Visitor]) -> None:
    with_password(entrance, "rut")
    rut = somebody()
    page = signs_in(rut, "rut")
    assert page.status == 200
    assert "Rut Exempel" in page.text
    assert is_in(rut)


def test_everything_wrong_looks_alike(entrance: Flask, web_house: House, somebody: Callable[[], Visitor]) -> None:
    with_password(entrance, "rut")
    with_password(entrance, "olle")
    olle = next(p for p in web_house.store.read(lambda uow: uow.people.persons()) if p.id == "olle")
    web_house.store.write(lambda uow: uow.people.put_person(replace(olle, active=False)))
    pages = {
        signs_in(somebody(), name, password)
        for name, password in (
            ("rut", "fel"),  # wrong
            ("olle", WORDS),  # no longer active
            ("alva", WORDS),  # has no password yet
            ("ingen", WORDS),  # nobody
            ("", ""),
            ("GBG/", WORDS),
            ("alva", ""),
            ("rut", WORDS + " "),
            ("rut", WORDS.upper()),
        )
    }
    assert {said(page) for page in pages} == {(422, said(next(iter(pages)))[1])}
    page = next(iter(pages))
    assert WRONG in page.text
    assert page.title.startswith("Fel:")
    assert WORDS not in page.html


def test_a_refusal_takes_as_long_whoever_is_named(entrance: Flask, somebody: Callable[[], Visitor]) -> None:
    with_password(entrance, "rut")
    took: dict[str, list[float]] = {"rut": [], "ingen": [], "alva": []}
    for turn in range(20):
        for name, times in took.items():
            visitor = somebody()
            visitor.opens("/logga-in")
            entrance.extensions[arriving.WAITS] = Waits()  # this is about the hashing
            entrance.extensions[arriving.RATES] = Rates({"sign_in": "1000 per minute"})
            before = time.process_time()
            assert visitor.sends("/logga-in", name=name, password=f"fel {turn}").status == 422
            times.append(time.process_time() - before)
    medians = {name: statistics.median(times) for name, times in took.items()}
    assert max(medians.values()) < 1.25 * min(medians.values()), medians


def test_a_password_typed_on_another_keyboard_is_the_same(entrance: Flask, somebody: Callable[[], Visitor]) -> None:
    with_password(entrance, "rut", "åtta gröna ågrenar")
    rut = somebody()
    signs_in(rut, "rut", "a\u030atta gro\u0308na a\u030agrenar")
    assert is_in(rut)


@pytest.mark.parametrize("elsewhere", ["//example.com/x", "/\\example.com", "https://example.com/"])
def test_nobody_is_led_elsewhere(entrance: Flask, somebody: Callable[[], Visitor], elsewhere: str) -> None:
    with_password(entrance, "rut")
    rut = somebody()
    rut.opens("/logga-in")
    with rut.client.session_transaction(base_url=ADDRESS) as kept:
        kept["wanted"] = elsewhere
    token = rut.page.form("password").values["csrf_token"][0] if rut.page else ""
    data = {"name": "rut", "password": WORDS, "csrf_token": token}
    assert rut.raw("POST", "/logga-in", data=data).headers["Location"] == "/in"


def test_one_comes_to_where_one_was_going(entrance: Flask, somebody: Callable[[], Visitor]) -> None:
    with_password(entrance, "rut")
    rut = somebody()
    assert rut.opens("/konto/losenord").address == "/logga-in"
    assert rut.sends("/logga-in", name="rut", password=WORDS).address == "/konto/losenord"


def test_there_is_no_choosing_of_sample_people_here(somebody: Callable[[], Visitor]) -> None:
    visitor = somebody()
    page = visitor.opens("/logga-in")
    token = page.form("password").values["csrf_token"][0]
    answer = visitor.raw("POST", "/logga-in/exempel", data={"person": "GBG/elsa", "csrf_token": token})
    assert answer.status_code == 404
    assert not is_in(visitor)


def test_the_demo_has_no_passwords(visitor: Visitor, app: Flask) -> None:
    with_password(app, "rut")
    page = visitor.opens("/logga-in")
    token = page.form("person").values["csrf_token"][0]
    data = {"name": "rut", "password": WORDS, "csrf_token": token}
    assert visitor.raw("POST", "/logga-in", data=data).status_code == 404


def test_a_form_of_somebody_else_s_signs_nobody_in(entrance: Flask, somebody: Callable[[], Visitor]) -> None:
    with_password(entrance, "rut")
    visitor = somebody()
    assert visitor.raw("POST", "/logga-in", data={"name": "rut", "password": WORDS}).status_code == 400
    assert not is_in(visitor)


# --- tries ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["rut", "ingen"])
def test_after_three_tries_one_waits_longer_and_longer(
    entrance: Flask, somebody: Callable[[], Visitor], clock: Clock, name: str
) -> None:
    with_password(entrance, "rut")
    assert [signs_in(somebody(), name, "fel").status for _ in range(4)] == [422, 422, 422, 429]
    page = signs_in(somebody(), name)
    assert page.status == 429
    assert "Vänta 5 sekunder" in page.text
    waited = []
    for _ in range(9):
        answer = signs_in(somebody(), name, "fel")
        seconds = int(answer.response.headers["Retry-After"])
        waited.append(seconds)
        clock.forward(seconds=seconds - 1)
        assert signs_in(somebody(), name).status == 429
        clock.forward(seconds=1)
        assert signs_in(somebody(), name, "fel").status == 422
    assert waited == [5, 15, 30, 60, 120, 300, 600, 900, 900]


def test_who_has_waited_comes_in_and_begins_anew(
    entrance: Flask, somebody: Callable[[], Visitor], clock: Clock
) -> None:
    with_password(entrance, "rut")
    for _ in range(3):
        signs_in(somebody(), "rut", "fel")
    clock.forward(seconds=6)
    rut = somebody()
    signs_in(rut, "rut")
    assert is_in(rut)
    assert [signs_in(somebody(), "rut", "fel").status for _ in range(4)] == [422, 422, 422, 429]
    clock.forward(days=2)
    assert signs_in(somebody(), "rut", "fel").status == 422


def test_one_who_is_locked_out_does_not_lock_out_others(entrance: Flask, somebody: Callable[[], Visitor]) -> None:
    with_password(entrance, "rut")
    with_password(entrance, "alva")
    for _ in range(5):
        signs_in(somebody(), "rut", "fel")
    alva = somebody()
    signs_in(alva, "alva")
    assert is_in(alva)


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize(
    ("first", "same", "other"),
    [
        ("198.51.100.7", "198.51.100.200", "198.51.101.7"),
        ("2001:db8:0:100::1", "2001:db8:0:1ff::9", "2001:db8:0:200::1"),
    ],
)
def test_an_address_block_may_try_so_often(
    entrance: Flask, somebody: Callable[[], Visitor], first: str, same: str, other: str
) -> None:
    entrance.extensions[arriving.RATES] = Rates({"sign_in": "3 per minute"})

    def tries(where: str, name: str) -> int:
        visitor = somebody()
        visitor.client.environ_base["REMOTE_ADDR"] = where
        return signs_in(visitor, name, "fel").status

    assert [tries(first, f"a{turn}") for turn in range(3)] == [422, 422, 422]
    assert (tries(same, "b"), tries(first, "c"), tries(other, "d")) == (429, 429, 422)


def test_what_a_visitor_says_of_their_address_does_not_count(entrance: Flask, somebody: Callable[[], Visitor]) -> None:
    entrance.extensions[arriving.RATES] = Rates({"sign_in": "2 per minute"})
    statuses = []
    for turn in range(3):
        visitor = somebody()
        visitor.opens("/logga-in")
        visitor.client.environ_base["HTTP_X_FORWARDED_FOR"] = f"192.0.2.{turn}"
        visitor.client.environ_base["HTTP_FORWARDED"] = f"for=192.0.{turn}.1"
        statuses.append(visitor.sends("/logga-in", name=f"n{turn}", password="fel").status)
    assert statuses == [422, 422, 429]


def test_nothing_of_a_try_is_logged_or_kept(
    entrance: Flask, web_house: House, somebody: Callable[[], Visitor], caplog: pytest.LogCaptureFixture
) -> None:
    with_password(entrance, "rut")
    visitor = somebody()
    visitor.client.environ_base["REMOTE_ADDR"] = "198.51.100.7"
    visitor.client.environ_base["HTTP_USER_AGENT"] = "Kajakbläddraren"
    for _ in range(5):
        signs_in(visitor, "rut", "hemligt fel")
    place = web_house.store.place
    assert place is not None
    everything = b"".join(file.read_bytes() for file in place.parent.glob(f"{place.name}*"))
    assert b"argon2id" in everything
    for word in ("198.51.100", "Kajakbläddraren", "hemligt fel", WORDS):
        assert word.encode() not in everything
        assert word not in caplog.text
