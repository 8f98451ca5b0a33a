"""Which letters are written apart so that they should not be read as a word (A n d e r s)?"""

import re
from collections.abc import Iterator

from lexheller.anonymity.lexicon import NAME, lexicon

_APART = re.compile(r"(?<![^\W_])[^\W\d_](?:([ ._*-])[^\W\d_](?![^\W_]))(?:\1[^\W\d_](?![^\W_]))+")
_GOES_ON = re.compile(r" [^\W\d_]{2}")
_WORDS = frozenset("iåöe")
_VOWELS = frozenset("aeiouyåäö")
_LONG = 4  # fewer lower-case letters in a row are small words: i å ö
_LONG_DOTTED = 6  # fewer letters with dots between are an abbreviation or initials: o.s.v.
_THREE = 3
_SMALL_WORDS = frozenset("iåöeaoàdn")


_ADDRESS = re.compile(r"(?<!\S)(?:[\w.-] ){1,40}@(?: [\w.-]){3,60}(?![^\s,.;:!?)])")


def address_apart(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the spaces in an e-mail address that is written letter by letter, to be left out."""
    if " @ " in text:
        for match in _ADDRESS.finditer(text):
            for place in range(match.start() + 1, match.end(), 2):
                yield place, place + 1, ""


def letters_apart(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the signs between letters that are written one by one, to be left out.

    Where a capital follows small letters a new word begins and the space stays.
    """
    for match in _APART.finditer(text):
        letters = match.group()[::2]
        if letters[-1] in _WORDS and _GOES_ON.match(text, match.end()) and not _named(letters):
            letters = letters[:-1]  # A n d e r s i passet
        if not _one_word(letters, match[1]):
            continue
        for place in range(1, len(letters)):
            if letters[place].isupper() and letters[place - 1].islower():
                if match[1] != " ":
                    yield match.start() + 2 * place - 1, match.start() + 2 * place, " "
                continue
            yield match.start() + 2 * place - 1, match.start() + 2 * place, ""


def _named(letters: str) -> bool:
    """Tell whether the last letter belongs to a name: A n e t t e ringde."""
    return bool(lexicon().kinds(letters.lower()) & NAME)


def _one_word(letters: str, sign: str) -> bool:
    if sign == ".":
        return len(letters) >= _LONG_DOTTED
    if sign == " " and len(letters) == _THREE:
        return letters[0].isupper() and letters[1:].islower() and not set(letters[1:]) <= _SMALL_WORDS
    small = letters.islower() and len(set(letters) - _VOWELS) <= 1
    return len(letters) >= _LONG and not small
