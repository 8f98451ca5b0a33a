"""What does an import cost? Against the floor: reading the file, asking the gate, and inserting the same rows by hand.

    python -m bench.bench_import [ROWS]         by default 100,000 as .csv, a fifth of them as .xlsx, and peak memory
    python -m bench.bench_import --memory       peak memory alone

The sheet is cut into slices. Each is imported, then done once more as the floor has it: the file read with csv (or
openpyxl) alone, the gate asked about every text that was stored, and every row that the import has stored, in every
table, inserted with executemany in transactions of the same size into a second database opened the same way. Peak
memory is that of a process of its own.
"""

from __future__ import annotations

import csv
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from bench.rounds import line
from lexheller import anonymity
from lexheller.demo.samples import samples
from lexheller.imports.old_sheet import open_old_sheet
from lexheller.services.importing import BATCH, Importing, bring_in
from lexheller.storage import open_store
from lexheller.storage.engine import sqlite_connection
from tests.house import Works, viewer_of, works_in

HEADINGS = ("Nr", "Datum", "Rubrik", "Vad hände", "Parter", "Arbetsplats", "Kommun", "Status", "Åtgärd", "Återkoppling",
            "Avslutat datum")  # fmt: skip
SLICES = 10
TIMES, MEMORY = 3.0, 1.3
PARTIES = ("FK, AF", "Försäkringskassan och vårdcentralen", "AF/kommunens socialtjänst", "Psykiatrin", "VC; FK; AME")
TABLES = ("cases", "case_partners", "events", "texts", "words", "import_rows")

Row = Sequence[Any]


def rows(count: int, first: int = 0) -> Iterator[list[str]]:
    """Make rows as an office might have written them; half of them finished, none that the gate minds."""
    chance = random.Random(first)
    stories = [s.form for s in samples() if not s.has_identifiers and not anonymity.check(s.form["vad_hande"])]
    stories = [s for s in stories if not anonymity.check(s["rubrik"])]
    for number in range(first, first + count):
        story = chance.choice(stories)
        finished = number % 2
        month, day = number % 12 + 1, number % 28 + 1
        yield [
            f"{number + 1}", f"{2018 + number % 7}-{month:02d}-{day:02d}", story["rubrik"], story["vad_hande"],
            chance.choice(PARTIES), "AME", "Mölndal", "Avslutad" if finished else "Pågår",
            "De möttes och delade upp frågorna." if finished else "",
            "Anmälaren fick veta att det är ordnat." if finished else "",
            f"28/12 {2018 + number % 7}" if finished else "",
        ]  # fmt: skip


def a_csv(path: Path, count: int, first: int = 0) -> Path:
    """Write a sheet as Swedish Excel does."""
    with path.open("w", encoding="cp1252", newline="", errors="replace") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADINGS)
        writer.writerows(rows(count, first))
    return path


def a_workbook(path: Path, count: int, first: int = 0) -> Path:
    """Write a sheet as Excel's own kind of file."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Ärenden")
    sheet.append(HEADINGS)
    for row in rows(count, first):
        sheet.append(row)
    book.save(path)
    return path


def read_csv(path: Path) -> int:
    """Read a sheet and do nothing with it."""
    with path.open(encoding="cp1252", newline="") as file:
        return sum(1 for _ in csv.reader(file, delimiter=";"))


def read_workbook(path: Path) -> int:
    """Read a workbook and do nothing with it."""
    book = load_workbook(path, read_only=True, data_only=True)
    count = sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))
    book.close()
    return count


def imported(works: Works, path: Path) -> str:
    """Import a sheet, every row of it."""
    sheet = open_old_sheet(path, themes={}, target_groups={})
    account = bring_in(works.store, works.office, viewer_of("elsa"), sheet.cases(), Importing("GBG", path.stem))
    assert not account.rejected, account.rejected[:3]
    assert account.new == account.rows
    return account.run


class Floor:
    """A second database of the same schema, filled by hand."""

    def __init__(self, folder: Path, like: Path) -> None:
        open_store(f"sqlite:///{folder / 'floor.db'}", create=True).close()
        self.to = sqlite_connection(folder / "floor.db", 5)
        self.of = sqlite3.connect(like)

    def batches(self, run: str) -> tuple[list[dict[str, list[Row]]], list[str]]:
        """Fetch what the import of a slice has stored, by transaction and table, and its texts."""
        keys = self.of.execute("SELECT case_id FROM import_rows WHERE run = ? ORDER BY place", (run,)).fetchall()
        place = {key: number // BATCH for number, (key,) in enumerate(keys)}
        found: list[dict[str, list[Row]]] = [defaultdict(list) for _ in range(-(-len(keys) // BATCH))]
        texts: list[str] = []
        for table in TABLES:
            cursor = self.of.execute(
                f"SELECT t.* FROM {table} t JOIN import_rows r USING (federation_id, case_id) WHERE r.run = ?"
                if table != "import_rows"
                else "SELECT * FROM import_rows WHERE run = ?",
                (run,),
            )
            at = [column[0] for column in cursor.description].index("case_id")
            for row in cursor:
                found[place[row[at]]][table].append(row)
                if table == "texts":
                    texts.append(row[-1])
        for batch in found:
            batch["words_index"] = [(row[-1], row[-2]) for row in batch["words"]]
        return found, texts

    def insert(self, batches: list[dict[str, list[Row]]]) -> None:
        """Insert rows, a transaction a batch."""
        for batch in batches:
            self.to.execute("BEGIN IMMEDIATE")
            for table, some in batch.items():
                columns = "(rowid, terms)" if table == "words_index" else ""
                marks = ",".join("?" * len(some[0]))
                self.to.executemany(f"INSERT INTO {table}{columns} VALUES ({marks})", some)
            self.to.execute("COMMIT")


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Give seconds of work, of CPU and by the clock on the wall."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def measure(kind: str, count: int, folder: Path) -> float:
    """Import a sheet slice by slice, the floor after each; print and give the ratio of CPU time."""
    write, read = (a_csv, read_csv) if kind == "csv" else (a_workbook, read_workbook)
    folder.mkdir()
    store = open_store(f"sqlite:///{folder / 'lexheller.db'}", create=True)
    works = works_in(store, folder)
    floor = Floor(folder, folder / "lexheller.db")
    parts: dict[str, list[float]] = defaultdict(list)
    ratios: list[tuple[float, float]] = []
    for number in range(SLICES):
        size = count // SLICES
        path = write(folder / f"ark{number}.{kind}", size, number * size)
        runs: list[str] = []
        ours = timed(lambda path=path, runs=runs: runs.append(imported(works, path)))  # type: ignore[misc]  # bound
        batches, texts = floor.batches(runs[0])
        steps = {
            "reading": timed(lambda path=path: read(path)),  # type: ignore[misc]  # bound
            "gate": timed(lambda texts=texts: [anonymity.check(text) for text in texts]),  # type: ignore[misc]  # bound
            "inserts": timed(lambda batches=batches: floor.insert(batches)),  # type: ignore[misc]  # bound
        }
        both = [sum(step[i] for step in steps.values()) for i in (0, 1)]
        ratios.append((ours[0] / both[0], ours[1] / both[1]))
        for name, step in {"ours": ours, **steps}.items():
            parts[name].append(step[0] / size * 1e6)
        path.unlink()
    store.close()
    told = ", ".join(f"{name} {statistics.mean(values):.0f}" for name, values in parts.items())
    print(f"{count} rows of .{kind}: microseconds of CPU a row: {told}", flush=True)
    cpu, wall = (statistics.median(ratio[i] for ratio in ratios) for i in (0, 1))
    print(line(f"import of {count} rows of .{kind}, CPU", cpu, TIMES))
    print(line(f"import of {count} rows of .{kind}, wall", wall, TIMES), flush=True)
    return cpu


def peak(count: int, folder: Path) -> int:
    """Give the peak memory, in KiB, of a process that imports so many rows."""
    path = a_csv(folder / f"minne{count}.csv", count)
    told = subprocess.run(
        [sys.executable, "-m", "bench.bench_import", "--peak", str(path)], capture_output=True, text=True, check=True
    )
    path.unlink()
    return int(told.stdout)


def _peak_of(path: Path) -> None:
    """Import a sheet into a new database and print what memory this process has had at most."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = open_store(f"sqlite:///{folder / 'lexheller.db'}", create=True)
        imported(works_in(store, folder), path)
        store.close()
    # Not getrusage: there a process begins with what the one that started it had.
    told = Path("/proc/self/status").read_text(encoding="ascii")
    print(next(line.split()[1] for line in told.splitlines() if line.startswith("VmHWM")))


def main(count: int = 100_000, *, memory_alone: bool = False) -> bool:
    """Measure everything, or memory alone; tell whether all of it keeps to its limit."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kept = (
            []
            if memory_alone
            else [measure("csv", count, folder / "csv") <= TIMES, measure("xlsx", count // 5, folder / "xlsx") <= TIMES]
        )
        small, large = peak(count // 10, folder), peak(count, folder)
        print(f"peak memory: {small / 1024:.0f} MiB at {count // 10} rows, {large / 1024:.0f} MiB at {count}")
        print(line(f"peak memory at {count} rows to that at {count // 10}", large / small, MEMORY))
        return all(kept) and large / small <= MEMORY


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        _peak_of(Path(sys.argv[2]))
    else:
        counts = [int(word) for word in sys.argv[1:] if word.isdecimal()]
        sys.exit(not main(*counts, memory_alone="--memory" in sys.argv))
