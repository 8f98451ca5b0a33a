"""What has been done with a case beside its dialogue: what was decided to do, what it was tied to, what was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from lexheller.model.case import Case, Referral
from lexheller.model.codes import Level, Outcome, Role
from lexheller.model.event import Event
from lexheller.model.people import Viewer
from lexheller.services.following import Said

_LEVELS = frozenset({"classify", "set_level", "second_opinion"})
Texts = Mapping[tuple[int, str], str]


@dataclass(frozen=True, slots=True)
class Tied:
    """Why a case was tied to a pattern, or was not; `pattern` may be "" when it was held against none by name."""

    version: int
    tied: bool
    pattern: str
    actor: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Levelled:
    """The level that somebody set at the group's table, or saw beside it (`second`), and why."""

    actor: str
    level: Level
    second: bool
    reason: str


def measures(case: Case, texts: Texts) -> dict[int, str]:
    """Give what each measure is, by its id: the rows of one decision are numbered from 1."""
    found: dict[int, str] = {}
    rows: dict[int, int] = {}
    for measure in case.measures:
        row = rows[measure.version] = rows.get(measure.version, 0) + 1
        found[measure.id] = texts.get((measure.version, f"measures.{row}"), "")
    return found


def ties(events: tuple[Event, ...], texts: Texts) -> tuple[Tied, ...]:
    """List why a case was tied to patterns, and why not."""
    return tuple(
        Tied(e.version, e.step == "tie_pattern", _pattern(e), e.actor, e.at, texts.get((e.version, "reason"), ""))
        for e in events
        if e.step in {"tie_pattern", "not_tied"}
    )


def levels(events: tuple[Event, ...], texts: Texts) -> tuple[Levelled, ...]:
    """List which levels a group's people said, in the order they came; nothing of before a group was shown the case."""
    shown = next((e.version for e in events if e.step == "show_group" or e.to == "working_group"), None)
    return tuple(
        Levelled(e.actor, Level(level), e.step == "second_opinion", texts.get((e.version, "reason"), ""))
        for e in events
        if e.step in _LEVELS and shown is not None and e.version > shown
        if isinstance(level := e.fields.get("level"), str)
    )


def same_event(case: Case, events: tuple[Event, ...]) -> tuple[str, ...]:
    """List the numbers of the other reports of the same event."""
    named = {str(e.fields["other"]) for e in events if e.step == "same_event" and "other" in e.fields}
    return tuple(sorted((named | {case.same_event}) - {"", case.number}))


def _pattern(event: Event) -> str:
    """Give the pattern's key where the event set it, else the name as it was typed."""
    now = cast("list[str]", event.sets.get("patterns")) if event.step == "tie_pattern" else None
    return now[-1] if now else str(event.fields.get("pattern", ""))


def solution(case: Case, events: tuple[Event, ...], texts: Texts) -> str:
    """Give what solved the case, while that is what came of it."""
    if case.outcome is not Outcome.SOLVED:
        return ""
    return next((texts.get((e.version, "solution"), "") for e in reversed(events) if e.step == "solve"), "")


def decision_reason(case: Case, events: tuple[Event, ...], texts: Texts) -> str:
    """Give why it was decided so, while the decision stands."""
    if case.decision is None:
        return ""
    return next((texts.get((e.version, "reason"), "") for e in reversed(events) if e.step == "decide"), "")


def names_of(referral: Referral) -> tuple[str, ...]:
    """Give what a referral may be named by: its id, its recipient's key, or the recipient's id."""
    return (str(referral.id), referral.recipient, referral.recipient.partition("/")[2])


def exchange(viewer: Viewer, case: Case, events: tuple[Event, ...], texts: Texts) -> tuple[Said, ...]:
    """Give what a partner's people have asked about their own referral, and what they were answered."""
    return tuple(_exchanged(viewer, case, events, texts))


def _exchanged(viewer: Viewer, case: Case, events: tuple[Event, ...], texts: Texts) -> Iterator[Said]:
    field = {"ask": "question", "say": "message"}
    mine = {name for r in case.referrals if r.recipient in viewer.recipients for name in names_of(r)}
    for event in events:
        text = texts.get((event.version, field.get(event.step, "")))
        named = str(event.fields.get("referral") or "")
        # A partner who asks need not name the referral: it is their own.
        asked = event.step == "ask" and not named and (event.actor == viewer.person or len(case.referrals) == 1)
        if text and event.role is not Role.SUBMITTER and (named in mine or asked):
            yield Said(event.at, event.step == "ask", text, event.step, event.role)
