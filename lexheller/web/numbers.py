"""Which number did a form send? Whole ones of ours are short; a case's is read however it was copied."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lexheller.web.lines import line_of

_MOST_DIGITS = 9
"""Every database keeps as many; Python itself reads no more than some thousands."""


def whole(text: str) -> int | None:
    """Read a whole number of ours; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS else None


def version_in(form: Mapping[str, str]) -> int | None:
    """Read which version of a case the page showed that a form was sent from; None where it does not say."""
    return whole(form.get("version", "")) or None


_NUMBER = re.compile(r"\w+-\d{4}-\d+")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))


def case_number(typed: str) -> str:
    """Read the number of a case as people copy it: blanks around it, small letters, another dash, a full stop after.

    What is no such number is given back as it stands.
    """
    found = "".join(line_of(typed).split()).translate(_DASHES).strip(".,;:()").upper()
    return found if _NUMBER.fullmatch(found) else typed
