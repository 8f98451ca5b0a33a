"""How does a name stand in a sentence of ours without turning the rest of it round? Between signs that isolate it.

Texts of their own stand in `<bdi>` or with a `dir`; inside a sentence from the catalogues there is no place for a mark.
What would reach out of the isolation (Unicode's own controls, UAX #9) is left out there.
"""

from __future__ import annotations

import re
from functools import cache

from lexheller.i18n import Words, words_for

_CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_OTHER_WAY = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_BEGIN, _END = "\u2068", "\u2069"


def isolated(value: object) -> object:
    """Keep a value that may run the other way to itself; most are given back as they are."""
    if not isinstance(value, str) or value.isascii() or not _OTHER_WAY.search(value):
        return value
    return f"{_BEGIN}{_CONTROLS.sub('', value)}{_END}"


class Sentences(Words):
    """The texts of one language, in which whatever is filled in runs its own way."""

    __slots__ = ()

    def __call__(self, key: str, /, **values: object) -> str:
        """Give the text of a key with its {braces} filled in, as `Words`."""
        return super().__call__(key, **{name: isolated(value) for name, value in values.items()})

    def plural(self, key: str, n: int, /, **values: object) -> str:
        """Give the form of a counted text that goes with n, as `Words`."""
        return super().plural(key, n, **{name: isolated(value) for name, value in values.items()})


@cache
def sentences_for(language: str) -> Sentences:
    """Open the words of a language for pages."""
    known = words_for(language)
    return Sentences(known.language, known._catalogue)  # noqa: SLF001  # the same catalogue, read once
