"""What cells say: days, organisations, levels, yes and no, as Swedish sheets write them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from lexheller.imports import cells
from lexheller.imports.cells import Unread
from lexheller.model.codes import Level, Partner

DAY = date(2025, 3, 14)
P = Partner


@pytest.mark.parametrize(
    "cell",
    [
        DAY, datetime(2025, 3, 14, 9, 30), 45730, 45730.0, "2025-03-14", "2025-3-14", "2025/03/14",  # noqa: DTZ001  # as Excel has it
        "2025.03.14",
        "2025-03-14 08:30:00", "2025-03-14T08:30", "20250314", "250314", "14/3 2025", "14/3-25", "14/3/2025",
        "14.3.2025",
        "14-03-2025", "14.03.25", "14 mars 2025", "14 Mars 2025", "14 mar. 2025", "den 14 mars 2025",
        "fredag 14 mars 2025",
        "14:e mars 2025", " 2025-03-14 ",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(cell: Any) -> None:
    assert cells.day_of(cell) == DAY


def test_a_month_is_its_first_day() -> None:
    assert cells.day_of("2025-03") == cells.day_of("mars 2025") == date(2025, 3, 1)


@pytest.mark.parametrize("cell", [None, "", "  "])
def test_an_empty_cell_is_no_day(cell: Any) -> None:
    assert cells.day_of(cell) is None


@pytest.mark.parametrize(
    "cell", ["i våras", "2025-02-30", "31/2 2025", "14/13 2025", "14 hej 2025", "45730", 12, 3.5, True, "v 12", "2025"]
)
def test_what_is_no_day_says_so(cell: Any) -> None:
    with pytest.raises(Unread):
        cells.day_of(cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Försäkringskassan", (P.FK,)),
        ("FK", (P.FK,)),
        ("AF, FK", (P.AF, P.FK)),
        ("Fk/Af", (P.FK, P.AF)),
        ("Arbetsförmedlingen och vårdcentralen", (P.AF, P.PRIMARY_CARE)),
        ("Försäkringskassan – psykiatrin", (P.FK, P.ADULT_PSYCHIATRY)),
        ("FK mot AF", (P.FK, P.AF)),
        ("vårdcentral\nsocialtjänst", (P.PRIMARY_CARE, P.SOCIAL_SERVICES)),
        ("VC + BUP + skolan", (P.PRIMARY_CARE, P.CHILD_PSYCHIATRY, P.SCHOOL)),
        ("Barn- och ungdomspsykiatrin", (P.CHILD_PSYCHIATRY,)),
        ("FK, barn- och ungdomspsykiatrin", (P.FK, P.CHILD_PSYCHIATRY)),
        ("Kommunens socialtjänst", (P.SOCIAL_SERVICES,)),
        ("Vårdcentralen Ekdungen", (P.PRIMARY_CARE,)),
        ("Privat vårdcentral", (P.PRIMARY_CARE,)),
        ("Ekonomiskt bistånd", (P.ECONOMIC_ASSISTANCE,)),
        ("Arbetsmarknadsenheten (AME)", (P.LABOUR_MARKET_UNIT,)),
        ("KOM-AME; REG-PSY", (P.LABOUR_MARKET_UNIT, P.ADULT_PSYCHIATRY)),
        ("primary_care", (P.PRIMARY_CARE,)),
        ("Kriminalvården", (P.PROBATION,)),
        ("FK, fk, Försäkringskassan", (P.FK,)),
        ("vet inte", (P.UNCLEAR,)),
    ],
)
def test_organisations_are_known_by_their_swedish_names(cell: str, expected: tuple[Partner, ...]) -> None:
    assert cells.organisations_in(cell, {}) == (expected, False)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Kommunen", (P.UNCLEAR,)),
        ("FK och kommunen", (P.FK, P.UNCLEAR)),
        ("Region", (P.UNCLEAR,)),
        ("Hälso- och sjukvården", (P.UNCLEAR,)),
        ("Mölndals stad", (P.UNCLEAR,)),
        ("Kommunen Mölndal", (P.UNCLEAR,)),
    ],
)
def test_a_broad_word_stands_as_not_known_and_is_told(cell: str, expected: tuple[Partner, ...]) -> None:
    assert cells.organisations_in(cell, {}) == (expected, True)


def test_own_words_say_which_organisation_a_word_stands_for() -> None:
    own = {"ekdungen": "primary_care", "kommunen": "social_services", "vet inte": "unclear"}
    assert cells.organisations_in("Ekdungen, kommunen", own) == ((P.PRIMARY_CARE, P.SOCIAL_SERVICES), False)
    assert cells.organisations_in("kommunen", own) == ((P.SOCIAL_SERVICES,), False)


@pytest.mark.parametrize("cell", ["Ekdungen", "FK, Ekdungen", "hej"])
def test_an_unknown_organisation_says_so(cell: str) -> None:
    with pytest.raises(Unread):
        cells.organisations_in(cell, {})


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Struktur", Level.STRUCTURE), ("strukturell nivå", Level.STRUCTURE), ("1. Strukturnivå", Level.STRUCTURE),
        ("Organisering", Level.ORGANISATION), ("organisationsnivå", Level.ORGANISATION), ("Individ", Level.INDIVIDUAL),
        ("individnivå", Level.INDIVIDUAL), ("", None), (None, None), ("structure", Level.STRUCTURE),
    ],
)  # fmt: skip
def test_levels_are_known_by_their_swedish_names(cell: Any, expected: Level | None) -> None:
    assert cells.level_of(cell) is expected


def test_an_unknown_level_says_so() -> None:
    with pytest.raises(Unread):
        cells.level_of("hög")


def test_themes_and_target_groups_are_known_by_what_is_shown_by_code_and_by_own_words() -> None:
    assert cells.themes_in("Bemötande; SIP och samordnad planering", {}) == (("treatment", "sip"), False)
    assert cells.themes_in("Utan ersättning mellan systemen", {}) == (("income_between_systems",), False)
    assert cells.themes_in("Målgruppsavgränsning, för sjuk eller för frisk", {}) == (("target_group_limits",), False)
    assert cells.themes_in("housing, bostad, tandvård", {"tandvård": "dental"}) == (("housing", "dental"), False)
    assert cells.themes_in("bostad, något annat", {}) == (("housing",), True)
    assert cells.themes_in(None, {}) == ((), False)
    assert cells.target_group_of("Nyanlända och utrikes födda", {}) == ("newly_arrived", False)
    assert cells.target_group_of("hej", {}) == ("", True)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("Ja", "yes"), ("x", "yes"), (True, "yes"), (1, "yes"), ("✓", "yes"), ("nej", "no"), (False, "no"), ("-", "no"),
     ("delvis", "partly"), ("vet ej", "dont_know"), ("", None), (None, None)],
)  # fmt: skip
def test_yes_and_no_in_all_their_forms(cell: Any, expected: str | None) -> None:
    assert cells.yes_of(cell) == expected


def test_what_is_neither_yes_nor_no_says_so() -> None:
    with pytest.raises(Unread):
        cells.yes_of("kanske")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("Avslutad", (True, None)), ("KLAR", (True, None)), ("ja", (True, None)), ("x", (True, None)),
     (True, (True, None)),
     ("2025-03-14", (True, DAY)), (DAY, (True, DAY)), ("Pågår", (False, None)), ("Ej avslutad", (False, None)),
     ("nej", (False, None)), (False, (False, None)), ("-", (False, None)), ("Återkopplad", (True, None))],
)  # fmt: skip
def test_a_status_says_whether_a_case_is_finished(cell: Any, expected: tuple[bool, date | None]) -> None:
    assert cells.finished_by(cell) == expected


def test_an_unknown_status_says_so() -> None:
    with pytest.raises(Unread):
        cells.finished_by("hänger i luften")
