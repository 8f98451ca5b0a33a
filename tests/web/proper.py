"""What has to be true of every answer, whatever was asked? Headers, and a page that runs nothing but our own script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from werkzeug.test import TestResponse

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
"""Word for word, not read from the program: whoever loosens it has to say so here too."""
_LOADS = {"img": "src", "script": "src", "link": "href", "iframe": "src", "source": "src", "video": "src"}
_LEADS = {"a": "href", "form": "action", "button": "formaction", "area": "href", "use": "href"}


def faults_of(answer: TestResponse) -> Iterator[str]:
    """Name what an answer has that none should have, or lacks."""
    headers = answer.headers
    expected = {
        "Content-Security-Policy": POLICY,
        "Referrer-Policy": "no-referrer",
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
    }
    for name, value in expected.items():
        if headers.get(name) != value:
            yield f"{name}: {headers.get(name)}"
    if not answer.request.path.startswith("/static/") and headers.get("Cache-Control") != "no-store":
        yield f"kept by browsers: {headers.get('Cache-Control')}"
    for cookie in headers.getlist("Set-Cookie"):
        if not cookie.startswith("__Host-") or not {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= {
            part.strip() for part in cookie.split(";")
        }:
            yield f"cookie {cookie.partition('=')[0]}"
    location = headers.get("Location", "/")
    if not re.match(r"/(?![/\\])", location):
        yield f"leads elsewhere: {location[:60]}"
    if answer.mimetype == "text/html" and "attachment" not in headers.get("Content-Disposition", ""):
        reader = _Reader()
        reader.feed(answer.get_data(as_text=True))
        yield from reader.faults


class _Reader(HTMLParser):
    """Look for what a policy would have to stop, and for what leads or loads from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in {"style", "iframe", "object", "embed", "base", "applet"}:
            self.faults.append(f"<{tag}>")
        if tag == "script" and not given.get("src"):
            self.faults.append("<script> without src")
        if tag == "meta" and "http-equiv" in given:
            self.faults.append("<meta http-equiv>")
        self.faults += [f"{name}= on <{tag}>" for name in given if name == "style" or name.startswith("on")]
        for name in (_LOADS.get(tag), _LEADS.get(tag)):
            if name and name in given:
                self._goes(tag, given[name])

    def _goes(self, tag: str, address: str) -> None:
        here = re.match(r"/(?![/\\])|[?#]|$", address)
        mine = tag == "a" and re.match(r"(tel|mailto):[\w+@.%-]+$|https://localhost/", address)
        if not here and not mine:
            self.faults.append(f"<{tag}> to {address[:60]}")
