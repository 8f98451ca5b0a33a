"""What a process is, and the one way to take a step in it.

A process is a table of rows: a step's name, the states it leaves, the state it reaches, who takes it, what it needs.
An action is a row that stays where it is. `load` checks the whole table once, builds one `transitions.Machine` from it
and compiles that into a plain table; the machine stays the definition, the tests hold table and machine against each
other. Nothing here knows a clock, a database or which process it is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Protocol, cast

from lexheller.errors import BadProcess, NeedsUnmet, NotOpen, UnknownStep
from lexheller.model.fields import Field

if TYPE_CHECKING:
    from transitions import EventData, Machine

Data = Mapping[str, object]


class Subject(Protocol):
    """What a step is taken with: it has a state, and may be blocked."""

    @property
    def state(self) -> str:
        """The code of the state it is in."""

    @property
    def blocked(self) -> bool:
        """Whether only rows marked `while_blocked` are open."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing a step asks for.

    Args:
        met: tells whether subject and data satisfy it; any truthy answer counts.
        field: the field that satisfies it, when it is something to hand in; "" for a fact about the subject.
    """

    name: str
    met: Callable[[Subject, Data], object]
    field: str = ""


def given(field: str) -> Need:
    """Need a field to be handed in and not empty."""
    return Need(field, lambda _subject, data: data.get(field) not in (None, "", (), []), field)


Effect = Callable[[Subject, Data], Mapping[str, object]]
"""Tells which attributes of the subject a step changes."""


def no_effect(_subject: Subject, _data: Data) -> Mapping[str, object]:
    """Change nothing but state and version."""
    return {}


@dataclass(frozen=True)
class Step:
    """One row of a process.

    Args:
        to: the state reached; None for an action, which stays.
        needs: all of them are asked, and what is lacking is told at once.
        takes: fields it may be given beside those it needs.
        when: the row counts only where this holds; several rows of one name tell ways apart by it.
        while_blocked: it stays open while the subject is blocked.
    """

    name: str
    sources: tuple[str, ...]
    to: str | None
    by: tuple[str, ...]
    needs: tuple[Need, ...] = ()
    takes: tuple[str, ...] = ()
    when: Need | None = None
    effect: Effect = no_effect
    while_blocked: bool = False

    @property
    def is_action(self) -> bool:
        """Tell whether the row stays where it is."""
        return self.to is None

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """Name every field that the row reads."""
        return tuple(dict.fromkeys((*(need.field for need in self.needs if need.field), *self.takes)))


@dataclass(frozen=True, eq=False)
class Process:
    """A kind of matter and its way.

    Args:
        finals: states a matter may stay in for ever.
        guard: the steps that alone may lead to a final state.
        turns: by state, the role whose move it is; final states have none.
        facts: the needs that are facts about the subject; `fields`: every field that any row reads.
    """

    name: str
    initial: str
    states: tuple[str, ...]
    finals: frozenset[str]
    guard: frozenset[str]
    roles: frozenset[str]
    turns: Mapping[str, str]
    facts: tuple[Need, ...]
    fields: tuple[Field, ...]
    steps: tuple[Step, ...]

    @cached_property
    def by_key(self) -> Mapping[str, Field]:
        """Give the fields by their keys."""
        return {field.key: field for field in self.fields}

    @cache  # noqa: B019  # a process lives as long as the program
    def fields_of(self, name: str) -> tuple[Field, ...]:
        """Give the fields that any row of a step reads.

        Raises:
            UnknownStep: there is no such step.
        """
        read = {key for row in self.named(name) for key in row.fields}
        return tuple(field for field in self.fields if field.key in read)

    def named(self, name: str) -> tuple[Step, ...]:
        """Give the rows of a step.

        Raises:
            UnknownStep: there is none.
        """
        rows = tuple(step for step in self.steps if step.name == name)
        if not rows:
            raise UnknownStep(step=name, known=tuple(dict.fromkeys(step.name for step in self.steps)))
        return rows


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands between somebody and a step: nothing (`open`), or the facts that lack. `asks` is to be handed in."""

    step: Step
    lacks: tuple[str, ...]
    asks: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Tell whether the step may be taken once its fields are handed in."""
        return not self.lacks


@dataclass(frozen=True, slots=True)
class Compiled:
    """A process ready for use: rows by (state, step name), taken from the machine."""

    process: Process
    rows: Mapping[tuple[str, str], tuple[Step, ...]]


def faults(process: Process) -> tuple[str, ...]:
    """List everything that makes a process unfit to be loaded."""
    found = []
    states = set(process.states)
    leaving = {source for step in process.steps if step.to is not None for source in step.sources}
    known_fields = {field.key for field in process.fields}
    for step in process.steps:
        found += [f"{step.name}: unknown state {state}" for state in {*step.sources, step.to} - states - {None}]
        found += [f"{step.name}: unknown role {role}" for role in step.by if role not in process.roles]
        asked = (*step.needs, *((step.when,) if step.when else ()))
        found += [
            f"{step.name}: unknown need {need.name}" for need in asked if not need.field and need not in process.facts
        ]
        found += [f"{step.name}: unknown field {key}" for key in step.fields if key not in known_fields]
        if not step.by:
            found.append(f"{step.name}: nobody may take it")
        if step.to in process.finals and step.name not in process.guard:
            found.append(f"{step.name}: leads to {step.to} past {', '.join(sorted(process.guard))}")
    found += [f"{state}: no way out and not final" for state in process.states if state not in leaving | process.finals]
    found += [f"{state}: cannot be reached" for state in process.states if state not in reachable(process)]
    found += [f"{state}: nobody's move" for state in process.states if state not in {*process.turns, *process.finals}]
    found += [f"guard {name}: no such step" for name in sorted(process.guard - {step.name for step in process.steps})]
    if process.initial in process.finals:
        found.append(f"{process.initial}: is both first and final")
    return tuple(found)


def reachable(process: Process) -> frozenset[str]:
    """Give the states that some way leads to."""
    seen, queue = {process.initial}, deque([process.initial])
    while queue:
        state = queue.popleft()
        for step in process.steps:
            if step.to is not None and state in step.sources and step.to not in seen:
                seen.add(step.to)
                queue.append(step.to)
    return frozenset(seen)


class _Attempt:
    """The throwaway object that the machine moves: the subject itself is never attached to it."""

    def __init__(self, subject: Subject, data: Data) -> None:
        self.state, self.subject, self.data = subject.state, subject, data


def machine(process: Process) -> Machine:
    """Build the `transitions` machine of a process: one for all subjects and threads, with no model of its own."""
    from transitions import Machine  # --help and reading commands do without it

    def holds(need: Need) -> Callable[[EventData], bool]:
        # The library compares a guard's answer with True: only a real bool counts as yes.
        return lambda event: bool(need.met(cast("_Attempt", event.model).subject, cast("_Attempt", event.model).data))

    built = Machine(
        model=None, states=list(process.states), initial=process.initial, auto_transitions=False, send_event=True
    )
    for step in process.steps:
        asked = ((step.when,) if step.when else ()) + step.needs
        conditions: list[str | Callable[..., bool | None]] = [holds(need) for need in asked]
        for source in step.sources:
            # An action is an internal transition: it passes the same guards and moves nothing.
            built.add_transition(step.name, source, step.to, conditions=conditions)
    return built


@cache
def load(process: Process) -> Compiled:
    """Check a process and make it ready.

    Raises:
        BadProcess: it has faults; all of them are named.
    """
    if wrong := faults(process):
        raise BadProcess(process=process.name, faults=wrong)
    events = machine(process).events
    by_name = {name: process.named(name) for name in events}
    rows = {
        (source, name): tuple(step for step in by_name[name] if source in step.sources)
        for name, event in events.items()
        for source in event.transitions
    }
    return Compiled(process, rows)


def rehearse(built: Machine, subject: Subject, step: str, data: Data) -> str | None:
    """Ask the machine itself where a step leads, None where it refuses: the oracle of the tests."""
    attempt = _Attempt(subject, data)
    moved = built.events[step].trigger(attempt)
    return attempt.state if moved else None


def openings(compiled: Compiled, subject: Subject, roles: Iterable[str]) -> tuple[Opening, ...]:
    """List every row that leaves the subject's state and that one of the roles may take, with what it lacks."""
    held = frozenset(roles)
    found = []
    for step in compiled.process.steps:
        if subject.state not in step.sources or not held.intersection(step.by):
            continue
        if subject.blocked and not step.while_blocked:
            continue
        if step.when is not None and not step.when.met(subject, {}):
            continue
        lacks = tuple(need.name for need in step.needs if not need.field and not need.met(subject, {}))
        asks = tuple(need.field for need in step.needs if need.field and not need.met(subject, {}))
        found.append(Opening(step, lacks, asks))
    return tuple(found)


def take(compiled: Compiled, subject: Subject, name: str, roles: Iterable[str], data: Data) -> Step:
    """Find the one row by which a step may be taken now; its `to` and `effect` say what follows.

    Raises:
        UnknownStep: the process has no such step.
        NotOpen: not from this state, not by these roles, or not while blocked.
        NeedsUnmet: it is open, but lacks something; carries every lack.
    """
    process = compiled.process
    rows = compiled.rows.get((subject.state, name))
    if rows is None:
        every = process.named(name)
        raise NotOpen(step=name, state=subject.state, why="state", sources=_sources(every), open=())
    held = frozenset(roles)
    mine = [row for row in rows if held.intersection(row.by)]
    if not mine:
        raise NotOpen(step=name, state=subject.state, why="role", roles=tuple({r: 0 for row in rows for r in row.by}))
    if subject.blocked:
        mine = [row for row in mine if row.while_blocked]
        if not mine:
            raise NotOpen(step=name, state=subject.state, why="blocked")
    fitting = [row for row in mine if row.when is None or row.when.met(subject, data)]
    if not fitting:
        raise NeedsUnmet(step=name, lacks=tuple(row.when.name for row in mine if row.when))
    row = fitting[0]
    lacks = tuple(need.name for need in row.needs if not need.met(subject, data))
    if lacks:
        raise NeedsUnmet(step=name, lacks=lacks)
    return row


def _sources(rows: tuple[Step, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for row in rows for source in row.sources))


def mermaid(process: Process, label: Callable[[str], str] = str) -> str:
    """Draw a process as a Mermaid state diagram; actions are left out, parallel steps share an arrow."""
    arrows: dict[tuple[str, str], list[str]] = {}
    for step in process.steps:
        for source in step.sources if step.to is not None else ():
            names = arrows.setdefault((source, str(step.to)), [])
            if step.name not in names:
                names.append(step.name)
    lines = ["stateDiagram-v2", f"    [*] --> {process.initial}"]
    lines += [f"    {source} --> {to}: {', '.join(names)}" for (source, to), names in arrows.items()]
    lines += [f"    {state}: {label(state)}" for state in process.states if label(state) != state]
    lines += [f"    {state} --> [*]" for state in process.states if state in process.finals]
    return "\n".join(lines) + "\n"
