"""What may a partner say of a case, and is it shown back as it was said?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lexheller.desk import Desk
from tests.post import Office
from tests.web.browsing import Visitor
from tests.web.partnering import FK, HALF, comes_in, consulted, link_to


def test_one_answer_covers_several_cases(visitor: Visitor, elsa: Desk, post: Office) -> None:
    one, two, three = consulted(elsa), consulted(elsa), consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    visitor.opens(f"/part/arende/{one}")
    page = visitor.sends(
        "answer", press="Skicka svaret", answer="Vi stämmer av med läkaren.", follow_up="15 juni", cases=[two]
    )
    assert "Tack! Svaret är skickat för 2 ärenden." in page.text
    assert "Vi stämmer av med läkaren." in page.text
    for number in (one, two):
        (said,) = elsa.case(number).answers
        assert said.parts["answer"] == "Vi stämmer av med läkaren."
        assert elsa.case(number).history[-1].actor == "GBG/fk-beredning"
    assert not elsa.case(three).answers


def test_an_answer_is_shown_back_whole_part_by_part(visitor: Visitor, elsa: Desk, post: Office) -> None:
    one, two = consulted(elsa), consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    visitor.opens(f"/part/arende/{one}")
    page = visitor.sends("answer", press="Skicka svaret", **HALF, cases=[two])
    assert "Tack! Svaret är skickat för 2 ärenden." in page.text
    parts = (
        "Vad kan ni göra? Vi kan ses.",
        "När kan vi stämma av? 15 juni",
        "Två bedömer.",
        "Vem väntar ni själva på? Vårdcentral",
    )
    assert [part for part in parts if part not in page.text] == []
    assert "Vill ni ändra eller lägga till något? Ring Elsa Exempel, 031-3900650" in page.text


def test_a_question_is_asked_and_answered_here(visitor: Visitor, elsa: Desk, post: Office) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    visitor.opens(f"/part/arende/{number}")
    page = visitor.sends("question", press="Skicka frågan", question="Gäller det sjukpenning?")
    assert "Gäller det sjukpenning?" in page.text
    elsa.do(number, "say", {"message": "Ja, det gör det.", "referral": FK})
    assert "Ja, det gör det." in visitor.opens(f"/part/arende/{number}").text


def test_more_time_moves_the_day_and_not_ours_says_whose(visitor: Visitor, elsa: Desk, post: Office) -> None:
    one, two = consulted(elsa), consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    visitor.opens(f"/part/arende/{one}")
    page = visitor.sends("until", press="Be om mer tid", until="2026-06-15", more_time_waits_for="primary_care")
    assert "15 juni" in page.text
    assert "och gäller till 15 juni 2026" in page.text  # the link opens as long as they may answer
    referral = elsa.case(one).case.referrals[0]
    assert (str(referral.due), referral.waits_for) == ("2026-06-15", "primary_care")
    visitor.opens(f"/part/arende/{two}")
    page = visitor.sends("whose", press="inte är vår", whose="nobody")
    assert elsa.case(two).case.referrals[0].state == "not_ours"
    assert "inte är er, och ingen annans heller." in page.text


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_names_the_days_that_are_more_time(visitor: Visitor, elsa: Desk, post: Office, language: str) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    named = {"sv": "från 2 maj 2026 till 2 mars 2027", "en": "from 2 May 2026 to 2 March 2027"}[language]
    assert named in visitor.opens(f"/part/arende/{number}?sprak={language}").text
    for until in ("2026-02-01", "2026-05-01", "2029-01-01"):
        page = visitor.sends(press="more_time", until=until)
        assert page.status == 422
        assert page.text.count(named) == 3, until  # in the summary, at the field, and above it
        assert f'value="{until}"' in page.html
    assert str(elsa.case(number).case.referrals[0].due) == "2026-05-01"


def test_whoever_notes_it_for_a_partner_is_told_the_days_too(signed_in: Callable[[str], Visitor], elsa: Desk) -> None:
    number = consulted(elsa)
    visitor = signed_in("elsa")
    visitor.opens(f"/arenden/{number}/steg/more_time")
    page = visitor.sends("until", until="2026-04-01", at_meeting="yes")
    assert page.status == 422
    assert "högst ett år fram: från 2 maj 2026 till 2 mars 2027." in page.text


@pytest.mark.parametrize(
    ("language", "part", "said"),
    [
        ("sv", "En annan del av Försäkringskassan", "utan en fråga för en annan del av Försäkringskassan."),
        ("en", "Another part of the Social Insurance Agency", "a matter for another part of the Social"),
    ],
)
def test_a_question_may_be_another_part_of_ones_own_and_what_was_said_is_shown_back(
    visitor: Visitor, elsa: Desk, post: Office, language: str, part: str, said: str
) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    page = visitor.opens(f"/part/arende/{number}?sprak={language}")
    assert part in page.text
    page = visitor.sends("whose", press="not_ours", whose="fk", not_ours_reason="Omprövningen har det.\n\nDe svarar.")
    assert said in page.text
    assert "Omprövningen har det." in page.text
    assert "De svarar." in page.text
    assert f"{'Ring' if language == 'sv' else 'Call'} Elsa Exempel, 031-3900650" in page.text
    view = elsa.case(number)
    assert view.case.referrals[0].whose == "fk"
    assert view.why_not_ours == {1: "Omprövningen har det.\n\nDe svarar."}


def test_a_reason_is_shown_back_to_whoever_wrote_it_and_to_no_other_partner(
    visits: Callable[[], Visitor], elsa: Desk, post: Office
) -> None:
    number = consulted(elsa, FK, "af-beredning")
    fk, af = visits(), visits()
    comes_in(fk, post, link_to(elsa))
    comes_in(af, post, link_to(elsa, "af-beredning"))
    fk.opens(f"/part/arende/{number}")
    fk.sends("whose", press="not_ours", whose="af", not_ours_reason="Det är ett arbetsmarknadsbeslut.")
    assert "arbetsmarknadsbeslut" in fk.opens(f"/part/arende/{number}").text
    assert "arbetsmarknadsbeslut" not in af.opens(f"/part/arende/{number}").text


def test_what_lacks_is_said_at_its_field(visitor: Visitor, elsa: Desk, post: Office) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    for part, press, said in (
        ("answer", "Skicka svaret", "Skriv vad ni kan göra."),
        ("question", "Skicka frågan", "Skriv er fråga."),
        ("until", "Be om mer tid", "Ange en dag."),
        ("whose", "inte är vår", "Välj vems frågan är."),
    ):
        visitor.opens(f"/part/arende/{number}")
        page = visitor.sends(part, press=press)
        assert page.status == 422, part
        assert page.title.startswith("Fel:")
        assert said in page.text
    visitor.opens(f"/part/arende/{number}")
    assert "Ange en dag." in visitor.sends("until", press="Be om mer tid", until="2026-99-99").text


def test_what_a_partner_cannot_do_is_refused(visitor: Visitor, elsa: Desk, post: Office) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    form = visitor.opens(f"/part/arende/{number}").form("answer")
    for step in ("give_up", "decide", "answer "):
        assert visitor.posts(form.action, form.values | {"do": step}).status == 400


def test_what_is_said_of_a_hidden_identity_says_whom_to_ring(visitor: Visitor, elsa: Desk, post: Office) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    visitor.opens(f"/part/arende/{number}")
    page = visitor.sends("answer", press="Skicka svaret", answer="Hon har skyddad identitet och bor på Storgatan 5.")
    assert page.status == 422
    assert "031-3900650" in page.text


def test_words_that_point_somebody_out_come_back_with_a_button(visitor: Visitor, elsa: Desk, post: Office) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    visitor.opens(f"/part/arende/{number}")
    page = visitor.sends("answer", press="Skicka svaret", answer="Vi ringer Kerstin på vårdcentralen.", cause="Oklart.")
    assert page.status == 422
    assert "”Kerstin”: Det här ser ut som" in page.text
    assert not elsa.case(number).answers
    fixed = visitor.sends("answer", press="Byt")
    assert fixed.form("answer").values["cause"] == ["\nOklart."] or "Oklart." in fixed.html
    assert "Kerstin" not in fixed.text
    assert "Svaret är skickat" in visitor.sends("answer", press="Skicka svaret").text
