"""Is a password good enough, and is it the right one? Long counts; signs of many kinds do not.

Hashed with argon2id at the cost that OWASP's sheet on storing passwords names (19 MiB, two rounds, one lane). Whoever
has no password costs as much to refuse as whoever has one.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST: Final = 12
LONGEST: Final = 1000
_HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_NOBODYS: Final = "$argon2id$v=19$m=19456,t=2,p=1$pIj6v1OhjtPEuEOCA/KZew$kFqJybz+3yCWDSBBYw3qDUZm55+jc+ZqFLeDYN92aJc"
"""What nobody's password was hashed to, at the same cost."""
_TURNS: Final = threading.BoundedSemaphore(2)
"""Hashing takes memory and a processor on purpose: whoever tries a thousand passwords must not stand in others' way."""

_COMMON: Final = Path(__file__).with_name("data") / "common_passwords.txt"
_ROWS: Final = ("abcdefghijklmnopqrstuvwxyzåäö", "01234567890", "qwertyuiopå", "asdfghjklöä", "zxcvbnm")
_NEIGHBOURS: Final = frozenset(pair for row in _ROWS for way in (row, row[::-1]) for pair in pairwise(way))
_IN_ORDER: Final = 0.75
"""What part of a password may be keys or letters beside each other."""
_SHORT_WORD, _LEFT_OVER = 3, 4


def fault_of(password: str, about: Iterable[str] = ()) -> str:
    """Say what is wrong with a new password: "short", "long", "common", "known"; "" when nothing is.

    Args:
        about: what others know of whoever chooses it: names, federation. It may hold that, but not be that.
    """
    if len(password) < SHORTEST:
        return "short"
    if len(password) > LONGEST:
        return "long"
    plain = _plain(password)
    if _is_common(plain):
        return "common"
    letters = re.sub(r"[\W\d_]", "", plain)
    for word in sorted({_plain(word) for name in about for word in re.split(r"\W+", name)}, key=len, reverse=True):
        if len(word) >= _SHORT_WORD:
            letters = letters.replace(word, "")
    return "known" if len(letters) < _LEFT_OVER and re.search(r"[^\W\d_]", plain) else ""


def _is_common(plain: str) -> bool:
    """Tell whether it is among the commonest, with figures around it perhaps, one thing over, or keys in a row."""
    bare = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", plain)
    for form in (plain, bare, re.sub(r"[\W\d_]", "", plain)):
        if form in _common() or re.fullmatch(r"(.{1,8}?)\1+", form):
            return True
    pairs = list(pairwise(plain))
    beside = sum(pair in _NEIGHBOURS or pair[0] == pair[1] for pair in pairs)
    return beside >= _IN_ORDER * len(pairs)


@cache
def _common() -> frozenset[str]:
    return frozenset(_COMMON.read_text(encoding="utf-8").split())


def _plain(password: str) -> str:
    return unicodedata.normalize("NFKC", password).casefold()


def hashed(password: str) -> str:
    """Hash a password for keeping; å typed as one sign or as two is the same."""
    with _TURNS:
        return _HASHER.hash(_same(password))


def is_right(password: str, kept: str) -> bool:
    """Tell whether a password is the one that was kept; "" is nobody's, and takes as long to refuse."""
    with _TURNS:
        try:
            _HASHER.verify(kept or _NOBODYS, _same(password[:LONGEST]))
        except (VerificationError, InvalidHashError):
            return False
    return bool(kept)


def is_dated(kept: str) -> bool:
    """Tell whether a password was hashed at another cost than today's."""
    return _HASHER.check_needs_rehash(kept)


def _same(password: str) -> str:
    return unicodedata.normalize("NFKC", password)
