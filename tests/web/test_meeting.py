"""Does a group get through its cases one after another, and is nothing lost that it writes?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lexheller.app import House
from lexheller.app.proving import verify
from lexheller.desk import Desk
from tests.factories import a_form
from tests.web.browsing import Visitor, listed
from tests.web.working import NEUTRAL, attested, comes_in

SignedIn = Callable[[str], Visitor]
DeskOf = Callable[[str], Desk]


def test_a_group_goes_through_three_cases_one_after_another(
    signed_in: SignedIn, desk_of: Callable[[str], Desk], shared: list[str]
) -> None:
    ines = signed_in("ines")
    assert ines.opens("/mote").heading == "3 ärenden att gå igenom"
    ines.opens(f"/mote/{shared[0]}")
    assert ines.page is not None
    assert "Ärende 1 av 3" in ines.page.text
    assert ines.page is not None
    assert f'href="/mote/{shared[1]}" rel="next"' in ines.page.html
    tied = {"pattern": ["GBG/P1"], "why_tied": "Samma fråga."}
    ines.sends("decide", press="Spara och gå till nästa", level="organisation", why="Rutinen saknas.", **tied)
    assert ines.page is not None
    assert "Ärende 2 av 3" in ines.page.text
    ines.sends("decide", press="Spara", level="structure", why="Reglerna skiljer sig.")
    ines.sends(
        "decide",
        press="Spara och avsluta",
        level="organisation",
        why="Ingen rutin.",
        pattern=["none"],
        why_tied="Nytt.",
    )
    assert ines.page is not None
    assert ines.page.heading == "Mötet är slut"
    elsa = desk_of("elsa")
    assert [elsa.case(n).case.level for n in shared] == ["organisation", "structure", "organisation"]
    assert elsa.case(shared[0]).case.patterns == ("GBG/P1",)
    assert elsa.case(shared[2]).case.not_tied


def test_what_lacks_is_asked_for_and_nothing_typed_is_lost(signed_in: SignedIn, shared: list[str]) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    page = ines.sends("decide", press="Spara", level="structure", pattern=["GBG/P1"])
    assert page.status == 422
    assert page.title.startswith("Fel:")
    assert 'value="structure" checked' in page.html
    page = ines.sends("decide", press="Spara", why="Ring 070-174 06 50.", why_tied="Samma fråga.")
    assert page.status == 422
    assert "Ring 070-174 06 50." in page.form("decide").values["why"][0]


def test_a_button_puts_neutral_words_in_and_saves_nothing(
    signed_in: SignedIn, desk_of: Callable[[str], Desk], shared: list[str]
) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    tied = {"pattern": ["GBG/P1"], "why_tied": "Kerstin på vårdcentralen sade samma sak."}
    page = ines.sends("decide", press="Spara", level="structure", why="Ring 070-174 06 50.", **tied)
    assert page.status == 422
    buttons = [value for name, value, _ in page.form("decide").buttons if name == "fix"]
    assert [value.split(":")[0] for value in buttons] == ["why", "why_tied"]
    page = ines.sends("decide", press=buttons[0])
    assert page.status == 422
    assert "070-174" not in page.form("decide").values["why"][0]
    page = ines.sends("decide", press=next(value for name, value, _ in page.form("decide").buttons if name == "fix"))
    assert page.status == 200
    assert "Kerstin" not in page.form("decide").values["why_tied"][0]
    assert (page.form("decide").values["level"], page.form("decide").values["pattern"]) == (["structure"], ["GBG/P1"])
    case = desk_of("elsa").case(shared[0]).case
    assert (case.state, case.patterns) == ("working_group", ())
    assert "Ärende 2 av 3" in ines.sends("decide", press="Spara").text
    assert desk_of("elsa").case(shared[0]).case.patterns == ("GBG/P1",)


def test_a_button_rewrites_what_is_written_beside_too(signed_in: SignedIn, shared: list[str]) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    page = ines.sends("send_back", **{"send_back.question": "Är det Kerstin på vårdcentralen som väntar?"})
    assert page.status == 422
    fix = next(value for name, value, _ in page.form("send_back").buttons if name == "fix")
    page = ines.sends("send_back", press=fix)
    assert "Kerstin" not in page.form("send_back").values["send_back.question"][0]
    assert "Ärende 2 av 3" in ines.sends("send_back").text


DECIDED = {"level": "organisation", "why": "Rutinen saknas.", "pattern": ["GBG/P1"], "why_tied": "Samma fråga."}
OPINION = {"second_opinion.level": "structure", "second_opinion.reason": "Lagen säger så."}


def test_what_is_sent_beside_the_decision_leaves_the_decision_as_it_was_typed(
    signed_in: SignedIn, desk_of: DeskOf, shared: list[str]
) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    page = ines.sends("decide", press="second_opinion", **DECIDED)
    assert (page.status, page.html.count('class="wrong"')) == (422, 2), "its own two fields are asked for, no others"
    values = page.form("decide").values
    assert {name: values[name] for name in DECIDED} == {name: listed(said) for name, said in DECIDED.items()}
    page = ines.sends("decide", press="second_opinion", **OPINION)
    assert page.status == 200
    assert "Bedömningen är sparad. Det andra du har skrivit står kvar och är inte sparat." in page.text
    values = page.form("decide").values
    assert {name: values[name] for name in DECIDED} == {name: listed(said) for name, said in DECIDED.items()}
    assert ("second_opinion.level" in values, values["second_opinion.reason"]) == (False, [""])
    case = desk_of("elsa").case(shared[0]).case
    assert (case.state, case.level, len(case.opinions)) == ("working_group", None, 1)
    assert "Ärende 2 av 3" in ines.sends("decide", press="Spara").text
    case = desk_of("elsa").case(shared[0]).case
    assert (case.level, case.patterns, len(case.opinions)) == ("organisation", ("GBG/P1",), 2)


def test_what_is_half_written_beside_is_there_when_the_decision_is_saved(
    signed_in: SignedIn, desk_of: DeskOf, shared: list[str]
) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    question = {"send_back.question": "Vem väntade på vem?"}
    page = ines.sends("decide", press="Spara", **DECIDED, **question, **OPINION)
    assert desk_of("elsa").case(shared[0]).case.level == "organisation"
    assert (page.status, "Ärende 1 av 3" in page.text) == (200, True)
    assert "Sparat. Det andra du har skrivit står kvar och är inte sparat." in page.text
    assert page.form("decide").values["second_opinion.reason"] == ["Lagen säger så."]
    assert "Vem väntade på vem?" in page.text, "it can be sent no longer, but copied"
    page = ines.sends("decide", press="second_opinion")
    assert "Bedömningen är sparad." in page.text
    assert "inte sparat" not in page.text
    assert "Lagen säger så." not in page.form("decide").values["second_opinion.reason"]


def test_a_question_sent_back_keeps_what_else_is_typed(signed_in: SignedIn, desk_of: DeskOf, shared: list[str]) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    page = ines.sends("decide", press="send_back", **{"send_back.question": "Vem väntade på vem?"}, why="Rutinen.")
    assert "Ärendet är tillbaka hos processledaren med er fråga. Det andra" in page.text
    assert page.form("decide").values["why"] == ["Rutinen."]
    assert desk_of("elsa").case(shared[0]).case.state == "dialogue"


def test_enter_sends_what_alone_is_begun_and_asks_which_where_several_are(
    signed_in: SignedIn, desk_of: DeskOf, shared: list[str]
) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    page = ines.sends("decide", **OPINION, why="Rutinen saknas.")
    assert page.status == 422
    assert "Du har börjat på mer än en sak." in page.text
    assert page.form("decide").values["why"] == ["Rutinen saknas."]
    assert desk_of("elsa").case(shared[0]).case.opinions == ()
    ines.sends("decide", why="")
    assert [str(each.level) for each in desk_of("elsa").case(shared[0]).case.opinions] == ["structure"]


def test_saving_with_nothing_decided_says_that_nothing_is_saved(
    signed_in: SignedIn, desk_of: DeskOf, shared: list[str]
) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    page = ines.sends("decide", press="Spara", **OPINION)
    assert (page.status, "Inget är sparat än. Tryck på knappen vid det du har skrivit." in page.text) == (422, True)
    assert page.form("decide").values["second_opinion.reason"] == ["Lagen säger så."]
    assert desk_of("elsa").case(shared[0]).case.opinions == ()
    assert "Bedömningen är sparad." in ines.sends("decide", press="second_opinion").text


def test_a_tick_for_one_text_vouches_for_no_other(signed_in: SignedIn, shared: list[str]) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    ask = "Enligt Ros på kontoret väntade personen."
    page = ines.sends("decide", press="second_opinion", **(OPINION | {"second_opinion.reason": ask}))
    assert (page.status, 'name="vouched"' in page.html) == (422, True)
    page = ines.sends("decide", press="Spara", level="structure", why=ask, vouched="yes")
    assert (page.status, page.form("decide").values["vouches"]) == (422, ["save"])
    assert "vouched" not in page.form("decide").values
    assert page.form("decide").values["second_opinion.reason"] == [ask]


def test_what_another_did_meanwhile_is_told_and_nothing_overwritten(
    signed_in: SignedIn, desk_of: Callable[[str], Desk], shared: list[str]
) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    desk_of("elsa").do(shared[0], "classify", {"level": "individual", "reason": "Så blev det sagt."})
    page = ines.sends("decide", press="Spara", level="structure", why="Reglerna skiljer sig.")
    assert page.status == 409
    assert "Något har hänt sedan du öppnade sidan" in page.text
    assert desk_of("elsa").case(shared[0]).case.level == "individual"
    assert page.form("decide").values["why"] == ["Reglerna skiljer sig."]
    assert "Ärende 2 av 3" in ines.sends("decide", press="Spara").text
    assert desk_of("elsa").case(shared[0]).case.level == "structure"
    ines.opens(f"/mote/{shared[1]}")
    desk_of("elsa").do(shared[1], "label", {"themes": ["sip"]})
    page = ines.sends("send_back", **{"send_back.question": "Vem väntade på vem?"})
    assert page.status == 409
    assert page.form("send_back").values["send_back.question"] == ["Vem väntade på vem?"]
    assert desk_of("elsa").case(shared[1]).case.state == "working_group"


def test_a_second_press_of_the_same_button_does_it_once(
    signed_in: SignedIn, desk_of: Callable[[str], Desk], shared: list[str]
) -> None:
    ines = signed_in("ines")
    page = ines.opens(f"/mote/{shared[0]}")
    values = page.form("decide").values | {"level": ["structure"], "why": ["Reglerna skiljer sig."]}
    for _ in range(2):
        assert ines.posts(f"/mote/{shared[0]}", values).status == 200
    history = desk_of("elsa").case(shared[0]).history
    assert [entry.step for entry in history].count("classify") == 1


def test_the_group_sends_back_and_notes_another_view(
    signed_in: SignedIn, desk_of: Callable[[str], Desk], shared: list[str]
) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    ines.sends("second_opinion", **{"second_opinion.level": "structure", "second_opinion.reason": "Lagen säger så."})
    assert ines.page is not None
    assert "Bedömningen är sparad." in ines.page.text
    ines.sends("send_back", **{"send_back.question": "Vem väntade på vem?"})
    case = desk_of("elsa").case(shared[0]).case
    assert (case.state, case.opinions[0].person) == ("dialogue", "ines")
    assert ines.page is not None
    assert "Ärende 2 av 3" in ines.page.text


def test_another_view_stays_beside_the_level_that_the_same_login_sets(
    signed_in: SignedIn, desk_of: DeskOf, shared: list[str]
) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    ines.sends("second_opinion", **{"second_opinion.level": "structure", "second_opinion.reason": "Lagen säger så."})
    ines.sends("decide", press="Spara", level="organisation", why="Rutinen saknas.")
    case = desk_of("elsa").case(shared[0]).case
    assert case.level == "organisation"
    assert {(o.person, str(o.level), o.second) for o in case.opinions} == {
        ("ines", "structure", True),
        ("ines", "organisation", False),
    }
    page = signed_in("elsa").opens(f"/arenden/{shared[0]}")
    assert "Ines Exempel Struktur, egen bedömning" in page.text
    assert "Ines Exempel Organisering" in page.text
    assert "Ines Exempel: struktur, egen bedömning" in signed_in("birgitta").opens("/beslut").text
    assert desk_of("elsa").agreement().cases == 0, "one person is one rater"
    desk_of("elsa").do(shared[0], "second_opinion", {"level": "structure", "reason": "Det håller jag med om."})
    assert desk_of("elsa").agreement()[:3] == (1, 1, 1)
    desk_of("ines").do(shared[0], "second_opinion", {"level": "individual", "reason": "Jag tänkte om."})
    assert len(desk_of("elsa").case(shared[0]).case.opinions) == 3


def test_the_sheet_has_every_case_with_questions(signed_in: SignedIn, shared: list[str]) -> None:
    ines = signed_in("ines")
    page = ines.opens("/mote/blad")
    assert all(number in page.text for number in shared)
    assert page.text.count("Vilka regler följde Försäkringskassan och primärvården, och var möttes de inte?") == 3


@pytest.mark.parametrize(
    ("form", "label", "asked"),
    [
        ({"partners": ["fk"]}, {}, ["Vad hade Försäkringskassan behövt", "Vad hade behövts för att komma vidare"]),
        ({"partners": ["fk", "unclear"]}, {}, ["Vad hade Försäkringskassan behövt", "Vem tar nästa steg när ingen"]),
        ({"partners": ["unclear"]}, {}, ["Vilken regel följde var och en", "Vem tar nästa steg när ingen"]),
        (
            {"partners": ["fk", "af", "school"], "recurring": "often"},
            {"themes": ["certificates"]},
            ["Försäkringskassan, Arbetsförmedlingen och skolan", "Vilket underlag saknades", "Det händer ofta."],
        ),
        (
            {"partners": ["fk", "af"], "recurring": "often"},
            {"themes": ["sip", "housing"]},
            ["Vem kallar till samordnad planering", "Vad behövs för att boendet"],
        ),
    ],
)
def test_what_to_talk_about_comes_of_what_the_case_holds(
    signed_in: SignedIn, desk_of: DeskOf, form: dict[str, object], label: dict[str, object], asked: list[str]
) -> None:
    elsa = desk_of("elsa")
    number = attested(elsa, comes_in(desk_of(""), **form))
    if label:
        elsa.do(number, "label", label)
    elsa.do(number, "share", {"group": "natverk"})
    ines = signed_in("ines")
    for place in (f"/mote/{number}", "/mote/blad"):
        page = ines.opens(place)
        for question in (*asked, "Vad skulle vi vilja se om ett halvår?"):
            assert question in page.text, (place, question)
        assert page.html.split('class="questions"')[1].split("</ol>")[0].count("<li>") <= 4


def test_what_a_partner_has_said_is_not_theirs_is_talked_about(signed_in: SignedIn, desk_of: DeskOf) -> None:
    elsa = desk_of("elsa")
    number = attested(elsa, comes_in(desk_of("")))
    elsa.do(number, "set_level", {"level": "organisation", "reason": "Det gäller en rutin."})
    elsa.do(number, "consult", {"to": "fk-beredning", "purpose": "reply", "reason": "De delar frågan."})
    elsa.do(number, "show_group", {"group": "natverk"})
    elsa.do(number, "not_ours", {"whose": "nobody", "at_meeting": True})
    assert "Vem prövar den då?" in signed_in("ines").opens(f"/mote/{number}").text


def test_a_case_only_shown_to_the_group_comes_after_the_others_to_be_read(
    signed_in: SignedIn, desk_of: DeskOf, shared: list[str], web_house: House
) -> None:
    elsa = desk_of("elsa")
    known = attested(elsa, comes_in(desk_of(""), what_happened="Två väntade på varandra sedan i våras."))
    elsa.do(known, "show_group", {"group": "natverk"})
    ines = signed_in("ines")
    page = ines.opens("/mote")
    assert (page.heading, page.text.count("För kännedom")) == ("4 ärenden att gå igenom", 1)
    assert "Två väntade på varandra sedan" not in page.text, "the title is of the received text"
    page = ines.opens(f"/mote/{known}")
    assert "Ärende 4 av 4" in page.text
    assert "För kännedom Gruppen har fått se ärendet men har inget att bestämma." in page.text
    fields = page.form("decide").values
    assert ("level" in fields, "why" in fields) == (False, False)
    forms = [step for step in ("second_opinion", "same_event", "send_back") if f'value="{step}"' in page.html]
    assert forms == ["second_opinion", "same_event"]
    assert known in ines.opens("/mote/blad").text
    ines.opens(f"/mote/{known}")
    page = ines.sends("decide", press="Genomgått, avsluta", pattern=["GBG/P1"], why_tied="Samma fråga.")
    assert page.heading == "Mötet är slut"
    assert f"{len(shared)} ärenden väntar fortfarande" in page.text
    case = elsa.case(known).case
    assert (case.state, case.level, case.patterns) == ("dialogue", None, ("GBG/P1",))
    assert known not in ines.opens("/mote").text
    assert [fault for fault in verify(web_house).faults if fault.number] == []
    assert "För kännedom" in ines.opens(f"/mote/{known}").text, "it can be read again"


def test_a_case_that_was_only_read_is_not_read_again_until_it_is_shown_again(
    signed_in: SignedIn, desk_of: DeskOf
) -> None:
    elsa = desk_of("elsa")
    known = attested(elsa, comes_in(desk_of("")))
    elsa.do(known, "show_group", {"group": "natverk"})
    ines = signed_in("ines")
    version = elsa.case(known).case.version
    for _ in range(2):
        assert ines.opens("/mote").heading == "Ett ärende att gå igenom"
        ines.opens(f"/mote/{known}")
        assert ines.sends("decide", press="Genomgått, avsluta").heading == "Mötet är slut"
        assert ines.opens("/mote").heading == "Inget ärende väntar på gruppen"
        assert elsa.case(known).case.version == version, "reading moves no version"
        version = elsa.do(known, "show_group", {"group": "natverk"}).version
    elsa.do(known, "share", {"group": "natverk"})
    assert "För kännedom" not in ines.opens("/mote").text
    assert "Vilken nivå är det?" in ines.opens(f"/mote/{known}").text


def test_a_message_that_waits_for_the_leader_takes_no_case_off_the_table(
    signed_in: SignedIn, desk_of: Callable[[str], Desk]
) -> None:
    front, elsa = desk_of(""), desk_of("elsa")
    sent = front.submit(a_form(), federation="GBG")
    attested(elsa, sent.number)
    elsa.do(sent.number, "share", {"group": "natverk"})
    front.do_with_code(str(sent.claim_code), "say", {"message": "Det hände igen i dag."})
    ines = signed_in("ines")
    assert sent.number in ines.opens("/mote").text
    assert sent.number in ines.opens("/inkorg").text


def test_who_leads_the_cases_too_shows_the_group_no_more_than_others_read(
    signed_in: SignedIn, desk_of: Callable[[str], Desk], shared: list[str]
) -> None:
    assert desk_of("elsa").case(shared[0]).title == "Två väntade på varandra i 3 veckor"
    elsa, ines = signed_in("elsa"), signed_in("ines")
    for place in ("/mote", f"/mote/{shared[0]}", "/mote/blad", "/mote/klart"):
        read = ines.opens(place).text
        assert NEUTRAL[:30] in read
        assert "Två väntade på varandra" not in elsa.opens(place).text
    assert elsa.opens(f"/mote/{comes_in(desk_of(''))}").status == 404, "not shared with the group"
    desk_of("elsa").do(shared[0], "tie_pattern", {"pattern": "GBG/P1", "reason": "Samma fråga."})
    page = elsa.opens("/monster/GBG/P1")
    assert shared[0] in page.text
    assert NEUTRAL[:30] in page.text
    assert "Två väntade på varandra" not in page.text


def test_only_what_is_alike_stands_beside_a_case_of_the_meeting(signed_in: SignedIn, desk_of: DeskOf) -> None:
    elsa = desk_of("elsa")
    told = "En läkare skrev ett intyg, och arbetsgivaren fick aldrig besked om hur länge sjukskrivningen gällde."
    other = "Rullstolen blev stående i ett förråd utan besked, för ingen visste vem som betalar för frakten."
    one, unlike, like = (
        attested(elsa, comes_in(desk_of(""), what_happened=text, partners=[partner]), text)
        for text, partner in ((told, "fk"), (other, "hospital"), (told.replace("aldrig", "inget"), "fk"))
    )
    for number in (one, unlike, like):
        elsa.do(number, "share", {"group": "natverk"})
    assert {hit.number for hit in desk_of("ines").similar(one)} == {unlike, like}
    page = signed_in("ines").opens(f"/mote/{one}")
    assert (f"/arenden/{like}" in page.links, f"/arenden/{unlike}" in page.links) == (True, False)


def test_a_foreign_case_is_no_page_of_a_meeting(
    signed_in: SignedIn, shared: list[str], desk_of: Callable[[str], Desk]
) -> None:
    unshared = comes_in(desk_of(""))
    ines = signed_in("ines")
    assert ines.opens(f"/mote/{unshared}").html.replace(unshared, shared[0]) != ines.opens(f"/mote/{shared[0]}").html
    assert ines.opens(f"/mote/{unshared}").status == ines.opens("/mote/GBG-2026-9999").status == 404
    assert signed_in("rut").opens("/mote").status == 404


def test_a_case_that_waited_for_its_submitter_waits_no_longer_at_the_table(
    signed_in: SignedIn, desk_of: Callable[[str], Desk]
) -> None:
    elsa = desk_of("elsa")
    number = attested(elsa, comes_in(desk_of("")))
    elsa.do(number, "wait", {"question": "Vilken månad var det?", "until": "2026-03-20"})
    elsa.do(number, "share", {"group": "natverk"})
    assert not elsa.case(number).case.waiting
    assert number in signed_in("ines").opens("/mote").text
