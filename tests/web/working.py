"""People who work with cases in the browser: what they open and press, in their own words."""

from __future__ import annotations

from typing import Any

from lexheller.desk import Desk
from tests.factories import a_form
from tests.web.browsing import Page, Visitor

NEUTRAL = "En person väntade länge på ett besked från två håll, som var för sig väntade på varandra."


def comes_in(front: Desk, **form: Any) -> str:
    """Let a report come in at GBG and give its number."""
    return front.submit(a_form(**form), federation="GBG").number


def attested(desk: Desk, number: str, text: str = NEUTRAL) -> str:
    """Let a process leader take a case as far as an attested text."""
    desk.do(number, "open_dialogue", {})
    desk.do(number, "retell", {"shared_text": text})
    desk.do(number, "attest", {"area_harmless": False})
    return number


def opens_case(visitor: Visitor, number: str) -> Page:
    """Open a case."""
    return visitor.opens(f"/arenden/{number}")


def asks(visitor: Visitor, number: str, step: str) -> Page:
    """Open the page of a step."""
    return visitor.opens(f"/arenden/{number}/steg/{step}")


def takes(visitor: Visitor, number: str, step: str, /, **filled: Any) -> Page:
    """Open the page of a step, fill it in and press its button."""
    asks(visitor, number, step)
    return visitor.sends(f"/steg/{step}", **filled)
