"""How does a page come about? Its template, the reader's words, and what every page has around it."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from flask import Flask, Response, current_app, g, make_response, redirect, render_template, request, session, url_for
from jinja2 import StrictUndefined
from markupsafe import Markup, escape

from lexheller.anonymity import language_of
from lexheller.i18n import LANGUAGES, Words
from lexheller.i18n import dates as written
from lexheller.i18n.choices import choice_label, sentence
from lexheller.web.isolated import sentences_for

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

    from lexheller.app import House
    from lexheller.i18n.own import Own

STATIC = Path(__file__).with_name("static")
_STOCKHOLM = ZoneInfo("Europe/Stockholm")
LANGUAGE = "sprak"
"""What the reader's language is called in an address and in the browser's note of it."""


def house() -> House:
    """Give the house this page stands in."""
    return cast("House", current_app.extensions["lexheller.house"])


_WRITTEN = 20
"""Signs from which on what was typed is worth keeping; shorter values are choices, numbers and days."""


SECRETS = frozenset({"password", "again", "present"})
"""Fields that nobody is shown again what they typed into."""


def sent_again() -> list[tuple[str, str]]:
    """Give the form that was sent, to be sent once more as it was; nothing where it holds a password."""
    if request.method != "POST" or SECRETS.intersection(request.form):
        return []
    return [(key, value) for key, value in request.form.items(multi=True) if key != "csrf_token"]


def texts_sent() -> list[tuple[str, str]]:
    """Give the texts of the form that was sent, by field, to be shown where they could not be taken."""
    aside = {"csrf_token", *SECRETS}
    found = [(key, text) for key, text in request.form.items() if len(text.strip()) >= _WRITTEN and key not in aside]
    return [(key, text) for key, text in found if any(map(str.isspace, text.strip()))]


def language() -> str:
    """Give the reader's language: the one they chose, else the house's."""
    chosen = session.get(LANGUAGE)
    return chosen if chosen in LANGUAGES else house().settings.language


def words() -> Words:
    """Give the reader's words, as they are said in the federation that the page is about.

    They are the same from page to page as long as nothing is called otherwise: what is made of them may be kept.
    """
    return _words(language(), own_words())


@lru_cache(maxsize=64)
def _words(language: str, own: Own | None) -> Words:
    return sentences_for(language).called(own)


def own_words() -> Own | None:
    """Give the own words of that federation; the same as long as nobody changes them."""
    return house().own.of(_federation())


def _federation() -> str:
    """Name the federation of whoever is signed in or reads by a link or code, or the one addressed; "" for none."""
    known = g.get("session")
    return str(known.federation if known is not None else (request.view_args or {}).get("federation", ""))


def page(template: str, status: int = 200, **values: Any) -> Response:
    """Fill a template."""
    return make_response(render_template(template, **values), status)


def away(endpoint: str, **values: Any) -> AnyResponse:
    """Send the browser on after something was done, so that loading the page again does it no second time."""
    return redirect(url_for(endpoint, **values), 303)


def phone(number: str) -> Markup:
    """Draw a telephone number that can be pressed on a phone, and does not break over a line."""
    digits = "".join(re.findall(r"[+\d]", number))
    return Markup('<a class="nobr" href="tel:{}">{}</a>').format(digits, number) if digits else escape(number)


def install(app: Flask) -> None:
    """Give templates what they all use."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(day=_day, short=_short, moment=_moment, month=_month, bdi=_bdi, paragraphs=_paragraphs)
    app.jinja_env.filters["sentence"] = sentence
    app.jinja_env.filters["phone"] = phone

    @app.context_processor
    def around() -> dict[str, Any]:
        found = words()
        return {
            "words": found,
            "choice": lambda field, code: choice_label(found, field, str(code)),
            "language": found.language,
            "other_language": "en" if found.language == "sv" else "sv",
            "language_address": _language_address,
            "asset": asset,
            "wordmark": wordmark(),
            "me": g.get("viewer"),
            "my_name": g.get("name", ""),
            "today": house().office.today(),
        }

    @app.before_request
    def choose_language() -> AnyResponse | None:
        asked = request.args.get(LANGUAGE)
        if request.method != "GET" or asked not in LANGUAGES or request.endpoint is None:
            return None
        session[LANGUAGE] = asked
        return redirect(this_page(**{LANGUAGE: ""}))


def _language_address() -> str:
    """Give the address of this page in the other language; a page that answers a form begins anew where it stands."""
    other = "en" if language() == "sv" else "sv"
    if request.endpoint is not None and request.url_rule is not None and "GET" in (request.url_rule.methods or ()):
        return this_page(**{LANGUAGE: other})
    return f"{quote(request.path) if _opens() else '/'}?{LANGUAGE}={other}"


def _opens() -> bool:
    """Tell whether there is a page to be opened at the address that a form was sent to."""
    adapter = current_app.create_url_adapter(request)
    return request.url_rule is not None and adapter is not None and adapter.test(method="GET")


def this_page(**changed: str) -> str:
    """Give the address of the page that was asked for, with some of its query changed; "" takes a part away.

    What else stands in a query stays there: `url_for` would take some names for wishes about the address itself.
    """
    kept = [(name, value) for name, value in request.args.items(multi=True) if name not in changed]
    query = urlencode([*kept, *((name, value) for name, value in changed.items() if value)])
    path = url_for(cast("str", request.endpoint), **(request.view_args or {}))
    return f"{path}?{query}" if query else path


@cache
def asset(name: str) -> str:
    """Give the address of a file that may be kept for a year: it changes with what is in it."""
    return url_for("static", filename=name, v=sha256((STATIC / name).read_bytes()).hexdigest()[:12])


@cache
def wordmark() -> Markup:
    """Give the wordmark as SVG to stand in a page."""
    return Markup((STATIC / "wordmark.svg").read_text(encoding="utf-8").strip())  # noqa: S704  # our own file


def local(moment: datetime) -> datetime:
    """Give a stored moment on the clock people read."""
    return moment.astimezone(_STOCKHOLM)


def _day(day: date | datetime) -> str:
    return written.long_date(local(day).date() if isinstance(day, datetime) else day, language())


def _short(day: date | datetime) -> str:
    return written.short_date(local(day).date() if isinstance(day, datetime) else day, language())


def _month(day: date) -> str:
    return written.month(day, language())


def _moment(moment: datetime) -> str:
    return f"{_day(moment)} {local(moment):%H.%M}"


def short_moment(moment: datetime) -> str:
    """Write a moment of these days: "3 mars 14.05"."""
    return f"{_short(moment)} {local(moment):%H.%M}"


def _bdi(text: object) -> Markup:
    """Keep somebody's words to themselves, whichever way they run and in whichever language."""
    return Markup("<bdi{}>{}</bdi>").format(_lang(str(text)), text)


def _lang(text: str) -> Markup:
    """Name the language of somebody's words where it is not the page's: they are read aloud in it (WCAG 3.1.2)."""
    spoken = language_of(text, house().settings.language)
    return Markup("") if spoken == language() else Markup(' lang="{}"').format(spoken)


def _paragraphs(text: str) -> Markup:
    """Draw somebody's words as paragraphs; a line end stays one."""
    found = [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]
    line_end, begins = Markup("<br>"), Markup('<p dir="auto"{}>').format(_lang(text))
    return Markup("").join(begins + Markup("{}</p>").format(line_end.join(part.split("\n"))) for part in found)
