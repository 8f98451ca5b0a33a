"""Is the report whole on a terminal, at 80 and 120 columns, with and without colour?"""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from lexheller.i18n import words_for
from lexheller.model.codes import Partner
from lexheller.model.report import PARTNER_ORDER, Audience, Report
from lexheller.reports import terminal
from tests.conftest import Golden
from tests.report_rows import PATTERNS, Told, a_report, a_year, counted

_CODES = re.compile(r"\x1b\[([\d;]*)m")


def drawn(report: Report, width: int = 80, language: str = "sv", *, colour: bool = False) -> str:
    """Draw as a terminal would show it."""
    file = io.StringIO()
    console = Console(file=file, width=width, force_terminal=colour, color_system="truecolor" if colour else None)
    terminal.draw(report, words_for(language), console)
    return file.getvalue()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("audience", Audience)
def test_the_report_on_a_terminal(golden: Golden, language: str, width: int, audience: Audience) -> None:
    answer = drawn(a_report(audience=audience), width, language)
    assert max(map(len, answer.splitlines())) <= width
    golden(f"report.{language}.{audience}.{width}.txt", answer)


def test_colour_adds_no_word_and_no_colour_but_bold() -> None:
    report = a_report()
    coloured = drawn(report, colour=True)
    assert _CODES.sub("", coloured) == drawn(report)
    assert set(_CODES.findall(coloured)) <= {"1", "0"}


def test_there_are_no_boxes_and_no_blanks_at_the_end() -> None:
    answer = drawn(a_report(), 120)
    assert not re.search("[│┌┐└┘├┤┬┴┼─═║]", answer)
    assert all(line == line.rstrip() for line in answer.splitlines())


def test_the_plank_lies_in_one_gap() -> None:
    answer = drawn(a_report())
    assert re.findall(r"▐(\d+)▌", answer) == [str(a_report().pair(Partner.PRIMARY_CARE, Partner.ADULT_PSYCHIATRY))]
    alike = counted([Told(partners=("af", "fk"))] * 5 + [Told(partners=("af", "school"))] * 5)
    assert "▐" not in drawn(a_report(alike))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_every_kind_of_partner_fits_however_narrow(width: int) -> None:
    kinds = [str(partner) for partner in PARTNER_ORDER]
    cases = [Told(partners=(one, other)) for one in kinds for other in kinds if one < other]
    answer = drawn(a_report(counted([*cases, *cases[:1] * 7])), width)
    assert max(map(len, answer.splitlines())) <= width
    numbers = [
        n for line in answer.split("\n\n81 av")[0].splitlines() for n in re.findall(r"(?<=\s)[1·](?=\s|$)", line)
    ]
    assert numbers.count("1") >= len(cases) - 1


def test_numbers_are_never_cut() -> None:
    rows = counted([Told(themes=("a_federation_s_own_theme_with_a_name_that_goes_on_and_on_and_on",))] * 123)
    answer = drawn(a_report(rows), 60)
    line = next(line for line in answer.splitlines() if "…" in line)
    assert line.endswith(" 123")


def test_a_name_cannot_steer_the_terminal() -> None:
    named = tuple(pattern._replace(name="\x1b[2J\u202e[bold]Vem[/bold]", n=7) for pattern in PATTERNS)
    report = a_report(replace(a_year(), patterns=named))
    answer = drawn(report, colour=True)
    assert "\x1b[2J" not in answer
    assert "\u202e" not in answer
    assert "[bold]Vem[/bold]" in answer


def test_what_is_hidden_has_one_mark() -> None:
    answer = drawn(a_report(audience=Audience.OUTSIDE), 120)
    matrix = answer.split("Var det skaver")[1].split("\n\n")[0]
    assert "dold" in matrix
    assert not re.search(r"\s[1-4](?=\s)", matrix.split("Ett ärende")[0])


@pytest.mark.parametrize(
    ("names", "said"),
    [(("Kusten",), "Kusten"), (("Kusten", "Skogen", "Ön"), "Kusten · Skogen · Ön"), (tuple("ABCD"), "4 förbund")],
)
def test_a_few_federations_are_named_over_the_report(names: tuple[str, ...], said: str) -> None:
    top = drawn(replace(a_report(), federations=names)).splitlines()[1]
    assert f" · {said} · mars 2025" in top
