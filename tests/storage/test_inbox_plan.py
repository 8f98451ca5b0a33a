"""Does an inbox find its cases by an index, whoever asks? Over a hundred thousand cases that is what it costs."""

from __future__ import annotations

from typing import Any

import pytest

from lexheller.model.people import Viewer
from lexheller.storage import SqlStore, queries
from tests.storage.asking import connection_of
from tests.storage.factories import TODAY
from tests.storage.readers import LEADER, MANAGER, MEMBER, PARTNER

_FEW = ("(turn=?", "AND state=?", "case_id=?", "ix_cases_offered")
"""What a search of `cases` goes by: whose turn it is, an open state, the key of one case, or what sisters offer."""


@pytest.mark.parametrize("viewer", [LEADER, MEMBER, MANAGER, PARTNER], ids=lambda viewer: str(viewer.person))
def test_an_inbox_reads_no_more_cases_than_wait_for_somebody(sqlite_store: SqlStore, viewer: Viewer) -> None:
    sent = _statements(sqlite_store, viewer)
    assert any("cases" in statement for statement in sent)
    steps = [step for statement in sent for step in _plan(sqlite_store, statement)]
    assert [step for step in steps if " cases" in step and not any(few in step for few in _FEW)] == []


def test_whose_a_late_case_is_stands_in_the_index(sqlite_store: SqlStore) -> None:
    steps = _plan(
        sqlite_store,
        "SELECT count(*) FROM cases WHERE turn IN ('', 'partner') AND federation_id = 'GBG' AND due < '2026-03-02'"
        " AND leader IN ('', 'eva') AND stand_in = '' AND stand_in_until IS NULL",
    )
    assert [step.split(" (")[0] for step in steps] == ["SEARCH cases USING COVERING INDEX ix_cases_turn_due"]


def _driver(uow: Any) -> Any:  # SQLite's own connection
    return connection_of(uow).connection.driver_connection


def _statements(store: SqlStore, viewer: Viewer) -> list[str]:
    """Note what an inbox sends, with its values in it."""
    noted: list[str] = []

    def ask(uow: Any) -> None:  # a unit of work on SQLite
        _driver(uow).set_trace_callback(noted.append)
        queries.inbox(connection_of(uow), viewer, TODAY)
        _driver(uow).set_trace_callback(None)

    store.read(ask)
    return [statement for statement in noted if statement.startswith("SELECT")]


def _plan(store: SqlStore, statement: str) -> list[str]:
    return store.read(lambda uow: [row[3] for row in _driver(uow).execute(f"EXPLAIN QUERY PLAN {statement}")])
