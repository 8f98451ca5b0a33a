"""Where does a case stand: its head in a line, what is the matter with it, the way as its submitter sees it?"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lexheller.i18n.choices import sentence
from lexheller.i18n.dates import long_date, month, short_date
from lexheller.i18n.words import Words
from lexheller.model.codes import Outcome, Role
from lexheller.model.visibility import Sight
from lexheller.processes.lex_heller_phases import ANSWER, FLAGS, standing_of, way_of
from lexheller.services.office import local_day
from lexheller.services.reading import CaseView
from lexheller.web.casework.choosing import place_label

_ENDED = {Outcome.WITHDRAWN, Outcome.SET_ASIDE}


def head(view: CaseView, words: Words) -> str:
    """Say when a case came and who has it."""
    case = view.case
    whole = view.sight >= Sight.HEAD
    day = long_date(case.day, words.language) if whole else month(case.day, words.language)
    leader = words("show.leader", name=view.names.get(case.leader, case.leader)) if case.leader else ""
    nobody = words("show.no_leader") if whole and not case.leader else ""
    return " · ".join(filter(None, (words("show.came", day=day), leader or nobody, words(f"state.{case.state}"))))


def flags(view: CaseView, words: Words, here: Collection[str]) -> list[str]:
    """Say what is the matter with a case beside where it stands, a sentence each.

    Args:
        here: ids of those who can sign in.
    """
    return list(_flags(view, words, here))


def _flags(view: CaseView, words: Words, here: Collection[str]) -> Iterator[str]:
    case = view.case
    until = long_date(case.waiting_until, words.language) if case.waiting_until else "–"
    if case.void:
        yield sentence(words("flag.void")) + "."
    if case.blocked:
        yield " ".join((words("web.case.blocked"), *_pointed_at(view, words)))
    if case.waiting:
        yield words("web.case.waiting" if case.waiting == "wait" else "web.case.resting", date=until)
    if case.own_workplace and view.sight >= Sight.HEAD:
        yield words("web.case.own_workplace")
    if case.stand_in and view.sight >= Sight.HEAD:
        day = long_date(case.stand_in_until, words.language) if case.stand_in_until else "–"
        key = "web.case.stand_in" if case.stand_in in here else "web.case.stand_in_gone"
        yield words(key, name=view.names.get(case.stand_in, case.stand_in), date=day)


def _pointed_at(view: CaseView, words: Words) -> Iterator[str]:
    """Say who hid the case, and where they said that something points somebody out."""
    said = next((entry for entry in reversed(view.history) if entry.step == "block"), None)
    if said is None:
        return
    where = ", ".join(place_label(place, words).rstrip("?") for place in places(said.fields.get("where")))
    who = words("show.they") if said.role is Role.SUBMITTER else view.names.get(said.actor, said.actor)
    yield words("web.case.blocked.by", who=sentence(who), where=where or "–")


def places(named: object) -> list[str]:
    """Read the places that an entry of the history names."""
    return [str(place) for place in named] if isinstance(named, list | tuple) else []


def _phase(key: str, words: Words, **values: str) -> str:
    """Name a phase to those who work with the case; where it speaks to the submitter, in words of its own."""
    own = f"web.case.{key}"
    return words(own) if words.has(own) else words(key, **values)


def stops(view: CaseView, words: Words) -> list[tuple[str, str, str]]:
    """Give the way as it is drawn: (done, now or ahead; the phase; its day); none where its past is not to be seen.

    A flag has the state beneath it, as its submitter reads it.
    """
    case = view.case
    days = tuple((entry.to, local_day(entry.at)) for entry in view.history if entry.to != entry.source)
    if not days:
        return []
    way = way_of(case, days)
    ahead = len(way) > 1 and case.closed is None and case.outcome not in _ENDED
    now = len(way) - 1 - ahead
    until = long_date(case.waiting_until, words.language) if case.waiting_until else "–"
    found = []
    for place, (phase, day) in enumerate(way):
        when = short_date(day, words.language) if day else ""
        if place > now and phase == ANSWER:
            due = words("follow.until", date=when) if when else ""
            found.append(("ahead", words("web.case.your_answer"), due))
        else:
            since = words("web.case.since", day=when) if place == now and when and case.closed is None else when
            beneath = _phase(standing_of(case), words) if place == now and phase in FLAGS else ""
            told = ", ".join(filter(None, (beneath, since)))
            found.append(("now" if place == now else "done", _phase(phase, words, date=until), told))
    return found
