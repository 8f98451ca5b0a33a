"""Is whoever attests asked when few cases are like this one, and only when it tells of a person?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lexheller.errors import NeedsUnmet
from lexheller.model.case import Case
from lexheller.patterns.alike import Alike, Wider
from lexheller.services import crowds
from lexheller.storage.memory import MemoryStore
from tests.house import Works, viewer_of, works_in

PLAIN = "Två myndigheter väntade på varandra i ett halvår."
AGED = "En kvinna i 40-årsåldern väntade på två myndigheter."


def told(works: Works, text: str = PLAIN, federation: str = "GBG", leader: str = "elsa", **form: Any) -> Case:
    case = works.does(leader, works.submits(federation, **form), "open_dialogue")
    return works.does(leader, case, "retell", shared_text=text)


def counted(works: Works, case: Case, who: str = "elsa", *, shown: bool = True) -> Alike | None:
    return works.store.read(lambda uow: crowds.crowd(uow, works.reads(case), viewer_of(who), area_shown=shown))


def test_a_place_that_is_shown_is_asked_about_while_few_cases_are_like_it(works: Works) -> None:
    cases = [told(works, area="Skogsbyn") for _ in range(4)]
    with pytest.raises(NeedsUnmet) as refusal:
        works.does("elsa", cases[0], "attest", area_harmless=True)
    assert refusal.value.data["lacks"] == ("few_alike",)
    assert works.does("elsa", cases[0], "attest", area_harmless=False).attested, "then the place is not told"
    told(works, area="skogsbyn")
    assert works.does("elsa", cases[0], "attest", area_harmless=True).attested


def test_a_yes_that_was_given_knowingly_stands_in_the_history(works: Works) -> None:
    case = told(works, AGED)
    works.does("elsa", case, "attest", area_harmless=False, few_alike_ok=True)
    event = works.store.read(lambda uow: uow.cases.events(case.federation, case.id))[-1]
    assert event.fields["few_alike_ok"] is True
    assert event.fields["alike"] == {"count": 1, "wanted": 5}


def test_what_tells_of_no_person_is_not_asked_about(works: Works) -> None:
    case = told(works, area="Skogsbyn")
    assert counted(works, case, shown=False) is None
    assert counted(works, case) == Alike(1, {Wider.AREA: 1, Wider.HALF_YEAR: 1, Wider.YEAR: 1})
    assert "alike" not in works.store.read(
        lambda uow: uow.cases.events(case.federation, works.does("elsa", case, "attest", area_harmless=False).id)
    )[-1].fields  # fmt: skip


def test_ages_are_read_from_what_is_shared_and_else_from_what_came_in(works: Works) -> None:
    case = told(works, AGED)
    told(works, "En man, 47 år, väntade på två myndigheter.")
    told(works, "En 19-åring väntade på två myndigheter.")
    works.submits(what_happened="En 42-åring väntade på ett besked.", vouched=True)
    found = counted(works, case)
    assert found is not None
    assert (found.count, found.ways[Wider.AGE]) == (3, 4)


def test_other_federations_count_as_far_as_she_sees_them(works: Works) -> None:
    case = told(works, area="Skogsbyn")
    theirs = told(works, federation="INS", leader="ines", area="Skogsbyn")
    assert counted(works, case) == Alike(1, {Wider.AREA: 1, Wider.HALF_YEAR: 1, Wider.YEAR: 1})
    works.does("ines", theirs, "attest", area_harmless=False)
    works.does("ines", theirs, "share", group="natverk")
    found = counted(works, case)
    assert found is not None
    assert (found.count, found.ways[Wider.AREA]) == (1, 2), "their place is not shown"
    works.does("ines", theirs, "attest", area_harmless=True, few_alike_ok=True)
    found = counted(works, case)
    assert found is not None
    assert found.count == 2
    olles = counted(works, case, "olle")
    assert olles is not None
    assert olles.count == 1, "who sits in no group does not see theirs"


def test_undone_and_double_cases_are_not_counted(works: Works) -> None:
    case = told(works, area="Skogsbyn")
    double = told(works, area="Skogsbyn")
    works.does("elsa", double, "set_aside", why_set_aside="double", double_of=case.number)
    found = counted(works, case)
    assert found is not None
    assert found.count == 1


def test_a_federation_chooses_how_few_is_too_few(tmp_path: Path) -> None:
    for few, asked in ((0, False), (1, False), (2, True)):
        works = works_in(MemoryStore(), tmp_path / str(few), few_alike=few)
        case = told(works, AGED)
        if asked:
            with pytest.raises(NeedsUnmet):
                works.does("elsa", case, "attest", area_harmless=False)
        else:
            assert works.does("elsa", case, "attest", area_harmless=False).attested
