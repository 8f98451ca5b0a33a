"""Is every change noticed that somebody makes in the database itself, past the program?

Each test changes rows in a transaction of its own, looks at them from inside it, and rolls back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sqlalchemy import Connection, Table, and_, delete, func, insert, select, text, update

from lexheller.model.case import Case
from lexheller.model.event import GENESIS, fold, sealed, text_digest
from lexheller.services.verifying import CODES, Fault, Verified, verify
from lexheller.storage import SqlStore, open_store
from lexheller.storage import inspection as rooms
from lexheller.storage.cases import event_row
from lexheller.storage.inspection import SqlInspection, inspected
from lexheller.storage.rows import PROJECTIONS, canonical, head_row
from lexheller.storage.tables import cases, codes, contacts, events, metadata, receipts, registers, texts
from lexheller.vault import checkpoints
from lexheller.vault.checkpoints import Leaf
from lexheller.vault.keys import KeyRing
from tests.house import Works, works_in

UNTOUCHED = ("cases", *PROJECTIONS, "events", "texts")
"""Every table of which each column of each row is tampered with."""


class Furnished(NamedTuple):
    works: Works
    store: SqlStore
    whole: Case  # a case that has rows in every table
    plain: Case  # one with a contact, just received
    disposed: Case  # one with words taken out


def furnished(url: str, folder: Path) -> Furnished:
    store = open_store(url, create=True)
    works = works_in(store, folder)
    whole = works.attested()
    works.does("elsa", whole, "label", themes="sip,certificates", reason="Läst om.")
    works.does("elsa", whole, "share", group="natverk")
    works.does("ines", whole, "tie_pattern", pattern="P1", reason="Två parter bedömer olika.")
    works.does("ines", whole, "classify", level="organisation", reason="Det går att ordna om.")
    row = {"what": "Enas om en kontaktväg", "owner": "Birgitta Exempel", "due": "2026-06-01"}
    works.does("birgitta", whole, "decide", kind="measure", reason="Händer ofta.", measures=[row])
    whole = works.does("birgitta", whole, "refer", to="fk-beredning,styrgrupp", reason="Styrgruppen äger frågan.")
    plain = works.submits("INS", contact="070-1740605")
    disposed = works.submits(what_happened="Någon skrev Kastanjeallén 3 och det skulle inte stå här.", vouched=True)
    works.does("elsa", disposed, "block", where="what_happened")
    disposed = works.does(
        "elsa", disposed, "dispose_text", words="Kastanjeallén 3", reason="Namnet gallras enligt beslut."
    )
    return Furnished(works, store, whole, plain, disposed)


@pytest.fixture(scope="module")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Furnished]:
    folder = tmp_path_factory.mktemp("inspection")
    found = furnished(f"sqlite:///{folder}/lexheller.db", folder)
    yield found
    found.store.close()


@pytest.fixture(scope="module")
def on_postgres(postgres_server: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Furnished]:
    with postgres_server.database() as url:
        found = furnished(url, tmp_path_factory.mktemp("inspection"))
        yield found
        found.store.close()


@pytest.fixture(params=["on_sqlite", "on_postgres"])
def house(request: pytest.FixtureRequest) -> Furnished:
    found: Furnished = request.getfixturevalue(request.param)
    return found


@contextmanager
def past_the_program(store: SqlStore) -> Iterator[Connection]:
    """Change what one likes, see it, and have it undone: triggers and foreign keys are out of the way."""
    connection = store.engine.connect()
    if connection.dialect.name == "sqlite":
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
    transaction = connection.begin()
    try:
        if connection.dialect.name == "sqlite":
            for trigger in ("events_no_update", "events_no_delete"):
                connection.execute(text(f"DROP TRIGGER {trigger}"))
        else:
            connection.execute(text("ALTER TABLE events DISABLE TRIGGER USER"))
            connection.execute(text("SET CONSTRAINTS ALL DEFERRED"))
        yield connection
    finally:
        transaction.rollback()
        if connection.dialect.name == "sqlite":
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]
        connection.close()


def after(store: SqlStore, change: Callable[[Connection], object]) -> tuple[Fault, ...]:
    with past_the_program(store) as connection:
        change(connection)
        faults = verify(SqlInspection(connection)).faults
        assert codes_of(faults) <= set(CODES)
        return faults


def codes_of(faults: tuple[Fault, ...]) -> set[str]:
    return {fault.code for fault in faults}


def of(case: Case, table: Table = cases) -> Any:
    return and_(table.c.federation_id == case.federation, table.c.case_id == case.id)


# --- nothing wrong ------------------------------------------------------------------------------------


def test_what_the_program_wrote_is_whole(house: Furnished) -> None:
    found = inspected(house.store, verify)
    written = sum(house.works.reads(case).version for case in house[2:])
    assert found == Verified(cases=3, events=written, checkpoints=0, faults=())
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
        faults = after(house.store, lambda connection, case=case: _remove(connection, case))  # type: ignore[misc]
        assert faults == (Fault(case.number, 0, "case_missing", "cases"),)


def _remove(connection: Connection, case: Case) -> None:
    for table in reversed(metadata.sorted_tables):
        if "case_id" in table.c:
            connection.execute(delete(table).where(of(case, table)))


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


# --- histories forged by somebody who can count digests -----------------------------------------------


def _rewrite(connection: Connection, case: Case, history: list[Any]) -> None:
    """Store another history of a case, each event with its right digest, and the head that follows."""
    prev, forged = GENESIS, []
    for event in history:
        new = sealed(replace(event, prev=prev))
        prev = new.digest
        forged.append(new)
    head = fold(forged)
    assert head is not None
    connection.execute(delete(events).where(of(case, events)))
    for event in forged:
        connection.execute(insert(events).values(dict(zip(events.c.keys(), event_row(event), strict=True))))
    connection.execute(update(cases).where(of(case)).values(dict(zip(cases.c.keys(), head_row(head), strict=True))))


def test_a_head_that_another_history_would_give_is_noticed(house: Furnished) -> None:
    """Setting the head alone, consistently, is the first thing a clever hand would try."""

    def change(connection: Connection) -> None:
        forged = head_row(replace(house.whole, state="closed", blocked=True))
        connection.execute(update(cases).where(of(house.whole)).values(dict(zip(cases.c.keys(), forged, strict=True))))

    found = after(house.store, change)
    assert codes_of(found) == {"head_differs"}
    assert {f.detail for f in found} == {"cases.state", "cases.blocked", "cases.shown"}


def test_a_way_that_jumps_is_noticed_though_its_digests_are_right(on_sqlite: Furnished) -> None:
    case = on_sqlite.whole
    history = list(on_sqlite.store.read(lambda uow: uow.cases.events(case.federation, case.id)))
    forged = [*history[:-1], replace(history[-1], source="feedback")]
    assert after(on_sqlite.store, lambda connection: _rewrite(connection, case, forged)) == (
        Fault(case.number, case.version, "broken_way", "feedback"),
    )


def test_a_case_of_another_year_than_its_number_is_noticed(on_sqlite: Furnished) -> None:
    case = on_sqlite.plain
    history = list(on_sqlite.store.read(lambda uow: uow.cases.events(case.federation, case.id)))
    forged = [replace(history[0], sets={**history[0].sets, "day": "2025-12-31"}), *history[1:]]
    found = after(on_sqlite.store, lambda connection: _rewrite(connection, case, forged))
    assert found == (Fault(case.number, 0, "number_of_another_year", "2025"),)


def test_a_disposal_must_name_the_text_it_takes_from(on_sqlite: Furnished) -> None:
    case = on_sqlite.disposed
    history = list(on_sqlite.store.read(lambda uow: uow.cases.events(case.federation, case.id)))
    named: Any = history[-1].fields["disposed"]
    for wrong in ({"old": "0" * 64}, {"version": 7}, {"field": "tried"}):
        fields = {**history[-1].fields, "disposed": [named[0] | wrong]}
        forged = [*history[:-1], replace(history[-1], fields=fields)]
        found = after(on_sqlite.store, lambda connection, forged=forged: _rewrite(connection, case, forged))  # type: ignore[misc]
        assert "disposal_of_nothing" in codes_of(found)


def test_a_disposal_says_what_stands_there_now(on_sqlite: Furnished) -> None:
    """The text with the words put back is no longer the one that the last digest names."""
    case = on_sqlite.disposed

    def change(connection: Connection) -> None:
        mine = and_(of(case, texts), texts.c.field == "what_happened")
        connection.execute(update(texts).where(mine).values(text="Någon skrev Kastanjeallén 3 och det skulle stå."))

    assert after(on_sqlite.store, change) == (Fault(case.number, 1, "text_changed", "what_happened"),)


def test_a_text_disposed_of_whole_may_be_gone_and_must_be(on_sqlite: Furnished) -> None:
    case = on_sqlite.disposed
    history = list(on_sqlite.store.read(lambda uow: uow.cases.events(case.federation, case.id)))
    named: Any = history[-1].fields["disposed"]
    whole = [{key: value for key, value in item.items() if key != "new"} for item in named]
    forged = [*history[:-1], replace(history[-1], fields={**history[-1].fields, "disposed": whole})]

    def gone(connection: Connection) -> None:
        _rewrite(connection, case, forged)
        for item in named:
            connection.execute(delete(texts).where(of(case, texts), texts.c.field == item["field"]))

    assert after(on_sqlite.store, gone) == ()
    left = after(on_sqlite.store, lambda connection: _rewrite(connection, case, forged))
    assert codes_of(left) == {"text_extra"}


def test_words_may_be_taken_out_by_no_other_step(on_sqlite: Furnished) -> None:
    case = on_sqlite.disposed
    history = list(on_sqlite.store.read(lambda uow: uow.cases.events(case.federation, case.id)))
    forged = [*history[:-1], replace(history[-1], step="say")]
    found = after(on_sqlite.store, lambda connection: _rewrite(connection, case, forged))
    assert "text_changed" in codes_of(found)


# --- what only a checkpoint shows ---------------------------------------------------------------------


def _cut(connection: Connection, case: Case, to: int, history: tuple[Any, ...]) -> None:
    """Cut the end of a history off and set everything back to where it then stood, perfectly."""
    head = fold(history[:to])
    assert head is not None
    later = and_(of(case, events), events.c.version > to)
    connection.execute(delete(texts).where(of(case, texts), texts.c.version > to))
    connection.execute(delete(events).where(later))
    connection.execute(update(cases).where(of(case)).values(dict(zip(cases.c.keys(), head_row(head), strict=True))))
    for name, (_, work_out) in PROJECTIONS.items():
        table = metadata.tables[name]
        connection.execute(delete(table).where(of(case, table)))
        for row in work_out(head):
            connection.execute(insert(table).values(dict(zip(table.c.keys(), row, strict=True))))


def test_a_cut_tail_is_noticed_with_a_checkpoint_and_only_then(house: Furnished, tmp_path: Path) -> None:
    keys = house.works.office.keys
    assert isinstance(keys, KeyRing)
    at = datetime(2026, 3, 3, tzinfo=UTC)
    leaves = inspected(house.store, lambda look: [Leaf(*row) for row in look.newest()])
    checkpoints.write(tmp_path / "kept", leaves, keys, at=at, installation="test")

    def examine(lookup: Callable[[str, str, int], str | None]) -> list[checkpoints.Fault]:
        public = keys.public_key_ssh
        return checkpoints.examine(tmp_path / "kept", lookup, public_key_ssh=public, installation="test")

    untouched = inspected(house.store, lambda look: verify(look, examine, 1))
    assert (untouched.faults, untouched.sees_cut_tails) == ((), True)

    case = house.whole
    history = house.store.read(lambda uow: uow.cases.events(case.federation, case.id))
    with past_the_program(house.store) as connection:
        _cut(connection, case, case.version - 1, history)
        assert verify(SqlInspection(connection)).faults == ()
        seen = verify(SqlInspection(connection), examine, 1).faults
    assert seen == (Fault(case.number, case.version, "checkpoint_event_missing", "1"),)


def test_a_case_gone_with_its_number_is_noticed_with_a_checkpoint(house: Furnished, tmp_path: Path) -> None:
    keys = house.works.office.keys
    assert isinstance(keys, KeyRing)
    leaves = inspected(house.store, lambda look: [Leaf(*row) for row in look.newest()])
    checkpoints.write(tmp_path, leaves, keys, at=datetime(2026, 3, 3, tzinfo=UTC), installation="test")
    with past_the_program(house.store) as connection:
        _remove(connection, house.plain)
        connection.execute(delete(registers).where(registers.c.federation_id == "INS"))
        look = SqlInspection(connection)
        assert verify(look).faults == ()
        seen = verify(
            look,
            lambda lookup: checkpoints.examine(
                tmp_path, lookup, public_key_ssh=keys.public_key_ssh, installation="test"
            ),
            1,
        ).faults
    assert seen == (Fault(f"INS/{house.plain.id}", 1, "checkpoint_event_missing", "1"),)


def test_checkpoints_of_another_hand_are_named(house: Furnished, tmp_path: Path) -> None:
    look = inspected(
        house.store,
        lambda look: verify(look, lambda _: [checkpoints.Fault(checkpoints.FaultKind.CHECKPOINT_MISSING, 3)], 1),
    )
    assert look.faults == (Fault("", 0, "checkpoint_missing", "3"),)
    assert tmp_path.exists()


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
    source = (Path(__file__).parents[2] / "lexheller/services/verifying.py").read_text("utf-8")
    raised = set(re.findall(r'Fault\([^"]*?(?:"", )?0?,? ?"([a-z_]{4,})"', source))
    raised |= set(re.findall(r'"([a-z_]+)" if head\.contact else "([a-z_]+)"', source)[0])
    kinds = {kind if kind.startswith("checkpoint_") else f"checkpoint_{kind}" for kind in checkpoints.FaultKind}
    assert raised | kinds == set(CODES)


def test_the_latest_event_of_all(house: Furnished) -> None:
    assert inspected(house.store, lambda look: look.last_event()).startswith("2026-03-02T11:00:00")


def test_a_salt_that_is_none_is_no_accident(house: Furnished) -> None:
    found = after(house.store, lambda connection: connection.execute(update(texts).values(salt="no hex")))
    assert codes_of(found) == {"text_changed"}
    assert text_digest("00", "a") != text_digest("01", "a")
    assert canonical({}) == "{}"
