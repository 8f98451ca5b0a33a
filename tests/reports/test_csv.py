"""Can any spreadsheet program read the report, and none be tricked by it?"""

from __future__ import annotations

import csv as standard
import io
from dataclasses import replace

import pytest

from lexheller.i18n import words_for
from lexheller.model.report import Audience, Report
from lexheller.reports import csv
from tests.conftest import Golden
from tests.report_rows import PATTERNS, a_report, a_year


def rows(report: Report, delimiter: str = ";") -> list[list[str]]:
    """Read the sheet back as a program would."""
    text = csv.render(report, words_for("sv"))
    assert text[0] == "\ufeff"
    return list(standard.reader(io.StringIO(text[1:], newline=""), delimiter=delimiter))


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("audience", Audience)
def test_the_sheet(golden: Golden, language: str, audience: Audience) -> None:
    golden(f"report.{language}.{audience}.csv", csv.render(a_report(audience=audience), words_for(language)))


def test_every_line_has_four_cells_and_ends_as_in_windows() -> None:
    text = csv.render(a_report(), words_for("sv"))
    assert text.count("\r\n") == text.count("\n") == len(rows(a_report()))
    assert {len(row) for row in rows(a_report())} == {4}
    assert rows(a_report())[0] == ["Avsnitt", "Rad", "Kolumn", "Värde"]


def test_numbers_are_plain_and_hidden_ones_have_their_word() -> None:
    report = replace(a_report(), open_now=12345)
    assert "12345" in {row[3] for row in rows(report)}
    assert "dold" in {row[3] for row in rows(a_report(audience=Audience.OUTSIDE))}
    assert "dold" not in {row[3] for row in rows(a_report())}


@pytest.mark.parametrize(
    ("cell", "guarded"),
    [
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),
        ("+46", "'+46"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("ja;=1+1", "ja;'=1+1"),
        ("ja,=1+1", "ja,'=1+1"),
        ("ja\t=1+1", "ja\t'=1+1"),
        ("ja\n=1+1", "ja\n'=1+1"),
        ('";=1+1', "\";'=1+1"),
        ("a = b", "a = b"),
        ("primärvård-psykiatri", "primärvård-psykiatri"),
    ],
)
def test_nothing_is_taken_for_a_formula(cell: str, guarded: str) -> None:
    assert next(standard.reader([csv.quoted(cell)], delimiter=";"))[0] == guarded


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_no_cell_begins_a_formula_whatever_separates_cells(delimiter: str) -> None:
    nasty = 'x;=cmd|" /C calc"!A0,=1+1\t@x'
    named = tuple(pattern._replace(name=nasty, n=9) for pattern in PATTERNS)
    text = csv.render(a_report(replace(a_year(), patterns=named)), words_for("sv"))
    for line in text[1:].split("\r\n"):
        for cell in line.split(delimiter):  # as a program that minds no quotes would
            assert not cell.strip('" ').startswith(("=", "+", "-", "@")), cell
