"""In which ways can somebody show who they are? Each fills the same few words; what comes after is the same for all.

Today there is one, the local account. A way over OIDC, or a passkey, would be another filling with pages of its own,
and end in `arriving.arrive` as this one does; see docs/decisions/0005-ways-to-sign-in.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from lexheller.web.access import Room


@dataclass(frozen=True, slots=True)
class Shown:
    """Who somebody has shown themselves to be.

    Args:
        twice: the way has asked for a second thing itself, such as a key with a finger on it; no code is asked for.
    """

    federation: str
    person: str
    twice: bool = False


class Way(Protocol):
    """A way to show who one is; its pages call `arriving.arrive` with whom they found.

    Args:
        name: one word, for addresses and the catalogues.
        template: what of it stands on the page for signing in, given `said` (what is wrong) and `typed`.
        rooms: the pages it needs.
    """

    @property
    def name(self) -> str:
        """Name it."""

    @property
    def template(self) -> str:
        """Name the template that stands on the page for signing in."""

    @property
    def rooms(self) -> tuple[Room, ...]:
        """Give its pages."""
