"""What does a browser that has never been here load for a page: the page and all it names, as they come over the wire?

Every page that links lead to from a person's first ones, in the demo's house, for each of its people; of pages of one
kind no more than a few. What is no picture or font must come compressed.
"""

from __future__ import annotations

import gzip
import re
import tempfile
from collections import Counter
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from bench.rounds import line
from lexheller.app import open_house
from lexheller.demo.people import PEOPLE
from lexheller.settings import load_settings
from lexheller.web import make_app
from lexheller.web.page import STATIC
from tests.browser.visiting import folders, make_demo
from tests.web.browsing import ADDRESS, Visitor

if TYPE_CHECKING:
    from flask import Flask

MOST = 40_000
OF_ONE_KIND = 4
LANGUAGES = ("sv", "en")
FIRST = ("/", "/in", "/beratta", "/folj", "/bibliotek", "/logga-in", "/rapport", "/mote", "/beslut", "/administration")
PACKED_ALREADY = (".woff2",)


def bytes_of(visitor: Visitor, address: str) -> bytes:
    """Load one thing as a browser asks for it; give what came over the wire."""
    headers = {"Accept-Encoding": "gzip, deflate, br"}
    with visitor.client.get(address, base_url=ADDRESS, headers=headers) as answer:
        body = bytes(answer.data)
        if answer.status_code == 200 and not address.partition("?")[0].endswith(PACKED_ALREADY):
            assert answer.headers.get("Content-Encoding") == "gzip" or len(body) < 600, f"{address} is not compressed"
        return body if answer.status_code == 200 and answer.mimetype != "application/json" else b""


def whole(body: bytes) -> str:
    """Unpack a page; "" where it is none."""
    text = gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
    return text.decode(errors="replace") if text.lstrip()[:9].lower() == b"<!doctype" else ""


def loads(html: str) -> set[str]:
    """List what a page names that is loaded with it, and what the sheets among that name."""
    named = set(re.findall(r'<(?:link|script|img)\b[^>]*?(?:href|src)="(/[^"]+)"', html))
    sheets = [STATIC / name.partition("?")[0].removeprefix("/static/") for name in named if ".css" in name]
    fonts = {url for sheet in sheets for url in re.findall(r"url\(\"?([\w.-]+)\"?\)", sheet.read_text("utf-8"))}
    return {name for name in named if name.startswith("/static/")} | {f"/static/{font}" for font in fonts}


def walk(app: Flask, visitor: Visitor) -> dict[str, int]:
    """Follow links from a person's first pages; give the weight of each page by its address."""
    size = cache(lambda address: len(bytes_of(visitor, address)))
    found: dict[str, int] = {}
    seen: Counter[str] = Counter()
    ahead = list(FIRST)
    rules = app.url_map.bind("localhost")
    while ahead:
        address = ahead.pop(0)
        place = address.partition("?")[0].partition("#")[0]
        if address in found or not rules.test(place):
            continue
        kind = rules.match(place)[0]
        if seen[kind] == OF_ONE_KIND:
            continue
        seen[kind] += 1
        body = bytes_of(visitor, address)
        html = whole(body)
        found[address] = len(body) + sum(size(each) for each in loads(html)) if html else 0
        ahead += [link for link in re.findall(r'<a [^>]*?href="(/[^"#]*)', html) if not link.startswith("/static")]
    return {address: weight for address, weight in found.items() if weight}


def main() -> None:
    """Print the heaviest pages."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        make_demo(home)
        with patch.dict("os.environ", folders(home)):
            settings = load_settings(None, {})
        with closing(open_house(settings)) as house:
            app = make_app(house, demo=True)
            found: dict[str, int] = {}
            for language in LANGUAGES:
                for person in (None, *PEOPLE):
                    visitor = Visitor(app)
                    if person is not None:
                        visitor.signs_in(person.id, person.federation)
                    visitor.opens(f"/?sprak={language}")
                    who = f"{person.id if person else 'anybody'}, {language}"
                    found |= {f"{address} ({who})": weight for address, weight in walk(app, visitor).items()}
    heaviest = sorted(found.items(), key=lambda each: -each[1])
    what, weight = heaviest[0]
    print(line(f"the heaviest of {len(found)} pages with all it loads, kB", weight / 1000, MOST / 1000))
    print(f"    {what}; then " + ", ".join(f"{address} {weight / 1000:.1f}" for address, weight in heaviest[1:6]))


if __name__ == "__main__":
    main()
