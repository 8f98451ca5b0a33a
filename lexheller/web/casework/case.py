"""What is known of a case, on one page: the way, what to do now, both texts, the talk, where it would go, its past."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import session

from lexheller.model.visibility import Sight
from lexheller.processes import process_named
from lexheller.services import library
from lexheller.services.reading import CaseView
from lexheller.web.access import Room
from lexheller.web.casework import asking, facts, marks, moves, standing, talk, ways_in
from lexheller.web.casework.asking import Place
from lexheller.web.casework.step import DONE, home, spot
from lexheller.web.casework.who import CASE
from lexheller.web.findings import asks_only
from lexheller.web.numbers import case_number
from lexheller.web.page import away, house, page, words
from lexheller.web.visitors import desk

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

    from lexheller.workflow import Opening

room = Room("case", __name__, template_folder="templates")


@room.page("/arenden/<number>", CASE)
def show(number: str) -> AnyResponse:
    """Show a case, as much of it as its reader may see; a number typed in small letters is the same."""
    if number != case_number(number):
        return away("case.show", number=case_number(number))
    view, said, today = desk().case(number), words(), house().office.today()
    open_now = {o.step.name: o for o in view.openings if o.open}
    leads = view.sight >= Sight.HEAD and view.case.closed is None and view.case.state != "feedback"
    leads = leads and not view.case.blocked
    return page(
        "casework/case.html",
        view=view,
        done=_done(view),
        home=home(view),
        head=standing.head(view, said),
        flags=standing.flags(view, said, {person.id for person in desk().people() if person.active}),
        stops=standing.stops(view, said),
        todo=moves.next_for(view, desk().me, today, has_group=bool(desk().groups())),
        asked=moves.asked_for(view, desk().me),
        buttons=moves.buttons(view, desk().me, today, has_group=bool(desk().groups())),
        texts=marks.of_both(view) if view.received or view.findings or view.shared else None,
        attest=_inline(view, "attest", open_now),
        reply=_inline(view, "say", open_now),
        ways_in=ways_in.missing(view),
        spot=spot,
        talk=talk.of(view),
        answers=view.answers,
        exchange=view.exchange,
        routes=facts.routes(desk(), view, said) if leads else None,
        times=facts.times(view, said, today),
        moves=moves.listed(view, desk().me, said),
        similar=desk().beside(number),
        same_event=view.same_event,
        patterns=facts.patterns(desk(), view),
        choices=facts.choices(view, said),
        referrals=facts.referrals(view, said),
        measures=facts.measures(view, said),
        opinions=facts.opinions(view, said),
        ties=facts.ties(view, said),
        reasons=facts.reasons(view, said),
        met=house().store.read(lambda uow: library.met_of(uow, house().office, view.case)) if view.public else 0,
        story=library.parts_of(view.public),
        library=facts.library(view, said, today, house().settings.library_days),
        history=facts.history(view, said),
        became=facts.became,
        open_now=open_now,
        asks_only=asks_only,
    )


def _done(view: CaseView) -> Any:
    """Give what was just done with this case, once: the step, whether it moved the case, others that came of it."""
    done = session.get(DONE)
    if not done or done[0] != view.case.number:
        return None
    session.pop(DONE)
    number, step, about, *others = done
    actions = {each.name for each in process_named(view.case.process).process.steps if each.is_action}
    draft = "-".join(filter(None, (number, step, about)))
    return {"step": step, "moved": step not in actions, "others": others, "draft": draft}


def _inline(view: CaseView, step: str, open_now: dict[str, Opening]) -> dict[str, Any] | None:
    """Draw up a step that is taken right on the page; None where it is not open, or was taken already."""
    if step not in open_now or (step == "attest" and (view.case.attested or not view.case.shared_version)):
        return None
    place = Place(desk(), view, step, words())
    return {"step": step, "fields": asking.asked(place, asking.first_values(place))}
