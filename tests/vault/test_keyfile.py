from __future__ import annotations

import base64
import errno
import hashlib
import json
import multiprocessing
import os
import stat
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from lexheller.errors import (
    KeyMissing,
    KeyUnreadable,
    NotPossible,
    StoreFull,
    StoreNotEmpty,
    UnknownName,
    UnreadableFile,
    UnwritableFile,
)
from lexheller.vault import keyfile

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=31)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "lexheller.key"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def spoiled(path: Path, change: dict[str, Any]) -> None:
    """Write other things into a key file, as somebody might by hand."""
    data = json.loads(path.read_text())
    for place, value in change.items():
        *way, last = place.split(".")
        inner = data
        for step in way:
            inner = inner[int(step)] if step.isdigit() else inner[step]
        inner[last] = value
    path.write_text(json.dumps(data))


def test_a_new_file_is_the_owners_alone_and_reads_back(path: Path) -> None:
    created = keyfile.create(path, NOW)
    assert mode(path) == 0o600
    assert mode(path.parent) == 0o700
    assert names(path.parent) == ["lexheller.key"]
    assert keyfile.load(path) == created
    assert created.current_key.created == NOW
    assert created.retired == ()


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_the_mode_does_not_hang_on_the_umask(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        keyfile.create(path, NOW).rotate_wrapping(LATER)
    finally:
        os.umask(before)
    assert mode(path) == 0o600


def test_all_keys_differ_and_so_do_installations(path: Path, tmp_path: Path) -> None:
    files = [keyfile.create(path, NOW), keyfile.create(tmp_path / "other", NOW)]
    secrets = [key.secret for file in files for key in (file.mac, file.signing, *file.wrapping)]
    assert len(set(secrets)) == 6
    assert {len(secret) for secret in secrets} == {32}


def test_a_key_file_is_never_written_over(path: Path) -> None:
    keyfile.create(path, NOW)
    before = path.read_bytes()
    with pytest.raises(StoreNotEmpty) as error:
        keyfile.create(path, LATER)
    assert error.value.data == {"where": str(path)}
    assert path.read_bytes() == before


def test_a_dangling_link_is_not_followed_to_somewhere_else(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoreNotEmpty):
        keyfile.create(path, NOW)
    assert not (tmp_path / "elsewhere").exists()


def test_a_missing_file_says_so(path: Path) -> None:
    with pytest.raises(KeyMissing) as error:
        keyfile.load(path)
    assert error.value.data == {"path": str(path)}


@pytest.mark.parametrize("wrong", [0o640, 0o604, 0o620, 0o602, 0o610, 0o777])
def test_a_file_that_others_can_reach_is_refused(path: Path, wrong: int) -> None:
    keyfile.create(path, NOW)
    path.chmod(wrong)
    with pytest.raises(KeyUnreadable) as error:
        keyfile.load(path)
    assert error.value.data == {"path": str(path), "why": "exposed", "mode": f"{wrong:04o}"}


@pytest.mark.parametrize("right", [0o600, 0o400, 0o700])
def test_a_file_that_only_its_owner_can_reach_is_taken(path: Path, right: int) -> None:
    keyfile.create(path, NOW)
    path.chmod(right)
    assert keyfile.load(path).path == path


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not_json"),
        (b'{"format": "lexheller-keys", "vers', "not_json"),
        (b"\xff\xfe\x00", "not_json"),
        (b"[]", "not_ours"),
        (b"null", "not_ours"),
        (b'{"format": "something else"}', "not_ours"),
        (b'{"format": "lexheller-keys", "version": 2}', "newer"),
        (b'{"format": "lexheller-keys", "version": 1}', "damaged"),
    ],
)
def test_what_is_no_key_file_says_why(path: Path, content: bytes, why: str) -> None:
    keyfile.create(path, NOW)
    path.write_bytes(content)
    with pytest.raises(KeyUnreadable) as error:
        keyfile.load(path)
    assert error.value.data == {"path": str(path), "why": why}


@pytest.mark.parametrize(
    "change",
    [
        {"mac": None},
        {"mac": []},
        {"mac.key": 7},
        {"mac.key": "not base64!"},
        {"mac.key": base64.b64encode(b"short").decode()},
        {"mac.key": base64.b64encode(b"x" * 32).decode()},
        {"mac.id": "mac-0000000000000000"},
        {"signing.key": base64.b64encode(b"x" * 32).decode()},
        {"wrapping.0.key": base64.b64encode(b"x" * 32).decode()},
        {"wrapping.0.created": "yesterday"},
        {"wrapping.0.created": "2026-03-01T08:30:00"},
        {"wrapping.0.created": None},
        {"wrapping": {}},
        {"wrapping": []},
        {"wrapping": ["x"]},
        {"current": "wrapping-0000000000000000"},
        {"current": None},
    ],
    ids=str,
)
def test_a_damaged_file_is_noticed(path: Path, change: dict[str, Any]) -> None:
    keyfile.create(path, NOW)
    spoiled(path, change)
    with pytest.raises(KeyUnreadable) as error:
        keyfile.load(path)
    assert error.value.data == {"path": str(path), "why": "damaged"}


def test_every_flipped_bit_of_every_key_is_noticed(path: Path) -> None:
    keyfile.create(path, NOW)
    whole = json.loads(path.read_text())
    for place in ("mac", "signing"):
        secret = base64.b64decode(whole[place]["key"])
        for index in range(len(secret)):
            flipped = secret[:index] + bytes([secret[index] ^ 1]) + secret[index + 1 :]
            path.write_text(json.dumps(whole | {place: whole[place] | {"key": base64.b64encode(flipped).decode()}}))
            with pytest.raises(KeyUnreadable):
                keyfile.load(path)


def test_a_key_does_not_do_anothers_work(path: Path) -> None:
    keyfile.create(path, NOW)
    whole = json.loads(path.read_text())
    spoiled(path, {"mac": whole["signing"], "signing": whole["mac"]})
    with pytest.raises(KeyUnreadable):
        keyfile.load(path)


def test_a_short_key_is_damage_even_under_its_right_name(path: Path) -> None:
    keyfile.create(path, NOW)
    name = f"mac-{hashlib.sha256(b'lexheller key name' + bytes(1) + b'short').hexdigest()[:16]}"
    spoiled(path, {"mac.id": name, "mac.key": base64.b64encode(b"short").decode()})
    with pytest.raises(KeyUnreadable):
        keyfile.load(path)


def test_the_same_wrapping_key_twice_is_damage(path: Path) -> None:
    keyfile.create(path, NOW)
    whole = json.loads(path.read_text())
    spoiled(path, {"wrapping": whole["wrapping"] * 2})
    with pytest.raises(KeyUnreadable):
        keyfile.load(path)


def test_a_folder_or_a_file_in_the_way_is_no_key_file(tmp_path: Path) -> None:
    with pytest.raises(KeyUnreadable) as error:
        keyfile.load(tmp_path)
    assert error.value.data["why"] == "not_a_file"
    (tmp_path / "file").touch()
    with pytest.raises(KeyUnreadable) as error:
        keyfile.load(tmp_path / "file" / "lexheller.key")
    assert error.value.data["why"] == "no_access"


def test_no_key_is_told_by_an_error_and_what_caused_it(path: Path) -> None:
    created = keyfile.create(path, NOW)
    secret = base64.b64encode(created.mac.secret).decode()
    for content in (path.read_text()[:-3], path.read_text().replace('"created"', '"made"')):
        path.write_text(content)
        with pytest.raises(KeyUnreadable) as error:
            keyfile.load(path)
        assert error.value.__cause__ is None
        assert error.value.__suppress_context__
        assert secret not in repr(error.value)


def test_rotation_makes_a_new_current_key_and_keeps_the_rest(path: Path) -> None:
    first = keyfile.create(path, NOW)
    second = first.rotate_wrapping(LATER)
    assert second == keyfile.load(path)
    assert second.current != first.current
    assert second.current_key.created == LATER
    assert second.retired == (first.current,)
    assert second.wrapping_keys[first.current] == first.current_key
    assert (second.mac, second.signing) == (first.mac, first.signing)
    assert mode(path) == 0o600
    assert names(path.parent) == ["lexheller.key"]


def test_rotation_starts_from_the_file_and_not_from_what_was_read_earlier(path: Path) -> None:
    stale = keyfile.create(path, NOW)
    second = stale.rotate_wrapping(LATER)
    third = stale.rotate_wrapping(LATER + timedelta(days=31))
    assert third.retired == (stale.current, second.current)


def rotate_ten_times(path: Path) -> None:
    for _ in range(10):
        keyfile.load(path).rotate_wrapping(LATER)


def test_processes_that_rotate_at_once_lose_no_key(path: Path) -> None:
    keyfile.create(path, NOW)
    forked = multiprocessing.get_context("fork")
    processes = [forked.Process(target=rotate_ten_times, args=(path,)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert len(keyfile.load(path).wrapping) == 41


def create_one(path: Path, made: multiprocessing.Queue[int]) -> None:
    try:
        keyfile.create(path, NOW)
    except StoreNotEmpty:
        return
    made.put(os.getpid())


def test_of_processes_that_create_at_once_exactly_one_does(path: Path) -> None:
    forked = multiprocessing.get_context("fork")
    made = forked.Queue()
    processes = [forked.Process(target=create_one, args=(path, made)) for _ in range(6)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    made.get(timeout=10)
    assert made.empty()


def test_a_forgotten_key_is_gone_from_the_file(path: Path) -> None:
    first = keyfile.create(path, NOW)
    last = first.rotate_wrapping(LATER).forget(first.current)
    assert last == keyfile.load(path)
    assert last.retired == ()
    assert base64.b64encode(first.current_key.secret) not in path.read_bytes()


def test_the_current_key_is_not_forgotten(path: Path) -> None:
    found = keyfile.create(path, NOW)
    with pytest.raises(NotPossible) as error:
        found.forget(found.current)
    assert error.value.data == {"why": "key_in_use"}
    assert keyfile.load(path) == found


def test_a_key_that_is_not_there_cannot_be_forgotten(path: Path) -> None:
    first = keyfile.create(path, NOW)
    found = first.rotate_wrapping(LATER)
    with pytest.raises(UnknownName) as error:
        found.forget("wrapping-0000000000000000")
    assert error.value.data == {"what": "key", "name": "wrapping-0000000000000000", "known": (first.current,)}


def test_what_a_killed_rotation_left_behind_goes_with_the_next(path: Path) -> None:
    created = keyfile.create(path, NOW)
    left = path.with_name(f".{path.name}.new")
    left.write_text("keys that were meant to be forgotten")
    created.rotate_wrapping(LATER)
    assert names(path.parent) == ["lexheller.key"]


def test_a_copy_opens_the_same_and_is_the_owners_alone(path: Path, tmp_path: Path) -> None:
    created = keyfile.create(path, NOW)
    copy = tmp_path / "kept apart.key"
    created.copy(copy)
    assert mode(copy) == 0o600
    found = keyfile.load(copy)
    assert (found.mac, found.signing, found.wrapping) == (created.mac, created.signing, created.wrapping)


def test_a_copy_is_of_the_file_as_it_is_now(path: Path, tmp_path: Path) -> None:
    stale = keyfile.create(path, NOW)
    second = stale.rotate_wrapping(LATER)
    stale.copy(tmp_path / "copy")
    assert keyfile.load(tmp_path / "copy").current == second.current


def test_a_copy_goes_over_nothing(path: Path, tmp_path: Path) -> None:
    created = keyfile.create(path, NOW)
    there = tmp_path / "there"
    there.write_text("something dear")
    with pytest.raises(StoreNotEmpty):
        created.copy(there)
    assert there.read_text() == "something dear"
    with pytest.raises(StoreNotEmpty):
        created.copy(path)
    assert names(tmp_path) == ["config", "there"]


def test_a_copy_into_no_folder_says_so(path: Path, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as error:
        keyfile.create(path, NOW).copy(tmp_path / "nowhere" / "copy")
    assert error.value.data == {"path": str(tmp_path / "nowhere"), "why": "no_folder"}


def no_links(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_a_copy_lands_on_a_memory_stick_without_links(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    created = keyfile.create(path, NOW)
    monkeypatch.setattr(os, "link", no_links)
    copy = tmp_path / "copy"
    created.copy(copy)
    assert keyfile.load(copy).mac == created.mac
    with pytest.raises(StoreNotEmpty):
        created.copy(copy)
    assert names(tmp_path) == ["config", "copy"]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, StoreFull),
        (errno.EDQUOT, StoreFull),
        (errno.EROFS, UnwritableFile),
        (errno.EACCES, UnwritableFile),
        (errno.EIO, UnwritableFile),
    ],
)
def test_when_the_disk_says_no_the_old_file_stands(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]
) -> None:
    created = keyfile.create(path, NOW)

    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", refuse)
        with pytest.raises(kind):
            created.rotate_wrapping(LATER)
    assert keyfile.load(path) == created
    assert names(path.parent) == ["lexheller.key"]


def test_nothing_shows_a_key(path: Path) -> None:
    found = keyfile.create(path, NOW).rotate_wrapping(LATER)
    shown = f"{found!r} {found} {found.mac!r} {found.wrapping!r}"
    for key in (found.mac, found.signing, *found.wrapping):
        for form in (key.secret.hex(), base64.b64encode(key.secret).decode(), repr(key.secret)):
            assert form not in shown
