"""What are themes and roles called here, and who may say so?"""

from __future__ import annotations

from collections.abc import Mapping

from lexheller.desk.base import Base
from lexheller.errors import NotPossible
from lexheller.model.codes import Role
from lexheller.services import own_words
from lexheller.services.own_words import OwnTheme, RoleNames


class Wording(Base):
    """Read and change what things are called here."""

    def themes(self) -> tuple[OwnTheme, ...]:
        """List the themes that there are here beside the shared core, retired ones too, in the order of their codes."""
        return tuple(theme for _, theme in sorted(self.house.own.themes().items()))

    def put_theme(
        self, words: Mapping[str, str], *, code: str = "", retired: bool = False, seen: str | None = None
    ) -> OwnTheme:
        """Add a theme for this house, or change one: what it is called, and whether it is offered still.

        Args:
            words: by language; Swedish and English both.
            code: which one to change; "" for a new one.
            seen: the mark of the theme as it was seen (`services.seen.mark`), so that nobody else's change is lost.

        Raises:
            Overtaken: it has changed since it was seen; nothing is changed.
            NotPossible: this person is no administrator.
            NotFound: there is no such theme, or another federation wrote it.
            BadValue: a word lacks, is too long or names another theme.
            GateStopped: a word may point out a person.
        """
        self._administrators_only()
        home, now, settled = self.me.federation, self.house.office.now(), self.house.settings.themes
        try:
            return self._replace(
                seen,
                lambda uow: own_words.themes(uow, settled).get(code),
                lambda uow: own_words.put_theme(uow, home, words, now, settled=settled, code=code, retired=retired),
            )
        finally:
            self.house.own.forget()

    def role_names(self) -> RoleNames:
        """Read what this federation calls its roles, by role and language; only those that it calls otherwise."""
        return self._read(lambda uow: own_words.role_names(uow, self.me.federation))

    def put_role_names(self, names: RoleNames, *, seen: str | None = None) -> None:
        """Say what roles are called in this administrator's federation; one left out has its usual name.

        Args:
            names: by role and language; in Swedish the base form and the definite form (guessed where it lacks).
            seen: the mark of `role_names()` as they were seen (`services.seen.mark`), so that nobody's change is lost.

        Raises:
            Overtaken: they have changed since they were seen; nothing is changed.
            NotPossible: this person is no administrator.
            BadValue: a name is in one language only, or too long.
            GateStopped: a name may point out a person.
        """
        self._administrators_only()
        home, now = self.me.federation, self.house.office.now()
        self._replace(
            seen,
            lambda uow: own_words.role_names(uow, home),
            lambda uow: own_words.put_role_names(uow, home, names, now),
        )
        self.house.own.forget()

    def _administrators_only(self) -> None:
        if not self.me.has(Role.ADMINISTRATOR):
            raise NotPossible(why="administrators_only")
