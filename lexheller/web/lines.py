"""What is a name, as it is written on one line of a form? What is seen of it, and no more."""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Controls, line ends, and signs that turn what follows."""


def line_of(typed: str) -> str:
    """Read what is written on one line; what nobody sees is no part of it."""
    return " ".join("".join(" " if unicodedata.category(sign) in _UNSEEN else sign for sign in typed).split())
