"""Is every change noticed that somebody makes in the database itself, past the program?

Each test changes rows in a transaction of its own, looks at them from inside it, and rolls back.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Table, and_, delete, func, insert, select, update

from lexheller.model.event import text_digest
from lexheller.services.verifying import CODES, Fault, Verified, verify
from lexheller.storage import SqlStore
from lexheller.storage import inspection as rooms
from lexheller.storage.inspection import SqlInspection, inspected
from lexheller.storage.rows import PROJECTIONS, canonical, head_row
from lexheller.storage.tables import cases, codes, contacts, events, metadata, receipts, registers, texts
from lexheller.vault import checkpoints
from tests.storage.past import Furnished, after, codes_of, of, past_the_program, remove

UNTOUCHED = ("cases", *PROJECTIONS, "events", "texts")
"""Every table of which each column of each row is tampered with."""


# --- nothing wrong ------------------------------------------------------------------------------------


def test_what_the_program_wrote_is_whole(house: Furnished) -> None:
    found = inspected(house.store, verify)
    written = sum(house.works.reads(case).version for case in house[2:])
    assert found == Verified(cases=4, events=written, checkpoints=0, faults=())
    assert not found.sees_cut_tails


def test_it_reads_a_few_cases_at_a_time(house: Furnished, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "AT_A_TIME", 1)
    found = inspected(house.store, lambda look: [record.number for record in look.records()])
    assert sorted(found) == sorted(case.number for case in house[2:])


# --- every column of every row ------------------------------------------------------------------------


def other(value: Any) -> Any:
    if isinstance(value, int):
        return value + 1000
    return "x" if value is None else f"{value}x"


def key_of(table: Table, row: Any) -> Any:
    return and_(*(column == row[column.name] for column in table.primary_key))


@pytest.mark.parametrize("name", UNTOUCHED)
def test_every_column_of_every_row_is_watched(name: str, on_sqlite: Furnished) -> None:
    _tamper_with(metadata.tables[name], on_sqlite.store, every=1)


@pytest.mark.parametrize("name", UNTOUCHED)
def test_columns_are_watched_on_postgresql_too(name: str, on_postgres: Furnished) -> None:
    _tamper_with(metadata.tables[name], on_postgres.store, every=5)


def _tamper_with(table: Table, store: SqlStore, *, every: int) -> None:
    with past_the_program(store) as connection:
        rows = connection.execute(select(table)).mappings().all()
        assert rows, f"{table.name} is empty: nothing was tried"
        attempts = [(row, column) for row in rows for column in table.c][::every]
        for row, column in attempts:
            with connection.begin_nested() as attempt:
                changed = update(table).where(key_of(table, row)).values({column.name: other(row[column.name])})
                assert connection.execute(changed).rowcount == 1
                assert verify(SqlInspection(connection)).faults, f"{table.name}.{column.name}: nobody noticed"
                attempt.rollback()


@pytest.mark.parametrize("column", ["fields", "texts", "sets"])
@pytest.mark.parametrize("written", ["{}", "[]", "5", '{"a": 1}', '{"disposed":[5]}', "{", '{"state":5}'])
def test_what_an_event_holds_can_be_replaced_by_nothing_else(column: str, written: str, on_sqlite: Furnished) -> None:
    def change(connection: Connection) -> None:
        connection.execute(update(events).where(of(on_sqlite.whole, events)).values({column: written}))

    assert after(on_sqlite.store, change)


def test_another_way_of_writing_the_same_is_noticed(house: Furnished) -> None:
    def change(connection: Connection) -> None:
        spaced = func.replace(events.c.fields, ":", ": ")
        connection.execute(update(events).where(of(house.whole, events), events.c.version == 1).values(fields=spaced))

    assert after(house.store, change) == (Fault(house.whole.number, 1, "unreadable", "events"),)


# --- every row taken away -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in UNTOUCHED if name != "cases"])
def test_every_row_that_is_taken_away_is_missed(name: str, house: Furnished) -> None:
    table = metadata.tables[name]
    with past_the_program(house.store) as connection:
        for row in connection.execute(select(table)).mappings().all():
            with connection.begin_nested() as attempt:
                assert connection.execute(delete(table).where(key_of(table, row))).rowcount == 1
                assert verify(SqlInspection(connection)).faults, f"{dict(row)}: nobody noticed"
                attempt.rollback()


def test_an_event_taken_out_of_the_middle_breaks_the_chain_there(house: Furnished) -> None:
    case = house.whole
    third = and_(of(case, events), events.c.version == 3)
    found = after(house.store, lambda connection: connection.execute(delete(events).where(third)))
    assert {
        Fault(case.number, 4, "version_missing", "3"),
        Fault(case.number, 4, "broken_link"),
        Fault(case.number, 3, "text_extra", "shared_text"),
    } <= set(found)


def test_an_event_changed_without_its_digest_is_named(house: Furnished) -> None:
    case = house.whole
    third = and_(of(case, events), events.c.version == 3)
    found = after(house.store, lambda connection: connection.execute(update(events).where(third).values(actor="ines")))
    assert found == (Fault(case.number, 3, "event_changed"),)


def test_every_case_that_is_taken_away_with_all_its_rows_leaves_a_gap(house: Furnished) -> None:
    for case in house[2:]:
        faults = after(house.store, lambda connection, case=case: remove(connection, case))  # type: ignore[misc]  # bound on purpose
        assert faults == (Fault(case.number, 0, "case_missing", "cases"),)


def test_a_head_taken_away_alone_leaves_everything_else_astray(house: Furnished) -> None:
    with past_the_program(house.store) as connection:
        connection.execute(delete(cases).where(of(house.plain)))
        faults = verify(SqlInspection(connection)).faults
    key = f"INS/{house.plain.id}"
    astray = {(f.number, f.detail) for f in faults if f.number == key}
    assert {"events", "texts", "contacts", "codes", "receipts", "case_partners"} <= {detail for _, detail in astray}
    assert (house.plain.number, "cases") in {(f.number, f.detail) for f in faults}


# --- rows put in --------------------------------------------------------------------------------------


def test_a_case_put_in_without_a_history_is_noticed(on_sqlite: Furnished) -> None:
    def change(connection: Connection) -> None:
        row = dict(zip(cases.c.keys(), head_row(on_sqlite.plain), strict=True))
        connection.execute(insert(cases).values(row | {"case_id": "new", "number": "INS-2026-0002"}))

    found = {(f.number, f.code) for f in after(on_sqlite.store, change)}
    assert found == {("INS-2026-0002", "no_history"), ("INS-2026-0002", "number_not_allotted")}


def test_a_text_that_no_event_names_is_noticed(house: Furnished) -> None:
    def change(connection: Connection) -> None:
        row = {"federation_id": "INS", "case_id": house.plain.id, "version": 1, "field": "tried"}
        connection.execute(insert(texts).values(row | {"salt": "00", "text": "Ny."}))

    assert after(house.store, change) == (Fault(house.plain.number, 1, "text_extra", "tried"),)


def test_a_contact_that_is_gone_or_has_come_is_noticed(house: Furnished) -> None:
    def take(connection: Connection) -> None:
        connection.execute(delete(contacts))

    def put(connection: Connection) -> None:
        row = {"federation_id": "GBG", "case_id": house.whole.id, "key_id": "k", "wrapped_key": b"w", "box": b"b"}
        connection.execute(insert(contacts).values(row))

    assert codes_of(after(house.store, take)) == {"contact_missing"}
    assert after(house.store, put) == (Fault(house.whole.number, 0, "contact_extra"),)


@pytest.mark.parametrize("table", [codes, receipts, contacts])
def test_what_hangs_on_no_case_is_noticed(table: Table, on_sqlite: Furnished) -> None:
    faults = after(on_sqlite.store, lambda connection: connection.execute(update(table).values(case_id="nobody's")))
    assert ("case_missing", table.name) in {(f.code, f.detail) for f in faults}


# --- register numbers ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("GBG-2026-0009", "number_not_allotted"),
        ("GBG-2026-0000", "number_not_allotted"),
        ("INS-2026-0001", "number_unreadable"),
        ("GBG-2026-000", "number_not_allotted"),
        ("GBG-26", "number_unreadable"),
        ("GBG-2026-000²", "number_unreadable"),
        ("GBG-2025-0001", "number_not_allotted"),
    ],
)
def test_a_number_that_was_never_allotted_is_noticed(number: str, code: str, on_sqlite: Furnished) -> None:
    def change(connection: Connection) -> None:
        connection.execute(update(cases).where(of(on_sqlite.whole)).values(number=number))

    assert code in codes_of(after(on_sqlite.store, change))


def test_the_same_running_number_twice_is_noticed(on_sqlite: Furnished) -> None:
    def change(connection: Connection) -> None:
        serial = on_sqlite.disposed.number.rsplit("-", 1)[1]
        connection.execute(update(cases).where(of(on_sqlite.whole)).values(number=f"GBG-2026-0{serial}"))

    assert "number_twice" in codes_of(after(on_sqlite.store, change))


def test_a_register_set_back_is_noticed(house: Furnished) -> None:
    def change(connection: Connection) -> None:
        connection.execute(update(registers).where(registers.c.federation_id == "GBG").values(last=1))

    assert codes_of(after(house.store, change)) == {"number_not_allotted"}


# --- while others write -------------------------------------------------------------------------------


def test_what_others_write_meanwhile_is_no_fault(house: Furnished) -> None:
    """The look sees one moment: heads read first and histories read after a step still belong together."""

    def look_slowly(look: SqlInspection) -> tuple[Fault, ...]:
        look.registers()
        house.works.does("ines", house.plain, "note_talk", talk="phone", talked_on="2026-03-02", outcome="goes_on")
        return verify(look).faults

    assert inspected(house.store, look_slowly) == ()
    assert inspected(house.store, verify).faults == ()


def test_every_code_is_one_that_can_come_up() -> None:
    rooms = Path(__file__).parents[2] / "lexheller"
    source = (rooms / "services/verifying.py").read_text("utf-8")
    raised = set(re.findall(r'Fault\([^"]*?(?:"", )?0?,? ?"([a-z_]{4,})"', source))
    raised |= set(re.findall(r'"([a-z_]+)" if head\.contact else "([a-z_]+)"', source)[0])
    kinds = {kind if kind.startswith("checkpoint_") else f"checkpoint_{kind}" for kind in checkpoints.FaultKind}
    raised |= set(re.findall(r'"([a-z]+_differs)"', (rooms / "services/beside.py").read_text("utf-8")))
    raised |= set(re.findall(r'return "(contact_[a-z_]+)"', (rooms / "app/proving.py").read_text("utf-8")))
    assert raised | kinds == set(CODES)


def test_the_latest_event_of_all(house: Furnished) -> None:
    assert inspected(house.store, lambda look: look.last_event()).startswith("2026-06-10T11:00:00")


def test_a_salt_that_is_none_is_no_accident(house: Furnished) -> None:
    found = after(house.store, lambda connection: connection.execute(update(texts).values(salt="no hex")))
    assert codes_of(found) == {"text_changed"}
    assert text_digest("00", "a") != text_digest("01", "a")
    assert canonical({}) == "{}"
