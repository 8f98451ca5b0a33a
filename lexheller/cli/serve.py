"""`lexheller serve`: how does everybody else get in? Through a browser, on this machine or behind a proxy."""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from typing import Any

import click

from lexheller.cli import output
from lexheller.cli.frame import Session, command, option, with_session
from lexheller.errors import NotPossible

HOST, PORT = "127.0.0.1", 8421
THREADS = 8
"""Pages drawn at once. Work in Python takes turns anyway; the others wait for the disk."""
LIMITS: dict[str, Any] = {"max_request_body_size": 512 * 1024, "inbuf_overflow": 1024 * 1024}
"""Twice what a page takes, so that a form too long gets a page of ours; no part of a body comes to lie in a file."""


@command("serve", "lexheller serve", "lexheller serve --port 8080")
@option("--port", type=click.IntRange(1, 65535), default=PORT, meta="number", words="serve_port")
@option("--demo", is_flag=True, words="serve_demo")
@with_session
def serve(session: Session, port: int, demo: bool) -> None:
    """Answer browsers until somebody stops it."""
    from contextlib import closing

    from lexheller.app import open_house
    from lexheller.demo.place import is_demo
    from lexheller.settings import is_loopback

    try:
        from waitress.server import create_server

        from lexheller.web import make_app
    except ModuleNotFoundError as lack:
        if (lack.name or "").startswith("lexheller"):
            raise
        raise NotPossible(why="web_not_installed") from lack
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("waitress").setLevel(logging.ERROR)
    settings = session.settings
    if is_loopback(settings.address):  # nobody has said what the world calls it: links lead to where it answers
        settings = replace(settings, address=f"http://{HOST}:{port}")
    with closing(open_house(settings)) as house:
        if demo and not house.store.read(is_demo):
            raise NotPossible(why="not_the_demo")
        app = make_app(house, demo=demo)
        try:
            server = create_server(
                app, host=HOST, port=port, threads=THREADS, ident=None, **LIMITS, **behind(settings.proxy)
            )
        except OSError:
            raise NotPossible(why="port_taken", port=port) from None
        output.aside(session.words("serve.ready", address=f"http://{HOST}:{port}/"))
        server.run()  # returns on Ctrl-C


def behind(proxy: str) -> dict[str, Any]:
    """Say whose word about visitors counts: that of the web server in front, if there is one, and of nobody else.

    Args:
        proxy: its address, as the settings name it; "" for none.
    """
    if not proxy:
        return {"clear_untrusted_proxy_headers": True}
    return {
        "trusted_proxy": proxy,
        "trusted_proxy_count": 1,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
        "clear_untrusted_proxy_headers": True,
    }
