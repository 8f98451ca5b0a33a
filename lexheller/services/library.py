"""What may the public read? Answered cases as a person retold them and a second one released, after a while.

A story has no number, no federation and no day: its name is a keyed hash of its case, its time a half-year. With few
stories in a library, federation and day would tell who wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from lexheller.services import ports
from lexheller.services.office import Office, local_day
from lexheller.services.ports import UnitOfWork
from lexheller.services.submissions import derived_title

SHOWN_FROM: Final = 5
"""How many have to have met the same before the number is shown."""
_LONGEST_TITLE: Final = 90
_BETWEEN: Final = "\n---\n"


@dataclass(frozen=True, slots=True, order=True)
class HalfYear:
    """Half a year: as fine as the library tells time."""

    year: int
    half: int


@dataclass(frozen=True, slots=True)
class Story:
    """A story as the public reads it.

    Args:
        id: names it; nobody finds the case by it.
        text: what happened; `answer` what came of it, where the writer has parted the two by a line "---".
        met: how many have met the same, 0 as long as they are few.
    """

    id: str
    title: str
    text: str
    answer: str
    kinds: tuple[str, ...]
    themes: tuple[str, ...]
    released: HalfYear
    met: int


def stories(uow: UnitOfWork, office: Office, delay: timedelta) -> tuple[Story, ...]:
    """List the stories that have lain for the delay, those of the last half-year first; within one, by name."""
    met = uow.library.met()
    found = [_story(office, each, delay, met) for each in uow.library.stories(office.now() - delay)]
    # In the order of their release, two half-years later somebody could still tell which came when.
    return tuple(sorted(found, key=lambda story: (-story.released.year, -story.released.half, story.id)))


def meet(uow: UnitOfWork, office: Office, delay: timedelta, story: str) -> bool:
    """Count one more who has met the same; tell whether there is such a story."""
    known = any(_name(office, each) == story for each in uow.library.stories(office.now() - delay))
    if known:
        uow.library.meet(story)
    return known


def _story(office: Office, found: ports.Story, delay: timedelta, met: Mapping[str, int]) -> Story:
    told, _, answer = f"{found.text.strip()}\n".replace("\r\n", "\n").partition(_BETWEEN)
    title, text = _parted(told)
    day = local_day(found.released + delay)
    name = _name(office, found)
    count = met.get(name, 0)
    return Story(
        id=name,
        title=title,
        text=text,
        answer=answer.strip(),
        kinds=found.kinds,
        themes=found.themes,
        released=HalfYear(day.year, 1 if day.month <= 6 else 2),  # noqa: PLR2004  # June
        met=count if count >= SHOWN_FROM else 0,
    )


def _parted(text: str) -> tuple[str, str]:
    """Take a first line that stands alone as the title, else the beginning of the text."""
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    first = parts[0] if parts else ""
    if len(parts) > 1 and len(first) <= _LONGEST_TITLE and "\n" not in first and not first.endswith("."):
        return first, "\n\n".join(parts[1:])
    return derived_title(text), "\n\n".join(parts)


def _name(office: Office, story: ports.Story) -> str:
    return office.keys.mac("library", story.federation, story.case).hex()[:20]
