"""Who is to be told that a day has passed? One row of the outbox for each case, clock and day, once.

The days themselves are worked out when a case moves and stored with it; here they are only held against today.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from lexheller.model.case import Case
from lexheller.services.office import Office
from lexheller.services.ports import Message, Store, UnitOfWork

Overdue = Callable[[UnitOfWork, date], Iterable[tuple[str, str]]]
"""Lists (federation, case) of the cases with something due before a day; filled by storage/."""

TOPIC = "deadline_passed"


def announce(store: Store, office: Office, overdue: Overdue) -> int:
    """Tell of every deadline that has passed and has not been told of; return how many messages that made.

    One transaction a case. Running it again, or in two places at once, tells nothing twice.
    """
    today = office.today()
    late = store.read(lambda uow: [key for key in overdue(uow, today) if _untold(uow, key, today)])
    return sum(store.write(lambda uow, key=key: _tell(uow, office, key, today)) for key in late)  # type: ignore[misc]  # bound on purpose


def _untold(uow: UnitOfWork, key: tuple[str, str], today: date) -> bool:
    case = uow.cases.get(*key)
    return case is not None and any(uow.notes.seen(*key, what) is None for what, _ in _passed(case, today))


def _tell(uow: UnitOfWork, office: Office, key: tuple[str, str], today: date) -> int:
    case = uow.cases.get(*key)
    told = 0
    for what, message in _passed(case, today) if case else ():
        if uow.notes.mark_seen(*key, what, today):
            uow.notes.tell(*key, message, office.now())
            told += 1
    return told


def _passed(case: Case, today: date) -> list[tuple[str, Message]]:
    """List what has passed, each as the note that it was told of and the message."""
    return [
        (f"late:{clock}:{day}", Message(TOPIC, recipient(case, clock), {"clock": clock, "day": day.isoformat()}))
        for clock, day in sorted(case.clocks.items())
        if day < today
    ]


def recipient(case: Case, clock: str) -> str:
    """Say whose it is to hear that a clock of a case has passed.

    A partner hears of an answer only while it may see the case; otherwise the process leader does.
    """
    kind, _, number = clock.partition(":")
    if kind == "measure":
        return "manager"
    if kind == "answer" and case.shown:
        return next((f"recipient:{r.recipient}" for r in case.open_referrals() if str(r.id) == number), "leader")
    return "leader"
