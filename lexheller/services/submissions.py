"""How a report comes in: the form is read, the gate asked, a number and a claim code given, the contact sealed."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast

from lexheller.errors import BadValue, KeyReused, NeedsUnmet, UnknownName
from lexheller.i18n.language import DEFAULT, LANGUAGES
from lexheller.model import codec
from lexheller.model.case import Case, Submitted
from lexheller.model.claim_code import format_code
from lexheller.model.codes import Answer, Channel, Helped, Partner, Recurring, Role, Source
from lexheller.model.fields import CODE_ONLY, FORM, Field, Kind, named, read
from lexheller.processes import process_named
from lexheller.services import allowing, beside, gate
from lexheller.services.entries import By, Entry, first
from lexheller.services.office import STOCKHOLM, Office, local_day
from lexheller.services.ports import Message, Receipt, UnitOfWork

CODE_SHOWN_FOR = timedelta(hours=24)
"""How long a repeated submission is answered with the same code; afterwards with the number alone."""

MADE_UP = "~"
"""What a key begins with that nobody gave: it says nothing to those who read the case."""

SUBMITTER = By("submitter", Role.SUBMITTER)
_LONGEST_TITLE = 80
_INFORMED = Field("informed", Kind.CHOICES, choices=tuple(Channel))


@dataclass(frozen=True, slots=True)
class Form:
    """A form as filled in and read: choices and texts by key. The contact is apart: it goes nowhere but the seal.

    Args:
        titled: somebody wrote the title; else it was made of the text.
    """

    choices: Mapping[str, object]
    texts: Mapping[str, str]
    contact: str
    titled: bool = True

    @property
    def written(self) -> Mapping[str, str]:
        """Give the texts that somebody wrote: what the gate finds in them is marked once, and where it was written."""
        return self.texts if self.titled else {key: text for key, text in self.texts.items() if key != "title"}

    @property
    def digest(self) -> str:
        """Digest everything that was filled in, so that the same key with other words is noticed."""
        content = [codec.encode(dict(self.choices)), dict(self.texts), self.contact]
        return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


SPOKEN = (Source.PHONE, Source.MEETING)
"""How a report comes while a process leader talks with whoever tells it: first contact is made, and the case theirs."""


@dataclass(frozen=True, slots=True)
class Submitting:
    """What is known of a submission beside its form.

    Args:
        key: the idempotency key; a random one is made when empty.
        by: the submitter, or the process leader who registers for somebody.
        vouched: what the gate asks about identifies nobody, says the writer.
        received: the local day of an older report (import, a letter); None for now.
        informed: channels that were shown, and that the submitter says to be informed of.
        imported: the run of an import; `marks` are attributes that the old sheet had beside the form (themes, level),
            `known` is what the gate has said of the texts a moment ago.
        shows_code: whether anybody is told the code; where nobody is, none is kept, and the key makes no repeat known.
    """

    federation: str
    key: str = ""
    by: By = SUBMITTER
    source: Source = Source.FORM
    vouched: bool = False
    language: str = "sv"
    informed: tuple[str, ...] = ()
    imported: str = ""
    received: date | None = None
    shows_code: bool = True
    marks: Mapping[str, object] = field(default_factory=dict)
    known: gate.Known = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Receipted:
    """What the submitter is told: number and code; `claim_code` is None once it may no longer be shown."""

    case: Case
    claim_code: str | None
    repeated: bool = False


def read_form(data: Mapping[str, object], *, lenient: bool = False) -> Form:
    """Read a form by English or Swedish keys.

    Args:
        lenient: the required fields may lack (old sheets seldom have all four).

    Raises:
        UnknownField, BadValue: a key or value that the form does not have.
        NeedsUnmet: required fields lack; names all of them.
    """
    values: dict[str, object] = {}
    for key, raw in data.items():
        field = named(FORM, key, "submit")
        value = read(field, raw)
        if value not in (None, "", ()):
            values[field.key] = value
    lacks = tuple(field.key for field in FORM if field.required and field.key not in values)
    if lacks and not lenient:
        raise NeedsUnmet(step="submit", lacks=lacks)
    texts = {field.key: str(values[field.key]) for field in FORM if field.kind is Kind.TEXT and field.key in values}
    titled = "title" in texts
    texts.setdefault("title", derived_title(texts.get("what_happened", "")))
    contact = str(values.pop("contact", CODE_ONLY))
    choices = {key: value for key, value in values.items() if key not in texts}
    return Form(choices, texts, "" if contact == CODE_ONLY else contact, titled)


def to_come(month: str, today: date) -> bool:
    """Tell whether a month ("2026-03") is still to come: nothing has happened in it yet."""
    return month[:7] > f"{today:%Y-%m}"


def derived_title(text: str) -> str:
    """Make a short title of a text: its first sentence, cut between words."""
    sentence = text.split("\n", 1)[0].split(". ", 1)[0].strip().rstrip(".")
    if len(sentence) <= _LONGEST_TITLE:
        return sentence
    return sentence[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def submit(uow: UnitOfWork, office: Office, form: Form, about: Submitting) -> Receipted:
    """Receive a report: one transaction, after which it is an official document with a number.

    Raises:
        GateStopped: the gate found something; nothing was stored.
        KeyReused: the idempotency key was used for other words.
        UnknownName: no such federation here. BadValue: something happened in a month that is still to come.
    """
    federations = {federation.id for federation in uow.people.federations()}
    if about.federation not in federations:
        raise UnknownName(what="federation", name=about.federation, known=tuple(sorted(federations)))
    key = about.key or MADE_UP + secrets.token_urlsafe(18)
    known = uow.codes.receipt(about.federation, key) if about.shows_code else None
    if known is not None:
        return _repeated(uow, office, known, form, key)
    if about.key.startswith(MADE_UP):
        raise BadValue(field="key", allowed=("2026-03-02-17",))  # those are ours
    office.check_lists(form.choices)
    if to_come(str(form.choices.get("when", "")), office.today()):
        raise BadValue(field="when", allowed=(f"<= {office.today():%Y-%m}",))
    gate.stopped({"key": about.key} if about.key else {}, about.known)
    area = str(form.choices.get("area", ""))
    own_words = {"area": area} if area and not (office.areas or about.imported) else {}
    allowed = allowing.words_of(uow, about.federation)
    fields = gate.passed({**form.written, **own_words}, vouched=about.vouched, known=about.known, allowed=allowed)
    case = _case(uow, office, form, about)
    entry = Entry(
        step="import" if about.imported else "submit",
        by=about.by,
        to=process_named(case.process).process.initial,
        fields={**codec.encode(dict(form.choices)), **fields, "contact": bool(form.contact)},
        texts=form.texts,
        sets={},
    )
    process = process_named(case.process).process
    messages = [] if about.imported else [Message("case_received", "leader", {})]
    if not about.shows_code:
        case = first(uow, office, process, case, entry, messages)
        _keep_contact(uow, office, case, form)
        return Receipted(case, None)
    digest = form.digest
    code = _code(office, about.federation, key, digest)
    hashed = office.keys.lookup_hash(code)
    receipt = Receipt(case.federation, key, _kept(office, case.federation, digest), case.id, office.now())
    digests = {beside.CODE: beside.of_code(hashed), beside.RECEIPT: beside.of_receipt(receipt)}
    case = first(uow, office, process, case, entry, messages, digests)
    _keep_contact(uow, office, case, form)
    uow.codes.put(hashed, case.federation, case.id)
    uow.codes.keep_receipt(receipt)
    return Receipted(case, code)


def _keep_contact(uow: UnitOfWork, office: Office, case: Case, form: Form) -> None:
    if form.contact:
        uow.contacts.put(case.federation, case.id, office.keys.seal(form.contact.encode(), seal_context(case)))


def seal_context(case: Case) -> str:
    """Name the case that a sealed contact belongs to, so that it opens nowhere else."""
    return context_of(case.federation, case.id)


def context_of(federation: str, case: str) -> str:
    """Name a case as `seal_context` does."""
    return f"{federation}/{case}"


def _kept(office: Office, federation: str, digest: str) -> str:
    """Digest a form with the key, as it is kept: from the bare digest a contact could be guessed once it is erased."""
    return office.keys.mac("form", federation, digest).hex()


def _code(office: Office, federation: str, key: str, digest: str) -> str:
    return format_code(office.keys.claim_bits(federation, key, digest))


def _repeated(uow: UnitOfWork, office: Office, known: Receipt, form: Form, key: str) -> Receipted:
    if not hmac.compare_digest(known.text_digest, _kept(office, known.federation, form.digest)):
        raise KeyReused
    case = cast("Case", uow.cases.get(known.federation, known.case))
    fresh = not known.renewed and office.now() - known.at <= CODE_SHOWN_FOR
    return Receipted(case, _code(office, known.federation, key, form.digest) if fresh else None, repeated=True)


def _case(uow: UnitOfWork, office: Office, form: Form, about: Submitting) -> Case:
    now = office.now()
    day = about.received or local_day(now)
    if day > local_day(now):
        raise BadValue(field="received", allowed=(f"<= {local_day(now)}",))
    serial = uow.cases.next_serial(about.federation, day.year)
    choices = form.choices
    partners = cast(
        "tuple[Partner, ...]", tuple(Partner(str(p)) for p in cast("tuple[str, ...]", choices.get("partners", ())))
    )
    org = choices.get("submitter_org")
    submitted = Submitted(
        submitter_org=Partner(str(org)) if org else None,
        partners=partners,
        when=str(choices.get("when", "")),
        area=str(choices.get("area", "")),
        target_group=str(choices.get("target_group", "")),
        recurring=Recurring(str(choices["recurring"])) if "recurring" in choices else None,
        agreement=Answer(str(choices["agreement"])) if "agreement" in choices else None,
        solved=Helped(str(choices["solved"])) if "solved" in choices else None,
        publication=bool(choices.get("publication", False)),
        other_channel=Answer(str(choices["other_channel"])) if "other_channel" in choices else None,
        informed=cast("tuple[Any, ...]", read(_INFORMED, about.informed)),
    )
    case = Case(
        federation=about.federation,
        id=secrets.token_hex(8),
        number=f"{about.federation}-{day.year}-{serial:04d}",
        process="lex_heller",
        state="",
        version=0,
        head="",
        received=now if day == local_day(now) else datetime.combine(day, time(12), STOCKHOLM).astimezone(UTC),
        day=day,
        source=about.source,
        registered_by="" if about.by.role is Role.SUBMITTER else about.by.actor,
        language=about.language if about.language in LANGUAGES else DEFAULT,
        submitted=submitted,
        partners=partners,
        target_group=submitted.target_group,
        contact=bool(form.contact),
        imported=about.imported,
        imported_version=1 if about.imported else 0,
    )
    if about.source in SPOKEN and about.by.role is Role.PROCESS_LEADER:
        case = replace(case, leader=about.by.actor, contacted=day, answered_submitter=day)
    return codec.changed(case, about.marks) if about.marks else case
