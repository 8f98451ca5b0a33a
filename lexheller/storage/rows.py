"""How does a case become rows, and how does its row become a case again?

Every column of `cases` and of the tables under it is worked out here from a `Case`, so that `verify` can fold a case's
history, work its rows out again and hold them against what is stored. What no column holds goes into `rest`.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache, lru_cache
from operator import attrgetter, itemgetter
from typing import Any, Final

from lexheller.model import codec
from lexheller.model.case import Case
from lexheller.model.event import moment, stamp
from lexheller.storage import tables

Row = tuple[Any, ...]

canonical: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""Write a JSON value the one way it is stored."""

# --- the head -----------------------------------------------------------------------------------------

_KEY: Final = {"federation_id": "federation", "case_id": "id"}

_WORKED_OUT: Final[dict[str, tuple[tuple[str, ...], Callable[[Case], Any]]]] = {
    "submitter_org": (("submitted",), lambda c: c.submitted.submitter_org),
    "recurring": (("submitted",), lambda c: c.submitted.recurring),
    "agreement": (("submitted",), lambda c: c.submitted.agreement),
    "own_workplace": (("submitted", "partners"), lambda c: int(c.own_workplace)),
    "attested": (("shared_version", "attested_version"), lambda c: int(c.attested)),
    "shown": (
        ("shared_version", "attested_version", "blocked", "void", "outcome"),
        lambda c: int(c.shown),
    ),
    "level": (("level", "provisional_level"), lambda c: c.level or c.provisional_level),
    "provisional": (("level", "provisional_level"), lambda c: int(c.level is None and c.provisional_level is not None)),
}
"""Columns that hold no attribute of their own, with the attributes they follow from."""


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def _same(value: Any) -> Any:  # noqa: ANN401  # whatever the column holds
    return value


def _optional(turn: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else turn(value)


def _plain(word: StrEnum) -> str:
    return word.value


def _column(name: str, hint: Any) -> _Column:  # noqa: ANN401  # a type hint has no type
    optional = typing.get_origin(hint) in {typing.Union, types.UnionType}
    kind = next(a for a in typing.get_args(hint) if a is not types.NoneType) if optional else hint
    write: Callable[[Any], Any] = _same
    read: Callable[[Any], Any] = _same
    if kind is bool:
        write, read = int, bool
    elif issubclass(kind, StrEnum):
        write, read = _plain, kind
    elif issubclass(kind, datetime):
        write, read = stamp, moment
    elif issubclass(kind, date):
        write, read = date.isoformat, date.fromisoformat
    if optional and write is not _same:
        write, read = _optional(write), _optional(read)
    return _Column(name, write, read)


_HINTS: Final = typing.get_type_hints(Case)
_COLUMNS: Final = tuple(column.name for column in tables.cases.c)
_HELD: Final = {
    attribute: _column(name, _HINTS[attribute])
    for name in _COLUMNS
    if name != "rest" and name not in _WORKED_OUT
    for attribute in (_KEY.get(name, name),)
}
"""The attributes that have a column to themselves."""

_ATTRIBUTES: Final = tuple(item.name for item in fields(Case))

_FOLLOWS: Final = {
    attribute: tuple(
        dict.fromkeys(
            (
                *((_HELD[attribute].name,) if attribute in _HELD else ("rest",)),
                *(name for name, (sources, _) in _WORKED_OUT.items() if attribute in sources),
            )
        )
    )
    for attribute in _ATTRIBUTES
}
"""Which columns change with an attribute."""

HEAD_COLUMNS: Final = _COLUMNS


def _default(item: Any) -> Any:  # noqa: ANN401  # a field of a dataclass, and its default
    return item.default if item.default is not MISSING else item.default_factory()


_REST: Final = tuple((item.name, _default(item)) for item in fields(Case) if item.name not in _HELD)


def _rest(case: Case) -> str:
    found = {}
    for name, default in _REST:
        value = getattr(case, name)
        if value is not default and value != default:
            found[name] = codec.encode(value)
    return canonical(found)


def _writer(name: str) -> Callable[[Case], Any]:
    """Give what works out one column of `cases`."""
    if name == "rest":
        return _rest
    if name in _WORKED_OUT:
        work_out = _WORKED_OUT[name][1]

        def plain(case: Case) -> Any:  # noqa: ANN401  # whatever the column holds
            value = work_out(case)
            return value.value if isinstance(value, StrEnum) else value

        return plain
    attribute = _KEY.get(name, name)
    get, write = attrgetter(attribute), _HELD[attribute].write
    return get if write is _same else lambda case: write(get(case))


_WRITERS: Final = {name: _writer(name) for name in _COLUMNS}


def head_row(case: Case) -> Row:
    """Work out the row of `cases`, in the order of its columns."""
    return tuple(write(case) for write in _WRITERS.values())


_PLACES: Final = {attribute: _COLUMNS.index(column.name) for attribute, column in _HELD.items()}
_REST_PLACE: Final = _COLUMNS.index("rest")
_PLAIN: Final = tuple(attribute for attribute, column in _HELD.items() if column.read is _same)
_plain_values: Final = itemgetter(*(_PLACES[attribute] for attribute in _PLAIN))
# What is None or False by default need not be read where it is so: most of a head is.
_EMPTY: Final = {item.name for item in fields(Case) if item.default is None or item.default is False}
_TURNED: Final = tuple(
    (_PLACES[attribute], attribute, column.read, attribute in _EMPTY)
    for attribute, column in _HELD.items()
    if column.read is not _same
)


_FIXED: Final = {item.name: item.default for item in fields(Case)}
_MADE: Final = {item.name: item.default_factory for item in fields(Case) if item.default_factory is not MISSING}


@lru_cache(maxsize=512)
def _rest_of(rest: str) -> dict[str, Any]:
    """Read the attributes without a column; a case is read many times between two changes of them."""
    return codec.decode_fields(Case, json.loads(rest))


def case_of(row: Sequence[Any]) -> Case:
    """Read a row of `cases`, all columns in order, back into the head it was worked out from."""
    found: dict[str, Any] = _FIXED.copy()
    found.update(zip(_PLAIN, _plain_values(row), strict=True))
    for place, name, read, may_be_left_out in _TURNED:
        value = row[place]
        if value or not may_be_left_out:
            found[name] = read(value)
    for name, make in _MADE.items():
        found[name] = make()
    rest = row[_REST_PLACE]
    if rest != "{}":
        found.update(_rest_of(rest))
    # A head has some seventy attributes; set one by one, as its class does, they would be felt in every step.
    case = object.__new__(Case)
    case.__dict__.update(found)
    return case


# --- what hangs on the head -----------------------------------------------------------------------------


def _each(case: Case, values: Sequence[str]) -> tuple[Row, ...]:
    return tuple((case.federation, case.id, str(value)) for value in dict.fromkeys(values))


def _referrals(case: Case) -> tuple[Row, ...]:
    return tuple(
        (
            case.federation,
            case.id,
            r.id,
            r.recipient,
            codec.encode(r.partner),
            r.purpose.value,
            r.sent.isoformat(),
            codec.encode(r.due),
            r.rule,
            r.rule_version,
            canonical(codec.encode(r.facts)),
            r.state.value,
            codec.encode(r.closed),
            r.version,
            codec.encode(r.whose),
            codec.encode(r.waits_for),
            int(r.asked),
        )
        for r in case.referrals
    )


def _measures(case: Case) -> tuple[Row, ...]:
    return tuple(
        (
            case.federation,
            case.id,
            m.id,
            m.owner,
            m.due.isoformat(),
            m.version,
            m.state.value,
            canonical(codec.encode(m.joint)),
        )
        for m in case.measures
    )


PROJECTIONS: Final[Mapping[str, tuple[str, Callable[[Case], tuple[Row, ...]]]]] = {
    "case_partners": ("partners", lambda c: _each(c, [p.value for p in c.partners])),
    "case_groups": ("groups", lambda c: _each(c, c.groups)),
    "case_themes": ("themes", lambda c: _each(c, c.themes)),
    "case_patterns": ("patterns", lambda c: _each(c, c.patterns)),
    "referrals": ("referrals", _referrals),
    "measures": ("measures", _measures),
}
"""The tables under `cases`: the attribute each follows from, and its rows in the order of the table's columns."""


def rows_of(case: Case) -> dict[str, tuple[Row, ...]]:
    """Work out every row that a head has, by table; each row in the order of the table's columns."""
    found: dict[str, tuple[Row, ...]] = {"cases": (head_row(case),)}
    for name, (_, work_out) in PROJECTIONS.items():
        found[name] = work_out(case)
    return found


# --- what a step changes ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between the rows of two heads of one case.

    Args:
        columns: those of `cases`, in the table's order; `values` are what they become.
        tables: new rows, all of them, for each table under it that differs.
    """

    columns: tuple[str, ...]
    values: Row
    tables: Mapping[str, tuple[Row, ...]]


@cache
def _touched(names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Callable[[Case], Any], ...], tuple[str, ...]]:
    """Give the columns that follow from attributes, what works them out, and the tables that follow."""
    wanted = {column for name in names for column in _FOLLOWS[name]}
    columns = tuple(column for column in _COLUMNS if column in wanted)
    under = tuple(table for table, (attribute, _) in PROJECTIONS.items() if attribute in names)
    return columns, tuple(_WRITERS[column] for column in columns), under


def changes_between(old: Case, new: Case) -> Changes:
    """Work out what to write so that the rows of `old` become those of `new`."""
    before = old.__dict__
    names = tuple([name for name, now in new.__dict__.items() if now is not before[name] and now != before[name]])
    columns, writers, under = _touched(names)
    values = tuple(write(new) for write in writers)
    return Changes(columns, values, {table: PROJECTIONS[table][1](new) for table in under} if under else _NONE)


_NONE: Final[Mapping[str, tuple[Row, ...]]] = {}
