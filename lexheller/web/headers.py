"""What does every answer tell the browser? Keep it to yourself, run nothing that is not ours, show it in no frame."""

from __future__ import annotations

import gzip
import secrets
from functools import lru_cache
from io import BytesIO

from flask import Flask, Request, Response, request

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
_ALWAYS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_SMALLEST = 600
"""Bytes under which packing costs more than it saves."""
_PACKED = ("text/", "application/json", "application/atom+xml", "image/svg+xml")
_FOR_A_YEAR = "public, max-age=31536000, immutable"


def install(app: Flask) -> None:
    """Let every answer carry its headers, packed where the browser takes that."""

    @app.after_request
    def finish(response: Response) -> Response:
        for name, value in _ALWAYS.items():
            response.headers.add(name, value)  # nobody else sets them; to look for each costs as much as a statement
        if request.endpoint == "static":
            response.headers["Cache-Control"] = _FOR_A_YEAR if request.args.get("v") else "no-cache"
        else:
            # Pages hold what their reader may see and the next at the same browser may not.
            response.headers.setdefault("Cache-Control", "no-store")
        return _packed(request, response)


def _packed(asked: Request, response: Response) -> Response:
    if "Vary" in response.headers:
        response.vary.add("Accept-Encoding")
    else:
        response.headers.add("Vary", "Accept-Encoding")
    fits = asked.accept_encodings["gzip"] > 0 and (response.mimetype or "").startswith(_PACKED)
    if not fits or response.status_code not in {200, 422} or "Content-Encoding" in response.headers:
        return response
    if response.direct_passthrough:
        response.direct_passthrough = False
    body = response.get_data()
    if len(body) < _SMALLEST:
        return response
    static = asked.endpoint == "static"
    response.set_data(_small(body) if static else _blurred(body))
    response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Length"] = str(len(response.get_data()))
    return response


@lru_cache(maxsize=32)
def _small(body: bytes) -> bytes:
    return gzip.compress(body, 9, mtime=0)


def _blurred(body: bytes) -> bytes:
    """Pack an answer so that its size does not tell a guesser what stands in it; the answer itself stays as it is.

    What varies is the name in the pack's own header (RFC 1952, FNAME), which nobody is shown.
    """
    name = secrets.token_hex(32)[: secrets.randbelow(64) + 1]  # as many signs as bytes, even and odd
    packed = BytesIO()
    with gzip.GzipFile(name, "wb", 6, packed, mtime=0) as file:
        file.write(body)
    return packed.getvalue()
