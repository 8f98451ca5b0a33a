"""A word that a federation has accepted is no name on its pages, and still one on the next federation's."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from lexheller.app import House
from lexheller.desk import Desk
from lexheller.model.allowed import AllowedWord
from lexheller.services import tags
from tests.web.browsing import Page, Visitor
from tests.web.telling import begins, tells

TEXT = "Praktiken hos Anna Lindgren tog slut, och ingen ringde."


def marked(page: Page) -> list[str]:
    return re.findall(r"<mark[^>]*>(.*?)<sup>", page.html)


@pytest.fixture(autouse=True)
def accepted(web_house: House) -> None:
    """Let GBG have accepted the name of a firm."""
    word = AllowedWord("GBG", "anna lindgren", "organisation", "olle", "elsa", date(2026, 3, 2))
    web_house.store.write(lambda uow: tags.put(uow.people, web_house.office.keys, word))


def test_the_form_asks_nothing_about_it(visitor: Visitor) -> None:
    begins(visitor)
    assert "Steg 2 av 3" in tells(visitor, TEXT).text


def test_the_form_of_another_federation_does(visitor: Visitor) -> None:
    visitor.opens("/beratta/INS")
    assert marked(tells(visitor, TEXT)) == ["Anna Lindgren"]


def test_what_is_left_is_marked_beside_it(visitor: Visitor) -> None:
    begins(visitor)
    assert marked(tells(visitor, f"{TEXT} Kerstin Berglund visste inget.")) == ["Kerstin Berglund"]


def test_a_desk_reads_a_text_as_it_will_be_read_when_sent(desk_of: Callable[[str], Desk]) -> None:
    assert not desk_of("").findings(TEXT, "GBG")
    assert desk_of("").findings(TEXT, "INS")
