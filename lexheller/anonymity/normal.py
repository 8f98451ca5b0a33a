"""How can text with odd spaces, hyphens and digits be searched, and every hit still be shown where it stands?

The text goes through a few passes, each a row of replacements; the map back to the original follows along.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat

from lexheller.anonymity.spelled import address_apart, letters_apart

# What people type on a Swedish keyboard, and common letters of other languages that have one code point and no shorter
# form. Nothing inside this set needs care.
_PLAIN = r"\n -~£§°·ß-öø-ÿĀ-ćČ-ĿŁ-ňŊ-žȘ-țÀ-ÖØ-ÞəƏ“”…•"
_ALL_PLAIN = re.compile(rf"[{_PLAIN}]*+")
_ODD = re.compile(rf"[^\W\d_]?[^{_PLAIN}]+")
# What web pages and mail programs write instead of a sign; a tag or a backslash inside a number hides nothing.
_CODED = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});|(?<=\w)%(?:2[BDdEe]|40)(?=\w)|(?<=\d)%(?:20|C2%A0)(?=\d)"
    r"|</?(?:b|i|u|em|strong"
    r"|span|br|p|div|font|sup|sub|mark|code)>"
    r"|(?<=\d)\\(?=[-+ .]?\d)|(?<=[\w@])(?:\[(?:\.|dot|punkt)\]|\((?:\.|dot|punkt)\)|\{(?:\.|dot|punkt)\})(?=\w)"
)
_CODES = re.compile(r"&[#a-zA-Z]|%[2C4]|</?[a-z]|\\|[\[({](?:\.|dot|punkt)[\])}]")  # a quick look before the slow one
# A word that goes on in the next line, with the signs of a quoted mail or the edge of a table before it.
_LINE_END = re.compile("[-\u00ad\u2010]\r?\n")
_WORD_PARTED = re.compile(
    r"(?<=[^\W\d_][^\W\d_])[-\u00ad\u2010]\r?\n[ \t>|]{0,40}(?=[^\W\d_]{2})(?!(?:och|eller|samt|men)\b)"
)
_SPACES = re.compile(r"(?<=[^\s\d]) {2,3}(?=\S)|(?<=\d) {2,3}(?=[^\s\d])")
_ESCAPED = {"%20": " ", "%2B": "+", "%2D": "-", "%2E": ".", "%40": "@", "%C2%A0": " "}
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207b\u2212\u2796\u02d7\ufe58\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u02bc\u02b9\u00b4\u0060"
_SMALL = {"\u2024": ".", "\u3002": ".", "\u2044": "/", "\u2215": "/", "\u2236": ":", "\u00d7": "x", "\ufe6b": "@"}
_MARKS = frozenset({"Mn", "Me"})
_IN_RINGS = "⓪①-⑳⓿❶-❾➀-➈➊-➒⓵-⓽⑴-⑼⒈-⒐"
# Two raised figures are a footnote or a square metre; a figure in a ring beside a figure belongs to the number.
_RAISED = re.compile(rf"[²³¹⁰⁴-⁹₀-₉{_IN_RINGS}]{{3,}}|(?<=\d)[{_IN_RINGS}]+|[{_IN_RINGS}]+(?=[-+]?\d)")
# A Latin word with a Cyrillic or Greek letter in it is a trick or a slip of the keyboard.
_FOREIGN = re.compile("[\u0370-\u04ff]")
_LATIN = re.compile("[A-Za-zÀ-ž]")
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеорсухіјѕԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧοа",  # noqa: RUF001 - the letters that look alike
    "ABESIJKMHOPCTXYaeopcyxijsdABEZHIKMNOPTYXoa",
)

Edit = tuple[int, int, str]


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
    normal = Normalised(original)
    if _LINE_END.search(original) is not None:
        normal = _replace(normal, _whole_words(original))
    if _CODES.search(original) is not None:
        normal = _replace(normal, _decoded(normal.text))
    if _ALL_PLAIN.fullmatch(normal.text) is None:
        normal = _replace(normal, _plain(normal.text))
        normal = _replace(normal, _same_script(normal.text))
    normal = _replace(normal, address_apart(normal.text))
    normal = _replace(normal, letters_apart(normal.text))
    return _replace(normal, _slips(normal.text)) if "  " in normal.text else normal


def _replace(normal: Normalised, edits: Iterator[Edit]) -> Normalised:
    """Carry out replacements, in order and apart, and keep the map whole."""
    first = next(edits, None)
    if first is None:
        return normal
    text, length = normal.text, len(normal.text)
    old_starts = normal.starts if normal.starts is not None else array("L", range(length))
    old_ends = normal.ends if normal.ends is not None else array("L", range(1, length + 1))
    pieces: list[str] = []
    starts, ends = array("L"), array("L")
    last = 0
    edit: Edit | None = first
    while edit is not None:
        start, end, new = edit
        pieces += (text[last:start], new)
        starts.extend(old_starts[last:start])
        ends.extend(old_ends[last:start])
        if len(new) == end - start:
            starts.extend(old_starts[start:end])
            ends.extend(old_ends[start:end])
        else:
            starts.extend(repeat(old_starts[start], len(new)))
            ends.extend(repeat(old_ends[end - 1], len(new)))
        last = end
        edit = next(edits, None)
    pieces.append(text[last:])
    starts.extend(old_starts[last:])
    ends.extend(old_ends[last:])
    return Normalised("".join(pieces), starts, ends)


def _whole_words(text: str) -> Iterator[Edit]:
    """Join what a hyphen at the end of a line parts; before a capital the hyphen stays, as in Anna-Lena."""
    for match in _WORD_PARTED.finditer(text):
        yield match.start(), match.end(), "-" if text[match.end()].isupper() else ""


def _slips(text: str) -> Iterator[Edit]:
    """Make one space of two or three; more are a column's, and between figures they part more than one does."""
    for match in _SPACES.finditer(text):
        yield match.start(), match.end(), " "


def _decoded(text: str) -> Iterator[Edit]:
    for match in _CODED.finditer(text):
        code = match.group()
        if code[0] == "&":
            from html import unescape  # its table is long, and few texts need it

            sign = unescape(code)
            if len(sign) == 1 and sign != "&":
                yield match.start(), match.end(), sign
        elif code[0] == "%":
            yield match.start(), match.end(), _ESCAPED[code.upper()]
        else:
            yield match.start(), match.end(), "." if code[0] in "[({" else ""


def _plain(text: str) -> Iterator[Edit]:
    """Give what replaces all that is not plain, neighbours of a kind together: a sign for a sign, or nothing."""
    last = (0, 0, "")
    for edit in _one_by_one(text):
        start, end, new = edit
        if start == last[1] and ((not new and not last[2]) or (end - start == len(new) and _even(last))):
            last = (last[0], end, last[2] + new)
            continue
        if last[1]:
            yield last
        last = edit
    if last[1]:
        yield last


def _even(edit: Edit) -> bool:
    return edit[1] - edit[0] == len(edit[2])


def _one_by_one(text: str) -> Iterator[Edit]:
    """Give one way to write every letter, digit, space and hyphen that has several."""
    raised = {place for match in _RAISED.finditer(text) for place in range(*match.span())}
    for match in _ODD.finditer(text):
        position, stop = match.span()
        while position < stop:
            begin = position
            position += 1
            char = text[begin]
            if position < stop and _mark(text[position]) and char.isalpha():
                while position < stop and _mark(text[position]):
                    position += 1
                # A heap of accents on one letter is an attack or an accident; the first few decide what letter it is.
                char = unicodedata.normalize("NFC", text[begin : min(position, begin + 4)])
            new = char if len(char) > 1 else str(int(unicodedata.numeric(char))) if begin in raised else _simple(char)
            if not new and _parts_words(text, begin):
                new = " "
            if new != text[begin:position]:
                yield begin, position, new


def _parts_words(text: str, place: int) -> bool:
    """Tell whether an invisible sign, and those after it, stand between a small letter and a capital: two words."""
    if not text[place - 1 : place].islower():
        return False
    while place < len(text) and not _simple(text[place]):
        place += 1
    return text[place : place + 1].isupper()


@lru_cache(maxsize=4096)
def _mark(char: str) -> bool:
    return unicodedata.category(char) in _MARKS


@lru_cache(maxsize=4096)
def _simple(char: str) -> str:
    """Give the usual way to write one character; zero-width ones vanish, a soft hyphen too."""
    if char in _HYPHENS:
        return "-"
    if char in _APOSTROPHES:
        return "'"
    if char in _SMALL:
        return _SMALL[char]
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category == "Zs" or char in "\t\v\f\u2800\u3164\uffa0":
        return " "
    if category == "Cf" or category in _MARKS or char in "\u034f\u115f\u1160\r":
        return ""
    if category in {"Zl", "Zp"} or char == "\x85":
        return "\n"
    if "\uff01" <= char <= "\uff5e" or "\U0001d400" <= char <= "\U0001d7ff" or "\ufb00" <= char <= "\ufb06":
        return unicodedata.normalize("NFKC", char)
    return unicodedata.normalize("NFC", char)


def _same_script(text: str) -> Iterator[Edit]:
    if _FOREIGN.search(text) is None:
        return
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isascii() or _FOREIGN.search(word) is None or _LATIN.search(word) is None:
            continue
        for place, (char, alike) in enumerate(zip(word, word.translate(_ALIKE), strict=True), match.start()):
            if char != alike:
                yield place, place + 1, alike
