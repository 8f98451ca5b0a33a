"""How does a working group go through its cases? One after another, decided on where they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from flask import Response, request, session

from lexheller.desk import Desk
from lexheller.errors import BadValue, GateStopped, LexHellerError, NeedsUnmet, NotFound, NotOpen, NotPossible, Stale
from lexheller.forms.wording import sentences
from lexheller.i18n.choices import sentence
from lexheller.model.codes import Level, Role
from lexheller.model.fields import LONGEST_TEXT
from lexheller.model.people import Pattern
from lexheller.services.reading import CaseView
from lexheller.web.access import Room, person
from lexheller.web.casework import facts
from lexheller.web.casework.happened import since
from lexheller.web.findings import ReadBack, asks_only, exchanged, marked, place_of, read_back
from lexheller.web.meeting.agenda import agenda, begin, on_the_table, turn
from lexheller.web.meeting.draft import BESIDE, SAVE, Draft, typed_in
from lexheller.web.meeting.questions import questions
from lexheller.web.page import away, language, page, words
from lexheller.web.submitter.asking import Offered
from lexheller.web.visitors import desk, gate_of

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

    from lexheller.anonymity import Finding

room = Room("meeting", __name__, template_folder="templates")

MEMBERS = person(Role.GROUP_MEMBER)
CASES = person(Role.GROUP_MEMBER, finds="case")
NONE = "none"
"""Among patterns: it belongs to none yet."""
_SAVED = "meeting saved"
_ARRIVED = "meeting arrived"
"""Names the browser's draft that need be kept no longer."""
_FIELD_OF = {"level": "level", "reason_for_level": "why", "reason": "why", "pattern": "pattern"}


def table() -> Desk:
    """Give the desk as it lies on the group's table: who leads a case too shows no more than others read."""
    own = desk()
    return Desk(own.house, replace(own.me, roles=frozenset({Role.GROUP_MEMBER})))


@room.page("/mote", MEMBERS)
def start() -> Response:
    """Begin a meeting: say what there is to go through."""
    rows = begin(table())
    return page("meeting/start.html", rows=rows, to_know={row.number for row in table().shown_list()})


@room.page("/mote/blad", MEMBERS)
def sheet() -> Response:
    """Draw the discussion sheet: every case of the meeting, with what to talk about."""
    group = table()
    known = {pattern.key: pattern for pattern in group.patterns()}
    views = [group.case(row.number) for row in agenda(group)]
    return page("meeting/sheet.html", views=[(view, _tied(view, known)) for view in views], asks_about=_asks_about)


@room.page("/mote/<number>", CASES)
def case(number: str) -> Response:
    """Show one case of the meeting."""
    view = table().case(number)
    return _shown(view, Draft(level=_level_of(view)))


def _level_of(view: CaseView) -> str:
    """Give the level that stands chosen: the group's own; a leader's provisional one is said beside, and not chosen."""
    return str(view.case.level or "")


@room.page("/mote/<number>", CASES, post=True)
def save(number: str) -> AnyResponse:
    """Save what the group came to and go on; or do what else it may, and stay."""
    view = table().case(number)
    draft = typed_in(request.form, _level_of(view))
    if "fix" in request.form:
        return _fixed(view, draft, request.form["fix"])
    if not draft.do:
        return _shown(view, replace(draft, note="web.meeting.which"), status=422)
    following = turn(table(), number).after
    backs = read_back(draft.texts, language(), gate_of(view.case.federation))
    if backs and not (draft.vouched and asks_only(backs)):
        return _shown(view, replace(draft, backs=backs))
    if wrong := _done_beside(view, draft) if draft.do in BESIDE else _saved(view, draft):
        return _shown(table().case(number), wrong)
    if draft.do == SAVE and view.to_know:
        table().note_read(number)
    said = "read" if draft.do == SAVE and view.to_know else draft.do
    now = table().case(number)
    left = draft.after(_level_of(now))
    begun = left.begun(_level_of(now))
    if begun and said == SAVE and now.case.version == view.case.version:  # nothing of what this button saves
        return _shown(now, replace(draft, note="web.meeting.beside_only"), status=422)
    if begun:  # at once: it is kept nowhere but on the page
        return _shown(now, left, done=said)
    if said == SAVE and now.case.version == view.case.version and SAVE not in draft.begun(_level_of(view)):
        said = "nothing"  # a second press of the same button says what the first one did
    session[_SAVED], session[_ARRIVED] = (said, number), f"{number}-meeting"
    if draft.do in {SAVE, "send_back"}:
        return away("meeting.case", number=following.number) if following else away("meeting.done")
    return away("meeting.case", number=number)


@room.page("/mote/klart", MEMBERS)
def done() -> Response:
    """Say that the meeting has come to its end, and what is left."""
    session.pop(_SAVED, ())
    judged, shown = len(table().reading_list()), len(on_the_table(table()))
    left = judged, shown - judged
    return page("meeting/done.html", rows=agenda(table()), left=left, arrived=session.pop(_ARRIVED, ""))


def _fixed(view: CaseView, draft: Draft, value: str) -> Response:
    """Put in what the gate proposed, and look again; nothing is stored."""
    spot, gate = place_of(value), gate_of(view.case.federation)
    if spot is not None and spot[0] in draft.texts:
        draft = draft.rewritten(spot[0], exchanged(draft.texts[spot[0]], spot[1], spot[2], gate))
    backs = read_back(draft.texts, language(), gate)
    return _shown(view, replace(draft, backs=backs, note="" if backs else "web.tell.fixed"))


def _done_beside(view: CaseView, draft: Draft) -> Draft | None:
    """Do what else a group may; give the draft back with what was refused."""
    taken = _try(view, draft.do, draft.given, draft, "other")
    return taken if isinstance(taken, Draft) else None


def _saved(view: CaseView, draft: Draft) -> Draft | None:
    """Tie the case, then set its level, each a step of its own; give the draft back with what was refused.

    What has been taken is not taken again when the page is sent once more.
    """
    said = words()
    ties = [key for key in draft.patterns if key != NONE and key not in view.case.patterns]
    untied = NONE in draft.patterns and not view.case.patterns and not view.case.not_tied
    if (ties or untied) and not draft.why_tied:
        return replace(draft, wrong={"why-tied": said("web.meeting.lack.why_tied")})
    if NONE in draft.patterns and ties:
        return replace(draft, wrong={"pattern": said("web.meeting.lack.either")})
    steps = [(step, given, "why-tied") for step, given in _ties(ties, draft.why_tied, untied=untied)]
    leveled = list(_level(view, draft))
    if lost := _without_a_choice(view, draft, leveled=bool(leveled), tied=bool(steps)):
        return lost
    for step, given, place in (*steps, *leveled):
        taken = _try(view, step, given, draft, place)
        if isinstance(taken, Draft):
            return taken
        draft = replace(draft, version=taken)
    return None


def _without_a_choice(view: CaseView, draft: Draft, *, leveled: bool, tied: bool) -> Draft | None:
    """Give the draft back where a reason stands with nothing that it is the reason for: it is stored nowhere else."""
    mine = desk().me.person
    # a second press of the same button
    kept = {(said.actor, said.reason) for said in view.levels} | {(tie.actor, tie.reason) for tie in view.ties}
    lacks = {}
    if draft.why and not leveled and (mine, draft.why) not in kept:
        lacks["level"] = words()("web.meeting.lack.level_stands" if draft.level else "web.meeting.lack.level_of_why")
    if draft.why_tied and not tied and (mine, draft.why_tied) not in kept:
        stands = "web.meeting.lack.pattern_stands" if draft.patterns else "web.meeting.lack.pattern_of_why"
        lacks["pattern"] = words()(stands)
    if lacks and draft.version is not None and draft.version != view.case.version:
        return replace(draft, moved=since(desk().case(view.case.number), draft.version))
    return replace(draft, wrong=lacks) if lacks else None


def _level(view: CaseView, draft: Draft) -> Iterator[tuple[str, Mapping[str, str], str]]:
    if not draft.level or view.to_know:
        return
    given = {"level": draft.level, **({"reason": draft.why} if draft.why else {})}
    if view.case.state == "working_group":
        yield "classify", given, "why"
    elif draft.level != _level_of(view):
        yield "set_level", given, "why"


def _ties(ties: Sequence[str], why: str, *, untied: bool) -> Iterator[tuple[str, Mapping[str, str]]]:
    for key in ties:
        yield "tie_pattern", {"pattern": key, "reason": why}
    if untied:
        yield "not_tied", {"reason": why}


def _try(view: CaseView, step: str, given: Mapping[str, str], draft: Draft, place: str) -> Draft | int:
    """Take a step and give the version that came of it; else the draft, with what keeps it from being taken."""
    number = view.case.number
    try:
        return desk().do(number, step, given, version=draft.version, vouched=draft.vouched).version
    except Stale:
        return replace(draft, moved=since(desk().case(number), draft.version or 0))
    except GateStopped as stop:
        return replace(draft, backs=_backs(stop, step, given))
    except NeedsUnmet as unmet:
        lacks = cast("tuple[str, ...]", unmet.data["lacks"])
        said = [words()("web.step.lack", need=words()(f"need.{lack}")) for lack in lacks]
        spots = [_spot(step, _FIELD_OF.get(lack, lack), place) for lack in lacks]
        return replace(draft, wrong=dict(zip(spots, said, strict=True)))
    except NotFound:
        return replace(draft, wrong={_spot(step, "other", place): words()("web.step.wrong.case")})
    except BadValue as bad:
        long = max(map(len, given.values())) > LONGEST_TEXT
        told = words()("web.step.wrong.long") if long else _said(bad)
        return replace(draft, wrong={_spot(step, place, place): told})
    except (NotOpen, NotPossible) as refused:
        return replace(draft, wrong={_spot(step, place, place): _said(refused)})


def _spot(step: str, name: str, place: str) -> str:
    """Name the place on the page that a field of a step stands at."""
    if step not in BESIDE:
        return name if name in {"level", "why", "pattern"} and place != "why-tied" else place
    name = {"why": "reason"}.get(name, name)
    return f"{step}-{name if name in BESIDE[step] else BESIDE[step][0]}"


def _said(refused: LexHellerError) -> str:
    return sentences(refused, words())[0]


def _backs(stop: GateStopped, step: str, given: Mapping[str, str]) -> tuple[ReadBack, ...]:
    """Mark what a step was stopped for, under the names that its fields have on the page."""
    own = {"reason": "why_tied" if step in {"tie_pattern", "not_tied"} else "why"} if step not in BESIDE else {}
    by_field: dict[str, tuple[Finding, ...]] = {}
    texts: dict[str, str] = {}
    for key, finding in cast("tuple[tuple[str, Finding], ...]", stop.data["findings"]):
        name = own.get(key, f"{step}.{key}")
        by_field[name] = (*by_field.get(name, ()), finding)
        texts[name] = cast("Mapping[str, str]", stop.data.get("texts", given)).get(key, given.get(key, ""))
    return marked(texts, by_field, language())


def _tied(view: CaseView, known: Mapping[str, Pattern]) -> list[Pattern]:
    return [known[key] for key in view.case.patterns if key in known]


def _asks_about(view: CaseView) -> list[str]:
    return questions(view, words())


def _shown(view: CaseView, draft: Draft, *, status: int = 200, done: str = "") -> Response:
    """Show a case with what is typed in; `done` was done just now, and something else is left."""
    number, said = view.case.number, words()
    group = table()
    similar = group.beside(number)
    known = {pattern.key: pattern for pattern in desk().patterns()}
    mistakes = [(f"finding-{mark.number}", mark.told.looks_like) for back in draft.backs for mark in back.marks]
    mistakes += list(draft.wrong.items())
    reading = request.method == "GET"
    can = {opening.step.name for opening in view.openings if opening.open}
    if view.case.state != "working_group":
        can.discard("send_back")
    return page(
        "meeting/case.html",
        409 if draft.moved else 422 if draft else status,
        view=view,
        draft=draft,
        amiss=draft,
        turn=turn(group, number),
        levels=[Offered(level, sentence(said(f"level.{level}")), more=said(f"level.help.{level}")) for level in Level],
        provisional=_provisional(view),
        ties=_offered(view, known, [hit.number for hit in similar]),
        tied=_tied(view, known),
        levels_so_far=facts.levels(view, words()),
        ties_so_far=facts.ties(view, words()),
        same_event=view.same_event,
        similar=similar,
        mistakes=mistakes,
        asks_only=asks_only(draft.backs),
        asks=any(not mark.stop for back in draft.backs for mark in back.marks),
        can=can,
        saved=session.pop(_SAVED, ()) if reading else (done, number) if done else (),
        left=bool(done),
        begun=draft.begun(_level_of(view)),
        unsent=draft.unsent(can, to_know=view.to_know),
        arrived=session.pop(_ARRIVED, "") if reading else f"{number}-meeting" if done else "",
        asks_about=_asks_about,
    )


def _provisional(view: CaseView) -> str:
    level = view.case.provisional_level
    return words()("web.meeting.provisional", level=words()(f"level.{level}")) if level and not view.case.level else ""


def _offered(view: CaseView, known: Mapping[str, Pattern], like: Sequence[str]) -> list[Offered]:
    """Offer the patterns of similar cases first, the others folded; with how many cases those first ones have."""
    said = words()
    near = dict.fromkeys(key for row in desk().rows(like).values() for key in row.patterns if key in known)
    free = [key for key in (*near, *sorted(known)) if key not in view.case.patterns]
    found = []
    for key in dict.fromkeys(free):
        more = said.plural("web.meeting.cases", len(desk().cases(pattern=key))) if key in near else ""
        heading = "" if key in near else said("web.meeting.other_patterns")
        found.append(Offered(key, known[key].name, heading, more))
    if not view.case.patterns:
        none = Offered(NONE, said("web.meeting.no_pattern"), more=said("web.meeting.no_pattern.more"))
        found.insert(len(near), none)
    return found
