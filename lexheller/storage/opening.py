"""How is a database opened, made or brought up to date, and when is it refused?"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sqlalchemy import text

from lexheller.errors import StoreCorrupt, StoreMissing, StoreNewer, StoreOlder
from lexheller.storage import schema
from lexheller.storage.unit_of_work import DEFAULT_TIMEOUT, SqlStore

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from lexheller.storage.search_words import Terms

_ONE_AT_A_TIME = 0x4C48_4C52
"""PostgreSQL's advisory lock for those who make or change our schema."""


def open_store(
    url: str, *, create: bool = False, timeout: float = DEFAULT_TIMEOUT, terms: Terms | None = None
) -> SqlStore:
    """Open a database that has today's schema.

    Args:
        url: any SQLAlchemy URL of SQLite or PostgreSQL.
        create: make the file (readable by its owner alone) and the schema where there is nothing yet.
        timeout: seconds to wait for others who write.
        terms: gives the stems of a text for the search index; by default the house's own.

    Raises:
        StoreMissing: there is nothing yet, and `create` was not asked for.
        StoreOlder, StoreNewer: the schema is not today's.
        StoreCorrupt: it is damaged, or not ours.
        StoreUnusable: it cannot be used for another reason.
    """
    store = SqlStore(url, timeout=timeout, terms=terms)
    try:
        if create and store.place:
            _make_file(store.place)
        found = schema_version(store)
        if found is None and create:
            create_schema(store)
        else:
            _hold_to_today(found, store.where)
    except BaseException:
        store.close()
        raise
    return store


def create_schema(store: SqlStore) -> None:
    """Make today's schema where there is no table yet; harmless where somebody else has just done so."""

    def make(connection: Connection) -> None:
        alone(connection)
        if schema.version(connection) is None:
            schema.create(connection)

    store.in_transaction(make)


def schema_version(store: SqlStore) -> str | None:
    """Read which schema a database has; "" for tables that are not ours, None for no tables at all."""
    return store.in_transaction(schema.version, writing=False)


def alone(connection: Connection) -> None:
    """Keep others from changing the schema until the transaction ends; on SQLite it already does."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_ONE_AT_A_TIME})"))


def _hold_to_today(found: str | None, where: str) -> None:
    if found is None:  # an empty database
        raise StoreMissing(where=where)
    if not found:
        raise StoreCorrupt(where=where)
    if found not in schema.VERSIONS:
        raise StoreNewer(found=found, known=schema.CURRENT)
    if found != schema.CURRENT:
        raise StoreOlder(found=found, known=schema.CURRENT)


def _make_file(place: Path) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # SQLite gives its log the file's own permissions.
    os.close(os.open(place, os.O_CREAT | os.O_WRONLY, 0o600))
