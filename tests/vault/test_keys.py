from __future__ import annotations

import base64
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lexheller.errors import KeyMissing, KeyUnreadable, MistypedCode, Tampered, WrongKey
from lexheller.model.claim_code import format_code
from lexheller.vault import keyfile
from lexheller.vault.keys import KeyRing

if TYPE_CHECKING:
    from pathlib import Path

    from lexheller.model.sealed import Sealed

LATER = datetime(2026, 4, 1, 8, 30, tzinfo=UTC)
CONTACT = b"Ring 070-174 06 05 eller skriv till anna@example.org"
HERE = "GBG/0197-case"

with_ring = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
parts = st.lists(st.binary(max_size=6) | st.text(max_size=4), max_size=4)


# --- keyed hashes


def as_bytes(some: list[bytes | str]) -> list[bytes]:
    return [part.encode() if isinstance(part, str) else part for part in some]


@with_ring
@given(one=parts, other=parts)
def test_a_hash_is_the_same_only_for_the_same_parts(
    ring: KeyRing, one: list[bytes | str], other: list[bytes | str]
) -> None:
    assert (ring.mac("x", *one) == ring.mac("x", *other)) == (as_bytes(one) == as_bytes(other))


def test_where_one_part_ends_makes_a_difference(ring: KeyRing) -> None:
    hashes = {ring.mac("x", "ab", "c"), ring.mac("x", "a", "bc"), ring.mac("x", "abc"), ring.mac("x", "abc", "")}
    assert len(hashes) == 4


def test_each_purpose_and_each_installation_has_hashes_of_its_own(ring: KeyRing, other_ring: KeyRing) -> None:
    hashes = {ring.mac("lookup", "a"), ring.mac("print", "a"), ring.mac("lookupa"), other_ring.mac("lookup", "a")}
    assert len(hashes) == 4
    assert {len(found) for found in hashes} == {32}


def test_hashes_outlive_a_rotation_and_a_restart(ring: KeyRing, key_path: Path) -> None:
    before = ring.mac("lookup", "a")
    ring.file.rotate_wrapping(LATER)
    assert ring.mac("lookup", "a") == before
    assert KeyRing(key_path).mac("lookup", "a") == before


# --- claim codes


def test_the_same_submission_has_the_same_code(ring: KeyRing, key_path: Path) -> None:
    first = ring.claim_bits("GBG", "key-1", "digest")
    assert KeyRing(key_path).claim_bits("GBG", "key-1", "digest") == first
    assert len(first) == 13
    assert first[-1] & 0x0F == 0
    assert format_code(first) == format_code(first[:-1] + bytes([first[-1] | 0x0F]))


def test_any_other_submission_has_another_code(ring: KeyRing, other_ring: KeyRing) -> None:
    codes = {
        ring.claim_bits("GBG", "key-1", "digest"),
        ring.claim_bits("MLM", "key-1", "digest"),
        ring.claim_bits("GBG", "key-2", "digest"),
        ring.claim_bits("GBG", "key-1", "another"),
        ring.claim_bits("GBGkey", "-1", "digest"),
        other_ring.claim_bits("GBG", "key-1", "digest"),
    }
    assert len(codes) == 6


def test_the_bits_are_spread_over_the_whole_code(ring: KeyRing) -> None:
    codes = [format_code(ring.claim_bits("GBG", f"key-{number}", "digest")) for number in range(400)]
    for place in range(20):
        assert len({code.replace("-", "")[place] for code in codes}) == 32


def test_a_code_is_looked_up_however_it_is_typed(ring: KeyRing) -> None:
    code = format_code(ring.claim_bits("GBG", "key-1", "digest"))
    found = ring.lookup_hash(code)
    assert ring.lookup_hash(code.lower().replace("-", " ")) == found
    assert ring.lookup_hash(format_code(ring.claim_bits("GBG", "key-2", "digest"))) != found
    with pytest.raises(MistypedCode):
        ring.lookup_hash(code[:-1])


def test_what_is_stored_of_a_code_does_not_hold_it(ring: KeyRing) -> None:
    bits = ring.claim_bits("GBG", "key-1", "digest")
    assert bits[:4] not in ring.lookup_hash(format_code(bits))


# --- sealing


def with_part(sealed: Sealed, part: str, content: bytes) -> Sealed:
    return replace(sealed, box=content) if part == "box" else replace(sealed, wrapped_key=content)


@with_ring
@given(plaintext=st.binary(max_size=300), context=st.text(max_size=20))
def test_what_is_sealed_opens_again(ring: KeyRing, plaintext: bytes, context: str) -> None:
    assert ring.open(ring.seal(plaintext, context), context) == plaintext


def test_sealing_twice_gives_nothing_in_common_and_no_plain_text(ring: KeyRing) -> None:
    one, other = ring.seal(CONTACT, HERE), ring.seal(CONTACT, HERE)
    assert one.key_id == other.key_id == ring.file.current
    assert one.box != other.box
    assert one.wrapped_key != other.wrapped_key
    for sealed in (one, other):
        assert not any(CONTACT[at : at + 5] in sealed.box for at in range(len(CONTACT) - 5))


def test_a_changed_byte_anywhere_is_noticed(ring: KeyRing) -> None:
    sealed = ring.seal(CONTACT, HERE)
    for part, content in (("wrapped_key", sealed.wrapped_key), ("box", sealed.box)):
        for at in range(len(content)):
            changed = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
            with pytest.raises(Tampered) as error:
                ring.open(with_part(sealed, part, changed), HERE)
            assert error.value.data == {"part": part, "context": HERE}


def test_a_byte_too_few_or_too_many_is_noticed(ring: KeyRing) -> None:
    sealed = ring.seal(CONTACT, HERE)
    for part, content in (("wrapped_key", sealed.wrapped_key), ("box", sealed.box)):
        for wrong in [content[:size] for size in range(len(content))] + [content + b"\0", b"\0" + content]:
            with pytest.raises(Tampered):
                ring.open(with_part(sealed, part, wrong), HERE)


def test_a_contact_moved_to_another_case_does_not_open_there(ring: KeyRing) -> None:
    sealed = ring.seal(CONTACT, HERE)
    with pytest.raises(Tampered) as error:
        ring.open(sealed, "GBG/another")
    assert error.value.data == {"part": "wrapped_key", "context": "GBG/another"}


def test_parts_of_two_sealed_things_do_not_go_together(ring: KeyRing) -> None:
    one, other = ring.seal(CONTACT, HERE), ring.seal(b"somebody else", HERE)
    with pytest.raises(Tampered) as error:
        ring.open(replace(one, box=other.box), HERE)
    assert error.value.data["part"] == "box"


def test_named_as_wrapped_by_another_key_of_the_file_it_does_not_open(ring: KeyRing) -> None:
    sealed = ring.seal(CONTACT, HERE)
    ring.file.rotate_wrapping(LATER)
    with pytest.raises(Tampered):
        ring.open(replace(sealed, key_id=ring.file.current), HERE)


def test_another_installations_key_file_is_the_wrong_key(ring: KeyRing, other_ring: KeyRing) -> None:
    sealed = ring.seal(CONTACT, HERE)
    for use in (other_ring.open, other_ring.rewrap):
        with pytest.raises(WrongKey) as error:
            use(sealed, HERE)
        assert error.value.data == {"key": sealed.key_id}


# --- rotation


def test_after_a_rotation_old_and_new_open(ring: KeyRing) -> None:
    old = ring.seal(CONTACT, HERE)
    ring.file.rotate_wrapping(LATER)
    new = ring.seal(CONTACT, HERE)
    assert new.key_id == ring.file.current != old.key_id
    assert ring.open(old, HERE) == ring.open(new, HERE) == CONTACT


def test_rewrapped_it_hangs_on_the_current_key_and_its_box_is_as_it_was(ring: KeyRing) -> None:
    old = ring.seal(CONTACT, HERE)
    ring.file.rotate_wrapping(LATER)
    new = ring.rewrap(old, HERE)
    assert new.key_id == ring.file.current
    assert new.box == old.box
    ring.file.forget(old.key_id)
    assert ring.open(new, HERE) == CONTACT


def test_what_hangs_on_the_current_key_is_not_rewrapped(ring: KeyRing) -> None:
    sealed = ring.seal(CONTACT, HERE)
    assert ring.rewrap(sealed, HERE) is sealed


def test_what_was_tampered_with_is_not_rewrapped(ring: KeyRing) -> None:
    sealed = ring.seal(CONTACT, HERE)
    ring.file.rotate_wrapping(LATER)
    with pytest.raises(Tampered):
        ring.rewrap(sealed, "GBG/another")
    with pytest.raises(Tampered):
        ring.rewrap(replace(sealed, wrapped_key=bytes(60)), HERE)


def test_an_old_backup_gives_no_contact_with_todays_keys(ring: KeyRing, key_path: Path) -> None:
    backup = ring.seal(CONTACT, HERE)  # a row as it lay in the backup of that day
    row = backup
    for month in range(3):
        retired = ring.file.current
        ring.file.rotate_wrapping(LATER + timedelta(days=31 * month))
        row = ring.rewrap(row, HERE)
        ring.file.forget(retired)
    assert ring.open(row, HERE) == CONTACT
    for today in (ring, KeyRing(key_path)):
        with pytest.raises(WrongKey) as error:
            today.open(backup, HERE)
        assert error.value.data == {"key": backup.key_id}
        # Today's row erased, the key of the case lies nowhere but in the backup, wrapped by a key that is gone.
        with pytest.raises(Tampered):
            today.open(replace(backup, key_id=today.file.current), HERE)


def test_a_ring_follows_a_rotation_done_by_somebody_else(ring: KeyRing, key_path: Path) -> None:
    before = ring.file.current
    keyfile.load(key_path).rotate_wrapping(LATER).forget(before)
    assert ring.seal(CONTACT, HERE).key_id != before


def test_a_ring_whose_file_goes_away_or_opens_to_others_stops(ring: KeyRing, key_path: Path) -> None:
    key_path.chmod(0o644)
    with pytest.raises(KeyUnreadable):
        ring.seal(CONTACT, HERE)
    key_path.chmod(0o600)
    sealed = ring.seal(CONTACT, HERE)
    key_path.unlink()
    with pytest.raises(KeyMissing) as error:
        ring.open(sealed, HERE)
    assert error.value.data == {"path": str(key_path)}


def test_no_ring_without_a_file(tmp_path: Path) -> None:
    with pytest.raises(KeyMissing):
        KeyRing(tmp_path / "nothing")


# --- signing, and what is shown


def test_a_signature_is_checked_with_the_public_key(ring: KeyRing) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_ssh_public_key

    public = load_ssh_public_key(ring.public_key_ssh.encode())
    assert isinstance(public, Ed25519PublicKey)
    public.verify(ring.sign(b"message"), b"message")
    with pytest.raises(InvalidSignature):
        public.verify(ring.sign(b"message"), b"messagf")


def test_the_public_key_stays_over_a_rotation(ring: KeyRing, other_ring: KeyRing) -> None:
    before = ring.public_key_ssh
    ring.file.rotate_wrapping(LATER)
    assert ring.public_key_ssh == before != other_ring.public_key_ssh
    assert before.startswith("ssh-ed25519 AAAA")


def test_nothing_shows_a_key(ring: KeyRing) -> None:
    sealed = ring.seal(CONTACT, HERE)
    shown = f"{ring!r} {ring} {sealed!r} {sealed} {ring.file!r} {ring.public_key_ssh}"
    hidden = [key.secret for key in (ring.file.mac, ring.file.signing, *ring.file.wrapping)]
    for content in (*hidden, sealed.wrapped_key, sealed.box):
        for form in (content.hex(), base64.b64encode(content).decode(), repr(content)):
            assert form not in shown


def test_hashes_need_no_cipher_library(key_path: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from lexheller.vault.keys import KeyRing
from lexheller.vault import checkpoints
KeyRing(Path({str(key_path)!r})).lookup_hash("0000-0000-0000-0000-0000-0")
print(sorted(name for name in sys.modules if name.startswith("cryptography")))
"""
    found = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "[]"
