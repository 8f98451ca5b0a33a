"""What is amiss in a row of several parts, such as a measure, and in which part of it does it stand?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from lexheller.i18n.words import Words
from lexheller.processes.lex_heller_needs import MEASURE_PARTS
from lexheller.web.findings import Gate, exchanged

Row = Mapping[str, str]


def lacking(rows: Sequence[Row], words: Words) -> dict[str, str]:
    """Say what each measure that is begun still lacks, by its part: "measures.2.owner"."""
    return {
        f"measures.{number}.{part}": words(f"web.step.lack.measures.{part}")
        for number, row in enumerate(rows, 1)
        for part in MEASURE_PARTS
        if any(row.values()) and not row.get(part)
    }


def as_typed(typed: Mapping[str, Any], name: str) -> str:
    """Name a row, or a part of one, by its place on the page: those that say nothing were not handed in."""
    key, _, rest = name.partition(".")
    number, dot, part = rest.partition(".")
    if not number:
        return name
    filled = [str(place) for place, row in enumerate(typed[key], 1) if any(row.values())]
    return f"{key}.{filled[int(number) - 1]}{dot}{part}"


def bad_days(key: str, rows: Sequence[Row], allowed: str) -> list[str]:
    """Name the parts whose day is none, or cannot be; `allowed` is what the refusal says of it: ">= 2026-03-02"."""
    days = {f"{key}.{number}.due": row.get("due") for number, row in enumerate(rows, 1)}
    return [part for part, day in days.items() if day and not _may_be(day, allowed)]


def _may_be(typed: str, allowed: str) -> bool:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return False
    if allowed.startswith(">= "):
        return day >= date.fromisoformat(allowed.removeprefix(">= "))
    first, dash, last = allowed.partition(" – ")
    return not dash or date.fromisoformat(first) <= day <= date.fromisoformat(last)


def named(part: str, rows_label: str, words: Words) -> str:
    """Name the row that a part belongs to, for a list of what is wrong: "Insats 2"; "" for what is no part of one."""
    key, _, rest = part.partition(".")
    number = rest.partition(".")[0]
    if not number:
        return ""
    own = f"web.step.row.{key}"
    return words(own, n=number) if words.has(own) else words("web.step.row", label=rows_label, n=number)


def to_copy(rows: Sequence[Row], words: Words) -> list[tuple[str, str]]:
    """Give each measure as lines to copy, for who comes too late with it."""
    lines = (
        (words("web.step.row.measures", n=n), "\n".join(filter(None, row.values()))) for n, row in enumerate(rows, 1)
    )
    return [(name, text) for name, text in lines if text]


def with_exchanged(rows: Sequence[Row], number: int, part: str, found: tuple[int, str], gate: Gate) -> list[Row]:
    """Put the proposed words in for a finding in a row; the part that is free text needs no name.

    Args:
        found: where the finding begins, and its words.
    """
    if not 0 < number <= len(rows):
        return list(rows)
    row = rows[number - 1]
    part = part or ("what" if "what" in row else "note")
    changed = {**row, part: exchanged(row[part], *found, gate)} if part in row else row
    return [*rows[: number - 1], changed, *rows[number:]]
