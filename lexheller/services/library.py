"""What may the public read? Answered cases as a person retold them and a second one released, after a while.

A story has no number, no federation and no day: its name is a keyed hash of its case, its time a half-year. With few
stories in a library, federation and day would tell who wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, NamedTuple

from lexheller.model.case import Case
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
    known = any(
        _name(office, each.federation, each.case) == story for each in uow.library.stories(office.now() - delay)
    )
    if known:
        uow.library.meet(story)
    return known


class Told(NamedTuple):
    """A text for the library in its parts; `title` and `answer` are "" where the writer has given none."""

    title: str
    text: str
    answer: str


def parts_of(text: str) -> Told:
    """Part a text for the library: a title on a line of its own, what happened, and after a line "---" the answer."""
    told, _, answer = f"{text.strip()}\n".replace("\r\n", "\n").partition(_BETWEEN)
    return Told(*_parted(told), answer.strip())


def put_together(told: Told) -> str:
    """Make one text of the parts, as it is handed in and kept."""
    title = " ".join(told.title.split()).removesuffix(".")  # what ends in a point is a sentence, and no title
    text = "\n\n".join(filter(None, (title, told.text.strip())))
    return f"{text}{_BETWEEN}{told.answer.strip()}" if told.answer.strip() else text


def met_of(uow: UnitOfWork, office: Office, case: Case) -> int:
    """Count who has met the same as in a case's story: those who work with it are told from the first one on."""
    return uow.library.met().get(_name(office, case.federation, case.id), 0) if case.released_version else 0


def met_in(uow: UnitOfWork, office: Office, numbers: Iterable[str]) -> int:
    """Count who has met the same as in the stories of some cases, as far as everybody reads it: few are no number."""
    met = uow.library.met()
    cases = (uow.cases.find(number) for number in numbers) if met else ()
    names = {_name(office, each.federation, each.id) for each in cases if each and each.public and not each.blocked}
    return sum(count for name in names if (count := met.get(name, 0)) >= SHOWN_FROM)


def _story(office: Office, found: ports.Story, delay: timedelta, met: Mapping[str, int]) -> Story:
    title, text, answer = parts_of(found.text)
    day = local_day(found.released + delay)
    name = _name(office, found.federation, found.case)
    count = met.get(name, 0)
    return Story(
        id=name,
        title=title or derived_title(text),
        text=text,
        answer=answer,
        kinds=found.kinds,
        themes=found.themes,
        released=HalfYear(day.year, 1 if day.month <= 6 else 2),  # noqa: PLR2004  # June
        met=count if count >= SHOWN_FROM else 0,
    )


def _parted(text: str) -> tuple[str, str]:
    """Take a first line that stands alone as the title, and give the rest; else there is none."""
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    first = parts[0] if parts else ""
    if len(parts) > 1 and len(first) <= _LONGEST_TITLE and "\n" not in first and not first.endswith("."):
        return first, "\n\n".join(parts[1:])
    return "", "\n\n".join(parts)


def _name(office: Office, federation: str, case: str) -> str:
    return office.keys.mac("library", federation, case).hex()[:20]
