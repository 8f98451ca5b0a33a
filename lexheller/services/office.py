"""What every service works with beside the store: clock, keys, promises, routing rules; put together in app/."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import cast
from zoneinfo import ZoneInfo

from lexheller.deadlines import Calendar, Term, Unit
from lexheller.errors import BadValue
from lexheller.model.vocabulary import TARGET_GROUPS, THEMES
from lexheller.routing.book import RuleBook
from lexheller.services.ports import Clock, Keys

STOCKHOLM = ZoneInfo("Europe/Stockholm")

_FIVE_WORKING_DAYS = Term(5, Unit.WORKING_DAYS)
_SIXTY_DAYS, _FOURTEEN_DAYS, _THIRTY_DAYS = (Term(days, Unit.DAYS) for days in (60, 14, 30))


@dataclass(frozen=True, slots=True)
class Promises:
    """The terms that a federation has promised; all of them settable."""

    first_contact: Term = _FIVE_WORKING_DAYS
    answer: Term = _SIXTY_DAYS
    feedback: Term = _FOURTEEN_DAYS
    interim: Term = _THIRTY_DAYS


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Office:
    """Hold what services are handed.

    Args:
        book: gives the routing rules; read when first needed.
        disposal_decision: names the board's decision that lets contacts be erased; "" without one.
        own_themes: gives the themes that the house has beside the shared core, and whether each is still offered.
        target_groups: the shared core and the federation's own; `areas` are its own, empty for free choice.
        few_alike: from how many cases like it a case may go on without a question; 0 never asks.
        salt: gives 16 secret bytes for each text.
    """

    keys: Keys
    book: Callable[[], RuleBook]
    clock: Clock = _now
    promises: Promises = field(default_factory=Promises)
    calendar: Calendar = field(default_factory=Calendar)
    disposal_decision: str = ""
    own_themes: Callable[[], Mapping[str, bool]] = dict
    target_groups: frozenset[str] = frozenset(TARGET_GROUPS)
    areas: frozenset[str] = frozenset()
    reopen_days: int = 30
    reopen_months: int = 12
    few_alike: int = 5
    salt: Callable[[], str] = lambda: secrets.token_hex(16)

    def now(self) -> datetime:
        """Give the time now, UTC."""
        return self.clock()

    @property
    def themes(self) -> frozenset[str]:
        """The themes that a case may be given: the shared core, and the house's own that are not retired."""
        return frozenset({*THEMES, *(code for code, offered in self.own_themes().items() if offered)})

    @property
    def known_themes(self) -> frozenset[str]:
        """Every theme that a case may have, retired ones too."""
        return frozenset({*THEMES, *self.own_themes()})

    def check_lists(self, values: Mapping[str, object], kept: Collection[str] = ()) -> None:
        """Hold themes, target group and area against the lists that the federation has.

        Args:
            kept: the themes that the case has: one that was retired meanwhile may stay.

        Raises:
            BadValue: one is on no list; names those that are.
        """
        if values.keys().isdisjoint(("themes", "target_group", "area")):
            return
        lists = {"themes": self.themes | {*kept}, "target_group": self.target_groups, "area": self.areas}
        for key, known in lists.items():
            named = values.get(key) or ()
            wanted = {named} if isinstance(named, str) else set(cast("tuple[str, ...]", named))
            if known and not wanted <= known:
                raise BadValue(field=key, allowed=tuple(sorted(known)))

    def today(self) -> date:
        """Give the Swedish local date, which decides year and deadlines."""
        return local_day(self.clock())


def local_day(moment: datetime) -> date:
    """Give the Swedish local date of a moment."""
    return moment.astimezone(STOCKHOLM).date()
