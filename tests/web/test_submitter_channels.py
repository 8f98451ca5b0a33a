"""Which other channels is somebody shown beside what they tell, and what is noted of it?"""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from lexheller.desk import Desk
from lexheller.model.codes import Channel
from lexheller.web.sealed import seal
from lexheller.web.submitter.story import Story, opened
from tests.web.browsing import Visitor
from tests.web.telling import adds, begins, comes_to_check, receipt, says_who, tells

Desks = Callable[[str], Desk]

SIGNS = "Barnet har blivit slagen hemma. Hemtjänsten uteblev i flera dagar, och båda väntade på varandra."
CHILD = {"sv": "Kan ett barn fara illa", "en": "If a child may be faring badly"}


def test_the_right_channels_are_shown_and_noted(visitor: Visitor, desk_of: Desks) -> None:
    begins(visitor)
    tells(visitor, partners=("social_services",))
    says_who(visitor)
    page = adds(visitor)
    assert "Lex Sarah" in page.text
    assert "Lex Maria" not in page.text
    page = visitor.sends("story", press="send", other_channel="yes")
    assert "Lex Sarah" in page.text
    submitted = desk_of("elsa").case(receipt(page)[0]).case.submitted
    assert Channel.LEX_SARAH in submitted.informed
    assert submitted.other_channel == "yes"


def test_who_does_not_know_has_not_been_informed(visitor: Visitor, desk_of: Desks) -> None:
    comes_to_check(visitor)
    number, _ = receipt(visitor.sends("story", press="send", other_channel="dont_know"))
    assert desk_of("elsa").case(number).case.submitted.informed == ()


def test_the_right_channel_stands_beside_the_text_and_stops_nothing(visitor: Visitor, desk_of: Desks) -> None:
    begins(visitor)
    page = tells(visitor, SIGNS)
    assert "Steg 2 av 3" in page.text
    assert CHILD["sv"] in page.text
    says_who(visitor, contact_way="code")
    page = adds(visitor)
    assert page.heading == "Kontrollera och skicka"
    assert CHILD["sv"] in page.text
    number, _ = receipt(visitor.sends("story", press="send", other_channel="no"))
    assert {Channel.REPORT_OF_CONCERN, Channel.LEX_SARAH} <= set(desk_of("elsa").case(number).case.submitted.informed)


def test_the_right_channel_stands_beside_a_text_that_the_gate_reads_back(visitor: Visitor) -> None:
    begins(visitor)
    page = tells(visitor, f"{SIGNS} Kerstin på vårdcentralen svarade inte.")
    assert page.status == 422
    assert CHILD["sv"] in page.text
    assert CHILD["en"] in visitor.sends("story", press="language:en").text


def test_a_text_without_signs_shows_none(visitor: Visitor) -> None:
    begins(visitor)
    page = tells(visitor)
    assert "höra hemma på annat håll" not in page.text


def test_what_was_shown_holds_for_the_text_as_it_stood(visitor: Visitor, desk_of: Desks) -> None:
    comes_to_check(visitor)
    visitor.sends("story", press="change:what_happened")
    page = tells(visitor, SIGNS)
    assert page.heading == "Kontrollera och skicka"
    assert CHILD["sv"] in page.text
    number, _ = receipt(visitor.sends("story", press="send", other_channel="yes"))
    assert Channel.REPORT_OF_CONCERN in desk_of("elsa").case(number).case.submitted.informed


def test_signs_are_looked_for_where_none_were_shown_beside_these_words(app: Flask) -> None:
    told = Story("GBG").with_values(what_happened=SIGNS)
    with app.test_request_context("/"):
        shown = opened(told.showing(("lex_maria",)).sealed())
    assert shown is not None
    assert shown.signs() == ("lex_maria",)
    assert told.showing(()).signs() == ()
    assert "report_of_concern" in told.signs()
    assert "report_of_concern" in shown.with_values(what_happened=f"{SIGNS} Ingen svarade.").signs()


def test_a_form_that_an_older_version_sealed_is_read(app: Flask) -> None:
    told = {"what_happened": SIGNS}
    with app.test_request_context("/"):
        found = opened(seal("a story", ["GBG", "k", told, {"1": ["d", True]}, True]))
    assert found == Story("GBG", "k", told, {"1": ("d", True)}, checked=True)
