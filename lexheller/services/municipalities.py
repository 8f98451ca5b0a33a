"""Which federation is it, for somebody who knows where it happened and no more? Each has its municipalities.

They are kept as one of the federation's own words to the public: a municipality a line, in no language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final
from unicodedata import combining, normalize

from lexheller.errors import BadValue
from lexheller.services.ports import UnitOfWork

KIND: Final = "municipalities"
LANGUAGE: Final = "sv"
MOST: Final = 100
LONGEST: Final = 80
_TAIL: Final = re.compile(r"s?\s+(?:kommun|stad|municipality)$")


def of(uow: UnitOfWork, federation: str) -> tuple[str, ...]:
    """List a federation's municipalities; none where nobody has said which."""
    found = uow.notices.get(federation, KIND, LANGUAGE)
    return tuple(found[0].splitlines()) if found else ()


def put(uow: UnitOfWork, federation: str, names: Iterable[str], now: datetime) -> None:
    """Store a federation's municipalities in the place of those it had.

    Raises:
        BadValue: a name is too long, or they are too many.
    """
    tidy = tidied(names)
    if len(tidy) > MOST or any(len(name) > LONGEST for name in tidy):
        raise BadValue(field="municipalities", allowed=("Göteborg",))
    uow.notices.put(federation, KIND, LANGUAGE, "\n".join(tidy), now)


def tidied(names: Iterable[str]) -> tuple[str, ...]:
    """Give each name once, without blanks around it."""
    clean = (" ".join(name.split()) for name in names)
    return tuple(dict.fromkeys(name for name in clean if name))


def serving(known: Mapping[str, tuple[str, ...]], typed: str) -> tuple[str, ...]:
    """Name the federations that work in a municipality, however it is written: "göteborg", "Göteborgs stad".

    Where none is called so, "goteborg" will do, from a keyboard without å, ä and ö.
    """
    for written in (_plain, _bare):
        wanted = written(typed)
        found = tuple(home for home, names in known.items() if wanted and wanted & set().union(*map(written, names)))
        if found:
            return found
    return ()


def _bare(name: str) -> set[str]:
    return {"".join(sign for sign in normalize("NFD", word) if not combining(sign)) for word in _plain(name)}


def _plain(name: str) -> set[str]:
    """Give what a name may be meant by: as it stands, and without "kommun" and what that put on it."""
    whole = " ".join(name.casefold().split())
    short = _TAIL.sub("", whole)
    bare = re.sub(r"\s+(?:kommun|stad|municipality)$", "", whole)
    return {word for word in (whole, short, bare) if word}
