"""Somebody without an account who sends the form over a socket, one of many at once, and costs little to be."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from http.client import HTTPConnection
from urllib.parse import urlencode

FORM = "/beratta/GBG"
HAPPENED = "Personen har läkarintyg men får inget besked. Två myndigheter väntar på varandra."
STEPS: tuple[Mapping[str, str | Sequence[str]], ...] = (
    {"what_happened": HAPPENED, "partners": ["fk", "primary_care"]},
    {"submitter_org": "labour_market_unit", "contact_way": "code"},
    {"tried": "Ett samtal med båda.", "proposal": "En gemensam tid varje månad."},
)
"""What is filled in on the three steps; nothing in it stops at the gate."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: bytes
    cookie: str = ""

    @property
    def html(self) -> str:
        """The page."""
        return self.body.decode()

    @property
    def receipt(self) -> tuple[str, str] | None:
        """Number and code, where they were shown."""
        number = re.search(r"GBG-\d{4}-\d{4,}", self.html)
        shown = re.search(r'id="code"[^>]*>(.*?)</p>', self.html, re.DOTALL)
        if self.status != 200 or not number or not shown:
            return None
        return number[0], "-".join(re.findall(r"<span>(\w+)</span>", shown[1]))


@dataclass
class Sender:
    """Somebody with a browser: one connection and the cookie of the form."""

    link: HTTPConnection
    cookie: str = ""
    waited: Callable[[Answer, float], None] = lambda _answer, _seconds: None
    """Is told of each answer to a POST, and how long it took."""

    def ask(self, method: str, address: str, body: str = "") -> Answer:
        """Send one request and read its answer."""
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        began = time.perf_counter()
        self.link.request(method, address, body.encode() if body else None, headers)
        answer = self.link.getresponse()
        got = Answer(answer.status, answer.read(), answer.headers.get("Set-Cookie", ""))
        if method == "POST":
            self.waited(got, time.perf_counter() - began)
        if got.cookie.startswith("__Host-form="):
            self.cookie = got.cookie.partition(";")[0]
        return got

    def comes_to_check(self, steps: Sequence[Mapping[str, str | Sequence[str]]] = STEPS) -> str:
        """Go through the three steps; give what "Skicka" would send, to be sent as often as one likes."""
        page = self.ask("GET", FORM)
        for step in steps:
            page = self.ask("POST", FORM, filled(page, {**step, "go": "next"}))
            assert page.status == 200, (page.status, page.html[:2000])
        return filled(page, {"other_channel": "no", "go": "send"})


def filled(page: Answer, values: Mapping[str, str | Sequence[str]]) -> str:
    """Fill in the form of a page: what travels in it, and what is answered."""
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.html))
    return urlencode({name: unescape(value) for name, value in hidden.items()} | dict(values), doseq=True)
