"""Is a backup whole whoever writes meanwhile, and does it become a database only where there is none?"""

from __future__ import annotations

import os
import shutil
import stat
import threading
from pathlib import Path

import pytest

from lexheller.errors import StoreCorrupt, StoreNotEmpty, StoreUnreachable, UnreadableFile
from lexheller.model.event import fold
from lexheller.storage import SqlStore, keeping, open_store, schema
from tests.storage.factories import a_text, moved, stored, terms


def url_of(place: Path) -> str:
    return f"sqlite:///{place}"


def test_a_backup_is_restored_with_everything_in_it(sqlite_store: SqlStore, tmp_path: Path) -> None:
    texts = (a_text("title", "Mellan stolarna"),)
    case = moved(sqlite_store, stored(sqlite_store, texts=texts), "open_dialogue", to="dialogue")

    kept = keeping.backup(sqlite_store, tmp_path / "backup.db")
    restored = keeping.restore(tmp_path / "backup.db", url_of(tmp_path / "new" / "lexheller.db"))

    assert kept.schema == restored.schema == schema.CURRENT
    assert kept.rows == restored.rows == {"cases": 1, "events": 2, "texts": 1}
    other = open_store(url_of(restored.place), terms=terms)
    assert other.read(lambda uow: uow.cases.find(case.number)) == case
    assert other.read(lambda uow: uow.cases.texts("GBG", "case-1")) == texts
    assert keeping.integrity(other) == ()
    moved(other, case, "solve", to="feedback")
    other.close()


def test_a_backup_is_one_file_that_only_its_owner_can_read(sqlite_store: SqlStore, tmp_path: Path) -> None:
    stored(sqlite_store)
    folder = tmp_path / "backups"
    folder.mkdir()
    place = folder / "backup.db"
    old = os.umask(0)
    try:
        keeping.backup(sqlite_store, place)
    finally:
        os.umask(old)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert list(folder.iterdir()) == [place]


def test_a_database_is_readable_by_its_owner_alone(sqlite_url: str, tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        store = open_store(sqlite_url, create=True, terms=terms)
        stored(store)
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
        store.close()
    finally:
        os.umask(old)
    assert modes == dict.fromkeys(("lexheller.db", "lexheller.db-wal", "lexheller.db-shm"), 384)


def test_a_backup_overwrites_nothing(sqlite_store: SqlStore, tmp_path: Path) -> None:
    place = tmp_path / "backup.db"
    place.write_bytes(b"dear")
    with pytest.raises(StoreNotEmpty):
        keeping.backup(sqlite_store, place)
    assert place.read_bytes() == b"dear"


def test_a_backup_into_no_folder_is_refused(sqlite_store: SqlStore, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        keeping.backup(sqlite_store, tmp_path / "nowhere" / "backup.db")


def test_backups_are_whole_while_others_write(sqlite_store: SqlStore, tmp_path: Path) -> None:
    case = stored(sqlite_store)
    done = threading.Event()
    steps = 0

    def write() -> None:
        nonlocal case, steps
        while not done.is_set():
            case = moved(sqlite_store, case, turn=str(steps))
            steps += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        kept = [keeping.backup(sqlite_store, tmp_path / f"backup-{number}.db") for number in range(5)]
    finally:
        done.set()
        writer.join()
    assert steps > 5
    for copied in kept:
        store = SqlStore(url_of(copied.place))
        head = store.read(lambda uow: uow.cases.find("GBG-2026-0001"))
        assert head == fold(store.read(lambda uow: uow.cases.events("GBG", "case-1")))
        assert head is not None
        assert head.version == copied.rows["events"]
        store.close()


def test_restoring_replaces_no_database(sqlite_store: SqlStore, tmp_path: Path) -> None:
    keeping.backup(sqlite_store, tmp_path / "backup.db")
    before = stored(sqlite_store)
    with pytest.raises(StoreNotEmpty):
        keeping.restore(tmp_path / "backup.db", sqlite_store.url)
    assert sqlite_store.read(lambda uow: uow.cases.find(before.number)) == before


def test_a_log_left_behind_is_no_empty_place(sqlite_store: SqlStore, tmp_path: Path) -> None:
    keeping.backup(sqlite_store, tmp_path / "backup.db")
    (tmp_path / "new.db-wal").write_bytes(b"somebody's last steps")
    with pytest.raises(StoreNotEmpty):
        keeping.restore(tmp_path / "backup.db", url_of(tmp_path / "new.db"))


def spoil_the_middle(place: Path) -> None:
    middle = place.stat().st_size // 4096 // 2
    with place.open("r+b") as file:
        for page in range(middle - 5, middle + 5):
            file.seek(page * 4096)  # where a page says what is on it: words spoiled within words look whole
            file.write(os.urandom(1500))


def cut_off(place: Path) -> None:
    os.truncate(place, place.stat().st_size // 2)


def turn_into_a_letter(place: Path) -> None:
    place.write_text("Hej! " * 1000, encoding="utf-8")


def empty(place: Path) -> None:
    place.write_bytes(b"")


@pytest.mark.parametrize("spoil", [spoil_the_middle, cut_off, turn_into_a_letter, empty])
def test_a_damaged_backup_is_not_put_in_place(sqlite_store: SqlStore, tmp_path: Path, spoil: object) -> None:
    for serial in range(1, 60):
        stored(sqlite_store, serial, texts=(a_text("title", "Mellan stolarna " * 50),))
    place = tmp_path / "backup.db"
    keeping.backup(sqlite_store, place)
    assert callable(spoil)
    spoil(place)
    folder = tmp_path / "new"
    folder.mkdir()

    with pytest.raises(StoreCorrupt):
        keeping.restore(place, url_of(folder / "lexheller.db"))
    assert list(folder.iterdir()) == []


def test_a_missing_backup_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        keeping.restore(tmp_path / "backup.db", url_of(tmp_path / "new.db"))


def test_damage_is_seen(sqlite_store: SqlStore, tmp_path: Path) -> None:
    assert keeping.integrity(sqlite_store) == ()
    for serial in range(1, 60):
        stored(sqlite_store, serial, texts=(a_text("title", "Mellan stolarna " * 50),))
    keeping.backup(sqlite_store, tmp_path / "other.db")
    spoil_the_middle(tmp_path / "other.db")
    other = SqlStore(url_of(tmp_path / "other.db"))
    try:
        assert keeping.integrity(other) != ()
    except StoreCorrupt:
        pass  # some damage cannot even be read past
    finally:
        other.close()


# --- PostgreSQL ---------------------------------------------------------------------------------------


@pytest.fixture
def with_programs() -> None:
    if not (shutil.which("pg_dump") and shutil.which("pg_restore")):
        pytest.skip("pg_dump is not installed")


@pytest.mark.usefixtures("with_programs")
def test_a_server_is_backed_up_and_restored_by_its_own_programs(
    postgres_store: SqlStore, postgres_server: object, tmp_path: Path
) -> None:
    case = stored(postgres_store, texts=(a_text("title", "Mellan stolarna"),))
    place = tmp_path / "backup.dump"
    keeping.backup(postgres_store, place)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    with pytest.raises(StoreNotEmpty):
        keeping.restore(place, postgres_store.url)

    from tests.postgres import Server

    assert isinstance(postgres_server, Server)
    with postgres_server.database() as url:
        keeping.restore(place, url)
        other = open_store(url, terms=terms)
        assert other.read(lambda uow: uow.cases.find(case.number)) == case
        assert keeping.integrity(other) == ()
        moved(other, case, "open_dialogue", to="dialogue")
        other.close()


def test_without_its_programs_a_server_is_not_backed_up(
    postgres_store: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StoreUnreachable) as refused:
        keeping.backup(postgres_store, tmp_path / "backup.dump")
    assert refused.value.data["program"] == "pg_dump"
    assert not (tmp_path / "backup.dump").exists()
