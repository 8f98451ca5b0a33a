"""A house on the in-memory store, for tests of what people do."""

from __future__ import annotations

from pathlib import Path

import pytest

from lexheller.storage.memory import MemoryStore
from tests.house import Works, works_in


@pytest.fixture
def works(tmp_path: Path) -> Works:
    """People at work on an empty in-memory store."""
    return works_in(MemoryStore(), tmp_path)
