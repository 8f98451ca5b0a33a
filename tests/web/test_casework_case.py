"""Does a process leader read and finish a case in the browser, with few texts and fewer clicks?"""

from __future__ import annotations

import re
from collections.abc import Callable

from lexheller.desk import Desk
from tests.factories import a_form
from tests.web.browsing import Visitor
from tests.web.working import NEUTRAL, asks, attested, comes_in, opens_case, takes

DeskOf = Callable[[str], Desk]


def test_solved_in_the_talk_is_the_first_button_and_two_clicks(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    page = opens_case(elsa, number)
    first = page.html.index("Löst i samtalet")
    assert first < page.html.index("Anteckna ett samtal") < page.html.index("Det som skrevs")
    asks(elsa, number, "solve")  # one
    page = elsa.sends(
        "/steg/solve", solution="De ringde varandra.", feedback="Nu har de bestämt vem som skriver."
    )  # two
    assert page.address == f"/arenden/{number}"
    assert "Läget är nu: avslutad" in page.text
    assert desk_of("elsa").case(number).feedback == "Nu har de bestämt vem som skriver."


def test_the_whole_of_a_short_case_costs_two_texts(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    opens_case(elsa, number)
    page = elsa.sends("/steg/open_dialogue")
    assert "Dialogen öppnad" in page.text
    elsa.sends(press="Använd texten som den kom in")
    page = elsa.sends("/steg/attest", area_harmless="no")
    assert "Avidentifieringen godkänd" in page.text
    takes(elsa, number, "set_level", level="organisation", reason="Rutinen saknas mellan dem.")
    takes(elsa, number, "consult")
    referral = desk_of("elsa").case(number).case.referrals[0]
    assert "Regel om Försäkringskassan, version 1" in opens_case(elsa, number).text
    takes(elsa, number, "give_up", referral=str(referral.id), reason="De svarade på mötet.")
    for left in desk_of("elsa").case(number).case.open_referrals():
        takes(elsa, number, "give_up", reason="De svarade på mötet.", referral=str(left.id))
    takes(elsa, number, "conclude")
    page = takes(elsa, number, "give_feedback", feedback="De har kommit överens om en gemensam rutin.")
    assert "Läget är nu: avslutad" in page.text


def test_both_texts_face_each_other_with_what_the_gate_sees(elsa: Visitor, desk_of: DeskOf) -> None:
    told = "Enligt Ros på kontoret bor hon på Hasselstigen 11, och ingen av dem tog frågan."
    number = (
        desk_of("").submit(a_form(what_happened=told, title="Ingen tog frågan"), federation="GBG", vouched=True).number
    )
    desk_of("elsa").do(number, "retell", {"shared_text": "Enligt Ros på kontoret väntade personen."}, vouched=True)
    page = opens_case(elsa, number)
    assert page.html.index('class="chair"') < page.html.index('class="chair facing')
    marks = re.findall(r'<mark id="mark-(\d)">([^<]+)<sup>', page.html)
    assert marks == [("1", "Ros"), ("2", "Hasselstigen 11"), ("3", "Ros")]
    assert "Markering 2: Omskrivet Hasselstigen 11" in page.text
    assert "Markering 3: Kontrollera Ros" in page.text
    assert "En markering är kvar i texten som delas." in page.text


def test_what_people_wrote_is_read_aloud_in_its_own_language(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    english = comes_in(desk_of(""), title="Nobody took it", what_happened="The two of them waited for each other.")
    assert " lang=" not in opens_case(elsa, number).html.partition("<main")[2]
    assert '<p dir="auto" lang="en">The two of them' in opens_case(elsa, english).html
    elsa.opens("/?sprak=en")
    page = opens_case(elsa, number)
    assert re.search(r'<h1><bdi lang="sv">', page.html)
    assert '<p dir="auto" lang="sv">' in page.html
    assert '<p dir="auto">The two of them' in opens_case(elsa, english).html


def test_what_lacks_for_the_other_steps_is_said_and_nothing_is_grey(
    elsa: Visitor, number: str, desk_of: DeskOf
) -> None:
    desk_of("elsa").do(number, "open_dialogue", {})
    page = opens_case(elsa, number)
    assert "Dela med arbetsgruppen Saknas: godkänd avidentifiering" in page.text
    assert f"/arenden/{number}/steg/share" not in page.links
    assert "disabled" not in page.html
    page = asks(elsa, number, "share")
    assert "Det här saknas först" in page.text
    assert f"/arenden/{number}/steg/retell" in page.links


def test_a_conversation_is_read_and_answered_on_the_page(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    opens_case(elsa, number)
    page = elsa.sends("message", message="Får jag ta med ditt förslag?")
    assert "Meddelande skrivet" in page.text
    assert '<li class="us">' in page.html
    assert [said.text for said in desk_of("elsa").case(number).dialogue] == ["Får jag ta med ditt förslag?"]


def test_a_line_break_and_a_mark_up_are_words_alone(elsa: Visitor, desk_of: DeskOf) -> None:
    number = comes_in(desk_of(""), what_happened="<script>alert(1)</script> {{ 7*7 }} väntar på besked från båda.")
    page = opens_case(elsa, number)
    assert "<script>alert" not in page.html
    assert "{{ 7*7 }}" in page.text


def test_the_next_thing_is_offered_beside_what_was_solved(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    desk_of("elsa").do(number, "say", {"message": "Tack, jag har läst det du skrev."})
    page = opens_case(elsa, number)
    assert f"/arenden/{number}/steg/retell" in page.links
    assert page.html.index("Löst i samtalet") < page.html.index("Skriv texten som delas")
    desk_of("elsa").do(number, "retell", {"shared_text": NEUTRAL})
    assert "#attest" in opens_case(elsa, number).links


def test_a_question_lies_on_the_plank_and_the_state_stands_beneath(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    desk_of("elsa").do(number, "open_dialogue", {})
    desk_of("elsa").do(number, "wait", {"question": "Vet du om det hänt förut?", "until": "2026-03-20"})
    page = opens_case(elsa, number)
    assert "Nu: Fråga till den som skrev Vi går igenom ärendet, sedan" in page.text
    assert "en fråga till dig" not in page.text, "that is said to whoever wrote"


def test_what_lacks_leads_to_the_step_that_supplies_it(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    desk_of("elsa").do(number, "open_dialogue", {})
    page = opens_case(elsa, number)
    aside = page.html.split("<aside", 1)[1]
    assert re.search(rf'href="/arenden/{number}/steg/retell">godkänd avidentifiering</a>', aside)
    assert re.search(rf'href="/arenden/{number}/steg/set_level">preliminär nivå</a>', aside)
    desk_of("elsa").do(number, "retell", {"shared_text": NEUTRAL})
    assert 'href="#attest">godkänd avidentifiering</a>' in opens_case(elsa, number).html


def test_the_way_on_stands_beside_the_talk_from_the_start(elsa: Visitor, desk_of: DeskOf) -> None:
    number, desk = comes_in(desk_of(""), contact="070-1740650", partners=["fk"]), desk_of("elsa")

    def pressed() -> list[str]:
        now = opens_case(elsa, number).html.split('id="next"', 1)[1].split("</section>", 1)[0]
        return re.findall(r'class="button[^"]*" href="([^"]+)"', now)

    steg = f"/arenden/{number}/steg/"
    assert pressed() == [f"{steg}solve", f"{steg}note_talk"]
    assert opens_case(elsa, number).form("/steg/open_dialogue").buttons[0][2] == "Öppna dialog"
    desk.do(number, "open_dialogue", {})
    assert pressed() == [f"{steg}solve", f"{steg}note_talk", f"{steg}retell"]
    desk.do(number, "retell", {"shared_text": NEUTRAL})
    assert pressed()[2] == "#attest"
    desk.do(number, "attest", {"area_harmless": False})
    assert pressed()[2] == f"{steg}set_level"
    desk.do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    assert pressed()[2] == f"{steg}consult"


def test_why_something_was_let_stand_is_read_beside_it(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    desk_of("elsa").do(number, "retell", {"shared_text": "Enligt Ros på kontoret väntade personen."}, vouched=True)
    rows = [{"finding": "1", "reason": "ordinary_word"}]
    desk_of("elsa").do(number, "attest", {"area_harmless": False, "overrides": rows})
    page = opens_case(elsa, number)
    assert "Markering 1: Får stå kvar Ros" in page.text
    assert "Får stå kvar: det är ett vanligt ord." in page.text
    assert "Kontrollera Ros" not in page.text


def test_what_moves_no_case_says_no_state(elsa: Visitor, number: str) -> None:
    page = takes(elsa, number, "label", themes=["digital_tools"])
    assert "Läget är nu" not in page.text
    opens_case(elsa, number)
    assert "Dialogen öppnad. Läget är nu: i dialog." in elsa.sends("/steg/open_dialogue").text


def test_where_no_place_is_named_there_is_nothing_to_answer_about_it(elsa: Visitor, desk_of: DeskOf) -> None:
    number = comes_in(desk_of(""), area="")
    desk_of("elsa").do(number, "open_dialogue", {})
    desk_of("elsa").do(number, "retell", {"shared_text": NEUTRAL})
    takes(elsa, number, "attest")
    assert desk_of("elsa").case(number).case.attested


def test_another_report_of_the_same_event_is_named_beside_both(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    other = comes_in(desk_of(""))
    desk_of("elsa").do(number, "same_event", {"other": other, "reason": "Samma möte, två håll."})
    for one, another in ((number, other), (other, number)):
        page = opens_case(elsa, one)
        assert f"Samma händelse {another}" in page.text


def test_what_a_submitter_says_of_whether_it_helped_is_read(elsa: Visitor, desk_of: DeskOf) -> None:
    sent = desk_of("").submit(a_form(), federation="GBG")
    desk_of("elsa").do(sent.number, "solve", {"solution": "De ringde.", "feedback": "Nu är det ordnat mellan dem."})
    said = {"helped": "partly", "note": "Besked kom, men en månad för sent."}
    desk_of("").do_with_code(sent.claim_code or "", "helped", said)
    page = opens_case(elsa, sent.number)
    assert "Delvis" in page.text
    assert "Den som skrev, om det blev bättre, 2 mars Besked kom, men en månad för sent." in page.text


def test_a_case_that_points_somebody_out_says_where_and_what_to_press(elsa: Visitor, desk_of: DeskOf) -> None:
    sent = desk_of("").submit(a_form(), federation="GBG")
    attested(desk_of("elsa"), sent.number)
    desk_of("").do_with_code(sent.claim_code or "", "block", {"where": ["what_happened", "message"]})
    page = opens_case(elsa, sent.number)
    assert "Den som skrev har sagt var det står: Vad hände, Ett meddelande eller en fråga." in page.text
    now = page.html.split('id="next"', 1)[1].split("</section>", 1)[0]
    assert f"/arenden/{sent.number}/steg/retell" in now
    assert f"/arenden/{sent.number}/steg/dispose_text" in now


def test_a_question_that_came_back_is_said_before_the_talk(elsa: Visitor, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of("")))
    desk_of("elsa").do(number, "share", {"group": "natverk"})
    desk_of("ines").do(number, "send_back", {"question": "Vem ringde först?"})
    page = opens_case(elsa, number)
    assert "Arbetsgruppen har skickat tillbaka ärendet med en fråga." in page.text
    now = page.html.split('id="next"', 1)[1].split("</section>", 1)[0]
    assert f"/arenden/{number}/steg/retell" in now


def test_a_step_with_several_ways_is_listed_once(elsa: Visitor, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of("")))
    desk_of("elsa").do(number, "share", {"group": "natverk"})
    desk_of("ines").do(number, "classify", {"level": "organisation", "reason": "Rutinen saknas."})
    assert opens_case(elsa, number).text.count("Lämna tillbaka med en fråga") == 1
