"""What does a federation let the gate pass, and how often is a rule of it waved through?"""

from __future__ import annotations

from lexheller.anonymity import Finding
from lexheller.desk.base import Base
from lexheller.model.allowed import AllowedWord
from lexheller.services import allowing, attesting, gate
from lexheller.services.allowing import Overrides, Proposal
from lexheller.services.ports import UnitOfWork
from lexheller.storage.overrides import overrides


class Gatekeeping(Base):
    """Review the words that look like names and are none."""

    def findings(self, text: str, federation: str) -> tuple[Finding, ...]:
        """Ask the gate about a text before it is sent, as it will be asked then: with the federation's own words.

        Raises:
            GateFailed: the gate cannot answer.
        """
        return gate.check(text, lambda: self._read(lambda uow: allowing.words_of(uow, federation)()))

    def allowed_words(self) -> tuple[AllowedWord, ...]:
        """List the words that this person's federation has agreed are no person's name."""
        return self._read(lambda uow: uow.people.allowed_words(self.me.federation))

    def proposed_words(self) -> tuple[Proposal, ...]:
        """List the words that were let stand in attested texts and are not on the list yet.

        Raises:
            NotFound: this person is neither process leader nor administrator.
        """
        allowing.allow(self.me)
        return self._read(self._proposed)

    def allow_word(self, word: str) -> AllowedWord:
        """Accept a word that somebody else has let stand: from now on the gate passes it in this federation.

        Raises:
            NotFound: nobody has proposed it, or this person is neither process leader nor administrator.
            NotPossible: it was this very person who let it stand.
        """
        office = self.house.office
        return self._write(lambda uow: allowing.accept(uow, office, self.me, self._proposed(uow), word))

    def remove_word(self, word: str) -> str:
        """Take a word off the list.

        Raises:
            NotFound: it is not on it, or this person is neither process leader nor administrator.
        """
        return self._write(lambda uow: allowing.remove(uow, self.me, word))

    def overrides(self) -> tuple[Overrides, ...]:
        """Count how often findings were let stand in this federation, by rule and reason.

        Raises:
            NotFound: this person is neither process leader nor administrator.
        """
        allowing.allow(self.me)
        rows = self._read(lambda uow: overrides(self._connection(uow), self.me.federation))
        return allowing.counted((row.rule, row.reason) for row in rows)

    def _proposed(self, uow: UnitOfWork) -> tuple[Proposal, ...]:
        rows = overrides(self._connection(uow), self.me.federation)
        keys = dict.fromkeys((row.federation, row.case) for row in rows if row.reason in allowing.FALSE_ALARMS)
        found = [case for key in keys if (case := uow.cases.get(*key)) is not None]
        return allowing.proposals(
            word for case in found for word in attesting.words_let_stand(uow, self.house.office, case)
        )
