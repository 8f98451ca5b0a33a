"""How is a desk opened?"""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from lexheller.app import open_house
from lexheller.desk.gatekeeping import Gatekeeping
from lexheller.desk.learning import Learning
from lexheller.desk.sheets import Sheets
from lexheller.desk.stand_ins import StandIns
from lexheller.desk.submitter import Submitter
from lexheller.desk.who import viewer_for
from lexheller.desk.wording import Wording
from lexheller.settings import Settings, load_settings

if TYPE_CHECKING:
    from datetime import datetime


class Desk(Submitter, Sheets, Gatekeeping, Learning, Wording, StandIns):
    """Be the place where one person works. Make it with `open_desk`."""


def open_desk(
    *,
    settings: Settings | None = None,
    person: str | None = None,
    user: str | None = None,
    clock: Callable[[], datetime] | None = None,
) -> Desk:
    """Open the desk of a person.

    Args:
        settings: as `load_settings` reads them; None reads the usual file and `LEXHELLER_*`.
        person: whom to act as; None acts as the person bound to the system user, or as nobody when there is none.
        user: the system user; None asks the system.
        clock: gives the time, UTC; None is the real one.

    Raises:
        UnknownPerson: there is no such person, or the system user is not bound to them nor to an administrator.
        ListChanged: the person's row was changed past the program.
        StoreUnusable: the database or key cannot be used.
    """
    house = open_house(settings or load_settings(None, os.environ), clock)
    try:
        viewer = house.store.read(lambda uow: viewer_for(uow, house.office, person, user or getpass.getuser()))
    except BaseException:
        house.close()
        raise
    return Desk(house, viewer)
