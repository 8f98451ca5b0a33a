"""What has been said about a case, in order: messages and talks, theirs to the left and ours to the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from lexheller.i18n.choices import sentence
from lexheller.i18n.dates import short_date
from lexheller.i18n.words import Words
from lexheller.model.codes import Role
from lexheller.services.office import local_day
from lexheller.services.reading import CaseView
from lexheller.web.page import words as here


@dataclass(frozen=True, slots=True)
class Line:
    """Something that was said: by whom and when in words, what, and whether it was us."""

    at: datetime
    by: str
    text: str
    us: bool = False


def of(view: CaseView) -> list[Line]:
    """Put messages and talks together."""
    words = here()
    return sorted((*_messages(view, words), *_talks(view, words)), key=lambda line: line.at)


def _messages(view: CaseView, words: Words) -> Iterator[Line]:
    for said in view.dialogue:
        us = said.role is Role.PROCESS_LEADER and said.kind != "ask"  # which is a partner's, whoever wrote it in
        partner = view.names.get(said.recipient, said.recipient)
        if said.kind == "helped":
            who = words("web.case.on_helped")
        elif us:
            who = words("show.to", name=partner) if partner else words("show.to_submitter")
        else:
            who = words("show.they") if said.own else partner or sentence(words(f"role.{said.role}"))
        yield Line(said.at, f"{who}, {short_date(local_day(said.at), words.language)}", said.text, us)


def _talks(view: CaseView, words: Words) -> Iterator[Line]:
    entries = [entry for entry in view.history if entry.step == "note_talk" and view.talks]
    for (at, outcome, note), entry in zip(view.talks, entries, strict=True):
        day = short_date(date.fromisoformat(str(entry.fields.get("talked_on"))), words.language)
        how = sentence(words(f"told.{entry.fields.get('talk', 'phone')}"))
        told = sentence(words(f"talk.{outcome}")) + "."
        yield Line(at, words("web.case.talked", how=how, day=day), "\n\n".join(filter(None, (told, note))))
