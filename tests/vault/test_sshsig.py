from __future__ import annotations

import base64
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from lexheller.vault import sshsig
from lexheller.vault.sshsig import Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from lexheller.vault.keys import KeyRing

MESSAGE = "lexheller checkpoint 1\nåäö\n".encode()
SPACE = "lexheller-checkpoint"

needs_ssh_keygen = pytest.mark.skipif(
    shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed (Debian package openssh-client)"
)


@pytest.fixture
def signature(ring: KeyRing) -> str:
    return sshsig.signed(MESSAGE, SPACE, ring.public_key_ssh, ring.sign)


def verdict(ring: KeyRing, armoured: str, message: bytes = MESSAGE, space: str = SPACE) -> Verdict:
    return sshsig.verdict(armoured, message, space, ring.public_key_ssh)


def armoured(blob: bytes) -> str:
    return f"-----BEGIN SSH SIGNATURE-----\n{base64.b64encode(blob).decode()}\n-----END SSH SIGNATURE-----\n"


def blob_of(signature: str) -> bytes:
    return base64.b64decode("".join(signature.splitlines()[1:-1]))


def test_what_was_signed_is_sound(ring: KeyRing, signature: str) -> None:
    assert verdict(ring, signature) == Verdict.SOUND
    assert max(map(len, signature.splitlines())) <= 70


def test_another_message_or_namespace_is_not_what_was_signed(ring: KeyRing, signature: str) -> None:
    assert verdict(ring, signature, MESSAGE + b" ") == Verdict.BROKEN
    assert verdict(ring, signature, space="file") == Verdict.BROKEN


def test_another_key_is_told_from_a_broken_signature(ring: KeyRing, other_ring: KeyRing) -> None:
    theirs = sshsig.signed(MESSAGE, SPACE, other_ring.public_key_ssh, other_ring.sign)
    assert verdict(ring, theirs) == Verdict.OTHER_KEY
    pretended = sshsig.signed(MESSAGE, SPACE, ring.public_key_ssh, other_ring.sign)
    assert verdict(ring, pretended) == Verdict.BROKEN


def test_every_changed_byte_is_noticed(ring: KeyRing, signature: str) -> None:
    blob = blob_of(signature)
    for at in range(len(blob)):
        changed = blob[:at] + bytes([blob[at] ^ 1]) + blob[at + 1 :]
        assert verdict(ring, armoured(changed)) != Verdict.SOUND, at


def test_every_cut_and_every_addition_is_noticed(ring: KeyRing, signature: str) -> None:
    blob = blob_of(signature)
    assert verdict(ring, armoured(blob)) == Verdict.SOUND
    for wrong in [*(blob[:size] for size in range(len(blob))), blob + b"\0", blob + b"\0\0\0\0"]:
        assert verdict(ring, armoured(wrong)) == Verdict.BROKEN


@pytest.mark.parametrize("text", ["", "\n", "-----BEGIN SSH SIGNATURE-----", "hej\nhopp\n", armoured(b"")])
def test_what_is_no_signature_is_broken(ring: KeyRing, text: str) -> None:
    assert verdict(ring, text) == Verdict.BROKEN


def test_letters_that_base64_does_not_know_are_broken(ring: KeyRing, signature: str) -> None:
    assert verdict(ring, signature.replace("\nU1NI", "\nåäö!")) == Verdict.BROKEN


@needs_ssh_keygen
def test_ssh_keygen_agrees(ring: KeyRing, other_ring: KeyRing, signature: str, tmp_path: Path) -> None:
    def asked(armoured_signature: str, message: bytes, signer: KeyRing) -> bool:
        (tmp_path / "signers").write_text(sshsig.allowed_signers(signer.public_key_ssh, SPACE, "lexheller"))
        (tmp_path / "sig").write_text(armoured_signature)
        words = ["ssh-keygen", "-Y", "verify", "-I", "lexheller", "-n", SPACE]
        files = ["-f", str(tmp_path / "signers"), "-s", str(tmp_path / "sig")]
        return subprocess.run(words + files, input=message, capture_output=True, check=False).returncode == 0

    assert asked(signature, MESSAGE, ring)
    assert not asked(signature, MESSAGE + b" ", ring)
    assert not asked(signature, MESSAGE, other_ring)


@needs_ssh_keygen
def test_what_ssh_keygen_signs_is_sound(tmp_path: Path) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    words = ["ssh-keygen", "-q", "-Y", "sign", "-n", SPACE, "-f", str(key)]
    theirs = subprocess.run(words, input=MESSAGE, capture_output=True, check=True).stdout.decode()
    public = key.with_suffix(".pub").read_text()
    assert sshsig.verdict(theirs, MESSAGE, SPACE, public) == Verdict.SOUND
    assert sshsig.verdict(theirs, MESSAGE + b" ", SPACE, public) == Verdict.BROKEN
