"""How does a statement reach the database without being built anew each time?

A statement is a SQLAlchemy expression, compiled once per kind of database to text and the order of its arguments, and
then handed to the driver itself: a step costs little more than the driver's own work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from sqlalchemy import Delete, Insert, Select, Table, Update, bindparam, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.engine import Dialect

Arguments = Mapping[str, Any]
Row = tuple[Any, ...]
Statement = Select[Any] | Insert | Update | Delete


class Cursor(Protocol):
    """What both drivers' cursors can do."""

    @property
    def rowcount(self) -> int:
        """How many rows a statement touched."""

    def fetchone(self) -> Row | None:
        """Take one row."""

    def fetchall(self) -> list[Row]:
        """Take all rows."""


class _Driver(Protocol):
    """What both drivers' connections can do."""

    def execute(self, sql: str, arguments: Sequence[Any]) -> Cursor: ...

    def cursor(self) -> Any: ...  # noqa: ANN401  # the drivers' cursors have no type in common


class Prepared(NamedTuple):
    """A statement as text, and what puts its arguments in order."""

    sql: str
    names: tuple[str, ...]
    order: Callable[[Arguments], Row]


@cache
def _dialect(name: str) -> Dialect:
    if name == "sqlite":
        return SQLiteDialect_pysqlite()
    return PGDialect_psycopg(paramstyle="format")  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped


@cache
def prepared(statement: Statement, dialect: str, columns: tuple[str, ...] | None = None) -> Prepared:
    """Compile a statement for a kind of database.

    Args:
        statement: the expression; the same object each time, since it is what the text is remembered by.
        dialect: "sqlite" or "postgresql".
        columns: the columns that an insert fills, where it does not say.
    """
    compiled = statement.compile(dialect=_dialect(dialect), column_keys=list(columns) if columns else None)
    names = tuple(compiled.positiontup or ())
    return Prepared(str(compiled), names, _order(names, compiled.params))


def _order(names: tuple[str, ...], fixed: Mapping[str, Any]) -> Callable[[Arguments], Row]:
    """Give what puts arguments in order; those that the statement itself brings are filled in."""
    own = {name: value for name, value in fixed.items() if value is not None}
    if own:
        return lambda given: tuple(given[name] if name in given else own[name] for name in names)
    if len(names) == 1:
        only = names[0]
        return lambda given: (given[only],)
    return cast("Callable[[Arguments], Row]", itemgetter(*names)) if names else lambda _given: ()


def names_of(table: Table) -> tuple[str, ...]:
    """Name a table's columns in order."""
    return tuple(column.name for column in table.c)


@cache
def _append(table: Table, dialect: str) -> str:
    # All columns in the table's order: rows are plain tuples and need no putting in order.
    return prepared(insert(table), dialect, names_of(table)).sql


@cache
def _put(table: Table, dialect: str) -> str:
    into = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(table)
    key = [column.name for column in table.primary_key]
    rest = {name: into.excluded[name] for name in names_of(table) if name not in key}
    return prepared(into.on_conflict_do_update(index_elements=key, set_=rest), dialect, names_of(table)).sql


@cache
def _append_new(table: Table, dialect: str) -> str:
    into = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(table)
    return prepared(into.on_conflict_do_nothing(), dialect, names_of(table)).sql


@cache
def of_case(table: Table) -> tuple[Select[Any], Delete]:
    """Give the statements that read and empty what a table holds of one case."""
    mine = (table.c.federation_id == bindparam("federation"), table.c.case_id == bindparam("case"))
    key = [column for column in table.primary_key if column.name not in {"federation_id", "case_id"}]
    return select(table).where(*mine).order_by(*key), delete(table).where(*mine)


class Link:
    """The driver's connection of one transaction, and the statements of ours that go to it.

    Args:
        connection: SQLAlchemy's; what we run goes to the driver beneath it.
    """

    __slots__ = ("dialect", "driver")

    def __init__(self, connection: Connection) -> None:
        self.driver = cast("_Driver", connection.connection.driver_connection)
        self.dialect = connection.dialect.name

    @classmethod
    def to(cls, driver: Any, dialect: str) -> Link:  # noqa: ANN401  # the drivers' classes have no base
        """Link to a driver's connection itself: steps never need SQLAlchemy's around it."""
        link = cls.__new__(cls)
        link.driver, link.dialect = driver, dialect
        return link

    def run(self, statement: Statement, **arguments: Any) -> Cursor:  # noqa: ANN401  # whatever columns hold
        """Run a statement with its arguments by name."""
        sql, _, order = prepared(statement, self.dialect)
        return self.driver.execute(sql, order(arguments))

    def one(self, statement: Statement, **arguments: Any) -> Row | None:  # noqa: ANN401  # whatever columns hold
        """Run a statement and take its first row."""
        return self.run(statement, **arguments).fetchone()

    def all(self, statement: Statement, **arguments: Any) -> list[Row]:  # noqa: ANN401  # whatever columns hold
        """Run a statement and take all its rows."""
        return self.run(statement, **arguments).fetchall()

    def append(self, table: Table, rows: Sequence[Row]) -> None:
        """Insert rows, all columns in the table's order."""
        if len(rows) == 1:
            self.driver.execute(_append(table, self.dialect), rows[0])
        elif rows:
            self.driver.cursor().executemany(_append(table, self.dialect), rows)

    def put(self, table: Table, row: Row) -> None:
        """Insert a row, or replace the one with its key."""
        self.driver.execute(_put(table, self.dialect), row)

    def append_new(self, table: Table, row: Row) -> bool:
        """Insert a row unless its key is taken; tell whether it was free."""
        return self.driver.execute(_append_new(table, self.dialect), row).rowcount == 1
