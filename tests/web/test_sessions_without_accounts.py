"""How long does a browser open a case by its code, or a partner's cases? As long as a session, and no further."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from lexheller.model.session import SessionKind
from lexheller.settings import load_settings
from lexheller.web.access import Who
from tests.house import Clock
from tests.web.world import Holder, World, a_world

HELD = {
    Holder(Who.PARTNER, "GBG"): ("/part", "/part/lamna"),
    Holder(Who.SUBMITTER, "GBG"): ("/folj/arende", "/folj/lamna"),
}
ROOMS = ((SessionKind.PERSON, "/konto"), (SessionKind.PARTNER, "/part"), (SessionKind.SUBMITTER, "/folj/arende"))


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    made = a_world(load_settings(None, os.environ), Clock())
    yield made
    made.house.close()


def is_in(world: World, holder: Holder) -> bool:
    return world.asks("GET", HELD[holder][0], holder).status_code == 200


@pytest.mark.parametrize("holder", HELD, ids=str)
def test_half_an_hour_of_nothing_or_eight_hours_end_it(world: World, holder: Holder) -> None:
    world.word(holder, anew=True)
    for _ in range(16):
        assert is_in(world, holder)
        world.clock.forward(minutes=30)
    assert is_in(world, holder)
    world.clock.forward(seconds=1)
    assert not is_in(world, holder)
    world.word(holder, anew=True)
    world.clock.forward(minutes=30, seconds=1)
    assert not is_in(world, holder)


@pytest.mark.parametrize("holder", HELD, ids=str)
def test_what_was_stolen_is_of_no_use_once_somebody_has_left(world: World, holder: Holder) -> None:
    stolen = world.word(holder, anew=True)
    assert is_in(world, holder)
    assert world.asks("POST", HELD[holder][1], holder, anew=False).status_code == 303
    assert world.word(holder) == stolen
    assert not is_in(world, holder)


def test_one_kind_of_session_opens_no_other_room(world: World) -> None:
    words = [world.word(holder, anew=True) for holder in HELD]
    words.append(world.word(Holder(Who.PERSON, "GBG", None), anew=True))
    for kind, address in ROOMS:
        let_in = [world.brings(kind, word, address) == 200 for word in words]
        assert let_in.count(True) == 1, kind
