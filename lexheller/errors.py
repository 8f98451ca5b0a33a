"""What can go wrong, by name: each error carries data, a door puts it into words once.

Families decide the exit code or status a door answers with: `Mistake` (usage), `Stale`, `StoreUnusable`, `Refused`
and `NotFound`. A class's `code` is also the key of its sentence in the catalogues: "error.<code>".
"""

from __future__ import annotations

import re
from typing import ClassVar


class LexHellerError(Exception):
    """Be the root of everything this program refuses or fails at on purpose.

    Args:
        data: what the sentence needs, by name; never free text somebody wrote in a case.
    """

    code: ClassVar[str] = "lex_heller_error"

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.code = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    def __init__(self, **data: object) -> None:
        # What somebody wrote must not follow an error into a log or a trace: texts are carried, not shown.
        super().__init__(", ".join(f"{key}={value!r}" for key, value in data.items() if key != "texts"))
        self.data = data

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way between processes: keyword data would be lost by the default."""
        return (_rebuild, (type(self), self.data))


def _rebuild(kind: type[LexHellerError], data: dict[str, object]) -> LexHellerError:
    return kind(**data)


# --- what the caller got wrong: usage --------------------------------------------------------------


class Mistake(LexHellerError):
    """Be the family of wrong words: an unknown name, an unreadable file, a broken settings file."""


class UnknownStep(Mistake):
    """Say that no step has this name: `step`, `known`."""


class UnknownField(Mistake):
    """Say that a form or step has no such field: `field`, `where`, `known`."""


class BadValue(Mistake):
    """Say that a field cannot hold this: `field`, `allowed`. The value itself is not repeated."""


class UnreadableFile(Mistake):
    """Say that a file cannot be used: `path`, `why`."""


class BadSettings(Mistake):
    """Say which setting is wrong: `path`, `key`, `allowed`, and `also` the others."""


class BadRules(Mistake):
    """Say which routing rule is wrong: `path`, `rule`, `field`, `why`."""


class BadProcess(Mistake):
    """Say why a process is refused at load: `process`, `faults`."""


class UnknownPerson(Mistake):
    """Say that nobody is known by this name here, or that this user may not act as them: `person`."""


class UnknownName(Mistake):
    """Say that a recipient, group, pattern or federation is not known: `what`, `name`, `known`."""


class MistypedCode(Mistake):
    """Say that a claim code cannot be right as typed."""


# --- somebody was first -----------------------------------------------------------------------------


class Stale(LexHellerError):
    """Say that the case has moved since it was seen: `number`, `seen`, `now`, `step`, `actor`, `at`."""


class Overtaken(Stale):
    """Say that a person, place, word or text has changed since it was seen, so that nothing was put in its place."""


# --- the store cannot be used -----------------------------------------------------------------------


class StoreUnusable(LexHellerError):
    """Be the family of a store that cannot answer; nothing was done."""


class StoreMissing(StoreUnusable):
    """Say that there is no database here yet: `where`."""


class StoreLocked(StoreUnusable):
    """Say that somebody else has held the database for too long."""


class StoreFull(StoreUnusable):
    """Say that the disk is full."""


class StoreReadOnly(StoreUnusable):
    """Say that the database may not be written."""


class UnwritableFile(StoreUnusable):
    """Say that a file cannot be written there: `path`."""


class StoreCorrupt(StoreUnusable):
    """Say that the file is damaged or is no database of ours: `where`."""


class StoreNewer(StoreUnusable):
    """Say that the schema is newer than this program: `found`, `known`."""


class StoreOlder(StoreUnusable):
    """Say that the schema is older and asks for `upgrade`: `found`, `known`."""


class NoDriver(StoreUnusable):
    """Say that this kind of database cannot be spoken to here: `kind`, `why`."""


class StoreUnreachable(StoreUnusable):
    """Say that the database server does not answer: `where`."""


class StoreNotEmpty(StoreUnusable):
    """Say that something is there already: `where`."""


class KeyMissing(StoreUnusable):
    """Say that the key file is not there: `path`."""


class KeyUnreadable(StoreUnusable):
    """Say that the key file cannot be used: `path`, `why`."""


class WrongKey(StoreUnusable):
    """Say that this key file does not belong to this database, or that a sealed thing's key is gone."""


class Tampered(StoreUnusable):
    """Say that a sealed thing was changed, or moved from another case: `part`, `context`."""


class ListChanged(StoreUnusable):
    """Say that a row of the list of people was changed past the program: `person`."""


# --- the gate itself -------------------------------------------------------------------------------


class GateFailed(LexHellerError):
    """Say that the gate cannot answer, so that nothing passes: `kind`. It is of no family: the fault is ours."""


# --- refused by the process or the gate -------------------------------------------------------------


class Refused(LexHellerError):
    """Be the family of what the rules say no to."""


class NotOpen(Refused):
    """Say that a step is not open: `step`, `state`, `why` ("state", "role" or "blocked"), `roles`, `open`."""


class NeedsUnmet(Refused):
    """Say everything a step still lacks, at once: `step`, `lacks`."""


class GateStopped(Refused):
    """Say that the anonymity gate stopped a text: `findings`, a tuple of (field, Finding)."""


class KeyReused(Refused):
    """Say that an idempotency key came back with another text."""


class NotPossible(Refused):
    """Say that something is refused for one reason: `why`, the key of a sentence under "refused."."""


class Untrue(Refused):
    """Say that verifying found faults: `faults`."""


# --- not there, or not yours: the same answer -------------------------------------------------------


class NotFound(LexHellerError):
    """Say that nothing of yours has this name: `what`, `name`."""
