"""Where in a text may a pattern begin? Only at a word that begins with the right letters, so most are never tried."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from lexheller.anonymity.late import Late

_LENGTH: Final = 3
_FIGURE: Final = "0"
_LONGEST_FIGURE: Final = 3
# Every pattern under the first letters of the words that it may begin with, each with the longer beginnings if it says
# any. Filled while the modules of patterns load.
_BY_START: Final[dict[str, list[tuple["Led", tuple[str, ...]]]]] = {}


@cache
def _short() -> frozenset[str]:
    """Give the words of one letter and two that patterns begin with, once all patterns are loaded."""
    return frozenset(
        key[:cut] for key in _BY_START for cut in range(1, _LENGTH) if key > _FIGURE and not key[cut].isalpha()
    )


def leads(word: str) -> bool:
    """Tell whether a pattern may begin at a word in lower case, whatever follows."""
    if word[0] <= "9":
        return True
    if len(word) < _LENGTH:
        return word in _short()
    return any(
        not longer or any(word.startswith(start) or _goes_on(start, word) for start in longer)
        for _, longer in _BY_START.get(word[:_LENGTH], ())
    )


def _goes_on(start: str, word: str) -> bool:
    """Tell whether a beginning is the word and more words after it."""
    return start.startswith(word) and not start[len(word)].isalpha()


class Starts:
    """A text in lower case, with the places where each pattern may begin."""

    __slots__ = ("lower", "places")

    def __init__(self, lower: str, words: Sequence[re.Match[str]]) -> None:
        """Sort the words that may lead; a number counts where a word follows it."""
        self.lower = lower
        self.places: dict[Led, list[int]] = {}
        places, by_start = self.places, _BY_START
        for word in words:
            start = word.start()
            leds = by_start.get(lower[start : start + _LENGTH])
            if leds is None:
                if not "0" <= lower[start] <= "9" or not self._counts(word):
                    continue
                leds = by_start.get(_FIGURE, [])
            for led, longer in leds:
                if longer and not lower.startswith(longer, start):
                    continue
                if led in places:
                    places[led].append(start)
                else:
                    places[led] = [start]

    def _counts(self, number: re.Match[str]) -> bool:
        start, end = number.span()
        return (
            end - start <= _LONGEST_FIGURE and self.lower[end : end + 1] == " " and self.lower[end + 1 : end + 2] > "9"
        )


class Led(Late):
    """A pattern that begins with one of some words.

    `tests/anonymity/test_rare.py` holds that the beginnings are all there.
    """

    __slots__ = ()

    def __init__(self, starts: str, said: str) -> None:
        """Keep what to compile, and how it may begin: three letters or more each, a blank written as a low line.

        A number is written as 0.
        """
        super().__init__(said)
        longer: dict[str, list[str]] = {}
        for start in (each.replace("_", " ") for each in starts.split()):
            longer.setdefault(start[:_LENGTH], []).append(start)
        for key, full in longer.items():
            _BY_START.setdefault(key, []).append((self, () if key in full else tuple(full)))

    def hits(self, text: Starts) -> Iterator[re.Match[str]]:
        """Give every match in the text; two of them may overlap."""
        for place in text.places.get(self, ()):
            match = self().match(text.lower, place)
            if match is not None:
                yield match
