"""How is what somebody hands in read: a file, or standard input?"""

from __future__ import annotations

import sys
from pathlib import Path

from lexheller.errors import UnreadableFile


def read_text(path: Path) -> str:
    """Read a text from a file, or from standard input for "-".

    Raises:
        UnreadableFile: missing, not readable, or not in UTF-8.
    """
    try:
        raw = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(path=str(path), why="missing") from None
    except IsADirectoryError:
        raise UnreadableFile(path=str(path), why="folder") from None
    except OSError:
        raise UnreadableFile(path=str(path), why="no_access") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile(path=str(path), why="encoding") from None
