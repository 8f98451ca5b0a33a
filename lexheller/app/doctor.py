"""Is everything in order on this machine? Each check stands for itself; what cannot be looked at is left out.

A check that fails because something cannot be used carries the error that it met, which the doors have words for.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from lexheller.app.opening import read_rules
from lexheller.errors import LexHellerError, StoreMissing, WrongKey
from lexheller.model.event import moment
from lexheller.services import accounts, own_words
from lexheller.services.founding import MAC_KEY
from lexheller.services.keeping import LAST_BACKUP
from lexheller.services.ports import Clock, UnitOfWork
from lexheller.settings import Settings, load_settings
from lexheller.storage import SqlStore, open_store
from lexheller.storage.engine import place_of
from lexheller.storage.inspection import inspected
from lexheller.storage.keeping import integrity
from lexheller.storage.soundness import missing_guards, unsafe_settings
from lexheller.vault import keyfile
from lexheller.vault.keyfile import KeyFile

CODES: Final = (
    "settings", "rules", "key", "apart", "permissions", "writable", "disk", "database", "whole", "guards", "durable",
    "belongs", "clock", "backup", "web", "rotation",
)  # fmt: skip
"""Every check, in the order in which they are made."""

BACKUP_AGE: Final = timedelta(days=7)
ROTATION_AGE: Final = timedelta(days=31)
EARLIEST: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""This program is not older: a clock that says so is wrong."""
_SLACK: Final = timedelta(minutes=5)
"""What two machines' clocks may differ by."""
_LEAST_FREE: Final = 100 * 2**20
_OTHERS_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class Check:
    """One check and what it found.

    Args:
        code: one of `CODES`.
        detail: a path, a number of days or bytes, a name; for both outcomes, whatever is of use.
        error: the error met, where there was one.
    """

    code: str
    ok: bool
    detail: str = ""
    error: LexHellerError | None = None


def doctor(path: Path | None, environ: Mapping[str, str], clock: Clock | None = None) -> list[Check]:
    """Make every check that can be made.

    Args:
        path: the settings file, where one is named; `environ` as for `load_settings`.
    """
    now = (clock or _now)()
    try:
        settings = load_settings(path, environ)
    except LexHellerError as error:
        return [Check("settings", ok=False, error=error)]
    return [Check("settings", ok=True, detail=str(settings.source or "")), *_checks(settings, now)]


def _now() -> datetime:
    return datetime.now(UTC)


def _checks(settings: Settings, now: datetime) -> Iterator[Check]:
    files = (
        _apart(settings),
        _permissions(settings),
        *_writable(settings),
        *_disk(settings),
    )  # as they lie before the database is opened
    yield _rules(settings)
    keys = _key(settings)
    yield keys if isinstance(keys, Check) else Check("key", ok=True, detail=str(settings.key_file))
    yield from files
    try:
        store = open_store(settings.database, timeout=settings.busy_timeout)
    except LexHellerError as error:
        yield Check("database", ok=False, error=error)
        return
    with closing(store):
        yield Check("database", ok=True, detail=store.where)
        yield from _inside(store, None if isinstance(keys, Check) else keys, now)
    if not isinstance(keys, Check):
        yield _rotation(keys, now)


# --- files ----------------------------------------------------------------------------------------------


def _rules(settings: Settings) -> Check:
    try:
        book = read_rules(settings, themes=_own_themes(settings))
    except LexHellerError as error:
        return Check("rules", ok=False, error=error)
    return Check("rules", ok=True, detail=str(sum(1 for _ in book)))


def _own_themes(settings: Settings) -> Collection[str]:
    """Give the themes that rules may name beside the settings'; none where the database cannot say."""
    try:
        with closing(open_store(settings.database, timeout=settings.busy_timeout)) as store:
            return tuple(store.read(lambda uow: own_words.themes(uow, settings.themes)))
    except LexHellerError:
        return ()


def _key(settings: Settings) -> KeyFile | Check:
    try:
        return keyfile.load(settings.key_file)
    except LexHellerError as error:
        return Check("key", ok=False, error=error)


def _apart(settings: Settings) -> Check:
    """See that who takes the data does not take the key with it: not the same folder, nor one below."""
    key = settings.key_file.resolve()
    database = place_of(settings.database)
    folders = [settings.backups.resolve(), *([database.resolve().parent] if database else [])]
    beside = next((folder for folder in folders if folder in key.parents), None)
    copies = [file for folder in folders for file in _files_in(folder) if keyfile.is_one(file)]
    return Check("apart", ok=not (beside or copies), detail=str(beside or (copies or [settings.key_file])[0]))


def lies_with_data(settings: Settings, place: Path) -> bool:
    """Tell whether whoever takes the database or the backups takes what lies in this place with them."""
    database = place_of(settings.database)
    folders = [settings.backups.resolve(), *([database.resolve().parent] if database else [])]
    return any(folder in place.resolve().parents for folder in folders)


def _permissions(settings: Settings) -> Check:
    """See that others on the machine can neither read the data nor change where it is looked for."""
    database = place_of(settings.database)
    files = (database, *_logs(database)) if database else ()
    shut = [(path, _OTHERS) for path in (*files, *_files_in(settings.backups))]
    shut += [
        (path, _OTHERS_WRITE) for path in (settings.key_file.parent, *([settings.source] if settings.source else []))
    ]
    open_to_others = [str(path) for path, bits in shut if _mode(path) & bits]
    return Check("permissions", ok=not open_to_others, detail=", ".join(open_to_others))


def _writable(settings: Settings) -> Iterator[Check]:
    """See that the account that asks can write in the database and beside it, where SQLite keeps its log."""
    database = place_of(settings.database)
    if database is None or not _mode(database):
        return
    places = (database.parent, *(log for log in (database, *_logs(database)) if _mode(log)))
    shut = [str(place) for place in places if not os.access(place, os.W_OK)]
    yield Check("writable", ok=not shut, detail=", ".join(shut))


def _logs(database: Path) -> tuple[Path, Path]:
    wal, shm = (database.with_name(f"{database.name}{end}") for end in ("-wal", "-shm"))
    return wal, shm


def _mode(path: Path) -> int:
    """Give a file's permissions, nought where it is not there or nobody lets us look."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_file())
    except OSError:
        return []


def _disk(settings: Settings) -> Iterator[Check]:
    """See that there is room for the database once more: an upgrade and a backup need that."""
    database = place_of(settings.database)
    if database is None or not _mode(database):
        return
    free = shutil.disk_usage(database.parent).free
    yield Check("disk", ok=free >= max(_LEAST_FREE, database.stat().st_size), detail=str(free))


# --- the database ---------------------------------------------------------------------------------------


def _inside(store: SqlStore, keys: KeyFile | None, now: datetime) -> Iterator[Check]:
    try:
        damage = integrity(store)
        yield Check("whole", ok=not damage, detail="; ".join(damage[:3]))
        guards = missing_guards(store)
        yield Check("guards", ok=not guards, detail=", ".join(guards))
        unsafe = unsafe_settings(store)
        yield Check("durable", ok=not unsafe, detail=", ".join(unsafe))
        yield from _belongs(store, keys)
        last = inspected(store, lambda look: look.last_event())
        yield _clock(now, moment(last) if last else None)
        yield _backup(store, now, any_cases=bool(last))
        yield _web(store)
    except LexHellerError as error:
        yield Check("whole", ok=False, error=error)


def _belongs(store: SqlStore, keys: KeyFile | None) -> Iterator[Check]:
    mac_key = store.read(lambda uow: uow.notes.value(MAC_KEY))
    if mac_key is None:
        yield Check("belongs", ok=False, error=StoreMissing(where=store.where))
    elif keys is not None:
        if keys.mac.id != mac_key:
            yield Check("belongs", ok=False, error=WrongKey(key=keys.mac.id, path=str(keys.path)))
            return
        # a copy from before the last rotation is the right one otherwise: only the contacts tell
        used = inspected(store, lambda look: look.wrapping_keys())
        older = not keys.wrapping_keys.keys() >= set(used)
        yield Check("belongs", ok=not older, detail=str(keys.path) if older else "")


def _clock(now: datetime, last: datetime | None) -> Check:
    """See that the clock has not gone back: numbers, deadlines and history would lie."""
    earliest = max(EARLIEST, last - _SLACK) if last else EARLIEST
    return Check("clock", ok=now >= earliest, detail=now.astimezone(UTC).isoformat(timespec="seconds"))


def _backup(store: SqlStore, now: datetime, *, any_cases: bool) -> Check:
    written = store.read(lambda uow: uow.notes.value(LAST_BACKUP))
    if written is None:
        return Check("backup", ok=not any_cases)
    age = now - moment(written)
    return Check("backup", ok=age <= BACKUP_AGE or not any_cases, detail=str(age.days))


def web_is_installed() -> bool:
    """Tell whether `lexheller serve` can answer here."""
    return find_spec("flask") is not None


def _web(store: SqlStore) -> Check:
    """See that whoever is invited to the web can get to it; beside a database server, another machine may show it."""
    if web_is_installed() or not store.read(_anybody_comes_in):
        return Check("web", ok=True, detail="lexheller serve")
    return Check("web", ok=store.place is None)


def _anybody_comes_in(uow: UnitOfWork) -> bool:
    found = (accounts.of(uow, person) for person in uow.people.persons() if person.active)
    return any(account.password or account.invitation for account in found)


def _rotation(keys: KeyFile, now: datetime) -> Check:
    age = now - keys.current_key.created
    return Check("rotation", ok=age <= ROTATION_AGE, detail=str(age.days))
