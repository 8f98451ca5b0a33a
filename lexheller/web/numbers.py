"""Which whole number did a form send? Ours are short; whatever else stands there is none."""

from __future__ import annotations

from collections.abc import Mapping

_MOST_DIGITS = 9
"""Every database keeps as many; Python itself reads no more than some thousands."""


def whole(text: str) -> int | None:
    """Read a whole number of ours; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS else None


def version_in(form: Mapping[str, str]) -> int | None:
    """Read which version of a case the page showed that a form was sent from; None where it does not say."""
    return whole(form.get("version", "")) or None
