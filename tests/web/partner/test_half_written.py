"""Is what a partner has begun to write still there, whatever else happens?"""

from __future__ import annotations

import pytest

from lexheller.desk import Desk
from tests.house import Clock
from tests.post import Office
from tests.web.browsing import Page, Visitor
from tests.web.partnering import HALF, comes_in, consulted, link_to


def stands(page: Page, number: str, **besides: str) -> bool:
    """Tell whether the half-written answer stands in the page's form, and whatever else is named."""
    values = page.form("answer").values
    return all(values[name] == [text] for name, text in {**HALF, "cases": number, **besides}.items())


@pytest.mark.parametrize(
    ("press", "filled", "said"),
    [
        ("ask", {"question": "Gäller det sjukpenning?"}, "Frågan är skickad."),
        ("more_time", {"until": "2026-06-15", "more_time_reason": "Sommar."}, "Den nya dagen gäller."),
        ("colleague", {"email": "annan@fk.example.org"}, "En egen länk är skickad till annan@fk.example.org."),
    ],
)
def test_a_half_written_answer_stays_when_something_else_is_sent(
    visitor: Visitor, elsa: Desk, post: Office, clock: Clock, press: str, filled: dict[str, str], said: str
) -> None:
    one, two = consulted(elsa), consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    clock.forward(minutes=1)
    visitor.opens(f"/part/arende/{one}")
    page = visitor.sends("answer", press=press, **HALF, **filled, cases=[two], not_ours_reason="Kanske.")
    assert page.status == 200
    assert said in page.text
    assert stands(page, two, not_ours_reason="Kanske.", **dict.fromkeys(filled, ""))
    assert f'data-draft-done="{one}-part"' in page.html
    assert not elsa.case(one).answers
    assert "Svaret är skickat" in visitor.sends("answer", press="Skicka svaret").text
    assert elsa.case(two).answers[0].parts["follow_up"] == "15 juni"


@pytest.mark.parametrize(
    ("press", "filled", "said"),
    [
        ("ask", {"question": ""}, "Skriv er fråga."),
        ("ask", {"question": "Gäller det Kerstin på vårdcentralen?"}, "Byt"),
        ("more_time", {"until": "2026-04-01"}, "senare än den som gäller nu"),
        ("more_time", {"until": "2026-06-15", "more_time_reason": "Kerstin på vårdcentralen är borta."}, "Byt"),
        ("not_ours", {"not_ours_reason": "Inte vi."}, "Välj vems frågan är."),
        ("colleague", {"email": "annan@annan.example.com"}, "en adress som slutar på fk.example.org"),
    ],
)
def test_a_half_written_answer_stays_when_something_else_is_not_taken(
    visitor: Visitor, elsa: Desk, post: Office, press: str, filled: dict[str, str], said: str
) -> None:
    one, two = consulted(elsa), consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    visitor.opens(f"/part/arende/{one}")
    page = visitor.sends("answer", press=press, **HALF, **filled, cases=[two])
    assert page.status == 422
    assert page.title.startswith("Fel:")
    assert said in page.text
    assert "data-draft-done" not in page.html
    assert stands(page, two, **filled)
    if said == "Byt":
        page = visitor.sends("answer", press="Byt")
        assert page.status == 200
        assert "Kerstin" not in page.html
        assert stands(page, two)


def test_another_language_keeps_what_is_written(visitor: Visitor, elsa: Desk, post: Office) -> None:
    one, two = consulted(elsa), consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    visitor.opens(f"/part/arende/{one}")
    page = visitor.sends("answer", press="English", **HALF, cases=[two], question="Gäller det")
    assert (page.status, "What can you do?" in page.text) == (200, True)
    assert not page.title.startswith("Error")
    assert stands(page, two, question="Gäller det")
    assert "What can you do?" in visitor.opens(f"/part/arende/{one}").text


@pytest.mark.parametrize(
    ("filled", "status", "said"),
    [
        ({"answer": "Vi skriver en rutin."}, 200, "Svaret är skickat."),
        ({"until": "2026-06-15"}, 200, "Den nya dagen gäller."),
        ({"email": "annan@fk.example.org"}, 200, "En egen länk är skickad"),
        ({}, 422, "Skriv vad ni kan göra."),
        ({"answer": "Vi skriver en rutin.", "until": "2026-06-15"}, 422, "Du har börjat på mer än en sak."),
    ],
)
def test_enter_sends_what_alone_is_begun(
    visitor: Visitor, elsa: Desk, post: Office, clock: Clock, filled: dict[str, str], status: int, said: str
) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    clock.forward(minutes=1)
    visitor.opens(f"/part/arende/{number}")
    form = visitor.opens(f"/part/arende/{number}").form("answer")
    page = visitor.posts(form.action, form.values | filled)  # by a button that says nothing, as Enter presses it
    assert (page.status, said in page.text) == (status, True)
    if "mer än" in said:
        assert page.form("answer").values["until"] == ["2026-06-15"]


def test_what_can_no_longer_be_sent_stands_there_to_be_copied(visitor: Visitor, elsa: Desk, post: Office) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    visitor.opens(f"/part/arende/{number}")
    page = visitor.sends("answer", press="not_ours", **HALF, whose="nobody", not_ours_reason="Ingen har det.")
    assert "Processledaren går vidare" in page.text
    assert "Det du skrev är inte skickat" in page.text
    assert "Vi kan ses." in page.text
    assert "15 juni" in page.text
    visitor.opens(f"/part/arende/{number}")
    assert "Vi kan ses." not in visitor.opens(f"/part/arende/{number}").text


def test_an_answer_that_a_colleague_was_quicker_with_is_not_lost(visitor: Visitor, elsa: Desk, post: Office) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    visitor.opens(f"/part/arende/{number}")
    elsa.do(number, "answer", {"answer": "Vi ändrar rutinen.", "at_meeting": True})
    page = visitor.sends("answer", press="Skicka svaret", answer="Vi skriver en rutin.")
    assert page.status == 409
    assert "Det du skrev är inte skickat" in page.text
    assert "Vi skriver en rutin." in page.text


def test_a_case_that_moved_meanwhile_keeps_what_was_written(visitor: Visitor, elsa: Desk, post: Office) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    visitor.opens(f"/part/arende/{number}")
    elsa.do(number, "tie_pattern", {"pattern": "P1", "reason": "Det liknar de andra."})
    page = visitor.sends("answer", press="Skicka svaret", answer="Vi skriver en rutin.")
    assert page.status == 409
    assert "Vi skriver en rutin." in page.html
    assert "elsa" not in page.html.casefold().replace("elsa exempel", "")
    assert "Svaret är skickat" in visitor.sends("answer", press="Skicka svaret").text


def test_what_was_written_is_not_lost_when_the_session_ends(
    visitor: Visitor, elsa: Desk, post: Office, clock: Clock
) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    visitor.opens(f"/part/arende/{number}")
    clock.forward(minutes=31)
    page = visitor.sends("answer", press="Skicka svaret", answer="Vi skriver en rutin.")
    assert page.status == 404
    assert "Vi skriver en rutin." in page.html
    assert not elsa.case(number).answers
