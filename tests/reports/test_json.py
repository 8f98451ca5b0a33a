"""Do programs get the whole report, by keys that stay?"""

from __future__ import annotations

import json as standard
from typing import Any

import pytest

from lexheller.model.report import Audience
from lexheller.reports import json
from tests.conftest import Golden
from tests.report_rows import a_report

KEYS = {
    "audience", "period", "today", "federations", "parts", "totals", "levels", "received_parts", "provisional",
    "themes", "partners", "pairs", "target_groups", "waits", "referred", "referred_in_all", "nobody", "named", "handed",
    "open_ages", "open_now", "patterns", "loose_measures", "raters", "feedback", "most", "foremost", "longest",
}  # fmt: skip


@pytest.mark.parametrize("audience", Audience)
def test_the_report_for_programs(golden: Golden, audience: Audience) -> None:
    golden(f"report.{audience}.json", json.render(a_report(audience=audience)))


def test_the_keys_are_a_promise() -> None:
    found: dict[str, Any] = standard.loads(json.render(a_report()))
    assert set(found) == KEYS
    assert set(found["totals"]) == {"received", "again", "closed", "open", "waived", "outcomes"}
    assert set(found["pairs"][0]) == {"one", "other", "n"}
    assert set(found["waits"][0]) == {"what", "n", "half", "most", "promise", "in_time", "late"}


def test_codes_and_days_are_words_and_hidden_is_null() -> None:
    found: dict[str, Any] = standard.loads(json.render(a_report(audience=Audience.OUTSIDE)))
    assert found["period"] == {"first": "2025-03-01", "last": "2026-02-28"}
    assert found["most"] == ["primary_care", "adult_psychiatry"]
    assert None in [pair["n"] for pair in found["pairs"]]
    assert {type(pair["n"]) for pair in found["pairs"]} == {int, type(None)}


def test_the_same_report_gives_the_same_bytes() -> None:
    assert json.render(a_report()) == json.render(a_report())
