"""Does SQL show each viewer exactly what the Python rule lets them see, and does every query ask it?"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from itertools import combinations, product
from typing import Any, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import ColumnElement, Connection, select

from lexheller.model.case import Case, Referral
from lexheller.model.codes import Outcome, Partner, Purpose, ReferralState, Role
from lexheller.model.people import Viewer
from lexheller.model.visibility import Sight, sight
from lexheller.services.ports import UnitOfWork
from lexheller.storage import SqlStore, group_lists, histories, inbox, lists, measures, queries, search, visibility
from lexheller.storage.tables import cases
from tests.storage import strategies
from tests.storage.asking import connection_of
from tests.storage.factories import new_case

FEDERATIONS = ("GBG", "SKO")
GROUPS = ("GBG/group", "SKO/other")
RECIPIENTS = ("GBG/fk", "SKO/af")
ROLES = [frozenset(some) for size in (0, 1, 2) for some in combinations(Role, size)] + [frozenset(Role)]
VIEWERS = [
    Viewer("eva", federation, roles, groups, recipients)
    for federation, roles in product(FEDERATIONS, ROLES)
    for groups, recipients in (
        (frozenset(), frozenset()),
        (frozenset({GROUPS[0]}), frozenset()),
        (frozenset(), frozenset({RECIPIENTS[0]})),
        (frozenset(GROUPS), frozenset(RECIPIENTS)),
    )
]

ATTESTED: dict[str, Any] = {"shared_version": 2, "attested_version": 2}
STANDINGS: dict[str, dict[str, Any]] = {
    "attested": ATTESTED,
    "never retold": {},
    "edited since": {"shared_version": 3, "attested_version": 2},
    "blocked": {**ATTESTED, "blocked": True},
    "withdrawn": {**ATTESTED, "outcome": Outcome.WITHDRAWN},
    "solved": {**ATTESTED, "outcome": Outcome.SOLVED},
    "void": {**ATTESTED, "void": True},
}


def _sent(to: str, state: ReferralState) -> Referral:
    return Referral(1, to, Partner.FK, Purpose.REPLY, date(2026, 3, 2), state=state)


HANGS: list[dict[str, Any]] = [
    {},
    *({"groups": groups} for groups in ((GROUPS[0],), (GROUPS[1],), GROUPS)),
    *({"referrals": (_sent(to, state),)} for to in RECIPIENTS for state in ReferralState),
]


@pytest.fixture
def every_case(sql_store: SqlStore) -> tuple[SqlStore, list[Case]]:
    """Return a store with a case for each way a case can be somebody's, and the cases."""
    found = []

    def store_all(uow: UnitOfWork) -> None:
        for serial, (federation, standing, hangs) in enumerate(product(FEDERATIONS, STANDINGS.values(), HANGS), 1):
            case, event = new_case(serial, federation, **standing, **hangs)
            uow.cases.add(case, event, (), ())
            found.append(case)

    sql_store.write(store_all)
    return sql_store, found


def _numbers(connection: Connection, condition: ColumnElement[bool]) -> set[str]:
    return set(connection.scalars(select(cases.c.number).where(condition)))


def test_sql_and_python_see_the_same(every_case: tuple[SqlStore, list[Case]]) -> None:
    store, found = every_case

    def hold(uow: UnitOfWork) -> None:
        connection = connection_of(uow)
        for viewer in VIEWERS:
            seen = {case.number: sight(viewer, case) for case in found}
            assert _numbers(connection, visibility.visible(viewer)) == {n for n, s in seen.items() if s}, viewer
            assert _numbers(connection, visibility.sees_head(viewer)) == {n for n, s in seen.items() if s >= Sight.HEAD}
            assert _numbers(connection, visibility.sees_all(viewer)) == {n for n, s in seen.items() if s is Sight.ALL}

    store.read(hold)


def test_a_partner_alone_is_not_within_the_work(every_case: tuple[SqlStore, list[Case]]) -> None:
    store, _ = every_case
    partner = Viewer("pia", "GBG", frozenset({Role.PARTNER}), recipients=frozenset(RECIPIENTS))
    member = Viewer("gun", "GBG", frozenset({Role.GROUP_MEMBER}), groups=frozenset(GROUPS))

    def hold(uow: UnitOfWork) -> None:
        connection = connection_of(uow)
        assert _numbers(connection, visibility.visible(partner))
        assert not _numbers(connection, visibility.within_the_work(partner))
        assert _numbers(connection, visibility.within_the_work(member)) == _numbers(
            connection, visibility.visible(member)
        )

    store.read(hold)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=strategies.cases(federation="GBG", id="a", number="GBG-2026-0001"))
def test_any_head_at_all_is_seen_alike(sqlite_store: SqlStore, case: Case) -> None:
    def hold(uow: UnitOfWork) -> None:
        _, event = new_case(1, "GBG")
        uow.cases.add(case, event, (), ())
        groups = frozenset(case.groups) | {"x"}
        recipients = frozenset(r.recipient for r in case.referrals[:1]) | {"y"}
        for federation, roles in product(FEDERATIONS, ROLES):
            viewer = Viewer("eva", federation, roles, groups, recipients)
            seen = bool(_numbers(connection_of(uow), visibility.visible(viewer)))
            assert seen == (sight(viewer, case) is not Sight.NOTHING), viewer

    sqlite_store.read(hold)  # nothing is kept


def _queries() -> list[Callable[..., object]]:
    rooms = (lists, group_lists, histories, inbox, measures, search)
    return [
        function
        for room in rooms
        for name, function in inspect.getmembers(room, inspect.isfunction)
        if function.__module__ == room.__name__ and not name.startswith("_")
    ]


def test_every_query_takes_the_viewer_and_asks_what_is_visible() -> None:
    asking = [q for q in _queries() if Connection in get_type_hints(q).values()]
    assert {q.__name__ for q in asking} >= {
        "list_cases",
        "shown_cases",
        "history",
        "ratings",
        "ties",
        "inbox",
        "search",
        "similar",
    }
    for query in asking:
        assert get_type_hints(query).get("viewer") is Viewer, f"{query.__name__} takes no viewer"
        assert inspect.signature(query).parameters["viewer"].default is inspect.Parameter.empty


@pytest.mark.parametrize(
    "viewer", [Viewer("adam", "GBG", frozenset({Role.ADMINISTRATOR})), Viewer("x", "X", frozenset())]
)
def test_who_sees_no_case_is_told_of_none(every_case: tuple[SqlStore, list[Case]], viewer: Viewer) -> None:
    store, found = every_case
    numbers = [case.number for case in found]

    def hold(uow: UnitOfWork) -> None:
        connection = connection_of(uow)
        assert queries.list_cases(connection, viewer, void=True) == []
        assert queries.case_rows(connection, viewer, numbers) == {}
        assert queries.history(connection, viewer, numbers) == {}
        assert queries.ties(connection, viewer, numbers) == {}
        assert queries.ratings(connection, viewer) == []
        assert queries.group_cases(connection, viewer, GROUPS, every=True) == []
        assert queries.inbox(connection, viewer, date(2026, 3, 2), 50) == queries.Inbox((), (), 0, 0, 0)
        assert search.search(connection, viewer, "vård") == []
        assert search.similar(connection, viewer, numbers[0]) == []

    store.read(hold)
