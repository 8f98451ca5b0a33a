"""Does the inbox say what comes first, and does the list show what was asked for?"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from lexheller.desk import Desk
from lexheller.i18n.dates import long_date
from tests.factories import a_form
from tests.house import Clock
from tests.web.browsing import Visitor
from tests.web.telling import sends_in, types_code
from tests.web.working import attested, comes_in

SignedIn = Callable[[str], Visitor]
DeskOf = Callable[[str], Desk]


def test_the_late_one_lies_on_the_bench_and_the_rest_beneath(
    signed_in: SignedIn, desk_of: DeskOf, clock: Clock
) -> None:
    first = comes_in(desk_of(""), title="Den första")
    clock.forward(days=10)
    second = comes_in(desk_of(""), title="Den andra")
    page = signed_in("elsa").opens("/inkorg")
    bench, rest = page.html.split('class="queue"', 1)
    assert first in bench
    assert second in rest
    assert first not in rest
    assert "3 dagar sen" in page.text
    assert page.html.count(" bench") == 1
    assert page.title.startswith("Inkorg: 1 sen")
    assert f"/arenden/{first}/steg/solve" in page.links


def test_a_question_of_the_group_is_named_beside_a_call_that_is_late(
    signed_in: SignedIn, desk_of: DeskOf, clock: Clock
) -> None:
    elsa, number = desk_of("elsa"), comes_in(desk_of(""), contact="070-1740650")
    attested(elsa, number)
    elsa.do(number, "share", {"group": "natverk"})
    clock.forward(days=10)
    desk_of("ines").do(number, "send_back", {"question": "Hur många gånger har det hänt?"})
    visitor = signed_in("elsa")
    page = visitor.opens("/inkorg")
    assert "Ring den som skrev" in page.text
    assert page.text.count("Svara på arbetsgruppens fråga") == 1
    asked = "Arbetsgruppen har skickat tillbaka ärendet med en fråga. Den står under Samtalet."
    assert visitor.opens(f"/arenden/{number}").text.count(asked) == 1
    elsa.do(number, "note_talk", {"talk": "phone", "talked_on": clock.now.date().isoformat(), "outcome": "goes_on"})
    assert visitor.opens("/inkorg").text.count("Svara på arbetsgruppens fråga") == 1
    assert visitor.opens(f"/arenden/{number}").text.count(asked) == 1
    elsa.do(number, "retell", {"shared_text": "En person väntade länge på besked, tre gånger på ett år."})
    assert asked not in visitor.opens(f"/arenden/{number}").text
    assert "Svara på arbetsgruppens fråga" not in visitor.opens("/inkorg").text


def test_an_empty_inbox_says_so(signed_in: SignedIn) -> None:
    assert "Inget väntar på dig." in signed_in("elsa").opens("/inkorg").text


def test_what_waits_on_others_is_a_page_of_its_own(signed_in: SignedIn, desk_of: DeskOf) -> None:
    elsa = desk_of("elsa")
    at_group, asked = attested(elsa, comes_in(desk_of(""))), comes_in(desk_of(""))
    elsa.do(at_group, "share", {"group": "natverk"})
    elsa.do(asked, "open_dialogue", {})
    elsa.do(asked, "wait", {"question": "Vilken månad var det?", "until": "2026-03-20"})
    visitor = signed_in("olle")
    assert "/inkorg/vantar" not in visitor.opens("/inkorg").links
    assert "Inget väntar på andra just nu." in visitor.opens("/inkorg/vantar").text
    page = signed_in("elsa").opens("/inkorg")
    assert "/inkorg/vantar" in page.links
    page = signed_in("elsa").opens("/inkorg/vantar")
    assert {f"/arenden/{asked}"} <= set(page.links)
    assert "Väntar på svar på en fråga" in page.text
    assert signed_in("birgitta").opens("/inkorg/vantar").status == 404


def test_the_inbox_is_one_s_own(signed_in: SignedIn, desk_of: DeskOf) -> None:
    number = comes_in(desk_of(""))
    assert number not in signed_in("alva").opens("/inkorg").text
    assert number in signed_in("olle").opens("/inkorg").text


def test_filters_stand_in_the_address(signed_in: SignedIn, desk_of: DeskOf) -> None:
    about_fk = comes_in(desk_of(""), partners=["fk"])
    about_af = comes_in(desk_of(""), partners=["af"])
    elsa = signed_in("elsa")
    page = elsa.opens("/arenden?partner=fk")
    assert about_fk in page.text
    assert about_af not in page.text
    assert '<option value="fk" selected>' in page.html
    assert about_af in elsa.opens("/arenden?partner=okand").text
    desk_of("elsa").do(about_af, "open_dialogue", {})
    page = elsa.opens("/arenden?leader=elsa&open=1&state=dialogue")
    assert about_af in page.text
    assert about_fk not in page.text
    desk_of("elsa").do(about_af, "solve", {"solution": "De ringde.", "feedback": "Nu är det ordnat mellan dem."})
    assert about_af in elsa.opens("/arenden?leader=elsa").text
    assert about_af not in elsa.opens("/arenden?leader=elsa&open=1").text
    page = elsa.opens("/arenden?since=i+fjol")
    assert "Skriv dagen så här" in page.text


def test_a_long_list_is_read_page_by_page(signed_in: SignedIn, desk_of: DeskOf) -> None:
    numbers = [comes_in(desk_of("")) for _ in range(52)]
    elsa = signed_in("elsa")
    page = elsa.opens("/arenden?open=1")
    assert page.html.count('class="next"') == 50
    onward = next(link for link in page.links if "after=" in link)
    assert "open=1" in onward
    page = elsa.opens(onward)
    assert page.html.count('class="next"') == 2
    assert numbers[0] in page.text


def test_the_list_says_late_and_not_whose_time_it_was(signed_in: SignedIn, desk_of: DeskOf, clock: Clock) -> None:
    comes_in(desk_of(""))
    elsa = signed_in("elsa")
    assert "Nästa tid är 9 mars 2026" in elsa.opens("/arenden").text
    clock.forward(days=10)
    assert "3 dagar sen: tiden gick ut 9 mars 2026" in signed_in("elsa").opens("/arenden").text


def test_the_federation_is_asked_for_by_its_own_words(signed_in: SignedIn, desk_of: DeskOf) -> None:
    number = comes_in(desk_of(""))
    page = signed_in("elsa").opens(f"/arenden/{number}/steg/redirect")
    assert "om det är ett annat samordningsförbund" in page.text
    assert "ALV-2026-0042" not in page.text


def test_words_that_are_looked_for_stand_in_no_address(signed_in: SignedIn, desk_of: DeskOf) -> None:
    number = comes_in(desk_of(""), what_happened="Hjälpmedlet kom aldrig, och två håll väntade på varandra.")
    elsa = signed_in("elsa")
    elsa.opens("/arenden")
    page = elsa.sends("sought", sought="hjälpmedel")
    assert number in page.text
    assert page.response.request.query_string == b""
    assert elsa.sends("sought", sought=number.lower()).address == f"/arenden/{number}"
    elsa.opens("/arenden")
    assert "Inga träffar" in elsa.sends("sought", sought="rymdfärja").text


def test_a_case_that_another_federation_offers_is_taken_over_by_its_number(
    signed_in: SignedIn, desk_of: DeskOf
) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of("")))
    desk_of("elsa").do(number, "redirect", {"channel": "sister_federation", "other": "INS"})
    alva, ines = signed_in("alva"), signed_in("ines")
    for tried in (number, "GBG-2026-9999"):
        alva.opens("/overta")
        page = alva.sends("number", number=tried)
        assert page.status == 422
        assert "Det finns inget sådant ärende att ta över." in page.text
    page = ines.opens("/inkorg")
    assert "Ta över från grannförbundet" in page.text
    assert f"/arenden/{number}" not in page.links, "it can be read when it has been taken over"
    for other in (alva, signed_in("elsa")):  # nobody else reads what was offered, nor whether it was
        assert "En person väntade länge" not in other.opens(f"/overta?number={number}").text
    page = ines.opens(next(link for link in page.links if link.startswith("/overta")))
    assert "En person väntade länge" in page.text, "what goes along is read before it is taken over"
    assert "läkarintyg" not in page.text, "what was received stays where it came in"
    assert page.form("number").values["number"] == [number]
    page = ines.sends("number", number=number.lower())
    assert page.address.startswith("/arenden/INS-")
    assert "En person väntade länge" in page.text
    assert "Inskickat. Läget är nu: inkommen." in page.text
    assert "har ärendet" in page.text, "whoever took it over has it"


def test_all_that_is_open_holds_what_the_inbox_counts(signed_in: SignedIn, desk_of: DeskOf) -> None:
    new, own, waits, olles = (comes_in(desk_of("")) for _ in range(4))
    elsa = desk_of("elsa")
    for number in (own, waits):
        elsa.do(number, "open_dialogue", {})
    elsa.do(waits, "wait", {"question": "Vilken månad var det?", "until": "2026-03-20"})
    desk_of("olle").do(olles, "open_dialogue", {})
    page = signed_in("elsa").opens("/inkorg")
    link = next(link for link in page.links if link.startswith("/arenden?"))
    page = signed_in("elsa").opens(link)
    assert {number for number in (new, own, waits, olles) if f"/arenden/{number}" in page.links} == {new, own, waits}
    assert 'name="mine" value="1" checked' in page.html
    assert olles in signed_in("elsa").opens("/arenden?open=1").text


def test_a_case_that_is_offered_leads_to_where_it_is_taken_over(signed_in: SignedIn, desk_of: DeskOf) -> None:
    number = attested(desk_of("elsa"), comes_in(desk_of("")))
    given = {"channel": "sister_federation", "other": "ALV", "reason": "Det hände hos dem."}
    desk_of("elsa").do(number, "redirect", given)
    alva = signed_in("alva")
    page = alva.opens("/inkorg")
    assert "(accept)" not in page.text
    assert f"/arenden/{number}" not in page.links
    page = alva.opens(f"/overta?number={number}")
    assert f'value="{number}"' in page.html
    assert alva.sends("number").address.startswith("/arenden/ALV-")


def test_a_case_that_points_somebody_out_comes_before_all_else(
    signed_in: SignedIn, desk_of: DeskOf, clock: Clock
) -> None:
    first = comes_in(desk_of(""), title="Den första")
    clock.forward(days=10)
    sent = desk_of("").submit(a_form(title="Den andra"), federation="GBG")
    desk_of("").do_with_code(sent.claim_code or "", "block", {"where": ["what_happened"]})
    page = signed_in("elsa").opens("/inkorg")
    bench, rest = page.html.split('class="queue"', 1)
    assert sent.number in bench
    assert f"/arenden/{sent.number}/steg/solve" not in bench
    now = signed_in("elsa").opens(f"/arenden/{sent.number}").html.split('id="next"', 1)[1].split("</section>", 1)[0]
    assert now.index("/steg/dispose_text") < now.index("/steg/unblock")
    assert first in rest


def test_a_shared_case_is_the_group_s_though_a_message_is_unread(signed_in: SignedIn, desk_of: DeskOf) -> None:
    sent = desk_of("").submit(a_form(), federation="GBG")
    attested(desk_of("elsa"), sent.number)
    desk_of("elsa").do(sent.number, "share", {"group": "natverk"})
    desk_of("").do_with_code(sent.claim_code or "", "say", {"message": "Det hände igen i dag."})
    assert [row.number for row in desk_of("ines").reading_list()] == [sent.number]
    assert sent.number in signed_in("ines").opens("/inkorg").text
    assert sent.number in signed_in("elsa").opens("/inkorg").text


def test_whoever_withdrew_is_promised_one_day_and_a_word_that_it_is_done(
    visits: Callable[[], Visitor], signed_in: SignedIn, desk_of: DeskOf
) -> None:
    submitter = visits()
    number, code = sends_in(submitter)
    desk_of("").do_with_code(code, "withdraw", {"reason": "Det löste sig."})
    promised = re.search(r"bekräftelse senast (\d+ \w+ 2026)", types_code(submitter, code).text)
    assert promised
    elsa = signed_in("elsa")
    row = next(row for row in desk_of("elsa").inbox().mine if row.number == number)
    assert row.next == "next.confirm_withdrawal"
    assert long_date(row.due or date.max, "sv") == promised[1]
    assert "Bekräfta att ärendet är tillbakadraget" in elsa.opens("/inkorg").text
    page = elsa.opens(f"/arenden/{number}")
    assert "Bekräfta det för den som skrev" in page.text
    assert "Skriv vad som hände" not in page.text
