"""How long has somebody to wait after wrong passwords? A little, then longer; at last a quarter of an hour each time.

Counted in memory, by keyed hash of the name that was typed: for names that nobody has in the same way, so that waiting
tells nothing about who works here.
"""

from __future__ import annotations

import hmac
import secrets
import threading
from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Final

_SECONDS: Final = (0, 0, 0, 5, 15, 30, 60, 120, 300, 600)
LOCKED: Final = timedelta(minutes=15)
"""What everybody waits for after that many tries, and after each that follows."""
_REMEMBERED: Final = timedelta(days=1)
_MOST: Final = 10_000


class Waits:
    """Count tries by name, and say how long to wait; one for a house, shared by its threads."""

    def __init__(self) -> None:
        self._tries: OrderedDict[bytes, tuple[int, datetime]] = OrderedDict()
        self._key = secrets.token_bytes(32)
        self._turn = threading.Lock()

    def asks(self, name: str, now: datetime) -> timedelta:
        """Take one try; give how long to wait, nothing when it may be made. One that has to wait is not counted."""
        key = hmac.digest(self._key, name.encode(errors="replace"), "sha256")
        with self._turn:
            tries, last = self._tries.get(key, (0, now))
            if now - last > _REMEMBERED:
                tries = 0
            wait = last + _wait_after(tries) - now
            if wait > timedelta():
                return wait
            self._tries[key] = (tries + 1, now)
            self._tries.move_to_end(key)
            if len(self._tries) > _MOST:
                self._tries.popitem(last=False)
        return timedelta()

    def forgets(self, name: str) -> None:
        """Begin anew: the try was right."""
        with self._turn:
            self._tries.pop(hmac.digest(self._key, name.encode(errors="replace"), "sha256"), None)


def _wait_after(tries: int) -> timedelta:
    return timedelta(seconds=_SECONDS[tries]) if tries < len(_SECONDS) else LOCKED
