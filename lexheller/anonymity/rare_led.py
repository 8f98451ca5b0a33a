"""Where in a text may a pattern begin? Only at a word that begins with the right letters, so most are never tried."""

import re
from collections.abc import Iterator, Sequence

from lexheller.anonymity.late import Late

_LENGTH = 3
_FIGURES = re.compile(r"\d+")
_FIGURE = "0"


class Starts:
    """A text in lower case, with the places of its words by their first three letters; numbers stand under "0"."""

    __slots__ = ("lower", "places")

    def __init__(self, lower: str, words: Sequence[re.Match[str]]) -> None:
        """Sort the words."""
        self.lower = lower
        self.places: dict[str, list[int]] = {_FIGURE: [number.start() for number in _FIGURES.finditer(lower)]}
        for word in words:
            start = word.start()
            self.places.setdefault(lower[start : start + _LENGTH], []).append(start)


class Led(Late):
    """A pattern that begins with one of some words.

    `tests/anonymity/test_rare.py` holds that the beginnings are all there.
    """

    __slots__ = ("starts",)

    def __init__(self, starts: str, said: str) -> None:
        """Keep what to compile, and how it may begin: three letters each, a blank written as a low line."""
        super().__init__(said)
        self.starts = tuple(start.replace("_", " ") for start in starts.split())

    def hits(self, text: Starts) -> Iterator[re.Match[str]]:
        """Give every match in the text; two of them may overlap."""
        for start in self.starts:
            for place in text.places.get(start, ()):
                match = self().match(text.lower, place)
                if match is not None:
                    yield match
