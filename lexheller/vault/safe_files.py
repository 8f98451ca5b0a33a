"""How does a small file come to be on the disk whole or not at all, and never over another by mistake?"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
from typing import TYPE_CHECKING, Final

from lexheller.errors import StoreFull, StoreNotEmpty, UnreadableFile, UnwritableFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OWNER_ONLY: Final = 0o600
_OWNERS_FOLDER: Final = 0o700
_NO_LINKS: Final = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, for its owner only; leave one that is there as it is."""
    with _worded(folder):
        folder.mkdir(mode=_OWNERS_FOLDER, parents=True, exist_ok=True)


def put_new(path: Path, content: bytes, *, mode: int = OWNER_ONLY) -> None:
    """Write a file that must not be there yet.

    Raises:
        StoreNotEmpty: something has this name already.
        StoreFull, UnwritableFile: the disk says no; nothing is left behind.
    """
    with _worded(path), _staged(path, content, mode) as staged:
        try:
            os.link(staged, path)
        except OSError as refused:
            if refused.errno not in _NO_LINKS:
                raise
            # Memory sticks know no links: reserve the name, then fill it.
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode))
            staged.replace(path)


def replace(path: Path, content: bytes, *, mode: int = OWNER_ONLY) -> None:
    """Write a file in one go over the one that is there, if any; a reader sees the old one or the new one.

    Raises:
        StoreFull, UnwritableFile: the disk says no; the old file is as it was.
    """
    with _worded(path), _staged(path, content, mode) as staged:
        staged.replace(path)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let one process at a time change what is in a folder; the lock ends with the process that holds it."""
    with _worded(folder):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextlib.contextmanager
def _staged(path: Path, content: bytes, mode: int) -> Iterator[Path]:
    """Lay the content beside its place, on the disk for sure, and afterwards make the new name sure too.

    The staged name is always the same, so that what a killed process left behind is gone with the next write: it may
    hold keys that were meant to be forgotten. Whoever writes here holds the folder's lock.
    """
    staged = path.with_name(f".{path.name}.new")
    staged.unlink(missing_ok=True)
    try:
        handle = os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode)
        with open(handle, "wb") as file:  # noqa: PTH123  # a descriptor, not a path
            file.write(content)
            file.flush()
            os.fsync(handle)
        yield staged
    finally:
        staged.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _worded(path: Path) -> Iterator[None]:
    """Turn what the operating system says into one of our own errors."""
    try:
        yield
    except FileExistsError as error:
        raise StoreNotEmpty(where=str(path)) from error
    except FileNotFoundError as error:
        raise UnreadableFile(path=str(path.parent), why="no_folder") from error
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise StoreFull(where=str(path)) from error
        if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
            raise UnwritableFile(path=str(path)) from error
        raise UnwritableFile(path=str(path)) from error
