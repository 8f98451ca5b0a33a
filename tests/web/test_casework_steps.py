"""Is nothing typed ever lost: when something lacks, when the gate stops it, when somebody else was first?"""

from __future__ import annotations

import re
from collections.abc import Callable

from lexheller.desk import Desk
from tests.house import Clock
from tests.web.browsing import Visitor
from tests.web.working import NEUTRAL, asks, attested, comes_in, opens_case, takes

SignedIn = Callable[[str], Visitor]
DeskOf = Callable[[str], Desk]
ASKED = "Enligt Ros på kontoret väntade personen på besked från två håll."
NAMED = "Kerstin Larsson på kontoret svarade aldrig, och personen väntade."


def test_all_that_lacks_stands_beside_its_field_at_once(elsa: Visitor, number: str) -> None:
    page = takes(elsa, number, "note_talk", talk=None, talked_on="", note="De ringde.")
    assert page.status == 422
    assert page.title.startswith("Fel:")
    for lack in ("Saknas: telefon eller möte.", "Saknas: vilken dag.", "Saknas: vad samtalet ledde till."):
        assert page.html.count(lack) == 2, lack  # in the list above, and at the field
    assert "De ringde." in page.html
    assert 'href="#talked-on"' in page.html


def test_a_day_that_is_none_and_one_to_come_are_told_at_the_field(elsa: Visitor, number: str) -> None:
    page = takes(elsa, number, "note_talk", outcome="goes_on", talked_on="i går", note="De ringde.")
    assert "Skriv dagen så här: 2026-03-31." in page.text
    page = elsa.sends("/steg/note_talk", talked_on="2027-01-01")
    assert page.status == 422
    assert "Dagen kan vara senast 2 mars 2026." in page.text
    assert "De ringde." in page.html
    page = elsa.sends("/steg/note_talk", talked_on="2026-03-01")
    assert "Samtal antecknat" in page.text


def test_the_gate_marks_a_text_and_a_button_changes_it(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    page = takes(elsa, number, "retell", shared_text=NAMED)
    assert page.status == 422
    assert page.title.startswith("Fel:")
    assert "Kontrollera" in page.text
    assert desk_of("elsa").case(number).shared == ""
    page = elsa.sends("/steg/retell", press="fix")
    assert "Kerstin" not in page.html
    assert desk_of("elsa").case(number).shared == ""
    page = elsa.sends("/steg/retell")
    assert "Texten som delas skriven" in page.text
    assert "Kerstin" not in desk_of("elsa").case(number).shared


def test_marks_are_counted_down_the_page(elsa: Visitor, number: str) -> None:
    named = {"title": "Kerstin Larsson fick vänta", "shared_text": NAMED}
    page = takes(elsa, number, "retell", **named)
    assert page.status == 422
    counted = [int(found) for found in re.findall(r'id="finding-(\d+)"', page.html)]
    assert len(counted) > 1
    assert counted == sorted(counted)
    page = elsa.sends("/steg/retell", press="fix")
    assert "fick vänta" in page.html


def test_what_is_marked_stands_under_the_name_that_its_field_has_here(elsa: Visitor, number: str) -> None:
    page = takes(elsa, number, "solve", solution="De möttes.", feedback="Kerstin Almgren ringde och det löste sig.")
    assert page.status == 422
    assert "Din text, med det vi hittade : Svar till den som skrev" in page.text


def test_what_may_be_vouched_for_goes_through_with_one_tick(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    page = takes(elsa, number, "retell", shared_text=ASKED)
    assert page.status == 422
    assert "Kontrollera" in page.text
    page = elsa.sends("/steg/retell", vouched="yes")
    assert page.status == 200
    assert desk_of("elsa").case(number).shared == ASKED


def test_a_text_that_is_changed_shows_what_is_marked_in_it_before_anything_is_wrong(
    elsa: Visitor, number: str, desk_of: DeskOf
) -> None:
    desk_of("elsa").do(number, "retell", {"shared_text": ASKED}, vouched=True)
    page = asks(elsa, number, "retell")
    assert page.status == 200
    assert not page.title.startswith("Fel:")
    assert "Kontrollera" in page.text
    page = elsa.sends("/steg/retell", press="fix")
    assert "Ros" not in page.html


def test_what_must_go_is_let_through_by_no_tick(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    takes(elsa, number, "retell", shared_text="Ring 070-174 06 50 så svarar personen.")
    page = elsa.sends("/steg/retell", vouched="yes")
    assert page.status == 422
    assert "Måste bort" in page.text
    assert desk_of("elsa").case(number).shared == ""


def test_whoever_comes_second_is_told_what_happened_and_keeps_what_they_wrote(
    elsa: Visitor, signed_in: SignedIn, number: str
) -> None:
    olle = signed_in("olle")
    asks(elsa, number, "retell")
    takes(olle, number, "retell", shared_text="En person väntade på två håll, och ingen av dem började.")
    page = elsa.sends("/steg/retell", shared_text=NEUTRAL)
    assert page.status == 409
    assert "Texten som delas skriven: Olle Exempel" in page.text
    assert NEUTRAL in page.html
    page = elsa.sends("/steg/retell")
    assert page.address == f"/arenden/{number}"
    assert NEUTRAL in page.text


def test_the_same_words_of_somebody_else_are_no_second_press(elsa: Visitor, signed_in: SignedIn, number: str) -> None:
    asks(elsa, number, "retell")
    takes(signed_in("olle"), number, "retell", shared_text=NEUTRAL)
    assert elsa.sends("/steg/retell", shared_text=NEUTRAL).status == 409


def test_a_step_that_is_gone_shows_what_was_typed(elsa: Visitor, signed_in: SignedIn, number: str) -> None:
    asks(elsa, number, "solve")
    takes(signed_in("olle"), number, "set_aside", why_set_aside="not_cooperation")
    page = elsa.sends("/steg/solve", solution="De ringde varandra och kom överens.")
    assert page.status == 409
    assert "Lagt åt sidan: Olle Exempel" in page.text
    assert "De ringde varandra och kom överens." in page.text


def test_pressing_twice_does_it_once_and_other_words_are_no_second_press(
    elsa: Visitor, number: str, desk_of: DeskOf
) -> None:
    asks(elsa, number, "say")
    form = elsa.page.form("/steg/say") if elsa.page else None
    assert form is not None
    first = form.values | {"message": ["Får jag ringa dig på torsdag?"]}
    assert elsa.posts(form.action, first).address == f"/arenden/{number}"
    assert elsa.posts(form.action, first).address == f"/arenden/{number}"
    assert len(desk_of("elsa").case(number).dialogue) == 1
    page = elsa.posts(form.action, form.values | {"message": ["Eller passar fredag bättre för dig?"]})
    assert page.status == 409
    assert "Eller passar fredag bättre för dig?" in page.html


def test_each_finding_that_is_left_may_stay_for_a_reason(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    desk_of("elsa").do(number, "retell", {"shared_text": ASKED}, vouched=True)
    page = takes(elsa, number, "attest", area_harmless="no")
    assert page.status == 422
    assert "Saknas: att varje markering är borta, eller får stå kvar av ett skäl." in page.text
    page = elsa.sends("/steg/attest", **{"overrides.1.reason": "other", "overrides.1.note": "kort"})
    assert "minst tio tecken" in page.text
    assert 'value="kort"' in page.html
    page = elsa.sends("/steg/attest", **{"overrides.1.reason": "ordinary_word"})
    assert "Avidentifieringen godkänd" in page.text
    assert desk_of("elsa").case(number).case.attested


def test_a_recipient_that_no_rule_proposes_takes_a_reason(elsa: Visitor, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of(""), partners=["fk"]))
    desk_of("elsa").do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    page = takes(elsa, number, "consult", to=["af-beredning"])
    assert page.status == 422
    assert "Skriv varför." in page.text
    page = elsa.sends("/steg/consult", reason="De har frågat efter det.")
    assert "Läget är nu: hos parterna" in page.text


def test_another_case_is_named_by_its_number_and_one_that_is_not_ours_is_none(
    elsa: Visitor, number: str, desk_of: DeskOf
) -> None:
    foreign = (
        desk_of("")
        .submit(
            {
                "what_happened": "Två håll väntade på varandra.",
                "partners": ["fk"],
                "submitter_org": "af",
                "contact": "code",
            },
            federation="ALV",
        )
        .number
    )
    for named in (foreign, "GBG-2026-9999"):
        page = takes(elsa, number, "same_event", other=named)
        assert page.status == 422
        assert "Det finns inget sådant ärende" in page.text
    page = elsa.sends("/steg/same_event", other=number)
    assert "Det är samma ärende." in page.text
    page = elsa.sends("/steg/same_event", other=comes_in(desk_of(""), title="Samma möte"))
    assert "Kopplat till samma händelse" in page.text


def test_a_split_leads_to_the_new_case_and_a_merge_to_its_doubles(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    page = takes(
        elsa, number, "split", what_happened="Ingen ringde tillbaka när planen skulle följas upp.", partners=["fk"]
    )
    new = next(link for link in page.links if link.startswith("/arenden/GBG") and number not in link)
    assert elsa.opens(new).status == 200
    other = comes_in(desk_of(""), title="Samma möte igen")
    page = takes(elsa, number, "merge", others=other)
    assert f"/arenden/{other}" in page.links


def test_a_new_code_is_shown_once(elsa: Visitor, desk_of: DeskOf) -> None:
    number = comes_in(desk_of(""), contact="070-1740650")
    page = takes(elsa, number, "renew_code", reason="Koden är borttappad.")
    assert page.heading == "Den nya koden"
    assert "claim_code" not in str(elsa.client.get_cookie("__Host-form", domain="localhost"))
    assert "Ny kod given" in opens_case(elsa, number).text


def test_every_step_that_is_listed_has_its_page(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    attested(desk_of("elsa"), number)
    for opening in desk_of("elsa").can(number):
        page = asks(elsa, number, opening.step.name)
        assert page.status == 200, opening.step.name
        assert page.html.count("<h1") == 1
        assert "None" not in page.text


def test_blocking_hides_the_case_and_lifting_shows_it_again(
    elsa: Visitor, signed_in: SignedIn, desk_of: DeskOf
) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of("")))
    desk_of("elsa").do(number, "share", {"group": "natverk"})
    takes(elsa, number, "block", where=["shared_text"])
    assert opens_case(signed_in("ines"), number).status == 404
    assert "Ärendet är spärrat" in opens_case(elsa, number).text
    takes(elsa, number, "attest", area_harmless="no")
    takes(elsa, number, "unblock", done="false_alarm")
    assert opens_case(signed_in("ines"), number).status == 200


def test_whoever_was_signed_out_while_writing_gets_the_words_back_and_nothing_is_done(
    elsa: Visitor, number: str, desk_of: DeskOf, clock: Clock
) -> None:
    asks(elsa, number, "say")
    clock.forward(minutes=31)
    page = elsa.sends("/steg/say", message="Får jag ringa dig på torsdag eller fredag?")
    assert page.status == 403
    assert "Får jag ringa dig på torsdag eller fredag?" in page.text
    assert desk_of("elsa").case(number).dialogue == ()
    assert elsa.raw("POST", f"/arenden/{number}/steg/say", data={}).status_code in {303, 400}


def test_that_few_cases_are_alike_is_asked_from_the_start_with_why(elsa: Visitor, desk_of: DeskOf) -> None:
    number = comes_in(desk_of(""), area="Tidaholm")
    desk_of("elsa").do(number, "retell", {"shared_text": NEUTRAL})
    page = asks(elsa, number, "attest")
    assert NEUTRAL in page.text
    assert "Ingen kommun är angiven" not in page.text
    assert "Får grupp och parter se att det hände i Tidaholm?" in page.text
    assert "Ju färre ärenden som liknar det här, desto lättare är det att känna igen någon." in page.text
    assert "det här inräknat: 1. Förbundet vill ha minst 5." in page.text
    assert "om kommunen inte visas" not in page.text  # nobody is counted then, and nothing asked
    assert "Visas inte kommunen behöver du inte kryssa i något här." in page.text
    page = elsa.sends("/steg/attest", area_harmless="yes", few_alike_ok="yes")
    assert "Avidentifieringen godkänd" in page.text
    nowhere = comes_in(desk_of(""))
    desk_of("elsa").do(nowhere, "retell", {"shared_text": NEUTRAL})
    assert "Ingen kommun är angiven, så svaret ändrar inget." in asks(elsa, nowhere, "attest").text


def test_not_to_show_the_municipality_asks_for_no_more(elsa: Visitor, desk_of: DeskOf) -> None:
    number = comes_in(desk_of(""), area="Tidaholm")
    desk_of("elsa").do(number, "retell", {"shared_text": NEUTRAL})
    assert "Avidentifieringen godkänd" in takes(elsa, number, "attest", area_harmless="no").text


def test_the_number_of_an_example_is_like_ones_own(elsa: Visitor, number: str) -> None:
    assert "till exempel GBG-2026-0042, GBG-2026-0043." in asks(elsa, number, "merge").text


def test_words_are_seen_where_they_stand_before_they_are_gone(elsa: Visitor, desk_of: DeskOf) -> None:
    desk = desk_of("elsa")
    number = comes_in(
        desk_of(""), what_happened="Bostad söktes hos bostadsbolaget i Kvarnholmen, utan besked på tre veckor."
    )
    desk.do(number, "block", {"where": "what_happened"})
    page = asks(elsa, number, "dispose_text")
    assert "data-draft=" not in page.html, "what is to go is kept in no browser"
    assert "Vilket gallringsbeslut stöder det här?" in page.text
    filled = {"words": "bostad\nKvarnholmen", "reason": "Beslut den 1 mars."}
    page = elsa.sends("/steg/dispose_text", **filled)
    assert page.status == 200
    assert re.findall(r'<mark class="stop">(.*?)</mark>', page.html) == 2 * [
        "Bostad",
        "Kvarnholmen",
    ]  # the title holds them too
    assert "Ta bort för gott" in page.text
    assert "bostadsbolaget i Kvarnholmen" in desk.case(number).received["what_happened"]  # nothing is gone yet
    page = elsa.sends("/steg/dispose_text", words="bostad")  # other words than those that were shown
    assert re.findall(r'<mark class="stop">(.*?)</mark>', page.html) == 2 * ["Bostad"]
    elsa.sends("/steg/dispose_text")
    assert desk.case(number).received["what_happened"].startswith("[…] söktes hos bostadsbolaget i Kvarnholmen")
    elsa.opens(f"/arenden/{number}/steg/dispose_text")
    page = elsa.sends("/steg/dispose_text", words="Silverdalen", reason="Beslut den 1 mars.")
    assert (page.status, "En rad du skrev står inte i någon av ärendets texter." in page.text) == (422, True)


def test_what_came_of_a_case_stands_where_one_tells_of_it(elsa: Visitor, desk_of: DeskOf) -> None:
    desk = desk_of("elsa")
    number = attested(desk, comes_in(desk_of(""), partners=["primary_care"]))
    desk.do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    desk.do(number, "consult", {})
    desk.do(number, "answer", {"answer": "Vi ringer båda i veckan.", "cause": "Rutinen är ny."})
    desk.do(number, "conclude", {})
    page = asks(elsa, number, "give_feedback").text
    assert "Det här har kommit fram" in page
    assert page.index("Vi ringer båda i veckan.") < page.index("Text till den som skrev")
    assert "Rutinen är ny." in page
    short = comes_in(desk_of(""))
    desk.do(short, "solve", {"solution": "Vi ringde dem."})
    assert "Det här har kommit fram" not in asks(elsa, short, "give_feedback").text


def test_a_lack_names_its_field_as_the_label_does(elsa: Visitor, number: str) -> None:
    page = takes(elsa, number, "wait", until="2026-03-20")
    assert page.text.count("Svara på ”Vad vill du fråga?”") == 2


ALIKE = "Två myndigheter väntar på varandra om läkarintyg, och personen får inget besked."


def test_another_case_is_chosen_among_those_that_are_alike_or_typed(elsa: Visitor, desk_of: DeskOf) -> None:
    one, two, three = (comes_in(desk_of(""), what_happened=f"{ALIKE} {n}.") for n in ("Alltid", "Ofta", "Sedan i maj"))
    page = asks(elsa, one, "merge")
    assert f'type="checkbox" id="others-{two}" name="others" value="{two}"' in page.html
    page = elsa.sends("/steg/merge", others=[two], **{"others.typed": f" {three.lower()}. "})
    assert desk_of("elsa").case(one).case.doubles == (two, three)
    page = asks(elsa, one, "same_event")
    assert f'type="radio" id="other-{two}" name="other" value="{two}"' in page.html
    page = elsa.sends("/steg/same_event", other=two, **{"other.typed": "GBG-2026-9999"})
    assert page.status == 422
    assert 'value="GBG-2026-9999"' in page.html
    page = elsa.sends("/steg/same_event", other=two, **{"other.typed": ""})
    assert f"Samma händelse {two}" in page.text


def test_a_double_is_chosen_too(elsa: Visitor, desk_of: DeskOf) -> None:
    first, second = comes_in(desk_of(""), what_happened=ALIKE), comes_in(desk_of(""), what_happened=f"{ALIKE} Igen.")
    takes(elsa, second, "set_aside", why_set_aside="double", double_of=first, reason="Samma sak två gånger.")
    assert desk_of("elsa").case(second).case.double_of == first


def test_a_number_is_read_however_it_was_copied(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    other = comes_in(desk_of(""))
    copied = "\u00a0" + other.lower().replace("-", "\u2011") + "."
    takes(elsa, number, "same_event", **{"other": None, "other.typed": copied})
    assert desk_of("elsa").case(number).case.same_event == number
    assert opens_case(elsa, number.lower()).address == f"/arenden/{number}"


def test_only_places_that_the_case_has_are_offered(elsa: Visitor, number: str, desk_of: DeskOf) -> None:
    def offered() -> set[str]:
        return set(re.findall(r'name="where" value="(\w+)"', asks(elsa, number, "block").html))

    assert offered() == {"what_happened", "title"}
    desk_of("elsa").do(number, "retell", {"shared_text": NEUTRAL})
    desk_of("elsa").do(number, "say", {"message": "Tack, jag har läst det du skrev."})
    assert offered() == {"what_happened", "title", "shared_text", "message"}


def test_nobody_hands_a_case_over_to_themselves_but_may_take_one_that_nobody_has(
    elsa: Visitor, number: str, desk_of: DeskOf
) -> None:
    assert "Jag tar det" in asks(elsa, number, "hand_over").text
    elsa.sends("/steg/hand_over", person="elsa")
    assert desk_of("elsa").case(number).case.leader == "elsa"
    page = asks(elsa, number, "hand_over")
    assert "Jag tar det" not in page.text
    assert 'value="olle"' in page.html


def test_what_a_sister_is_to_read_is_asked_for_before_and_linked_after(elsa: Visitor, number: str) -> None:
    page = asks(elsa, number, "redirect")
    assert "Texten som delas behöver vara godkänd först" in page.text
    page = elsa.sends("/steg/redirect", channel="sister_federation", other="ALV", reason="Det hände hos dem.")
    assert page.status == 422
    assert f"/arenden/{number}/steg/retell" in page.links
    assert "Det hände hos dem." in page.html


def test_what_a_partner_will_read_and_by_when_stands_on_the_page(elsa: Visitor, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of(""), partners=["fk"]))
    desk_of("elsa").do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas."})
    page = asks(elsa, number, "consult")
    assert NEUTRAL in page.text
    assert re.search(r"ska svara gör det senast \d+ \w+ 2026\.", page.text)


def test_measures_are_asked_for_when_what_is_decided_is_known(
    signed_in: SignedIn, number: str, desk_of: DeskOf
) -> None:
    attested(desk_of("elsa"), number)
    desk_of("elsa").do(number, "share", {"group": "natverk"})
    desk_of("ines").do(number, "classify", {"level": "organisation", "reason": "Rutinen saknas."})
    birgitta = signed_in("birgitta")
    assert "insats med ansvarig" not in takes(birgitta, number, "decide").text
    page = birgitta.sends("/steg/decide", kind="measure", reason="Det händer ofta.")
    assert "Saknas: insats med ansvarig och dag." in page.text
    row = {"measures.1.what": "En rutin", "measures.1.owner": "Enhetschefen", "measures.1.due": "2026-09-01"}
    birgitta.sends("/steg/decide", kind="measure", reason="Det händer ofta.", **row)
    page = asks(birgitta, number, "follow_measure")
    assert "Det gäller En rutin; Enhetschefen · senast 1 september 2026" in page.text
