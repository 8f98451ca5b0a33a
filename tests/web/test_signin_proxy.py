"""Behind a web server in front, whose word about a visitor's address counts? Tried over real sockets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from typing import Any

import pytest
from flask import Flask, Response, request

from lexheller.cli.serve import behind
from tests.serving import answering


@contextmanager
def telling(proxy: str) -> Iterator[int]:
    """Answer with the address that a page is told of, as `lexheller serve` would be asked."""
    app = Flask("tells")
    app.add_url_rule("/", "tell", lambda: Response(f"{request.remote_addr} {request.scheme} {request.host}"))
    with answering(app, threads=1, **behind(proxy)) as port:
        yield port


@pytest.fixture
def told() -> Iterator[Callable[..., str]]:
    """Return a function that asks a server behind this proxy, with these headers."""
    with ExitStack() as stack:

        def ask(proxy: str, **headers: Any) -> str:
            link = HTTPConnection("127.0.0.1", stack.enter_context(telling(proxy)), timeout=10)
            stack.callback(link.close)
            link.request(
                "GET", "/", headers={"Host": "h.example"} | {k.replace("_", "-"): v for k, v in headers.items()}
            )
            return link.getresponse().read().decode()

        yield ask


FORGED = {"X_Forwarded_For": "192.0.2.7", "X_Forwarded_Proto": "https", "X_Forwarded_Host": "evil.example"}


def test_without_a_proxy_nobody_s_word_counts(told: Callable[..., str]) -> None:
    assert told("", **FORGED, Forwarded="for=192.0.2.8") == "127.0.0.1 http h.example"


def test_another_s_word_does_not_count(told: Callable[..., str]) -> None:
    assert told("192.0.2.1", **FORGED) == "127.0.0.1 http h.example"


def test_the_proxy_s_word_counts_and_its_last_alone(told: Callable[..., str]) -> None:
    assert told("127.0.0.1", **FORGED) == "192.0.2.7 https h.example"
    chain = FORGED | {"X_Forwarded_For": "10.9.8.7, 192.0.2.7"}  # the visitor made the first up
    assert told("127.0.0.1", **chain) == "192.0.2.7 https h.example"
