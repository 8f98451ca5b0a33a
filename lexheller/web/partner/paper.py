"""What stands on the paper that a partner keeps of a case? What its page shows, in the same words, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from lexheller.i18n.dates import long_date
from lexheller.i18n.words import Words
from lexheller.model.codes import ReferralState
from lexheller.web.page import local
from lexheller.web.partner.coming import Letter
from lexheller.web.partner.sent import Sent, about, parts_of, said_not_ours
from lexheller.web.partner.writing import NAMES, label_of

_LINE: Final = 40
_TITLE_LINE: Final = 30
"""Letters without a blank from which on a word is let break anywhere: about what a line holds of them."""
_UNSEEN: Final = {"Cc", "Cs"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of somebody's, in lines; `to_the_left` tells which way it runs."""

    lines: tuple[str, ...]
    to_the_left: bool


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody said: by whom and when, and whether it faces what they said to us."""

    by: str
    texts: tuple[Paragraph, ...]
    facing: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands on a case's paper, in the order of its page.

    Args:
        by: words before the last day, and the day; None where nobody waits for an answer.
        asked: the questions, while they may be answered.
        saved: the day in the file's own note of when it was made, without which no archive takes it.
    """

    language: str
    number: str
    federation: str
    to: str
    title: str
    question: str
    by: tuple[str, str] | None
    note: str
    description: str
    about: str
    shared: tuple[Paragraph, ...]
    talk_heading: str
    talk: tuple[Message, ...]
    answer_heading: str
    answers: tuple[Message, ...]
    not_ours: str
    why_not_ours: tuple[Paragraph, ...]
    asked: tuple[str, ...]
    otherwise: str
    foot: str
    saved: dict[str, int]


def paper_of(sent: Sent, letter: Letter, words: Words, today: date) -> Paper:
    """Put together what stands on the paper of a case that was sent to a partner."""
    view, referral, home = sent.view, sent.referral, letter.home
    question, by = words("web.partner.question"), None
    if sent.awaited and referral.due:
        by = (words("web.partner.by"), long_date(referral.due, words.language))
    elif sent.open and not sent.awaited:
        why = referral.purpose if referral.state is ReferralState.OPEN else referral.state
        question = f"{question} {words(f'web.partner.no_need.{why}')}"
    answerable = sent.open and "answer" in sent.steps
    return Paper(
        language=words.language,
        number=sent.number,
        federation=home.name,
        to=words("web.partner.to", name=letter.recipient.name),
        title=_parted(view.title, _TITLE_LINE).strip() or sent.number,
        question=question,
        by=by,
        note=_note(letter, words),
        description=words("web.partner.description"),
        about=f"{sent.number} · {about(sent, words)} · {words('web.partner.anonymised')}",
        shared=paragraphs(view.shared),
        talk_heading=words("web.partner.talk"),
        talk=_talk(sent, letter, words),
        answer_heading=words("web.partner.answer"),
        answers=tuple(
            Message(_day(each.at, words), _answer(parts_of(sent, each, words)), facing=True) for each in view.answers
        ),
        not_ours="" if view.answers else said_not_ours(words, referral),
        why_not_ours=paragraphs("" if view.answers else view.why_not_ours.get(referral.id, "")),
        asked=tuple(label_of(words, key) for key in NAMES["answer"]) if answerable else (),
        otherwise=words("web.partner.otherwise") if sent.open else "",
        foot=", ".join(filter(None, (home.name, home.contact_name, home.contact_phone))),
        saved={"year": today.year, "month": today.month, "day": today.day},
    )


def _day(moment: datetime, words: Words) -> str:
    return long_date(local(moment).date(), words.language)


def _note(letter: Letter, words: Words) -> str:
    home = letter.home
    note = words("web.partner.link_for", name=letter.recipient.name, date=_day(letter.link.until, words))
    if not home.contact_name:
        return note
    return f"{note} {words('web.partner.ring', name=home.contact_name)} {home.contact_phone}."


def _talk(sent: Sent, letter: Letter, words: Words) -> tuple[Message, ...]:
    you, us = words("web.partner.you_asked"), letter.home.contact_name or letter.home.name
    return tuple(
        Message(
            f"{you if said.own else us}, {_day(said.at, words)}",
            paragraphs(said.text),
            facing=said.own,
        )
        for said in sent.view.exchange
    )


def _answer(parts: list[tuple[str, str]]) -> tuple[Paragraph, ...]:
    return tuple(paragraph for label, text in parts for paragraph in (*paragraphs(label), *paragraphs(text)))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Part a text as a page does: an empty line ends a paragraph, a line end stays one."""
    parts = [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]
    return tuple(Paragraph(tuple(map(_parted, part.split("\n"))), _to_the_left(part)) for part in parts)


def _parted(line: str, holds: int = _LINE) -> str:
    """Let what has no blanks for longer than a line break all the same; signs that nobody sees are left out."""
    seen = "".join(sign for sign in line.replace("\t", " ") if unicodedata.category(sign) not in _UNSEEN)
    return re.sub(rf"\S{{{holds},}}", lambda word: "\u200b".join(word[0]), seen)


def _to_the_left(text: str) -> bool:
    """Tell which way a text runs: as its first letter does, as with `dir="auto"`."""
    ways = map(unicodedata.bidirectional, text)
    return next((way != "L" for way in ways if way in {"L", "R", "AL"}), False)
