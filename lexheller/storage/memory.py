"""How can services be tried without a database? On a store in memory that keeps every promise of `ports.py`."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import TypeVar

from lexheller.errors import NotFound, Stale
from lexheller.model.account import Account
from lexheller.model.allowed import AllowedWord
from lexheller.model.case import Case
from lexheller.model.event import Event, Text, stamp
from lexheller.model.partner_link import PartnerLink
from lexheller.model.people import Federation, Group, Organisation, Pattern, Person, Recipient, Viewer
from lexheller.model.sealed import Sealed
from lexheller.model.session import Session, SessionKind
from lexheller.model.stand_in import StandIn
from lexheller.model.visibility import sight
from lexheller.services.ports import Message, Receipt, Story, UnitOfWork
from lexheller.storage.draft import Draft
from lexheller.storage.faults import ReceiptTaken

T = TypeVar("T")
Key = tuple[str, str]


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


class MemoryCases:
    """Cases in memory; fills `ports.Cases`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def find(self, number: str) -> Case | None:
        """Read a head by register number."""
        key = self._kept.numbers.get(number)
        return self._kept.cases[key] if key else None

    def get(self, federation: str, case: str) -> Case | None:
        """Read a head by key."""
        return self._kept.cases.get((federation, case))

    def add(self, case: Case, event: Event, texts: Iterable[Text], messages: Iterable[Message]) -> None:
        """Store a new case with its first event."""
        key = (case.federation, case.id)
        if key in self._kept.cases or case.number in self._kept.numbers:
            raise KeyError(case.number)
        self._kept.numbers[case.number] = key
        self._keep(case, event, texts, messages)

    def save(self, old: Case, new: Case, event: Event, texts: Iterable[Text], messages: Iterable[Message]) -> None:
        """Move a case from `old` to `new` with the event that did it.

        Raises:
            Stale: the stored version is no longer `old.version`; nothing was written.
        """
        key = (old.federation, old.id)
        now = self._kept.cases.get(key)
        if now is None or now.version != old.version:
            last = self._kept.events[key][-1] if now else None
            step, actor, at = (last.step, last.actor, stamp(last.at)) if last else ("", "", "")
            found = now.version if now else 0
            raise Stale(number=old.number, seen=old.version, now=found, step=step, actor=actor, at=at)
        self._keep(new, event, texts, messages)

    def _keep(self, case: Case, event: Event, texts: Iterable[Text], messages: Iterable[Message]) -> None:
        key = (case.federation, case.id)
        self._kept.cases[key] = case
        self._kept.events[key] = (*self._kept.events.get(key, ()), event)
        new = {(text.version, text.field): text for text in texts}
        if new:
            self._kept.texts[key] = {**self._kept.texts.get(key, {}), **new}
        for message in messages:
            self._kept.outbox[len(self._kept.outbox)] = (*key, event.version, message)

    def texts(self, federation: str, case: str) -> tuple[Text, ...]:
        """Read every text of a case, by version and field."""
        return tuple(text for _, text in sorted(self._kept.texts.get((federation, case), {}).items(), key=_first))

    def text(self, federation: str, case: str, version: int, field: str) -> Text | None:
        """Read one text."""
        return self._kept.texts.get((federation, case), {}).get((version, field))

    def replace_text(self, federation: str, case: str, text: Text) -> None:
        """Put another text in the place of (version, field).

        Raises:
            NotFound: there is no text in that place.
        """
        held = self._kept.texts.get((federation, case), {})
        if (text.version, text.field) not in held:
            raise NotFound(what="text", name=f"{text.version}/{text.field}")
        self._kept.texts[federation, case] = {**held, (text.version, text.field): text}

    def events(self, federation: str, case: str) -> tuple[Event, ...]:
        """Read the whole history of a case, in order."""
        return self._kept.events.get((federation, case), ())

    def between(self, viewer: Viewer, first: date, last: date) -> tuple[Case, ...]:
        """List the cases of some days that a viewer may see; undone imports and doubles are left out."""
        found = (c for c in self._kept.cases.values() if first <= c.day <= last and not c.void and not c.double_of)
        return tuple(sorted((c for c in found if sight(viewer, c)), key=lambda c: c.number))

    def tied(self, pattern: str) -> int:
        """Count the cases, of any federation, that are tied to a pattern."""
        return sum(pattern in case.patterns for case in self._kept.cases.values())

    def next_serial(self, federation: str, year: int) -> int:
        """Allot the next running number of a year, inside this transaction."""
        self._kept.serials[federation, year] = self._kept.serials.get((federation, year), 0) + 1
        return self._kept.serials[federation, year]


class MemoryContacts:
    """Sealed contacts in memory; fills `ports.Contacts`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def put(self, federation: str, case: str, sealed: Sealed) -> None:
        """Store or replace a contact."""
        self._kept.contacts[federation, case] = sealed

    def get(self, federation: str, case: str) -> Sealed | None:
        """Read a sealed contact."""
        return self._kept.contacts.get((federation, case))

    def erase(self, federation: str, case: str) -> bool:
        """Destroy a contact; tell whether there was one."""
        return self._kept.contacts.pop((federation, case), None) is not None

    def wrapped_by_others(self, key_id: str, limit: int) -> tuple[tuple[str, str, Sealed], ...]:
        """List (federation, case, sealed) whose key is not wrapped by `key_id`, for rotation."""
        found = [(*key, sealed) for key, sealed in sorted(self._kept.contacts.items()) if sealed.key_id != key_id]
        return tuple(found[:limit])


class MemoryCodes:
    """Claim codes and receipts in memory; fills `ports.Codes`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def put(self, code_hash: bytes, federation: str, case: str) -> None:
        """Let a code open a case; several codes may open one, and one code several."""
        opened = self._kept.codes.get(code_hash, ())
        if (federation, case) not in opened:
            self._kept.codes[code_hash] = (*opened, (federation, case))

    def find(self, code_hash: bytes) -> tuple[str, str] | None:
        """Give (federation, case) that a code opens: of several, the one it was made for."""
        return next(iter(self._kept.codes.get(code_hash, ())), None)

    def drop(self, federation: str, case: str) -> None:
        """Let no code open this case any longer."""
        for code, opened in [found for found in self._kept.codes.items() if (federation, case) in found[1]]:
            left = tuple(key for key in opened if key != (federation, case))
            if left:
                self._kept.codes[code] = left
            else:
                del self._kept.codes[code]

    def receipt(self, federation: str, key: str) -> Receipt | None:
        """Read what an idempotency key made."""
        return self._kept.receipts.get((federation, key))

    def keep_receipt(self, receipt: Receipt) -> None:
        """Store or replace what an idempotency key made.

        Raises:
            ReceiptTaken: the key has made another case.
        """
        before = self.receipt(receipt.federation, receipt.key)
        if before and before.case != receipt.case:
            raise ReceiptTaken
        self._kept.receipts[receipt.federation, receipt.key] = receipt

    def receipt_of(self, federation: str, case: str) -> Receipt | None:
        """Read the receipt by the case it made."""
        found = (r for _, r in sorted(self._kept.receipts.items()) if (r.federation, r.case) == (federation, case))
        return next(found, None)


class MemoryPeople:
    """Who there is, in memory; fills `ports.People`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def federations(self) -> tuple[Federation, ...]:
        """List the federations of this installation."""
        return _in_order(self._kept.federations)

    def put_federation(self, federation: Federation) -> None:
        """Store or replace a federation."""
        self._kept.federations[federation.id] = federation

    def persons(self, federation: str | None = None) -> tuple[Person, ...]:
        """List people, of one federation or all."""
        return tuple(p for p in _in_order(self._kept.persons) if federation in {None, p.federation})

    def put_person(self, person: Person) -> None:
        """Store or replace a person."""
        self._kept.persons[person.federation, person.id] = person

    def groups(self) -> tuple[Group, ...]:
        """List working groups with their member federations."""
        return _in_order(self._kept.groups)

    def put_group(self, group: Group) -> None:
        """Store or replace a group."""
        self._kept.groups[group.host, group.id] = group

    def organisations(self, federation: str) -> tuple[Organisation, ...]:
        """List a federation's partners as organisations."""
        return tuple(o for o in _in_order(self._kept.organisations) if o.federation == federation)

    def put_organisation(self, organisation: Organisation) -> None:
        """Store or replace an organisation."""
        self._kept.organisations[organisation.federation, organisation.id] = organisation

    def recipients(self, federation: str) -> tuple[Recipient, ...]:
        """List where a federation's referrals can go."""
        return tuple(r for r in _in_order(self._kept.recipients) if r.federation == federation)

    def put_recipient(self, recipient: Recipient) -> None:
        """Store or replace a recipient."""
        self._kept.recipients[recipient.federation, recipient.id] = recipient

    def patterns(self) -> tuple[Pattern, ...]:
        """List named patterns of all hosts."""
        return _in_order(self._kept.patterns)

    def put_pattern(self, pattern: Pattern) -> None:
        """Store or replace a pattern."""
        self._kept.patterns[pattern.host, pattern.id] = pattern

    def allowed_words(self, federation: str) -> tuple[AllowedWord, ...]:
        """List the words that a federation has agreed are no person's name."""
        return tuple(word for word in _in_order(self._kept.allowed) if word.federation == federation)

    def put_allowed_word(self, word: AllowedWord) -> None:
        """Store or replace such a word."""
        self._kept.allowed[word.federation, word.id] = word

    def drop_allowed_word(self, federation: str, word: str) -> bool:
        """Take such a word off the list, and its tag; tell whether it was there."""
        self._kept.tags.pop((federation, "allowedword", word), None)
        return self._kept.allowed.pop((federation, word), None) is not None

    def stand_ins(self, federation: str) -> tuple[StandIn, ...]:
        """List who stands in for whom in a federation, or did."""
        return tuple(found for found in _in_order(self._kept.stand_ins) if found.federation == federation)

    def put_stand_in(self, stand_in: StandIn) -> None:
        """Store or replace who stands in for somebody."""
        self._kept.stand_ins[stand_in.federation, stand_in.id] = stand_in

    def tag(self, federation: str, kind: str, name: str) -> str:
        """Read the tag of one of these, "" where there is none."""
        return self._kept.tags.get((federation, kind, name), "")

    def put_tag(self, federation: str, kind: str, name: str, tag: str) -> None:
        """Store or replace the tag of one of these."""
        self._kept.tags[federation, kind, name] = tag


def _first(item: tuple[T, object]) -> T:
    return item[0]


def _in_order(kept: MutableMapping[str, T] | MutableMapping[Key, T]) -> tuple[T, ...]:
    return tuple(kept[key] for key in sorted(kept))  # type: ignore[index]  # both kinds of keys are in order


class MemoryNotes:
    """Facts beside the history, in memory; fills `ports.Notes`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def seen(self, federation: str, case: str, what: str) -> date | None:
        """Tell when something was first seen."""
        return self._kept.seen.get((federation, case, what))

    def mark_seen(self, federation: str, case: str, what: str, day: date) -> bool:
        """Note that something was seen, if it was not before; tell whether it was new."""
        new = (federation, case, what) not in self._kept.seen
        self._kept.seen.setdefault((federation, case, what), day)
        return new

    def imported(self, source: str, row: str) -> tuple[str, str] | None:
        """Give (federation, case) that a row of a sheet became."""
        found = self._kept.imported.get((source, row))
        return found[1:] if found else None

    def mark_imported(self, source: str, row: str, run: str, federation: str, case: str) -> None:
        """Note that a row of a sheet became a case in an import run."""
        self._kept.imported.pop((source, row), None)
        self._kept.imported[source, row] = (run, federation, case)

    def run(self, run: str) -> tuple[tuple[str, str], ...]:
        """List (federation, case) of an import run, in order."""
        return tuple((federation, case) for of_run, federation, case in self._kept.imported.values() if of_run == run)

    def tell(self, federation: str, case: str, message: Message, at: datetime) -> None:  # noqa: ARG002  # the port's
        """Put a message into the outbox that no step causes."""
        self._kept.outbox[len(self._kept.outbox)] = (federation, case, 0, message)

    def value(self, name: str) -> str | None:
        """Read a fact about the installation."""
        return self._kept.values.get(name)

    def put_value(self, name: str, value: str) -> None:
        """Store a fact about the installation."""
        self._kept.values[name] = value


class MemorySessions:
    """Sessions in memory; fills `ports.Sessions`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def put(self, session: Session) -> None:
        """Store or replace a session."""
        self._kept.sessions[session.id] = session

    def get(self, session: str) -> Session | None:
        """Read a session by its id."""
        return self._kept.sessions.get(session)

    def of(self, kind: SessionKind, federation: str, name: str) -> tuple[Session, ...]:
        """List somebody's sessions, the oldest first."""
        theirs = [s for s in self._kept.sessions.values() if (s.kind, s.federation, s.name) == (kind, federation, name)]
        return tuple(sorted(theirs, key=lambda s: (s.started, s.id)))

    def drop(self, session: str) -> None:
        """Take a session away, if it is there."""
        self._kept.sessions.pop(session, None)


class MemoryAccounts:
    """What people sign in by, in memory; fills `ports.Accounts`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def put(self, account: Account) -> None:
        """Store or replace an account."""
        self._kept.accounts[account.federation, account.person] = account

    def get(self, federation: str, person: str) -> Account | None:
        """Read somebody's account."""
        return self._kept.accounts.get((federation, person))

    def invited(self, invitation: str) -> Account | None:
        """Find the account that an open invitation is for; "" finds none."""
        return next((a for a in self._kept.accounts.values() if invitation and a.invitation == invitation), None)

    def wrapped_by_others(self, key_id: str, limit: int) -> tuple[tuple[str, str, Sealed], ...]:
        """List (federation, person, secret) whose key is not wrapped by `key_id`, for rotation."""
        found = [(*key, a.secret) for key, a in sorted(self._kept.accounts.items()) if a.secret]
        return tuple(row for row in found if row[2].key_id != key_id)[:limit]


class MemoryPartnerLinks:
    """Partners' ways in, in memory; fills `ports.PartnerLinks`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def put(self, link: PartnerLink) -> None:
        """Store or replace a link."""
        self._kept.partner_links[link.federation, link.id] = link

    def get(self, federation: str, link: str) -> PartnerLink | None:
        """Read a link by its id."""
        return self._kept.partner_links.get((federation, link))

    def find(self, word: str) -> PartnerLink | None:
        """Find a link by the keyed hash of its word; "" finds none."""
        return next((link for link in self._kept.partner_links.values() if word and link.word == word), None)

    def of(self, federation: str) -> tuple[PartnerLink, ...]:
        """List a federation's links, the oldest first."""
        found = (link for link in self._kept.partner_links.values() if link.federation == federation)
        return tuple(sorted(found, key=lambda link: (link.made, link.id)))


class MemoryLibrary:
    """What the public may read, in memory; fills `ports.Library`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def stories(self, before: datetime) -> tuple[Story, ...]:
        """List what was released before a moment and may be shown, the newest first."""
        found = (self._story(case) for case in self._kept.cases.values() if case.public)
        known = (story for story in found if story.released < before)
        return tuple(sorted(known, key=lambda story: (stamp(story.released), story.case), reverse=True))

    def _story(self, case: Case) -> Story:
        key = case.federation, case.id
        released = next(e for e in self._kept.events[key] if e.version == case.released_version)
        worded = self._kept.texts[key].values()
        words = next(t for t in worded if t.field == "public_text" and t.version == case.public_version)
        return Story(
            case.federation,
            case.id,
            words.text,
            tuple(sorted(p.value for p in case.partners)),
            tuple(sorted(case.themes)),
            released.at,
        )

    def met(self) -> dict[str, int]:
        """Count by story how many have said that they met the same."""
        return dict(self._kept.story_marks)

    def meet(self, story: str) -> None:
        """Count one more."""
        self._kept.story_marks[story] = self._kept.story_marks.get(story, 0) + 1


class MemoryNotices:
    """A federation's own texts, in memory; fills `ports.Notices`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def put(self, federation: str, kind: str, language: str, text: str, changed: datetime) -> None:
        """Store or replace a text; "" takes it away."""
        if text:
            self._kept.notices[federation, kind, language] = (text, changed)
        else:
            self._kept.notices.pop((federation, kind, language), None)

    def get(self, federation: str, kind: str, language: str) -> tuple[str, datetime] | None:
        """Read a text and when it was changed."""
        return self._kept.notices.get((federation, kind, language))


class MemoryUnitOfWork:
    """One transaction in memory; fills `ports.UnitOfWork`."""

    def __init__(self, kept: Kept) -> None:
        self.cases = MemoryCases(kept)
        self.contacts = MemoryContacts(kept)
        self.codes = MemoryCodes(kept)
        self.people = MemoryPeople(kept)
        self.notes = MemoryNotes(kept)
        self.sessions = MemorySessions(kept)
        self.accounts = MemoryAccounts(kept)
        self.partner_links = MemoryPartnerLinks(kept)
        self.library = MemoryLibrary(kept)
        self.notices = MemoryNotices(kept)


class MemoryStore:
    """A store in memory; fills `ports.Store`. `kept` is what it holds, for tests to look at."""

    def __init__(self) -> None:
        self.kept = Kept()
        self._turn = threading.RLock()

    def write(self, work: Callable[[UnitOfWork], T]) -> T:
        """Do work in one transaction: all of it is kept, or none."""
        with self._turn:
            now = self.kept.drafted()
            done = work(MemoryUnitOfWork(now))
            now.keep()
            return done

    def read(self, work: Callable[[UnitOfWork], T]) -> T:
        """Do work and keep nothing of what it writes."""
        with self._turn:
            return work(MemoryUnitOfWork(self.kept.drafted()))

    def messages(self, topic: str | None = None) -> tuple[Message, ...]:
        """List what lies in the outbox, in the order written."""
        return tuple(m for *_, m in self.kept.outbox.values() if topic in {None, m.topic})
