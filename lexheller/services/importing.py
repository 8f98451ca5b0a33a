"""How does an old sheet come in, row by row, and how is that undone?

A row is weighed first, all of it: what lacks, what cannot be so, what the gate says. Only a row without fault is taken
in, with everything it brings, and it is taken in once: running again after a crash goes on where it stopped. A row that
the sheet calls finished goes the same way as any case, through `solve` and `give_feedback`, marked as imported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from typing import TypeVar

from lexheller.errors import LexHellerError, NotFound, NotPossible, Refused
from lexheller.model.case import Case
from lexheller.model.codes import Role, Source
from lexheller.model.people import Viewer
from lexheller.services import allowing, casework, gate
from lexheller.services.casework import Past, as_viewer
from lexheller.services.entries import By
from lexheller.services.office import Office
from lexheller.services.old_cases import Closing, OldCase, Reason, Rejected, Weighed, weigh
from lexheller.services.ports import Store, UnitOfWork
from lexheller.services.submissions import Submitting, submit

T = TypeVar("T")
Keyed = tuple[str, Weighed]
Left = tuple[tuple[str, LexHellerError], ...]

BATCH = 200
"""Rows of one transaction: after a crash at most these are to be done again, and nobody waits long for the lock."""


@dataclass(frozen=True, slots=True)
class Importing:
    """What is known of an import beside its rows.

    Args:
        source: what the sheet is called; the same row of the same source is taken in once.
        vouched: what the gate asks about identifies nobody.
    """

    federation: str
    source: str
    vouched: bool = False

    @property
    def key(self) -> str:
        """Name the source among those of all federations."""
        return f"{self.federation}/{self.source}"


@dataclass(slots=True)
class Account:
    """What became of the rows of a sheet, or would.

    Args:
        run: the import's name, by which it can be undone; "" where nothing was taken in.
        new: rows taken in; `finished` of them were finished already.
        already: rows that an earlier import has taken in.
        notes: how often something was done with a cell, by what and field.
    """

    run: str = ""
    rows: int = 0
    new: int = 0
    finished: int = 0
    already: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    notes: Counter[tuple[str, str]] = field(default_factory=Counter)


Progress = Callable[[Account], None]
"""Hears how far an import has come."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What became of the cases of an import that is undone: those now void, and those left, with why."""

    run: str
    voided: tuple[str, ...]
    left: Left


def look_over(
    store: Store,
    office: Office,
    viewer: Viewer,
    rows: Iterable[OldCase],
    about: Importing,
    progress: Progress | None = None,
) -> Account:
    """Tell what would become of a sheet's rows; nothing is stored. Raises as `bring_in`."""
    _allow(viewer, about)
    account = Account()
    for batch in _weighed(store, office, rows, about, account):
        account.new += len(batch)
        account.finished += sum(one.old.closing is not None for _, one in batch)
        if progress is not None:
            progress(account)
    return account


def bring_in(
    store: Store,
    office: Office,
    viewer: Viewer,
    rows: Iterable[OldCase],
    about: Importing,
    progress: Progress | None = None,
) -> Account:
    """Take in the rows of a sheet that are without fault and not here yet, a few hundred a transaction.

    Args:
        viewer: the process leader who does it.
        progress: hears how far it has come.

    Raises:
        NotFound: it is another federation's. NotPossible: this person is no process leader.
        GateStopped: the source's name may point out a person.
    """
    _allow(viewer, about)
    account = Account()
    run = ""
    for batch in _weighed(store, office, rows, about, account):
        if batch:
            run = run or store.write(partial(_begin, office, about))
            new, finished = store.write(partial(_take_in, office, viewer, batch, about, run))
            account.new += new
            account.finished += finished
            account.already += len(batch) - new
        if progress is not None:
            progress(account)
    store.write(lambda uow: uow.notes.put_value(_unfinished(about), ""))
    account.run = run if account.new else ""
    return account


def undo(store: Store, office: Office, viewer: Viewer, run: str) -> Undone:
    """Make every case of an import void that nothing has been done with; the numbers are not used again.

    Raises:
        NotFound: there is no such import in this person's federation.
        NotPossible: this person is no process leader.
    """
    _allow_role(viewer)
    cases = [case for federation, case in store.read(lambda uow: uow.notes.run(run)) if federation == viewer.federation]
    if not cases:
        raise NotFound(what="import", name=run)
    voided: list[str] = []
    left: list[tuple[str, LexHellerError]] = []
    for batch in _batches(cases):
        gone, kept = store.write(partial(_void, office, viewer, batch))
        voided += gone
        left += kept
    return Undone(run, tuple(voided), tuple(left))


def _allow(viewer: Viewer, about: Importing) -> None:
    _allow_role(viewer)
    if viewer.federation != about.federation:
        raise NotFound(what="federation", name=about.federation)
    gate.passed({"source": about.source}, vouched=about.vouched)


def _allow_role(viewer: Viewer) -> None:
    if not viewer.has(Role.PROCESS_LEADER):
        raise NotPossible(why="process_leaders_only")


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    left = iter(items)
    while batch := list(islice(left, BATCH)):
        yield batch


def _weighed(
    store: Store, office: Office, rows: Iterable[OldCase], about: Importing, account: Account
) -> Iterator[list[Keyed]]:
    """Weigh rows a batch at a time, outside any write transaction; give those that are new and without fault."""
    today = office.today()
    seen: set[int] = set()
    words = store.read(lambda uow: allowing.words_of(uow, about.federation)())
    for batch in _batches(rows):
        account.rows += len(batch)
        keyed = [(_key(office, about, old), old) for old in batch]
        taken = store.read(lambda uow, keyed=keyed: [_is_taken(uow, about, key) for key, _ in keyed])  # type: ignore[misc]  # bound on purpose
        found = []
        for (key, old), is_taken in zip(keyed, taken, strict=True):
            if old.own_number and hash(key) in seen:
                account.rejected.append(Rejected(old.row, (Reason("double_number", "own_number"),)))
                continue
            if old.own_number:
                seen.add(hash(key))  # eight bytes of it: a sheet of any length goes through the same room
            if is_taken:
                account.already += 1
                continue
            weighed = weigh(old, vouched=about.vouched, today=today, allowed=lambda: words)
            if isinstance(weighed, Rejected):
                account.rejected.append(weighed)
            else:
                found.append((key, weighed))
                account.notes.update(old.notes)
        yield found


def _key(office: Office, about: Importing, old: OldCase) -> str:
    """Name a row for good: by the sheet's own number, of which only a keyed hash is kept, or by its place."""
    if not old.own_number:
        return f"#{old.row}"
    return office.keys.mac("import row", about.key, old.own_number).hex()[:32]


def _is_taken(uow: UnitOfWork, about: Importing, key: str) -> bool:
    """Tell whether a row is here; what was undone may come again."""
    there = uow.notes.imported(about.key, key)
    case = uow.cases.get(*there) if there else None
    return case is not None and not case.void


def _unfinished(about: Importing) -> str:
    """Name the fact that holds the import of a source that has begun and not ended."""
    return f"import:{about.key}"


def _begin(office: Office, about: Importing, uow: UnitOfWork) -> str:
    """Name an import by its day, "2026-03-02-1"; one that was broken off goes on under the name it had."""
    broken_off = uow.notes.value(_unfinished(about))
    if broken_off:
        return broken_off
    day = office.today().isoformat()
    number = int(uow.notes.value(f"imports:{day}") or 0) + 1
    uow.notes.put_value(f"imports:{day}", str(number))
    uow.notes.put_value(_unfinished(about), f"{day}-{number}")
    return f"{day}-{number}"


def _take_in(
    office: Office, viewer: Viewer, batch: list[Keyed], about: Importing, run: str, uow: UnitOfWork
) -> tuple[int, int]:
    """Take in a batch; give how many rows were new, and how many of them finished."""
    new = finished = 0
    for key, one in batch:
        if _is_taken(uow, about, key):
            continue
        case = _receive(uow, office, viewer, one, about, run)
        if one.old.closing is not None:
            _close(uow, office, viewer, case, one, one.old.closing, vouched=about.vouched)
            finished += 1
        uow.notes.mark_imported(about.key, key, run, case.federation, case.id)
        new += 1
    return new, finished


def _receive(uow: UnitOfWork, office: Office, viewer: Viewer, one: Weighed, about: Importing, run: str) -> Case:
    submitting = Submitting(
        about.federation,
        by=By(viewer.person, Role.PROCESS_LEADER, viewer.via),
        source=Source.IMPORT,
        vouched=about.vouched,
        imported=run,
        received=one.old.day,
        shows_code=False,
        marks=one.old.marks,
        known=one.known,
    )
    return submit(uow, office, one.form, submitting).case


def _close(
    uow: UnitOfWork, office: Office, viewer: Viewer, case: Case, one: Weighed, closing: Closing, *, vouched: bool
) -> None:
    day = closing.day or case.day
    who = replace(as_viewer(viewer, case), past=Past(day, one.known))
    solved = casework.take(uow, office, case, "solve", {"solution": closing.solution}, who=who, vouched=vouched).case
    given = {"told": closing.told, "told_on": day, "told_what": closing.told_what}
    casework.take(uow, office, solved, "give_feedback", given, who=who, vouched=vouched)


def _void(
    office: Office, viewer: Viewer, batch: list[str], uow: UnitOfWork
) -> tuple[list[str], list[tuple[str, LexHellerError]]]:
    voided: list[str] = []
    left: list[tuple[str, LexHellerError]] = []
    for key in batch:
        case = uow.cases.get(viewer.federation, key)
        if case is None or case.void:
            continue
        try:
            casework.take(uow, office, case, "void", {}, who=as_viewer(viewer, case))
        except Refused as error:
            left.append((case.number, error))
        else:
            voided.append(case.number)
    return voided, left
