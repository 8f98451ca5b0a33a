"""What is a partner's link? A way in for a recipient without an account: with a code sent by mail, for a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class PartnerLink:
    """A link that was given to a recipient of cases, or to a colleague of theirs.

    Args:
        id: random, for pages and for sessions; it opens nothing.
        recipient: id of the recipient, in the same federation.
        word: hex of the keyed hash of what stands in the link.
        email: the colleague's address; "" for the address that the recipient has registered.
        case: the number of the case it was sent with: it ends when that case is blocked; "" for none.
        made_by: a person's id; "" when a partner passed theirs on, from the link `passed_from`.
        ended: when it was withdrawn, and why: "withdrawn", "renewed" or "blocked".
        code: hex of the keyed hash of the code that was mailed last; "" when there is none to be used.
        tries: how many wrong ones were typed since.
        codes: how many codes were mailed on the day `codes_on`.
        read: when a code was last right.
    """

    federation: str
    id: str
    recipient: str
    word: str
    made: datetime
    until: datetime
    email: str = ""
    case: str = ""
    made_by: str = ""
    passed_from: str = ""
    ended: datetime | None = None
    why: str = ""
    code: str = ""
    code_until: datetime | None = None
    tries: int = 0
    codes: int = 0
    codes_on: date | None = None
    read: datetime | None = None

    @property
    def to(self) -> str:
        """Name the recipient across federations."""
        return f"{self.federation}/{self.recipient}"

    def opens(self, now: datetime) -> bool:
        """Tell whether it may still be used."""
        return self.ended is None and now < self.until
