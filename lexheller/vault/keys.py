"""What do the keys do for the rest of the house: hash, seal, open and sign, without ever being shown?

Every use has a purpose of its own, and every part of what is hashed is written with its length, so that no two
questions share an answer. A contact is sealed with a fresh AES-256-GCM key, and that key by the current wrapping key;
both are bound to the context (whose it is), so that a sealed thing moved to another row does not open there.
The cipher library takes longer to import than most commands to run: it is imported where it is used.
"""

from __future__ import annotations

import hmac
import os
import secrets
from typing import TYPE_CHECKING, Final

from lexheller.errors import KeyMissing, Tampered, WrongKey
from lexheller.model.claim_code import parse_code
from lexheller.model.sealed import Sealed
from lexheller.vault import keyfile

if TYPE_CHECKING:
    from pathlib import Path

_NONCE: Final = 12  # bytes, what GCM is made for; drawn anew for each of the few things one key seals
_CASE_KEY: Final = 32
_CLAIM_BYTES: Final = 13  # 100 bits and four that are always nought
_CLAIM_MASK: Final = 0xF0


class KeyRing:
    """The keys of this installation at work; follows the key file when it is rotated elsewhere.

    Raises:
        KeyMissing, KeyUnreadable: as `keyfile.load`, here and at each use, should the file go away.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = self._stamp()
        self._file = keyfile.load(path)

    def __repr__(self) -> str:
        return f"KeyRing({str(self._path)!r})"

    @property
    def file(self) -> keyfile.KeyFile:
        """Give the key file as it stands now."""
        stamp = self._stamp()
        if stamp != self._seen:
            self._file = keyfile.load(self._path)
            self._seen = stamp
        return self._file

    def mac(self, purpose: str, *parts: bytes | str) -> bytes:
        """Give the keyed hash (HMAC-SHA256) of some parts for one purpose; other parts or purposes give others."""
        return hmac.digest(self.file.mac.secret, _framed("lexheller mac", purpose, *parts), "sha256")

    def claim_bits(self, federation: str, idempotency_key: str, text_digest: bytes | str) -> bytes:
        """Give the 100 bits of a submission's claim code, followed by four noughts: the same for the same submission.

        Args:
            federation: whose submission it is.
            idempotency_key: sent along with it; the same in a repetition.
            text_digest: of what was submitted, unsalted, so that a repetition has the same.
        """
        found = self.mac("claim code", federation, idempotency_key, text_digest)[:_CLAIM_BYTES]
        return found[:-1] + bytes([found[-1] & _CLAIM_MASK])

    def lookup_hash(self, code: str) -> bytes:
        """Give what is stored of a claim code, however it was typed.

        Raises:
            MistypedCode: it cannot be a code.
        """
        return self.mac("claim code lookup", parse_code(code))

    def seal(self, plaintext: bytes, context: str) -> Sealed:
        """Encrypt with a fresh key, and that key with the current wrapping key.

        Args:
            plaintext: what only a process leader with a reason shall read.
            context: whose it is, such as federation and case; the same is asked for when it is opened.
        """
        case_key = secrets.token_bytes(_CASE_KEY)
        return self._wrapped(case_key, context, _locked(case_key, plaintext, _framed("box", context)))

    def open(self, sealed: Sealed, context: str) -> bytes:
        """Decrypt what `seal` made.

        Raises:
            WrongKey: the key file does not hold the key it was wrapped by (any more): `key`.
            Tampered: it was changed, or belongs to another context: `part`, `context`.
        """
        return _unlocked(self._case_key(sealed, context), sealed.box, _framed("box", context), "box", context)

    def rewrap(self, sealed: Sealed, context: str) -> Sealed:
        """Wrap a sealed thing's key by the current wrapping key; the box stays as it is.

        Raises:
            WrongKey, Tampered: as `open`; the box itself is not looked into.
        """
        if sealed.key_id == self.file.current:
            return sealed
        return self._wrapped(self._case_key(sealed, context), context, sealed.box)

    def sign(self, message: bytes) -> bytes:
        """Give the Ed25519 signature of a message: 64 bytes."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.file.signing.secret).sign(message)

    @property
    def public_key_ssh(self) -> str:
        """Give the public half of the signing key as OpenSSH writes it on one line."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        public = Ed25519PrivateKey.from_private_bytes(self.file.signing.secret).public_key()
        return public.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()

    def _wrapped(self, case_key: bytes, context: str, box: bytes) -> Sealed:
        key = self.file.current_key
        return Sealed(key.id, _locked(key.secret, case_key, _framed("wrapped key", context)), box)

    def _case_key(self, sealed: Sealed, context: str) -> bytes:
        key = self.file.wrapping_keys.get(sealed.key_id)
        if key is None:
            raise WrongKey(key=sealed.key_id)
        bound = _framed("wrapped key", context)
        return _unlocked(key.secret, sealed.wrapped_key, bound, "wrapped_key", context)

    def _stamp(self) -> tuple[int, int, int]:
        """Tell one state of the file from another; taken before reading, so that a change in between is read again."""
        try:
            found = os.stat(self._path)  # noqa: PTH116  # each use asks, and this is half the price
        except OSError as error:
            raise KeyMissing(path=str(self._path)) from error
        return found.st_ino, found.st_mtime_ns, found.st_ctime_ns


def _framed(*parts: bytes | str) -> bytes:
    """Join parts so that none can be taken for the end of another: each follows its length in eight bytes."""
    contents = (part.encode() if isinstance(part, str) else part for part in parts)
    return b"".join(len(content).to_bytes(8, "big") + content for content in contents)


def _locked(key: bytes, plaintext: bytes, bound: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plaintext, bound)


def _unlocked(key: bytes, locked: bytes, bound: bytes, part: str, context: str) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, encrypted = locked[:_NONCE], locked[_NONCE:]
    try:
        return AESGCM(key).decrypt(nonce, encrypted, bound)
    except (InvalidTag, ValueError):  # ValueError: too short to be a nonce and a tag
        raise Tampered(part=part, context=context) from None
