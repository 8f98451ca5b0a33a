"""Can words that nobody looked at come in through fields that hold no text?"""

from __future__ import annotations

import pytest

from lexheller.errors import (
    BadValue,
    GateStopped,
)
from lexheller.forms.wording import sentences
from lexheller.i18n.words import words_for
from lexheller.storage.memory import MemoryStore
from tests.house import Works


def messages(works: Works, topic: str) -> list[str]:
    assert isinstance(works.store, MemoryStore)
    return [message.to for message in works.store.messages(topic)]


def test_no_free_words_reach_the_history_through_short_fields(works: Works) -> None:
    case = works.does("elsa", works.submits(), "open_dialogue")
    with pytest.raises(BadValue):
        works.does("elsa", case, "block", where="Kerstin Almgren på Storgatan 1")
    with pytest.raises(BadValue):
        works.does("elsa", case, "redirect", channel="lex_sarah", other="Ring 070-174 06 05")
    with pytest.raises(GateStopped):
        works.submits(area="Kerstin Almgren 19900602-2397")
    with pytest.raises(GateStopped):
        works.submits(key="19900602-2397")
    works.submits(key="20260302-0001")
    case = works.attested(federation="ALV", leader="alva")
    case = works.does("alva", case, "classify", level="structure", reason="Lagen.")
    assert case.state == "classified"


def test_an_owners_name_is_no_secret_but_a_number_must_go(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "share", group="natverk")
    works.does("ines", case, "classify", level="organisation", reason="Rutiner.")
    given = {"kind": "measure", "reason": "Händer ofta."}
    with pytest.raises(GateStopped):
        works.does("birgitta", case, "decide", measures="Rutin | Kerstin 19900602-2397 | 2026-06-01", **given)
    for day in ("2027-02-30", "snart"):
        with pytest.raises(BadValue):
            works.does("birgitta", case, "decide", measures=f"Rutin | Chefen | {day}", **given)
    assert works.does("birgitta", case, "decide", measures="Rutin | Birgitta Exempel | 2026-06-01", **given).measures


@pytest.mark.parametrize("typed", ["code", "kod", "Bara en kod", "KODEN"])
def test_code_only_may_be_said_in_swedish(works: Works, typed: str) -> None:
    assert not works.submits(contact=typed).contact


@pytest.mark.parametrize(
    "typed",
    [
        "031-390 06 00", "+46 70 174 06 05", "(031) 390 06 00", "anna.b@example.org", "Ring mig på 070-174 06 05",
        "070-1740605, anna@example.org", "070-1740605 eller anna@example.org", "Tel: 070-174 06 05",
        "mail: anna@example.org", "070\u2011174\u00a006\u00a005", "E-post anna@example.org / 070-1740605",
    ],
)  # fmt: skip
def test_a_contact_is_a_number_or_an_address(works: Works, typed: str) -> None:
    assert works.submits(contact=typed).contact


@pytest.mark.parametrize(
    "typed",
    [
        "1", "ja", "Elsa", "Ring mig", "ring 0701740605 eller maila anna@example.org, Anna", "Fråga Elsa, 031-3900602",
        "031-3900602, helst efter lunch", "19900602-2397", "031-39", "@", "a@b", "Hon heter Elsa, elsa@example.org",
    ],
)  # fmt: skip
def test_a_contact_by_which_nobody_can_be_reached_is_refused(works: Works, typed: str) -> None:
    with pytest.raises(BadValue) as refusal:
        works.submits(contact=typed)
    assert refusal.value.data["field"] == "contact"


def test_a_title_that_nobody_wrote_is_not_held_against_anybody(works: Works) -> None:
    """It is cut from the text: what stands there is marked once, where it was written."""
    written = "Kerstin Almgren väntade på besked. Två håll väntade på varandra."
    with pytest.raises(GateStopped) as refusal:
        works.submits(what_happened=written)
    assert {field for field, _ in refusal.value.data["findings"]} == {"what_happened"}  # type: ignore[attr-defined]  # errors carry data by name
    with pytest.raises(GateStopped) as refusal:
        works.submits(title="Kerstin Almgren väntade")
    assert {field for field, _ in refusal.value.data["findings"]} == {"title"}  # type: ignore[attr-defined]  # errors carry data by name
    case = works.submits(what_happened=written, vouched=True)
    event = works.store.read(lambda uow: uow.cases.events(case.federation, case.id))[0]
    assert str(event.fields["vouched"]).count(":") == str(event.fields["vouched"]).count("what_happened:")


def test_nothing_has_happened_in_a_month_that_is_still_to_come(works: Works) -> None:
    with pytest.raises(BadValue) as refusal:
        works.submits(when="2026-04")
    assert (refusal.value.data["field"], refusal.value.data["allowed"]) == ("when", ("<= 2026-03",))
    assert works.submits(when="2026-03").submitted.when == "2026-03"


@pytest.mark.parametrize("month", ["0001-01", "1899-12", "1989-12"])
def test_nothing_that_somebody_tells_of_today_is_older_than_a_working_life(works: Works, month: str) -> None:
    with pytest.raises(BadValue) as refusal:
        works.submits(when=month)
    assert (refusal.value.data["field"], refusal.value.data["allowed"]) == ("when", (">= 1990-01",))
    assert works.submits(when="1990-01").submitted.when == "1990-01"


def test_a_month_that_is_none_of_ours_is_refused_in_words(works: Works) -> None:
    for month, said in (("1989-12", "tidigast januari 1990"), ("2026-04", "senast mars 2026")):
        with pytest.raises(BadValue) as refusal:
            works.submits(when=month)
        assert said in sentences(refusal.value, words_for("sv"))[0]
