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
from operator import attrgetter
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
_every: Final = attrgetter(*_ATTRIBUTES)

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


def _write(case: Case, name: str) -> Any:  # noqa: ANN401  # whatever the column holds
    if name == "rest":
        return _rest(case)
    if name in _WORKED_OUT:
        value = _WORKED_OUT[name][1](case)
        return value.value if isinstance(value, StrEnum) else value
    attribute = _KEY.get(name, name)
    return _HELD[attribute].write(getattr(case, attribute))


def head_row(case: Case) -> Row:
    """Work out the row of `cases`, in the order of its columns."""
    return tuple(_write(case, name) for name in _COLUMNS)


_READERS: Final = tuple(
    (place, attribute, column.read) for attribute, column in _HELD.items() for place in (_COLUMNS.index(column.name),)
)
_PLAIN_READERS: Final = tuple((place, name) for place, name, read in _READERS if read is _same)
_TURNING_READERS: Final = tuple((place, name, read) for place, name, read in _READERS if read is not _same)
_REST_PLACE: Final = _COLUMNS.index("rest")


def case_of(row: Sequence[Any]) -> Case:
    """Read a row of `cases`, all columns in order, back into the head it was worked out from."""
    found = codec.decode_fields(Case, json.loads(row[_REST_PLACE]))
    for place, name in _PLAIN_READERS:
        found[name] = row[place]
    for place, name, read in _TURNING_READERS:
        found[name] = read(row[place])
    return Case(**found)


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
        columns, values: of the row of `cases`.
        tables: new rows, all of them, for each table under it that differs.
    """

    columns: tuple[str, ...]
    values: Row
    tables: Mapping[str, tuple[Row, ...]]


def changes_between(old: Case, new: Case) -> Changes:
    """Work out what to write so that the rows of `old` become those of `new`."""
    names = [
        name
        for name, before, now in zip(_ATTRIBUTES, _every(old), _every(new), strict=True)
        if before is not now and before != now
    ]
    columns = tuple(dict.fromkeys(column for name in names for column in _FOLLOWS[name]))
    changed = {table: work_out(new) for table, (attribute, work_out) in PROJECTIONS.items() if attribute in names}
    return Changes(columns, tuple(_write(new, column) for column in columns), changed)
