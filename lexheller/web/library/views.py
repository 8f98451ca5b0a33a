"""How does the public read of answered cases? A shelf of stories, a page for each, a feed, and a button to join in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, cast

from flask import Response, abort, current_app, request, session, url_for

from lexheller.i18n.choices import choice_label
from lexheller.i18n.words import Words
from lexheller.services import library
from lexheller.services.library import HalfYear, Story
from lexheller.services.ports import UnitOfWork
from lexheller.web.access import ANYBODY, Access, Room, Who
from lexheller.web.library.feed import Entry, atom
from lexheller.web.page import away, house, page, words
from lexheller.web.rates import Rates
from lexheller.web.submitter.asking import Offered

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

room = Room("library", __name__, template_folder="templates")

STORY: Final = Access(Who.ANYBODY, finds="story")
MET_TRIES: Final = "10 per day"
"""From one address block: an office may say it for several stories, and nobody can make a small thing large."""
AT_ONCE: Final = 20
IN_THE_FEED: Final = 50
_MET: Final = "met"
_RATES: Final = "lexheller.met_rates"
room.record_once(lambda state: state.app.extensions.setdefault(_RATES, Rates({"met": MET_TRIES})))


def _delay() -> timedelta:
    return timedelta(days=house().settings.library_days)


def _stories() -> tuple[Story, ...]:
    def work(uow: UnitOfWork) -> tuple[Story, ...]:
        return library.stories(uow, house().office, _delay())

    return house().store.read(work)


def _story(name: str) -> Story:
    return next((story for story in _stories() if story.id == name), None) or abort(404)


@room.page("/bibliotek", ANYBODY)
def shelf() -> Response:
    """List the stories, all or those about a theme."""
    every, theme = _stories(), request.args.get("tema", "")
    known = sorted({each for story in every for each in story.themes})
    found = [story for story in every if not theme or theme in story.themes]
    number = request.args.get("sida", "1")
    start = (max(int(number), 1) - 1) * AT_ONCE if number.isdecimal() and len(number) < 6 else 0  # noqa: PLR2004  # digits
    said = words()
    return page(
        "library/shelf.html",
        stories=found[start : start + AT_ONCE],
        before=_page(start - AT_ONCE, theme) if start else "",
        after=_page(start + AT_ONCE, theme) if start + AT_ONCE < len(found) else "",
        themes=[Offered("", said("web.library.every")), *(Offered(t, choice_label(said, "themes", t)) for t in known)]
        if known
        else [],
        theme=theme if theme in known else "",
        about=about,
        said=said,
    )


def _page(start: int, theme: str) -> str:
    number = start // AT_ONCE + 1
    return url_for("library.shelf", sida=number if number > 1 else None, tema=theme or None)


@room.page("/bibliotek/<name>", STORY)
def story(name: str) -> Response:
    """Show a story."""
    met = cast("list[str]", session.get(_MET, []))
    return page("library/story.html", story=_story(name), about=about, said=words(), mine=name in met)


@room.page("/bibliotek/<name>", STORY, post=True, endpoint="meet")
def meet(name: str) -> AnyResponse:
    """Count somebody who has met the same: once from a browser, seldom from one place. Says thanks either way."""
    found = _story(name)
    rates = cast("Rates", current_app.extensions[_RATES])
    met, where = cast("list[str]", session.get(_MET, [])), request.remote_addr or ""
    if found.id not in met and rates.allows("met", where):
        rates.count("met", where)
        house().store.write(lambda uow: library.meet(uow, house().office, _delay(), found.id))
    session[_MET] = [*(each for each in met if each != found.id), found.id][-40:]
    return away("library.story", name=found.id)


@room.page("/bibliotek/flode.atom", ANYBODY, endpoint="feed")
def feed() -> Response:
    """Give the stories as a feed."""
    said, here = words(), house().settings.address
    entries = [
        Entry(
            f"{here}{url_for('library.story', name=story.id)}",
            story.title,
            f"{story.text}\n\n{said('web.library.answered')}\n\n{story.answer}" if story.answer else story.text,
            began(story.released),
            tuple((theme, choice_label(said, "themes", theme)) for theme in story.themes),
        )
        for story in _stories()[:IN_THE_FEED]
    ]
    text = atom(
        f"{here}{url_for('library.feed')}", f"{here}{url_for('library.shelf')}", said("web.library.title"), entries,
        said.language,
    )  # fmt: skip
    return Response(text, mimetype="application/atom+xml")


def began(half: HalfYear) -> str:
    """Give the first day of a half-year: the library tells no finer time."""
    return f"{half.year}-{'01' if half.half == 1 else '07'}-01T00:00:00Z"


def about(story: Story, said: Words) -> str:
    """Say between whom it was, about what, and when it was published."""
    kinds = [said(f"partner.{kind}") for kind in story.kinds if said.has(f"partner.{kind}") and kind != "unclear"]
    parts = [
        _joined(kinds, said),
        said("web.library.about", themes=", ".join(choice_label(said, "themes", t) for t in story.themes))
        if story.themes
        else "",
        said("web.library.half.1" if story.released.half == 1 else "web.library.half.2", year=story.released.year),
    ]
    text = " · ".join(filter(None, parts))
    return text[:1].upper() + text[1:]


def _joined(names: list[str], said: Words) -> str:
    if len(names) < 2:  # noqa: PLR2004  # one alone, or none
        return "".join(names)
    return said("web.library.and", first=", ".join(names[:-1]), last=names[-1])
