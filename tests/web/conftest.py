"""A real house on a real SQLite file, its web, and people who visit it, on a Monday in March 2026."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from lexheller.app import House, make_house
from lexheller.desk import Desk, viewer_of
from lexheller.model.people import Pattern
from lexheller.settings import load_settings
from lexheller.web import make_app
from tests.cli.conftest import founding
from tests.house import Clock
from tests.web.browsing import Visitor
from tests.web.working import attested, comes_in


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still until it is moved."""
    return Clock()


@pytest.fixture
def web_house(clock: Clock) -> Iterator[House]:
    """The furnished house: federations GBG, INS and ALV with the people of tests/house.py."""
    house = make_house(load_settings(None, os.environ), founding(), clock)
    house.store.write(lambda uow: uow.people.put_pattern(Pattern("GBG", "P1", "Två bedömer olika", "Vem stämmer av?")))
    yield house
    house.close()


@pytest.fixture
def app(web_house: House) -> Flask:
    """Its web; errors that nobody foresaw come out in the test."""
    made = make_app(web_house, demo=True)
    made.testing = True
    return made


@pytest.fixture
def visits(app: Flask) -> Callable[[], Visitor]:
    """Return a function that gives somebody new a browser of their own."""
    return lambda: Visitor(app)


@pytest.fixture
def visitor(visits: Callable[[], Visitor]) -> Visitor:
    """Return somebody who has only the address."""
    return visits()


@pytest.fixture
def signed_in(visits: Callable[[], Visitor], web_house: House) -> Callable[[str], Visitor]:
    """Return a function that lets one of the people sign in: signed_in("elsa")."""
    people = {p.id: p.federation for p in web_house.store.read(lambda uow: uow.people.persons())}
    return lambda person: visits().signs_in(person, people[person])


@pytest.fixture
def desk_of(web_house: House) -> Callable[[str], Desk]:
    """Return a function that gives a person's desk, to prepare what a page is to show; "" for nobody's."""

    def desk(person: str = "") -> Desk:
        people = web_house.store.read(lambda uow: uow.people.persons())
        found = next((p for p in people if p.id == person), None)
        return Desk(
            web_house, web_house.store.read(lambda uow: viewer_of(uow, web_house.office, found)) if found else None
        )

    return desk


@pytest.fixture
def elsa(signed_in: Callable[[str], Visitor]) -> Visitor:
    """Return the process leader at her browser."""
    return signed_in("elsa")


@pytest.fixture
def number(desk_of: Callable[[str], Desk]) -> str:
    """Return the number of a case that has just come in."""
    return comes_in(desk_of(""))


@pytest.fixture
def shared(desk_of: Callable[[str], Desk]) -> list[str]:
    """Three cases that Elsa has shared with the group."""
    front, elsa = desk_of(""), desk_of("elsa")
    numbers = [
        attested(elsa, comes_in(front, what_happened=f"Två väntade på varandra i {n} veckor.")) for n in (3, 4, 5)
    ]
    for number in numbers:
        elsa.do(number, "share", {"group": "natverk"})
    return numbers
