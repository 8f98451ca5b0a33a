"""How does a transaction in memory write without copying everything first? Onto a sheet laid over what is kept.

What it changes lies on the sheet, what it leaves alone shows through; then the sheet is kept, or thrown away. The
values are frozen, so nothing else need be copied.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Draft(MutableMapping[K, V]):
    """A mapping laid over another, which stays as it is until `keep`."""

    __slots__ = ("_gone", "_kept", "_new")

    def __init__(self, kept: dict[K, V]) -> None:
        self._kept = kept
        self._new: dict[K, V] = {}
        self._gone: set[K] = set()

    def __getitem__(self, key: K) -> V:
        if key in self._new:
            return self._new[key]
        if key in self._gone:
            raise KeyError(key)
        return self._kept[key]

    def __contains__(self, key: object) -> bool:
        return key in self._new or (key in self._kept and key not in self._gone)

    def __setitem__(self, key: K, value: V) -> None:
        self._new[key] = value

    def __delitem__(self, key: K) -> None:
        if key not in self:
            raise KeyError(key)
        self._new.pop(key, None)
        if key in self._kept:
            self._gone.add(key)

    def __iter__(self) -> Iterator[K]:
        """Go through the keys in the order in which a dictionary would have them."""
        yield from (key for key in self._kept if key not in self._gone)
        yield from self._added()

    def __len__(self) -> int:
        return len(self._kept) - len(self._gone) + sum(1 for _ in self._added())

    def _added(self) -> Iterator[K]:
        return (key for key in self._new if key not in self._kept or key in self._gone)

    def keep(self) -> None:
        """Put everything that was changed into what is kept."""
        for key in self._gone:
            del self._kept[key]
        self._kept.update(self._new)
        self._new, self._gone = {}, set()
