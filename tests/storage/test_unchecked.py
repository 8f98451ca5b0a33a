"""Which cases have texts that today's rules have not seen, on each database?"""

from __future__ import annotations

from typing import Any

from lexheller.storage import SqlStore
from lexheller.storage.waiting import unchecked
from tests.storage.factories import TODAY, stored


def test_open_cases_and_those_that_others_may_see_are_listed_until_they_are_noted(sql_store: SqlStore) -> None:
    attested: dict[str, Any] = {"shared_version": 1, "attested_version": 1}
    stored(sql_store, 1)
    stored(sql_store, 2, closed=TODAY)
    stored(sql_store, 3, closed=TODAY, **attested)
    stored(sql_store, 4, blocked=True)
    stored(sql_store, 5, void=True)
    stored(sql_store, 6, "SKO")

    def asked(note: str) -> list[tuple[str, str]]:
        return sql_store.read(lambda uow: list(unchecked(uow, note)))

    assert asked("checked:2") == [("GBG", "case-1"), ("GBG", "case-3"), ("SKO", "case-6")]
    sql_store.write(lambda uow: uow.notes.mark_seen("GBG", "case-1", "checked:2", TODAY))
    assert asked("checked:2") == [("GBG", "case-3"), ("SKO", "case-6")]
    assert asked("checked:3") == [("GBG", "case-1"), ("GBG", "case-3"), ("SKO", "case-6")]
