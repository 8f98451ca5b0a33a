"""How is a connection opened so that what was acknowledged stays, and what was erased is gone?

SQLite: WAL with `synchronous=FULL` (with NORMAL a power cut may lose an acknowledged commit), foreign keys, a busy
timeout, and `secure_delete`, which writes zeros over what is removed. A write transaction begins with BEGIN IMMEDIATE:
it waits for its turn at the start rather than fail half-way.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import NoSuchModuleError

from lexheller.errors import NoDriver

WRITING: Final = "lexheller_writing"
"""The execution option of a connection whose transactions write."""

SPOKEN: Final = ("sqlite", "postgresql")
"""The kinds of database that we speak to."""


def place_of(url: str) -> Path | None:
    """Give the file of a SQLite URL, None for a database on a server."""
    parsed = make_url(url)
    return Path(parsed.database or "") if parsed.get_backend_name() == "sqlite" else None


def named(url: str) -> str:
    """Name a database as people know it: the file, or the URL without its password."""
    place = place_of(url)
    return str(place) if place else make_url(url).render_as_string(hide_password=True)


def sqlite_connection(place: Path, timeout: float, mode: str = "rw") -> sqlite3.Connection:
    """Open a SQLite file that is there, with everything that every connection of ours has."""
    connection = sqlite3.connect(
        f"file:{quote(str(place))}?mode={mode}",
        uri=True,
        timeout=timeout,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=512,
    )
    try:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def engine_of(url: str, timeout: float) -> Engine:
    """Make the pool of connections to a database.

    Raises:
        NoDriver: this kind of database is not spoken to here, or its driver is not installed.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() not in SPOKEN:
        raise NoDriver(kind=parsed.get_backend_name())
    if place := place_of(url):
        engine = create_engine(parsed, creator=lambda: sqlite_connection(place, timeout), max_overflow=-1)
        event.listen(engine, "begin", _begin)
        return engine
    return _on_server(parsed, timeout)


def _on_server(parsed: URL, timeout: float) -> Engine:
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    waits = {"connect_timeout": max(2, round(timeout)), "options": f"-c lock_timeout={round(timeout * 1000)}"}
    try:
        return create_engine(
            parsed, paramstyle="format", isolation_level="READ COMMITTED", connect_args=waits, max_overflow=-1
        )
    except (ImportError, NoSuchModuleError) as lack:
        raise NoDriver(kind=parsed.get_backend_name(), why="not_installed") from lack


def _begin(connection: Connection) -> None:
    driver: Any = connection.connection.driver_connection
    if not driver.in_transaction:  # in a unit of work it has begun already
        writing = connection.get_execution_options().get(WRITING)
        driver.execute("BEGIN IMMEDIATE" if writing else "BEGIN")
