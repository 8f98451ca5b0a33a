"""Does a group see what has been said of a case already, before it says more?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lexheller.desk import Desk
from tests.web.browsing import Visitor
from tests.web.working import attested, comes_in

SignedIn = Callable[[str], Visitor]
DeskOf = Callable[[str], Desk]


def test_who_comes_second_reads_what_was_said_first(signed_in: SignedIn, desk_of: DeskOf, shared: list[str]) -> None:
    first, second, _ = shared
    ines = signed_in("ines")
    assert "hittills" not in ines.opens(f"/mote/{first}").text
    elsa = desk_of("elsa")
    elsa.do(first, "set_level", {"level": "individual", "reason": "En första gissning."})
    elsa.do(first, "not_tied", {"reason": "Det liknar inget vi har sett."})
    elsa.do(first, "same_event", {"other": second})
    elsa.do(first, "classify", {"level": "organisation", "reason": "Rutinen saknas."})
    elsa.do(first, "second_opinion", {"level": "structure", "reason": "Lagen säger så."})
    page = ines.sends("decide", press="Spara", level="individual", why="Så blev det sagt.")
    assert page.status == 409
    said = page.html.partition('role="alert"')[2].partition('class="split"')[0]
    for told in (
        "Organisering · Rutinen saknas.",
        "Struktur, egen bedömning · Lagen säger så.",
        "Elsa Exempel",
        second,
    ):
        assert told in said
    assert "Det liknar inget vi har sett." in said
    page = ines.opens(f"/mote/{first}")
    assert page.text.count("Rutinen saknas.") == 1


def test_a_case_outside_the_meeting_has_no_place_in_it(signed_in: SignedIn, desk_of: DeskOf, shared: list[str]) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    late = attested(desk_of("elsa"), comes_in(desk_of(""), what_happened="Två väntade på varandra i 9 veckor."))
    desk_of("elsa").do(late, "share", {"group": "natverk"})
    page = ines.opens(f"/mote/{late}")
    assert "Ärende 1 av" not in page.text
    assert page.title.startswith(late)
    assert f'href="/mote/{shared[0]}" rel="next"' in page.html


def test_the_number_of_another_case_is_read_however_it_is_typed(signed_in: SignedIn, shared: list[str]) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    page = ines.sends("same_event", **{"same_event.other": f" {shared[1].lower()}. "})
    assert "räknas nu som en händelse" in page.text
    assert shared[1] in page.text.partition("sagt hittills")[2]


@pytest.mark.usefixtures("shared")
def test_what_was_only_shown_does_not_wait_for_the_group(signed_in: SignedIn, desk_of: DeskOf) -> None:
    ines, elsa = signed_in("ines"), desk_of("elsa")
    to_know = attested(elsa, comes_in(desk_of(""), what_happened="Två väntade på varandra i 9 veckor."))
    elsa.do(to_know, "show_group", {"group": "natverk"})
    ines.opens("/mote")
    said = ines.opens("/mote/klart").text
    assert "3 ärenden väntar fortfarande på gruppen. Ett som gruppen bara har fått se är inte genomgånget." in said


def test_going_on_with_nothing_filled_in_is_not_called_saved(
    signed_in: SignedIn, desk_of: DeskOf, shared: list[str]
) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    page = ines.sends("decide", press="Spara")
    assert f"Inget var nytt för {shared[0]}, så inget är sparat där." in page.text
    assert "Sparat." not in page.text
    assert desk_of("elsa").case(shared[0]).case.state == "working_group"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"why": "Rutinen saknas."}, "Välj den nivå som skälet gäller, eller ta bort skälet."),
        ({"why_tied": "Samma fråga."}, "Välj det mönster som skälet gäller, eller ta bort skälet."),
    ],
)
def test_a_reason_without_what_it_is_the_reason_for_is_not_lost(
    signed_in: SignedIn, desk_of: DeskOf, shared: list[str], typed: dict[str, str], told: str
) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    page = ines.sends("decide", press="Spara", **typed)
    assert (page.status, told in page.text) == (422, True)
    values = page.form("decide").values
    assert {key: values[key] for key in typed} == {key: [text] for key, text in typed.items()}
    page = ines.sends(
        "decide", press="Spara", level="structure", pattern=["GBG/P1"], why="Så är det.", why_tied="Samma."
    )
    assert "Sparat." in page.text
    case = desk_of("elsa").case(shared[0]).case
    assert (case.level, case.patterns) == ("structure", ("GBG/P1",))
    ines.opens(f"/mote/{shared[0]}")
    page = ines.sends("decide", press="Spara", level="structure", why="Ett nytt skäl.")
    assert (page.status, "Den nivån är redan satt." in page.text) == (422, True)


def test_a_second_reason_for_the_same_pattern_is_not_lost(
    signed_in: SignedIn, desk_of: DeskOf, shared: list[str]
) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    desk_of("elsa").do(shared[0], "tie_pattern", {"pattern": "GBG/P1", "reason": "Skäl ett."})
    page = ines.sends("decide", press="Spara", pattern=["GBG/P1"], why_tied="Skäl två.")
    assert (page.status, "Skäl ett." in page.text) == (409, True)
    assert page.form("decide").values["why_tied"] == ["Skäl två."]


def test_a_provisional_level_is_said_and_not_chosen(signed_in: SignedIn, desk_of: DeskOf) -> None:
    elsa = desk_of("elsa")
    number = attested(elsa, comes_in(desk_of("")))
    elsa.do(number, "set_level", {"level": "organisation", "reason": "En första gissning."})
    elsa.do(number, "share", {"group": "natverk"})
    ines = signed_in("ines")
    page = ines.opens(f"/mote/{number}")
    assert "Preliminärt: organisering. Gruppens nivå är den som gäller." in page.text
    assert "level" not in page.form("decide").values
    ines.sends("decide", press="Spara", pattern=["GBG/P1"], why_tied="Samma fråga.")
    case = elsa.case(number).case
    assert (case.state, case.patterns) == ("working_group", ("GBG/P1",))
    ines.opens(f"/mote/{number}")
    ines.sends("decide", press="Spara", level="organisation")
    assert elsa.case(number).case.state == "classified"


def test_a_reason_that_is_too_long_is_said_to_be_in_plain_words(signed_in: SignedIn, shared: list[str]) -> None:
    ines = signed_in("ines")
    ines.opens(f"/mote/{shared[0]}")
    page = ines.sends("decide", press="Spara", level="structure", why="å " * 10_001)
    assert (page.status, "Den får ha högst 20 000 tecken." in page.text) == (422, True)
    assert len(page.form("decide").values["why"][0]) > 20_000


def test_a_group_reads_no_level_of_before_it_was_shown_the_case(signed_in: SignedIn, desk_of: DeskOf) -> None:
    elsa = desk_of("elsa")
    number = attested(elsa, comes_in(desk_of("")))
    elsa.do(number, "solve", {"solution": "De ringde varandra.", "feedback": "Det är löst."})
    elsa.do(number, "set_level", {"level": "organisation", "reason": "Ett skäl som kom före gruppen."})
    elsa.do(number, "show_group", {"group": "natverk"})
    ines = signed_in("ines")
    assert "Ett skäl som kom före gruppen." not in ines.opens(f"/mote/{number}").text
    elsa.do(number, "second_opinion", {"level": "structure", "reason": "Ett skäl som kom efter."})
    assert "Ett skäl som kom efter." in ines.opens(f"/mote/{number}").text


def test_a_second_press_says_what_the_first_one_did(signed_in: SignedIn, shared: list[str]) -> None:
    ines = signed_in("ines")
    page = ines.opens(f"/mote/{shared[0]}")
    values = page.form("decide").values | {"level": ["structure"], "why": ["Reglerna skiljer sig."], "do": ["save"]}
    for _ in range(2):
        said = ines.posts(f"/mote/{shared[0]}", values).text
        assert ("Sparat." in said, "Inget var nytt" in said) == (True, False)


def test_a_reason_whose_field_is_gone_can_be_copied(signed_in: SignedIn, desk_of: DeskOf, shared: list[str]) -> None:
    ines, elsa = signed_in("ines"), desk_of("elsa")
    ines.opens(f"/mote/{shared[0]}")
    elsa.do(shared[0], "send_back", {"question": "Vem väntade på vem?"})
    elsa.do(shared[0], "show_group", {"group": "natverk"})
    page = ines.sends("decide", press="Spara", level="structure", why="Reglerna skiljer sig.")
    assert page.status == 409
    assert "Reglerna skiljer sig." in page.text
