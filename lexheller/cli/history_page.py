"""How is what has happened to a case drawn? A line each: when, who, what, and where that led."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lexheller.cli import output
from lexheller.cli.output import Column
from lexheller.forms.lines import INDENT, Line, wrapped
from lexheller.i18n.dates import short_date
from lexheller.i18n.words import Words
from lexheller.services.office import local_day

if TYPE_CHECKING:
    from lexheller.services.reading import CaseView, Entry

_HEADS = ("version", "at", "who", "what", "to")


def draw_history(view: CaseView, words: Words, width: int, only: set[str] | None = None) -> list[Line]:
    """Draw the history of a case; `only` leaves out all but these steps."""
    rows = [
        {
            "version": entry.version,
            "at": short_date(local_day(entry.at), words.language),
            "who": _who(entry, view, words),
            "what": _what(entry, words),
            "to": words(f"state.{entry.to}") if entry.to != entry.source else "",
        }
        for entry in view.history
        if only is None or entry.step in only
    ]
    columns = [Column(key, words(f"demo.head.{key}")) for key in _HEADS]
    whole = output.table(columns, rows, width, INDENT)
    if max(sum(len(said) for said, _ in line) for line in whole) <= width:
        return whole
    # Who did what is asked of the history, so nothing of it is cut: what was done goes underneath who did it.
    lines: list[Line] = []
    for row in rows:
        lines.append([(f"{INDENT}{row['version']:>3}  {row['at']:<7}  {row['who']}", "")])
        led = f"  → {row['to']}" if row["to"] else ""
        lines += wrapped(f"{row['what']}{led}", width, INDENT * 8)
    return lines


def _what(entry: Entry, words: Words) -> str:
    """Name the step, and by which rules of the gate it was taken."""
    what = words(f"event.{entry.step}")
    return words("show.by_rules", what=what, rules=entry.rules) if entry.rules else what


def _who(entry: Entry, view: CaseView, words: Words) -> str:
    """Name who did it; where somebody sat at the keyboard in another's name, both."""
    name = view.names.get(entry.actor) or words(f"role.{entry.role}")
    if not _stood_in(entry):
        return name
    return words("show.via", via=view.names.get(entry.via, entry.via), name=name.partition(" ")[0])


def _stood_in(entry: Entry) -> bool:
    return entry.via not in {"", entry.actor}
