"""Does an older database become today's with everything in it, and is one that cannot refused?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import text

from lexheller.errors import StoreCorrupt, StoreMissing, StoreNewer, StoreOlder
from lexheller.storage import open_store, schema, tables
from lexheller.storage.rows import head_row
from lexheller.storage.statements import Link
from lexheller.storage.unit_of_work import SqlStore
from lexheller.storage.upgrading import migrate, upgrade
from tests.storage.factories import a_text, moved, new_case, terms

if TYPE_CHECKING:
    from sqlalchemy import Connection


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest, sqlite_url: str) -> str:
    """Return the URL of a database without tables."""
    if request.param == "postgres":
        found: str = request.getfixturevalue("postgres_database")
        return found
    Path(sqlite_url.removeprefix("sqlite:///")).touch()
    return sqlite_url


def at_schema(url: str, version: str) -> SqlStore:
    store = SqlStore(url, terms=terms)
    store.in_transaction(lambda connection: migrate(connection, version))
    return store


_PARTS = r",\s*\n|,\s+(?=\w+ (?:INTEGER|TEXT))|\(\s*\n|\n\s*\)"
"""Between the parts of a table; a column that was added later stands on the line of the one before it."""


def shape(connection: Connection) -> dict[str, Any]:
    """Describe everything in a database's schema, whatever order it was made in."""
    if connection.dialect.name == "sqlite":
        found: dict[str, Any] = {}
        for kind, name, sql in connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master"):
            if kind == "table":
                found[name] = [
                    connection.exec_driver_sql(f"PRAGMA table_xinfo({name})").all(),
                    sorted(row[2:] for row in connection.exec_driver_sql(f"PRAGMA foreign_key_list({name})")),
                    sorted(row[1:] for row in connection.exec_driver_sql(f"PRAGMA index_list({name})")),
                    sorted("".join(part.split()) for part in re.split(_PARTS, sql)),
                ]
            else:
                found[name] = " ".join((sql or "").split())
        return found
    asks = {
        "columns": "SELECT table_name, column_name, ordinal_position, data_type, collation_name, is_nullable, "
        "generation_expression FROM information_schema.columns WHERE table_schema = 'public'",
        "indexes": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
        "constraints": "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid <> 0 "
        "AND connamespace = 'public'::regnamespace",
        "triggers": "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    }
    return {name: sorted(connection.exec_driver_sql(ask).all(), key=str) for name, ask in asks.items()}


def test_every_migration_is_known_by_name_in_order() -> None:
    folder = ScriptDirectory(str(Path(schema.__file__).parent / "migrations"))
    assert tuple(reversed([script.revision for script in folder.walk_revisions()])) == schema.VERSIONS


def test_migrations_lead_to_the_schema_that_is_made_at_once(empty_url: str, tmp_path: Path) -> None:
    migrated = at_schema(empty_url, "head")
    with_migrations = migrated.in_transaction(shape, writing=False)
    if migrated.place:
        at_once = open_store(f"sqlite:///{tmp_path / 'other.db'}", create=True)
    else:
        migrated.in_transaction(lambda c: c.exec_driver_sql("DROP SCHEMA public CASCADE"))
        migrated.in_transaction(lambda c: c.exec_driver_sql("CREATE SCHEMA public"))
        at_once = open_store(empty_url, create=True)
    assert with_migrations == at_once.in_transaction(shape, writing=False)
    migrated.close()
    at_once.close()


def test_the_first_schema_is_upgraded_with_its_rows(empty_url: str) -> None:
    first = at_schema(empty_url, "0001")
    texts = (a_text("title", "Mellan stolarna"), a_text("what_happened", "Vården väntar på intyget."))
    case, event = new_case(texts=texts)

    def fill(connection: Connection) -> None:
        link = Link(connection)
        link.append(tables.cases, [head_row(case)])
        link.append(tables.texts, [("GBG", "case-1", 1, t.field, t.salt, t.text) for t in texts])
        link.append(tables.registers, [("GBG", 2026, 1)])

    first.in_transaction(fill)
    first.write(lambda uow: uow.notes.put_value("installation", "x"))
    first.close()
    with pytest.raises(StoreOlder) as refused:
        open_store(empty_url)
    assert refused.value.data == {"found": "0001", "known": schema.CURRENT}

    assert upgrade(empty_url, terms=terms) == ("0001", schema.CURRENT)

    store = open_store(empty_url, terms=terms)
    assert store.read(lambda uow: uow.cases.find(case.number)) == case
    assert store.read(lambda uow: uow.cases.texts("GBG", "case-1")) == texts
    assert store.write(lambda uow: uow.cases.next_serial("GBG", 2026)) == 2
    assert store.read(lambda uow: uow.notes.value("installation")) == "x"
    found = store.in_transaction(lambda c: c.execute(text("SELECT kind, terms FROM words")).all())
    assert found == [("received", "mellan stolarna vården väntar på intyget")]
    store.write(lambda uow: uow.codes.put(b"code", "GBG", "case-1"))
    assert event.version == 1
    moved(store, case, "open_dialogue", to="dialogue")
    store.close()


def test_todays_schema_needs_no_upgrade(sql_store: SqlStore) -> None:
    assert upgrade(sql_store.url) == (schema.CURRENT, schema.CURRENT)


def test_a_newer_schema_is_refused(sql_store: SqlStore) -> None:
    sql_store.in_transaction(lambda c: c.exec_driver_sql(f"UPDATE {schema.VERSION_TABLE} SET version_num = '9999'"))
    for use in (open_store, upgrade):
        with pytest.raises(StoreNewer) as refused:
            use(sql_store.url)
        assert refused.value.data == {"found": "9999", "known": schema.CURRENT}


def test_an_empty_database_is_no_database_yet(empty_url: str) -> None:
    for use in (open_store, upgrade):
        with pytest.raises(StoreMissing):
            use(empty_url)


def test_tables_of_somebody_else_are_refused(empty_url: str) -> None:
    other = SqlStore(empty_url)
    other.in_transaction(lambda c: c.exec_driver_sql("CREATE TABLE recipes (name TEXT)"))
    other.close()
    for use in (open_store, upgrade):
        with pytest.raises(StoreCorrupt):
            use(empty_url)
    with pytest.raises(StoreCorrupt):
        open_store(empty_url, create=True)


def test_a_failed_upgrade_leaves_the_old_schema(empty_url: str) -> None:
    first = at_schema(empty_url, "0001")
    case, _ = new_case()
    first.in_transaction(lambda c: Link(c).append(tables.cases, [head_row(case)]))
    first.in_transaction(
        lambda c: Link(c).append(tables.texts, [("GBG", "case-1", 1, "title", "00", "Mellan stolarna")])
    )
    first.close()

    def broken(_text: str) -> list[str]:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        upgrade(empty_url, terms=broken)
    with pytest.raises(StoreOlder):
        open_store(empty_url)
    assert upgrade(empty_url, terms=terms) == ("0001", schema.CURRENT)
