"""What is a report's file called? By whom it is for and what it counts, so that none is taken for another."""

from __future__ import annotations

from collections.abc import Iterable

from lexheller.model.report import Period


def file_name(period: Period, kind: str, federations: Iterable[str] = (), *, outside: bool = False) -> str:
    """Name a file of the pattern report: "monsterrapport-utanfor-GBG-2025-03--2026-02.html"."""
    parts = ("monsterrapport", "utanfor" if outside else "", *federations, period.code.replace("/", "--"))
    return f"{'-'.join(filter(None, parts))}.{kind}"
