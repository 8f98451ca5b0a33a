"""The floors of the web: bare Flask pages that store one row, served as `lexheller serve` serves.

`kept` stores as durably as the house does, over a connection that each thread keeps (WAL, `synchronous=FULL`): what a
quick page costs that loses nothing. `tutorial` is written as Flask's own tutorial writes one: a connection for each
request with SQLite's own settings, one insert, commit, close.
"""

from __future__ import annotations

import sqlite3
import sys
import threading
from contextlib import closing

from flask import Flask, Response, current_app, g, request
from waitress import serve

from lexheller.cli.serve import HOST, THREADS

SETTINGS = ("journal_mode=WAL", "synchronous=FULL")
_TABLE = "CREATE TABLE stories(n INTEGER PRIMARY KEY, story TEXT)"
_INSERT = "INSERT INTO stories(story) VALUES(?)"


def _thanks(number: int | None) -> Response:
    return Response(f"<!doctype html><title>Tack</title><p>{number}</p>")


def kept(place: str) -> Flask:
    """Make a page that reads a form, inserts it durably, and says so."""
    app = Flask("bare")
    mine = threading.local()

    def con() -> sqlite3.Connection:
        if not hasattr(mine, "con"):
            mine.con = sqlite3.connect(place, timeout=30, isolation_level=None)
            for setting in SETTINGS:
                mine.con.execute(f"PRAGMA {setting}")
        found: sqlite3.Connection = mine.con
        return found

    con().execute(_TABLE)

    @app.post("/")
    def send() -> Response:
        return _thanks(con().execute(_INSERT, (request.form["story"],)).lastrowid)

    return app


def tutorial(place: str) -> Flask:
    """Make the same page as the tutorial would; it waits as long for others as the other floor does."""
    app = Flask("tutorial")
    app.config["DATABASE"] = place

    def get_db() -> sqlite3.Connection:
        if "db" not in g:
            g.db = sqlite3.connect(current_app.config["DATABASE"], timeout=30)
        found: sqlite3.Connection = g.db
        return found

    @app.teardown_appcontext
    def close_db(_error: BaseException | None = None) -> None:
        db = g.pop("db", None)
        if db is not None:
            db.close()

    with closing(sqlite3.connect(place)) as db:
        db.execute(_TABLE)

    @app.post("/")
    def send() -> Response:
        db = get_db()
        done = db.execute(_INSERT, (request.form["story"],))
        db.commit()
        return _thanks(done.lastrowid)

    return app


FLOORS = {"kept": kept, "tutorial": tutorial}

if __name__ == "__main__":
    serve(FLOORS[sys.argv[3]](sys.argv[2]), host=HOST, port=int(sys.argv[1]), threads=THREADS, ident=None)
