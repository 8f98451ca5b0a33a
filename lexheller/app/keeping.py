"""How is the house kept? Backed up, restored, brought up to today's schema, its keys rotated, its late ones told of."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import UTC
from functools import partial
from pathlib import Path

from lexheller.app.opening import House, open_house, ring_of
from lexheller.app.proving import verify
from lexheller.errors import StoreOlder
from lexheller.model.event import stamp
from lexheller.services import deadlines_passed, keeping, rechecking
from lexheller.services.founding import MAC_KEY
from lexheller.services.keeping import LAST_BACKUP, Rotated
from lexheller.services.ports import Clock
from lexheller.services.rechecking import Progress, Rechecked
from lexheller.services.tags import tag_everything
from lexheller.services.verifying import Verified
from lexheller.settings import Settings
from lexheller.storage import open_store
from lexheller.storage.engine import place_of
from lexheller.storage.keeping import Copied
from lexheller.storage.keeping import backup as copy_store
from lexheller.storage.keeping import restore as bring_back
from lexheller.storage.unit_of_work import SqlStore
from lexheller.storage.upgrading import upgrade as lead_to_today
from lexheller.storage.waiting import overdue, settled, unchecked
from lexheller.vault import safe_files


@dataclass(frozen=True, slots=True)
class Upgraded:
    """From which schema to which, and where the backup lies that was taken before; None where nothing was to do."""

    found: str
    now: str
    backup: Path | None


def backup(house: House, to: Path | None = None) -> Copied:
    """Write a backup, while others work, and note when. The key file is never in it.

    Args:
        to: a file that is not there yet, or a folder; None takes the folder of the settings.

    Raises:
        StoreNotEmpty: there is such a file.
        StoreUnusable: the database or the place cannot be used.
    """
    copied = copy_store(house.store, _free_place(house.settings, to, house.office.now))
    house.store.write(lambda uow: uow.notes.put_value(LAST_BACKUP, stamp(house.office.now())))
    return copied


def restore(settings: Settings, place: Path, clock: Clock | None = None) -> tuple[Copied, Verified]:
    """Make the database anew out of a backup, where there is none, and verify it.

    Raises:
        StoreNotEmpty: there is a database already.
        KeyMissing, KeyUnreadable, WrongKey: the key file does not belong to the backup; nothing is left behind.
        UnreadableFile, StoreUnusable: the backup cannot be used.
    """
    copied = bring_back(place, settings.database)
    try:
        with contextlib.closing(open_house(settings, clock)) as house:
            return copied, verify(house)
    except StoreOlder:
        raise  # it is whole: `upgrade` is the next thing to do
    except BaseException:
        take_away(settings.database)
        raise


def take_away(url: str) -> None:
    """Take away a database that is one's own, such as one that was just made; a server's is left for its owner."""
    if restored := place_of(url):
        for name in (restored.name, f"{restored.name}-wal", f"{restored.name}-shm"):
            restored.with_name(name).unlink(missing_ok=True)


def upgrade(settings: Settings, clock: Clock) -> Upgraded:
    """Lead an older database to today's schema, after a backup.

    Raises:
        StoreNewer: the schema is newer than this program.
        KeyMissing, KeyUnreadable, WrongKey: the key file does not belong to the database; nothing was done.
        StoreMissing, StoreCorrupt, StoreUnusable: there is nothing to upgrade, or it cannot be.
    """
    try:
        open_store(settings.database, timeout=settings.busy_timeout).close()
    except StoreOlder as older:
        found = str(older.data["found"])
    else:
        _, now = lead_to_today(settings.database, timeout=settings.busy_timeout)
        return Upgraded(now, now, None)
    store = SqlStore(settings.database, timeout=settings.busy_timeout)
    try:
        mac_key = store.read(lambda uow: uow.notes.value(MAC_KEY))
        keys = ring_of(settings, mac_key) if mac_key else None
        copied = copy_store(store, _free_place(settings, None, clock))
    finally:
        store.close()
    tag = partial(tag_everything, keys=keys) if keys else None
    _, now = lead_to_today(settings.database, timeout=settings.busy_timeout, tag=tag)
    return Upgraded(found, now, copied.place)


def _free_place(settings: Settings, to: Path | None, clock: Clock) -> Path:
    folder = to if to is not None and to.is_dir() else settings.backups
    if to is not None and folder is not to:
        return to
    safe_files.make_folder(folder)
    name = f"lexheller-{clock().astimezone(UTC):%Y%m%dT%H%M%SZ}"
    ending = ".db" if place_of(settings.database) else ".dump"
    return folder / f"{name}{ending}"


def rotate_keys(house: House) -> Rotated:
    """Rotate the wrapping key, and forget the old ones, so that what was erased is gone from old backups too."""
    return keeping.rotate_keys(house.store, house.keyring, house.office.now, lambda: settled(house.store))


def recheck(house: House, progress: Progress = lambda _done, _all: None) -> Rechecked:
    """Hold the texts of every case that is open or may be seen against today's rules; what is found is blocked.

    Raises:
        GateFailed: the gate cannot be asked.
    """
    return rechecking.recheck(house.store, house.office, unchecked, progress)


def announce_deadlines(house: House) -> int:
    """Tell of every deadline that has passed; return how many messages that made."""
    return deadlines_passed.announce(house.store, house.office, overdue)
