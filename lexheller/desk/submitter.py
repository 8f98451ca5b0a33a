"""What can a submitter do, with or without a code?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lexheller.desk.answers import Done, Submission, done_of
from lexheller.desk.base import Base
from lexheller.errors import NotPossible
from lexheller.model.case import Case
from lexheller.model.codes import Role, Source
from lexheller.services import (
    casework,
    composites,
    following,
    gate,
    submissions,
)
from lexheller.services.casework import AS_SUBMITTER, Taken
from lexheller.services.entries import By
from lexheller.services.following import Followed
from lexheller.services.ports import UnitOfWork

Given = Mapping[str, object]


class Submitter(Base):
    """Take reports, and let whoever holds a claim code follow and answer."""

    def submit(
        self,
        form: Given,
        *,
        federation: str | None = None,
        key: str = "",
        vouched: bool = False,
        informed: Sequence[str] = (),
        source: Source = Source.FORM,
        language: str = "sv",
        drawn: bool = False,
    ) -> Submission:
        """Send in a report; nothing is kept or logged until its texts have passed the gate.

        Args:
            form: the fields by English or Swedish key; four are required.
            federation: where to; may be left out where the installation has one, or by its process leaders.
            key: an idempotency key: sending the same again is harmless and shows the same code for 24 hours.
            vouched: what the gate asks about identifies nobody.
            informed: the channels (lex_sarah …) that were shown and that the submitter says to know of.
            source: how it came, when a process leader registers for somebody; `language` is the submitter's.
            drawn: the key was drawn by chance by a door of ours, which knows it again by its seal: no words can be in
                it, and the gate need not read it.

        Raises:
            NeedsUnmet, UnknownField, BadValue: the form lacks something or holds what it cannot.
            GateStopped: a text holds what must go, or something that nobody has vouched for.
            KeyReused: the key was used for other words.
            NotPossible: only a process leader of that federation registers for somebody else.
        """
        filled = submissions.read_form(form)
        home = federation or self._only_federation()
        asked = gate.asked((*filled.written.values(), *((key,) if key and not drawn else ())))
        about = submissions.Submitting(
            federation=home,
            key=key,
            by=self._submits(home, source),
            source=source,
            vouched=vouched,
            language=language,
            informed=tuple(informed),
            known={**asked, key: ()} if drawn else asked,
        )
        got = self._write(lambda uow: submissions.submit(uow, self.house.office, filled, about))
        case = got.case
        return Submission(case.number, got.claim_code, case.version, case.clocks.get("first_contact"), got.repeated)

    def _submits(self, federation: str, source: Source) -> By:
        """Tell as whom a report is sent in: as the submitter, or as the process leader who writes down another's words.

        Raises:
            NotPossible: somebody else would write in a submitter's name.
        """
        leads = self.viewer is not None and self.viewer.has(Role.PROCESS_LEADER) and self.me.federation == federation
        if source is Source.FORM or (source is Source.FILE and not leads):
            return submissions.SUBMITTER
        if not leads or source in {Source.IMPORT, Source.SISTER}:
            raise NotPossible(why="process_leaders_only")
        return By(self.me.person, Role.PROCESS_LEADER, self.me.via)

    def _only_federation(self) -> str:
        if self.viewer is not None:
            return self.viewer.federation
        known = self._read(lambda uow: uow.people.federations())
        if len(known) != 1:
            raise NotPossible(why="which_federation", known=tuple(f.id for f in known))
        return known[0].id

    def follow(self, code: str) -> Followed:
        """Read a case with its claim code, as its submitter; a first read of feedback is noted.

        Raises:
            MistypedCode, NotFound: the code opens nothing.
        """
        return self.follow_known(self.house.office.keys.lookup_hash(code).hex())

    def recognise(self, code: str) -> str:
        """Give the name under which a code that opens a case is known: hex of its keyed hash, for a session.

        Raises:
            NotFound: mistyped, unknown, renewed, another installation's: the same answer, at the same cost.
        """
        return self._read(lambda uow: following.recognised(uow, self.house.office, code)).hex()

    def follow_known(self, known: str) -> Followed:
        """Read a case as `follow` does, with what `recognise` gave.

        Raises:
            NotFound: the code opens nothing any longer.
        """

        def work(uow: UnitOfWork) -> tuple[Case, Followed]:
            case = following.case_under(uow, bytes.fromhex(known))
            openings = casework.open_steps(uow, self.house.office, case, AS_SUBMITTER)
            return case, following.follow(uow, self.house.office, case, tuple(o.step.name for o in openings if o.open))

        case, seen = self._read(work)
        if seen.unread:
            self._write(lambda uow: following.mark_read(uow, self.house.office, case))
        return seen

    def do_with_code(
        self, code: str, step: str, given: Given, *, version: int | None = None, vouched: bool = False
    ) -> Done:
        """Take a step as the submitter who holds the code (say, helped, reopen, withdraw, block …); raises as `do`."""
        known = self.house.office.keys.lookup_hash(code).hex()
        return self.do_known(known, step, given, version=version, vouched=vouched)

    def do_known(
        self, known: str, step: str, given: Given, *, version: int | None = None, vouched: bool = False
    ) -> Done:
        """Take a step as `do_with_code` does, with what `recognise` gave."""

        def work(uow: UnitOfWork) -> Taken:
            case = following.handled(uow, following.case_under(uow, bytes.fromhex(known)))
            return composites.take_whole(
                uow, self.house.office, case, step, given, who=AS_SUBMITTER, version=version, vouched=vouched
            )

        return done_of(self._write(work))
