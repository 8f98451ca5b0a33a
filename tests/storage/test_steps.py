"""What does a step cost the database, who wins a race for it, and can history be edited?"""

from __future__ import annotations

import dataclasses
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings

from lexheller.errors import Stale
from lexheller.model.case import Case
from lexheller.model.codes import Partner
from lexheller.model.event import Event, after
from lexheller.services.ports import Message, Receipt, UnitOfWork
from lexheller.storage import SqlStore, open_store
from lexheller.storage.cases import SqlCases, stored_rows, worked_out_rows
from lexheller.storage.rows import rows_of
from tests.storage import strategies
from tests.storage.factories import NOW, TOLD, a_text, moved, new_case, next_event, stored, terms


def watched(store: SqlStore) -> list[str]:
    """Note each statement that the store's one connection runs from now on, by its first words."""
    driver: Any = store.read(lambda uow: uow.link.driver)  # type: ignore[attr-defined]  # real stores have one
    notes: list[str] = []
    if store.place:
        driver.set_trace_callback(lambda sql: notes.append(_opening(sql)))
    else:

        class Watched(psycopg.Cursor[Any]):
            def execute(self, query: Any, *arguments: Any, **options: Any) -> Any:
                notes.append(_opening(str(query)))
                return super().execute(query, *arguments, **options)

            def executemany(self, query: Any, *arguments: Any, **options: Any) -> None:
                notes.append(_opening(str(query)))
                super().executemany(query, *arguments, **options)

        driver.cursor_factory = Watched
    return notes


def _opening(sql: str) -> str:
    words = sql.split()
    verb = words[0]
    named = {"SELECT": "FROM", "INSERT": "INTO", "UPDATE": "UPDATE", "DELETE": "FROM"}.get(verb)
    return f"{verb} {words[words.index(named) + 1].split('(')[0]}" if named else sql


def step(uow: UnitOfWork, **sets: Any) -> None:
    """Take one step as services do: read, decide, save."""
    old = uow.cases.find("GBG-2026-0001")
    assert old is not None
    event = next_event(old, **sets)
    uow.cases.save(old, after(old, event), event, (), (TOLD, Message("feedback_ready", "submitter", {})))


FOUR = ["SELECT cases", "UPDATE cases", "INSERT events", "INSERT outbox"]


def test_an_ordinary_step_is_four_statements_and_one_commit(sql_store: SqlStore) -> None:
    case = stored(sql_store, partners=(Partner.FK,), themes=("handover",))
    for _ in range(20):  # a long history costs no more
        case = moved(sql_store, case, turn="x")
    notes = watched(sql_store)

    sql_store.write(lambda uow: step(uow, turn="leader", due=date(2026, 4, 1), leader="eva"))

    if sql_store.place:
        # Two messages run one prepared statement twice, and SQLite tells of each run.
        assert notes == ["BEGIN IMMEDIATE", *FOUR, "INSERT outbox", "COMMIT"]
    else:
        assert notes == FOUR


def test_what_is_acknowledged_stays_and_what_is_erased_goes(sqlite_store: SqlStore) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 5000}
    for connect in (sqlite_store.write, sqlite_store.read):
        found = connect(lambda uow: {name: _pragma(uow, name) for name in wanted})
        assert found == wanted


def _pragma(uow: UnitOfWork, name: str) -> Any:
    return uow.link.driver.execute(f"PRAGMA {name}", ()).fetchone()[0]  # type: ignore[attr-defined]  # real stores have one


def test_a_step_touches_only_the_tables_that_change(sql_store: SqlStore) -> None:
    stored(sql_store, partners=(Partner.FK, Partner.AF), themes=("handover",), groups=("GBG/team",))
    notes = watched(sql_store)
    sql_store.write(lambda uow: step(uow, partners=(Partner.AF,)))
    assert {note for note in notes if "case_" in note} == {"DELETE case_partners", "INSERT case_partners"}


def test_history_is_neither_edited_nor_deleted(sql_store: SqlStore) -> None:
    case = moved(sql_store, stored(sql_store), turn="x")
    before = sql_store.read(lambda uow: uow.cases.events("GBG", case.id))
    attempts = ["UPDATE events SET actor = 'nobody'", "DELETE FROM events", "DELETE FROM events WHERE version = 2"]
    if not sql_store.place:
        attempts += ["TRUNCATE events", "TRUNCATE cases CASCADE"]
    for sql in attempts:
        with pytest.raises((sqlite3.IntegrityError, psycopg.errors.RaiseException), match="appended, never edited"):
            sql_store.write(lambda uow, sql=sql: uow.link.driver.execute(sql, ()))  # type: ignore[misc]  # bound on purpose
    assert sql_store.read(lambda uow: uow.cases.events("GBG", case.id)) == before


def test_a_case_with_a_history_is_not_deleted(sql_store: SqlStore) -> None:
    stored(sql_store)
    with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)):
        sql_store.write(lambda uow: uow.link.driver.execute("DELETE FROM cases", ()))  # type: ignore[attr-defined]  # real stores have one


def test_nothing_hangs_on_a_case_that_is_not_there(sql_store: SqlStore) -> None:
    with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)):
        sql_store.write(lambda uow: uow.codes.put(b"code", "GBG", "nowhere"))


def test_what_hangs_on_a_case_may_be_stored_before_it(sql_store: SqlStore) -> None:
    case, event = new_case()

    def work(uow: UnitOfWork) -> None:
        uow.codes.put(b"code", "GBG", case.id)
        uow.codes.keep_receipt(Receipt("GBG", "key", "digest", case.id, NOW))
        uow.cases.add(case, event, (), ())

    sql_store.write(work)
    assert sql_store.read(lambda uow: uow.codes.find(b"code")) == ("GBG", case.id)


# --- rows of any case ---------------------------------------------------------------------------------------


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    strategies.cases(federation="GBG", id="case-1", number="GBG-2026-0001", version=1),
    strategies.cases(federation="GBG", id="case-1", number="GBG-2026-0001", version=2),
)
def test_stored_rows_are_those_worked_out_from_the_head(sql_store: SqlStore, first: Case, then: Case) -> None:
    class ThrownAway(Exception):
        pass

    def work(uow: UnitOfWork) -> None:
        assert isinstance(uow.cases, SqlCases)
        uow.cases.add(first, event_of(first), (), ())
        assert rows_in(uow, first) == worked_out_rows(first)
        uow.cases.save(first, then, event_of(then), (), ())
        assert rows_in(uow, then) == worked_out_rows(then)
        assert uow.cases.get("GBG", "case-1") == then
        raise ThrownAway

    with pytest.raises(ThrownAway):
        sql_store.write(work)


def rows_in(uow: UnitOfWork, case: Case) -> dict[str, Any]:
    return stored_rows(uow.link, case.federation, case.id)  # type: ignore[attr-defined]  # real stores have one


def event_of(case: Case) -> Event:
    return dataclasses.replace(new_case()[1], version=case.version)


def test_every_table_of_a_head_is_worked_out() -> None:
    case, _ = new_case(partners=(Partner.FK,), themes=("a",), groups=("GBG/x",), patterns=("GBG/y",))
    filled = {name for name, rows in rows_of(case).items() if rows}
    assert filled == {"cases", "case_partners", "case_themes", "case_groups", "case_patterns"}


# --- races --------------------------------------------------------------------------------------------------

RACERS = 8


def race(store: SqlStore, run: Any) -> list[Any]:  # a function of the racer's number and its own store
    """Let several stores on one database start at the same moment; each answers or says what it was told."""
    gate = threading.Barrier(RACERS)

    def racer(number: int) -> Any:
        mine = open_store(store.url, timeout=20, terms=terms)
        try:
            gate.wait()
            return run(number, mine)
        except Stale as told:
            return told
        finally:
            mine.close()

    with ThreadPoolExecutor(RACERS) as pool:
        return list(pool.map(racer, range(RACERS)))


def test_of_those_who_race_for_a_step_one_wins(sql_store: SqlStore) -> None:
    case = stored(sql_store)
    answers = race(
        sql_store, lambda number, mine: moved(mine, case, "open_dialogue", to="dialogue", leader=str(number))
    )

    winners = [answer for answer in answers if isinstance(answer, Case)]
    losers = [answer for answer in answers if isinstance(answer, Stale)]
    assert len(winners) == 1
    assert len(losers) == RACERS - 1
    assert all(told.data["step"] == "open_dialogue" and told.data["now"] == 2 for told in losers)
    assert sql_store.read(lambda uow: uow.cases.find(case.number)) == winners[0]


def test_of_those_who_race_with_one_key_one_makes_a_case(sql_store: SqlStore) -> None:
    def submit(number: int, mine: SqlStore) -> str:
        def work(uow: UnitOfWork) -> str:
            known = uow.codes.receipt("GBG", "key")
            if known:
                return known.case
            serial = uow.cases.next_serial("GBG", 2026) if number % 2 else number + 100
            case, event = new_case(number + 1, number=f"GBG-2026-{serial:04}")
            uow.cases.add(case, event, (a_text("title", "Mellan stolarna"),), ())
            uow.codes.keep_receipt(Receipt("GBG", "key", "digest", case.id, NOW))
            return case.id

        return mine.write(work)

    answers = race(sql_store, submit)

    assert len(set(answers)) == 1
    there = sql_store.read(lambda uow: [uow.cases.get("GBG", f"case-{n + 1}") for n in range(RACERS)])
    assert [case.id for case in there if case] == [answers[0]]


def test_numbers_allotted_at_once_are_all_different_and_none_is_lost(sql_store: SqlStore) -> None:
    each = 10

    def submit(_number: int, mine: SqlStore) -> list[int]:
        return [mine.write(lambda uow: uow.cases.next_serial("GBG", 2026)) for _ in range(each)]

    allotted = sorted(serial for answer in race(sql_store, submit) for serial in answer)
    assert allotted == list(range(1, RACERS * each + 1))
