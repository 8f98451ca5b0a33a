"""Who there is: people with roles, working groups, organisations and those who receive referrals."""

from __future__ import annotations

from dataclasses import dataclass

from lexheller.model.codes import Partner, Role


@dataclass(frozen=True, slots=True)
class Federation:
    """A coordination federation; `id` is its short code, which opens every register number."""

    id: str
    name: str
    contact_name: str = ""
    contact_phone: str = ""
    disposal_decision: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works with cases; `users` are the system users that may act as them in a terminal."""

    federation: str
    id: str
    name: str
    roles: tuple[Role, ...] = ()
    groups: tuple[str, ...] = ()
    organisation: str = ""
    users: tuple[str, ...] = ()
    email: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """A working group: hosted by one federation, with several as members."""

    host: str
    id: str
    name: str
    members: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Name the group across federations."""
        return f"{self.host}/{self.id}"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A partner as an organisation of a kind: "Vårdcentralen Ekdungen".

    Args:
        active: False takes it out of use, and whoever receives cases for it; it stays named in the history.
    """

    federation: str
    id: str
    kind: Partner
    name: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where a referral can go: a representative, a group of a partner, a meeting.

    Args:
        kind: the kind of partner it answers for; None for a meeting or group of several.
        organisation: id of the organisation, "" where it is a forum of several.
        active: False takes it out of use: no route proposes it and nothing is sent there; what is there is answered.
    """

    federation: str
    id: str
    name: str
    kind: Partner | None = None
    organisation: str = ""
    email: str = ""
    active: bool = True

    @property
    def key(self) -> str:
        """Name the recipient across federations."""
        return f"{self.federation}/{self.id}"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A named pattern: a question that several cases put; owned by a federation or group."""

    host: str
    id: str
    name: str
    question: str = ""
    status: str = "open"
    owner: str = ""

    @property
    def key(self) -> str:
        """Name the pattern across federations."""
        return f"{self.host}/{self.id}"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: a person with roles in one federation, groups ("HOST/id") and perhaps a recipient to answer for.

    Args:
        via: the person bound to the system user, when it acts as somebody else; else "".
        recipients: "FEDERATION/id" of the recipients a partner's representative reads for.
    """

    person: str
    federation: str
    roles: frozenset[Role]
    groups: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    via: str = ""

    def has(self, role: Role) -> bool:
        """Tell whether the viewer holds a role."""
        return role in self.roles
