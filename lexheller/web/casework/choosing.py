"""What may one choose among at a step, by name: groups, people, recipients, similar cases, places where words stand?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lexheller.errors import BadRules
from lexheller.i18n.choices import choice_label, sentence
from lexheller.i18n.dates import long_date
from lexheller.i18n.words import Words
from lexheller.model.case import Referral
from lexheller.model.codes import ReferralState, Role
from lexheller.model.visibility import Sight
from lexheller.processes.lex_heller_fields import PLACES
from lexheller.web.casework import facts
from lexheller.web.submitter.asking import Offered

if TYPE_CHECKING:
    from lexheller.web.casework.asking import Place

ANSWERS = {"answer", "not_ours", "more_time", "ask", "give_up"}
"""Steps that are about one referral."""
_ANSWERABLE = {ReferralState.OPEN, ReferralState.GIVEN_UP}
_ALIKE = 6
"""Similar cases to choose among."""
SIMILAR_FOR = {"same_event": "other", "merge": "others", "set_aside": "double_of"}
"""Steps that are about another case, most likely one that stands beside it as similar."""


def named(place: Place, key: str) -> tuple[Offered, ...] | None:
    """List what one may choose for a field by name; None where there is nothing of the kind."""
    if SIMILAR_FOR.get(place.step) == key:
        return _similar(place)
    if key == "other":
        return sisters(place) if place.step == "redirect" else None
    offered = _OFFERED.get(key)
    return offered(place) if offered else None


def referrals(place: Place) -> tuple[Referral, ...]:
    """List the referrals that a step may be about; for a partner, their own."""
    me = place.desk.me
    found = place.view.case.referrals
    if not me.has(Role.PROCESS_LEADER):
        found = tuple(r for r in found if r.recipient in me.recipients)
    if place.step in {"answer", "not_ours"}:
        return tuple(r for r in found if r.state in _ANSWERABLE)
    if place.step in ANSWERS:
        return tuple(r for r in found if r.state is ReferralState.OPEN)
    return found


def _leaders(place: Place) -> tuple[Offered, ...]:
    """List who may take a case; whoever asks takes it themselves only while nobody has it."""
    me, holder = place.desk.me.person, place.view.case.leader
    leaders = {p.id: p.name for p in place.desk.people() if p.active and Role.PROCESS_LEADER in p.roles}
    own = [Offered(me, place.words("web.step.hand_over.mine"))] if holder not in leaders and me in leaders else []
    return (*own, *(Offered(key, name) for key, name in leaders.items() if key not in {me, holder}))


def _similar(place: Place) -> tuple[Offered, ...]:
    """List the cases that stand beside this one as similar, as far as the step can be about them."""
    found = place.desk.beside(place.view.case.number, _ALIKE)
    if place.step == "merge":
        home, before = place.view.case.federation, {"submitted", "dialogue"}
        found = [hit for hit in found if hit.federation == home and hit.state in before]
    return tuple(
        Offered(hit.number, hit.title or hit.number, more=f"{hit.number} · {place.words(f'state.{hit.state}')}")
        for hit in found
    )


def _places(place: Place) -> tuple[Offered, ...]:
    """List where words stand in this case, as far as whoever asks reads them."""
    view = place.view
    there = {key for key in view.received if key in PLACES}
    there |= {"title"} if view.title else set()
    there |= {"shared_text"} if view.shared else set()
    there |= {"message"} if view.dialogue or view.exchange else set()
    there |= {"note"} if any(note for *_, note in view.talks) else set()
    there |= {"answer"} if view.answers else set()
    there |= {"feedback"} if view.feedback else set()
    there |= {"reason"} if view.reasons or view.decision_reason else set()
    return tuple(Offered(key, place_label(key, place.words)) for key in PLACES if key in there or not there)


def place_label(key: str, words: Words) -> str:
    """Name a place where words stand, to those who work with the case."""
    own = f"web.step.place.{key}"
    return words(own) if words.has(own) else words(f"field.{key}")


def _recipients(place: Place) -> tuple[Offered, ...]:
    """List whom it can go to: those the rules propose come first, with why."""
    likely = proposed(place)
    had = {r.recipient: r.state for r in place.view.case.referrals}
    in_use = [r for r in place.desk.recipients() if r.active]
    found = [Offered(r.id, r.name, more=_why(place, r.id, likely, had.get(r.key))) for r in in_use]
    return tuple(sorted(found, key=lambda each: (each.code not in likely, each.label)))


def _why(place: Place, recipient: str, likely: Mapping[str, str], had: ReferralState | None) -> str:
    """Say beside a recipient why the rules propose it, or that it has the case, or has had it."""
    if had is not None:
        return sentence(place.words("web.step.has_it" if had is ReferralState.OPEN else f"referral.{had}"))
    return place.words("web.step.by_the_rules", why=likely[recipient]) if recipient in likely else ""


def proposed(place: Place) -> dict[str, str]:
    """Give the recipients that the rules propose and that have not had the case, each with why."""
    if place.view.sight < Sight.HEAD:
        return {}
    try:
        said = place.desk.explain(place.view.case.number)
    except BadRules:
        return {}
    held = {r.recipient for r in place.view.case.referrals if r.state is not ReferralState.TAKEN_BACK}
    return {
        p.recipient.id: place.words.ours(p.because.said_in(place.words.language))
        for p in said.proposals
        if p.recipient is not None and p.recipient.key not in held
    }


def _referred(place: Place) -> tuple[Offered, ...]:
    names, words = place.view.names, place.words
    found = []
    for r in referrals(place):
        due = words("follow.until", date=long_date(r.due, words.language)) if r.due else ""
        leads = place.desk.me.has(Role.PROCESS_LEADER)
        sent = words("show.sent", day=long_date(r.sent, words.language)) if leads else ""
        told = words("web.step.has_asked") if r.asked else words(f"referral.{r.state}")
        found.append(
            Offered(str(r.id), names.get(r.recipient, r.recipient), more=" · ".join(filter(None, (sent, told, due))))
        )
    return tuple(found)


def sisters(place: Place) -> tuple[Offered, ...]:
    """List the other federations of the house."""
    home = place.view.case.federation
    return tuple(Offered(f.id, f.name) for f in place.desk.federations() if f.id != home)


def _groups(place: Place) -> tuple[Offered, ...]:
    return tuple(Offered(group.key, group.name) for group in place.desk.groups())


def _patterns(place: Place) -> tuple[Offered, ...]:
    return tuple(Offered(pattern.key, pattern.name, more=pattern.question) for pattern in place.desk.patterns())


def _measures(place: Place) -> tuple[Offered, ...]:
    known = facts.measures(place.view, place.words)
    return tuple(
        Offered(str(m.id), what, more=told) for m, (what, told) in zip(place.view.case.measures, known, strict=True)
    )


def _themes(place: Place) -> tuple[Offered, ...]:
    known = place.desk.house.office.themes | {*place.view.case.themes}  # one that was retired stays where it is
    found = (Offered(t, sentence(choice_label(place.words, "themes", t))) for t in known)
    return tuple(sorted(found, key=lambda each: each.label))


def _target_groups(place: Place) -> tuple[Offered, ...]:
    codes = sorted(place.desk.house.office.target_groups)
    return tuple(Offered(code, sentence(choice_label(place.words, "target_group", code))) for code in codes)


_OFFERED: Mapping[str, Callable[[Place], tuple[Offered, ...]]] = {
    "group": _groups,
    "pattern": _patterns,
    "person": _leaders,
    "to": _recipients,
    "referral": _referred,
    "measure": _measures,
    "where": _places,
    "themes": _themes,
    "target_group": _target_groups,
}
