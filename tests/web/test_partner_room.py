"""What does a partner meet who was sent a case: the link, the code, the cases, and what may be said of them?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from lexheller.app import House
from lexheller.desk import Desk
from lexheller.services import links
from lexheller.web import make_app
from lexheller.web.partner import sent as sent_cases
from tests.factories import a_form
from tests.house import Clock
from tests.post import Office, post_office
from tests.web.browsing import Page, Visitor
from tests.web.partnering import FK, code_in, comes_in, consulted, link_to, with_mail

GONE = "Länken fungerar inte"
Desks = Callable[[str], Desk]
HALF = {"answer": "Vi kan ses.", "follow_up": "15 juni", "cause": "Två bedömer.", "waits_for": "primary_care"}
"""An answer that nobody has sent yet."""


@pytest.fixture
def post() -> Iterator[Office]:
    """A real mail server on this machine."""
    with post_office() as office:
        yield office


@pytest.fixture
def app(web_house: House, post: Office) -> Flask:
    """The web of a house that has mail, with registered addresses for FK and AF."""
    with_mail(web_house, post)
    made = make_app(web_house)
    made.testing = True
    return made


def kept(house: House) -> str:
    """Everything that is kept of links and sessions."""
    return repr(house.store.read(lambda uow: uow.partner_links.of("GBG")))


@pytest.fixture
def elsa(desk_of: Desks, app: Flask) -> Desk:
    """Elsa's desk, once addresses are registered."""
    assert app.testing
    return desk_of("elsa")


def test_opening_the_link_changes_nothing_and_shows_no_case(
    visitor: Visitor, elsa: Desk, web_house: House, post: Office
) -> None:
    number = consulted(elsa)
    address = link_to(elsa)
    before = kept(web_house)
    sent = len(post.letters)
    for _ in range(3):
        page = visitor.opens(address)
        assert page.status == 200
    head = visitor.raw("HEAD", address)
    assert head.status_code == 200
    assert kept(web_house) == before
    assert len(post.letters) == sent
    assert number not in page.html
    assert "besked" not in page.text
    assert "031-3900650" in page.text
    assert visitor.opens("/part").status == 404


def test_a_letter_with_the_link_goes_to_the_registered_address(elsa: Desk, post: Office) -> None:
    consulted(elsa)
    address = link_to(elsa)
    assert post.to == ["samverkan@fk.example.org"]
    text = post.letters[0].get_content()
    assert address in text
    assert "031-3900650" in text
    assert "GBG-" not in text


def test_the_code_goes_to_the_registered_address_and_lets_in(visitor: Visitor, elsa: Desk, post: Office) -> None:
    consulted(elsa)
    page = comes_in(visitor, post, link_to(elsa))
    assert post.to[-1] == "samverkan@fk.example.org"
    assert page.heading == "Ett ärende väntar på ert svar"
    assert page.address == "/part"


def test_a_wrong_code_an_old_one_and_one_used_up_are_answered_alike(
    visitor: Visitor, elsa: Desk, post: Office, clock: Clock
) -> None:
    consulted(elsa)
    address = link_to(elsa)
    visitor.opens(address)
    visitor.sends("brev")
    code = code_in(post)
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    said = visitor.sends("code", code=wrong)
    assert said.status == 422
    assert said.title.startswith("Fel:")
    clock.forward(minutes=16)
    late = visitor.sends("code", code=code)
    visitor.sends("Skicka en ny kod")
    fresh = code_in(post)
    for _ in range(5):
        visitor.sends("code", code=f"{(int(fresh) + 1) % 10**6:06d}")
    spent = visitor.sends("code", code=fresh)
    assert said.text == late.text == spent.text
    assert visitor.opens("/part").status == 404


def test_forged_withdrawn_and_old_links_are_one_page(visitor: Visitor, elsa: Desk, clock: Clock) -> None:
    address = link_to(elsa)
    forged = visitor.opens("/part/brev/" + "A" * 44)
    elsa.end_links(FK)
    withdrawn = visitor.opens(address)
    other = link_to(elsa)
    clock.forward(days=61)
    old = visitor.opens(other)
    assert forged.status == withdrawn.status == old.status == 404
    assert forged.heading == GONE
    assert forged.text == withdrawn.text == old.text
    assert visitor.opens(other + "/kod").text == forged.text
    for place in (address, address + "/kod"):
        token = visitor.client.get("/folj", base_url="https://localhost").get_data(as_text=True)
        csrf = re.findall(r'name="csrf_token" value="([^"]+)"', token)[0]
        assert visitor.posts(place, {"csrf_token": csrf, "code": "123456"}).text == forged.text


def test_somebody_inside_is_out_when_the_link_is_withdrawn(visitor: Visitor, elsa: Desk, post: Office) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    assert visitor.opens(f"/part/arende/{number}").status == 200
    elsa.end_links(FK)
    page = visitor.opens(f"/part/arende/{number}")
    assert page.status == 404
    assert "besked" not in page.text


def test_somebody_inside_is_out_when_the_link_is_over(visitor: Visitor, elsa: Desk, post: Office, clock: Clock) -> None:
    number = consulted(elsa)
    address = link_to(elsa)
    clock.forward(days=59, hours=23, minutes=50)
    comes_in(visitor, post, address)
    assert visitor.opens(f"/part/arende/{number}").status == 200
    clock.forward(minutes=15)
    assert visitor.opens(f"/part/arende/{number}").heading == "Öppna länken i brevet igen"


def test_a_partner_sees_what_was_sent_to_them_and_nothing_else(visitor: Visitor, elsa: Desk, post: Office) -> None:
    mine, other = consulted(elsa), consulted(elsa, "af-beredning", text="Något helt annat om ett register.")
    page = comes_in(visitor, post, link_to(elsa))
    assert mine in page.text
    assert other not in page.html
    missing, foreign = visitor.opens("/part/arende/GBG-2026-9999"), visitor.opens(f"/part/arende/{other}")
    assert missing.status == foreign.status == 404
    assert missing.text == foreign.text
    shown = visitor.opens(f"/part/arende/{mine}")
    assert "En person väntade länge" in shown.text
    assert "Arbetsmarknadsenhet" not in shown.text
    assert visitor.opens("/inkorg").address != "/inkorg"


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


def test_a_colleague_gets_a_link_of_their_own_by_mail(
    visitor: Visitor, visits: Callable[[], Visitor], elsa: Desk, post: Office, web_house: House, clock: Clock
) -> None:
    number = consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    clock.forward(minutes=1)
    page = visitor.sends("kollega", email="någon@annan.example.com")
    assert page.status == 422
    page = visitor.sends("kollega", email="annan@fk.example.org")
    assert "annan@fk.example.org" in page.text
    assert post.to[-1] == "annan@fk.example.org"
    found = re.search(r"/part/brev/\S+", post.letters[-1].get_content())
    assert found
    assert found[0] not in page.html
    colleague = visits()
    assert number in comes_in(colleague, post, found[0]).text
    assert post.to[-1] == "annan@fk.example.org"
    (recorded,) = [link for link in web_house.store.read(lambda uow: uow.partner_links.of("GBG")) if link.passed_from]
    assert recorded.email == "annan@fk.example.org"
    clock.forward(minutes=1)
    assert elsa.end_links(recorded.passed_from) == 2
    assert colleague.opens("/part").status == 404


def test_a_blocked_case_is_gone_and_its_links_stop(
    visitor: Visitor, signed_in: Callable[[str], Visitor], elsa: Desk, post: Office
) -> None:
    number, other = consulted(elsa), consulted(elsa)
    with_case = link_to(elsa, number)
    comes_in(visitor, post, link_to(elsa))
    elsa.do(number, "block", {"where": "shared_text"})
    assert visitor.opens(f"/part/arende/{number}").status == 404
    assert visitor.opens(f"/part/arende/{other}").status == 200
    page = visitor.opens("/part")
    assert page.heading == "Ett ärende väntar på ert svar"
    assert f"Ett ärende går inte att läsa just nu {number}: texten ses över." in page.text
    assert visitor.opens(with_case).heading == GONE
    page = signed_in("elsa").opens(f"/arenden/{number}/lankar")
    assert "Ärendet är spärrat. Du kan ge nya länkar när spärren är hävd." in page.text
    assert "inte hos någon som kan få en länk" not in page.text
    elsa.do(other, "block", {"where": "shared_text"})
    page = visitor.opens("/part")
    assert page.heading == "2 ärenden går inte att läsa just nu"
    assert f"{number}, {other}: texten ses över. Ni får läsa den igen när det är klart. Brådskar det, ring" in page.text
    assert "Inget väntar" not in page.text
    elsa.do(number, "attest", {"area_harmless": False})
    letters = len(post.letters)
    done = elsa.do(number, "unblock", {"done": "false_alarm"})
    assert done.gave["links"] == ["Försäkringskassan i beredningsgruppen"]
    assert len(post.letters) == letters + 1
    found = re.search(r"/part/brev/\S+", post.letters[-1].get_content())
    assert found
    assert visitor.opens(found[0]).status == 200


def test_a_case_that_is_answered_does_not_vanish_while_its_text_is_gone_over(
    visitor: Visitor, elsa: Desk, post: Office
) -> None:
    number = consulted(elsa, FK, "af-beredning")
    comes_in(visitor, post, link_to(elsa))
    visitor.opens(f"/part/arende/{number}")
    visitor.sends("svar", answer="Vi ändrar rutinen och stämmer av i höst.")
    assert number in visitor.opens("/part").text
    elsa.do(number, "retell", {"shared_text": "En person väntade länge på besked från två håll om samma sak."})
    assert "Ett ärende går inte att läsa just nu" in visitor.opens("/part").text
    assert f"{number}: texten ses över." in visitor.opens("/part").text
    elsa.do(number, "attest", {"area_harmless": False})
    assert "går inte att läsa" not in visitor.opens("/part").text


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


def test_whoever_leaves_is_out(visitor: Visitor, elsa: Desk, post: Office) -> None:
    consulted(elsa)
    comes_in(visitor, post, link_to(elsa))
    assert visitor.sends("lamna").heading == "Ärendena är stängda i den här webbläsaren"
    assert visitor.opens("/part").status == 404


def test_codes_are_rationed(visitor: Visitor, elsa: Desk, post: Office, clock: Clock) -> None:
    address = link_to(elsa)
    sent = len(post.letters)
    statuses = []
    for _ in range(12):
        visitor.opens(address)
        statuses.append(visitor.sends("brev").status)
        clock.forward(minutes=11)
    assert statuses[:10] == [200] * 10
    assert set(statuses[10:]) == {429}
    assert len(post.letters) == sent + 10
    statuses = []
    for _ in range(25):
        visitor.opens(address + "/kod")
        statuses.append(visitor.sends("code", code="000000").status)
    assert 429 in statuses


def test_whoever_tried_too_often_is_told_whom_to_ring(visitor: Visitor, elsa: Desk) -> None:
    address = link_to(elsa)
    for place, part in ((address + "/kod", "code"), (address, "brev")):
        for _ in range(21):
            visitor.opens(place)
            page = visitor.sends(part)
            if page.status == 429:
                break
        assert (page.status, page.address.startswith(address)) == (429, True)
        assert "för många försök härifrån" in page.text
        assert "031-3900650" in page.text
        assert page.title.startswith("Fel:")


def test_a_new_code_is_said_to_be_new(visitor: Visitor, elsa: Desk, post: Office) -> None:
    address = link_to(elsa)
    visitor.opens(address)
    assert "En ny kod" not in visitor.sends("brev").text.replace("Skicka en ny kod", "")
    page = visitor.sends(press="Skicka en ny kod")
    assert "En ny kod är skickad. Den förra gäller inte längre." in page.text
    assert len(post.letters) == 3
    assert "En ny kod är skickad" not in visitor.opens(address + "/kod").text


def test_a_case_whose_text_is_gone_over_says_so_and_keeps_what_was_written(
    visitor: Visitor, elsa: Desk, post: Office
) -> None:
    number, foreign = consulted(elsa), consulted(elsa, "af-beredning")
    comes_in(visitor, post, link_to(elsa))
    visitor.opens(f"/part/arende/{number}")
    for each in (number, foreign):
        elsa.do(each, "retell", {"shared_text": "En annan text om samma sak."})
    page = visitor.sends("answer", press="Skicka svaret", answer="Vi skriver en rutin.")
    assert page.status == 404
    assert page.heading == f"{number} går inte att läsa just nu"
    assert "Texten ses över." in page.text
    assert "Vi skriver en rutin." in page.text
    assert "En annan text" not in page.text
    for address in (f"/part/arende/{number}", f"/part/arende/{number}/pdf"):
        assert "Texten ses över." in visitor.opens(address).text
    missing = visitor.opens("/part/arende/GBG-2026-9999").text
    assert missing == visitor.opens(f"/part/arende/{foreign}").text
    assert "ses över" not in missing


def test_a_letter_that_cannot_be_sent_is_said(visitor: Visitor, elsa: Desk, post: Office) -> None:
    address = link_to(elsa)
    post.refuses = "550 No such user"
    visitor.opens(address)
    page = visitor.sends("brev")
    assert page.status == 503
    assert "kunde inte skickas" in page.text


def test_a_process_leader_gives_renews_and_withdraws(signed_in: Callable[[str], Visitor], elsa: Desk) -> None:
    assert elsa.links() == ()
    visitor = signed_in("elsa")
    page = visitor.opens("/lankar")
    assert "Utan registrerad adress, och därför utan länk: Primärvården" in page.text
    page = visitor.sends("Ny länk till Försäkringskassan i beredningsgruppen")
    shown = re.search(r"http\S+/part/brev/[\w=-]+", page.text)
    assert shown
    assert "mejlad till samverkan@fk.example.org" in page.text
    assert shown[0] not in visitor.opens("/lankar").text
    page = visitor.sends("dra-in")
    assert "Länken är indragen" in page.text
    assert visitor.opens(shown[0].partition("8421")[2]).heading == GONE


def test_links_are_given_by_nobody_else(signed_in: Callable[[str], Visitor], elsa: Desk) -> None:
    for who in ("birgitta", "adam", "rut", "fia"):
        assert signed_in(who).opens("/lankar").status == 404
    alva = signed_in("alva")
    elsa.give_links(FK)
    assert "Gäller till" in signed_in("elsa").opens("/lankar").text
    assert "Gäller till" not in alva.opens("/lankar").text
    (link,) = links.open_now(elsa.links(), elsa.house.office.now())
    assert alva.raw("POST", "/lankar/dra-in", data={"link": link.id}).status_code == 400  # no token
    assert links.open_now(elsa.links(), elsa.house.office.now()) == (link,)


def test_the_links_of_a_case_are_reached_from_it(signed_in: Callable[[str], Visitor], elsa: Desk, post: Office) -> None:
    number = consulted(elsa, FK, "af-beredning", "vardcentral")
    visitor = signed_in("elsa")
    assert f"/arenden/{number}/lankar" in visitor.opens(f"/arenden/{number}").links
    sent = len(post.letters)
    page = visitor.opens(f"/arenden/{number}/lankar")
    assert page.heading == "Länkar till ärendet"
    assert "den som undrar om det är äkta kan ringa Elsa Exempel, 031-3900650" in page.text
    page = visitor.sends("lankar", press="länk")
    shown = re.findall(r"http\S+/part/brev/[\w=-]+", page.text)
    assert len(shown) == len(post.letters) - sent == 2
    first = shown[0].partition("8421")[2]
    assert visitor.opens(first).heading != GONE
    page = visitor.opens(f"/arenden/{number}/lankar")
    assert shown[0] not in page.text
    assert page.text.count("Gäller till") == 2
    visitor.sends(press="Förnya länkarna")
    assert visitor.opens(first).heading == GONE
    visitor.opens(f"/arenden/{number}/lankar")
    page = visitor.sends("link", press="Dra in länken till Arbetsförmedlingen")
    assert page.address == f"/arenden/{number}/lankar"
    assert "Länken är indragen" in page.text
    assert page.text.count("Gäller till") == 1


def test_a_case_shows_the_links_that_open_it_whatever_they_were_given_with(
    signed_in: Callable[[str], Visitor], elsa: Desk
) -> None:
    """A partner that had read and answered a case by an older link stood there as one without."""
    one, two = consulted(elsa), consulted(elsa)
    link_to(elsa, one)
    link_to(elsa)
    visitor = signed_in("elsa")
    page = visitor.opens(f"/arenden/{two}/lankar")
    assert "Ingen länk." not in page.text
    assert page.text.count("Gäller till") == 2
    assert "Ge länkar till dem som har ärendet" in page.text
    names = [words for _, _, words in page.form("link").buttons + page.forms[-2].buttons if "Dra in" in words]
    assert len(set(names)) == 2, names
    assert f"Dra in länken till Försäkringskassan i beredningsgruppen, skickad med {one}" in names
    assert "Förnya länkarna" in visitor.opens(f"/arenden/{one}/lankar").text
    page = visitor.sends(press=f"skickad med {one}")
    assert page.text.count("Gäller till") == 1


def test_the_links_of_a_case_are_its_own_federations(
    signed_in: Callable[[str], Visitor], elsa: Desk, desk_of: Desks
) -> None:
    number = consulted(elsa)
    elsa.do(number, "show_group", {"group": "natverk"})
    ines = signed_in("ines")
    assert f"/arenden/{number}/lankar" not in ines.opens(f"/arenden/{number}").links
    assert ines.opens(f"/arenden/{number}/lankar").status == 404
    assert signed_in("birgitta").opens(f"/arenden/{number}/lankar").status == 404
    mine = desk_of("").submit(a_form(), federation="GBG").number
    page = signed_in("elsa").opens(f"/arenden/{mine}/lankar")
    assert "Ärendet är inte hos någon som kan få en länk." in page.text
    elsa.do(number, "block", {"where": "shared_text"})
    assert "spärr" in signed_in("elsa").opens(f"/arenden/{number}/lankar").text


def test_what_waits_is_not_crowded_out_by_what_is_newer(
    visitor: Visitor, elsa: Desk, post: Office, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = consulted(elsa)
    clock.forward(days=2)
    for _ in range(3):
        newer = consulted(elsa)
        elsa.do(newer, "answer", {"answer": "Vi ändrar rutinen.", "at_meeting": True})
    monkeypatch.setattr(sent_cases, "MOST", 2)
    page = comes_in(visitor, post, link_to(elsa))
    assert f"/part/arende/{old}" in page.links
    assert len([link for link in page.links if link.startswith("/part/arende/")]) == 2
