"""How can text with odd spaces, hyphens and digits be searched, and every hit still be shown where it stands?"""

import re
import unicodedata
from array import array
from dataclasses import dataclass

# Nothing outside this set needs care: what people type on a Swedish keyboard, and common letters of other languages
# that have one code point and no shorter form.
_PLAIN = re.compile(r"[\n -~£§°·ß-öø-ÿĀ-ćČ-ĿŁ-ňŊ-žȘ-țÀ-ÖØ-ÞəƏ“”…•]*")
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad"
_APOSTROPHES = "\u2018\u2019\u02bc\u02b9\u00b4\u0060"
_MARKS = frozenset({"Mn", "Me"})


@dataclass(frozen=True, slots=True)
class Normalised:
    """A searchable text and the way back from it; no map means that nothing was changed."""

    text: str
    starts: "array[int] | None" = None
    ends: "array[int] | None" = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the original text of a non-empty stretch of this one."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def normalise(original: str) -> Normalised:
    """Bring text to one way of writing and remember where every character came from."""
    plain = _PLAIN.match(original)
    if plain is not None and plain.end() == len(original):
        return Normalised(original)
    out: list[str] = []
    starts = array("L")
    ends = array("L")
    position, length = 0, len(original)
    while position < length:
        begin = position
        position += 1
        char = original[begin]
        if position < length and unicodedata.category(original[position]) in _MARKS and char.isalpha():
            while position < length and unicodedata.category(original[position]) in _MARKS:
                position += 1
            # A heap of accents on one letter is an attack or an accident; the first few decide what letter it is.
            char = unicodedata.normalize("NFC", original[begin : min(position, begin + 4)])
        for piece in _simple(char):
            out.append(piece)
            starts.append(begin)
            ends.append(position)
    return Normalised("".join(out), starts, ends)


def _simple(char: str) -> str:
    """Give the usual way to write one character; zero-width ones vanish."""
    if len(char) > 1 or char == "\n" or " " <= char <= "~":
        return char
    if char in _HYPHENS:
        # A soft hyphen is invisible unless a line breaks there.
        return "" if char == "\u00ad" else "-"
    if char in _APOSTROPHES:
        return "'"
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category == "Zs" or char in "\t\v\f":
        return " "
    if category == "Cf" or category in _MARKS or char == "\u034f":
        return ""
    if char == "\r":
        return ""
    if category in {"Zl", "Zp"} or char == "\x85":
        return "\n"
    if "\uff01" <= char <= "\uff5e" or "\U0001d400" <= char <= "\U0001d7ff" or "\ufb00" <= char <= "\ufb06":
        return unicodedata.normalize("NFKC", char)
    return unicodedata.normalize("NFC", char)
