"""Sheets as people have them: any delimiter, any encoding, a title above, cells that are formulas; broken ones too."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lexheller.errors import UnreadableFile
from lexheller.imports.headings import guess
from lexheller.imports.sheets import Sheet, open_sheet

LINES = "Datum;Vad hände;Åtgärd\n2025-03-14;Väntade på besked, länge;Möte\n\n2025-03-15;Två håll;\n"
ROWS = [(2, ["2025-03-14", "Väntade på besked, länge", "Möte"]), (4, ["2025-03-15", "Två håll", ""])]


def opened(path: Path) -> Sheet:
    return open_sheet(path, lambda heading: guess(heading) is not None)


def a_file(folder: Path, content: bytes, name: str = "ark.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def a_workbook(folder: Path, *sheets: list[list[Any]], name: str = "ark.xlsx") -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for place, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Blad{place}")
        for row in rows:
            sheet.append(row)
    book.save(folder / name)
    return folder / name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize(("delimiter", "ends"), [(";", "\n"), (",", "\r\n"), ("\t", "\r\n")])
def test_every_usual_way_to_write_a_text_file_is_read(tmp_path: Path, encoding: str, delimiter: str, ends: str) -> None:
    quoted = LINES.replace("Väntade på besked, länge", '"Väntade på besked, länge"').replace(";", delimiter)
    sheet = opened(a_file(tmp_path, quoted.replace("\n", ends).encode(encoding)))
    assert (sheet.headings, sheet.heading_row, sheet.name) == (("Datum", "Vad hände", "Åtgärd"), 1, "")
    assert list(sheet.rows()) == ROWS
    assert list(sheet.rows()) == ROWS, "a sheet can be read again"


def test_a_cell_may_hold_line_ends_and_quotes(tmp_path: Path) -> None:
    content = 'Datum;Vad hände\n2025-03-14;"Först ""kom"" ett brev.\nSedan inget."\n2025-03-15;Två håll\n'
    found = list(opened(a_file(tmp_path, content.encode())).rows())
    assert found == [(2, ["2025-03-14", 'Först "kom" ett brev.\nSedan inget.']), (3, ["2025-03-15", "Två håll"])]


def test_excels_hint_of_the_delimiter_counts_as_a_row_and_is_none(tmp_path: Path) -> None:
    sheet = opened(a_file(tmp_path, b"sep=;\nDatum;Text\n2025-03-14;Hej\n"))
    assert (sheet.heading_row, list(sheet.rows())) == (2, [(3, ["2025-03-14", "Hej"])])


def test_headings_may_stand_under_a_title(tmp_path: Path) -> None:
    path = a_workbook(tmp_path, [["Lex Heller i förbundet"], [], ["Datum", "Vad hände"], ["2025-03-14", "Hej"]])
    sheet = opened(path)
    assert (sheet.headings, sheet.heading_row, list(sheet.rows())) == (
        ("Datum", "Vad hände"), 3, [(4, ("2025-03-14", "Hej"))],
    )  # fmt: skip


def test_the_worksheet_with_the_headings_is_found_and_the_others_named(tmp_path: Path) -> None:
    path = a_workbook(tmp_path, [["Läs mig"]], [["Datum", "Vad hände"], ["2025-03-14", "Hej"]], [["Listor"]])
    sheet = opened(path)
    assert (sheet.name, sheet.others) == ("Blad2", ("Blad1", "Blad3"))


def test_cells_of_a_workbook_keep_their_kind_and_errors_are_empty(tmp_path: Path) -> None:
    day = datetime(2025, 3, 14)  # noqa: DTZ001  # Excel knows no time zones
    path = a_workbook(
        tmp_path, [["Nr", "Datum", "Vad hände", "Klart"], [7, day, "#REF!", True], [], [8.5, None, " ", None]]
    )
    assert list(opened(path).rows()) == [(2, (7, day, None, True)), (4, (8.5, None, " "))]


def test_a_formula_is_read_as_the_value_it_had(tmp_path: Path) -> None:
    path = a_workbook(tmp_path, [["Datum", "Vad hände"], ["2025-03-14", "=A2"], ["2025-03-15", "Hej"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = (
        parts[sheet]
        .replace(b"<f>A2</f><v></v>", b"<f>A2</f><v>45730</v>")
        .replace(b"<f>A2</f><v />", b"<f>A2</f><v>45730</v>")
    )
    assert b"45730" in parts[sheet]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert list(opened(path).rows()) == [(2, ("2025-03-14", 45730)), (3, ("2025-03-15", "Hej"))]


def test_a_workbook_that_lies_about_its_size_is_read_whole(tmp_path: Path) -> None:
    path = a_workbook(tmp_path, [["Datum", "Vad hände"], ["2025-03-14", "Hej"], ["2025-03-15", "Hopp"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    assert b'ref="A1:B3"' in parts[sheet]
    parts[sheet] = parts[sheet].replace(b'ref="A1:B3"', b'ref="A1:A1"')
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert len(list(opened(path).rows())) == 2


# --- what cannot be read --------------------------------------------------------------------------------


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("ark.xls", b"x", "old_excel"),
        ("ark.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + b"locked", "old_excel"),
        ("ark.xlsx", b"no archive at all", "broken_sheet"),
        ("ark.xlsx", zipped(hej=b"no workbook"), "broken_sheet"),
        ("ark.ods", b"x", "no_sheet"),
        ("ark.pdf", b"x", "no_sheet"),
        ("ark.csv", b"Datum;Vad h\x81nde\n", "sheet_encoding"),
        ("ark.csv", b"Datum;Text\n\0\0\n", "sheet_encoding"),
        ("ark.csv", b"", "no_headings"),
        ("ark.csv", b"a;b;c\n1;2;3\n", "no_headings"),
        ("ark.csv", b'Datum;Text\n1;"' + b"x" * 200_000 + b'"\n', "broken"),
    ],
)
def test_a_file_that_is_no_sheet_says_why(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    path = a_file(tmp_path, content, name)
    with pytest.raises(UnreadableFile) as refusal:
        list(opened(path).rows())
    assert (refusal.value.data["why"], refusal.value.data["path"]) == (why, str(path))


def test_a_file_that_is_not_there_and_a_folder_say_so(tmp_path: Path) -> None:
    (tmp_path / "mapp.csv").mkdir()
    for path, why in ((tmp_path / "borta.csv", "missing"), (tmp_path / "mapp.csv", "folder")):
        with pytest.raises(UnreadableFile) as refusal:
            opened(path)
        assert refusal.value.data["why"] == why


def test_a_workbook_without_headings_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        opened(a_workbook(tmp_path, [["a", "b"], [date(2025, 3, 14), 2]]))
    assert refusal.value.data["why"] == "no_headings"


def test_a_workbook_that_breaks_off_in_the_middle_is_one_error(tmp_path: Path) -> None:
    path = a_workbook(tmp_path, [["Datum", "Vad hände"], *(["2025-03-14", f"Hej {n}"] for n in range(500))])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet][: len(parts[sheet]) * 2 // 3]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(UnreadableFile) as refusal:
        list(opened(path).rows())
    assert refusal.value.data["why"] == "broken_sheet"


def test_a_workbook_that_refers_to_itself_without_end_is_refused(tmp_path: Path) -> None:
    path = a_workbook(tmp_path, [["Datum", "Vad hände"], ["2025-03-14", "Hej"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = bomb + parts[sheet].replace(b"<v>0</v>", b"<v>&b;</v>", 1)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(UnreadableFile) as refusal:
        list(opened(path).rows())
    assert refusal.value.data["why"] == "broken_sheet"


def test_a_part_that_unpacks_to_too_much_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lexheller.imports.sheets._LARGEST_PART", 1000)
    with pytest.raises(UnreadableFile) as refusal:
        opened(a_workbook(tmp_path, [["Datum", "Vad hände"], ["2025-03-14", "Hej"]]))
    assert refusal.value.data["why"] == "too_large"
