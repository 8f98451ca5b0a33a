"""Is a pattern named, worded, and its cases answered at once?"""

from __future__ import annotations

from collections.abc import Callable

from lexheller.desk import Desk
from tests.web.browsing import Visitor

SignedIn = Callable[[str], Visitor]
DeskOf = Callable[[str], Desk]


def test_one_answer_goes_to_every_case_of_a_pattern_that_waits(
    signed_in: SignedIn, desk_of: Callable[[str], Desk], shared: list[str]
) -> None:
    desk = desk_of("elsa")
    for number in shared[:2]:
        desk.do(number, "tie_pattern", {"pattern": "GBG/P1", "reason": "Samma fråga."})
    desk.do(shared[0], "solve", {"solution": "De ringde varandra."})
    elsa = signed_in("elsa")
    page = elsa.opens("/monster/GBG/P1")
    assert "Ett ärende väntar på svar" in page.text
    page = elsa.sends("feedback", feedback="Vi har bestämt vem som stämmer av.")
    assert "Ett ärende fick svaret." in page.text
    assert "De här fick inte svaret" in page.text
    assert desk.case(shared[0]).case.state == "closed"
    assert desk.case(shared[1]).case.state == "working_group"
    assert elsa.opens("/monster/GBG/P99").status == 404


def test_the_words_of_patterns_and_their_answers_have_buttons_too(
    signed_in: SignedIn, desk_of: Callable[[str], Desk], shared: list[str]
) -> None:
    elsa = signed_in("elsa")
    elsa.opens("/monster/nytt")
    page = elsa.sends("question", name="Vem ringer Kerstin på vårdcentralen?", question="Ring 070-174 06 50.")
    assert page.status == 422
    for _ in range(2):
        page = elsa.sends("question", press=next(v for n, v, _ in page.form("question").buttons if n == "fix"))
    assert page.status == 200
    assert "Kerstin" not in page.form("question").values["name"][0]
    assert "Kerstin" not in " ".join(each.name for each in desk_of("elsa").patterns())
    assert "Vem ringer" in elsa.sends("question").heading

    desk_of("elsa").do(shared[0], "tie_pattern", {"pattern": "GBG/P1", "reason": "Samma fråga."})
    desk_of("elsa").do(shared[0], "solve", {"solution": "De ringde varandra."})
    elsa.opens("/monster/GBG/P1")
    page = elsa.sends("feedback", feedback="Ring 070-174 06 50 så bestämmer vi.")
    page = elsa.sends("feedback", press=next(v for n, v, _ in page.form("feedback").buttons if n == "fix"))
    assert "070" not in page.form("feedback").values["feedback"][0]
    assert desk_of("elsa").case(shared[0]).case.state == "feedback"
    assert "Ett ärende fick svaret." in elsa.sends("feedback").text


def test_a_pattern_is_named_and_worded_again(signed_in: SignedIn) -> None:
    elsa = signed_in("elsa")
    elsa.opens("/monster/nytt")
    assert elsa.sends("name", name="").title.startswith("Fel:")
    assert elsa.sends("name", name="Ring 070-174 06 50").status == 422
    assert elsa.sends("name", name="Ingen skriver intyget", question="Vem skriver?").heading == "Ingen skriver intyget"
    elsa.opens("/monster/GBG/P2/ord")
    assert elsa.sends("name", name="Intyg uteblir").heading == "Intyg uteblir"
    assert signed_in("ines").opens("/monster/GBG/P2/ord").status == 404
