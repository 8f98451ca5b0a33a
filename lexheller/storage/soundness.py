"""Does the database still hold what was acknowledged, and refuse to have its history edited?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lexheller.storage.unit_of_work import SqlStore

if TYPE_CHECKING:
    from sqlalchemy import Connection

_WANTED: Final = {
    "sqlite": {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1"},
    "postgresql": {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"},
}
_AS_GOOD: Final = {
    ("synchronous", "3"),
    *(("synchronous_commit", value) for value in ("local", "remote_write", "remote_apply")),
}
"""Settings that wait for this machine's disk too."""
_GUARDS: Final = {
    "sqlite": ("events_no_delete", "events_no_update"),
    "postgresql": ("events_no_edit", "events_no_truncate"),
}
_GUARDS_THERE: Final = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = 'events'::regclass AND tgenabled IN ('O', 'A')",
}


def unsafe_settings(store: SqlStore) -> tuple[str, ...]:
    """Name the settings of the database with which an acknowledged step could be lost, or an erased word stay."""

    def look(connection: Connection) -> tuple[str, ...]:
        ask = "PRAGMA {}" if connection.dialect.name == "sqlite" else "SHOW {}"
        wanted = _WANTED[connection.dialect.name]
        found = {name: str(connection.exec_driver_sql(ask.format(name)).scalar_one()).lower() for name in wanted}
        return tuple(
            f"{name}={value}"
            for name, value in found.items()
            if value != wanted[name] and (name, value) not in _AS_GOOD
        )

    return store.in_transaction(look, writing=False)


def missing_guards(store: SqlStore) -> tuple[str, ...]:
    """Name the triggers that refuse to edit history and are not there, or are switched off."""

    def look(connection: Connection) -> tuple[str, ...]:
        there = set(connection.exec_driver_sql(_GUARDS_THERE[connection.dialect.name]).scalars())
        return tuple(name for name in _GUARDS[connection.dialect.name] if name not in there)

    return store.in_transaction(look, writing=False)
