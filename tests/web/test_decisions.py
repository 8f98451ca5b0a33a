"""Does a manager decide, ask back, and follow up what was decided?"""

from __future__ import annotations

from collections.abc import Callable

from lexheller.desk import Desk
from tests.house import Clock
from tests.web.browsing import Visitor

SignedIn = Callable[[str], Visitor]
DeskOf = Callable[[str], Desk]


def test_a_manager_decides_and_follows_up(
    signed_in: SignedIn, desk_of: Callable[[str], Desk], shared: list[str], clock: Clock
) -> None:
    desk_of("ines").do(shared[0], "classify", {"level": "organisation", "reason": "Rutinen saknas."})
    birgitta = signed_in("birgitta")
    page = birgitta.opens("/beslut")
    assert page.heading == "Ett ärende väntar på beslut"
    assert "Organisering" in page.text
    assert f"/arenden/{shared[0]}/steg/decide" in page.links
    page = birgitta.opens(f"/arenden/{shared[0]}/steg/decide")
    over = {"measures.1.what": "En rutin", "measures.1.owner": "Birgitta", "measures.1.due": "2026-03-01"}
    page = birgitta.sends("/steg/decide", kind="measure", reason="Det behövs.", **over)
    assert (page.status, "Dagen kan vara tidigast 2 mars 2026." in page.text) == (422, True)
    measure = {"what": "En gemensam rutin", "owner": "Birgitta", "due": "2026-03-03"}
    desk_of("birgitta").do(shared[0], "decide", {"kind": "measure", "reason": "Det behövs.", "measures": [measure]})
    clock.forward(days=3)
    birgitta = signed_in("birgitta")
    page = birgitta.opens("/beslut")
    assert page.heading == "Inget väntar på beslut"
    assert "En gemensam rutin" in page.text
    assert "dagar sen" in page.text
    assert signed_in("elsa").opens("/beslut").status == 404


def test_a_question_back_stands_where_it_is_answered_and_where_it_came_from(
    signed_in: SignedIn, desk_of: Callable[[str], Desk], shared: list[str]
) -> None:
    desk_of("ines").do(shared[0], "classify", {"level": "organisation", "reason": "Rutinen saknas."})
    desk_of("birgitta").do(shared[0], "return", {"question": "Vem äger frågan om rutinen?", "group": "natverk"})
    ines = signed_in("ines")
    for place in (f"/mote/{shared[0]}", "/mote/blad"):
        assert "Vem äger frågan om rutinen?" in ines.opens(place).text, place
    desk_of("ines").do(shared[0], "classify", {"level": "structure", "reason": "Lagen styr."})
    assert "Vem äger frågan" not in ines.opens("/mote/blad").text
    page = signed_in("birgitta").opens("/beslut")
    for said in ("Vem äger frågan om rutinen?", "Rutinen saknas.", "Lagen styr."):
        assert said in page.text


def test_a_note_on_a_measure_is_read_again(
    signed_in: SignedIn, desk_of: Callable[[str], Desk], shared: list[str]
) -> None:
    desk_of("ines").do(shared[0], "classify", {"level": "organisation", "reason": "Rutinen saknas."})
    birgitta = desk_of("birgitta")
    row = {"what": "En gemensam rutin", "owner": "Birgitta", "due": "2026-03-20"}
    birgitta.do(shared[0], "decide", {"kind": "measure", "reason": "Det behövs.", "measures": [row]})
    birgitta.do(shared[0], "follow_measure", {"measure_state": "ongoing", "note": "Mötet är bokat."})
    for who in ("birgitta", "elsa"):
        assert "Mötet är bokat." in signed_in(who).opens(f"/arenden/{shared[0]}").text
