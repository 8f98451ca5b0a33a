"""How are cases stored: a head that moves, a history that only grows, texts beside it?

One ordinary step is four statements: read the head, move it where it still has the version that was seen, append the
event, append the messages. The history is never read to write it; the chain's end stands on the head.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from lexheller.errors import NotFound, Stale
from lexheller.model.case import Case
from lexheller.model.codes import Role
from lexheller.model.event import Event, Text, moment, stamp
from lexheller.model.people import Viewer
from lexheller.services.ports import Message
from lexheller.storage import tables
from lexheller.storage.lists import cases_between
from lexheller.storage.rows import PROJECTIONS, Row, canonical, case_of, changes_between, head_row, rows_of
from lexheller.storage.search_words import SearchWords
from lexheller.storage.statements import Link, names_of, of_case, prepared

_HEAD: Final = tables.cases.c
_EVENTS: Final = tables.events.c
_TEXTS: Final = tables.texts.c

_BY_NUMBER = select(tables.cases).where(
    _HEAD.federation_id == bindparam("federation"), _HEAD.number == bindparam("number")
)
_BY_KEY = select(tables.cases).where(_HEAD.federation_id == bindparam("federation"), _HEAD.case_id == bindparam("case"))
_LAST_EVENT = (
    select(_EVENTS.version, _EVENTS.step, _EVENTS.actor, _EVENTS.at)
    .where(_EVENTS.federation_id == bindparam("federation"), _EVENTS.case_id == bindparam("case"))
    .order_by(_EVENTS.version.desc())
    .limit(1)
)
_ONE_TEXT = select(_TEXTS.salt, _TEXTS.text).where(
    _TEXTS.federation_id == bindparam("federation"),
    _TEXTS.case_id == bindparam("case"),
    _TEXTS.version == bindparam("in_version"),
    _TEXTS.field == bindparam("in_field"),
)
_TIED = (
    select(func.count())
    .select_from(tables.case_patterns)
    .where(tables.case_patterns.c.pattern_key == bindparam("pattern"))
)
_REPLACE_TEXT = (
    update(tables.texts)
    .where(
        _TEXTS.federation_id == bindparam("federation"),
        _TEXTS.case_id == bindparam("case"),
        _TEXTS.version == bindparam("in_version"),
        _TEXTS.field == bindparam("in_field"),
    )
    .values(salt=bindparam("new_salt"), text=bindparam("new_text"))
)


@cache
def _move(columns: tuple[str, ...], dialect: str) -> str:
    """Give the statement that changes some columns: their values, then federation, case and the version seen."""
    key = {"key_federation": _HEAD.federation_id, "key_case": _HEAD.case_id, "key_version": _HEAD.version}
    move = (
        update(tables.cases)
        .where(*(column == bindparam(name) for name, column in key.items()))
        .values({name: bindparam(f"new_{name}") for name in columns})
    )
    sql, names, _ = prepared(move, dialect)
    assert names == (*(f"new_{name}" for name in columns), *key)  # noqa: S101  # arguments are given in this order
    return sql


@cache
def _next_serial(dialect: str) -> Any:  # noqa: ANN401  # two classes of insert with no type in common
    into = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(tables.registers)
    return (
        into.values(federation_id=bindparam("federation"), year=bindparam("of_year"), last=bindparam("first"))
        .on_conflict_do_update(
            index_elements=["federation_id", "year"], set_={"last": tables.registers.c.last + bindparam("more")}
        )
        .returning(tables.registers.c.last)
    )


_plain_event: Final = attrgetter(
    "federation", "case", "version", "at", "actor", "role", "via", "step", "source", "to", "fields", "texts", "sets",
    "prev", "digest",
)  # fmt: skip


_AT: Final = names_of(tables.events).index("at")


def _json(value: Mapping[str, object]) -> str:
    """Write what is mostly empty: a step without texts, a message without details."""
    return canonical(value) if value else "{}"


def event_row(event: Event) -> Row:
    """Write an event the one way it is stored."""
    federation, case, version, at, actor, role, via, step, source, to, fields, texts, sets, prev, digest = _plain_event(
        event
    )
    return (
        federation, case, version, stamp(at), actor, role.value, via, step, source, to, _json(fields), _json(texts),
        _json(sets), prev, digest,
    )  # fmt: skip


def event_of(row: Row) -> Event:
    """Read what `event_row` wrote."""
    federation, case, version, at, actor, role, via, step, source, to, fields, texts, sets, prev, digest = row
    return Event(
        federation=federation, case=case, version=version, at=moment(at), actor=actor, role=Role(role), via=via,
        step=step, source=source, to=to, fields=json.loads(fields), texts=json.loads(texts), sets=json.loads(sets),
        prev=prev, digest=digest,
    )  # fmt: skip


def federation_of(number: str) -> str:
    """Give the federation that a register number opens with."""
    return number.rsplit("-", 2)[0]


class SqlCases:
    """Cases in a database; fills `ports.Cases`."""

    def __init__(self, link: Link, search: SearchWords, connection: Callable[[], Connection]) -> None:
        self._link = link
        self._search = search
        self._connection = connection
        self.words_replaced = False

    def find(self, number: str) -> Case | None:
        """Read a head by register number."""
        if "\0" in number:  # which PostgreSQL does not even look for
            return None
        row = self._link.one(_BY_NUMBER, federation=federation_of(number), number=number)
        return case_of(row) if row else None

    def get(self, federation: str, case: str) -> Case | None:
        """Read a head by key."""
        row = self._link.one(_BY_KEY, federation=federation, case=case)
        return case_of(row) if row else None

    def add(self, case: Case, event: Event, texts: Iterable[Text], messages: Iterable[Message]) -> None:
        """Store a new case with its first event."""
        self._link.append(tables.cases, [head_row(case)])
        for name, (_, work_out) in PROJECTIONS.items():
            self._link.append(tables.metadata.tables[name], work_out(case))
        self._append(case, event, tuple(texts), messages)

    def save(self, old: Case, new: Case, event: Event, texts: Iterable[Text], messages: Iterable[Message]) -> None:
        """Move a case from `old` to `new` with the event that did it.

        Raises:
            Stale: the stored version is no longer `old.version`; nothing was written.
        """
        changes = changes_between(old, new)
        moved = self._link.driver.execute(
            _move(changes.columns, self._link.dialect), (*changes.values, old.federation, old.id, old.version)
        )
        if moved.rowcount != 1:
            raise self._stale(old)
        for name, rows in changes.tables.items():
            table = tables.metadata.tables[name]
            self._link.run(of_case(table)[1], federation=old.federation, case=old.id)
            self._link.append(table, rows)
        self._append(new, event, tuple(texts), messages)

    def _append(self, case: Case, event: Event, texts: tuple[Text, ...], messages: Iterable[Message]) -> None:
        row = event_row(event)
        self._link.append(tables.events, (row,))
        if texts:
            rows = [(case.federation, case.id, text.version, text.field, text.salt, text.text) for text in texts]
            self._link.append(tables.texts, rows)
            self._search.follow(case, texts)
        at = row[_AT]
        told = [
            (case.federation, case.id, event.version, place, m.topic, m.to, _json(m.payload), at, None)
            for place, m in enumerate(messages)
        ]
        if told:
            self._link.append(tables.outbox, told)

    def _stale(self, old: Case) -> Stale:
        last = self._link.one(_LAST_EVENT, federation=old.federation, case=old.id)
        version, step, actor, at = last or (0, "", "", "")
        return Stale(number=old.number, seen=old.version, now=version, step=step, actor=actor, at=at)

    def texts(self, federation: str, case: str) -> tuple[Text, ...]:
        """Read every text of a case, by version and field."""
        rows = self._link.all(of_case(tables.texts)[0], federation=federation, case=case)
        return tuple(Text(version, field, salt, text) for _, _, version, field, salt, text in rows)

    def text(self, federation: str, case: str, version: int, field: str) -> Text | None:
        """Read one text."""
        row = self._link.one(_ONE_TEXT, federation=federation, case=case, in_version=version, in_field=field)
        return Text(version, field, *row) if row else None

    def replace_text(self, federation: str, case: str, text: Text) -> None:
        """Put another text in the place of (version, field); the search index follows.

        Raises:
            NotFound: there is no text in that place.
        """
        done = self._link.run(
            _REPLACE_TEXT, federation=federation, case=case, in_version=text.version, in_field=text.field,
            new_salt=text.salt, new_text=text.text,
        )  # fmt: skip
        if done.rowcount != 1:
            raise NotFound(what="text", name=f"{text.version}/{text.field}")
        self._search.replace(federation, case, text)
        self.words_replaced = True

    def events(self, federation: str, case: str) -> tuple[Event, ...]:
        """Read the whole history of a case, in order."""
        rows = self._link.all(of_case(tables.events)[0], federation=federation, case=case)
        return tuple(event_of(row) for row in rows)

    def between(self, viewer: Viewer, first: date, last: date) -> tuple[Case, ...]:
        """List the cases of some days that a viewer may see; undone imports and doubles are left out."""
        return cases_between(self._connection(), viewer, first, last)

    def tied(self, pattern: str) -> int:
        """Count the cases, of any federation, that are tied to a pattern."""
        return int((self._link.one(_TIED, pattern=pattern) or (0,))[0])

    def next_serial(self, federation: str, year: int) -> int:
        """Allot the next running number of a year, inside this transaction."""
        row = self._link.one(_next_serial(self._link.dialect), federation=federation, of_year=year, first=1, more=1)
        return int(row[0]) if row else 0


def stored_rows(link: Link, federation: str, case: str) -> dict[str, tuple[Row, ...]]:
    """Read every row that is stored of a head, as `rows_of` works them out, for `verify` to hold them together."""
    return {
        name: tuple(link.all(of_case(tables.metadata.tables[name])[0], federation=federation, case=case))
        for name in ("cases", *PROJECTIONS)
    }


def worked_out_rows(case: Case) -> dict[str, tuple[Row, ...]]:
    """Work out every row of a head, in the order in which `stored_rows` reads them."""
    return {name: tuple(sorted(rows)) if name in PROJECTIONS else rows for name, rows in rows_of(case).items()}
