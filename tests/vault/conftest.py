from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from lexheller.vault import keyfile
from lexheller.vault.keys import KeyRing

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)


@pytest.fixture
def key_path(tmp_path: Path) -> Path:
    path = tmp_path / "config" / "lexheller.key"
    keyfile.create(path, NOW)
    return path


@pytest.fixture
def ring(key_path: Path) -> KeyRing:
    return KeyRing(key_path)


@pytest.fixture
def other_ring(tmp_path: Path) -> KeyRing:
    path = tmp_path / "another installation" / "lexheller.key"
    keyfile.create(path, NOW)
    return KeyRing(path)
