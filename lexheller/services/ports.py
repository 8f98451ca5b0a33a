"""What services ask of the floors above them: stores in one transaction, keys, a clock.

storage/ fills the store ports for SQLite and PostgreSQL, `storage/memory/` for tests; vault/ fills `Keys`. One
contract suite holds every filling against the words here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar

from lexheller.model.account import Account
from lexheller.model.allowed import AllowedWord
from lexheller.model.case import Case
from lexheller.model.event import Event, Text
from lexheller.model.partner_link import PartnerLink
from lexheller.model.people import Federation, Group, Organisation, Pattern, Person, Recipient, Viewer
from lexheller.model.sealed import Sealed
from lexheller.model.session import Session, SessionKind
from lexheller.model.stand_in import StandIn

T = TypeVar("T")

Clock = Callable[[], datetime]
"""Gives the time now, UTC and aware. The Swedish local date is worked out by `services.clock.today`."""


@dataclass(frozen=True, slots=True)
class Message:
    """A row of the outbox: what is to be told to whom. It holds no text of a case and no address.

    Args:
        topic: "feedback_ready", "new_message", "referral_sent", "referral_taken_back", "blocked", "deadline_passed" …
        to: "submitter", "leader", "group:HOST/id", "recipient:FEDERATION/id", "manager".
    """

    topic: str
    to: str
    payload: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is kept of a submission's idempotency key: which case it made, of which text, when."""

    federation: str
    key: str
    text_digest: str
    case: str
    at: datetime
    renewed: bool = False


class Cases(Protocol):
    """Heads, events and texts of cases."""

    def find(self, number: str) -> Case | None:
        """Read a head by register number; the federation is the number's first part."""

    def get(self, federation: str, case: str) -> Case | None:
        """Read a head by key."""

    def add(self, case: Case, event: Event, texts: Iterable[Text], messages: Iterable[Message]) -> None:
        """Store a new case with its first event."""

    def save(self, old: Case, new: Case, event: Event, texts: Iterable[Text], messages: Iterable[Message]) -> None:
        """Move a case from `old` to `new` with the event that did it.

        Raises:
            Stale: the stored version is no longer `old.version`; nothing was written.
        """

    def texts(self, federation: str, case: str) -> tuple[Text, ...]:
        """Read every text of a case, by version and field."""

    def text(self, federation: str, case: str, version: int, field: str) -> Text | None:
        """Read one text."""

    def replace_text(self, federation: str, case: str, text: Text) -> None:
        """Put another text, with its own salt, in the place of (version, field); the search index follows."""

    def events(self, federation: str, case: str) -> tuple[Event, ...]:
        """Read the whole history of a case, in order."""

    def between(self, viewer: Viewer, first: date, last: date) -> tuple[Case, ...]:
        """List the cases of some days that a viewer may see; undone imports and doubles are left out."""

    def tied(self, pattern: str) -> int:
        """Count the cases, of any federation, that are tied to a pattern."""

    def next_serial(self, federation: str, year: int) -> int:
        """Allot the next running number of a year, inside this transaction."""


class Contacts(Protocol):
    """Sealed contacts, one a case at most."""

    def put(self, federation: str, case: str, sealed: Sealed) -> None:
        """Store or replace a contact."""

    def get(self, federation: str, case: str) -> Sealed | None:
        """Read a sealed contact."""

    def erase(self, federation: str, case: str) -> bool:
        """Destroy the row with its wrapped key; tell whether there was one."""

    def wrapped_by_others(self, key_id: str, limit: int) -> tuple[tuple[str, str, Sealed], ...]:
        """List (federation, case, sealed) whose key is not wrapped by `key_id`, for rotation."""


class Codes(Protocol):
    """Claim codes as keyed hashes, and what makes a repeated submission harmless."""

    def put(self, code_hash: bytes, federation: str, case: str) -> None:
        """Let a code open a case; several codes may open one, and one code several."""

    def find(self, code_hash: bytes) -> tuple[str, str] | None:
        """Give (federation, case) that a code opens."""

    def drop(self, federation: str, case: str) -> None:
        """Let no code open this case any longer."""

    def receipt(self, federation: str, key: str) -> Receipt | None:
        """Read what an idempotency key made."""

    def keep_receipt(self, receipt: Receipt) -> None:
        """Store or replace what an idempotency key made."""

    def receipt_of(self, federation: str, case: str) -> Receipt | None:
        """Read the receipt by the case it made."""


class People(Protocol):
    """Federations, people, groups, organisations, recipients, patterns: small lists, read whole."""

    def federations(self) -> tuple[Federation, ...]:
        """List the federations of this installation."""

    def put_federation(self, federation: Federation) -> None:
        """Store or replace a federation."""

    def persons(self, federation: str | None = None) -> tuple[Person, ...]:
        """List people, of one federation or all."""

    def put_person(self, person: Person) -> None:
        """Store or replace a person."""

    def groups(self) -> tuple[Group, ...]:
        """List working groups with their member federations."""

    def put_group(self, group: Group) -> None:
        """Store or replace a group."""

    def organisations(self, federation: str) -> tuple[Organisation, ...]:
        """List a federation's partners as organisations."""

    def put_organisation(self, organisation: Organisation) -> None:
        """Store or replace an organisation."""

    def recipients(self, federation: str) -> tuple[Recipient, ...]:
        """List where a federation's referrals can go."""

    def put_recipient(self, recipient: Recipient) -> None:
        """Store or replace a recipient."""

    def patterns(self) -> tuple[Pattern, ...]:
        """List named patterns of all hosts."""

    def put_pattern(self, pattern: Pattern) -> None:
        """Store or replace a pattern."""

    def allowed_words(self, federation: str) -> tuple[AllowedWord, ...]:
        """List the words that a federation has agreed are no person's name."""

    def put_allowed_word(self, word: AllowedWord) -> None:
        """Store or replace such a word."""

    def drop_allowed_word(self, federation: str, word: str) -> bool:
        """Take such a word off the list, and its tag; tell whether it was there."""

    def stand_ins(self, federation: str) -> tuple[StandIn, ...]:
        """List who stands in for whom in a federation, or did."""

    def put_stand_in(self, stand_in: StandIn) -> None:
        """Store or replace who stands in for somebody."""

    def tag(self, federation: str, kind: str, name: str) -> str:
        """Read the tag of one of these ("person", "group" …), "" where there is none."""

    def put_tag(self, federation: str, kind: str, name: str, tag: str) -> None:
        """Store or replace the tag of one of these."""


class Notes(Protocol):
    """Facts beside the history that move no version: first reads, jobs, runs."""

    def seen(self, federation: str, case: str, what: str) -> date | None:
        """Tell when something was first seen ("feedback")."""

    def mark_seen(self, federation: str, case: str, what: str, day: date) -> bool:
        """Note that something was seen, if it was not before; tell whether it was new."""

    def imported(self, source: str, row: str) -> tuple[str, str] | None:
        """Give (federation, case) that a row of a sheet became."""

    def mark_imported(self, source: str, row: str, run: str, federation: str, case: str) -> None:
        """Note that a row of a sheet became a case in an import run."""

    def run(self, run: str) -> tuple[tuple[str, str], ...]:
        """List (federation, case) of an import run, in order."""

    def tell(self, federation: str, case: str, message: Message, at: datetime) -> None:
        """Put a message into the outbox that no step causes, such as a deadline that has passed."""

    def value(self, name: str) -> str | None:
        """Read a fact about the installation ("last_backup", "last_rotation", "installation")."""

    def put_value(self, name: str, value: str) -> None:
        """Store a fact about the installation."""


class Sessions(Protocol):
    """Who is signed in at which browser."""

    def put(self, session: Session) -> None:
        """Store or replace a session."""

    def get(self, session: str) -> Session | None:
        """Read a session by its id."""

    def of(self, kind: SessionKind, federation: str, name: str) -> tuple[Session, ...]:
        """List somebody's sessions, the oldest first."""

    def drop(self, session: str) -> None:
        """Take a session away, if it is there."""


class Accounts(Protocol):
    """What people sign in by, one a person at most."""

    def put(self, account: Account) -> None:
        """Store or replace an account."""

    def get(self, federation: str, person: str) -> Account | None:
        """Read somebody's account."""

    def invited(self, invitation: str) -> Account | None:
        """Find the account that an open invitation is for; "" finds none."""

    def wrapped_by_others(self, key_id: str, limit: int) -> tuple[tuple[str, str, Sealed], ...]:
        """List (federation, person, secret) whose key is not wrapped by `key_id`, for rotation."""


class PartnerLinks(Protocol):
    """The ways in that recipients of cases were given."""

    def put(self, link: PartnerLink) -> None:
        """Store or replace a link."""

    def get(self, federation: str, link: str) -> PartnerLink | None:
        """Read a link by its id."""

    def find(self, word: str) -> PartnerLink | None:
        """Find a link by the keyed hash of its word; "" finds none."""

    def of(self, federation: str) -> tuple[PartnerLink, ...]:
        """List a federation's links, the oldest first."""


@dataclass(frozen=True, slots=True)
class Story:
    """A case that was released to the public, before what names it is taken away.

    Args:
        text: what a person wrote for the public, and a second one released, on `released`.
        kinds: of organisation concerned; not the one that told.
    """

    federation: str
    case: str
    text: str
    kinds: tuple[str, ...]
    themes: tuple[str, ...]
    released: datetime


class Library(Protocol):
    """What the public may read, and how many have met the same."""

    def stories(self, before: datetime) -> tuple[Story, ...]:
        """List what was released before a moment and may be shown, the newest first."""

    def met(self) -> Mapping[str, int]:
        """Count by story how many have said that they met the same."""

    def meet(self, story: str) -> None:
        """Count one more."""


class Notices(Protocol):
    """A federation's own texts for the public, by kind and language."""

    def put(self, federation: str, kind: str, language: str, text: str, changed: datetime) -> None:
        """Store or replace a text; "" takes it away."""

    def get(self, federation: str, kind: str, language: str) -> tuple[str, datetime] | None:
        """Read a text and when it was changed."""


class UnitOfWork(Protocol):
    """One transaction: all of it is stored, or none."""

    @property
    def cases(self) -> Cases:
        """Cases."""

    @property
    def contacts(self) -> Contacts:
        """Sealed contacts."""

    @property
    def codes(self) -> Codes:
        """Claim codes and receipts."""

    @property
    def people(self) -> People:
        """People and where things go."""

    @property
    def notes(self) -> Notes:
        """Facts beside the history."""

    @property
    def sessions(self) -> Sessions:
        """Who is signed in."""

    @property
    def accounts(self) -> Accounts:
        """What people sign in by."""

    @property
    def partner_links(self) -> PartnerLinks:
        """Partners' ways in."""

    @property
    def library(self) -> Library:
        """What the public may read."""

    @property
    def notices(self) -> Notices:
        """A federation's own texts."""


class Store(Protocol):
    """Where transactions are made."""

    def write(self, work: Callable[[UnitOfWork], T]) -> T:
        """Do work in one write transaction and commit; try again, a few times, only when the store was busy."""

    def read(self, work: Callable[[UnitOfWork], T]) -> T:
        """Do work in one read transaction."""


class Keys(Protocol):
    """What the key file can do; filled by vault/."""

    def mac(self, purpose: str, *parts: bytes | str) -> bytes:
        """Give the keyed hash of parts for one purpose."""

    def claim_bits(self, federation: str, idempotency_key: str, text_digest: str) -> bytes:
        """Give the first 100 bits that the claim code is made of, in 13 bytes."""

    def lookup_hash(self, code: str) -> bytes:
        """Give the keyed hash under which a claim code is stored."""

    def seal(self, plaintext: bytes, context: str) -> Sealed:
        """Seal a contact under a fresh key."""

    def open(self, sealed: Sealed, context: str) -> bytes:
        """Open a sealed contact.

        Raises:
            WrongKey: the wrapping key is gone, or this is another installation's.
        """

    def rewrap(self, sealed: Sealed, context: str) -> Sealed:
        """Wrap the contact's key by the current wrapping key."""
