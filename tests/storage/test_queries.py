"""Do lists show each reader their cases, and no field too many?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from lexheller.model.case import Case, Measure, Opinion, Submitted
from lexheller.model.codes import Level, MeasureState, Partner
from lexheller.model.people import Viewer
from lexheller.services.ports import Receipt
from lexheller.storage import SqlStore, queries
from lexheller.storage.queries import CaseRow, HistoryRow, Rating
from tests.storage.asking import asked
from tests.storage.factories import NOW, TODAY, a_text, moved, stored
from tests.storage.readers import (
    EVERYWHERE,
    LATER,
    LEADER,
    MANAGER,
    MEMBER,
    PARTNER,
    SHARED,
    TEXTS,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

T = TypeVar("T")


def _listed(store: SqlStore, viewer: Viewer, **filters: Any) -> list[CaseRow]:
    return asked(store, lambda connection: queries.list_cases(connection, viewer, **filters))


def _numbers(store: SqlStore, viewer: Viewer = LEADER, **filters: Any) -> list[str]:
    return [row.number.rsplit("-", 1)[1].lstrip("0") for row in _listed(store, viewer, **filters)]


# --- how much of a case -----------------------------------------------------------------------------------


def test_a_process_leader_sees_the_whole_row(sql_store: SqlStore) -> None:
    case = stored(sql_store, texts=TEXTS, **EVERYWHERE)
    sql_store.write(lambda uow: uow.codes.keep_receipt(Receipt("GBG", "the-key", "d", case.id, NOW)))
    assert _listed(sql_store, LEADER) == [
        CaseRow(
            number="GBG-2026-0001",
            federation="GBG",
            state="submitted",
            version=1,
            level="structure",
            partners=("school", "fk"),
            themes=("sip",),
            received=date(2026, 1, 26),
            title="Ingen skriver intyget",
            leader="eva",
            due=LATER,
            turn="",
            waiting="",
            blocked=False,
            patterns=("GBG/p1",),
            outcome=None,
            attested=True,
            submitter_org="fk",
            closed=False,
            helped=None,
            key="the-key",
        )
    ]


def test_a_group_sees_month_kind_and_shared_words_and_nothing_of_the_rest(sql_store: SqlStore) -> None:
    stored(sql_store, texts=(*TEXTS, SHARED), **EVERYWHERE, waiting="wait")
    (row,) = _listed(sql_store, MEMBER)
    assert (row.title, row.received, row.submitter_org) == ("Ett intyg uteblev", date(2026, 1, 1), "fk")
    assert (row.leader, row.due, row.waiting, row.key) == ("", None, "", "")
    assert (row.level, row.patterns) == ("structure", ("GBG/p1",))


def test_a_partner_is_not_told_that_it_came_from_its_own(sql_store: SqlStore) -> None:
    stored(sql_store, texts=(*TEXTS, SHARED), **EVERYWHERE)
    stored(sql_store, 2, texts=(*TEXTS, SHARED), **{**EVERYWHERE, "submitted": Submitted(Partner.SCHOOL)})
    other, own = _listed(sql_store, PARTNER)
    assert (own.submitter_org, other.submitter_org) == (None, "school")
    assert (own.level, own.patterns, own.leader) == (None, (), "")


def test_the_submitters_own_title_is_for_those_who_read_the_received_text(sql_store: SqlStore) -> None:
    stored(sql_store, texts=(*TEXTS, SHARED), **EVERYWHERE)
    assert {viewer.person: _listed(sql_store, viewer)[0].title for viewer in (LEADER, MEMBER, MANAGER, PARTNER)} == {
        "eva": "Ingen skriver intyget",
        "gun": "Ett intyg uteblev",
        "moa": "Ett intyg uteblev",
        "pia": "Ett intyg uteblev",
    }


def test_a_title_given_with_the_retold_text_is_for_everybody(sql_store: SqlStore) -> None:
    case = stored(sql_store, texts=TEXTS, groups=("GBG/group",))
    retold = (a_text("shared_text", "Något uteblev.", version=2), a_text("title", "Ett intyg", version=2))
    moved(sql_store, case, texts=retold, title_version=2, shared_version=2, attested_version=2)
    assert [_listed(sql_store, viewer)[0].title for viewer in (LEADER, MEMBER, MANAGER)] == ["Ett intyg"] * 3


# --- filters and pages ------------------------------------------------------------------------------------


@pytest.fixture
def some_cases(sql_store: SqlStore) -> SqlStore:
    """Return a store with a few cases of two federations, the last received first in number."""
    stored(sql_store, 1, partners=(Partner.FK, Partner.AF), themes=("sip",), day=date(2026, 1, 31), leader="eva")
    stored(sql_store, 2, partners=(Partner.AF,), level=Level.STRUCTURE, day=date(2026, 1, 1), patterns=("GBG/p1",))
    stored(sql_store, 3, provisional_level=Level.INDIVIDUAL, day=date(2026, 2, 1), closed=TODAY, patterns=("SKO/p1",))
    stored(sql_store, 4, day=date(2025, 12, 31), void=True)
    stored(sql_store, 5, "SKO", **{**EVERYWHERE, "leader": "sven"})
    return sql_store


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["3", "1", "2"]),
        ({"void": True}, ["3", "1", "2", "4"]),
        ({"partner": ["af"]}, ["1", "2"]),
        ({"partner": ["fk", "af"], "theme": ["sip"]}, ["1"]),
        ({"level": ["structure"]}, ["2"]),
        ({"level": ["individual"]}, ["3"]),
        ({"leader": "eva"}, ["1"]),
        ({"leader": ""}, ["3", "2"]),
        ({"open_only": True}, ["1", "2"]),
        ({"state": ["dialogue"]}, []),
        ({"state": ["submitted", "dialogue"]}, ["3", "1", "2"]),
        ({"federation": ["SKO"]}, []),
        ({"since": date(2026, 1, 31)}, ["3", "1"]),
        ({"until": date(2026, 1, 31)}, ["1", "2"]),
        ({"since": date(2026, 1, 2), "until": date(2026, 1, 30)}, []),
        ({"pattern": "GBG/p1"}, ["2"]),
        ({"pattern": "p1"}, ["3", "2"]),
        ({"pattern": "1"}, []),
        ({"limit": 2}, ["3", "1"]),
        ({"after": "GBG-2026-0003", "limit": 1}, ["1"]),
        ({"after": "GBG-2026-0002"}, []),
        ({"after": "SKO-2026-0005"}, []),
    ],
)
def test_a_list_is_filtered_and_newest_first(some_cases: SqlStore, filters: dict[str, Any], found: list[str]) -> None:
    assert _numbers(some_cases, **filters) == found


def test_pages_put_together_are_the_list(sql_store: SqlStore) -> None:
    for serial in range(1, 8):
        stored(sql_store, serial, day=date(2026, 1, 1 + serial % 3))
    pages, after = [], ""
    while page := _listed(sql_store, LEADER, limit=2, after=after):
        pages += page
        after = page[-1].number
    assert pages == _listed(sql_store, LEADER)
    assert len(pages) == 7


@pytest.mark.parametrize("asked_for", [{"level": ["structure"]}, {"pattern": "p1"}, {"leader": "eva"}])
def test_what_a_partner_is_not_told_it_cannot_ask_for(sql_store: SqlStore, asked_for: dict[str, Any]) -> None:
    stored(sql_store, texts=(*TEXTS, SHARED), **EVERYWHERE)
    assert _numbers(sql_store, PARTNER) == ["1"]
    assert _numbers(sql_store, PARTNER, **asked_for) == []
    assert _numbers(sql_store, LEADER, **asked_for) == ["1"]


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ({"since": date(2026, 1, 27)}, True),
        ({"since": date(2026, 2, 1)}, False),
        ({"until": date(2026, 1, 2)}, True),
        ({"until": date(2025, 12, 31)}, False),
    ],
)
def test_who_is_told_the_month_cannot_ask_for_the_day(
    sql_store: SqlStore, period: dict[str, date], found: bool
) -> None:
    stored(sql_store, texts=(*TEXTS, SHARED), **EVERYWHERE)
    assert bool(_numbers(sql_store, MEMBER, **period)) is found


def test_cases_are_read_by_number(some_cases: SqlStore) -> None:
    numbers = ["GBG-2026-0002", "SKO-2026-0005", "GBG-2026-0004", "GBG-2026-0099", "nonsense"]
    found = asked(some_cases, lambda connection: queries.case_rows(connection, LEADER, numbers))
    assert sorted(found) == ["GBG-2026-0002", "GBG-2026-0004"]


def test_a_group_reads_what_is_its_move_oldest_first(sql_store: SqlStore) -> None:
    for serial, day, turn in ((1, 3, "group_member"), (2, 2, "group_member"), (3, 1, "process_leader")):
        stored(sql_store, serial, **{**EVERYWHERE, "day": date(2026, 1, day), "turn": turn})
    stored(sql_store, 4, **{**EVERYWHERE, "turn": "group_member", "blocked": True})
    stored(sql_store, 5, **{**EVERYWHERE, "turn": "group_member", "groups": ()})

    def read(connection: Connection) -> tuple[list[str], list[str], list[CaseRow]]:
        return (
            [row.number[-1] for row in queries.group_cases(connection, MEMBER)],
            [row.number[-1] for row in queries.group_cases(connection, MEMBER, every=True)],
            queries.group_cases(connection, MEMBER, ["SKO/other"]),
        )

    assert asked(sql_store, read) == (["2", "1"], ["3", "2", "1"], [])


def test_a_group_reads_what_it_was_only_shown_until_it_has(sql_store: SqlStore) -> None:
    """The last of being shared, shown and given back says what a case is to the group."""
    for serial, steps in enumerate((["show_group"], ["share"], ["show_group", "share"], ["share", "show_group"]), 1):
        case = stored(sql_store, serial, **EVERYWHERE)
        for step in steps:
            case = moved(sql_store, case, step)
    stored(sql_store, 5, **EVERYWHERE)
    moved(sql_store, stored(sql_store, 6, **{**EVERYWHERE, "groups": ()}), "show_group")
    moved(sql_store, stored(sql_store, 7, **{**EVERYWHERE, "blocked": True}), "show_group")

    def read() -> list[str]:
        return [row.number[-1] for row in asked(sql_store, lambda c: queries.shown_cases(c, MEMBER))]

    assert read() == ["1", "4"]
    assert asked(sql_store, lambda connection: queries.shown_cases(connection, MEMBER, ["SKO/other"])) == []
    note = f"meeting:{next(iter(MEMBER.groups))}:2"
    for case_id in ("case-1", "case-4"):
        sql_store.write(lambda uow, case_id=case_id: uow.notes.mark_seen("GBG", case_id, note, TODAY))  # type: ignore[misc]  # bound on purpose
    assert read() == ["4"], "that one was shown at a later version"


# --- history, ties, ratings -------------------------------------------------------------------------------


def _of(query: Callable[..., T], viewer: Viewer, case: Case, connection: Connection) -> T:
    return query(connection, viewer, [case.number])


def test_history_is_one_entry_a_version_for_those_who_see_the_head(sql_store: SqlStore) -> None:
    case = moved(sql_store, stored(sql_store, **EVERYWHERE), "open_dialogue", to="dialogue")
    read = {
        viewer.person: asked(sql_store, partial(_of, queries.history, viewer, case))
        for viewer in (LEADER, MANAGER, MEMBER, PARTNER)
    }
    whole = [
        HistoryRow(1, "submit", "", "submitted", "submitter", "submitter", NOW),
        HistoryRow(2, "open_dialogue", "submitted", "dialogue", "eva", "process_leader", NOW),
    ]
    assert read == {"eva": {case.number: whole}, "moa": {case.number: whole}, "gun": {}, "pia": {}}


def test_why_a_case_was_tied_or_not_is_for_those_at_work_with_it(sql_store: SqlStore) -> None:
    case = stored(sql_store, **EVERYWHERE)
    why_not = (a_text("reason", "Det handlar om något annat.", version=2),)
    case = moved(sql_store, case, "not_tied", texts=why_not, patterns=(), not_tied=True)
    case = moved(sql_store, case, "label")
    why = (a_text("reason", "Samma fråga som i våras.", version=4),)
    moved(sql_store, case, "tie_pattern", texts=why, patterns=("GBG/p1", "GBG/p2"), not_tied=False)
    read = {viewer.person: asked(sql_store, partial(_of, queries.ties, viewer, case)) for viewer in (MEMBER, PARTNER)}
    assert read["pia"] == {}
    assert [(tie.tied, tie.pattern, tie.actor, tie.reason) for tie in read["gun"][case.number]] == [
        (False, "", "eva", "Det handlar om något annat."),
        (True, "GBG/p2", "eva", "Samma fråga som i våras."),
    ]


def test_ratings_are_the_levels_as_people_gave_them(sql_store: SqlStore) -> None:
    opinions = (Opinion("eva", Level.STRUCTURE, 3), Opinion("gun", Level.INDIVIDUAL, 4))
    stored(sql_store, 1, **EVERYWHERE, opinions=opinions)
    stored(sql_store, 2, **EVERYWHERE)
    stored(sql_store, 3, opinions=opinions, void=True)
    rated = [Rating("GBG-2026-0001", "eva", "structure"), Rating("GBG-2026-0001", "gun", "individual")]
    assert asked(sql_store, lambda c: queries.ratings(c, LEADER)) == rated
    assert asked(sql_store, lambda c: queries.ratings(c, MEMBER)) == rated
    assert asked(sql_store, lambda c: queries.ratings(c, PARTNER)) == []
    assert asked(sql_store, lambda c: queries.ratings(c, LEADER, since=date(2026, 2, 1))) == []


# --- whole heads ----------------------------------------------------------------------------------------


def test_cases_of_some_days_are_those_one_sees_without_undone_and_doubles(sql_store: SqlStore) -> None:
    day = TODAY - timedelta(days=10)
    stored(sql_store, 1, day=day)
    stored(sql_store, 2, day=TODAY)
    stored(sql_store, 3, day=day - timedelta(days=1))
    stored(sql_store, 4, day=TODAY + timedelta(days=1))
    stored(sql_store, 5, day=day, void=True)
    stored(sql_store, 6, day=day, double_of="GBG-2026-0001")
    stored(sql_store, 7, "SKO", day=day)
    for who, expected in ((LEADER, ["1", "2"]), (PARTNER, [])):
        found = sql_store.read(lambda uow, who=who: uow.cases.between(who, day, TODAY))  # type: ignore[misc]  # bound on purpose
        assert [case.number[-1] for case in found] == expected


# --- measures that go on ----------------------------------------------------------------------------------


def test_measures_that_go_on_stand_with_what_each_is(sql_store: SqlStore) -> None:
    soon, late = TODAY + timedelta(days=3), TODAY - timedelta(days=3)
    done = Measure(1, "Moa", late, 1, MeasureState.DONE)
    planned, ongoing = Measure(2, "Moa", soon, 1), Measure(3, "Eva", late, 2, MeasureState.ONGOING)
    said = (a_text("measures.1", "Det första"), a_text("measures.2", "Det andra"))
    stored(sql_store, 1, texts=(*TEXTS, *said), measures=(done, planned, ongoing))
    stored(sql_store, 2, "SKO", measures=(planned,))
    stored(sql_store, 3, measures=(planned,), void=True)
    stored(sql_store, 4, measures=(planned,), blocked=True)

    def found(viewer: Viewer) -> list[tuple[str, int, str, str]]:
        rows = asked(sql_store, lambda connection: queries.open_measures(connection, viewer))
        return [(row.number[-1], row.id, row.what, row.owner) for row in rows]

    assert found(LEADER) == [("1", 3, "", "Eva"), ("1", 2, "Det andra", "Moa"), ("4", 2, "", "Moa")]
    assert found(MANAGER) == found(LEADER)[:2]
    assert found(MEMBER) == found(PARTNER) == []
