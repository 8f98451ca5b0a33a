"""Does the inbox know what waits for whom, and what comes first?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar

import pytest

from lexheller.model.case import Case, Measure, Referral
from lexheller.model.codes import Channel, MeasureState, Outcome, Partner, Purpose, ReferralState, Role
from lexheller.model.people import Federation, Group, Person, Viewer
from lexheller.storage import SqlStore, queries
from lexheller.storage.queries import Inbox
from tests.storage.asking import asked
from tests.storage.factories import TODAY, moved, stored
from tests.storage.readers import (
    ATTESTED,
    EVERYWHERE,
    LATER,
    LEADER,
    MANAGER,
    MEMBER,
    PARTNER,
    SHARED,
    TEXTS,
    TO_FK,
    YESTERDAY,
)

T = TypeVar("T")


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


def test_what_waits_on_others_is_listed_as_it_is_counted(sql_store: SqlStore) -> None:
    stored(sql_store, 1, **_mine(), **_clock("first_contact", LATER))
    stored(sql_store, 2, leader="eva", turn="partner", **ATTESTED, **_clock("interim", LATER))
    stored(sql_store, 3, leader="eva", turn="partner", **ATTESTED, **_clock("interim", LATER - timedelta(days=2)))
    stored(sql_store, 4, leader="ada", turn="partner", **ATTESTED, **_clock("interim", LATER))
    stored(sql_store, 5, leader="eva", closed=TODAY)

    def numbers(viewer: Viewer, limit: int = 9) -> list[str]:
        found = asked(sql_store, lambda connection: queries.waiting(connection, viewer, TODAY, limit))
        return [row.number[-1] for row in found]

    sql_store.write(lambda uow: uow.people.put_person(Person("GBG", "ada", "Ada", (Role.PROCESS_LEADER,))))
    assert numbers(LEADER) == ["3", "2"]
    assert _inbox(sql_store).waiting == 2
    assert numbers(LEADER, 1) == ["3"]
    assert numbers(MANAGER) == numbers(MEMBER) == numbers(PARTNER) == []


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
        ("attest", {"turn": "submitter", "waiting": "wait", "shared_version": 1, "was_shared": True,
                    "referrals": (TO_FK,), "state": "with_partners", **_clock("wait", LATER)}),
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


def test_a_word_for_the_library_is_awaited_by_no_day(sql_store: SqlStore) -> None:
    """The day stood there of a measure that was decided on in the same case."""
    clock = _clock("measure:1", LATER)
    stored(sql_store, turn="process_leader", closed=YESTERDAY, release_asked_by="elsa", leader="eva", **clock)
    (row,) = _inbox(sql_store, LEADER).mine
    assert (row.next, row.due) == ("next.release", None)


@pytest.mark.parametrize(
    "change", [{"active": False}, {"roles": (Role.REGISTRAR,)}], ids=["has left", "is no process leader any longer"]
)
def test_what_somebody_had_who_has_left_is_nobodys(sql_store: SqlStore, change: dict[str, Any]) -> None:
    elsa = Person("GBG", "elsa", "Elsa", (Role.PROCESS_LEADER,))
    sql_store.write(lambda uow: uow.people.put_person(elsa))
    late = _clock("interim", YESTERDAY)
    stored(sql_store, 1, **_mine(leader="elsa"), **late)
    stored(sql_store, 2, leader="elsa", turn="partner", **ATTESTED, **_clock("interim", LATER))
    stored(sql_store, 3, leader="eva", stand_in="elsa", stand_in_until=LATER, turn="process_leader", **late)
    stored(sql_store, 4, "SKO", leader="elsa", turn="process_leader", **late)
    assert _waits(sql_store) == ([], [], 0)
    sql_store.write(lambda uow: uow.people.put_person(replace(elsa, **change)))
    assert _waits(sql_store) == ([("1", "interim"), ("3", "interim")], [], 1)


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


def _offered(store: SqlStore, serial: int, to: str = "GBG", **sets: Any) -> None:
    given = {**ATTESTED, "offered_to": to, "channel": Channel.SISTER_FEDERATION, "outcome": Outcome.REDIRECTED, **sets}
    case = stored(store, serial, "SKO", texts=(*TEXTS, SHARED), **{"turn": "process_leader", **given})
    moved(store, case, "redirect", to="feedback")


def test_what_a_sister_has_offered_waits_for_the_process_leaders(sql_store: SqlStore) -> None:
    for federation in ("GBG", "SKO"):
        sql_store.write(lambda uow, federation=federation: uow.people.put_federation(Federation(federation, "x")))  # type: ignore[misc]  # bound on purpose
    _offered(sql_store, 1)
    _offered(sql_store, 2, to="INS")
    _offered(sql_store, 3, attested_version=0)
    _offered(sql_store, 4, blocked=True)
    stored(sql_store, 5, "SKO", **ATTESTED, offered_to="GBG")  # taken up again, or not yet sent
    moved(sql_store, stored(sql_store, 6, **_mine(), **ATTESTED), "redirect", to="feedback")
    assert _waits(sql_store) == ([], [("6", "give_feedback"), ("1", "accept")], 0)
    row = _inbox(sql_store).mine[1]
    assert (row.number, row.federation, row.title, row.due) == ("SKO-2026-0001", "SKO", "Ett intyg uteblev", None)
    for viewer in (MEMBER, MANAGER, PARTNER):
        assert _waits(sql_store, viewer) == ([], [], 0)
    _offered(sql_store, 7)
    assert [r.number[-1] for r in _inbox(sql_store, limit=2).mine] == ["6", "1"]
    assert _inbox(sql_store, limit=1).mine_count == 3
