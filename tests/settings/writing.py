"""What is written in a file of settings or in the environment, and what is said of it where it is refused?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lexheller.errors import BadSettings
from lexheller.settings import load_settings

PATH = {"PATH": "/usr/bin"}


def written(folder: Path, text: str) -> Path:
    path = folder / "lexheller.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: Path | None, environ: dict[str, str]) -> dict[str, Any]:
    with pytest.raises(BadSettings) as caught:
        load_settings(path, environ)
    return dict(caught.value.data)
