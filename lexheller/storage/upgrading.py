"""How does an older database become today's, with everything that is in it?

One transaction: all of the way, or none of it. Take a backup first; the door that asks for an upgrade sees to that.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lexheller.errors import StoreCorrupt, StoreMissing, StoreNewer
from lexheller.storage import schema
from lexheller.storage.opening import alone, schema_version
from lexheller.storage.people import SqlPeople
from lexheller.storage.search_words import SearchWords
from lexheller.storage.statements import Link
from lexheller.storage.unit_of_work import DEFAULT_TIMEOUT, SqlStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from alembic.config import Config
    from sqlalchemy import Connection

    from lexheller.services.ports import People
    from lexheller.storage.search_words import Terms

SEARCH_CAME_WITH = "0002"
TAGS_CAME_WITH = "0003"


def upgrade(
    url: str,
    *,
    timeout: float = DEFAULT_TIMEOUT,
    terms: Terms | None = None,
    to: str = schema.CURRENT,
    tag: Callable[[People], None] | None = None,
) -> tuple[str, str]:
    """Lead a database to today's schema; tell from which and to which.

    Args:
        url: as for `open_store`.
        timeout: seconds to wait for others who write.
        terms: gives the stems of a text for the search index; by default the house's own.
        to: another schema than today's, for tests.
        tag: tags people and places as they lie there, where there were no tags yet: part of the upgrade.

    Raises:
        StoreMissing: there is nothing to upgrade.
        StoreNewer: the schema is newer than this program.
        StoreCorrupt: it is damaged, or not ours.
    """
    store = SqlStore(url, timeout=timeout, terms=terms)
    try:
        found = schema_version(store)
        if found is None:
            raise StoreMissing(where=store.where)
        if not found:
            raise StoreCorrupt(where=store.where)
        if found not in schema.VERSIONS:
            raise StoreNewer(found=found, known=schema.CURRENT)
        if found != to:
            store.in_transaction(lambda connection: _lead(connection, found, to, terms, tag))
    finally:
        store.close()
    return found, to


def migrate(connection: Connection, to: str) -> None:
    """Run the migrations that lead to a schema, in the caller's transaction."""
    from alembic import command  # slow to import, and only an upgrade asks for it

    alone(connection)
    command.upgrade(_config(connection), to)


def _lead(
    connection: Connection, found: str, to: str, terms: Terms | None, tag: Callable[[People], None] | None
) -> None:
    if connection.dialect.name == "sqlite":
        # Tables are made anew under the same name; what points to them is checked when they are all there.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    migrate(connection, to)
    if found < SEARCH_CAME_WITH <= to:
        SearchWords(Link(connection), terms).take_up_everything()
    if tag is not None and found < TAGS_CAME_WITH <= to:
        tag(SqlPeople(Link(connection)))


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config
