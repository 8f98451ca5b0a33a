"""Do texts that were stored under older rules still pass, now that the rules see more?

Every open case, and every closed one that others may still see, is looked through once for each version of the rules:
its history names the rules that each text passed, and a note beside it that all of it passed these. What is found hides
the case at once, as a block by the program that names the place and never the words; its process leader is told.

What somebody has answered for is left alone: what a writer vouched for, what was let stand when attesting, and what a
block found that was lifted since.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from lexheller import anonymity
from lexheller.anonymity import Strength
from lexheller.model.case import Case
from lexheller.model.codes import Role
from lexheller.model.event import Event
from lexheller.processes import process_named
from lexheller.processes.lex_heller_effects import block
from lexheller.processes.lex_heller_fields import PLACES
from lexheller.services import allowing, attesting, beside, casework, gate, news
from lexheller.services.entries import SYSTEM, Entry, next_entry
from lexheller.services.office import Office
from lexheller.services.ports import Store, UnitOfWork

Key = tuple[str, str]
Unchecked = Callable[[UnitOfWork, str], Iterable[Key]]
"""Lists (federation, case) of the cases without this note that are open or may be seen; filled by storage/."""
Progress = Callable[[int, int], None]

_PLACE_OF: Mapping[str, str] = {
    "agreement_which": "what_happened", "cause": "answer", "consequences": "answer", "follow_up": "answer",
    "told_what": "feedback", "question": "message", "public_text": "shared_text",
}  # fmt: skip
"""Where a text stands that has no place of its own among those that `block` names; any other counts as a note."""


@dataclass(frozen=True, slots=True)
class Rechecked:
    """What looking again came to.

    Args:
        rules: the version of the rules.
        cases: how many cases were looked through now; those before are not looked through again.
        blocked: the numbers of those that something was found in.
    """

    rules: str
    cases: int
    blocked: tuple[str, ...]


def recheck(
    store: Store, office: Office, unchecked: Unchecked, progress: Progress = lambda _done, _all: None
) -> Rechecked:
    """Look through what these rules have not seen, one transaction a case; what stops it loses nothing.

    Raises:
        GateFailed: the gate cannot be asked; the case at hand is as it was, and comes up again.
    """
    note = f"{beside.Note.CHECKED}:{anonymity.VERSION}"
    keys = store.read(lambda uow: tuple(unchecked(uow, note)))
    blocked = []
    for done, key in enumerate(keys, 1):
        number = store.write(lambda uow, key=key: _look(uow, office, key, note))  # type: ignore[misc]  # bound on purpose
        if number:
            blocked.append(number)
        progress(done, len(keys))
    return Rechecked(anonymity.VERSION, len(keys), tuple(blocked))


def _look(uow: UnitOfWork, office: Office, key: Key, note: str) -> str:
    """Look through one case; give its number if it had to be blocked."""
    case = uow.cases.get(*key)
    if case is None or case.blocked or case.void or not uow.notes.mark_seen(*key, note, office.today()):
        return ""
    found = _found(uow, office, case)
    if not found:
        return ""
    _block(uow, office, case, found)
    return case.number


def _found(uow: UnitOfWork, office: Office, case: Case) -> list[dict[str, str]]:
    """Give what nobody has answered for, as rule, field and hash."""
    events = uow.cases.events(case.federation, case.id)
    by_version = {event.version: event for event in events}
    allowed = allowing.words_of(uow, case.federation)
    key = attesting.finding_key(office, case)
    answered = _answered(events)
    left: list[dict[str, str]] = []
    for text in uow.cases.texts(case.federation, case.id):
        fields = by_version[text.version].fields
        if fields.get("gate") == anonymity.VERSION:
            continue
        vouched = Counter(cast("list[str]", fields.get("vouched") or []))
        for finding in gate.check(text.text, allowed):
            hashed = anonymity.fingerprint(finding, text.text, key)
            said = f"{text.field}:{finding.rule}"
            if finding.strength is Strength.ASK and vouched[said] > 0:
                vouched[said] -= 1
                answered.add(hashed)  # and so wherever the same words stand: a title made of the text, the text shared
            else:
                left.append({"rule": finding.rule, "field": text.field, "finding": hashed})
    return [row for row in left if row["finding"] not in answered]


def _answered(events: Sequence[Event]) -> set[str]:
    """Give the hashes of what somebody has answered for: let stand, by two people where it takes two, or unblocked."""
    answered: set[str] = set()
    waiting: set[str] = set()
    blocked: set[str] = set()
    for event in events:
        if event.step == "attest":
            rows = attesting.overridden_in(event)
            waiting = {row["finding"] for row in rows if row.get("second")}
            answered |= {row["finding"] for row in rows} - waiting
        elif event.step == "confirm_override":
            answered |= waiting
        elif event.step == "block":
            blocked |= {row["finding"] for row in cast("list[dict[str, str]]", event.fields.get("found") or [])}
        elif event.step == "unblock":
            answered |= blocked
    return answered


def _block(uow: UnitOfWork, office: Office, case: Case, found: Sequence[dict[str, str]]) -> None:
    now = casework.situation(uow, office, case, casework.Who(SYSTEM.actor, frozenset()))
    sets = block(now, {})
    where = sorted({_place(row["field"]) for row in found}, key=PLACES.index)
    fields = {"where": where, "gate": anonymity.VERSION, "found": list(found)}
    entry = Entry("block", SYSTEM, case.state, fields, {}, sets)
    messages = news.of(case, "block", sets, Role.SYSTEM)
    next_entry(uow, office, process_named(case.process).process, case, entry, messages)


def _place(field: str) -> str:
    return field if field in PLACES else _PLACE_OF.get(field, "note")
