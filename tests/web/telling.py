"""Somebody without an account, who tells what happened and follows it: the steps of the form, in their own words."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from tests.web.browsing import Page, Visitor

HAPPENED = "Personen har läkarintyg men får inget besked. Två myndigheter väntar på varandra."


def begins(visitor: Visitor) -> Page:
    """Open the form of GBG."""
    return visitor.opens("/beratta/GBG")


def tells(visitor: Visitor, what: str = HAPPENED, partners: tuple[str, ...] = ("fk",), **more: Any) -> Page:
    """Fill in the first step."""
    return visitor.sends("story", press="next", what_happened=what, partners=list(partners), **more)


def says_who(visitor: Visitor, **changes: Any) -> Page:
    """Fill in the second step."""
    return visitor.sends("story", press="next", **{"submitter_org": "af", "contact_way": "code"} | changes)


def adds(visitor: Visitor, **more: Any) -> Page:
    """Fill in the third step, or leave it."""
    return visitor.sends("story", press="next", **more)


def comes_to_check(visitor: Visitor, **changes: Any) -> Page:
    """Go through the steps, up to where the answers are checked."""
    begins(visitor)
    tells(visitor)
    says_who(visitor, **changes)
    return adds(visitor)


def sends_in(visitor: Visitor, **changes: Any) -> tuple[str, str]:
    """Send a report in; give its number and code."""
    comes_to_check(visitor, **changes)
    return receipt(visitor.sends("story", press="send"))


def receipt(page: Page) -> tuple[str, str]:
    """Read number and code from a receipt."""
    number = re.search(r"GBG-\d{4}-\d{4}", page.text)
    shown = re.search(r'id="code"[^>]*>(.*?)</p>', page.html, re.DOTALL)
    assert number, page.text
    assert shown, page.text
    return number[0], "-".join(re.findall(r"<span>(\w+)</span>", shown[1]))


def types_code(visitor: Visitor, code: str) -> Page:
    """Open the page for codes and type one."""
    visitor.opens("/folj")
    return visitor.sends("code", code=code)


def text_in(page: Page, name: str) -> str:
    """Read what stands in a field of a form."""
    return unescape(page.form("story" if "story" in page.html else name).values[name][0])
