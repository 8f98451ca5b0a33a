"""Where do the keys lie, and how do they come, change and go?

One JSON file, readable by its owner only, never part of a backup. It holds one key for keyed hashes (`mac`), one for
signatures (`signing`) and the wrapping keys, of which one is current; the others are kept until nothing is wrapped by
them any more. A key's name is a digest of the key, so a wrong or damaged file is noticed when it is read.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
import secrets
import stat
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from lexheller.errors import KeyMissing, KeyUnreadable, NotPossible, UnknownName
from lexheller.vault import safe_files

if TYPE_CHECKING:
    from pathlib import Path

FORMAT: Final = "lexheller-keys"
VERSION: Final = 1
_SIZE: Final = 32
_LARGEST: Final = 64 * 1024
"""Bytes: a key file with a rotation a month for a hundred years is smaller."""
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


class Purpose(StrEnum):
    """What a key is for; part of its name, so that none does another's work."""

    MAC = "mac"
    SIGNING = "signing"
    WRAPPING = "wrapping"


@dataclass(frozen=True, slots=True)
class Key:
    """One secret key with its name and day of birth."""

    id: str
    created: datetime
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """All keys of one installation, as they stood in the file when it was read.

    Args:
        wrapping: oldest first; `current` names the one that new things are wrapped by.
    """

    path: Path
    mac: Key
    signing: Key
    wrapping: tuple[Key, ...]
    current: str

    @property
    def current_key(self) -> Key:
        """Give the wrapping key that new things are wrapped by; its `created` tells when it was last rotated."""
        return self.wrapping_keys[self.current]

    @property
    def wrapping_keys(self) -> dict[str, Key]:
        """Give the wrapping keys by name."""
        return {key.id: key for key in self.wrapping}

    @property
    def retired(self) -> tuple[str, ...]:
        """Name the wrapping keys that are kept only until nothing is wrapped by them, oldest first."""
        return tuple(key.id for key in self.wrapping if key.id != self.current)

    def rotate_wrapping(self, now: datetime) -> KeyFile:
        """Add a new wrapping key and make it the current one; return the file as it then is."""
        with safe_files.locked(self.path.parent):
            found = load(self.path)
            key = _new_key(Purpose.WRAPPING, now)
            return _rewritten(replace(found, wrapping=(*found.wrapping, key), current=key.id))

    def forget(self, key_id: str) -> KeyFile:
        """Destroy a retired wrapping key; whatever it still wraps, old backups too, can never be opened again.

        The caller has made sure, in the transaction that wrapped the last row anew, that no row needs it.

        Raises:
            UnknownName: there is no such wrapping key.
            NotPossible: it is the current one.
        """
        with safe_files.locked(self.path.parent):
            found = load(self.path)
            if key_id not in found.wrapping_keys:
                raise UnknownName(what="key", name=key_id, known=found.retired)
            if key_id == found.current:
                raise NotPossible(why="key_in_use")
            return _rewritten(replace(found, wrapping=tuple(key for key in found.wrapping if key.id != key_id)))

    def copy(self, to: Path) -> None:
        """Write the copy that is kept apart; one made before a rotation lacks the keys that came after.

        Raises:
            StoreNotEmpty: something has this name already; it is left as it is.
        """
        with safe_files.locked(self.path.parent):
            safe_files.put_new(to, _written(load(self.path)))


def create(path: Path, now: datetime) -> KeyFile:
    """Make the key file of a new installation, and its folder where there is none.

    Raises:
        StoreNotEmpty: there is a file already; keys are never written over.
    """
    safe_files.make_folder(path.parent)
    wrapping = _new_key(Purpose.WRAPPING, now)
    fresh = KeyFile(
        path=path,
        mac=_new_key(Purpose.MAC, now),
        signing=_new_key(Purpose.SIGNING, now),
        wrapping=(wrapping,),
        current=wrapping.id,
    )
    with safe_files.locked(path.parent):
        safe_files.put_new(path, _written(fresh))
    return load(path)


def load(path: Path) -> KeyFile:
    """Read the key file.

    Raises:
        KeyMissing: there is no such file.
        KeyUnreadable: `why` is "exposed" (`mode` tells who else may read or write it), "no_access", "not_a_file",
            "not_json", "not_ours", "newer" or "damaged" (a key is not the one it is named as).
    """
    content = _content(path)
    try:
        data = json.loads(content)
    except ValueError:
        # Without the cause, here and below: it holds what was read, keys too.
        raise KeyUnreadable(path=str(path), why="not_json") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise KeyUnreadable(path=str(path), why="not_ours")
    if data.get("version") != VERSION:
        raise KeyUnreadable(path=str(path), why="newer")
    try:
        return _read(path, data)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise KeyUnreadable(path=str(path), why="damaged") from None


def is_one(path: Path) -> bool:
    """Tell whether a file holds keys of ours, whatever it is called and whoever may read it."""
    try:
        if path.stat().st_size > _LARGEST:
            return False
        data = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(data, dict) and data.get("format") == FORMAT


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            if found.st_mode & _OTHERS:
                mode = f"{stat.S_IMODE(found.st_mode):04o}"
                raise KeyUnreadable(path=str(path), why="exposed", mode=mode)
            return file.read()
    except FileNotFoundError as error:
        raise KeyMissing(path=str(path)) from error
    except IsADirectoryError as error:
        raise KeyUnreadable(path=str(path), why="not_a_file") from error
    except OSError as error:
        raise KeyUnreadable(path=str(path), why="no_access") from error


def _rewritten(changed: KeyFile) -> KeyFile:
    safe_files.replace(changed.path, _written(changed))
    return load(changed.path)


def _written(keys: KeyFile) -> bytes:
    data = {
        "format": FORMAT,
        "version": VERSION,
        "mac": _entry(keys.mac),
        "signing": _entry(keys.signing),
        "wrapping": [_entry(key) for key in keys.wrapping],
        "current": keys.current,
    }
    return (json.dumps(data, indent=2) + "\n").encode()


def _read(path: Path, data: dict[str, object]) -> KeyFile:
    entries = data["wrapping"]
    if not isinstance(entries, list):
        raise TypeError
    found = KeyFile(
        path=path,
        mac=_key(Purpose.MAC, data["mac"]),
        signing=_key(Purpose.SIGNING, data["signing"]),
        wrapping=tuple(_key(Purpose.WRAPPING, entry) for entry in entries),
        current=str(data["current"]),
    )
    if found.current not in found.wrapping_keys or len(found.wrapping_keys) != len(found.wrapping):
        raise ValueError
    return found


def _entry(key: Key) -> dict[str, str]:
    created = key.created.astimezone(UTC).isoformat(timespec="seconds")
    return {"id": key.id, "created": created, "key": base64.b64encode(key.secret).decode()}


def _key(purpose: Purpose, entry: object) -> Key:
    if not isinstance(entry, dict):
        raise TypeError
    try:
        secret = base64.b64decode(entry["key"], validate=True)
    except binascii.Error:
        raise ValueError from None
    created = datetime.fromisoformat(entry["created"])
    if len(secret) != _SIZE or entry["id"] != _name(purpose, secret) or created.tzinfo is None:
        raise ValueError
    return Key(entry["id"], created, secret)


def _new_key(purpose: Purpose, now: datetime) -> Key:
    secret = secrets.token_bytes(_SIZE)
    return Key(_name(purpose, secret), now, secret)


def _name(purpose: Purpose, secret: bytes) -> str:
    """Name a key by its digest: 64 bits of it tell nothing of 256 random ones."""
    digest = hashlib.sha256(b"lexheller key name\0" + secret).hexdigest()
    return f"{purpose}-{digest[:16]}"
