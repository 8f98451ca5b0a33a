"""How is a database copied while others write, and how does a copy become a database again?

Never by copying the file: what was acknowledged may still lie in the log beside it. SQLite's own backup reads one
moment, whoever writes meanwhile; PostgreSQL has programs for it, which are used where they are installed.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import make_url

from lexheller.errors import (
    StoreCorrupt,
    StoreFull,
    StoreNotEmpty,
    StoreUnreachable,
    UnreadableFile,
    UnwritableFile,
)
from lexheller.storage import schema, tables
from lexheller.storage.engine import named, place_of
from lexheller.storage.faults import translated
from lexheller.storage.opening import schema_version
from lexheller.storage.unit_of_work import DEFAULT_TIMEOUT, SqlStore

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection

_COUNTED: Final = (tables.cases, tables.events, tables.texts)


@dataclass(frozen=True, slots=True)
class Copied:
    """What a backup holds, or what was restored from one.

    Args:
        schema: the version of its schema.
        rows: how many rows the main tables have, by table; empty where only the server's program can count.
    """

    place: Path
    schema: str
    rows: dict[str, int]


def backup(store: SqlStore, place: Path) -> Copied:
    """Write a backup to a new file that only its owner can read, and check it.

    Raises:
        StoreNotEmpty: there is something in that place.
        StoreUnreachable: this is PostgreSQL, and its program `pg_dump` is not installed or fails.
        StoreUnusable: the database or the backup's place cannot be used.
    """
    found = schema_version(store) or ""
    _take(place)
    try:
        if store.place:
            _copy(store.place, place, store.timeout)
            return _looked_through(place)
        _run("pg_dump", "--format=custom", "--no-owner", "--file", str(place), *_server(store.url), url=store.url)
    except BaseException:
        place.unlink(missing_ok=True)
        raise
    return Copied(place, found, {})


def restore(place: Path, url: str) -> Copied:
    """Make a database out of a backup, where there is none yet; it is checked before it stands in its place.

    Raises:
        UnreadableFile: there is no such backup.
        StoreNotEmpty: there is a database in that place already.
        StoreCorrupt: the backup is damaged, or none of ours.
        StoreUnreachable: this is PostgreSQL, and its program `pg_restore` is not installed or fails.
    """
    if not place.is_file():
        raise UnreadableFile(path=str(place), why="missing")
    to = place_of(url)
    if to is None:
        return _restore_on_server(place, url)
    if to.exists() or _log_of(to).exists():
        raise StoreNotEmpty(where=str(to))
    to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = to.with_name(f".{to.name}.restoring")
    for left in (beside, _log_of(beside)):  # of an attempt that was cut off
        left.unlink(missing_ok=True)
    try:
        _take(beside)
        _copy(place, beside, DEFAULT_TIMEOUT)
        copied = _looked_through(beside)
        try:
            os.link(beside, to)  # unlike a rename, it refuses a place that was taken meanwhile
        except FileExistsError:
            raise StoreNotEmpty(where=str(to)) from None
        _sync(to.parent)
    finally:
        beside.unlink(missing_ok=True)
    return Copied(to, copied.schema, copied.rows)


def integrity(store: SqlStore) -> tuple[str, ...]:
    """List what SQLite or PostgreSQL itself finds damaged; empty when the database is whole."""

    def look(connection: Connection) -> tuple[str, ...]:
        if connection.dialect.name == "sqlite":
            return _damage(connection.connection.driver_connection)
        for table in tables.metadata.sorted_tables:  # a damaged page is found by reading it
            connection.exec_driver_sql(f'SELECT count(*) FROM "{table.name}"').scalar_one()  # noqa: S608  # our own name
        invalid = "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid"
        return tuple(f"index {name}" for name in connection.exec_driver_sql(invalid).scalars())

    return store.in_transaction(look, writing=False)


# --- SQLite -------------------------------------------------------------------------------------------


def _take(place: Path) -> None:
    """Make a new file that only its owner can read."""
    try:
        os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise StoreNotEmpty(where=str(place)) from None
    except FileNotFoundError as error:
        raise UnreadableFile(path=str(place.parent), why="no_folder") from error
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise StoreFull(where=str(place)) from error
        raise UnwritableFile(path=str(place)) from error


def _copy(source: Path, target: Path, timeout: float) -> None:
    """Copy one moment of a database by SQLite's own backup, as one file without a log beside it."""
    try:
        with (
            closing(sqlite3.connect(source.absolute().as_uri() + "?mode=ro", uri=True, timeout=timeout)) as from_,
            closing(sqlite3.connect(target, isolation_level=None)) as to,
        ):
            from_.backup(to)  # in one go: with a log, readers and writers do not wait for each other
            to.execute("PRAGMA journal_mode=DELETE")
            to.execute("PRAGMA synchronous=FULL")
    except sqlite3.Error as error:
        raise translated(error, str(source)) or StoreCorrupt(where=str(source)) from error
    with target.open("rb") as file:
        os.fsync(file.fileno())


def _looked_through(place: Path) -> Copied:
    """Check a copy: whole, ours, and with as many rows as can be read.

    Raises:
        StoreCorrupt: it is not.
    """
    try:
        with closing(sqlite3.connect(place.absolute().as_uri() + "?mode=ro", uri=True)) as connection:
            wrong = _damage(connection)
            names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if wrong or schema.VERSION_TABLE not in names or not {table.name for table in _COUNTED} <= names:
                raise StoreCorrupt(where=str(place), why="copy")
            (version,) = connection.execute(f"SELECT version_num FROM {schema.VERSION_TABLE}").fetchone()  # noqa: S608  # our own name
            rows = {
                table.name: connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]  # noqa: S608  # our own name
                for table in _COUNTED
            }
    except sqlite3.Error as error:
        raise StoreCorrupt(where=str(place), why="copy") from error
    return Copied(place, version, rows)


def _damage(connection: sqlite3.Connection | None) -> tuple[str, ...]:
    assert connection is not None  # noqa: S101  # an open connection has a driver's beneath it
    whole = tuple(str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok")
    loose = tuple(f"{row[0]}: {row[2]}" for row in connection.execute("PRAGMA foreign_key_check"))
    return whole + loose


def _log_of(place: Path) -> Path:
    return place.with_name(f"{place.name}-wal")


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


# --- PostgreSQL ---------------------------------------------------------------------------------------


def _restore_on_server(place: Path, url: str) -> Copied:
    store = SqlStore(url)
    try:
        if schema_version(store) is not None:
            raise StoreNotEmpty(where=store.where)
        _run("pg_restore", "--exit-on-error", "--single-transaction", "--no-owner", *_server(url), str(place), url=url)
        found = schema_version(store)
        if not found:
            raise StoreCorrupt(where=str(place))
        return Copied(place, found, {})
    finally:
        store.close()


def _server(url: str) -> tuple[str, ...]:
    parsed = make_url(url)
    given = {"--host": parsed.host, "--port": parsed.port, "--username": parsed.username, "--dbname": parsed.database}
    return (*(f"{option}={value}" for option, value in given.items() if value), "--no-password")


def _run(program: str, *arguments: str, url: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise StoreUnreachable(where=named(url), program=program)
    done = subprocess.run(  # noqa: S603  # PostgreSQL's own program, given as a list
        [found, *arguments], env=_environment(make_url(url)), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise StoreUnreachable(where=named(url), program=program)


def _environment(url: URL) -> dict[str, str]:
    """Hand the password over where no list of processes shows it."""
    return {**os.environ, **({"PGPASSWORD": str(url.password)} if url.password else {})}
