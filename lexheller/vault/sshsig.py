"""How is a file signed so that `ssh-keygen -Y verify`, which every administrator has, can check it?

The format is OpenSSH's SSHSIG (PROTOCOL.sshsig): what is signed is not the file but a record of its SHA-512, the
namespace (what kind of file it is, so that a signature for one purpose is none for another) and the format's own name.
"""

from __future__ import annotations

import base64
import hashlib
import textwrap
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_MAGIC: Final = b"SSHSIG"
_VERSION: Final = (1).to_bytes(4, "big")
_ALGORITHM: Final = b"ssh-ed25519"
_HASH: Final = b"sha512"
_BEGIN: Final = "-----BEGIN SSH SIGNATURE-----"
_END: Final = "-----END SSH SIGNATURE-----"
_WIDTH: Final = 70
_KEY_SIZE: Final = 32


class Verdict(StrEnum):
    """What is to be said of a signature."""

    SOUND = "sound"
    OTHER_KEY = "other_key"
    BROKEN = "broken"


def signed(message: bytes, namespace: str, public_key_ssh: str, sign: Callable[[bytes], bytes]) -> str:
    """Give the armoured signature of a message.

    Args:
        message: the file's bytes.
        namespace: what kind of file it is.
        public_key_ssh: one line as in OpenSSH's `.pub` files.
        sign: makes the Ed25519 signature with that key's other half.
    """
    signature = _string(_ALGORITHM) + _string(sign(_to_sign(message, namespace)))
    fields = (_public_blob(public_key_ssh), namespace.encode(), b"", _HASH, signature)
    blob = _MAGIC + _VERSION + b"".join(map(_string, fields))
    return "\n".join([_BEGIN, *textwrap.wrap(base64.b64encode(blob).decode(), _WIDTH), _END, ""])


def verdict(armoured: str, message: bytes, namespace: str, public_key_ssh: str) -> Verdict:
    """Say whether a message was signed in this namespace with the other half of this key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    blob = _unarmoured(armoured)
    if not blob.startswith(_MAGIC + _VERSION):
        return Verdict.BROKEN
    key, *about, signature = _strings(blob[len(_MAGIC + _VERSION) :], 5)
    if about != [namespace.encode(), b"", _HASH]:
        return Verdict.BROKEN
    if key != _public_blob(public_key_ssh):
        return Verdict.OTHER_KEY
    algorithm, signature = _strings(signature, 2)
    try:
        Ed25519PublicKey.from_public_bytes(key[-_KEY_SIZE:]).verify(signature, _to_sign(message, namespace))
    except InvalidSignature:
        return Verdict.BROKEN
    return Verdict.SOUND if algorithm == _ALGORITHM else Verdict.BROKEN


def allowed_signers(public_key_ssh: str, namespace: str, principal: str) -> str:
    """Give the line that `ssh-keygen -Y verify -f` wants in its file."""
    return f'{principal} namespaces="{namespace}" {public_key_ssh}\n'


def _to_sign(message: bytes, namespace: str) -> bytes:
    digest = hashlib.sha512(message).digest()
    return _MAGIC + b"".join(map(_string, (namespace.encode(), b"", _HASH, digest)))


def _public_blob(public_key_ssh: str) -> bytes:
    return base64.b64decode(public_key_ssh.split()[1])


def _unarmoured(armoured: str) -> bytes:
    lines = armoured.split("\n")
    if (lines[0], lines[-2:]) != (_BEGIN, [_END, ""]):
        return b""
    try:
        return base64.b64decode("".join(lines[1:-2]), validate=True)
    except ValueError:
        return b""


def _string(content: bytes) -> bytes:
    """Write a string as SSH does: its length in four bytes, then the content."""
    return len(content).to_bytes(4, "big") + content


def _strings(content: bytes, count: int) -> list[bytes]:
    """Read that many strings and nothing after them; where there are fewer or more, all are empty."""
    found: list[bytes] = []
    at = 0
    while at < len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        found.append(content[at + 4 : at + 4 + size])
        at += 4 + size
    whole = b"".join(map(_string, found)) == content and len(found) == count
    return found if whole else [b""] * count
