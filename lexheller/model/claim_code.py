"""How is a claim code written, and what did the submitter mean who typed it?

A code is 100 bits, printed as 20 characters in five groups of four and a check character from the same alphabet as a
sixth group: `ABCD-EFGH-JKMN-PQRS-TVWX-Y`. The alphabet is Crockford's: digits and letters without I, L, O and U, so
that nothing read from paper looks like something else. The check character is Luhn's, modulo 32: it notices every
single wrong character, and every swap of two neighbours but one (0 with Z).
"""

from __future__ import annotations

from typing import Final

from lexheller.errors import MistypedCode

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BITS: Final = 100

_WRONG_SIZE: Final = f"a claim code is made of {BITS} bits"
_BASE: Final = len(ALPHABET)
_BITS_EACH: Final = 5
_LENGTH: Final = BITS // _BITS_EACH
_GROUP: Final = 4
_VALUES: Final = {character: value for value, character in enumerate(ALPHABET)}
_LOOK_ALIKES: Final = str.maketrans("ILO", "110")
# What people, mail programs and word processors put between the groups: hyphens and dashes of every length, spaces of
# every kind (Python's own `split` knows those); and the full stop or comma of the sentence that a code stood in.
_BETWEEN: Final = str.maketrans("", "", "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2212.,")


def format_code(bits: bytes | int) -> str:
    """Write 100 bits as a code with its groups and check character.

    Args:
        bits: a number below 2**100, or at least 13 bytes, of which the first 100 bits count.

    Raises:
        ValueError: there are too few bits, or too many.
    """
    number = _first_bits(bits) if isinstance(bits, bytes) else bits
    if not 0 <= number < 1 << BITS:
        raise ValueError(_WRONG_SIZE)
    body = "".join(ALPHABET[number >> shift & _BASE - 1] for shift in range(BITS - _BITS_EACH, -1, -_BITS_EACH))
    return _grouped(body + _check_character(body))


def parse_code(typed: str) -> str:
    """Read a code in any case, with or without hyphens, spaces and full stops, and return it as printed.

    Raises:
        MistypedCode: it is too short or too long, holds a character no code has, or its check character is another.
    """
    code = "".join(typed.upper().translate(_BETWEEN).split()).translate(_LOOK_ALIKES)
    if len(code) != _LENGTH + 1 or not _VALUES.keys() >= set(code) or _check_character(code[:-1]) != code[-1]:
        raise MistypedCode
    return _grouped(code)


def _first_bits(content: bytes) -> int:
    whole = -(-BITS // 8)
    if len(content) < whole:
        raise ValueError(_WRONG_SIZE)
    return int.from_bytes(content[:whole], "big") >> whole * 8 - BITS


def _grouped(code: str) -> str:
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def _check_character(body: str) -> str:
    """Double every second value from the right, add the digits of what comes out, and fill up to a multiple of 32."""
    total = 0
    for place, character in enumerate(reversed(body)):
        total += sum(divmod(_VALUES[character] * (2 - place % 2), _BASE))
    return ALPHABET[-total % _BASE]
