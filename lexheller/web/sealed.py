"""How do values travel from one step of a form to the next without being kept here? In the page, sealed.

Whoever changes them, or keeps them for more than a day, begins again. They are packed and signed, not hidden: they are
the writer's own words on the writer's own screen.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer
from itsdangerous.encoding import base64_encode
from itsdangerous.serializer import Serializer

A_DAY = 24 * 60 * 60
_SMALL = 4096
"""Bytes up to which packing takes longer than it spares anybody: the page is packed on its way in any case."""


class _Sealer(URLSafeTimedSerializer):
    """Packs what is long, and writes what is short as it is."""

    def dump_payload(self, obj: Any) -> bytes:  # any JSON value
        """Write values without their seal."""
        written = Serializer.dump_payload(self, obj)
        return super().dump_payload(obj) if len(written) > _SMALL else base64_encode(written)


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
def _sealer(purpose: str, key: str) -> _Sealer:
    return _Sealer(key, salt=f"lexheller {purpose}")
