"""Which one digest stands for a whole list, so that no line of it can be changed, added or left out?

The Merkle tree hash of RFC 6962, section 2.1, with SHA-256: a leaf is hashed after a byte 0, a node (the hashes of its
left and right part, the left one as large a power of two as leaves something for the right) after a byte 1, so that a
node can never be passed off as a leaf. No leaves at all give the hash of nothing.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def root_of(leaves: Iterable[bytes]) -> str:
    """Give the hex root over some leaves in their order; holds a few hashes at a time, whatever their number."""
    # Full subtrees so far, the largest first; like the ones in the binary form of the count, so two of the same size
    # are joined as soon as they meet.
    subtrees: list[bytes] = []
    for count, leaf in enumerate(leaves, start=1):
        hashed = sha256(b"\0" + leaf).digest()
        while not count & 1:
            hashed = sha256(b"\1" + subtrees.pop() + hashed).digest()
            count >>= 1  # noqa: PLW2901  # each join makes one of two
        subtrees.append(hashed)
    if not subtrees:
        return sha256(b"").hexdigest()
    root = subtrees.pop()
    while subtrees:
        root = sha256(b"\1" + subtrees.pop() + root).digest()
    return root.hex()
