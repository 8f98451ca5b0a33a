"""Which words are names, places, ordinary Swedish or known to point out nobody? Loaded on the first question."""

import re
import unicodedata
import zlib
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from struct import Struct

from lexheller.anonymity.shapes import likeness


class Word:
    """What a word is known as, as bits of a number (a flag of enum costs a text a third of its time).

    A name that somebody chose for this list weighs more than one out of a library.
    """

    OWN_FIRST = 1
    OWN_LAST = 2
    FIRST = 4
    LAST = 8
    OWN_PLACE = 16
    PLACE = 32
    ALLOWED = 64
    ORDINARY = 128
    TOWN = 256


NAME = Word.OWN_FIRST | Word.OWN_LAST | Word.FIRST | Word.LAST
CHOSEN = Word.OWN_FIRST | Word.OWN_LAST  # a person put it on the list, knowing Swedish
GIVEN = Word.OWN_FIRST | Word.FIRST
_KINDS = {
    "F": Word.OWN_FIRST,
    "L": Word.OWN_LAST,
    "f": Word.FIRST,
    "l": Word.LAST,
    "P": Word.OWN_PLACE,
    "p": Word.PLACE,
    "A": Word.ALLOWED,
    "o": Word.ORDINARY,
    "t": Word.TOWN,
}
_NOTHING = 0
_KEPT = frozenset("åäö")
_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "ö", "æ": "ä", "\u0131": "i", "ß": "s", "ə": "e"})
_STRANGE = re.compile(r"[^a-zåäöéàü]").search  # letters that no Swedish word has, and hyphens
_SWEDISH = dict.fromkeys(map(ord, "åäöÅÄÖ"))
LONGEST = 30  # letters; nothing longer is a name
_SHORTEST_PART = 3
_LONGEST = 11  # letters; longer words are not in the list, but put together or bent from those that are
_LONGEST_PART = 16  # letters: one of the longest in the list, bent (arna), and the s or hyphen that joins
_BENT = ("en", "er", "erna", "ar", "arna", "et", "n", "t", "na", "a", "ens", "ets", "ing")
_REMEMBERED = 20_000
_TWO_NUMBERS = Struct("<QQ").unpack


class Lexicon:
    """The built lists; ordinary words that were looked up are remembered, and no others."""

    def __init__(self, names: bytes, words: bytes, shapes: bytes) -> None:
        """Unpack the files; the ordinary words stay a filter of bits, the shapes a row of bytes."""
        self._names: dict[str, int] = {}
        lines = zlib.decompress(names).decode().split("\n")
        for codes, row in zip(lines[1::2], lines[2::2], strict=True):
            kinds = _NOTHING
            for code in codes.split(" "):
                kinds |= _KINDS[code[0]]
            self._names.update(dict.fromkeys(row.split(" "), kinds))
        head, _, self._bits = words.partition(b"\n")
        size, probes, *_ = head.decode().split(" ")
        self._size, self._probes = int(size), int(probes)
        self._shapes = shapes.partition(b"\n")[2]
        self._common: set[str] = set()
        self._likely: dict[str, float] = {}

    def kinds(self, word: str) -> int:
        """Tell what a word in lower case is known as, accents or not."""
        found = self._names.get(word)
        if found is None and not word.isascii() and not word.translate(_SWEDISH).isascii():
            found = self._names.get(_without_accents(word), _NOTHING) & ~(Word.ORDINARY | Word.ALLOWED)
            if found and self.listed(word):
                found |= Word.ORDINARY
        return _NOTHING if found is None else found

    def ordinary(self, word: str) -> bool:
        """Tell whether a word in lower case is a Swedish word, also in the genitive."""
        if word in self._common:
            return True
        if len(word) > _LONGEST_PART or _STRANGE(word):
            return False
        if len(word) <= _LONGEST + 1 and (self._listed(word) or (word.endswith("s") and self._listed(word[:-1]))):
            return True
        if len(word) <= _LONGEST:
            return False
        return word.endswith(_BENT) and any(word.endswith(end) and self._listed(word[: -len(end)]) for end in _BENT)

    def listed(self, word: str) -> bool:
        """Tell whether a word in lower case is in the spelling list just so."""
        return word in self._common or (not _STRANGE(word) and self._listed(word))

    def remembered(self, word: str) -> bool:
        """Tell whether a word in lower case has been found in the spelling list before."""
        return word in self._common

    def place(self, word: str) -> bool:
        """Tell whether a word in lower case is a place of the spelling list."""
        return not _STRANGE(word) and self._listed(word.capitalize())

    def shape(self, word: str) -> float:
        """Tell how much a word in lower case is built like a name rather than like a Swedish word or a place."""
        known = self._likely.get(word)
        if known is None:
            known = likeness(self._shapes, word)
            if word in self._common:
                self._likely[word] = known
        return known

    def compound(self, word: str) -> bool:
        """Tell whether a word in lower case is put together of two ordinary ones, or is longer than any name."""
        if len(word) > _LONGEST:
            if len(word) > LONGEST:
                return True
            ends = range(_SHORTEST_PART, min(len(word) - _SHORTEST_PART, _LONGEST_PART) + 1)
            if not any(self.ordinary(word[-end:]) for end in ends):
                return False  # no way to begin it makes a compound of what ends in no word
        return self._together(word, set())

    def _together(self, word: str, tried: set[int]) -> bool:
        """Tell whether a word is put together of ordinary ones; each end of it is tried once, by its length."""
        long = len(word) > _LONGEST
        for cut in range(_SHORTEST_PART, min(len(word) - _SHORTEST_PART + long, _LONGEST_PART + 1)):
            head, tail = word[:cut], word[cut:]
            joined = head[:-1] if head[-1] in "s-" else head
            listed = cut <= _LONGEST and self._listed(head)
            if not (
                listed
                or (cut <= _LONGEST + 1 and joined is not head and self._listed(joined))
                or (cut > _LONGEST and self.ordinary(joined))
            ):
                continue
            if self.ordinary(tail):
                return True
            if len(tail) > _LONGEST and len(tail) not in tried:
                tried.add(len(tail))
                if self._together(tail, tried):
                    return True
        return False

    def _listed(self, word: str) -> bool:
        if word in self._common:
            return True
        place, step = _TWO_NUMBERS(blake2b(word.encode(), digest_size=16).digest())
        step |= 1
        bits, size = self._bits, self._size
        for _ in range(self._probes):
            bit = place % size
            if not bits[bit >> 3] >> (bit & 7) & 1:
                return False
            place += step
        # Only what is in the spelling list is remembered: the same few thousand words make up most of every text.
        if len(self._common) < _REMEMBERED:
            self._common.add(word)
        return True


@cache
def lexicon() -> Lexicon:
    """Load the lists, once."""
    data = files(__package__) / "data"
    return Lexicon(
        (data / "names.bin").read_bytes(), (data / "words.bin").read_bytes(), (data / "shapes.bin").read_bytes()
    )


def _without_accents(word: str) -> str:
    plain = "".join(
        char
        if char in _KEPT
        else "".join(part for part in unicodedata.normalize("NFD", char) if not unicodedata.combining(part))
        for char in word
    )
    return plain.translate(_LETTERS)
