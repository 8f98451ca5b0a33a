"""What is the gate asked before anything is written, and what may be known of a text by the time it is stored?"""

from __future__ import annotations

import pytest

from lexheller.anonymity import Finding, Kind
from lexheller.errors import GateStopped
from lexheller.services import gate

PLAIN, NUMBER, NAMED = "Två myndigheter väntade.", "Ring 070-1740605.", "Anna Andersson ringde mig."


def test_what_it_said_is_known_but_not_where_it_found_a_name() -> None:
    known = gate.asked([PLAIN, NUMBER, NAMED, PLAIN])
    assert {text: [found.type for found in said] for text, said in known.items()} == {PLAIN: [], NUMBER: [Kind.PHONE]}


def test_a_text_that_is_known_is_not_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    known = gate.asked([PLAIN, NUMBER])
    read: list[str] = []

    def noted(text: str) -> tuple[Finding, ...]:
        read.append(text)
        return ()

    monkeypatch.setattr("lexheller.anonymity.check", noted)
    assert gate.passed({"title": PLAIN, "tried": NAMED}, vouched=False, known=known)
    with pytest.raises(GateStopped):
        gate.stopped({"key": NUMBER}, known)
    assert read == [NAMED]
