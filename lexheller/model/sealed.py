"""What is a sealed thing: what may lie in a database row without anyone reading it there?"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sealed:
    """A text encrypted with a key of its own, and that key wrapped by a key of the key file.

    Destroying `wrapped_key` erases the text: nothing else opens the box.

    Args:
        key_id: the wrapping key, by its name in the key file.
        wrapped_key: nonce and encrypted key.
        box: nonce and encrypted text.
    """

    key_id: str
    wrapped_key: bytes = field(repr=False)
    box: bytes = field(repr=False)
