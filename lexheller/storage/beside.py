"""How is stored what hangs beside a case: the sealed contact, claim codes and receipts, notes of what was seen?"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import bindparam, func, select

from lexheller.model.event import moment, stamp
from lexheller.model.sealed import Sealed
from lexheller.services.ports import Message, Receipt
from lexheller.storage.faults import ReceiptTaken
from lexheller.storage.rows import Row, canonical
from lexheller.storage.statements import Link, of_case
from lexheller.storage.tables import codes, contacts, facts, import_rows, outbox, receipts, seen

_OTHERS = (
    select(contacts)
    .where(contacts.c.key_id != bindparam("key_id"))
    .order_by(contacts.c.federation_id, contacts.c.case_id)
    .limit(bindparam("at_most"))
)
_CODE = (
    select(codes.c.federation_id, codes.c.case_id)
    .where(codes.c.code_hash == bindparam("hashed"))
    .order_by(codes.c.place)
    .limit(1)
)
_CODES = select(func.count()).select_from(codes).where(codes.c.code_hash == bindparam("hashed"))
_DROP = codes.delete().where(codes.c.federation_id == bindparam("federation"), codes.c.case_id == bindparam("case"))
_RECEIPT = select(receipts).where(
    receipts.c.federation_id == bindparam("federation"), receipts.c.key == bindparam("idempotency_key")
)
_RECEIPT_OF = (
    select(receipts)
    .where(receipts.c.federation_id == bindparam("federation"), receipts.c.case_id == bindparam("case"))
    .order_by(receipts.c.key)
    .limit(1)
)
_RENEW = (
    receipts.update()
    .where(
        receipts.c.federation_id == bindparam("federation"),
        receipts.c.key == bindparam("idempotency_key"),
        receipts.c.case_id == bindparam("case"),
    )
    .values(text_digest=bindparam("new_digest"), at=bindparam("new_at"), renewed=bindparam("new_renewed"))
)
_SEEN = select(seen.c.day).where(
    seen.c.federation_id == bindparam("federation"),
    seen.c.case_id == bindparam("case"),
    seen.c.what == bindparam("of_what"),
)
_IMPORTED = select(import_rows.c.federation_id, import_rows.c.case_id).where(
    import_rows.c.source == bindparam("of_source"), import_rows.c.row == bindparam("of_row")
)
_RUN = (
    select(import_rows.c.federation_id, import_rows.c.case_id)
    .where(import_rows.c.run == bindparam("of_run"))
    .order_by(import_rows.c.place)
)
_LAST_PLACE = select(func.coalesce(func.max(import_rows.c.place), 0)).where(import_rows.c.run == bindparam("of_run"))
_TOLD = select(func.coalesce(func.max(outbox.c.place), -1)).where(
    outbox.c.federation_id == bindparam("federation"),
    outbox.c.case_id == bindparam("case"),
    outbox.c.version == bindparam("of_version"),
)
_VALUE = select(facts.c.value).where(facts.c.name == bindparam("of_name"))


class SqlContacts:
    """Sealed contacts; fills `ports.Contacts`."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self.erased = False

    def put(self, federation: str, case: str, sealed: Sealed) -> None:
        """Store or replace a contact."""
        row = (federation, case, sealed.key_id, sealed.wrapped_key, sealed.box)
        if not self._link.append_new(contacts, row):
            self._link.put(contacts, row)
            self.erased = True  # the key wrapped before is to go from the log as well

    def get(self, federation: str, case: str) -> Sealed | None:
        """Read a sealed contact."""
        row = self._link.one(of_case(contacts)[0], federation=federation, case=case)
        return Sealed(*row[2:]) if row else None

    def erase(self, federation: str, case: str) -> bool:
        """Destroy the row with its wrapped key; tell whether there was one."""
        there = self._link.run(of_case(contacts)[1], federation=federation, case=case).rowcount > 0
        self.erased = self.erased or there
        return there

    def wrapped_by_others(self, key_id: str, limit: int) -> tuple[tuple[str, str, Sealed], ...]:
        """List (federation, case, sealed) whose key is not wrapped by `key_id`, for rotation."""
        rows = self._link.all(_OTHERS, key_id=key_id, at_most=limit)
        return tuple((federation, case, Sealed(*sealed)) for federation, case, *sealed in rows)


class SqlCodes:
    """Claim codes as keyed hashes, and receipts; fills `ports.Codes`."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def put(self, code_hash: bytes, federation: str, case: str) -> None:
        """Let a code open a case; several codes may open one, and one code several."""
        place = (self._link.one(_CODES, hashed=code_hash) or (0,))[0]
        self._link.append_new(codes, (code_hash, federation, case, place))

    def find(self, code_hash: bytes) -> tuple[str, str] | None:
        """Give (federation, case) that a code opens: of several, the one it was made for."""
        row = self._link.one(_CODE, hashed=code_hash)
        return (row[0], row[1]) if row else None

    def drop(self, federation: str, case: str) -> None:
        """Let no code open this case any longer."""
        self._link.run(_DROP, federation=federation, case=case)

    def receipt(self, federation: str, key: str) -> Receipt | None:
        """Read what an idempotency key made."""
        return _receipt(self._link.one(_RECEIPT, federation=federation, idempotency_key=key))

    def keep_receipt(self, receipt: Receipt) -> None:
        """Store or replace what an idempotency key made.

        Raises:
            ReceiptTaken: the key has made another case meanwhile; `Store.write` then starts over.
        """
        federation, key, digest, case = receipt.federation, receipt.key, receipt.text_digest, receipt.case
        at, again = stamp(receipt.at), int(receipt.renewed)
        if self._link.append_new(receipts, (federation, key, digest, case, at, again)):
            return
        renewed = self._link.run(
            _RENEW, federation=federation, idempotency_key=key, case=case, new_digest=digest, new_at=at,
            new_renewed=again,
        )  # fmt: skip
        if renewed.rowcount != 1:
            raise ReceiptTaken

    def receipt_of(self, federation: str, case: str) -> Receipt | None:
        """Read the receipt by the case it made."""
        return _receipt(self._link.one(_RECEIPT_OF, federation=federation, case=case))


def _receipt(row: Row | None) -> Receipt | None:
    if row is None:
        return None
    federation, key, text_digest, case, at, renewed = row
    return Receipt(federation, key, text_digest, case, moment(at), renewed=bool(renewed))


class SqlNotes:
    """Facts beside the history; fills `ports.Notes`."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def seen(self, federation: str, case: str, what: str) -> date | None:
        """Tell when something was first seen ("feedback")."""
        row = self._link.one(_SEEN, federation=federation, case=case, of_what=what)
        return date.fromisoformat(row[0]) if row else None

    def mark_seen(self, federation: str, case: str, what: str, day: date) -> bool:
        """Note that something was seen, if it was not before; tell whether it was new."""
        return self._link.append_new(seen, (federation, case, what, day.isoformat()))

    def imported(self, source: str, row: str) -> tuple[str, str] | None:
        """Give (federation, case) that a row of a sheet became."""
        found = self._link.one(_IMPORTED, of_source=source, of_row=row)
        return (found[0], found[1]) if found else None

    def mark_imported(self, source: str, row: str, run: str, federation: str, case: str) -> None:
        """Note that a row of a sheet became a case in an import run."""
        last = (self._link.one(_LAST_PLACE, of_run=run) or (0,))[0]
        self._link.put(import_rows, (source, row, run, last + 1, federation, case))

    def run(self, run: str) -> tuple[tuple[str, str], ...]:
        """List (federation, case) of an import run, in order."""
        return tuple((federation, case) for federation, case in self._link.all(_RUN, of_run=run))

    def tell(self, federation: str, case: str, message: Message, at: datetime) -> None:
        """Put a message into the outbox that no step causes, such as a deadline that has passed."""
        no_step = 0
        last = (self._link.one(_TOLD, federation=federation, case=case, of_version=no_step) or (-1,))[0]
        row = (federation, case, no_step, last + 1, message.topic, message.to, canonical(message.payload), stamp(at))
        self._link.append(outbox, [(*row, None)])

    def value(self, name: str) -> str | None:
        """Read a fact about the installation ("last_backup", "last_rotation", "installation")."""
        row = self._link.one(_VALUE, of_name=name)
        return str(row[0]) if row else None

    def put_value(self, name: str, value: str) -> None:
        """Store a fact about the installation."""
        self._link.put(facts, (name, value))
