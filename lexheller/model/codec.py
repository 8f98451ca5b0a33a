"""How a frozen value becomes plain JSON and comes back: one codec for events, head rows and exports.

Only what the model uses: dataclasses, enums, dates, moments, tuples, mappings of str and optional values. Types are
read once per class from its annotations. Attributes that equal their default are left out, so rows stay short.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def encode(value: object) -> Any:  # noqa: ANN401  # JSON has no narrower type
    """Turn a value into what `json.dumps` takes."""
    return _encoder(type(value))(value)  # type: ignore[arg-type]  # a class can be looked up


@cache  # a case has some forty values of ten kinds; to ask each what it is costs more than to write it
def _encoder(kind: type) -> Callable[[Any], Any]:
    if issubclass(kind, StrEnum):
        return lambda value: value.value
    if issubclass(kind, datetime):
        return lambda value: value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
    if issubclass(kind, date):
        return date.isoformat
    if issubclass(kind, tuple | list | frozenset):
        return lambda value: [encode(item) for item in value]
    if issubclass(kind, Mapping):
        return lambda value: {str(key): encode(item) for key, item in value.items()}
    return encode_fields if dataclasses.is_dataclass(kind) else _same


def encode_fields(value: object) -> dict[str, Any]:
    """Turn a dataclass into a mapping, leaving out what equals its default."""
    defaults = _defaults(cast("Hashable", type(value)))
    found = {}
    for name, default in defaults.items():
        item = getattr(value, name)
        if item is not default and item != default:
            found[name] = encode(item)
    return found


def decode(kind: type[T], data: Mapping[str, Any]) -> T:
    """Build a dataclass from what `encode_fields` gave."""
    return kind(**decode_fields(kind, data))


def decode_fields(kind: type, data: Mapping[str, Any]) -> dict[str, Any]:
    """Turn some attributes of a dataclass back, by name; unknown names raise KeyError."""
    decoders = _decoders(kind)
    return {name: decoders[name](item) for name, item in data.items()}


def changed(value: T, changes: Mapping[str, Any]) -> T:
    """Copy a frozen value that has no slots, with other attributes; a tenth of what dataclasses.replace costs.

    Raises:
        KeyError: it has no attribute of that name.
    """
    copied = object.__new__(type(value))
    copied.__dict__.update(value.__dict__)
    for name, item in changes.items():
        if name not in copied.__dict__:
            raise KeyError(name)
        copied.__dict__[name] = item
    return copied


_MISSING = object()


@cache
def _defaults(kind: Hashable) -> dict[str, Any]:
    found = {}
    for item in dataclasses.fields(cast("Any", kind)):
        if item.default is not dataclasses.MISSING:
            found[item.name] = item.default
        elif item.default_factory is not dataclasses.MISSING:
            found[item.name] = item.default_factory()
        else:
            found[item.name] = _MISSING
    return found


@cache
def _decoders(kind: type) -> dict[str, Decoder]:
    return {name: _decoder(hint) for name, hint in typing.get_type_hints(kind).items()}


def _same(value: Any) -> Any:  # noqa: ANN401  # any JSON value
    return value


def _decoder(hint: Any) -> Decoder:  # noqa: ANN401  # a type hint has no type
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        inner = _decoder(next(arg for arg in args if arg is not types.NoneType))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        inner = _decoder(args[0])
        return lambda value: tuple(inner(item) for item in value)
    if origin is not None and issubclass(origin, Mapping):
        inner = _decoder(args[1])
        return lambda value: {key: inner(item) for key, item in value.items()}
    if isinstance(hint, type):
        if issubclass(hint, StrEnum):
            return hint
        if issubclass(hint, datetime | date):
            return hint.fromisoformat
        if dataclasses.is_dataclass(hint):
            return lambda value: decode(hint, value)
    return _same
