"""Can a process leader write in a report for somebody who phoned, while they talk?"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from lexheller.app.proving import verify
from lexheller.desk import Desk
from tests.house import Clock
from tests.web.browsing import Page, Visitor
from tests.web.telling import HAPPENED

SignedIn = Callable[[str], Visitor]
DeskOf = Callable[[str], Desk]


def writes_in(visitor: Visitor, **changes: Any) -> Page:
    visitor.opens("/registrera")
    form = {"what_happened": HAPPENED, "partners": ["fk"], "submitter_org": "af", "contact_way": "code"}
    return visitor.sends("/registrera", **form | changes)


def test_the_code_is_read_out_and_the_case_says_how_it_came(signed_in: SignedIn, desk_of: DeskOf) -> None:
    elsa = signed_in("elsa")
    page = writes_in(elsa, source="phone")
    number = re.search(r"GBG-\d{4}-\d{4}", page.heading)
    assert number, page.text
    code = "-".join(re.findall(r"<span>(\w+)</span>", page.html[page.html.index('id="code"') :]))
    assert desk_of("").follow(code).number == number[0]
    assert desk_of("elsa").case(number[0]).case.source == "phone"
    assert desk_of("elsa").case(number[0]).history[0].actor == "elsa"


@pytest.mark.parametrize(("way", "talked"), [("phone", True), ("meeting", True), ("word", False)])
def test_who_writes_in_while_they_talk_has_made_the_first_contact(
    signed_in: SignedIn, desk_of: DeskOf, clock: Clock, way: str, talked: bool
) -> None:
    writes_in(signed_in("elsa"), source=way)
    (row,) = desk_of("elsa").cases()
    case = desk_of("elsa").case(row.number).case
    assert (case.contacted is not None, "first_contact" not in case.clocks) == (talked, talked)
    assert case.leader == ("elsa" if talked else "")
    clock.forward(days=8)
    late = [(found.number, found.next) for found in desk_of("elsa").inbox().late]
    assert late == ([] if talked else [(row.number, "next.open_dialogue")])
    assert not [fault for fault in verify(desk_of("elsa").house).faults if fault.number]


def test_what_lacks_is_told_and_what_was_written_stays(signed_in: SignedIn) -> None:
    page = writes_in(signed_in("elsa"), partners=[], contact_way=None, proposal="En gemensam rutin.")
    assert page.status == 422
    assert page.title.startswith("Fel:")
    assert HAPPENED in page.html
    assert "En gemensam rutin." in page.html
    assert 'href="#partners"' in page.html
    assert 'href="#contact-way"' in page.html


def test_the_gate_stands_here_too(signed_in: SignedIn, desk_of: DeskOf) -> None:
    elsa = signed_in("elsa")
    page = writes_in(elsa, what_happened="Kerstin Larsson på kontoret svarade aldrig, och personen väntade.")
    assert page.status == 422
    assert desk_of("elsa").cases() == []
    page = elsa.sends("/registrera", press="fix")
    assert "Kerstin" not in page.html
    page = elsa.sends("/registrera")
    assert "Ärendet har nummer" in page.heading


def test_pressing_twice_makes_one_case(signed_in: SignedIn, desk_of: DeskOf) -> None:
    elsa = signed_in("elsa")
    elsa.opens("/registrera")
    assert elsa.page
    form = elsa.page.form("/registrera")
    told = form.values | {
        "what_happened": [HAPPENED], "partners": ["fk"], "submitter_org": ["af"], "contact_way": ["code"],
    }  # fmt: skip
    first, second = elsa.posts("/registrera", told), elsa.posts("/registrera", told)
    assert first.heading == second.heading
    assert len(desk_of("elsa").cases()) == 1


def test_the_right_channel_is_told_to_whoever_registers(signed_in: SignedIn) -> None:
    page = writes_in(signed_in("elsa"), what_happened="Barnet har blivit slagen hemma, och ingen tog emot.")
    assert "Ärendet har nummer" in page.heading
    assert "Kan ett barn fara illa" in page.text
