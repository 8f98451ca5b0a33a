"""How often may something be tried from one place? Counted in memory, by a keyed hash of the address block alone.

Nobody's address is kept, logged or stored: the key is made anew each time the program starts, and goes with it. Blocks
are what one subscriber usually has (IPv4 /24, IPv6 /56), so that changing the last figures helps nobody.
"""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256
from ipaddress import ip_address, ip_network

from limits import RateLimitItem, parse_many
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

_BLOCK = {4: 24, 6: 56}


class Rates:
    """Count tries by what they are of and where they come from; one for a house, shared by its threads.

    Args:
        limits: how much is allowed, by what is tried: "10 per 10 minutes; 100 per day".
    """

    def __init__(self, limits: dict[str, str]) -> None:
        self._limits: dict[str, list[RateLimitItem]] = {what: parse_many(text) for what, text in limits.items()}
        self._counter = MovingWindowRateLimiter(MemoryStorage())
        self._key = secrets.token_bytes(32)

    def allows(self, what: str, address: str) -> bool:
        """Tell whether one more try may be made from there; counts nothing."""
        where = self._where(address)
        return all(self._counter.test(limit, what, where) for limit in self._limits[what])

    def count(self, what: str, address: str) -> None:
        """Count a try from there."""
        where = self._where(address)
        for limit in self._limits[what]:
            self._counter.hit(limit, what, where)

    def _where(self, address: str) -> str:
        return hmac.new(self._key, block_of(address).encode(), sha256).hexdigest()


def block_of(address: str) -> str:
    """Name the block that an address lies in; what is no address is a block of its own."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return "?"
    mapped = getattr(found, "ipv4_mapped", None)
    found = mapped or found
    return str(ip_network((found, _BLOCK[found.version]), strict=False))
