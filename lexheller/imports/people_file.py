"""How is a file read that says which federations, people, groups, organisations, recipients and patterns there are?

Each part is a list of rows; a row's keys are the attributes of `model.people`. Where the file names one federation,
what belongs to it need not repeat which.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from lexheller.errors import BadValue, UnknownField
from lexheller.imports.documents import read_document
from lexheller.model.codes import Partner, Role
from lexheller.model.people import Federation, Group, Organisation, Pattern, Person, Recipient
from lexheller.services.founding import ROLES, Founding

T = TypeVar("T")

PARTS: Final[Mapping[str, type]] = {
    "federations": Federation,
    "groups": Group,
    "people": Person,
    "organisations": Organisation,
    "recipients": Recipient,
    "patterns": Pattern,
}
_LISTS: Final = {"roles": Role, "groups": str, "users": str, "members": str}
_HOMES: Final = ("federation", "host")
_YES: Final = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nej": False}


def read_people(path: Path) -> Founding:
    """Read such a file, in YAML, JSON or TOML.

    Raises:
        UnreadableFile: it is missing, of another kind, or broken.
        UnknownField: a part or key that there is none of.
        BadValue: something lacks, or a role or kind of partner that there is none of.
    """
    found = read_document(path)
    if not isinstance(found, dict):
        raise BadValue(field=str(path), allowed=tuple(PARTS))
    for part in found:
        if part not in PARTS:
            raise UnknownField(field=str(part), where=str(path), known=tuple(PARTS))
    works_in = _municipalities(found)
    federations = _rows(found, "federations", Federation, "")
    home = federations[0].id if len(federations) == 1 else ""
    return Founding(
        federations=federations,
        persons=_rows(found, "people", Person, home),
        groups=_rows(found, "groups", Group, home),
        organisations=_rows(found, "organisations", Organisation, home),
        recipients=_rows(found, "recipients", Recipient, home),
        patterns=_rows(found, "patterns", Pattern, home),
        municipalities=works_in,
    )


def _municipalities(found: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """Take out of the rows of federations where each works, which is no attribute of theirs."""
    works_in: dict[str, tuple[str, ...]] = {}
    rows = found.get("federations") or []
    for place, row in enumerate(rows if isinstance(rows, list) else (), 1):
        given = row.pop("municipalities", None) if isinstance(row, dict) else None
        if given is None:
            continue
        names = given if isinstance(given, list) else str(given).split(",")
        if not all(isinstance(name, str) for name in names):
            raise BadValue(field=f"federations.{place}.municipalities", allowed=('["Göteborg", "Mölndal"]',))
        works_in[str(row.get("id", ""))] = tuple(names)
    return works_in


def _rows(found: Mapping[str, Any], part: str, kind: type[T], home: str) -> tuple[T, ...]:
    rows = found.get(part) or []
    if not isinstance(rows, list):
        raise BadValue(field=part, allowed=("[…]",))
    return tuple(_row(part, place, row, kind, home) for place, row in enumerate(rows, 1))


def _row(part: str, place: int, row: object, kind: type[T], home: str) -> T:
    where = f"{part}.{place}"
    fields = dataclasses.fields(cast("Any", kind))
    known = tuple(field.name for field in fields)
    if not isinstance(row, dict):
        raise BadValue(field=where, allowed=known)
    given = {key: value for key, value in row.items() if value is not None}
    for key in given:
        if key not in known:
            raise UnknownField(field=str(key), where=where, known=known)
    for key in _HOMES:
        if key in known and home:
            given.setdefault(key, home)
    values = {key: _value(f"{where}.{key}", key, value) for key, value in given.items()}
    for field in fields:
        if field.default is dataclasses.MISSING and not values.get(field.name):
            raise BadValue(field=f"{where}.{field.name}", allowed=("…",))
    return kind(**values)


def _value(where: str, key: str, value: object) -> object:
    if key in _LISTS:
        parts = value if isinstance(value, list) else str(value).split(",")
        return tuple(_code(where, _LISTS[key], str(part).strip()) for part in parts if str(part).strip())
    if key == "kind":
        return _code(where, Partner, str(value).strip())
    if key == "active":
        answer = _YES.get(str(value).casefold())
        if answer is None:
            raise BadValue(field=where, allowed=("true", "false"))
        return answer
    if isinstance(value, list | dict):
        raise BadValue(field=where, allowed=("…",))
    return str(value).strip()


def _code(where: str, kind: type, value: str) -> object:
    try:
        return kind(value)
    except ValueError:
        allowed = ROLES if kind is Role else tuple(cast("Any", kind))
        raise BadValue(field=where, allowed=allowed) from None
