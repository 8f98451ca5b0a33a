"""Is the report filtered by its address and taken along, from the first month on?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lexheller.desk import Desk
from tests.web.browsing import Visitor
from tests.web.working import comes_in

YEAR = "mars 2025–februari 2026"
"""The twelve whole months before the day of these tests."""
SignedIn = Callable[[str], Visitor]
DeskOf = Callable[[str], Desk]


@pytest.mark.usefixtures("shared")
def test_the_report_is_filtered_by_its_address_and_taken_along(signed_in: SignedIn) -> None:
    elsa = signed_in("elsa")
    page = elsa.opens("/rapport?from=2026-03&to=2026-03&federation=GBG&outside=1")
    assert page.status == 200
    assert "mars 2026" in page.text
    assert "1 förbund" not in page.text  # but which
    assert page.html.count("<h1") == 1
    (taken,) = [link for link in page.links if ".csv" in link]
    assert "outside=1" in taken
    answer = elsa.raw("GET", taken)
    assert answer.headers["Content-Disposition"].endswith("monsterrapport-utanfor-GBG-2026-03.csv")
    assert answer.get_data(as_text=True).startswith("\ufeff")
    kept = {elsa.raw("GET", "/rapport/monsterrapport.html?from=2026-03&to=2026-03").get_data() for _ in range(8)}
    assert len(kept) == 1, "the file is the same however often it is fetched"
    for asked, called in (
        ("outside=1&", "utanfor-2026-03"),
        ("outside=ja&", "utanfor-2026-03"),
        ("federation=GBG&", "GBG-2026-03"),
    ):
        answer = elsa.raw("GET", f"/rapport/monsterrapport.json?{asked}from=2026-03&to=2026-03")
        assert answer.headers["Content-Disposition"].endswith(f"monsterrapport-{called}.json")
    for months, said in (
        ("from=2026-13&to=2026-01", "Skriv månaderna som 2026-03, inte tidigare än 2000-01"),
        ("from=hm&to=2026-03", f"den första före den sista. Så länge visar rapporten {YEAR}."),
        ("from=2026-03&to=2026-01", f"Den första månaden är senare än den sista. Så länge visar rapporten {YEAR}."),
        ("from=&to=2026-03", "Välj både första och sista månaden. Så länge visar rapporten mars 2026."),
        ("from=2026-03&to=", "Välj både första och sista månaden. Så länge visar rapporten mars 2026."),
    ):
        page = elsa.opens(f"/rapport?{months}")
        assert (page.status, said in page.text) == (422, True), months
    assert elsa.opens("/rapport?from=&to=").status == 200
    for place in (
        "/rapport?federation=XXX",
        "/rapport?federation=GBG&federation=XXX",
        "/rapport/monsterrapport.csv?federation=XXX",
    ):
        page = elsa.opens(place)
        assert page.status == 422
        assert "finns inte bland dem du kan räkna" in page.text
    assert signed_in("adam").opens("/rapport").status == 404


def test_a_new_house_is_led_to_the_month_that_runs(signed_in: SignedIn, desk_of: DeskOf) -> None:
    comes_in(desk_of(""))
    elsa = signed_in("elsa")
    page = elsa.opens("/rapport")
    assert "Månaden som pågår räknas inte med av sig själv." in page.text
    (link,) = (each for each in page.links if "from=2026-03&to=2026-03" in each)
    page = elsa.opens(link)
    assert page.status == 200
    assert "Månaden som pågår" not in page.text
