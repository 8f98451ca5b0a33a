"""Are measures decided and followed up without a slip: what each lacks, what must go from it, which one is meant?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from lexheller.desk import Desk
from tests.web.browsing import Page, Visitor
from tests.web.working import asks, attested, takes

SignedIn = Callable[[str], Visitor]
DeskOf = Callable[[str], Desk]
WHY = "Det händer ofta."
RING = "070-174 06 50"


@pytest.fixture
def waits(number: str, desk_of: DeskOf) -> str:
    """Return a case that the group has assessed."""
    attested(desk_of("elsa"), number)
    desk_of("elsa").do(number, "share", {"group": "natverk"})
    desk_of("ines").do(number, "classify", {"level": "organisation", "reason": "Rutinen saknas."})
    return number


@pytest.fixture
def birgitta(signed_in: SignedIn) -> Visitor:
    """Return the manager at her browser."""
    return signed_in("birgitta")


def measure(place: int = 1, **parts: str) -> dict[str, str]:
    """Fill in a measure as the form has it; "" leaves a part out."""
    whole = {"what": "En gemensam rutin", "owner": "Enhetschefen", "due": "2026-09-01"} | parts
    return {f"measures.{place}.{part}": said for part, said in whole.items()}


def wrong_at(page: Page) -> Mapping[str, str]:
    """Read what is said to be wrong, by the place it stands at."""
    return dict(re.findall(r'<p class="wrong" id="([\w-]+)-wrong">.*?</span>(.*?)</p>', page.html))


def test_a_measure_says_at_its_own_fields_what_it_lacks(birgitta: Visitor, waits: str) -> None:
    rows = measure(1) | measure(2, owner="") | measure(3, what="", due="")
    page = takes(birgitta, waits, "decide", kind="measure", reason=WHY, **rows)
    assert page.status == 422
    assert wrong_at(page) == {
        "measures-2-owner": "Skriv vem som är ansvarig.",
        "measures-3-what": "Skriv vad som ska göras.",
        "measures-3-due": "Ange vilken dag den ska vara klar.",
    }
    assert '<a href="#measures-3-due">Insats 3: Ange vilken dag den ska vara klar.</a>' in page.html
    assert "Saknas: insats" not in page.text


def test_what_a_measure_lacks_is_said_before_anything_else_is_chosen(birgitta: Visitor, waits: str) -> None:
    page = takes(birgitta, waits, "decide", kind=None, reason="", **measure(due=""))
    assert wrong_at(page)["measures-1-due"] == "Ange vilken dag den ska vara klar."
    assert "Saknas: vad som bestäms." in page.text


@pytest.mark.parametrize(
    ("due", "told"),
    [
        ("2026-03-01", "Dagen kan vara tidigast 2 mars 2026."),
        ("i vår", "Skriv dagen så här: 2026-03-31."),
        ("2199-01-01", "Dagen går inte att använda."),
    ],
)
def test_a_day_that_cannot_be_is_told_at_its_measure(birgitta: Visitor, waits: str, due: str, told: str) -> None:
    page = takes(birgitta, waits, "decide", kind="measure", reason=WHY, **measure(1), **measure(2, due=due))
    assert page.status == 422
    assert list(wrong_at(page)) == ["measures-2-due"]
    assert wrong_at(page)["measures-2-due"].startswith(told)
    assert '<a href="#measures-2-due">Insats 2: Dagen' in page.html or due == "i vår"


def test_no_action_is_decided_without_measures_and_nothing_typed_is_lost(
    birgitta: Visitor, waits: str, desk_of: DeskOf
) -> None:
    page = takes(birgitta, waits, "decide", kind="no_action", reason=WHY, **measure())
    assert page.status == 422
    assert "”Ingen åtgärd nu” kan inte ha några insatser. Välj ett annat beslut, eller töm insatserna." in page.text
    assert 'href="#measures"' in page.html
    assert page.form("/steg/decide").values["measures.1.what"] == ["En gemensam rutin"]
    assert desk_of("elsa").case(waits).case.state == "classified"
    page = birgitta.sends("/steg/decide", **measure(what="", owner="", due=""))
    assert page.address == f"/arenden/{waits}"
    assert desk_of("elsa").case(waits).case.measures == ()


def test_a_number_is_exchanged_in_every_part_of_a_measure(birgitta: Visitor, waits: str, desk_of: DeskOf) -> None:
    rows = measure(owner=f"Enheten, {RING}", joint=f"Vården, {RING}") | measure(2, what=f"Ring {RING} varje vecka")
    page = takes(birgitta, waits, "decide", kind="measure", reason=WHY, **rows)
    assert page.status == 422
    assert set(wrong_at(page)) == {"measures-1-owner", "measures-1-joint"}
    for _ in range(3):
        assert page.address.endswith("/steg/decide")
        page = birgitta.sends("/steg/decide", press="fix")
    assert RING not in page.html
    said = page.form("/steg/decide").values
    assert said["measures.1.owner"] == ["Enheten, (telefonnummer borttaget)"]
    assert said["measures.1.joint"] == ["Vården, (telefonnummer borttaget)"]
    assert said["measures.2.owner"] == ["Enhetschefen"]
    assert birgitta.sends("/steg/decide").address == f"/arenden/{waits}"
    assert len(desk_of("elsa").case(waits).case.measures) == 2


def test_an_owners_name_is_not_marked_when_a_number_is_exchanged(birgitta: Visitor, waits: str) -> None:
    rows = measure(owner=f"Birgitta Exempel, {RING}", what=f"Ring {RING} varje vecka")
    takes(birgitta, waits, "decide", kind="measure", reason=WHY, **rows)
    birgitta.sends("/steg/decide", press="fix")
    page = birgitta.sends("/steg/decide", press="fix")
    assert page.status == 200
    assert "Texten är ändrad." in page.text
    assert page.form("/steg/decide").values["measures.1.owner"] == ["Birgitta Exempel, (telefonnummer borttaget)"]


def test_what_is_to_be_followed_up_leads_to_that_very_measure(birgitta: Visitor, waits: str, desk_of: DeskOf) -> None:
    rows = measure(1) | measure(2, what="Ett möte varje månad", owner="Birgitta", due="2026-10-01", joint="Vården")
    takes(birgitta, waits, "decide", kind="measure", reason=WHY, **rows)
    second = desk_of("elsa").case(waits).case.measures[1].id
    page = birgitta.opens("/beslut")
    address = f"/arenden/{waits}/steg/follow_measure?measure={second}"
    assert address in page.links
    page = birgitta.opens(address)
    assert page.form("/steg/follow_measure").values["measure"] == [str(second)]
    assert "Enhetschefen · senast 1 september 2026 · planerad" in page.text
    assert "Birgitta · senast 1 oktober 2026 · planerad · tillsammans med Vården" in page.text
    birgitta.sends("/steg/follow_measure", measure_state="ongoing")
    assert [m.state for m in desk_of("elsa").case(waits).case.measures] == ["planned", "ongoing"]


def test_a_measure_that_is_not_there_is_not_chosen(birgitta: Visitor, waits: str) -> None:
    takes(birgitta, waits, "decide", kind="measure", reason=WHY, **measure(1), **measure(2))
    for named in ("99", "<b>", "Kerstin Almgren"):
        page = birgitta.opens(f"/arenden/{waits}/steg/follow_measure", query_string={"measure": named})
        assert page.status == 200
        assert "measure" not in page.form("/steg/follow_measure").values
        assert named not in page.text
    assert "measure" not in asks(birgitta, waits, "follow_measure").form("/steg/follow_measure").values


def test_who_writes_an_owner_is_told_that_an_office_is_better_than_a_name(birgitta: Visitor, waits: str) -> None:
    page = asks(birgitta, waits, "decide")
    assert "Skriv hellre en roll än ett namn" in page.text
    assert 'aria-describedby="measures-1-owner-hint"' in page.html


def test_measures_stay_in_their_places_when_one_before_them_is_empty(birgitta: Visitor, waits: str) -> None:
    page = takes(birgitta, waits, "decide", kind="measure", reason=WHY, **measure(3, due=""))
    assert list(wrong_at(page)) == ["measures-3-due"]
    assert page.form("/steg/decide").values["measures.3.what"] == ["En gemensam rutin"]
    assert "<details open>" in page.html
    page = birgitta.sends("/steg/decide", **measure(3, due="2026-03-01"))
    assert list(wrong_at(page)) == ["measures-3-due"]
    page = birgitta.sends("/steg/decide", **measure(3, owner=f"Enheten, {RING}"))
    assert list(wrong_at(page)) == ["measures-3-owner"]
    page = birgitta.sends("/steg/decide", press="fix")
    assert page.form("/steg/decide").values["measures.3.owner"] == ["Enheten, (telefonnummer borttaget)"]
    assert birgitta.sends("/steg/decide").address == f"/arenden/{waits}"


def test_measures_that_come_too_late_stand_there_to_be_copied(birgitta: Visitor, waits: str, desk_of: DeskOf) -> None:
    asks(birgitta, waits, "decide")
    desk_of("birgitta").do(waits, "decide", {"kind": "meeting", "reason": "Det behövs."})
    page = birgitta.sends("/steg/decide", kind="measure", reason=WHY, **measure(2, joint="Vården"))
    assert page.status == 409
    for said in (WHY, "Insats 2", "En gemensam rutin", "Enhetschefen", "2026-09-01", "Vården"):
        assert said in page.text, said
