"""A browser without a screen: reads pages, fills in their forms as they stand, follows where it is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from lexheller.model.session import SessionKind
from lexheller.services import sessions
from lexheller.web.page import house
from lexheller.web.visitors import COOKIES

ADDRESS = "https://localhost"


@dataclass
class Form:
    """A form of a page: where it sends, what stands in it, and its buttons as (name, value, words)."""

    action: str
    method: str = "get"
    name: str = ""
    values: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)


class Page:
    """What was answered."""

    def __init__(self, response: TestResponse) -> None:
        self.response, self.status = response, response.status_code
        self.html = response.get_data(as_text=True)
        self.address = response.request.path

    @property
    def text(self) -> str:
        """What is read, without marks, blanks made one."""
        seen = re.sub(r"<(script|style|svg|head)\b.*?</\1>|<!--.*?-->|<[^>]+>", " ", self.html, flags=re.DOTALL)
        return " ".join(unescape(seen).replace("\u00ad", "").split())

    @property
    def title(self) -> str:
        return unescape(re.findall(r"<title>(.*?)</title>", self.html, re.DOTALL)[0])

    @property
    def heading(self) -> str:
        found = re.findall(r"<h1[^>]*>(.*?)</h1>", self.html, re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]+>", "", found[0])).replace("\u00ad", "").split()) if found else ""

    @property
    def forms(self) -> list[Form]:
        reader = _FormReader()
        reader.feed(self.html)
        return reader.forms

    @property
    def links(self) -> list[str]:
        return [unescape(found) for found in re.findall(r'<a [^>]*?href="([^"]*)"', self.html)]

    def form(self, part: str = "") -> Form:
        """Find the form whose address, field, button's value or button's words hold this; "" for the first in main."""
        found = [form for form in self.forms if part in " ".join(_said(form))]
        found = [form for form in found if not form.action.endswith("/logga-ut")] or found
        assert found, f"no form with {part!r} on {self.address}: {self.text[:500]}"
        return found[0]


class Visitor:
    """Somebody with a browser, signed in or not."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()
        self.app = app
        self.page: Page | None = None

    def opens(self, address: str, **values: Any) -> Page:
        """Read a page, wherever it sends the browser first."""
        answer = self.client.get(address, base_url=ADDRESS, follow_redirects=True, **values)
        self.page = Page(answer)
        return self.page

    def sends(self, part: str = "", /, press: str = "", **filled: Any) -> Page:
        """Fill in a form of the page that is open and send it; a list chooses several, None leaves out.

        Args:
            part: names the form, as `Page.form`.
            press: words, name or value of the button; the form's first one otherwise.
        """
        assert self.page is not None, "no page is open"
        form = self.page.form(part or press)
        values: dict[str, Any] = form.values | {name: listed(value) for name, value in filled.items()}
        pressed = next((b for b in form.buttons if press and press in " ".join(b)), None)
        assert pressed or not press, f"no button {press!r} among {form.buttons}"
        pressed = pressed or (form.buttons[0] if form.buttons else None)
        if pressed and pressed[0]:
            values[pressed[0]] = [pressed[1]]
        return self.posts(form.action or self.page.address, values)

    def posts(self, address: str, values: Mapping[str, Any]) -> Page:
        """Send what no page has asked for, or what one has; follows where it is sent."""
        answer = self.client.post(address, base_url=ADDRESS, data=values, follow_redirects=True)
        self.page = Page(answer)
        return self.page

    def raw(self, method: str, address: str, **values: Any) -> TestResponse:
        """Ask without following anything; the page that is open stays open."""
        return self.client.open(address, method=method, base_url=ADDRESS, **values)

    def signs_in(self, person: str, federation: str = "GBG") -> Visitor:
        """Hold a session, as signing in would give one."""
        with self.app.app_context():
            here = house()
            kind = SessionKind.PERSON
            word = here.store.write(lambda uow: sessions.begin(uow, here.office, kind, federation, person))
        self.client.set_cookie(COOKIES[kind], word, domain="localhost", secure=True, httponly=True, samesite="Lax")
        return self


def listed(value: Any) -> list[str]:
    if value is None:
        return []
    return [str(part) for part in value] if isinstance(value, list | tuple | set) else [str(value)]


def _said(form: Form) -> Iterator[str]:
    yield form.action
    yield form.name
    yield from form.values
    for button in form.buttons:
        yield from button


class _FormReader(HTMLParser):
    """Read forms as a browser would send them: what is ticked, chosen, written."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._outside: dict[str, list[tuple[str, str, str]]] = {}
        self._select = self._text_of = ""
        self._text = ""
        self._button: tuple[str, str, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        match tag:
            case "form":
                self._open = Form(given.get("action", ""), given.get("method", "get"), given.get("id", ""))
                self.forms.append(self._open)
            case "button":
                self._button, self._text = (name, given.get("value", ""), given.get("form", "")), ""
            case "textarea":
                self._text_of, self._text = name, ""
            case "select":
                self._select = name
            case "option" if self._select and ("selected" in given or self._select not in self._values()):
                self._values()[self._select] = [given.get("value", "")]
            case "input" if name and self._filled(given):
                self._values().setdefault(name, []).append(given.get("value", ""))

    def _filled(self, given: dict[str, str]) -> bool:
        return given.get("type", "text") not in {"checkbox", "radio"} or "checked" in given

    def _values(self) -> dict[str, list[str]]:
        return self._open.values if self._open else {}

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "form":
                self._open = None
            case "select":
                self._select = ""
            case "textarea":
                self._values().setdefault(self._text_of, []).append(self._text.removeprefix("\n"))
            case "button" if self._button:
                self._press()

    def _press(self) -> None:
        assert self._button is not None
        name, value, form = self._button
        words = " ".join(self._text.split())
        if form and (self._open is None or self._open.name != form):
            self._outside.setdefault(form, []).append((name, value, words))
        elif self._open:
            self._open.buttons.append((name, value, words))
        self._button = None

    def close(self) -> None:
        super().close()
        for form in self.forms:
            form.buttons += self._outside.get(form.name, []) if form.name else []

    def feed(self, data: str) -> None:
        super().feed(data)
        self.close()
