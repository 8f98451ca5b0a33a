"""Who decides while somebody is on leave?"""

from __future__ import annotations

from datetime import date

from lexheller.desk.base import Base
from lexheller.model.people import Person
from lexheller.model.stand_in import StandIn
from lexheller.services import standing_in


class StandIns(Base):
    """Lend a manager's part to somebody for a time."""

    def may_stand_in(self) -> tuple[Person, ...]:
        """List whom this manager can name: those who work with cases in the same federation."""
        return self._read(lambda uow: standing_in.may_be(uow, self.me))

    def stand_in(self) -> StandIn | None:
        """Tell who stands in for this person now."""
        return self._read(lambda uow: standing_in.of(uow, self.house.office, self.me))

    def stands_in_for(self) -> tuple[StandIn, ...]:
        """List those for whom this person stands in now."""
        me, office = self.me, self.house.office
        return self._read(lambda uow: standing_in.lent_to(uow, office, me.federation, me.person))

    def stand_ins_gone(self) -> tuple[StandIn, ...]:
        """List, for an administrator, the stand-ins who can no longer sign in: their managers name somebody else."""
        return self._read(lambda uow: standing_in.gone(uow, self.house.office, self.me))

    def name_stand_in(self, person: str, until: date) -> StandIn:
        """Let somebody decide in this manager's place, up to and including a day.

        Raises:
            NotPossible: this person is no manager, or stands in for one. UnknownName: `person` is nobody who could.
            BadValue: the day has been, or lies more than a year ahead.
        """
        return self._write(lambda uow: standing_in.name(uow, self.house.office, self.me, person, until))

    def end_stand_in(self) -> None:
        """Take one's part back before the day."""
        self._write(lambda uow: standing_in.end(uow, self.house.office, self.me))
