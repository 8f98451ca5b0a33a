"""How does an empty database become ours, and how do we know which of our schemas one has?

`create` makes today's schema in one go; `migrations/` leads every older one here. Tests hold both ways against each
other. What SQLAlchemy's tables cannot say stands here: the triggers that keep history, and the search index.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, inspect, text

from lexheller.storage import door_tables

VERSION_TABLE: Final = "schema_version"
VERSIONS: Final = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
"""Every schema there has been, oldest first; the names of the files in migrations/versions."""
CURRENT: Final = VERSIONS[-1]

_SQLITE = (
    *(
        f"CREATE TRIGGER events_no_{verb.lower()} BEFORE {verb} ON events "
        "BEGIN SELECT RAISE(ABORT, 'history is appended, never edited'); END"
        for verb in ("UPDATE", "DELETE")
    ),
    # å, ä and ö are letters of their own: with its default, `vard` would find `vård`.
    """CREATE VIRTUAL TABLE words_index USING fts5(
    terms, content='words', content_rowid='document', tokenize="unicode61 remove_diacritics 0")""",
)

_POSTGRESQL = (
    """CREATE FUNCTION refuse_edit() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'history is appended, never edited'; END $$""",
    "CREATE TRIGGER events_no_edit BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_edit()",
    "CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit()",
    "ALTER TABLE words ADD COLUMN found tsvector GENERATED ALWAYS AS (to_tsvector('simple', terms)) STORED",
    "CREATE INDEX ix_words_found ON words USING gin (found)",
)


def extras(dialect: str) -> tuple[str, ...]:
    """Give the statements that come after the tables, by the name of the database's dialect."""
    return _SQLITE if dialect == "sqlite" else _POSTGRESQL


def create(connection: Connection) -> None:
    """Make today's schema in an empty database, in the caller's transaction."""
    door_tables.metadata.create_all(connection, checkfirst=False)
    for statement in extras(connection.dialect.name):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"""CREATE TABLE {VERSION_TABLE} (
        version_num VARCHAR(32) NOT NULL,
        CONSTRAINT {VERSION_TABLE}_pkc PRIMARY KEY (version_num)
    )""")
    connection.execute(text(f"INSERT INTO {VERSION_TABLE} VALUES (:version)"), {"version": CURRENT})  # noqa: S608  # our own word


def version(connection: Connection) -> str | None:
    """Read which schema a database has; "" for tables that are not ours, None for no tables at all."""
    names = inspect(connection).get_table_names()
    if VERSION_TABLE not in names:
        return "" if names else None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one_or_none()  # noqa: S608  # our own word
    return str(found or "")
