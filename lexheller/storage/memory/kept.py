"""What does a store in memory hold, and how does a transaction write on it without others seeing?"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime

from lexheller.model.account import Account
from lexheller.model.allowed import AllowedWord
from lexheller.model.case import Case
from lexheller.model.event import Event, Text
from lexheller.model.partner_link import PartnerLink
from lexheller.model.people import Federation, Group, Organisation, Pattern, Person, Recipient
from lexheller.model.sealed import Sealed
from lexheller.model.session import Session
from lexheller.model.stand_in import StandIn
from lexheller.services.ports import Message, Receipt
from lexheller.storage.draft import Draft

Key = tuple[str, str]
"""Federation and what it calls the thing."""


@dataclass
class Kept:
    """Everything that a store holds; the values are frozen, so nothing in them need be copied.

    Args:
        outbox: (federation, case, version, message), in the order written; version 0 is no step's.
    """

    cases: MutableMapping[Key, Case] = field(default_factory=dict)
    numbers: MutableMapping[str, Key] = field(default_factory=dict)
    events: MutableMapping[Key, tuple[Event, ...]] = field(default_factory=dict)
    texts: MutableMapping[Key, Mapping[tuple[int, str], Text]] = field(default_factory=dict)
    outbox: MutableMapping[int, tuple[str, str, int, Message]] = field(default_factory=dict)
    serials: MutableMapping[tuple[str, int], int] = field(default_factory=dict)
    contacts: MutableMapping[Key, Sealed] = field(default_factory=dict)
    codes: MutableMapping[bytes, tuple[Key, ...]] = field(default_factory=dict)
    receipts: MutableMapping[Key, Receipt] = field(default_factory=dict)
    federations: MutableMapping[str, Federation] = field(default_factory=dict)
    persons: MutableMapping[Key, Person] = field(default_factory=dict)
    groups: MutableMapping[Key, Group] = field(default_factory=dict)
    organisations: MutableMapping[Key, Organisation] = field(default_factory=dict)
    recipients: MutableMapping[Key, Recipient] = field(default_factory=dict)
    patterns: MutableMapping[Key, Pattern] = field(default_factory=dict)
    allowed: MutableMapping[Key, AllowedWord] = field(default_factory=dict)
    stand_ins: MutableMapping[Key, StandIn] = field(default_factory=dict)
    tags: MutableMapping[tuple[str, str, str], str] = field(default_factory=dict)
    seen: MutableMapping[tuple[str, str, str], date] = field(default_factory=dict)
    imported: MutableMapping[Key, tuple[str, str, str]] = field(default_factory=dict)
    values: MutableMapping[str, str] = field(default_factory=dict)
    sessions: MutableMapping[str, Session] = field(default_factory=dict)
    accounts: MutableMapping[Key, Account] = field(default_factory=dict)
    partner_links: MutableMapping[Key, PartnerLink] = field(default_factory=dict)
    story_marks: MutableMapping[str, int] = field(default_factory=dict)
    notices: MutableMapping[tuple[str, str, str], tuple[str, datetime]] = field(default_factory=dict)

    def copied(self) -> Kept:
        """Copy it, for tests to hold against what comes after."""
        return Kept(**{item.name: dict(getattr(self, item.name)) for item in fields(self)})

    def drafted(self) -> Kept:
        """Lay a sheet over it for a transaction to write on."""
        return Kept(**{item.name: Draft(getattr(self, item.name)) for item in fields(self)})

    def keep(self) -> None:
        """Keep what was written on the sheet."""
        for item in fields(self):
            getattr(self, item.name).keep()
