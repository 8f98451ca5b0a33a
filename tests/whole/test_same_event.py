"""What if two reports tell of one event, and one of them cannot be marked? Then neither is."""

from __future__ import annotations

import pytest

from lexheller.errors import NotFound, NotPossible, Stale
from tests.factories import a_form
from tests.whole.houses import Home


def test_both_are_marked_with_the_lower_number(on_sqlite: Home) -> None:
    with on_sqlite.desk("elsa") as desk:
        first, other = desk.submit(a_form()).number, desk.submit(a_form()).number
        desk.do(other, "same_event", {"other": first})
        assert [desk.case(n).case.same_event for n in (first, other)] == [first, first]


def test_a_blocked_other_case_refuses_both_by_its_number(on_sqlite: Home) -> None:
    with on_sqlite.desk("elsa") as desk:
        first, other = desk.submit(a_form()).number, desk.submit(a_form()).number
        desk.do(other, "block", {"where": "what_happened"})
        before = [desk.case(n).case.version for n in (first, other)]
        for key in ("other", "annat_arende"):
            with pytest.raises(NotPossible) as refused:
                desk.do(first, "same_event", {key: other})
            assert refused.value.data == {"why": "other_blocked", "number": other}
        assert [desk.case(n).case.version for n in (first, other)] == before
        assert [desk.case(n).case.same_event for n in (first, other)] == ["", ""]


def test_one_that_is_not_there_or_is_itself_refuses_too(on_sqlite: Home) -> None:
    with on_sqlite.desk("elsa") as desk:
        number = desk.submit(a_form()).number
        with pytest.raises(NotFound):
            desk.do(number, "same_event", {"other": "GBG-2026-0099"})
        with pytest.raises(NotPossible) as refused:
            desk.do(number, "same_event", {"other": number})
        assert refused.value.data["why"] == "same_case"
        assert desk.case(number).case.version == 1


def test_a_stale_version_marks_neither(on_sqlite: Home) -> None:
    with on_sqlite.desk("elsa") as desk:
        first, other = desk.submit(a_form()).number, desk.submit(a_form()).number
        desk.do(first, "open_dialogue", {})
        with pytest.raises(Stale):
            desk.do(first, "same_event", {"other": other}, version=1)
        assert desk.case(other).case.version == 1
