"""Which server takes our mail, and how do we speak to it?"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Security(StrEnum):
    """Say how what is sent is kept from others on the way."""

    STARTTLS = "starttls"
    """Begin in the open, and go on under TLS before anything is said; a server that cannot is refused."""
    TLS = "tls"
    NONE = "none"
    """In the open: for a server on this machine."""


USUAL_PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server, and whom our letters are from.

    Args:
        port: 0 for the usual one.
        user: "" for a server that asks for none.
        sender: the address that letters are from, and that answers go to.
        patience: seconds to wait for each answer.
    """

    host: str
    sender: str
    port: int = 0
    security: Security = Security.STARTTLS
    user: str = ""
    password: str = field(default="", repr=False)
    patience: float = 10.0

    @property
    def at(self) -> int:
        """Give the port."""
        return self.port or USUAL_PORTS[self.security]
