"""How does a report go to another program? As JSON whose keys are a promise; a hidden number is null."""

from __future__ import annotations

import dataclasses
from datetime import date
from enum import StrEnum
from json import dumps

from lexheller.model.report import Report


def render(report: Report) -> str:
    """Give the report as JSON, with codes instead of words."""
    return dumps(plain(report), ensure_ascii=False, indent=2) + "\n"


def plain(value: object) -> object:
    """Turn a report, or a part of one, into what JSON knows; the keys are the attributes' names."""
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value
