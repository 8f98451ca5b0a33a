"""What is a row of an old sheet, and what keeps it from coming in? All reasons at once, none with a word of the row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from lexheller.anonymity import Finding, Strength
from lexheller.errors import BadValue
from lexheller.model.codes import Told
from lexheller.model.fields import LONGEST_TEXT
from lexheller.services import gate
from lexheller.services.submissions import Form, read_form, to_come

EARLIEST = date(2000, 1, 1)
"""No sheet is older; what says so is a cell that was read as a date by mistake."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row is not taken in: a code, the field it is about, and types of finding or choices; no text of the row."""

    code: str
    field: str = ""
    found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Closing:
    """How a row was finished.

    Args:
        day: when it was, None where the sheet does not say.
        solution, told_what: the sheet's words; both filled, with a plain sentence where it has none.
    """

    day: date | None
    solution: str
    told_what: str
    told: Told = Told.PHONE


@dataclass(frozen=True, slots=True)
class OldCase:
    """A row of a sheet, read.

    Args:
        row: its number, as a spreadsheet counts.
        own_number: the number that the sheet itself gives it, which lets it be known again; "" without one.
        day: the day it came in, None where the sheet does not say.
        form: fields of the form; `marks` are attributes it has beside them (themes, level).
        faults: what made cells unreadable; `notes`: (what was done with a cell, its field), for counting.
    """

    row: int
    form: Mapping[str, object]
    own_number: str = ""
    day: date | None = None
    marks: Mapping[str, object] = field(default_factory=dict)
    closing: Closing | None = None
    faults: tuple[Reason, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is not taken in, with every reason."""

    row: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A row without fault, with what the gate has said of its texts."""

    old: OldCase
    form: Form
    known: gate.Known


def weigh(old: OldCase, *, vouched: bool, today: date, allowed: gate.Allowed = gate.no_words) -> Weighed | Rejected:
    """Find everything that keeps a row out.

    Args:
        vouched: what the gate asks about identifies nobody.
        allowed: the words that are no person's name in the federation.
    """
    reasons = [*old.faults, *_days(old, today)]
    long = {key for key, value in old.form.items() if isinstance(value, str) and len(value) > LONGEST_TEXT}
    reasons += [Reason("too_long", key) for key in sorted(long)]
    try:
        form = read_form({key: value for key, value in old.form.items() if key not in long}, lenient=True)
    except BadValue as error:
        return Rejected(old.row, (*reasons, Reason("bad_value", str(error.data["field"]))))
    texts = dict(form.written)
    if not texts.get("what_happened") and "what_happened" not in long:
        reasons.append(Reason("no_text", "what_happened"))
    if old.closing is not None:
        texts |= {"solution": old.closing.solution, "told_what": old.closing.told_what}
    known: dict[str, tuple[Finding, ...]] = {}
    for name, text in texts.items():
        if len(text) > LONGEST_TEXT:
            reasons.append(Reason("too_long", name))
            continue
        if text not in known:
            known[text] = gate.check(text, allowed)
        reasons += _findings(name, known[text], vouched=vouched)
    return Rejected(old.row, tuple(dict.fromkeys(reasons))) if reasons else Weighed(old, form, known)


def _days(old: OldCase, today: date) -> Iterator[Reason]:
    done = old.closing.day if old.closing else None
    for name, day in (("received", old.day), ("feedback_day", done)):
        if day is not None and not EARLIEST <= day <= today:
            yield Reason("too_early" if day < EARLIEST else "in_future", name)
    if to_come(str(old.form.get("when", "")), today):
        yield Reason("in_future", "when")
    if done is not None and old.day is not None and done < old.day:
        yield Reason("before_received", "feedback_day")


def _findings(name: str, findings: tuple[Finding, ...], *, vouched: bool) -> Iterator[Reason]:
    for strength, code in ((Strength.STOP, "gate_stop"), (Strength.ASK, "gate_ask")):
        types = tuple(dict.fromkeys(f.type.value for f in findings if f.strength is strength))
        if types and not (vouched and strength is Strength.ASK):
            yield Reason(code, name, types)
