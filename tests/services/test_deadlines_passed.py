"""Is everybody told once, and only once, that a day has passed?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from lexheller.model.codes import Purpose
from lexheller.services.deadlines_passed import TOPIC, announce, recipient
from lexheller.services.ports import Message, UnitOfWork
from lexheller.storage import open_store
from lexheller.storage.memory import MemoryStore, MemoryUnitOfWork
from lexheller.storage.waiting import overdue
from tests.factories import a_case, a_measure, a_referral
from tests.house import Works, works_in


def late(uow: UnitOfWork, day: date) -> list[tuple[str, str]]:
    assert isinstance(uow, MemoryUnitOfWork)
    heads = uow.cases._kept.cases  # noqa: SLF001  # what SQL does, on the memory's own
    return [key for key, case in heads.items() if case.due and case.due < day]


def tells(works: Works) -> int:
    return announce(works.store, works.office, late)


def told(works: Works) -> list[Message]:
    assert isinstance(works.store, MemoryStore)
    return list(works.store.messages(TOPIC))


def test_nothing_is_told_on_the_last_day_itself(works: Works) -> None:
    case = works.submits()
    assert case.clocks["first_contact"] == date(2026, 3, 9)
    works.clock.forward(days=7)
    assert tells(works) == 0
    works.clock.forward(days=1)
    assert tells(works) == 1
    assert told(works) == [Message(TOPIC, "leader", {"clock": "first_contact", "day": "2026-03-09"})]


def test_running_it_again_tells_nothing_twice(works: Works) -> None:
    works.submits()
    works.clock.forward(days=8)
    assert [tells(works), tells(works)] == [1, 0]
    works.clock.forward(days=1)
    assert tells(works) == 0
    assert len(told(works)) == 1


def test_each_clock_and_each_new_day_of_it_is_told(works: Works) -> None:
    case = works.submits()
    works.clock.forward(days=40)  # first contact, and the interim note
    assert tells(works) == 2
    works.does("elsa", case, "open_dialogue")
    case = works.does("elsa", case, "say", message="Vi arbetar med det.")
    assert "first_contact" not in case.clocks
    works.clock.forward(days=31)
    assert tells(works) == 1
    assert [m.payload["clock"] for m in told(works)] == ["first_contact", "interim", "interim"]


def test_what_was_told_stays_told_while_the_next_day_passes(works: Works) -> None:
    case = works.submits()
    assert case.clocks["interim"] == date(2026, 4, 1)
    counts = []
    for _ in range(32):
        works.clock.forward(days=1)
        counts.append(tells(works))
    assert {day: count for day, count in enumerate(counts, 1) if count} == {8: 1, 31: 1}


def test_a_clock_that_runs_out_today_waits_for_tomorrow_whatever_else_is_late(works: Works) -> None:
    works.submits()
    works.clock.forward(days=30)
    assert tells(works) == 1
    works.clock.forward(days=1)
    assert tells(works) == 1


def test_the_day_counts_in_sweden(works: Works) -> None:
    works.submits()
    works.clock.forward(days=7, hours=11, minutes=59)
    assert works.clock().isoformat() == "2026-03-09T22:59:00+00:00"
    assert tells(works) == 0
    works.clock.forward(minutes=1)
    assert tells(works) == 1


def test_a_closed_case_is_late_with_its_measures_alone(works: Works) -> None:
    case = works.submits()
    works.does("elsa", case, "solve", solution="Det ordnade sig.", feedback="Nu är det ordnat.")
    works.clock.forward(days=300)
    assert tells(works) == 0


def test_who_hears_of_what() -> None:
    shown = {"shared_version": 3, "attested_version": 3}
    case = a_case(
        **shown, referrals=(a_referral(), a_referral(id=2, recipient="GBG/styrgrupp")), measures=(a_measure(),)
    )
    assert recipient(case, "first_contact") == "leader"
    assert recipient(case, "wait") == "leader"
    assert recipient(case, "measure:1") == "manager"
    assert recipient(case, "answer:1") == "recipient:GBG/fk-beredning"
    assert recipient(case, "answer:2") == "recipient:GBG/styrgrupp"


def test_a_partner_hears_nothing_of_a_case_it_may_not_see() -> None:
    hidden = a_case(shared_version=3, attested_version=3, blocked=True, referrals=(a_referral(purpose=Purpose.REPLY),))
    assert recipient(hidden, "answer:1") == "leader"


@pytest.fixture(params=["sqlite", "postgres"])
def on_a_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Works]:
    sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path}/a.db" if sqlite else request.getfixturevalue("postgres_database")
    store = open_store(url, create=True)
    yield works_in(store, tmp_path)
    store.close()


def test_a_database_lists_the_late_ones_the_latest_first(on_a_database: Works) -> None:
    works = on_a_database
    first = works.submits()
    works.clock.forward(days=1)
    second = works.submits("INS")
    works.clock.forward(days=7)
    works.submits("ALV")
    both = [(case.federation, case.id) for case in (first, second)]
    days = (date(2026, 3, 9), date(2026, 3, 10), date(2026, 3, 11))
    found = [works.store.read(lambda uow, day=day: list(overdue(uow, day))) for day in days]  # type: ignore[misc]  # bound on purpose
    assert found == [[], both[:1], both]
    works.clock.forward(days=1)
    assert announce(works.store, works.office, overdue) == 2
    assert announce(works.store, works.office, overdue) == 0
