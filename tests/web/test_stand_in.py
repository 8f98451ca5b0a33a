"""A manager on leave names who decides, who then decides under their own name until the day, and no longer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from lexheller.desk import Desk
from lexheller.errors import NotPossible
from lexheller.model.codes import Role
from lexheller.services.ports import UnitOfWork
from tests.house import Clock
from tests.web.browsing import Visitor
from tests.web.working import attested, comes_in

SignedIn = Callable[[str], Visitor]
DeskOf = Callable[[str], Desk]
HERE = "/beslut/ersattare"


def waiting(desk_of: DeskOf) -> str:
    """Bring a case to the manager."""
    elsa = desk_of("elsa")
    number = attested(elsa, comes_in(desk_of("")))
    elsa.do(number, "share", {"group": "natverk"})
    desk_of("ines").do(number, "classify", {"level": "organisation", "reason": "Rutinen saknas."})
    return number


def test_a_stand_in_decides_under_their_own_name_until_the_day(
    signed_in: SignedIn, desk_of: DeskOf, clock: Clock
) -> None:
    number = waiting(desk_of)
    olle = signed_in("olle")
    assert olle.opens("/beslut").status == 404
    birgitta = signed_in("birgitta")
    page = birgitta.opens("/beslut")
    assert HERE in page.links
    birgitta.opens(HERE)
    page = birgitta.sends("until", person="olle", until="2026-03-06")
    assert "Olle Exempel är din ersättare till och med 6 mars 2026." in page.text
    page = birgitta.opens("/beslut")
    assert "Olle Exempel är din ersättare till och med 6 mars 2026." in page.text
    page = olle.opens("/beslut")
    assert HERE not in page.links, "the part is not his to lend"
    assert page.heading == "Ett ärende väntar på beslut"
    assert "Du är ersättare för Birgitta Exempel." in page.text
    assert number in olle.opens("/inkorg").text
    desk_of("olle").do(number, "decide", {"kind": "no_action", "reason": "Det har löst sig."})
    event = desk_of("elsa").case(number).history[-1]
    assert (event.actor, event.role) == ("olle", Role.FEDERATION_MANAGER)
    clock.forward(days=4)
    assert signed_in("olle").opens("/beslut").status == 200, "the last day is one of them"
    clock.forward(days=1)
    assert signed_in("olle").opens("/beslut").status == 404


def test_whoever_can_no_longer_sign_in_stands_in_for_nobody(signed_in: SignedIn, desk_of: DeskOf) -> None:
    desk_of("birgitta").name_stand_in("olle", date(2026, 3, 6))
    number = comes_in(desk_of(""))
    desk_of("elsa").do(number, "open_dialogue", {})
    desk_of("elsa").do(number, "hand_over", {"person": "olle", "until": "2026-03-20", "reason": "Jag är ledig."})
    elsa = signed_in("elsa")
    assert "Olle Exempel tar hand om ärendet till 20 mars 2026." in elsa.opens(f"/arenden/{number}").text
    assert "skulle besluta i stället" not in signed_in("adam").opens("/administration/personer").text

    def leaves(uow: UnitOfWork) -> None:
        olle = next(person for person in uow.people.persons("GBG") if person.id == "olle")
        uow.people.put_person(replace(olle, active=False))

    desk_of("elsa").house.store.write(leaves)
    page = signed_in("birgitta").opens(HERE)
    assert "Olle Exempel kan inte längre logga in. Välj en ny ersättare." in page.text
    assert "är din ersättare" not in page.text
    told = "Olle Exempel skulle besluta i stället för Birgitta Exempel till och med 6 mars 2026, men kan inte längre"
    assert signed_in("adam").opens("/administration/personer").text.count(told) == 1
    assert told not in signed_in("adam").opens("/administration/grupper").text
    assert desk_of("elsa").stand_ins_gone() == ()
    desk_of("birgitta").end_stand_in()
    assert told not in signed_in("adam").opens("/administration/personer").text
    page = elsa.opens(f"/arenden/{number}")
    assert "tar hand om ärendet" not in page.text
    assert "Lämna över ärendet till någon annan." in page.text


def test_a_manager_takes_the_part_back(signed_in: SignedIn, desk_of: DeskOf) -> None:
    desk_of("birgitta").name_stand_in("olle", date(2026, 3, 6))
    olle, birgitta = signed_in("olle"), signed_in("birgitta")
    assert olle.opens("/beslut").status == 200
    birgitta.opens(HERE)
    assert "Du beslutar själv igen." in birgitta.sends("tillbaka").text
    assert olle.opens("/beslut").status == 404
    desk_of("birgitta").end_stand_in()  # a second press changes nothing


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"person": "olle", "until": "2026-03-01"}, "Dagen kan vara från 2 mars 2026 till 3 mars 2027."),
        ({"person": "olle", "until": "2030-01-01"}, "Dagen kan vara från"),
        ({"person": "olle", "until": "i maj"}, "Skriv dagen så här"),
        ({"person": "", "until": "2026-03-06"}, "Välj något i listan."),
        ({"person": "ines", "until": "2026-03-06"}, "Välj något i listan."),  # of another federation
        ({"person": "fia", "until": "2026-03-06"}, "Välj något i listan."),  # a partner's
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lent(
    typed: dict[str, str], said: str, signed_in: SignedIn, desk_of: DeskOf
) -> None:
    birgitta = signed_in("birgitta")
    birgitta.opens(HERE)
    page = birgitta.sends("until", **typed)
    assert (page.status, said in page.text) == (422, True)
    assert desk_of("birgitta").stand_in() is None


def test_nobody_lends_on_what_is_lent(signed_in: SignedIn, desk_of: DeskOf) -> None:
    desk_of("birgitta").name_stand_in("olle", date(2026, 3, 6))
    olle = signed_in("olle")
    olle.opens(HERE)
    page = olle.sends("until", person="elsa", until="2026-03-06")
    assert (page.status, "en ersättare kan inte utse en till" in page.text) == (422, True)
    with pytest.raises(NotPossible):
        desk_of("elsa").name_stand_in("olle", date(2026, 3, 6))
