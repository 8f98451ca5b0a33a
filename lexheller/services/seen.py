"""Has what somebody is about to replace changed since they saw it? Then they look first, as they do with a case.

People, places, words and texts have no versions. Whoever draws one to be changed takes a mark of it along, and whatever
stores it anew holds the mark against what stands there, in the same transaction.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final, TypeVar

from lexheller.errors import Overtaken
from lexheller.model import codec
from lexheller.services.office import Office
from lexheller.services.ports import Keys, UnitOfWork

T = TypeVar("T")

CHANGED: Final = "lists_changed"
"""The fact that says when people, places, words or texts were last replaced."""
_PURPOSE: Final = "seen"
_SIGNS: Final = 24


def mark(keys: Keys, there: object) -> str:
    """Give the mark of something as it stands; of None where there is nothing yet."""
    held = json.dumps(codec.encode(there), ensure_ascii=False, sort_keys=True)
    return keys.mac(_PURPOSE, held).hex()[:_SIGNS]


def replacing(
    uow: UnitOfWork,
    office: Office,
    seen: str | None,
    there: Callable[[UnitOfWork], object],
    work: Callable[[UnitOfWork], T],
) -> T:
    """Do work that puts something in the place of what is there, unless that has changed since it was seen.

    Work that leaves everything as it stood is no harm, however old the mark: a button was pressed twice.

    Args:
        seen: the mark of what was seen; None where nobody looked first.
        there: reads what the work replaces.

    Raises:
        Overtaken: it has changed since; nothing may be kept of the work.
    """
    # Whoever writes this fact waits for the others who do, so that nobody changes what is compared (PostgreSQL).
    uow.notes.put_value(CHANGED, office.now().isoformat(timespec="seconds"))
    if seen is None:
        return work(uow)
    before = there(uow)
    done = work(uow)
    if mark(office.keys, before) != seen and there(uow) != before:
        raise Overtaken
    return done
