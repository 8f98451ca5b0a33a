"""How does an old sheet become cases to be? Opened, its columns decided on, its rows read one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lexheller.imports.cells import word_of
from lexheller.imports.mapping import Column, Mapped, Words, columns_of, is_known, read_mapping
from lexheller.imports.rows import old_cases
from lexheller.imports.sheets import Sheet, open_sheet
from lexheller.services.old_cases import OldCase

Labels = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class OldSheet:
    """A sheet whose columns are decided on; `sheet.others` are worksheets left alone."""

    sheet: Sheet
    columns: tuple[Column, ...]
    words: Words

    def cases(self) -> Iterator[OldCase]:
        """Read its rows, from the start each time."""
        return old_cases(self.sheet, self.columns, self.words)


def open_old_sheet(path: Path, mapping: Path | None = None, *, themes: Labels, target_groups: Labels) -> OldSheet:
    """Open a sheet.

    Args:
        mapping: a mapping file; without one the headings let guess.
        themes, target_groups: those a federation has beside the shared ones, with their words by language.

    Raises:
        UnreadableFile: the sheet or the mapping file cannot be used.
        UnknownField, UnknownName, BadValue: the mapping file says what cannot be.
    """
    mapped = read_mapping(mapping) if mapping is not None else Mapped()
    sheet = open_sheet(path, partial(is_known, mapped=mapped))
    words = {"themes": _by_word(themes), "target_group": _by_word(target_groups)}
    for field, own in mapped.words.items():
        words[field] = {**words.get(field, {}), **own}
    return OldSheet(sheet, columns_of(sheet.headings, mapped), words)


def _by_word(labels: Labels) -> dict[str, str]:
    return {word_of(word): code for code, told in labels.items() for word in (code, *told.values())}
