"""What stands before or after hides nothing: a text is found as it is alone, whatever else was written."""

from itertools import chain
from pathlib import Path

import pytest

from lexheller.anonymity import Kind, check
from lexheller.anonymity.rare_parts import parts
from tests.anonymity.test_parts import NOTHING, TOLD

HERE = Path(__file__).parent
# So long that no word of the one text may be meant for the other.
BETWEEN = (
    ".\n\nDet är inte mer än så som vi har att säga om just det där nu och vi vet inte heller så mycket mer än så.\n\n"
)
PHRASES = [phrase.replace("[", "").replace("]", "") for phrase in [*chain.from_iterable(TOLD.values()), *NOTHING]]
PEOPLE = (
    "Karin Bergs hemtjänst kom inte",
    "Xvabel Fornboms hund for",
    "VI FOR NU\nSIV DAL KOM",
    "och mirja haddad for hem",
    "vi såg zubeyde där",
    "Mötet med Ouattara ställdes in",
    "Björn och varg i skogen",
    "Projektet Lovisa och Malmö Stadion",
    "Handläggare Yirgalem Okubay svarade",
    "A n d e r s i passet",
    "i å ö och E v",
    "Vi ringde LARS EK och LSS",
    "Enheten heter Barn",
    "Annelie\nHallencreutz",
    "Kerstin\nBosse",
    "läkaren är sjuk",
    "Familjen Rosén och stiftelsen Tore",
    "Vid Barkeström finns en led",
    "Tommy ”Totte” Rask",
    "R.B. väntar",
    "på OS. och PS.",
    "Hodans assistans och Crohns sjukdom",
)


def _found(text: str, *, people: bool = True) -> list[tuple[object, ...]]:
    return [
        (f.start, f.end, f.type, f.rule, f.strength)
        for f in check(text)
        if f.type is not Kind.QUASI and (people or f.type is not Kind.PERSON)
    ]


def _sections() -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for line in (HERE / "near.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            told[line.strip("# -")] = here = []
        else:
            here.append(line.replace("\\n", "\n"))
    return {title: lines for title, lines in told.items() if lines and "name" not in title}


def _pad(text: str) -> str:
    """Give as many line breaks as a text is long."""
    return "\n" * len(text)


@pytest.mark.parametrize("apart", [1, 13])
@pytest.mark.parametrize("lines", _sections().values(), ids=_sections())
def test_numbers_and_addresses_do_not_hide_each_other(lines: list[str], apart: int) -> None:
    for first, second in zip(lines, lines[apart:], strict=False):
        text = first + BETWEEN + second
        alone = _found(first + BETWEEN, people=False), _found(_pad(first) + BETWEEN + second, people=False)
        assert _found(text, people=False) == [*alone[0], *alone[1]], text


@pytest.mark.parametrize("first", PEOPLE)
def test_people_do_not_hide_each_other(first: str) -> None:
    for second in PEOPLE:
        if first != second:
            text = first + BETWEEN + second
            assert _found(text) == _found(first + BETWEEN) + _found(_pad(first) + BETWEEN + second), text


@pytest.mark.parametrize("apart", [1, 57])
def test_what_is_rare_does_not_hide_what_else_is(apart: int) -> None:
    for first, second in zip(PHRASES, PHRASES[apart:], strict=False):
        text = first + BETWEEN + second
        assert parts(text) == parts(first + BETWEEN) + parts(_pad(first) + BETWEEN + second), text
