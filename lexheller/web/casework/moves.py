"""What may be done with a case, and what comes next? The steps as the process lists them, with a sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from flask import g

from lexheller.forms.wording import need_words
from lexheller.i18n.choices import sentence
from lexheller.i18n.words import Words
from lexheller.model.codes import Role
from lexheller.model.people import Viewer
from lexheller.processes import process_named
from lexheller.services.casework import ROLE_ORDER, roles_in
from lexheller.services.next_thing import Came, next_thing, sent_back, step_for
from lexheller.services.reading import CaseView
from lexheller.web.page import words as here
from lexheller.workflow import Opening

_TALKED = {"submitted", "dialogue"}
_BY_THEIR_NAMES = frozenset({"note_talk", "open_dialogue", "conclude", "retell"})
"""Steps whose button says what is done, where the next thing says why."""
_PARTNERS_OWN = frozenset({"answer", "not_ours", "more_time", "ask"})
"""What a partner does by link, and a process leader writes in for it after a talk or a meeting."""
_LEADS_TO = {"next.read_answer": "conclude", "next.answer_question": "retell", "next.answer_manager": "retell"}
"""What stands on this very page to be read, and the step that follows."""
_FINISHED_BY = {
    "attested": ("attest", "retell"),
    "attested_after_block": ("attest", "retell"),
    "shared_text": ("retell",),
    "provisional_level": ("set_level",),
    "partners": ("label",),
    "referred": ("refer",),
    "all_answered": ("answer", "give_up"),
    "override_waits": ("confirm_override",),
}
"""Which step brings about a fact that lacks, the nearest first."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that lacks, and the step that brings it about; "" where it takes somebody else."""

    need: str
    step: str


@dataclass(frozen=True, slots=True)
class Move:
    """A step as it is listed: open with nothing lacking, or with what lacks, or by whom it is taken."""

    step: str
    name: str
    lacks: tuple[Lack, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """Steps that lead on, and what may be done beside them."""

    on: tuple[Move, ...]
    beside: tuple[Move, ...]


def label(step: str, words: Words, state: str = "") -> str:
    """Name a step as one says it, from the beginning of a line; later on, what was solved was not solved in a talk."""
    own = _own(step)
    late = step == "solve" and state not in _TALKED
    return words(own) if words.has(own) and not late else sentence(words(f"step.{step}"))


def _own(step: str) -> str:
    """Give where words of a step's own begin: a process leader writes in what a partner says, and says so."""
    for_partner = step in _PARTNERS_OWN and g.viewer.has(Role.PROCESS_LEADER)
    return f"web.step.for_partner.{step}" if for_partner else f"web.step.{step}"


def listed(view: CaseView, viewer: Viewer, words: Words) -> Listed:
    """List the steps: open ones first, then those that lack something, then those that others take."""
    steps = {o.step.name: o for o in view.openings if not o.step.is_action}
    steps |= {o.step.name: o for o in view.openings if not o.step.is_action and o.open}
    state = view.case.state
    on = [Move(n, label(n, words, state)) for n, o in steps.items() if o.open]
    on += [Move("", label(n, words, state), lacking(view, o.lacks, words)) for n, o in steps.items() if not o.open]
    on += [Move("", label(n, words, state), more=told) for n, told in _others(view, viewer, words) if n not in steps]
    actions = {o.step.name: o for o in view.openings if o.step.is_action and o.open and _about(o, view)}
    beside = tuple(Move(n, label(n, words, state), more=about(n, words)) for n in actions)
    return Listed(tuple(on), beside)


def about(step: str, words: Words) -> str:
    """Say what a step does, in words of the web's own where the process speaks to everybody at once."""
    own = f"{_own(step)}.about"
    return words(own) if words.has(own) else words(f"step.{step}.help")


def lacking(view: CaseView, lacks: Iterable[str], words: Words) -> tuple[Lack, ...]:
    """Name the facts that lack, each with the step that brings it about, where it is open to this reader."""
    open_now = {o.step.name for o in view.openings if o.open}
    return tuple(
        Lack(need_words(words, lack), next((s for s in _FINISHED_BY.get(lack, ()) if s in open_now), ""))
        for lack in dict.fromkeys(lacks)
    )


def _about(opening: Opening, view: CaseView) -> bool:
    """Tell whether an action has anything to be about: an answer needs a referral, a follow-up a measure."""
    nothing = set() if view.case.open_referrals() else {"referral"}
    nothing |= set() if view.case.measures else {"measure"}
    return not nothing.intersection(opening.asks)


def _others(view: CaseView, viewer: Viewer, words: Words) -> Iterator[tuple[str, str]]:
    """Name the steps that leave this state by somebody else's hand."""
    mine = roles_in(viewer, view.case)
    steps = {step.name: step for step in process_named(view.case.process).process.steps}  # some have several ways to go
    steps |= {s.name: s for s in process_named(view.case.process).process.steps if view.case.state in s.sources}
    for step in steps.values():
        if step.is_action or view.case.state not in step.sources or mine.intersection(step.by):
            continue
        if step.by != (Role.SUBMITTER,):
            roles = ", ".join(words(f"role.{role}") for role in step.by)
            yield step.name, sentence(words("show.done_by", roles=roles))


def _came(view: CaseView) -> Came:
    moves = [entry for entry in view.history if entry.to != entry.source]
    return Came(moves[-1].step, moves[-1].version, view.history[-1].step) if moves else Came()


def asked_for(view: CaseView, viewer: Viewer) -> str:
    """Name what group or manager sent a case back to its process leader with, as a key of its words; "" for nothing."""
    return sent_back(view.case, _came(view)) if Role.PROCESS_LEADER in roles_in(viewer, view.case) else ""


def next_for(view: CaseView, viewer: Viewer, today: date, *, has_group: bool) -> str:
    """Name what comes next for this reader, as a key of its words; the role that has something to do comes first."""
    case, came = view.case, _came(view)
    mine = roles_in(viewer, case)
    for role in (role for role in ROLE_ORDER if role in mine):
        todo = next_thing(
            case,
            role,
            today,
            came=came,
            person=viewer.person,
            recipients=viewer.recipients,
            has_group=has_group,
        )
        if todo != "next.nothing":
            return todo
    return "next.nothing"


@dataclass(frozen=True, slots=True)
class Press:
    """A button: the step, its words, and whether pressing takes it at once because it asks for nothing."""

    step: str
    label: str
    at_once: bool = False


def buttons(view: CaseView, viewer: Viewer, today: date, *, has_group: bool) -> list[Press]:
    """Give what to press now, the filled one first: solved in the talk, then the next thing."""
    open_now = {o.step.name: o.step for o in view.openings if o.open}
    todo = next_for(view, viewer, today, has_group=has_group)
    step = _LEADS_TO.get(todo) or step_for(todo, view.case)
    if view.case.blocked:
        return _out_of_sight(view, open_now.keys())
    onward = _onward(view, has_group=has_group)
    if step not in open_now and view.case.state in _TALKED:
        step = onward
        todo = f"next.{step}"
    words = here()
    found: list[Press] = []
    if "solve" in open_now and view.case.state in _TALKED and not view.case.blocked:
        found.append(Press("solve", label("solve", words, view.case.state)))
        if "note_talk" in open_now and view.case.contacted is None and step != "note_talk":
            found.append(Press("note_talk", label("note_talk", words)))
    if step in open_now and step != "solve":
        said = label(step, words) if step in _BY_THEIR_NAMES else words(todo)
        found.append(Press(step, said, at_once=not open_now[step].fields))
    if view.case.state in _TALKED:  # who did not solve it in the talk is led on from here
        further = "open_dialogue" if view.case.state == "submitted" else onward
        if further != step and further in open_now:
            said = label(further, words) if further in _BY_THEIR_NAMES else words(f"next.{further}")
            found.append(Press(further, said, at_once=not open_now[further].fields))
    return found[:3]


def _out_of_sight(view: CaseView, open_now: Collection[str]) -> list[Press]:
    """Give what takes away that somebody can be recognised, then what shows the case again; the nearest first."""
    words = here()
    if not view.case.shared_version:
        order: tuple[str, ...] = ("dispose_text", "unblock")
    elif view.case.attested:
        order = ("unblock", "retell", "dispose_text", "attest")
    else:
        order = ("unblock", "attest", "retell", "dispose_text")
    found = [step for step in order if step in open_now]
    return [Press(step, label(step, words)) for step in found[:3]]


def _onward(view: CaseView, *, has_group: bool) -> str:
    """Name what a case that was not solved in the talk lacks before others see it, where nothing presses more."""
    case = view.case
    if not case.attested:
        return "attest" if case.shared_version else "retell"
    if case.state == "submitted":
        return "open_dialogue"
    if not has_group:
        return "classify"
    if len(case.partners) == 1:
        return "consult" if case.provisional_level or case.level else "set_level"
    return "share"
