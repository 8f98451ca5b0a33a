"""A house in the test's own home, made as `init` makes one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lexheller.app import House, make_house
from lexheller.model.codes import Role
from lexheller.model.people import Federation, Person
from lexheller.services.founding import Founding
from lexheller.settings import Settings, load_settings
from tests.house import Clock

FOUNDING = Founding(
    (Federation("GBG", "Göteborg Exempel"),),
    persons=(Person("GBG", "elsa", "Elsa Exempel", (Role.PROCESS_LEADER,), users=("elsa",)),),
)


@pytest.fixture
def settings() -> Settings:
    """What is set when nothing is set."""
    return load_settings(None, {})


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still: a Monday in March at noon."""
    return Clock()


@pytest.fixture
def house(settings: Settings, clock: Clock) -> Iterator[House]:
    """A house with one federation and one process leader."""
    made = make_house(settings, FOUNDING, clock)
    yield made
    made.close()
