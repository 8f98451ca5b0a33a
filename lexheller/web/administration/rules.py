"""By which rules do cases go, and where would one go? To be read here and tried; they are written in the settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from flask import Response, request

from lexheller.deadlines import due
from lexheller.errors import BadRules, NotFound
from lexheller.i18n.words import Words
from lexheller.model.codes import Partner, Role
from lexheller.routing.targets import resolve
from lexheller.routing.wording import file_words, reason_words, target_words
from lexheller.web.access import Room
from lexheller.web.administration.views import ADMINISTRATORS
from lexheller.web.casework.facts import Route, route_of
from lexheller.web.page import house, language, page, words
from lexheller.web.submitter.asking import Offered, offered
from lexheller.web.visitors import desk

if TYPE_CHECKING:
    from lexheller.routing.book import Explanation

room = Room("rules", __name__, template_folder="templates")

READERS: Final = (Role.PROCESS_LEADER, Role.REGISTRAR, Role.FEDERATION_MANAGER)
"""Who sees of a case what its rules look at; an administrator who is none of these tries kinds instead."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What was asked of the rules, and what they said; `wrong` is a sentence by field."""

    number: str = ""
    partners: tuple[str, ...] = ()
    submitter_org: str = ""
    routes: tuple[Route, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    asked: bool = False
    wrong: dict[str, str] = field(default_factory=dict)


@room.page("/administration/regler", ADMINISTRATORS)
def show() -> Response:
    """Show by which rules cases are sent, and the lists of the settings: to be read, not changed here."""
    return _shown(Tried())


@room.page("/administration/regler", ADMINISTRATORS, post=True, endpoint="explain")
def explain() -> Response:
    """Say where a case would go and why, or one about some kinds of partner; nothing is sent."""
    known = {str(partner) for partner in Partner}
    partners = tuple(code for code in request.form.getlist("partners") if code in known)
    org = request.form.get("submitter_org", "")
    number = request.form.get("number", "").strip().upper()[:40] if _reads() else ""
    tried = Tried(number, partners, org if org in known else "", asked=True)
    if not number and not partners:
        key = "number" if _reads() else "partners"
        return _shown(_with(tried, wrong={key: words()(f"web.administration.lack.{key}")}))
    try:
        said = desk().explain(number) if number else desk().explain_kinds(map(Partner, partners), _kind(tried))
    except NotFound:
        return _shown(_with(tried, wrong={"number": words()("web.step.wrong.case")}))
    except BadRules:
        return _shown(_with(tried, wrong={"partners": words()("web.administration.wrong.rules")}))
    return _shown(_told(tried, said))


def _kind(tried: Tried) -> Partner | None:
    return Partner(tried.submitter_org) if tried.submitter_org else None


def _with(tried: Tried, wrong: dict[str, str]) -> Tried:
    return Tried(tried.number, tried.partners, tried.submitter_org, asked=False, wrong=wrong)


def _told(tried: Tried, said: Explanation) -> Tried:
    office, reader = house().office, words()
    until = due(office.today(), office.promises.answer, office.calendar)
    known = desk().recipients()
    return Tried(
        tried.number,
        tried.partners,
        tried.submitter_org,
        routes=tuple(route_of(proposal, until, reader, known) for proposal in said.proposals),
        others=tuple((_place(reader, each.file, each.number), reason_words(reader, each.why)) for each in said.tried),
        asked=True,
    )


def _place(said: Words, file: str, number: int) -> str:
    return said("web.administration.place", number=number, about=file_words(said, file))


def _reads() -> bool:
    return any(map(desk().me.has, READERS))


def _shown(tried: Tried) -> Response:
    said = words()
    recipients = desk().recipients()
    rows: list[dict[str, Any]] = [
        {
            "place": _place(said, file.key, number),
            "to": listed.name if (listed := resolve(rule.to, recipients)) else target_words(said, rule.to),
            "because": said.ours(rule.because.said_in(language())),
            "purpose": said(f"purpose.{rule.purpose}"),
            "version": rule.version,
        }
        for file, number, rule in desk().routes()
    ]
    alike = groupby(rows, key=itemgetter("because"))  # the same sentence is said once, with its rules under it
    return page(
        "administration/rules.html",
        422 if tried.wrong else 200,
        rows=[(because, list(those)) for because, those in alike],
        tried=tried,
        reads=_reads(),
        kinds=offered("partners", said, {}),
        workplaces=(Offered("", said("web.step.nothing")), *offered("submitter_org", said, {})),
    )
