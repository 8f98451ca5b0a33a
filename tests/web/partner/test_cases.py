"""Which cases does a partner get to read, and what are they told of one that cannot be read just now?"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from lexheller.desk import Desk
from lexheller.web.partner import sent as sent_cases
from tests.house import Clock
from tests.post import Office
from tests.web.browsing import Visitor
from tests.web.partnering import FK, GONE, comes_in, consulted, link_to


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
