"""`lexheller import`: how does the old sheet come in? Shown first, then taken in, and undone if it was a mistake."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexheller.cli import exits, output
from lexheller.cli.frame import argument, command, json_option, option, vouch_option, with_desk, words_of
from lexheller.forms.lines import INDENT, Line, wrapped
from lexheller.forms.wording import sentences
from lexheller.i18n.words import Words

if TYPE_CHECKING:
    from lexheller.desk import Desk, SheetPreview
    from lexheller.services.importing import Account, Undone
    from lexheller.services.old_cases import Reason, Rejected

_SHOWN = 20
"""Rows left out that a terminal names; the JSON has them all."""


@command(
    "import",
    "lexheller import arket.csv --dry-run",
    "lexheller import arket.csv --mapping karta.yaml --yes",
    "lexheller import arket.csv --dry-run --json",
    "lexheller import --undo 2026-03-02-1",
)
@argument("sheet", meta="sheet", required=False, type=click.Path(path_type=Path))
@option("--mapping", meta="file", type=click.Path(path_type=Path), words="mapping")
@option("--dry-run", is_flag=True, words="dry_run")
@option("--source", meta="name", words="import_source")
@option("--federation", meta="name", words="federation")
@vouch_option
@option("--yes", is_flag=True, words="yes")
@option("--undo", meta="run", words="undo")
@json_option
@with_desk
def import_(
    desk: Desk,
    sheet: Path | None,
    mapping: Path | None,
    dry_run: bool,
    source: str | None,
    federation: str | None,
    vouch: bool,
    yes: bool,
    undo: str | None,
    as_json: bool,
) -> None:
    """Take in the old sheet, or undo an import."""
    words = words_of(click.get_current_context())
    if (sheet is None) == (undo is None):
        raise click.UsageError(words("import.one_of"))
    if undo is not None:
        _undo(desk, undo, words, as_json=as_json)
        return
    named = {"mapping": mapping, "source": source, "federation": federation, "vouched": vouch}
    if dry_run or not yes:
        with _progress(words) as progress:
            preview = desk.preview_sheet(sheet, progress=progress, **named)  # type: ignore[arg-type]  # by name, as they are
        output.draw(_drawn(preview, words), err=True)
        if dry_run:
            _answer(preview.account, words("import.would", **_counts(preview.account, words)), preview, as_json=as_json)
            return
        if not _agreed(preview.account, words):
            output.aside(words("import.nothing_done"))
            return
    with _progress(words) as progress:
        account = desk.import_sheet(sheet, progress=progress, **named)  # type: ignore[arg-type]  # as above
    if yes:
        output.draw(_left_out(account, words), err=True)
    counts = _counts(account, words)
    told = words("import.done", run=account.run, **counts) if account.run else words("import.nothing_new", **counts)
    _answer(account, told, None, as_json=as_json)


def _agreed(account: Account, words: Words) -> bool:
    """Ask whether to go on, unless there is nothing to take in."""
    if not account.new:
        return True
    from lexheller.cli.terminal import asker
    from lexheller.forms.asking import ask_yes

    return ask_yes(asker(words), words.plural("import.question", account.new), default=False)


def _undo(desk: Desk, run: str, words: Words, *, as_json: bool) -> None:
    undone = desk.undo_import(run)
    for number, error in undone.left:
        output.aside(f"{number}: {' '.join(sentences(error, words))}")
    output.one(
        _undone(undone) if as_json else {"run": run, "voided": len(undone.voided), "left": len(undone.left)},
        words("import.undone", voided=words.plural("import.cases", len(undone.voided)), left=len(undone.left)),
        as_json=as_json,
    )
    if undone.left:
        sys.exit(exits.REFUSED)


def _undone(undone: Undone) -> dict[str, object]:
    left = [{"number": number, "why": error.code} for number, error in undone.left]
    return {"run": undone.run, "voided": list(undone.voided), "left": left}


# --- the answer -----------------------------------------------------------------------------------------


def _answer(account: Account, sentence: str, preview: SheetPreview | None, *, as_json: bool) -> None:
    """Give what became of the rows, or would; rows left out make the exit code 5."""
    counts = {
        "run": account.run or None,
        "rows": account.rows,
        "new": account.new,
        "finished": account.finished,
        "already": account.already,
    }
    whole: dict[str, object] = {
        **counts,
        "rejected": [_rejected(one) for one in account.rejected],
        "notes": [{"what": w, "field": f, "count": n} for (w, f), n in sorted(account.notes.items())],
    }
    if preview is not None:
        columns = [{"heading": c.heading, "field": c.field or None, "why": c.why} for c in preview.columns]
        whole |= {"source": preview.source, "columns": columns, "worksheets_left": list(preview.others)}
    output.one(whole if as_json else {**counts, "rejected": len(account.rejected)}, sentence, as_json=as_json)
    if account.rejected:
        sys.exit(exits.REFUSED)


def _rejected(one: Rejected) -> dict[str, object]:
    reasons = [{"why": r.code, "field": r.field, "found": list(r.found)} for r in one.reasons]
    return {"row": one.row, "reasons": reasons}


def _counts(account: Account, words: Words) -> dict[str, object]:
    return {
        "new": words.plural("import.cases", account.new),
        "finished": account.finished,
        "already": account.already,
        "rejected": len(account.rejected),
    }


# --- what is said beside it -----------------------------------------------------------------------------


def _drawn(preview: SheetPreview, words: Words) -> Iterator[Line]:
    """Show the columns, what is left out, and what was made of cells."""
    used = [column for column in preview.columns if column.field]
    left = [column for column in preview.columns if not column.field]
    yield [(words("import.columns"), "bold")]
    yield from output.named_rows(
        ((c.heading, words(f"import.field.{c.field}")) for c in used), output.width(), column=_widest(used)
    )
    if left:
        yield [(words("import.columns_left"), "bold")]
        yield from output.named_rows(
            ((c.heading, words(f"import.column.{c.why}")) for c in left), output.width(), column=_widest(left)
        )
    if preview.others:
        yield from wrapped(words("import.worksheets_left", names=", ".join(preview.others)), output.width())
    yield from _left_out(preview.account, words)


def _widest(columns: Iterable[object]) -> int:
    return max(len(str(getattr(column, "heading", ""))) for column in columns) if columns else 0


def _left_out(account: Account, words: Words) -> Iterator[Line]:
    """Name the rows left out, every reason of each, and count what was done with cells; never a word of the sheet."""
    if account.rejected:
        yield [(words("import.rejected"), "bold")]
    for one in account.rejected[:_SHOWN]:
        yield from wrapped(
            words("import.row", row=one.row, why="; ".join(_why(reason, words) for reason in one.reasons)),
            output.width(),
            INDENT,
        )
    if len(account.rejected) > _SHOWN:
        yield [(INDENT + words("import.more", n=len(account.rejected) - _SHOWN), "")]
    if account.notes:
        yield [(words("import.noted"), "bold")]
    for (what, field), count in sorted(account.notes.items()):
        told = words(f"import.note.{what}", field=words(f"import.field.{field}"), n=count)
        yield from wrapped(told, output.width(), INDENT)


def _why(reason: Reason, words: Words) -> str:
    found = ", ".join(words(f"finding.{one}") for one in reason.found)
    return words(f"import.reason.{reason.code}", field=words(f"import.field.{reason.field}"), found=found)


@contextmanager
def _progress(words: Words) -> Iterator[Callable[[Account], None] | None]:
    """Tell somebody who looks how many rows have been gone through, on a line that is gone afterwards."""
    if not sys.stderr.isatty():
        yield None
        return
    said = ""

    def tell(account: Account) -> None:
        nonlocal said
        said = words("import.progress", n=account.rows)
        click.echo(f"\r{said}", nl=False, err=True)

    try:
        yield tell
    finally:
        click.echo(f"\r{' ' * len(said)}\r", nl=False, err=True)
