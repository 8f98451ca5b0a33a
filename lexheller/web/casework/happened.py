"""What has happened to a case since somebody opened its page, and was it perhaps their own second press?"""

from __future__ import annotations

from collections.abc import Mapping

from flask import g

from lexheller.i18n.choices import sentence
from lexheller.services.reading import CaseView, Entry
from lexheller.web.page import short_moment, words

_ONE_AFTER_OTHER = 2
"""Entries that one press may write: solved, and answered in the same breath."""


def since(view: CaseView, version: int) -> tuple[str, ...]:
    """Tell each thing that happened after a version, in the order it did."""
    said = words()
    later = [entry for entry in view.history if entry.version > version]
    told = tuple(
        said("web.moved.entry", what=sentence(said(f"event.{e.step}")), who=who(e, view), when=short_moment(e.at))
        for e in later
    )
    return told or (said("web.moved.something"),)


def who(entry: Entry, view: CaseView) -> str:
    """Name who did it; where somebody sat at the keyboard in another's name, both."""
    said = words()
    name = view.names.get(entry.actor) or sentence(said(f"role.{entry.role}"))
    if entry.via in {"", entry.actor}:
        return name
    return said("show.via", via=view.names.get(entry.via, entry.via), name=name.partition(" ")[0])


def already(view: CaseView, version: int, step: str, given: Mapping[str, object]) -> bool:
    """Tell whether this very thing was done by this very person: a button pressed twice does it once.

    Every text that was handed in must stand in the case; another one under the same button is no repetition.
    """
    mine = [e for e in view.history if version < e.version <= version + _ONE_AFTER_OTHER]
    if not mine or mine[0].step != step or mine[0].actor != g.viewer.person:
        return False
    kept = {view.shared, view.title, view.feedback, view.solution, view.decision_reason}
    kept |= {said.text for said in view.dialogue} | {note for _, _, note in view.talks} | set(view.reasons.values())
    kept |= {part for answer in view.answers for part in answer.parts.values()}
    texts = {key: str(value).strip() for key, value in given.items() if isinstance(value, str) and len(value) > 10}  # noqa: PLR2004  # shorter ones are codes and days
    fields = {e.step: e.fields for e in mine}
    return all(text in kept or text in map(str, fields[step].values()) for text in texts.values())
