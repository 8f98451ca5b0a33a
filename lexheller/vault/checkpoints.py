"""How is it seen that history was cut or rewritten by somebody who can write to the database?

A checkpoint says where every case stood at one moment. It lies outside the database and is signed with a key that is
not in it either. Three files each, in one folder:

    checkpoint-000007.txt         number, moment, count and Merkle root, for reading, printing and sending elsewhere
    checkpoint-000007.txt.sig     its signature, which `ssh-keygen -Y verify` checks too
    checkpoint-000007.leaves      a line for each case, "federation/case version digest", sorted: what the root is over

Cases go on after a checkpoint, so their heads cannot be compared with it; but the event that was the head then must
still be there with the same digest, and as each event holds the digest of the one before, all before it too. Numbers
leave no gap: a checkpoint taken away from between two others is missed. The newest ones taken away are not; that is
why copies belong elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from lexheller.errors import UnreadableFile
from lexheller.vault import safe_files, sshsig
from lexheller.vault.merkle import root_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from lexheller.vault.keys import KeyRing

    Lookup = Callable[[str, str, int], str | None]

NAMESPACE: Final = "lexheller-checkpoint"
PRINCIPAL: Final = "lexheller"
_MODE: Final = 0o644  # nothing in them is secret, and somebody else shall be able to check them
_LEAF: Final = re.compile(r"([^/\s]+)/([^/\s]+) ([1-9][0-9]*) ([0-9a-f]{64})")
_NAME: Final = re.compile(r"checkpoint-([0-9]{6,})\.txt")
_TEXT: Final = re.compile(
    r"lexheller checkpoint 1\n"
    r"installation: (?P<installation>[!-~]+)\n"
    r"number: (?P<number>[1-9][0-9]*)\n"
    r"at: (?P<at>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)\n"
    r"size: (?P<size>0|[1-9][0-9]*)\n"
    r"root: (?P<root>[0-9a-f]{64})\n"
)


class Leaf(NamedTuple):
    """Where one case stood: the version and hex digest of its newest event."""

    federation: str
    case: str
    version: int
    digest: str

    def __str__(self) -> str:
        return f"{self.federation}/{self.case} {self.version} {self.digest}"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What is signed: how many cases there were at a moment, and the Merkle root over their leaves.

    Args:
        number: 1 for an installation's first, then one more each; no gaps.
        at: UTC, whole seconds.
        installation: which one it is of; a word without spaces.
    """

    number: int
    at: datetime
    installation: str
    size: int
    root: str

    @property
    def text(self) -> str:
        """Give the text that is signed."""
        return (
            "lexheller checkpoint 1\n"
            f"installation: {self.installation}\n"
            f"number: {self.number}\n"
            f"at: {self.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}\n"
            f"size: {self.size}\n"
            f"root: {self.root}\n"
        )


@dataclass(frozen=True, slots=True)
class Stored:
    """A checkpoint as it lies in its folder; nothing is checked yet but that it can be read."""

    checkpoint: Checkpoint
    path: Path

    @property
    def signature_path(self) -> Path:
        """Say where the signature lies."""
        return self.path.with_name(self.path.name + ".sig")

    @property
    def leaves_path(self) -> Path:
        """Say where the leaves lie."""
        return self.path.with_suffix(".leaves")


class FaultKind(StrEnum):
    """What a checkpoint can bring to light, or what can be wrong with one itself."""

    EVENT_MISSING = "event_missing"
    EVENT_CHANGED = "event_changed"
    CHECKPOINT_MISSING = "checkpoint_missing"
    CHECKPOINT_UNREADABLE = "checkpoint_unreadable"
    NOT_SIGNED = "not_signed"
    OTHER_KEY = "other_key"
    OTHER_INSTALLATION = "other_installation"
    LEAVES_MISSING = "leaves_missing"
    LEAVES_CHANGED = "leaves_changed"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was signed; federation, case and version where it concerns an event."""

    kind: FaultKind
    checkpoint: int
    federation: str = ""
    case: str = ""
    version: int = 0


def write(folder: Path, leaves: Iterable[Leaf], keys: KeyRing, *, at: datetime, installation: str) -> Checkpoint:
    """Write the next checkpoint into a folder, sign it, and return it.

    Args:
        folder: made where there is none; outside the database.
        leaves: one for each case, in any order, all read in one transaction.
        keys: the ring whose signing key signs.
        at: when the leaves were read.
        installation: a word without spaces.

    Raises:
        ValueError: a case has two leaves, or a word cannot be written on its line.
    """
    lines = _lines(leaves)
    safe_files.make_folder(folder)
    with safe_files.locked(folder):
        number = max(numbers(folder), default=0) + 1
        checkpoint = Checkpoint(
            number=number,
            at=at.astimezone(UTC).replace(microsecond=0),
            installation=installation,
            size=len(lines),
            root=root_of(lines),
        )
        if not _TEXT.fullmatch(checkpoint.text):
            raise ValueError(installation)
        stored = Stored(checkpoint, folder / f"checkpoint-{number:06}.txt")
        content = checkpoint.text.encode()
        signature = sshsig.signed(content, NAMESPACE, keys.public_key_ssh, keys.sign)
        # The text comes last: where it is, all of it is, whatever moment the process is killed at.
        safe_files.replace(stored.leaves_path, b"".join(line + b"\n" for line in lines), mode=_MODE)
        safe_files.replace(stored.signature_path, signature.encode(), mode=_MODE)
        safe_files.replace(stored.path, content, mode=_MODE)
    return checkpoint


def read(path: Path) -> Stored:
    """Read one checkpoint's text.

    Raises:
        UnreadableFile: it is not there, or not as we write it.
    """
    try:
        return Stored(_parsed(path.read_bytes().decode("ascii"), path.name), path)
    except (OSError, ValueError) as error:
        raise UnreadableFile(path=str(path), why="not_a_checkpoint") from error


def read_all(folder: Path) -> list[Stored]:
    """Read the checkpoints of a folder, oldest first; an empty list where there is no folder.

    Raises:
        UnreadableFile: one of them cannot be read.
    """
    return [read(numbers(folder)[number]) for number in sorted(numbers(folder))]


def verify_signature(stored: Stored, public_key_ssh: str) -> sshsig.Verdict:
    """Say whether a checkpoint is signed with the other half of this key."""
    try:
        signature = stored.signature_path.read_text("ascii")
        content = stored.path.read_bytes()
    except (OSError, ValueError):
        return sshsig.Verdict.BROKEN
    return sshsig.verdict(signature, content, NAMESPACE, public_key_ssh)


def leaves_of(stored: Stored) -> list[Leaf] | None:
    """Give a checkpoint's leaves, or None where they are not those that its root is over.

    Raises:
        FileNotFoundError: there is no file of leaves.
    """
    content = stored.leaves_path.read_bytes()
    lines = content.split(b"\n")
    if lines.pop() != b"" or root_of(lines) != stored.checkpoint.root:
        return None
    matches = [_LEAF.fullmatch(line.decode()) for line in lines]
    return [Leaf(found[1], found[2], int(found[3]), found[4]) for found in matches if found]


def compare(leaves: Iterable[Leaf], lookup: Lookup, *, checkpoint: int = 0) -> list[Fault]:
    """Say which cases' history is no longer what a checkpoint saw.

    Args:
        leaves: the checkpoint's.
        lookup: gives the hex digest of a federation's case's event by version, or None.
        checkpoint: the number that faults name.
    """
    faults = []
    for leaf in leaves:
        digest = lookup(leaf.federation, leaf.case, leaf.version)
        if digest != leaf.digest:
            kind = FaultKind.EVENT_MISSING if digest is None else FaultKind.EVENT_CHANGED
            faults.append(Fault(kind, checkpoint, leaf.federation, leaf.case, leaf.version))
    return faults


def examine(folder: Path, lookup: Lookup, *, public_key_ssh: str, installation: str) -> list[Fault]:
    """Check all checkpoints of a folder and compare history with each that can be trusted.

    An event that several checkpoints saw is looked up, and named in a fault, once.

    Args:
        folder: where they lie.
        lookup: as in `compare`.
        public_key_ssh: the key they must be signed with.
        installation: the one they must be of.
    """
    faults = []
    seen: set[Leaf] = set()
    paths = numbers(folder)
    for number in range(min(paths, default=1), max(paths, default=0) + 1):
        if number not in paths:
            faults.append(Fault(FaultKind.CHECKPOINT_MISSING, number))
            continue
        leaves = _trusted(paths[number], public_key_ssh, installation)
        if isinstance(leaves, FaultKind):
            faults.append(Fault(leaves, number))
            continue
        faults += compare((leaf for leaf in leaves if leaf not in seen), lookup, checkpoint=number)
        seen.update(leaves)
    return faults


def _parsed(text: str, name: str) -> Checkpoint:
    found = _TEXT.fullmatch(text)
    if found is None:
        raise ValueError(name)
    numbered = _NAME.fullmatch(name)
    number = int(found["number"])
    if numbered and int(numbered[1]) != number:
        raise ValueError(name)
    at = datetime.fromisoformat(found["at"])
    return Checkpoint(number, at, found["installation"], int(found["size"]), found["root"])


def allowed_signers(public_key_ssh: str) -> str:
    """Give the line for the file that `ssh-keygen -Y verify -f` wants."""
    return sshsig.allowed_signers(public_key_ssh, NAMESPACE, PRINCIPAL)


def _trusted(path: Path, public_key_ssh: str, installation: str) -> list[Leaf] | FaultKind:
    try:
        stored = read(path)
    except UnreadableFile:
        return FaultKind.CHECKPOINT_UNREADABLE
    untrusted = {
        sshsig.Verdict.BROKEN: FaultKind.NOT_SIGNED,
        sshsig.Verdict.OTHER_KEY: FaultKind.OTHER_KEY,
    }.get(verify_signature(stored, public_key_ssh))
    if untrusted:
        return untrusted
    if stored.checkpoint.installation != installation:
        return FaultKind.OTHER_INSTALLATION
    try:
        leaves = leaves_of(stored)
    except OSError:
        return FaultKind.LEAVES_MISSING
    return FaultKind.LEAVES_CHANGED if leaves is None else leaves


def numbers(folder: Path) -> dict[int, Path]:
    """Find the checkpoints of a folder by number; none where there is no folder."""
    matches = ((_NAME.fullmatch(path.name), path) for path in folder.glob("checkpoint-*.txt"))
    return {int(name[1]): path for name, path in matches if name}


def _lines(leaves: Iterable[Leaf]) -> list[bytes]:
    found: dict[tuple[str, str], bytes] = {}
    for leaf in leaves:
        line = str(leaf)
        if not _LEAF.fullmatch(line) or (leaf.federation, leaf.case) in found:
            raise ValueError(line)
        found[leaf.federation, leaf.case] = line.encode()
    return sorted(found.values())
