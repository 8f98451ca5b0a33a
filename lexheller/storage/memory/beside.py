"""How is what stands beside the history kept in memory: contacts, codes, notes?"""

from __future__ import annotations

from datetime import date, datetime

from lexheller.model.sealed import Sealed
from lexheller.services.ports import Message, Receipt
from lexheller.storage.faults import ReceiptTaken
from lexheller.storage.memory.kept import Kept


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
