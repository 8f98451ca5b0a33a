"""What can a case be? Any head the types allow, for tests that must hold for all of them."""

from __future__ import annotations

import string
import types
import typing
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

from lexheller.model.case import Case, Measure, Referral, Submitted

WORDS = st.text(string.ascii_letters + "åäöÅÄÖ0123456789-/ '\"%\\\u2013", max_size=8)
SMALL = st.integers(0, 9)


def values(hint: Any) -> st.SearchStrategy[Any]:  # a type hint has no type
    """Draw from whatever a type hint of the model allows."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return st.one_of(st.none(), values(next(a for a in arguments if a is not types.NoneType)))
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=2).map(tuple)
    if origin is not None:
        return st.dictionaries(WORDS, values(arguments[1]), max_size=2)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: WORDS,
        int: SMALL,
        bool: st.booleans(),
        date: st.dates(date(2020, 1, 1), date(2030, 12, 31)),
        datetime: st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  # bounds are naive
    }
    if hint in simple:
        return simple[hint]
    if issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    return st.deferred(lambda: st.builds(hint, **{k: values(v) for k, v in typing.get_type_hints(hint).items()}))


def _numbered(kind: type, number: int) -> st.SearchStrategy[Any]:
    return st.builds(kind, **{**{k: values(v) for k, v in typing.get_type_hints(kind).items()}, "id": st.just(number)})


def _list_of(kind: type) -> st.SearchStrategy[Any]:
    return st.integers(0, 2).flatmap(lambda n: st.tuples(*(_numbered(kind, i) for i in range(1, n + 1))))


def cases(**fixed: Any) -> st.SearchStrategy[Case]:  # attributes of a case
    """Draw any head; `fixed` attributes are as given."""
    drawn = {name: values(hint) for name, hint in typing.get_type_hints(Case).items()}
    drawn |= {"referrals": _list_of(Referral), "measures": _list_of(Measure), "submitted": values(Submitted)}
    drawn |= {name: st.just(value) for name, value in fixed.items()}
    return st.builds(Case, **drawn)
