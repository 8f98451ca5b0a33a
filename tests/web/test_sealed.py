"""Do values come back from a page as they were sealed, long or short, and from nowhere else?"""

from __future__ import annotations

import pytest
from flask import Flask

from lexheller.web.sealed import seal, unseal


@pytest.mark.parametrize("long", [1, 900, 40_000])
def test_what_is_sealed_comes_back(app: Flask, long: int) -> None:
    values = ["GBG", {"what_happened": "å" * long}, None, True]
    with app.test_request_context("/"):
        sealed = seal("a story", values)
        assert unseal("a story", sealed) == values
        assert unseal("another", sealed) is None
        body, dot, signature = sealed.rpartition(".")
        other = "A" if signature[0] != "A" else "B"  # not the last sign: two of its bits stand for nothing
        assert unseal("a story", f"{body}{dot}{other}{signature[1:]}") is None


def test_only_what_is_long_is_packed(app: Flask) -> None:
    with app.test_request_context("/"):
        assert not seal("a story", "å" * 100).startswith(".")
        assert len(seal("a story", "å" * 40_000)) < 1000
