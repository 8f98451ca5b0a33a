"""How do values travel from one step of a form to the next without being kept here? In the page, sealed.

Whoever changes them, or keeps them for more than a day, begins again. They are packed and signed, not hidden: they are
the writer's own words on the writer's own screen.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

A_DAY = 24 * 60 * 60


def seal(purpose: str, values: object) -> str:
    """Put plain JSON values into one string for a hidden field."""
    return _sealer(purpose, current_app.config["SECRET_KEY"]).dumps(values)


def unseal(purpose: str, sealed: str, *, seconds: int = A_DAY) -> Any:  # what was sealed
    """Read what `seal` made; None when it was changed, made for something else, or is too old."""
    try:
        return _sealer(purpose, current_app.config["SECRET_KEY"]).loads(sealed, max_age=seconds)
    except BadData:
        return None


@cache
def _sealer(purpose: str, key: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(key, salt=f"lexheller {purpose}")
