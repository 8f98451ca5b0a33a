"""Who reads how much of a case on its page, and what is shown of others beside it?"""

from __future__ import annotations

from collections.abc import Callable

from lexheller.desk import Desk
from tests.web.browsing import Visitor
from tests.web.working import NEUTRAL, attested, comes_in, opens_case, takes

SignedIn = Callable[[str], Visitor]


DeskOf = Callable[[str], Desk]


def test_the_contact_is_shown_once_with_a_reason_and_the_history_says_so(elsa: Visitor, desk_of: DeskOf) -> None:
    number = comes_in(desk_of(""), contact="070-1740650")
    page = opens_case(elsa, number)
    assert "070-1740650" not in page.html
    page = takes(elsa, number, "reveal_contact")
    assert page.status == 422
    assert "Svara på ”Varför behöver du se dem?”" in page.text
    page = elsa.sends("/steg/reveal_contact", reason="Ska ringa för första kontakten.")
    assert "070-1740650" in page.text
    page = opens_case(elsa, number)
    assert "070-1740650" not in page.html
    assert "Kontaktuppgifterna visade Elsa Exempel" in page.text
    assert "Ska ringa för första kontakten." in page.text


def test_a_case_that_is_not_ones_own_is_like_one_that_is_not_there(signed_in: SignedIn, number: str) -> None:
    alva = signed_in("alva")
    for address in ("", "/steg/solve", "/steg/finns_inte"):
        foreign, missing = opens_case(alva, number + address), opens_case(alva, "GBG-2026-9999" + address)
        assert foreign.status == missing.status == 404
        assert foreign.heading == missing.heading
    assert alva.raw("POST", f"/arenden/{number}/steg/solve").status_code in {400, 404}


def test_the_group_reads_the_shared_text_and_the_month_and_nothing_else(signed_in: SignedIn, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of(""), contact="070-1740650", area="Tidaholm"))
    desk_of("elsa").do(number, "share", {"group": "natverk"})
    page = opens_case(signed_in("ines"), number)
    assert NEUTRAL in page.text
    for hidden in ("läkarintyg", "Det som skrevs", "Tidaholm", "Historik", "Vart det går", "Visa kontaktuppgifter"):
        assert hidden not in page.text
    assert "kom in mars 2026" in page.text


def test_the_manager_reads_the_head_and_what_waits_for_a_decision(signed_in: SignedIn, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of("")))
    desk_of("elsa").do(number, "share", {"group": "natverk"})
    desk_of("ines").do(number, "classify", {"level": "organisation", "reason": "Rutinen saknas."})
    birgitta = signed_in("birgitta")
    page = opens_case(birgitta, number)
    assert "läkarintyg" not in page.text
    assert "Fatta beslut" in page.text
    page = takes(
        birgitta, number, "decide", kind="measure", reason="Det händer ofta.",
        **{"measures.1.what": "En gemensam rutin", "measures.1.owner": "Enhetschefen", "measures.1.due": "2026-09-01"},
    )  # fmt: skip
    assert "Läget är nu: beslutad" in page.text
    assert "En gemensam rutin" in page.text


def test_an_account_that_reads_no_case_finds_no_page(signed_in: SignedIn, number: str) -> None:
    adam = signed_in("adam")
    assert {adam.opens(a).status for a in ("/inkorg", "/arenden", f"/arenden/{number}", "/registrera")} == {404}
    assert signed_in("birgitta").opens("/registrera").status == 404


def test_a_partner_with_an_account_reads_what_was_sent_and_answers_it(signed_in: SignedIn, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of(""), partners=["fk"], contact="070-1740650"))
    fia = signed_in("fia")
    assert opens_case(fia, number).status == 404
    desk_of("elsa").do(number, "set_level", {"level": "organisation", "reason": "Rutinen saknas mellan dem."})
    desk_of("elsa").do(number, "consult", {})
    page = opens_case(fia, number)
    assert NEUTRAL in page.text
    for hidden in ("läkarintyg", "Rutinen saknas", "Historik", "Uppgifter", "Regel 1 om"):
        assert hidden not in page.text
    page = takes(fia, number, "answer", answer="Vi ändrar rutinen och stämmer av i höst.")
    assert "Svar lämnat" in page.text
    page = opens_case(signed_in("elsa"), number)
    assert "Vi ändrar rutinen och stämmer av i höst." in page.text
    assert "Försäkringskassan i beredningsgruppen" in page.text


def test_only_what_is_alike_stands_there_as_similar(elsa: Visitor, desk_of: DeskOf) -> None:
    told = "En läkare skrev ett intyg, och arbetsgivaren fick aldrig besked om hur länge sjukskrivningen gällde."
    other = "Rullstolen blev stående i ett förråd utan besked, för ingen visste vem som betalar för frakten."
    one = comes_in(desk_of(""), what_happened=told, partners=["fk"])
    unlike = comes_in(desk_of(""), what_happened=other, partners=["hospital"])
    assert [hit.number for hit in desk_of("elsa").similar(one)] == [unlike]  # they have a word in common
    assert "Liknande ärenden" not in opens_case(elsa, one).text
    like = comes_in(desk_of(""), what_happened=told.replace("aldrig", "inget"), partners=["fk"])
    page = opens_case(elsa, one)
    assert f"/arenden/{like}" in page.links
    assert f"/arenden/{unlike}" not in page.links
