"""What is a one-time code? Six figures that a telephone works out from a shared secret and the time (RFC 6238)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pyotp
import segno
from markupsafe import Markup
from pyotp.utils import strings_equal

if TYPE_CHECKING:
    from datetime import datetime

STEP: Final = 30
_EITHER_SIDE: Final = (0, -1, 1)
"""Steps that a code may be from: clocks differ, and somebody types slowly."""


def is_one_time(typed: str) -> bool:
    """Tell a one-time code from a recovery code, by how it looks."""
    return re.fullmatch(r"\d{6}", re.sub(r"\s", "", typed)) is not None


def step_of(secret: str, typed: str, now: datetime) -> int | None:
    """Find the step of time that a code is right for; None when it is right for none near now."""
    code = re.sub(r"\s", "", typed)
    here = int(now.timestamp()) // STEP
    counted = pyotp.TOTP(secret, interval=STEP)
    found = None
    for aside in _EITHER_SIDE:  # all three each time, so that it takes as long whichever it is
        if strings_equal(counted.generate_otp(here + aside), code):
            found = here + aside
    return found


def address(secret: str, name: str) -> str:
    """Give what an app for codes reads: whose they are and what they are counted from."""
    return pyotp.TOTP(secret, interval=STEP).provisioning_uri(name=name, issuer_name="Lex Heller")


def picture(text: str) -> Markup:
    """Draw a QR code as SVG for a page: dark on light in both themes, since cameras want it so."""
    drawn = segno.make(text, error="m").svg_inline(scale=5, border=4, dark="#000", light="#fff", omitsize=True)
    return Markup(drawn)  # noqa: S704  # segno's own drawing, of figures alone


def grouped(secret: str) -> str:
    """Write a secret so that somebody can type it off."""
    return " ".join(re.findall(".{1,4}", secret))
