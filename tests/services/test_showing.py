"""Does what a group has gone through follow from the history, and what was put beside it by hand not?"""

from __future__ import annotations

import pytest

from lexheller.services import showing
from lexheller.services.beside import Beside, faults
from tests.house import Works, viewer_of


@pytest.mark.parametrize(
    ("what", "day", "wrong"),
    [
        ("meeting:GBG/natverk:{}", "2026-03-02", False),
        ("meeting:GBG/natverk:{}", "2025-12-31", True),
        ("meeting:GBG/natverk:1", "2026-03-02", True),
        ("meeting:GBG/annat:{}", "2026-03-02", True),
        ("meeting:GBG/natverk:x", "2026-03-02", True),
        ("meeting:", "2026-03-02", True),
    ],
)
def test_a_reading_goes_with_what_was_shown(works: Works, what: str, day: str, wrong: bool) -> None:
    case = works.does("elsa", works.attested(), "show_group", group="natverk")
    works.store.write(lambda uow: showing.note_read(uow, works.office, viewer_of("ines"), case.number))
    events = works.store.read(lambda uow: uow.cases.events(case.federation, case.id))
    shown = showing.shown_at(events)
    assert works.store.read(lambda uow: uow.notes.seen(case.federation, case.id, f"meeting:GBG/natverk:{shown}"))
    found = faults(events, Beside(seen=((what.format(shown), day),)))
    assert ("seen_differs" in {code for _, code, _ in found}) == wrong
