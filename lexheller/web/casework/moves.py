"""What may be done with a case, and what comes next? The steps as the process lists them, with a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lexheller.forms.wording import need_words
from lexheller.i18n.choices import sentence
from lexheller.i18n.words import Words
from lexheller.model.codes import Role
from lexheller.model.people import Viewer
from lexheller.processes import process_named
from lexheller.services.casework import ROLE_ORDER, roles_in
from lexheller.services.next_thing import Came, next_thing, step_for
from lexheller.services.reading import CaseView
from lexheller.web.page import words as here
from lexheller.workflow import Opening

_TALKED = {"submitted", "dialogue"}


@dataclass(frozen=True, slots=True)
class Move:
    """A step as it is listed: open with nothing lacking, or with what lacks, or by whom it is taken."""

    step: str
    name: str
    lack: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """Steps that lead on, and what may be done beside them."""

    on: tuple[Move, ...]
    beside: tuple[Move, ...]


def label(step: str, words: Words, state: str = "") -> str:
    """Name a step as one says it, from the beginning of a line; later on, what was solved was not solved in a talk."""
    own = f"web.step.{step}"
    late = step == "solve" and state not in _TALKED
    return words(own) if words.has(own) and not late else sentence(words(f"step.{step}"))


def listed(view: CaseView, viewer: Viewer, words: Words) -> Listed:
    """List the steps: open ones first, then those that lack something, then those that others take."""
    steps = {o.step.name: o for o in view.openings if not o.step.is_action}
    steps |= {o.step.name: o for o in view.openings if not o.step.is_action and o.open}
    state = view.case.state
    on = [Move(n, label(n, words, state)) for n, o in steps.items() if o.open]
    on += [Move("", label(n, words, state), _lacks(o, words)) for n, o in steps.items() if not o.open]
    on += [Move("", label(n, words, state), told) for n, told in _others(view, viewer, words) if n not in steps]
    actions = {o.step.name: o for o in view.openings if o.step.is_action and o.open and _about(o, view)}
    beside = tuple(Move(n, label(n, words, state), more=words(f"step.{n}.help")) for n in actions)
    return Listed(tuple(on), beside)


def _lacks(opening: Opening, words: Words) -> str:
    return words("web.case.lacks", needs=", ".join(need_words(words, need) for need in opening.lacks))


def _about(opening: Opening, view: CaseView) -> bool:
    """Tell whether an action has anything to be about: an answer needs a referral, a follow-up a measure."""
    nothing = set() if view.case.open_referrals() else {"referral"}
    nothing |= set() if view.case.measures else {"measure"}
    return not nothing.intersection(opening.asks)


def _others(view: CaseView, viewer: Viewer, words: Words) -> Iterator[tuple[str, str]]:
    """Name the steps that leave this state by somebody else's hand."""
    mine = roles_in(viewer, view.case)
    for step in process_named(view.case.process).process.steps:
        if step.is_action or view.case.state not in step.sources or mine.intersection(step.by):
            continue
        if step.by != (Role.SUBMITTER,):
            roles = ", ".join(words(f"role.{role}") for role in step.by)
            yield step.name, sentence(words("show.done_by", roles=roles))


def next_for(view: CaseView, viewer: Viewer, today: date, *, has_group: bool) -> str:
    """Name what comes next for this reader, as a key of its words; the role that has something to do comes first."""
    case, history = view.case, view.history
    moves = [entry for entry in history if entry.to != entry.source]
    came = Came(moves[-1].step, moves[-1].version, history[-1].step) if moves else Came()
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
    step = step_for(todo, view.case)
    if step not in open_now and view.case.state in _TALKED:
        step = _onward(view)
        todo = f"next.{step}"
    words = here()
    found: list[Press] = []
    if "solve" in open_now and view.case.state in _TALKED and not view.case.blocked:
        found.append(Press("solve", label("solve", words, view.case.state)))
        if "note_talk" in open_now and view.case.contacted is None and step != "note_talk":
            found.append(Press("note_talk", label("note_talk", words)))
    if step in open_now and step != "solve":
        said = label(step, words) if step in {"note_talk", "open_dialogue"} else words(todo)
        found.append(Press(step, said, at_once=not open_now[step].fields))
    return found[:3]


def _onward(view: CaseView) -> str:
    """Name what a case in dialogue lacks before others may see it, where nothing presses more."""
    if view.case.attested:
        return "open_dialogue" if view.case.state == "submitted" else "share"
    return "attest" if view.case.shared_version else "retell"
