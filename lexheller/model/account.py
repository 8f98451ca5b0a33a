"""What is an account? What a person who works here signs in by: a password, perhaps one-time codes, an invitation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lexheller.model.sealed import Sealed


@dataclass(frozen=True, slots=True)
class Account:
    """What one person signs in by; who they are and what they may do stands with the person.

    Args:
        password: what the password was hashed to; "" until an invitation was taken up.
        secret: what one-time codes are counted from, sealed; None where they are not switched on.
        step: the last step of time that a one-time code was used for; it and all before it are spent.
        recovery: hex of the keyed hashes of the recovery codes that are left.
        invitation: hex of the keyed hash of the invitation that is open; "" without one.
        until: when that invitation ends.
    """

    federation: str
    person: str
    password: str = ""
    secret: Sealed | None = None
    step: int = 0
    recovery: tuple[str, ...] = ()
    invitation: str = ""
    until: datetime | None = None

    @property
    def context(self) -> str:
        """Name whose secret it is, to whoever seals it."""
        return f"account {self.federation}/{self.person}"
