"""What does a database's complaint mean for us?

Drivers complain in their own words, through SQLAlchemy or directly. `translated` turns what a person can do something
about into an error of ours; what it leaves alone is our own mistake and stays as it is.
"""

from __future__ import annotations

import errno
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import Final

from lexheller.errors import (
    LexHellerError,
    StoreCorrupt,
    StoreFull,
    StoreLocked,
    StoreMissing,
    StoreReadOnly,
    StoreUnreachable,
    StoreUnusable,
)


class ReceiptTaken(Exception):
    """Say that another submission with the same idempotency key was first: read again, and find its receipt."""


_SQLITE: Final[dict[int, type[LexHellerError]]] = {
    sqlite3.SQLITE_BUSY: StoreLocked,
    sqlite3.SQLITE_LOCKED: StoreLocked,
    sqlite3.SQLITE_FULL: StoreFull,
    sqlite3.SQLITE_READONLY: StoreReadOnly,
    sqlite3.SQLITE_PERM: StoreReadOnly,
    sqlite3.SQLITE_CORRUPT: StoreCorrupt,
    sqlite3.SQLITE_NOTADB: StoreCorrupt,
    sqlite3.SQLITE_CANTOPEN: StoreMissing,
    sqlite3.SQLITE_IOERR: StoreUnusable,  # a full disk, a quota, a broken one: see `_full`
}

# PostgreSQL, appendix A: error codes; the first two characters are the class.
_POSTGRESQL: Final[dict[str, type[LexHellerError]]] = {
    "55P03": StoreLocked,  # lock_not_available
    "40001": StoreLocked,  # serialization_failure, after our own attempts
    "40P01": StoreLocked,  # deadlock_detected
    "53100": StoreFull,  # disk_full
    "25006": StoreReadOnly,  # read_only_sql_transaction
    "42501": StoreReadOnly,  # insufficient_privilege
    "XX001": StoreCorrupt,  # data_corrupted
    "XX002": StoreCorrupt,  # index_corrupted
    "3D000": StoreMissing,  # invalid_catalog_name
    "53300": StoreUnreachable,  # too_many_connections
    "08": StoreUnreachable,  # connection exceptions
    "57P": StoreUnreachable,  # the server is going down or coming up
    "28": StoreUnreachable,  # it does not let us in
}

_LOG_INDEX = 32 * 1024
"""What SQLite needs on the disk even to read: the index of its log."""
_PRIMARY = 0xFF
"""SQLite's extended codes carry the plain one in their lowest byte."""


def driver_error(error: BaseException) -> BaseException:
    """Unwrap what SQLAlchemy wrapped."""
    return getattr(error, "orig", None) or error


def is_transient(error: BaseException) -> bool:
    """Tell whether the same work may simply be tried again: busy, or undone by the server in another's favour."""
    cause = driver_error(error)
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", 0) & _PRIMARY == sqlite3.SQLITE_BUSY
    return getattr(cause, "sqlstate", None) in {"40001", "40P01"}


def _full(place: Path) -> bool:
    """Tell whether the disk is so full that the database cannot even be read; SQLite has no word for that."""
    try:
        return place.exists() and shutil.disk_usage(place.parent).free < _LOG_INDEX
    except OSError:
        return False


def find_room(place: Path) -> None:
    """Write a little beside a database's file under no name; SQLite itself asks the disk for room when it commits.

    Raises:
        StoreFull: the disk takes nothing more. StoreReadOnly: it takes nothing at all.
    """
    try:
        with tempfile.TemporaryFile(dir=place.parent) as file:
            file.write(bytes(_LOG_INDEX))
            file.flush()
    except OSError as error:
        kind = StoreReadOnly if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM} else StoreFull
        raise kind(where=str(place)) from error


def translated(error: BaseException, where: str) -> LexHellerError | None:
    """Give our own error for a driver's, None for one that nobody outside the program can mend.

    Args:
        where: the database as people know it, for errors that name it.
    """
    cause = driver_error(error)
    if isinstance(cause, sqlite3.Error):
        kind = _SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & _PRIMARY)
        if kind in {StoreUnusable, StoreMissing} and _full(Path(where)):
            kind = StoreFull
        if kind is StoreMissing and Path(where).exists():
            kind = StoreReadOnly  # SQLite cannot open what lies beside the file: its log and the index of that
        return kind(where=where) if kind else None
    if not type(cause).__module__.startswith("psycopg"):
        return None
    state = getattr(cause, "sqlstate", None)
    if state is None:
        # The driver has no code of the server's where the connection itself failed.
        missing = "does not exist" in str(cause) and "database" in str(cause)
        unreachable = type(cause).__name__ in {"OperationalError", "ConnectionTimeout", "InterfaceError"}
        return StoreMissing(where=where) if missing else StoreUnreachable(where=where) if unreachable else None
    kind = _POSTGRESQL.get(state) or _POSTGRESQL.get(state[:3]) or _POSTGRESQL.get(state[:2])
    return kind(where=where) if kind else None
