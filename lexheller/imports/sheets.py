"""How is an old sheet read: .xlsx or .csv, row after row, without guessing what its cells mean?

Rows are counted as a spreadsheet shows them. Formulas are read as the values they had when the sheet was last saved;
nothing of the file is worked out, followed or run. Only a few rows are held at a time.
"""

from __future__ import annotations

import codecs
import csv
import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final, Self

from lexheller.errors import UnreadableFile

Cell = str | int | float | bool | date | datetime | None
Row = tuple[int, Sequence[Cell]]
"""A row's number and its cells."""

LOOKED_AT: Final = 20
"""Rows among which the headings are looked for: above them a title or an explanation may stand."""
DELIMITERS: Final = (";", ",", "\t")
_ERRORS: Final = frozenset(
    {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SAKNAS!", "#REFERENS!"}
)
_OLD_OFFICE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
"""How files of old Excel begin, and those locked with a password."""
_LARGEST_PART: Final = 2 * 1024**3
"""Bytes that one part of an .xlsx may unpack to: a million rows fit, a bomb does not."""
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet whose headings have been found.

    Args:
        name: of the worksheet, "" in a .csv; `others` are worksheets that were left alone.
        heading_row: where the headings stand; rows above are no rows of the sheet.
        rows: reads the rows under the headings, from the start each time; empty ones are left out.
    """

    name: str
    others: tuple[str, ...]
    headings: tuple[str, ...]
    heading_row: int
    rows: Callable[[], Iterator[Row]]


def open_sheet(path: Path, known: Callable[[str], bool]) -> Sheet:
    """Find the headings of a sheet.

    Args:
        known: tells whether a heading is one that is understood.

    Raises:
        UnreadableFile: missing, of another kind, broken, locked, in no encoding we know, or without such headings.
    """
    ending = path.suffix.lower()
    if ending not in {".xlsx", ".xlsm", ".csv", ".txt", ".tsv"}:
        raise UnreadableFile(path=str(path), why="old_excel" if ending == ".xls" else "no_sheet")
    try:
        with path.open("rb") as file:
            beginning = file.read(len(_OLD_OFFICE))
    except FileNotFoundError:
        raise UnreadableFile(path=str(path), why="missing") from None
    except IsADirectoryError:
        raise UnreadableFile(path=str(path), why="folder") from None
    except OSError:
        raise UnreadableFile(path=str(path), why="no_access") from None
    if beginning == _OLD_OFFICE:
        raise UnreadableFile(path=str(path), why="old_excel")
    return _workbook(path, known) if ending.startswith(".xls") else _text(path, known)


def _headings(rows: Iterator[Row], known: Callable[[str], bool]) -> tuple[int, tuple[str, ...], int]:
    """Find the row with the most headings that are understood; gives how many, the headings, the row's number."""
    best: tuple[int, tuple[str, ...], int] = (0, (), 0)
    for number, cells in islice(rows, LOOKED_AT):
        words = tuple("" if cell is None else " ".join(str(cell).split()) for cell in cells)
        understood = sum(1 for word in words if word and known(word))
        if understood > best[0]:
            best = (understood, words, number)
    return best


# --- .csv -----------------------------------------------------------------------------------------------


def _text(path: Path, known: Callable[[str], bool]) -> Sheet:
    encoding = _encoding(path)
    found = [(*_headings(_lines(path, encoding, mark), known), mark) for mark in DELIMITERS]
    count, headings, number, delimiter = max(found, key=lambda each: (each[0], len(each[1])))
    if not count:
        raise UnreadableFile(path=str(path), why="no_headings")
    return Sheet("", (), headings, number, lambda: _below(_lines(path, encoding, delimiter), number))


def _encoding(path: Path) -> str:
    """Tell how a text file is written: UTF-8 where it can be read so, else as Windows writes Swedish.

    Raises:
        UnreadableFile: neither, or no text at all.
    """
    with path.open("rb") as file:
        beginning = file.read(2)
    if beginning in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        candidates: tuple[str, ...] = ("utf-16",)
    else:
        candidates = ("utf-8-sig", "cp1252")
    for encoding in candidates:
        if _reads_as(path, encoding):
            return encoding
    raise UnreadableFile(path=str(path), why="sheet_encoding")


def _reads_as(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                if "\0" in decoder.decode(chunk):
                    return False
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _lines(path: Path, encoding: str, delimiter: str) -> Iterator[Row]:
    with path.open(encoding=encoding, newline="") as file:
        start = file.readline()
        hint = start.strip().lower().startswith("sep=")  # Excel's own hint; it is no row
        if not hint:
            file.seek(0)
        reader = csv.reader(file, delimiter=delimiter)
        try:
            for number, cells in enumerate(reader, 2 if hint else 1):
                yield number, [cell if cell not in _ERRORS else None for cell in cells]
        except csv.Error:
            raise UnreadableFile(path=str(path), why="broken", line=reader.line_num) from None


# --- .xlsx ----------------------------------------------------------------------------------------------


def _workbook(path: Path, known: Callable[[str], bool]) -> Sheet:
    _hold_to_size(path)
    with _Book(path) as book:
        names = tuple(sheet.title for sheet in book.worksheets)
        best: tuple[int, tuple[str, ...], int, str] = (0, (), 0, "")
        for name in names:
            found = (*_headings(book.rows(name), known), name)
            if found[0] > best[0]:
                best = found
    count, headings, number, name = best
    if not count:
        raise UnreadableFile(path=str(path), why="no_headings")
    others = tuple(other for other in names if other != name)

    def rows() -> Iterator[Row]:
        with _Book(path) as again:
            yield from _below(again.rows(name), number)

    return Sheet(name, others, headings, number, rows)


def _hold_to_size(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            largest = max((part.file_size for part in archive.infolist()), default=0)
    except (zipfile.BadZipFile, OSError):
        raise UnreadableFile(path=str(path), why="broken_sheet") from None
    if largest > _LARGEST_PART:
        raise UnreadableFile(path=str(path), why="too_large")


class _Book:
    """An .xlsx, read row by row; whatever goes wrong in a foreign file is one error: it cannot be used."""

    def __init__(self, path: Path) -> None:
        self.path = path
        # What a workbook has beside its cells (rules, drawings) is of no concern here, and openpyxl says so each time.
        warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")

    def __enter__(self) -> Self:
        """Open it."""
        from openpyxl import load_workbook

        self._file = self.path.open("rb")
        try:
            self._book: Any = load_workbook(self._file, read_only=True, data_only=True, keep_links=False)
        except Exception:  # noqa: BLE001  # openpyxl fails in as many ways as files are broken
            self._file.close()
            raise UnreadableFile(path=str(self.path), why="broken_sheet") from None
        self.worksheets = self._book.worksheets
        return self

    def __exit__(self, *_raised: object) -> None:
        """Close it."""
        self._book.close()
        self._file.close()

    def rows(self, name: str) -> Iterator[Row]:
        """Read a worksheet from its first row."""
        sheet = self._book[name]
        sheet.reset_dimensions()  # some programs write a wrong size, which would cut the sheet
        rows = sheet.iter_rows(values_only=True)
        number = 0
        while True:
            try:
                cells = next(rows, None)
            except Exception:  # noqa: BLE001  # as above
                raise UnreadableFile(path=str(self.path), why="broken_sheet") from None
            if cells is None:
                return
            number += 1
            yield number, tuple(None if cell in _ERRORS else _plain(cell) for cell in cells)


def _plain(cell: Any) -> Cell:  # noqa: ANN401  # openpyxl gives times and spans of time as well
    return cell if cell is None or isinstance(cell, str | int | float | date) else str(cell)


def _below(rows: Iterator[Row], heading_row: int) -> Iterator[Row]:
    for number, cells in rows:
        if number > heading_row and any(cell is not None and str(cell).strip() for cell in cells):
            yield number, cells
