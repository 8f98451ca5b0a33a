"""How does the old sheet come in, and out again?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lexheller.desk.answers import SheetPreview
from lexheller.desk.base import Base
from lexheller.services import (
    importing,
)

if TYPE_CHECKING:
    from pathlib import Path

    from lexheller.imports.old_sheet import OldSheet


class Sheets(Base):
    """Show what an old sheet would become, take it in, undo it."""

    def preview_sheet(
        self,
        path: Path,
        *,
        mapping: Path | None = None,
        source: str | None = None,
        federation: str | None = None,
        vouched: bool = False,
        progress: importing.Progress | None = None,
    ) -> SheetPreview:
        """Show what `import_sheet` would do with a sheet; nothing is stored. Arguments and errors are the same."""
        sheet, about = self._old_sheet(path, mapping, source, federation, vouched=vouched)
        office = self.house.office
        account = importing.look_over(self.house.store, office, self.me, sheet.cases(), about, progress)
        return SheetPreview(about.source, sheet.sheet.name, sheet.sheet.others, sheet.columns, account)

    def import_sheet(
        self,
        path: Path,
        *,
        mapping: Path | None = None,
        source: str | None = None,
        federation: str | None = None,
        vouched: bool = False,
        progress: importing.Progress | None = None,
    ) -> importing.Account:
        """Take in the rows of an old sheet that are without fault and not here yet; running it again is harmless.

        Args:
            path: .xlsx or .csv.
            mapping: a file that says which heading holds which field; without one they are guessed.
            source: what the sheet is called, by which its rows are known again; by default the file's name.
            federation: must be this person's own, which it is by default.
            vouched: what the gate asks about identifies nobody; else such rows are left out.
            progress: hears how far it has come.

        Raises:
            UnreadableFile, UnknownField, UnknownName, BadValue: the sheet or the mapping file cannot be used.
            NotOpen: this person is no process leader. NotFound: it is another federation.
            GateStopped: the source's name may point out a person.
        """
        sheet, about = self._old_sheet(path, mapping, source, federation, vouched=vouched)
        return importing.bring_in(self.house.store, self.house.office, self.me, sheet.cases(), about, progress)

    def undo_import(self, run: str) -> importing.Undone:
        """Make the cases of an import void that nothing has been done with; tells which were left, and why.

        Raises:
            NotFound: there is no such import here. NotOpen: this person is no process leader.
        """
        return importing.undo(self.house.store, self.house.office, self.me, run)

    def _old_sheet(
        self, path: Path, mapping: Path | None, source: str | None, federation: str | None, *, vouched: bool
    ) -> tuple[OldSheet, importing.Importing]:
        from lexheller.imports.old_sheet import open_old_sheet  # other commands do without it

        about = importing.Importing(federation or self.me.federation, source or path.stem, vouched=vouched)
        settings = self.house.settings
        sheet = open_old_sheet(path, mapping, themes=self.house.own.labels(), target_groups=settings.target_groups)
        return sheet, about
