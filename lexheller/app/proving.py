"""How is it shown that nothing was changed past the program? All of it is verified, and moments are signed and kept."""

from __future__ import annotations

from typing import Final

from lexheller.app.opening import House
from lexheller.errors import Tampered, WrongKey
from lexheller.model.sealed import Sealed
from lexheller.services.ports import Keys, Store
from lexheller.services.submissions import context_of
from lexheller.services.tags import Thing, tag_of
from lexheller.services.verifying import Fault, Lookup, Record, Verified
from lexheller.services.verifying import verify as verify_all
from lexheller.storage.inspection import SqlInspection, inspected
from lexheller.vault import checkpoints
from lexheller.vault.checkpoints import Checkpoint, Leaf

LAST_CHECKPOINT: Final = "last_checkpoint"
"""The fact that says which checkpoint was written last, so that the newest ones are missed too when they go away."""


def verify(house: House) -> Verified:
    """Check everything stored, and compare it with the signed checkpoints.

    Raises:
        StoreUnusable: the database cannot be used.
    """
    folder = house.settings.checkpoints
    kept = checkpoints.numbers(folder)

    def examine(lookup: Lookup) -> list[checkpoints.Fault]:
        public = house.keyring.public_key_ssh
        return checkpoints.examine(folder, lookup, public_key_ssh=public, installation=house.installation)

    found = inspected(
        house.store,
        lambda look: verify_all(look, examine if kept else None, len(kept), KeyTrial(house.office.keys, house.store)),
    )
    missed = _newest_missing(house, max(kept, default=0))
    return Verified(found.cases, found.events, found.checkpoints, (*found.faults, *missed))


class KeyTrial:
    """Try what only the keys can tell; fills `services.verifying.Try`.

    Args:
        store: where a contact is looked at once more that does not open; None looks once.
    """

    def __init__(self, keys: Keys, store: Store | None = None) -> None:
        self._keys, self._store = keys, store

    def tag(self, thing: Thing) -> str:
        """Give the tag of a person, place or group as it is now."""
        return tag_of(self._keys, thing)

    def contact(self, record: Record) -> str:
        """Open a case's contact for nobody to see; give what is wrong with it as a code, "" for nothing."""
        wrong = self._wrong(record, record.contact) if record.contact else ""
        if not wrong or self._store is None:
            return wrong
        # The keys may have been rotated since the moment that is looked at: then it lies there anew.
        now = self._store.read(lambda uow: uow.contacts.get(record.federation, record.case))
        return wrong if now == record.contact or now is None else self._wrong(record, now)

    def _wrong(self, record: Record, sealed: Sealed) -> str:
        try:
            self._keys.open(sealed, context_of(record.federation, record.case))
        except Tampered:
            return "contact_changed"
        except WrongKey:
            return "contact_key_gone"
        return ""


def _newest_missing(house: House, newest: int) -> tuple[Fault, ...]:
    written = int(house.store.read(lambda uow: uow.notes.value(LAST_CHECKPOINT)) or 0)
    return tuple(Fault("", 0, "checkpoint_missing", str(number)) for number in range(newest + 1, written + 1))


def checkpoint(house: House) -> Checkpoint:
    """Write the next signed checkpoint: where every case stands now.

    Raises:
        StoreUnusable: the database, or the folder of checkpoints, cannot be used.
    """
    at = house.office.now()
    leaves = inspected(house.store, _leaves)
    folder = house.settings.checkpoints
    written = checkpoints.write(folder, leaves, house.keyring, at=at, installation=house.installation)
    house.store.write(lambda uow: uow.notes.put_value(LAST_CHECKPOINT, str(written.number)))
    return written


def _leaves(look: SqlInspection) -> list[Leaf]:
    return [Leaf(*row) for row in look.newest()]
