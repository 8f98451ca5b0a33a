"""Do lists show each reader their cases and no field too many, and does the inbox know what waits for whom?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from lexheller.model.case import Case, Measure, Opinion, Referral, Submitted
from lexheller.model.codes import Level, MeasureState, Outcome, Partner, Purpose, ReferralState, Role
from lexheller.model.people import Group, Person, Viewer
from lexheller.services.ports import Receipt
from lexheller.storage import SqlStore, queries
from lexheller.storage.queries import CaseRow, HistoryRow, Inbox, Rating
from tests.storage.asking import asked
from tests.storage.factories import NOW, TODAY, a_text, moved, stored

if TYPE_CHECKING:
    from sqlalchemy import Connection

T = TypeVar("T")

LEADER = Viewer("eva", "GBG", frozenset({Role.PROCESS_LEADER}))
MEMBER = Viewer("gun", "SKO", frozenset({Role.GROUP_MEMBER}), groups=frozenset({"GBG/group"}))
MANAGER = Viewer("moa", "GBG", frozenset({Role.FEDERATION_MANAGER}))
PARTNER = Viewer("pia", "GBG", frozenset({Role.PARTNER}), recipients=frozenset({"GBG/fk"}))

YESTERDAY = TODAY - timedelta(days=1)
LATER = TODAY + timedelta(days=20)
TEXTS = (a_text("title", "Ingen skriver intyget"), a_text("what_happened", "Det här hände."))
SHARED = a_text("shared_text", "Ett intyg uteblev. Två verksamheter väntade på varandra.", version=1)
FROM_FK = Submitted(submitter_org=Partner.FK, partners=(Partner.FK,))
TO_FK = Referral(1, "GBG/fk", Partner.FK, Purpose.REPLY, TODAY, due=YESTERDAY)
ATTESTED: dict[str, Any] = {"shared_version": 1, "attested_version": 1}
EVERYWHERE: dict[str, Any] = {
    **ATTESTED,
    "submitted": FROM_FK,
    "groups": ("GBG/group",),
    "referrals": (TO_FK,),
    "partners": (Partner.SCHOOL, Partner.FK),
    "themes": ("sip",),
    "patterns": ("GBG/p1",),
    "leader": "eva",
    "level": Level.STRUCTURE,
    "day": date(2026, 1, 26),
    "clocks": {"interim": LATER},
    "due": LATER,
}


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


# --- the inbox --------------------------------------------------------------------------------------------


def _inbox(store: SqlStore, viewer: Viewer = LEADER, limit: int = 50) -> Inbox:
    return asked(store, lambda connection: queries.inbox(connection, viewer, TODAY, limit))


def _waits(store: SqlStore, viewer: Viewer = LEADER) -> tuple[list[tuple[str, str]], list[tuple[str, str]], int]:
    """Give (number, what is next) of what is late and of what is their move, and how many wait on others."""
    found = _inbox(store, viewer)
    lists = [[(r.number[-1], r.next.removeprefix("next.")) for r in rows] for rows in (found.late, found.mine)]
    assert (found.late_count, found.mine_count) == (len(lists[0]), len(lists[1]))
    return lists[0], lists[1], found.waiting


def _mine(**sets: Any) -> dict[str, Any]:
    return {"turn": "process_leader", "leader": "eva", **sets}


def _clock(name: str, day: date) -> dict[str, Any]:
    return {"clocks": {name: day}, "due": day}


def test_late_comes_before_what_is_her_move_and_the_rest_waits_on_others(sql_store: SqlStore) -> None:
    stored(sql_store, 1, **_mine(), contact=True, **_clock("first_contact", YESTERDAY))
    stored(sql_store, 2, **_mine(), **_clock("first_contact", TODAY - timedelta(days=3)))
    stored(sql_store, 3, **_mine(), **_clock("first_contact", LATER))
    stored(sql_store, 4, **_mine(), **_clock("first_contact", TODAY))
    stored(sql_store, 5, leader="eva", turn="partner", **ATTESTED, **_clock("interim", LATER))
    stored(sql_store, 6, leader="eva", closed=TODAY)
    stored(sql_store, 7, leader="eva", void=True)
    late = [("2", "open_dialogue"), ("1", "first_contact")]
    assert _waits(sql_store) == (late, [("4", "open_dialogue"), ("3", "open_dialogue")], 1)
    first = _inbox(sql_store).late[0]
    assert (first.late, first.due, first.role) == (3, TODAY - timedelta(days=3), "process_leader")


def test_an_inbox_is_limited_but_its_counts_are_not(sql_store: SqlStore) -> None:
    for serial in range(1, 6):
        stored(sql_store, serial, **_mine(), **_clock("first_contact", TODAY - timedelta(days=serial)))
        stored(sql_store, serial + 5, texts=TEXTS, **_mine(), **_clock("first_contact", TODAY + timedelta(days=serial)))
    found = _inbox(sql_store, limit=2)
    assert [row.number[-1] for row in (*found.late, *found.mine)] == ["5", "4", "6", "7"]
    assert (found.late_count, found.mine_count) == (5, 5)
    assert found.mine[0].title == "Ingen skriver intyget"


def test_among_those_of_one_day_the_limit_keeps_people_before_papers(sql_store: SqlStore) -> None:
    day = _clock("interim", YESTERDAY)
    for serial in (1, 2, 3):
        stored(sql_store, serial, **_mine(), contacted=TODAY, **day)
    stored(sql_store, 4, **_mine(), contact=True, **_clock("first_contact", YESTERDAY))
    stored(sql_store, 5, **_mine(), contacted=TODAY, blocked=True, **day)
    assert [row.number[-1] for row in _inbox(sql_store, limit=3).late] == ["5", "4", "1"]


@pytest.mark.parametrize(
    ("mine", "sets"),
    [
        (True, {"leader": "eva"}),
        (True, {"leader": ""}),
        (False, {"leader": "elsa"}),
        (True, {"leader": "elsa", "stand_in": "eva", "stand_in_until": TODAY}),
        (False, {"leader": "elsa", "stand_in": "eva", "stand_in_until": YESTERDAY}),
        (False, {"leader": "eva", "stand_in": "elsa", "stand_in_until": TODAY}),
        (True, {"leader": "eva", "stand_in": "elsa", "stand_in_until": YESTERDAY}),
    ],
)
def test_whose_a_case_is(sql_store: SqlStore, mine: bool, sets: dict[str, Any]) -> None:
    stored(sql_store, turn="process_leader", **sets)
    stored(sql_store, 2, "SKO", turn="process_leader")
    assert _waits(sql_store) == ([], [("1", "open_dialogue")] if mine else [], 0)


@pytest.mark.parametrize(
    ("expected", "sets"),
    [
        ("attest", {"turn": "group_member", "shared_version": 1, "state": "working_group"}),
        ("interim", {"turn": "partner", "referrals": (TO_FK,), "state": "with_partners",
                     **ATTESTED, **_clock("interim", TODAY + timedelta(days=3))}),
        ("unblock", {"turn": "process_leader", "closed": YESTERDAY, "blocked": True}),
        ("release", {"turn": "process_leader", "closed": YESTERDAY, "release_asked_by": "elsa", "state": "closed"}),
    ],
)  # fmt: skip
def test_what_others_cannot_do_is_her_move(sql_store: SqlStore, expected: str, sets: dict[str, Any]) -> None:
    case = stored(sql_store, leader="eva", **{key: value for key, value in sets.items() if key != "state"})
    moved(sql_store, case, "some_step", to=sets.get("state", ""))
    assert _waits(sql_store) == ([], [("1", expected)], 0)


@pytest.mark.parametrize(
    "sets",
    [
        {"turn": "partner", **ATTESTED, **_clock("interim", TODAY + timedelta(days=4))},
        {"turn": "partner", **ATTESTED, **_clock("answer:1", TODAY + timedelta(days=1))},
        {"turn": "submitter", **_clock("wait", LATER)},
        {"turn": "", **_clock("rest", LATER)},
    ],
)
def test_what_waits_on_others_is_counted(sql_store: SqlStore, sets: dict[str, Any]) -> None:
    stored(sql_store, leader="eva", **sets)
    assert _waits(sql_store) == ([], [], 1)


def test_who_asked_for_a_release_does_not_confirm_it(sql_store: SqlStore) -> None:
    stored(sql_store, turn="process_leader", leader="eva", closed=YESTERDAY, release_asked_by="eva")
    assert _waits(sql_store) == ([], [], 0)


def test_what_somebody_let_stand_waits_for_every_other_process_leader(sql_store: SqlStore) -> None:
    waits: dict[str, Any] = {"turn": "process_leader", "contacted": TODAY, "shared_version": 1, "leader": "elsa"}
    stored(sql_store, 1, **waits, attest_asked_by="elsa")
    stored(sql_store, 2, **{**waits, "leader": "eva"}, attest_asked_by="eva")
    stored(sql_store, 3, "SKO", **waits, attest_asked_by="elsa")
    assert _waits(sql_store) == ([], [("1", "confirm_override")], 0)


def test_what_somebody_let_stand_waits_for_the_manager_where_she_works_alone(sql_store: SqlStore) -> None:
    elsa, eva = (Person("GBG", name, name.title(), (Role.PROCESS_LEADER,)) for name in ("elsa", "eva"))
    sql_store.write(lambda uow: uow.people.put_person(elsa))
    waits: dict[str, Any] = {"turn": "process_leader", "shared_version": 1, "leader": "elsa", "attest_asked_by": "elsa"}
    stored(sql_store, 1, **waits)
    stored(sql_store, 2, **waits, blocked=True)
    assert _waits(sql_store, MANAGER) == ([], [("1", "confirm_override")], 0)
    sql_store.write(lambda uow: uow.people.put_person(eva))
    assert _waits(sql_store, MANAGER) == ([], [], 0)
    sql_store.write(lambda uow: uow.people.put_person(replace(eva, active=False)))
    assert _waits(sql_store, MANAGER) == ([], [("1", "confirm_override")], 0)


def test_how_a_case_came_back_decides_what_is_next(sql_store: SqlStore) -> None:
    case = stored(sql_store, **_mine(), contacted=TODAY, **ATTESTED)
    case = moved(sql_store, case, "share", to="working_group")
    case = moved(sql_store, case, "send_back", to="dialogue")
    moved(sql_store, case, "label")
    assert _waits(sql_store) == ([], [("1", "answer_question")], 0)


def test_without_a_working_group_the_leader_sets_the_level(sql_store: SqlStore) -> None:
    case = stored(sql_store, **_mine(), contacted=TODAY, partners=(Partner.FK, Partner.AF), **ATTESTED)
    moved(sql_store, case, "open_dialogue", to="dialogue")
    assert _waits(sql_store)[1] == [("1", "classify")]
    sql_store.write(lambda uow: uow.people.put_group(Group("GBG", "group", "Gruppen", ("SKO", "GBG"))))
    assert _waits(sql_store)[1] == [("1", "share")]


def _in_group(store: SqlStore, serial: int = 1, **sets: Any) -> Case:
    case = stored(store, serial, **{**EVERYWHERE, "patterns": (), "turn": "group_member", **sets})
    return moved(store, case, "share", to="working_group")


def test_a_group_member_finds_what_is_shown_to_the_group(sql_store: SqlStore) -> None:
    _in_group(sql_store, 1)
    _in_group(sql_store, 2, not_tied=True)
    _in_group(sql_store, 3, attested_version=0)
    _in_group(sql_store, 4, groups=("SKO/other",))
    stored(sql_store, 5, **EVERYWHERE, turn="process_leader")
    assert _waits(sql_store, MEMBER) == ([], [("1", "tie_pattern"), ("2", "classify")], 0)


def test_a_case_that_waits_in_two_roles_is_listed_once_where_it_is_most_urgent(sql_store: SqlStore) -> None:
    both = Viewer("eva", "GBG", frozenset({Role.PROCESS_LEADER, Role.GROUP_MEMBER}), frozenset({"GBG/group"}))
    _in_group(sql_store, 1, **_clock("interim", YESTERDAY))
    _in_group(sql_store, 2)
    _in_group(sql_store, 3, groups=("SKO/other",))
    assert _waits(sql_store, both) == ([("1", "interim")], [("2", "tie_pattern")], 1)


def test_a_manager_decides_and_follows_measures_up(sql_store: SqlStore) -> None:
    late = (Measure(1, "moa", YESTERDAY, 3), Measure(2, "moa", TODAY - timedelta(days=5), 3))
    for serial, to, sets in (
        (1, "classified", {"turn": "federation_manager"}),
        (2, "classified", {"turn": "federation_manager", "blocked": True}),
        (3, "closed", {"measures": late, "clocks": {f"measure:{m.id}": m.due for m in late}}),
        (4, "closed", {"measures": (Measure(1, "moa", YESTERDAY, 3, MeasureState.DONE),)}),
        (5, "closed", {"measures": (Measure(1, "moa", LATER, 3),)}),
        (6, "closed", {"measures": late, "void": True}),
    ):
        moved(sql_store, stored(sql_store, serial, **sets), "some_step", to=to)
    moved(sql_store, stored(sql_store, 7, "SKO", turn="federation_manager"), "classify", to="classified")
    assert _waits(sql_store, MANAGER) == ([("3", "follow_measure")], [("1", "decide")], 0)
    assert _inbox(sql_store, MANAGER).late[0].late == 5


def test_a_partner_finds_what_waits_for_an_answer(sql_store: SqlStore) -> None:
    def sent(serial: int, *referrals: Referral, **sets: Any) -> None:
        stored(sql_store, serial, texts=(*TEXTS, SHARED), **{**EVERYWHERE, "referrals": referrals, **sets})

    asks = Referral(1, "GBG/fk", Partner.FK, Purpose.REPLY, TODAY, due=LATER)
    tells = Referral(4, "GBG/fk", Partner.FK, Purpose.LEARNING, TODAY)
    sent(1, TO_FK)
    sent(2, asks)
    sent(3, Referral(1, "GBG/af", Partner.AF, Purpose.REPLY, TODAY, due=YESTERDAY))
    sent(4, Referral(1, "GBG/fk", Partner.FK, Purpose.REPLY, TODAY, due=LATER, state=ReferralState.ANSWERED))
    sent(5, Referral(1, "GBG/fk", Partner.FK, Purpose.REPLY, TODAY, due=LATER, asked=True))
    sent(6, tells)
    sent(7, tells, closed=TODAY)
    sent(8, asks, outcome=Outcome.WITHDRAWN)
    assert _waits(sql_store, PARTNER) == ([("1", "answer")], [("2", "answer"), ("6", "read_message")], 0)
    assert [(row.referral, row.title) for row in _inbox(sql_store, PARTNER).mine] == [
        (1, "Ett intyg uteblev"),
        (4, "Ett intyg uteblev"),
    ]


def test_registrar_and_administrator_have_no_inbox(sql_store: SqlStore) -> None:
    stored(sql_store, turn="process_leader", **_clock("first_contact", YESTERDAY))
    for role in (Role.REGISTRAR, Role.ADMINISTRATOR):
        assert _inbox(sql_store, Viewer("rut", "GBG", frozenset({role}))) == Inbox((), (), 0, 0, 0)
