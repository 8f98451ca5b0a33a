"""Does every store keep partners' links, the library's stories and marks, and a federation's own texts?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from lexheller.model.partner_link import PartnerLink
from lexheller.services.ports import Store, Story
from tests.factories import NOON
from tests.house import Works, works_in

BARE = PartnerLink("GBG", "aa01", "fk-beredning", "hash1", NOON, NOON + timedelta(days=60))
FULL = replace(
    BARE,
    id="aa02",
    word="hash2",
    email="annan@fk.example.org",
    case="GBG-2026-0001",
    made_by="elsa",
    passed_from="aa01",
    ended=NOON + timedelta(hours=1),
    why="blocked",
    code="hashed",
    code_until=NOON + timedelta(minutes=15),
    tries=3,
    codes=2,
    codes_on=date(2026, 3, 2),
    read=NOON + timedelta(minutes=3),
)


def test_a_link_comes_back_as_it_was(store: Store) -> None:
    for link in (BARE, FULL):
        store.write(lambda uow, kept=link: uow.partner_links.put(kept))  # type: ignore[misc]  # bound on purpose
    assert store.read(lambda uow: uow.partner_links.get("GBG", "aa01")) == BARE
    assert store.read(lambda uow: uow.partner_links.find("hash2")) == FULL
    assert store.read(lambda uow: uow.partner_links.find("hash3")) is None
    assert store.read(lambda uow: uow.partner_links.find("")) is None
    assert store.read(lambda uow: uow.partner_links.get("INS", "aa01")) is None
    assert store.read(lambda uow: uow.partner_links.of("GBG")) == (BARE, FULL)
    assert store.read(lambda uow: uow.partner_links.of("INS")) == ()
    moved = replace(FULL, tries=4, code="", code_until=None)
    store.write(lambda uow: uow.partner_links.put(moved))
    assert store.read(lambda uow: uow.partner_links.get("GBG", "aa02")) == moved


def test_marks_are_counted(store: Store) -> None:
    for story in ("s1", "s2", "s1"):
        store.write(lambda uow, met=story: uow.library.meet(met))  # type: ignore[misc]  # bound on purpose
    found: Mapping[str, int] = store.read(lambda uow: uow.library.met())
    assert found == {"s1": 2, "s2": 1}


def test_a_text_is_kept_by_kind_and_language_and_taken_away(store: Store) -> None:
    store.write(lambda uow: uow.notices.put("GBG", "privacy", "sv", "Så gör vi.", NOON))
    assert store.read(lambda uow: uow.notices.get("GBG", "privacy", "sv")) == ("Så gör vi.", NOON)
    assert store.read(lambda uow: uow.notices.get("GBG", "privacy", "en")) is None
    assert store.read(lambda uow: uow.notices.get("INS", "privacy", "sv")) is None
    store.write(lambda uow: uow.notices.put("GBG", "privacy", "sv", "", NOON))
    assert store.read(lambda uow: uow.notices.get("GBG", "privacy", "sv")) is None


@pytest.fixture
def works(store: Store, tmp_path: Path) -> Works:
    """The furnished house in every store."""
    return works_in(store, tmp_path)


def released(works: Works, text: str = "Två väntade på varandra.") -> str:
    """Bring a case to the library: one asks, another releases."""
    case = works.attested()
    works.does("elsa", case, "solve", solution="Vi ringde båda.", feedback="Det är ordnat.")
    works.does("elsa", case, "release", public_text=text, harmless=True, submitter_wishes=True)
    works.does("olle", case, "release", confirmed=str(works.reads(case).public_version))
    return case.number


def stories(works: Works, before: datetime) -> tuple[Story, ...]:
    """Read the library."""
    return works.store.read(lambda uow: uow.library.stories(before))


def test_a_story_is_what_a_second_person_released(works: Works) -> None:
    case = works.attested()
    works.does("elsa", case, "solve", solution="Vi ringde båda.", feedback="Det är ordnat.")
    works.does("elsa", case, "release", public_text="Första försöket.", harmless=True, submitter_wishes=True)
    assert stories(works, datetime(2030, 1, 1, tzinfo=UTC)) == ()
    works.does("elsa", case, "release", public_text="Två väntade på varandra.", harmless=True, submitter_wishes=True)
    works.clock.forward(days=2)
    works.does("olle", case, "release", confirmed=str(works.reads(case).public_version))
    (story,) = stories(works, datetime(2030, 1, 1, tzinfo=UTC))
    assert (story.text, story.kinds, story.released) == (
        "Två väntade på varandra.",
        ("fk", "primary_care"),
        works.clock.now,
    )
    assert stories(works, works.clock.now) == ()


def test_a_story_is_gone_while_its_case_is_blocked_or_open_again(works: Works) -> None:
    later = datetime(2030, 1, 1, tzinfo=UTC)
    one, other = released(works), released(works, "En annan text.")
    assert [story.text for story in stories(works, later)] != []
    works.does("elsa", one, "block", where="shared_text")
    assert [story.text for story in stories(works, later)] == ["En annan text."]
    works.does("elsa", other, "reopen", reason="Det hände igen.")
    assert stories(works, later) == ()
    works.does("elsa", one, "attest", area_harmless=False)
    works.does("elsa", one, "unblock", done="false_alarm")
    assert [story.text for story in stories(works, later)] == ["Två väntade på varandra."]
