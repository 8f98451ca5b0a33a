"""Is each way in which a database fails told in our own words, with nothing done?"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest
from sqlalchemy import make_url
from sqlalchemy.exc import IntegrityError

from lexheller.errors import (
    StoreCorrupt,
    StoreFull,
    StoreLocked,
    StoreMissing,
    StoreReadOnly,
    StoreUnreachable,
    StoreUnusable,
)
from lexheller.services.ports import UnitOfWork
from lexheller.storage import SqlStore, open_store
from lexheller.storage.engine import named
from lexheller.storage.faults import translated
from tests.postgres import Server, free_port
from tests.storage.factories import a_text, moved, new_case, stored, terms


def file_of(store: SqlStore) -> Path:
    assert store.place is not None
    return store.place


# --- SQLite -------------------------------------------------------------------------------------------


def test_a_database_that_is_not_there_is_not_made(sqlite_url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreMissing) as refused:
        open_store(sqlite_url)
    assert refused.value.data["where"] == str(tmp_path / "lexheller.db")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_made_on_request(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'new' / 'lexheller.db'}", create=True)
    store.close()
    assert (tmp_path / "new" / "lexheller.db").exists()


def test_who_waits_too_long_for_a_writer_is_told(sqlite_store: SqlStore) -> None:
    case = stored(sqlite_store)
    hurried = open_store(sqlite_store.url, timeout=0.05, terms=terms)
    with closing(sqlite3.connect(file_of(sqlite_store), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked):
            moved(hurried, case, "open_dialogue", to="dialogue")
        assert hurried.read(lambda uow: uow.cases.find(case.number)) == case  # readers do not wait
        other.execute("ROLLBACK")
    assert moved(hurried, case, "open_dialogue", to="dialogue").version == 2
    hurried.close()


def test_a_full_disk_is_told_and_nothing_is_stored(sqlite_store: SqlStore) -> None:
    case = stored(sqlite_store)

    def fill(uow: UnitOfWork) -> None:
        driver = uow.connection.connection.driver_connection  # type: ignore[attr-defined]  # real stores have one
        (pages,) = driver.execute("PRAGMA page_count").fetchone()
        driver.execute(f"PRAGMA max_page_count={pages + 4}")
        long, event = new_case(2)
        uow.cases.add(long, event, (a_text("what_happened", "Mellan stolarna. " * 5000),), ())

    with pytest.raises(StoreFull):
        sqlite_store.write(fill)
    assert sqlite_store.read(lambda uow: uow.cases.find("GBG-2026-0002")) is None
    sqlite_store.close()
    moved(sqlite_store, case, "open_dialogue", to="dialogue")


@pytest.mark.parametrize(("free", "told"), [(4096, StoreFull), (2**30, StoreUnusable)])
def test_a_disk_too_full_to_read_on_is_told(
    free: int, told: type[StoreUnusable], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite says "disk I/O error" where the index of its log finds no room, as it does of a broken disk."""
    (tmp_path / "a.db").touch()
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    complaint = sqlite3.OperationalError("disk I/O error")
    complaint.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    assert type(translated(complaint, str(tmp_path / "a.db"))) is told


def test_a_database_that_may_not_be_written_is_told(sqlite_store: SqlStore) -> None:
    case = stored(sqlite_store)

    def forbidden(uow: UnitOfWork) -> None:
        uow.connection.connection.driver_connection.execute("PRAGMA query_only=ON")  # type: ignore[attr-defined]  # real stores have one
        uow.notes.put_value("installation", "x")

    with pytest.raises(StoreReadOnly):
        sqlite_store.write(forbidden)
    sqlite_store.close()
    assert sqlite_store.read(lambda uow: uow.cases.find(case.number)) == case


def test_a_file_that_is_no_database_is_told(sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "lexheller.db").write_text("Hej! " * 1000)
    for create in (False, True):
        with pytest.raises(StoreCorrupt):
            open_store(sqlite_url, create=create)
    assert (tmp_path / "lexheller.db").read_text() == "Hej! " * 1000


def test_a_damaged_page_is_told(sqlite_store: SqlStore) -> None:
    case = stored(sqlite_store)
    sqlite_store.in_transaction(lambda c: c.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all(), writing=False)
    sqlite_store.close()
    with file_of(sqlite_store).open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (file_of(sqlite_store).stat().st_size - 4096))
    with pytest.raises(StoreCorrupt):
        sqlite_store.read(lambda uow: uow.cases.find(case.number))


def test_a_folder_in_the_place_of_the_file_is_told(sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "lexheller.db").mkdir()
    with pytest.raises((StoreMissing, StoreReadOnly)):
        open_store(sqlite_url)


def test_our_own_mistakes_are_not_dressed_up(sqlite_store: SqlStore) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        sqlite_store.write(lambda uow: uow.connection.connection.driver_connection.execute("SELECT * FROM nowhere"))  # type: ignore[attr-defined]  # real stores have one


# --- PostgreSQL ---------------------------------------------------------------------------------------


def test_a_server_that_does_not_answer_is_told() -> None:
    with pytest.raises(StoreUnreachable):
        open_store(f"postgresql+psycopg://lexheller@127.0.0.1:{free_port()}/lexheller")


def test_a_database_that_the_server_lacks_is_told(postgres_server: Server) -> None:
    with pytest.raises(StoreMissing):
        open_store(postgres_server.url("nowhere"))


def test_a_connection_cut_off_is_told_and_the_next_works(postgres_store: SqlStore, postgres_server: Server) -> None:
    case = stored(postgres_store)
    name = make_url(postgres_store.url).database
    assert name is not None
    with postgres_server.connect() as admin:
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
    with pytest.raises(StoreUnreachable):
        moved(postgres_store, case, "open_dialogue", to="dialogue")
    assert moved(postgres_store, case, "open_dialogue", to="dialogue").version == 2


def test_who_waits_too_long_for_a_row_is_told(postgres_store: SqlStore, postgres_server: Server) -> None:
    case = stored(postgres_store)
    hurried = open_store(postgres_store.url, timeout=0.1, terms=terms)
    with postgres_server.connect(make_url(postgres_store.url).database or "") as other, other.transaction():
        other.execute("UPDATE cases SET turn = 'x'")
        with pytest.raises(StoreLocked):
            moved(hurried, case, "open_dialogue", to="dialogue")
    assert hurried.read(lambda uow: len(uow.cases.events("GBG", "case-1"))) == 1
    hurried.close()


def test_a_database_open_for_reading_alone_is_told(postgres_store: SqlStore, postgres_server: Server) -> None:
    name = make_url(postgres_store.url).database
    with postgres_server.connect() as admin:
        admin.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on".encode())
    postgres_store.close()
    with pytest.raises(StoreReadOnly):
        stored(postgres_store)
    with pytest.raises(StoreReadOnly):
        postgres_store.try_writing()


def test_no_password_is_repeated() -> None:
    assert "hemligt" not in named("postgresql+psycopg://eva:hemligt@db.example.org/lexheller")


# --- what is tried again ----------------------------------------------------------------------------------


def test_work_undone_in_anothers_favour_is_tried_again_a_few_times(postgres_store: SqlStore) -> None:
    attempts = []

    def work(_uow: UnitOfWork) -> int:
        attempts.append(1)
        if len(attempts) < 3:
            raise psycopg.errors.SerializationFailure
        return len(attempts)

    assert postgres_store.write(work) == 3


@pytest.mark.parametrize("complaint", [psycopg.errors.SerializationFailure, psycopg.errors.DeadlockDetected])
def test_it_is_given_up_after_that(postgres_store: SqlStore, complaint: type[psycopg.Error]) -> None:
    attempts = []

    def work(_uow: UnitOfWork) -> None:
        attempts.append(1)
        raise complaint

    with pytest.raises(StoreLocked):
        postgres_store.write(work)
    assert len(attempts) == 5


def test_nothing_else_is_tried_again(sql_store: SqlStore) -> None:
    stored(sql_store)
    double, event = new_case()
    attempts = []

    def work(uow: UnitOfWork) -> None:
        attempts.append(1)
        uow.cases.add(double, event, (), ())

    with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError, IntegrityError)):
        sql_store.write(work)
    assert len(attempts) == 1


# --- would it be stored? --------------------------------------------------------------------------------


def test_trying_leaves_nothing_behind(sql_store: SqlStore) -> None:
    stored(sql_store)
    before = sql_store.read(lambda uow: uow.notes.value("installation"))
    beside = sorted(file_of(sql_store).parent.iterdir()) if sql_store.place else []
    for _ in range(3):
        sql_store.try_writing()
    assert sql_store.read(lambda uow: uow.notes.value("installation")) == before
    assert (sorted(file_of(sql_store).parent.iterdir()) if sql_store.place else []) == beside
    stored(sql_store, 2)


def test_who_tries_while_another_writes_is_told(sqlite_store: SqlStore) -> None:
    hurried = open_store(sqlite_store.url, timeout=0.05, terms=terms)
    with closing(sqlite3.connect(file_of(sqlite_store), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked):
            hurried.try_writing()
    hurried.try_writing()
    hurried.close()
