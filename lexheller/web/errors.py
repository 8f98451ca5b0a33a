"""What does a page say when something is wrong? The sentence of the error, with the status that goes with it.

An unexpected error is written to the log by its kind and place alone: what it says may be somebody's words.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Sequence
from typing import Any

from flask import Flask, Response, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from lexheller.errors import GateFailed, GateStopped, LexHellerError, Mistake, NotFound, Refused, Stale, StoreUnusable
from lexheller.forms.wording import sentences
from lexheller.web.page import page, sent_again, texts_sent, words

log = logging.getLogger("lexheller.web")

_STATUS = ((NotFound, 404), (Stale, 409), (StoreUnusable, 503), (Refused, 422), (Mistake, 400))


def status_of(error: LexHellerError) -> int:
    """Give the status of the family that an error belongs to; one of no family is our fault."""
    return next((status for family, status in _STATUS if isinstance(error, family)), 500)


def install(app: Flask) -> None:
    """Answer every error with a page of ours."""

    @app.errorhandler(LexHellerError)
    def refused(error: LexHellerError) -> Response:
        status = status_of(error)
        if status == 404:  # noqa: PLR2004  # not there, or not yours: the same page for both
            return _said(status)
        if isinstance(error, StoreUnusable):
            log.error("%s at %s", type(error).__name__, request.url_rule)
            return _said(status, kept=texts_sent(), again=sent_again())
        if isinstance(error, GateFailed):  # what an operator does about it is for the log's readers, not for a visitor
            log.error("%s (%s) at %s", type(error).__name__, error.data["kind"], request.url_rule)
            return _said(503, "gate", kept=texts_sent(), again=sent_again())
        told = [] if isinstance(error, GateStopped) else sentences(error, words())
        return page("error.html", status, fault=status, told=told, kept=(), again=())

    @app.errorhandler(CSRFError)
    def stale_form(_error: CSRFError) -> Response:
        foreign = request.headers.get("Sec-Fetch-Site") == "cross-site"  # then nobody wrote it here
        return _said(400, "form", kept=() if foreign else texts_sent())

    @app.errorhandler(HTTPException)
    def not_so(error: HTTPException) -> Response | HTTPException:
        if error.response is not None:  # a redirection that routing asks for
            return error
        return _said(error.code or 500)

    @app.errorhandler(Exception)
    def our_fault(error: Exception) -> Response:
        write_down(error)
        return _said(500)


def write_down(error: BaseException) -> None:
    """Log an unexpected error by its kind and where it happened, never by what it says."""
    places = traceback.extract_tb(error.__traceback__)
    way = " < ".join(f"{frame.filename.rpartition('lexheller/')[2]}:{frame.lineno}" for frame in reversed(places[-8:]))
    log.error("%s at %s: %s", type(error).__name__, request.url_rule, way)


Sent = Sequence[tuple[str, str]]


def _said(status: int, why: str = "", kept: Sent = (), again: Sent = ()) -> Response:
    known = status if status in _SENTENCES else 500 if status >= 500 else 400  # noqa: PLR2004  # families of statuses
    told: list[Any] = [words()(f"web.error.{why or known}.what")]
    return page("error.html", status, fault=known, told=told, kept=kept, again=again)


_SENTENCES = frozenset({400, 404, 405, 413, 429, 500, 503})
