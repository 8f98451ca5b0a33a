"""How is a link made that nobody can guess, and whose owner cannot be read out of the database?

A word is random bytes and the beginning of their keyed hash: a forged one is known for what it is before anything is
looked up. Of a word only another keyed hash is stored.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
from typing import Final

from lexheller.services.office import Office

_RANDOM: Final = 24  # bytes
_SIGNED: Final = 9


def made(office: Office, purpose: str) -> str:
    """Make a word for one purpose ("invitation" …), to stand in an address."""
    random = secrets.token_bytes(_RANDOM)
    return base64.urlsafe_b64encode(random + _signature(office, purpose, random)).decode()


def is_ours(office: Office, purpose: str, word: str) -> bool:
    """Tell whether this house has made a word, for this purpose."""
    try:
        given = base64.b64decode(word.encode("ascii"), altchars=b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error):
        return False
    return hmac.compare_digest(given[_RANDOM:], _signature(office, purpose, given[:_RANDOM]))


def hashed(office: Office, purpose: str, word: str) -> str:
    """Give what is stored of a word."""
    return office.keys.mac(purpose, word).hex()


def _signature(office: Office, purpose: str, random: bytes) -> bytes:
    return office.keys.mac(f"{purpose} signature", random)[:_SIGNED]
