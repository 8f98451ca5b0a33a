"""The floor of the web: a bare Flask page that stores one row durably, served as `lexheller serve` serves."""

from __future__ import annotations

import sqlite3
import sys
import threading

from flask import Flask, Response, request
from waitress import serve

from lexheller.cli.serve import HOST, THREADS

SETTINGS = ("journal_mode=WAL", "synchronous=FULL")


def make_app(place: str) -> Flask:
    """Make a page that reads a form, inserts it, and says so."""
    app = Flask("bare")
    mine = threading.local()

    def con() -> sqlite3.Connection:
        if not hasattr(mine, "con"):
            mine.con = sqlite3.connect(place, timeout=30, isolation_level=None)
            for setting in SETTINGS:
                mine.con.execute(f"PRAGMA {setting}")
        found: sqlite3.Connection = mine.con
        return found

    con().execute("CREATE TABLE stories(n INTEGER PRIMARY KEY, story TEXT)")

    @app.post("/")
    def send() -> Response:
        done = con().execute("INSERT INTO stories(story) VALUES(?)", (request.form["story"],))
        return Response(f"<!doctype html><title>Tack</title><p>{done.lastrowid}</p>")

    return app


if __name__ == "__main__":
    serve(make_app(sys.argv[2]), host=HOST, port=int(sys.argv[1]), threads=THREADS, ident=None)
