"""Which partners have a way in, and how does a process leader give or take it?"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, cast

from lexheller.desk import post
from lexheller.desk.places import Places
from lexheller.errors import NotFound, NotPossible
from lexheller.model.codes import Role
from lexheller.model.partner_link import PartnerLink
from lexheller.services import casework, links
from lexheller.services.casework import Taken
from lexheller.services.links import Made
from lexheller.services.office import local_day
from lexheller.services.ports import UnitOfWork


class LinkGiven(NamedTuple):
    """A link that was just made: its address is shown now, and never again."""

    recipient: str
    to: str
    link: str
    until: date
    mailed: bool


class Links(Places):
    """Give partners links, and take them back."""

    def links(self) -> tuple[PartnerLink, ...]:
        """List the links of this process leader's federation, the oldest first; those that have ended too.

        Raises:
            NotPossible: this person is no process leader.
        """
        self._leads()
        return self._read(lambda uow: uow.partner_links.of(self.me.federation))

    def give_links(self, to: str, *, by_mail: bool = True) -> tuple[LinkGiven, ...]:
        """Make a link for a recipient, or for each recipient that a case is with; earlier ones for the same end.

        Args:
            to: a recipient's id, or the number of a case.
            by_mail: mail each to the address that the recipient has registered, where mail is set.

        Raises:
            NotFound: there is no such recipient or case, or it is not theirs.
            NotPossible: not a process leader; the case is with nobody; nobody it is with has an address.
        """
        self._leads()
        made = self._write(lambda uow: self._made(uow, to))
        return tuple(self._given(each, by_mail=by_mail) for each in made)

    def end_links(self, of: str) -> int:
        """Withdraw a link by its id, or all links of a recipient or a case, with those passed on; tell how many.

        Raises:
            NotFound: none is open by that name.
            NotPossible: this person is no process leader.
        """
        self._leads()
        office = self.house.office

        def work(uow: UnitOfWork) -> int:
            known = links.open_now(uow.partner_links.of(self.me.federation), office.now())
            ended: set[str] = set()
            for link in known:  # the oldest first: what was passed on comes after what it came from
                if of in {link.id, link.recipient, link.to, link.case} or link.passed_from in ended:
                    links.end(uow, office, link, "withdrawn")
                    ended.add(link.id)
            return len(ended)

        count = self._write(work) if of else 0
        if not count:
            raise NotFound(what="link", name=of)
        return count

    def _leads(self) -> None:
        if not self.me.has(Role.PROCESS_LEADER):
            raise NotPossible(why="leaders_only")

    def _made(self, uow: UnitOfWork, to: str) -> tuple[Made, ...]:
        office, home = self.house.office, self.me.federation
        named = [r for r in uow.people.recipients(home) if to in {r.id, r.key}]
        if named:
            return tuple(links.make(uow, office, r, by=self.me.person) for r in named)
        case = casework.find(uow, self.me, to)
        if case.federation != home:
            raise NotFound(what="case", name=to)
        if not case.shown:
            raise NotPossible(why="not_shown")
        recipients = links.sent_to(uow, case)
        if not recipients:
            raise NotPossible(why="sent_to_nobody")
        recipients = (
            tuple(r for r in recipients if r.email) or recipients
        )  # who has no address keeps nobody else waiting
        return tuple(links.make(uow, office, r, by=self.me.person, case=case.number) for r in recipients)

    def _given(self, made: Made, *, by_mail: bool) -> LinkGiven:
        settings = self.house.settings
        home = next(f for f in self.federations() if f.id == made.link.federation)
        mailed = by_mail and settings.mail is not None
        if mailed:
            try:
                post.mail_link(settings, home, made)
            except NotPossible:  # it is made and shown: whoever asked can hand it over, or make it anew
                mailed = False
        return LinkGiven(
            made.recipient.name, made.to, post.address_of(settings, made), local_day(made.link.until), mailed
        )

    def _posted(self, taken: Taken) -> Taken:
        """Mail the links that a step has made, and tell by name who was given one."""
        made = cast("tuple[Made, ...]", taken.gave.get("links", ()))
        if "links" not in taken.gave:
            return taken
        given = [self._given(each, by_mail=True) for each in made]
        gave = {key: value for key, value in taken.gave.items() if key != "links"}
        gave["links"] = [each.recipient for each in given if each.mailed]
        gave["links_unsent"] = [each.recipient for each in given if not each.mailed]
        return Taken(taken.case, {key: value for key, value in gave.items() if value != []})
