"""What does a letter say? A subject and plain text from the catalogues; no word of it can become a header."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lexheller.errors import NotPossible
from lexheller.i18n.words import Words

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
"""What we send to: one plain address, without a name, a comment or a second address in it."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one address.

    Args:
        language: the language that it is written in, as "sv".
    """

    to: str
    subject: str
    text: str
    language: str = "sv"

    def __post_init__(self) -> None:
        """Refuse what would not be one letter to one address.

        Raises:
            NotPossible: the address is none (`why` is "bad_mail_address").
        """
        if not is_address(self.to):
            raise NotPossible(why="bad_mail_address")
        if re.search(r"[\x00-\x1f\x7f\u2028\u2029]", self.subject):
            object.__setattr__(self, "subject", " ".join(self.subject.split()))


def letter(words: Words, kind: str, to: str, **values: object) -> Letter:
    """Write a letter: "letter.<kind>.subject" and "letter.<kind>.text" of the catalogues, filled in.

    Args:
        values: what the texts name; they are words, never templates.

    Raises:
        NotPossible: the address is none.
    """
    subject, text = words(f"letter.{kind}.subject", **values), words(f"letter.{kind}.text", **values)
    return Letter(to, subject, text, words.language)


def is_address(text: str) -> bool:
    """Tell whether something is one plain mail address."""
    return _ADDRESS.fullmatch(text) is not None and ".." not in text
