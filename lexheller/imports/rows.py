"""What does a row of an old sheet say, as a case? Every cell read by its column's field, nothing thrown away unseen.

What is counted later (day, partners, level) keeps a row out where it cannot be read. Other choices are then left empty
and counted, so that the preview can say so. A status that is not understood never closes a case.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import Final

from lexheller import anonymity
from lexheller.errors import BadValue
from lexheller.imports import cells as reading
from lexheller.imports.cells import Unread, text_of
from lexheller.imports.mapping import Column, Words
from lexheller.imports.sheets import Cell, Sheet
from lexheller.model.codes import Told
from lexheller.model.fields import FORM, named, read
from lexheller.services.old_cases import Closing, OldCase, Reason

NO_WORDS: Final = "Avslutat enligt det gamla arket."
"""What a finished row says that has no words of its own."""

_TEXTS: Final = ("what_happened", "title", "consequence", "tried", "proposal", "agreement_which")
_AREA: Final = re.compile(r"[^\W\d_]{2,}(?:[ -]+[^\W\d_]+){0,3}")
_LONGEST_AREA: Final = 40
_MEETING: Final = ("möte", "träff", "besök", "personlig", "på plats")
_RECURRING: Final = named(FORM, "recurring", "import")
_NOTHING: Final[dict[str, str]] = {}


def old_cases(sheet: Sheet, columns: Sequence[Column], words: Words) -> Iterator[OldCase]:
    """Read the rows of a sheet, one after the other.

    Args:
        words: words of the federation's own, in lower case, by field.
    """
    held = [(column.place, column.field) for column in columns if column.field]
    for number, cells in sheet.rows():
        yield _Row(number, cells, held, words).old_case()


class _Row:
    """One row on its way to a case: what was read, what could not be, what was done about it."""

    def __init__(self, number: int, cells: Sequence[Cell], held: Sequence[tuple[int, str]], words: Words) -> None:
        self.number = number
        self.words = words
        self.cells: dict[str, list[Cell]] = defaultdict(list)
        for place, field in held:
            if place < len(cells) and text_of(cells[place]):
                self.cells[field].append(cells[place])
        self.form: dict[str, object] = {}
        self.marks: dict[str, object] = {}
        self.faults: list[Reason] = []
        self.notes: list[tuple[str, str]] = []

    def old_case(self) -> OldCase:
        """Read everything."""
        for key in _TEXTS:
            self._write(key, *self._texts(key))
        if "what_happened" not in self.form and "title" in self.form:
            self.form["what_happened"] = self.form.pop("title")
        received = self._day("received")
        if received is None and not self.cells.get("received"):
            self.notes.append(("no_day", "received"))
        self._organisations()
        self._choices()
        closing = self._closing()
        self._sorting(finished=closing is not None)
        return OldCase(
            row=self.number,
            form=self.form,
            own_number=text_of(self._first("own_number")).casefold(),
            day=received,
            marks=self.marks,
            closing=closing,
            faults=tuple(self.faults),
            notes=tuple(dict.fromkeys(self.notes)),
        )

    def _first(self, key: str) -> Cell:
        found = self.cells.get(key)
        return found[0] if found else None

    def _texts(self, key: str) -> list[str]:
        return [text_of(cell) for cell in self.cells.get(key, ())]

    def _write(self, key: str, *texts: str) -> None:
        """Put texts under a field, after what stands there."""
        found = [str(self.form[key]), *texts] if key in self.form else list(texts)
        if found:
            self.form[key] = "\n\n".join(dict.fromkeys(found))

    def _day(self, key: str) -> date | None:
        try:
            return reading.day_of(self._first(key))
        except Unread:
            self.faults.append(Reason("not_a_day", key))
            return None

    def _left_empty(self, key: str) -> None:
        self.notes.append(("left_empty", key))

    # --- organisations and choices ----------------------------------------------------------------------

    def _organisations(self) -> None:
        own = self.words.get("partners", _NOTHING)
        found: dict[str, None] = {}
        for cell in self.cells.get("partners", ()):
            try:
                partners, broad = reading.organisations_in(cell, own)
            except Unread:
                self.faults.append(Reason("unknown_word", "partners"))
                continue
            found |= dict.fromkeys(partners)
            if broad:
                self.notes.append(("broad", "partners"))
        if found:
            self.form["partners"] = tuple(found)
        with suppress(Unread):
            homes, _ = reading.organisations_in(self._first("submitter_org"), own)
            if len(homes) == 1:
                self.form["submitter_org"] = homes[0]
        if self.cells.get("submitter_org") and "submitter_org" not in self.form:
            self._left_empty("submitter_org")

    def _choices(self) -> None:
        self._answer("agreement", ("yes", "no", "dont_know"))
        self._answer("other_channel", ("yes", "no", "dont_know"))
        self._answer("solved", ("yes", "partly", "no"))
        self._answer("publication", ("yes", "no"))
        with suppress(Unread):
            when = reading.day_of(self._first("when"))
            if when is not None:
                self.form["when"] = f"{when:%Y-%m}"
        recurring = self._first("recurring")
        if recurring is not None:
            self._recurring(recurring)
        area = text_of(self._first("area"))
        if area and _is_area(area):
            self.form["area"] = area
        for key in ("when", "area"):
            if self.cells.get(key) and key not in self.form:
                self._left_empty(key)

    def _answer(self, key: str, choices: tuple[str, ...]) -> None:
        if self._first(key) is None:
            return
        with suppress(Unread):
            answer = reading.yes_of(self._first(key))
            if answer in choices:
                self.form[key] = answer
                return
        if key == "agreement":  # its name, in the place of yes or no
            self._write("agreement_which", *self._texts(key))
        else:
            self._left_empty(key)

    def _recurring(self, cell: Cell) -> None:
        with suppress(BadValue):
            self.form["recurring"] = read(_RECURRING, text_of(cell))
            return
        with suppress(Unread):
            answer = reading.yes_of(cell)
            if answer in {"yes", "no"}:
                self.form["recurring"] = "sometimes" if answer == "yes" else "never"
                return
        self._left_empty("recurring")

    def _sorting(self, *, finished: bool) -> None:
        """Read what people have made of the case: themes, target group, level."""
        themes: dict[str, None] = {}
        for cell in self.cells.get("themes", ()):
            found, strange = reading.themes_in(cell, self.words.get("themes", _NOTHING))
            themes |= dict.fromkeys(found)
            if strange:
                self._left_empty("themes")
        if themes:
            self.marks["themes"] = tuple(themes)
        group, strange = reading.target_group_of(self._first("target_group"), self.words.get("target_group", _NOTHING))
        if group:
            self.form["target_group"] = group
        if strange:
            self._left_empty("target_group")
        try:
            level = reading.level_of(self._first("level"))
        except Unread:
            self.faults.append(Reason("unknown_word", "level"))
            return
        if level is not None:
            # A finished case has the level it was given; of one that goes on somebody has still to judge it.
            self.marks |= {"level" if finished else "provisional_level": level, "level_version": 1}

    # --- how it ended -----------------------------------------------------------------------------------

    def _closing(self) -> Closing | None:
        finished, day = self._status()
        said, said_day, words = self._feedback()
        given = self._day("feedback_day")
        if finished is None:
            finished = said or (said is None and given is not None)
        solution = "\n\n".join(self._texts("solution"))
        if not finished:
            for key, text in (("solution", solution), ("feedback", words)):
                if text:
                    self._write("tried", text)
                    self.notes.append(("kept_as_tried", key))
            return None
        day = given or said_day or day
        if day is None:
            self.notes.append(("no_feedback_day", "feedback_day"))
        if not words and not solution:
            self.notes.append(("no_words", "feedback"))
        how = text_of(self._first("told")).casefold()
        return Closing(
            day=day,
            solution=solution or words or NO_WORDS,
            told_what=words or solution or NO_WORDS,
            told=Told.MEETING if any(word in how for word in _MEETING) else Told.PHONE,
        )

    def _status(self) -> tuple[bool | None, date | None]:
        """Read the status; None where the sheet has none for this row, so that the feedback may tell.

        One column may say how it stands and another since when it is finished ("Status", "Avslutad").
        """
        finished, day = None, None
        for cell in self.cells.get("status", ()):
            try:
                done, since = reading.finished_by(cell)
            except Unread:
                self.notes.append(("status_unknown", "status"))
                done, since = False, None
            finished, day = finished or done, day or since
        return finished, day

    def _feedback(self) -> tuple[bool | None, date | None, str]:
        """Read the columns of feedback: whether it was given, since when, and its words. Each may be any of these."""
        said: bool | None = None
        day: date | None = None
        words: list[str] = []
        for cell in self.cells.get("feedback", ()):
            try:
                finished, since = reading.finished_by(cell)
            except Unread:
                words.append(text_of(cell))
                continue
            said, day = finished, since or day
        return said, day, "\n\n".join(words)


@lru_cache(maxsize=1024)
def _is_area(text: str) -> bool:
    """Tell whether a cell can be a municipality or a part of town, and names nobody."""
    return bool(_AREA.fullmatch(text)) and len(text) <= _LONGEST_AREA and not anonymity.check(text)
