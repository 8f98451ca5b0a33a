"""Which federation works in a municipality, and where is it said?"""

from __future__ import annotations

from pathlib import Path

import pytest

from lexheller.errors import BadValue, NotFound, NotPossible
from lexheller.imports.people_file import read_people
from lexheller.services import municipalities
from lexheller.services.founding import Founding
from tests.whole.houses import make_home

KNOWN = {"GBG": ("Göteborg", "Borås"), "INS": ("Sjövik", "Göteborg"), "ALV": ()}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Göteborg", ("GBG", "INS")),
        (" GÖTEBORGS  kommun", ("GBG", "INS")),
        ("Borås stad", ("GBG",)),
        ("Borås", ("GBG",)),
        ("Sjöviks stad", ("INS",)),
        ("goteborg", ("GBG", "INS")),
        ("sjoviks kommun", ("INS",)),
        ("Kiruna", ()),
        ("kommun", ()),
        ("", ()),
    ],
)
def test_a_municipality_is_found_however_it_is_written(typed: str, found: tuple[str, ...]) -> None:
    assert municipalities.serving(KNOWN, typed) == found


def test_names_are_kept_once_and_tidy(tmp_path: Path) -> None:
    desk = make_home(tmp_path, "").opened("adam")
    desk.put_municipalities([" Göteborg", "", "Göteborg", "Upplands  Väsby"])
    assert desk.municipalities() == {"ALV": (), "GBG": ("Göteborg", "Upplands Väsby"), "INS": ()}
    assert [each.id for each in desk.serving("upplands väsby")] == ["GBG"]
    desk.put_municipalities([])
    assert desk.municipalities()["GBG"] == ()
    desk.close()


def test_administrators_say_it_of_their_own_federation(tmp_path: Path) -> None:
    home = make_home(tmp_path, "")
    elsa, adam = home.opened("elsa"), home.opened("adam")
    with pytest.raises(NotPossible):
        elsa.put_municipalities(["Göteborg"])
    with pytest.raises(BadValue):
        adam.put_municipalities(["x" * 81])
    with pytest.raises(NotFound):
        adam.change(Founding((), municipalities={"INS": ("Sjövik",)}))
    adam.change(Founding((), municipalities={"GBG": ("Mölndal",)}))
    assert adam.municipalities() == {"ALV": (), "GBG": ("Mölndal",), "INS": ()}
    elsa.close()
    adam.close()


def test_the_file_that_founds_says_it_too(tmp_path: Path) -> None:
    path = tmp_path / "forbund.yaml"
    path.write_text(
        "federations:\n  - {id: GBG, name: Exempel, municipalities: [Göteborg, Mölndal]}\n"
        "  - {id: INS, name: Insjö, municipalities: 'Sjövik, Sund'}\n  - {id: ALV, name: Älv}\n",
        encoding="utf-8",
    )
    assert read_people(path).municipalities == {"GBG": ("Göteborg", "Mölndal"), "INS": ("Sjövik", " Sund")}
    path.write_text("federations:\n  - {id: GBG, name: Exempel, municipalities: [[1]]}\n", encoding="utf-8")
    with pytest.raises(BadValue):
        read_people(path)
