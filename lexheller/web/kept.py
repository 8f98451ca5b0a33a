"""Which pages say the same to everybody but for a few words? Those are drawn once, and from then on filled in.

All that such a page is drawn from stands in its key by value, so what changes in the database, a federation's name say,
is another page at once, whichever process changed it. What is somebody's own is never part of what is kept: it comes
into places that the drawing leaves open.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Hashable, Mapping

from flask import Response, current_app, g, request
from flask_wtf.csrf import generate_csrf
from markupsafe import escape

from lexheller.web.page import language, own_words

Marks = Mapping[str, str]
"""What stands in an open place while a page is drawn, by the name of the place."""

CSRF = "csrf"
"""The place of what a form is checked by; every page has it."""
_MOST = 200
"""Pages kept; there are some ten for each federation and language, and one receipt more for each day."""
_MARK = f"place{secrets.token_hex(8)}"
"""Opens a mark, in signs that mean nothing in HTML; nobody outside this process can write one."""
_PLACE = re.compile(rf"{_MARK}(\w+?)z")
_KEY = "lexheller.kept"


def filled(key: Hashable, places: Mapping[str, str], draw: Callable[[Marks], str]) -> Response:
    """Answer with a page that is drawn where it has not been drawn yet, and filled in.

    Whoever is signed in gets a page of their own, drawn anew.

    Args:
        key: names the page, and holds all that it is drawn from beside words and address, by value.
        places: what goes into the open places: plain text.
        draw: gives the page with a mark in each open place.
    """
    kept: dict[Hashable, list[str]] = current_app.extensions.setdefault(_KEY, {})
    if "viewer" in g:  # a page with somebody's name and menu is theirs alone
        kept = {}
    whole = (key, own_words(), language(), request.script_root)
    parts = kept.get(whole)
    if parts is None:
        parts = _PLACE.split(draw({name: f"{_MARK}{name}z" for name in (*places, CSRF)}))
        if len(kept) >= _MOST:
            kept.clear()
        kept[whole] = parts
    words = {**places, CSRF: generate_csrf()}
    body = parts.copy()
    body[1::2] = [escape(words[name]) for name in parts[1::2]]
    return Response("".join(body))
