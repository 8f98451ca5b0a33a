"""What lies in the database, exactly as it lies there? Everything that `verify` looks at, a few cases at a time.

All of it is read in one transaction that sees one moment, so that what others write meanwhile is no fault.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Final, TypeVar, cast

from sqlalchemy import Connection, Select, Table, bindparam, func, select, text, tuple_

from lexheller.model.case import Case
from lexheller.model.event import Event, Text
from lexheller.model.sealed import Sealed
from lexheller.services.beside import Beside, Sent
from lexheller.services.tags import Thing, everything
from lexheller.services.verifying import Record
from lexheller.storage import people_tables, tables
from lexheller.storage.cases import event_of, event_row, worked_out_rows
from lexheller.storage.people import SqlPeople
from lexheller.storage.rows import PROJECTIONS, Row
from lexheller.storage.statements import Link, names_of
from lexheller.storage.unit_of_work import SqlStore

T = TypeVar("T")
Key = tuple[str, str]
AT_A_TIME: Final = 200

_HANGING: Final = tuple(
    table for table in tables.metadata.sorted_tables if table is not tables.cases and "case_id" in table.c
)
"""The tables whose rows belong to a case."""

_EVENT_DIGEST = select(tables.events.c.digest).where(
    tables.events.c.federation_id == bindparam("federation"),
    tables.events.c.case_id == bindparam("case"),
    tables.events.c.version == bindparam("of_version"),
)
_NUMBER = select(tables.cases.c.number).where(
    tables.cases.c.federation_id == bindparam("federation"), tables.cases.c.case_id == bindparam("case")
)
_BESIDE: Final = (tables.codes, tables.receipts, tables.outbox, tables.seen)
"""The tables whose rows the history vouches for."""
_TAGS = select(people_tables.tags).order_by(*people_tables.tags.primary_key)
_REGISTERS = select(tables.registers)
_NEWEST = select(
    tables.cases.c.federation_id, tables.cases.c.case_id, tables.cases.c.version, tables.cases.c.head
).order_by(tables.cases.c.federation_id, tables.cases.c.case_id)
_KEYS = select(tables.contacts.c.key_id).distinct().order_by(tables.contacts.c.key_id)
_LAST_EVENT = select(func.max(tables.events.c.at))


def inspected(store: SqlStore, work: Callable[[SqlInspection], T]) -> T:
    """Do work on a look at everything stored, at one moment.

    Raises:
        StoreUnusable: the database cannot be used.
    """

    def look(connection: Connection) -> T:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
        return work(SqlInspection(connection))

    return store.in_transaction(look, writing=False)


class SqlInspection:
    """A look at a database; fills `services.verifying.Inspection`."""

    def __init__(self, connection: Connection) -> None:
        self._link = Link(connection)

    def records(self) -> Iterator[Record]:
        """Read case after case, a few at a time."""
        after: Key = ("", "")
        while heads := self._page(after):
            first, after = heads[0][:2], heads[-1][:2]
            beside = {
                table.name: self._between(table, first, after)
                for table in (tables.events, tables.texts, tables.contacts, *_BESIDE, *map(_table, PROJECTIONS))
            }
            for head in heads:
                yield _record(head, {name: rows.get(head[:2], ()) for name, rows in beside.items()})

    def _page(self, after: Key) -> list[Row]:
        return self._link.all(_heads(), federation=after[0], case=after[1], at_most=AT_A_TIME)

    def _between(self, table: Table, first: Key, last: Key) -> Mapping[Key, tuple[Row, ...]]:
        found: dict[Key, list[Row]] = defaultdict(list)
        names = names_of(table)
        key = cast("Callable[[Row], Key]", itemgetter(names.index("federation_id"), names.index("case_id")))
        for row in self._link.all(_range(table), federation=first[0], case=first[1], end=last[0], end_case=last[1]):
            found[key(row)].append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    def differing(self, record: Record, case: Case) -> Iterator[str]:
        """Name the columns and tables whose stored rows are not those of this head."""
        for name, wanted in worked_out_rows(case).items():
            stored = record.rows[name]
            columns = names_of(_table(name))
            if len(stored) != len(wanted):
                yield name
                continue
            unlike = {
                column
                for row, other in zip(stored, wanted, strict=True)
                for column, mine, its in zip(columns, row, other, strict=True)
                if mine != its
            }
            yield from (f"{name}.{column}" for column in columns if column in unlike)

    def strays(self) -> Iterator[tuple[str, str, str]]:
        """List (table, federation, case) of rows whose case is not there."""
        for table in _HANGING:
            for federation, case in self._link.all(_strays(table)):
                yield table.name, federation, case

    def things(self) -> Iterator[Thing]:
        """List every person, place, group and pattern."""
        return everything(SqlPeople(self._link))

    def tags(self) -> Iterator[tuple[tuple[str, str, str], str]]:
        """List the tags that were stored with them, by key."""
        yield from ((row[:3], row[3]) for row in self._link.all(_TAGS))

    def registers(self) -> Mapping[tuple[str, int], int]:
        """Give the last number allotted, by federation and year."""
        return {(federation, year): last for federation, year, last in self._link.all(_REGISTERS)}

    def digest(self, federation: str, case: str, version: int) -> str | None:
        """Give the stored digest of one event."""
        row = self._link.one(_EVENT_DIGEST, federation=federation, case=case, of_version=version)
        return str(row[0]) if row else None

    def number(self, federation: str, case: str) -> str:
        """Give a case's register number, "" when it is not there."""
        row = self._link.one(_NUMBER, federation=federation, case=case)
        return str(row[0]) if row else ""

    def newest(self) -> Iterator[tuple[str, str, int, str]]:
        """List (federation, case, version, digest) of the newest event of every case, for a checkpoint."""
        yield from ((row[0], row[1], row[2], row[3]) for row in self._link.all(_NEWEST))

    def last_event(self) -> str:
        """Give the stamp of the latest event of all, "" without any."""
        row = self._link.one(_LAST_EVENT)
        return str(row[0]) if row and row[0] else ""

    def wrapping_keys(self) -> tuple[str, ...]:
        """Name every key that a contact is wrapped by."""
        return tuple(str(row[0]) for row in self._link.all(_KEYS))


# --- statements -----------------------------------------------------------------------------------------


def _table(name: str) -> Table:
    return tables.metadata.tables[name]


@cache
def _heads() -> Select[tuple[object, ...]]:
    after = tuple_(bindparam("federation"), bindparam("case"))
    key = tables.cases.c.federation_id, tables.cases.c.case_id
    return select(tables.cases).where(tuple_(*key) > after).order_by(*key).limit(bindparam("at_most"))


@cache
def _range(table: Table) -> Select[tuple[object, ...]]:
    key = tuple_(table.c.federation_id, table.c.case_id)
    first = tuple_(bindparam("federation"), bindparam("case"))
    last = tuple_(bindparam("end"), bindparam("end_case"))
    return select(table).where(key >= first, key <= last).order_by(*table.primary_key)


@cache
def _strays(table: Table) -> Select[tuple[str, str]]:
    there = (
        select(tables.cases.c.case_id)
        .where(tables.cases.c.federation_id == table.c.federation_id, tables.cases.c.case_id == table.c.case_id)
        .exists()
    )
    key = table.c.federation_id, table.c.case_id
    return select(*key).where(~there).distinct().order_by(*key)


# --- rows into values -------------------------------------------------------------------------------------


def _record(head: Row, beside: Mapping[str, Sequence[Row]]) -> Record:
    unreadable: list[tuple[str, int]] = []
    events = []
    for row in beside["events"]:
        event = _event(row)
        if event is None:
            unreadable.append(("events", row[2]))
        else:
            events.append(event)
    return Record(
        federation=head[0],
        case=head[1],
        number=head[names_of(tables.cases).index("number")],
        events=tuple(events),
        texts=tuple(Text(*row[2:]) for row in beside["texts"]),
        contact=Sealed(*beside["contacts"][0][2:]) if beside["contacts"] else None,
        beside=Beside(
            codes=tuple(row[0] for row in beside["codes"]),
            receipts=tuple((key, digest, at, again) for _, key, digest, _, at, again in beside["receipts"]),
            outbox=tuple(Sent(*row[2:8]) for row in beside["outbox"]),
            seen=tuple((what, day) for _, _, what, day in beside["seen"]),
        ),
        unreadable=tuple(unreadable),
        rows={"cases": (head,), **{name: tuple(beside[name]) for name in PROJECTIONS}},
    )


def _event(row: Row) -> Event | None:
    """Read an event back, None where it is not exactly what we would have written."""
    try:
        event = event_of(row)
        held = all(isinstance(part, Mapping) for part in (event.fields, event.texts, event.sets))
        return event if held and event_row(event) == row else None
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
