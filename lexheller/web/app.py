"""How are the rooms put together to one house that a browser can enter?"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import CSRFProtect

from lexheller.web import access, drawing, errors, headers, page, rooms, visitors

if TYPE_CHECKING:
    from itsdangerous import URLSafeTimedSerializer

    from lexheller.app import House

LARGEST_BODY = 256 * 1024
"""Bytes that a form may send: far more than the form holds when every text is as long as it may be in Swedish."""


class Pages(Flask):
    """Flask, but an error that even the page for errors could not tell is written down without what it says."""

    def log_exception(self, exc_info: Any) -> None:
        """Write down where, and of what kind."""
        if exc_info[1] is not None:
            errors.write_down(exc_info[1])


class Cookies(SecureCookieSessionInterface):
    """Flask's cookies, with what signs them made once: it would be made anew for every page."""

    _signs: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """Give what signs them; the key of an app that is made does not change."""
        if self._signs is None:
            self._signs = super().get_signing_serializer(app)
        return self._signs


def make_app(house: House, *, demo: bool = False) -> Flask:
    """Put the rooms together.

    Args:
        house: stays open as long as the app is used.
        demo: people sign in by choosing a sample person; only for a database that is the demo's.

    Raises:
        Undeclared: a route does not say whom it is for.
    """
    app = Pages("lexheller.web", static_folder=str(page.STATIC), static_url_path="/static")
    app.config.update(
        SECRET_KEY=house.keyring.mac("web pages").hex(),
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        MAX_FORM_MEMORY_SIZE=LARGEST_BODY,
        MAX_FORM_PARTS=500,
        SESSION_COOKIE_NAME="__Host-form",  # what forms are checked by, and the language; nobody is signed in by it
        SESSION_COOKIE_SECURE=True,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=8),
        WTF_CSRF_TIME_LIMIT=None,  # as long as the browser keeps its cookie: somebody may write for a whole morning
        WTF_CSRF_SSL_STRICT=False,  # pages send no referrer that could be checked
    )
    app.session_interface = Cookies()
    app.extensions["lexheller.house"] = house
    app.extensions["lexheller.demo"] = demo
    CSRFProtect(app)
    access.declared(app)["static"] = access.FILE
    page.install(app)
    drawing.install(app)
    errors.install(app)
    visitors.install(app)
    headers.install(app)
    for room in rooms.every():
        app.register_blueprint(room)
    access.check_declared(app)
    return app
