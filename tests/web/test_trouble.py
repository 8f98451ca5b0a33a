"""What does somebody read when the disk is full, when nothing can be written, or when what they sent is too much?"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest
from flask import Flask

import lexheller.web
from lexheller.app import House, make_house
from lexheller.cli.serve import LIMITS, behind
from lexheller.desk import Desk
from lexheller.settings import load_settings
from lexheller.web import make_app
from lexheller.web.page import SECRETS
from tests.cli.conftest import founding
from tests.house import Clock
from tests.serving import answering
from tests.web.browsing import Visitor
from tests.web.proper import faults_of
from tests.web.telling import HAPPENED, begins, comes_to_check, receipt, sends_in, tells, text_in, types_code
from tests.web.working import comes_in

LARGEST_BODY = 256 * 1024
Trouble = tuple[House, Callable[[], AbstractContextManager[None]]]
PLAIN = "Inget är sparat och inget är borta."


def test_a_password_is_shown_to_nobody_again(visitor: Visitor) -> None:
    token = visitor.opens("/folj").form("code").values["csrf_token"]
    secret = "tre gula kajakväskor i hallen"
    typed = {"csrf_token": token, "present": [secret], "password": [secret], "again": [secret], "note": [HAPPENED]}
    page = visitor.posts("/konto/losenord", typed)
    assert (HAPPENED in page.text, secret in page.html) == (True, False)
    places = Path(lexheller.web.__file__).parent.rglob("*.html")
    a_field = re.compile(r'draw\.field\("(\w+)", [^}]*?"password"')
    assert {name for each in places for name in a_field.findall(each.read_text("utf-8"))} == SECRETS


# --- too late -------------------------------------------------------------------------------------------


def test_a_form_from_before_somebody_signed_in_gives_back_what_was_written(visitor: Visitor) -> None:
    begins(visitor)
    page = visitor.sends("story", press="next", csrf_token="of another session", what_happened=HAPPENED)
    assert (page.status, HAPPENED in page.text) == (400, True)
    begins(visitor)
    visitor.client.environ_base["HTTP_SEC_FETCH_SITE"] = "cross-site"
    page = visitor.sends("story", press="next", csrf_token="of another session", what_happened=HAPPENED)
    assert (page.status, HAPPENED in page.text) == (400, False), "nobody wrote that here"


# --- too much -------------------------------------------------------------------------------------------


def test_a_body_that_is_too_large_is_answered_in_words(visitor: Visitor) -> None:
    begins(visitor)
    page = tells(visitor, "å " * LARGEST_BODY)
    assert (page.status, "20 000 tecken" in page.text) == (413, True)
    assert not list(faults_of(page.response))


def test_a_text_that_is_too_long_stands_there_to_be_shortened(visitor: Visitor) -> None:
    begins(visitor)
    page = tells(visitor, "å " * 10_001)
    assert (page.status, "20 000 tecken" in page.text) == (422, True), page.text[:300]
    assert len(text_in(page, "what_happened")) > 20_000
    assert tells(visitor, "å " * 9_999 + "å").status == 200


def test_so_is_a_message_that_is_too_long(visitor: Visitor) -> None:
    _, code = sends_in(visitor)
    types_code(visitor, code)
    page = visitor.sends("message", message="å " * 10_001)
    assert page.status == 422
    assert "å å å å" in page.html


def test_the_server_reads_no_more_than_it_has_to_and_keeps_it_out_of_files(app: Flask) -> None:
    assert app.config["MAX_CONTENT_LENGTH"] == app.config["MAX_FORM_MEMORY_SIZE"] == LARGEST_BODY
    assert LARGEST_BODY < LIMITS["max_request_body_size"] < LIMITS["inbuf_overflow"]
    with answering(app, threads=1, **LIMITS, **behind("")) as port:
        for size, told in ((LARGEST_BODY + 1, "20 000 tecken"), (LIMITS["max_request_body_size"] + 1, "Too Large")):
            with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as link:
                link.putrequest("POST", "/beratta/GBG")
                link.putheader("Content-Type", "application/x-www-form-urlencoded")
                link.putheader("Content-Length", str(size))
                link.endheaders(b"a" * size if size < LIMITS["max_request_body_size"] else b"a")
                answer = link.getresponse()
                assert answer.status == 413
                assert told in answer.read().decode()


# --- a disk that takes nothing --------------------------------------------------------------------------


@contextmanager
def no_file_grows() -> Iterator[None]:
    """Let no file grow: what a quota does, and what a full disk looks like to whoever writes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture(params=["no file grows", "full disk", "read-only disk"])
def trouble(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[Trouble]:
    """Return a house, and what makes its disk take nothing more until the end of a block."""
    mount = tmp_path / "disk"
    if request.param != "no file grows":
        mount.mkdir()
        if os.geteuid() != 0 or not mounted(mount, "-t", "tmpfs", "-o", "size=4m", "tmpfs"):
            pytest.skip("only root may mount a small disk, and not everywhere")
    named = {"LEXHELLER_DATABASE": f"sqlite:///{mount}/lexheller.db"} if mount.exists() else {}
    how: dict[str, Callable[[], AbstractContextManager[None]]] = {
        "no file grows": no_file_grows,
        "full disk": lambda: full(mount),
        "read-only disk": lambda: read_only(house, mount),
    }
    house = make_house(load_settings(None, {**os.environ, **named}), founding(), clock)
    try:
        yield house, how[request.param]
    finally:
        house.close()
        if mount.exists():
            subprocess.run(["umount", "-l", mount], check=False)


def mounted(place: Path, *how: str) -> bool:
    mount = shutil.which("mount")
    return mount is not None and subprocess.run([mount, *how, place], check=False, capture_output=True).returncode == 0


@contextmanager
def full(disk: Path) -> Iterator[None]:
    """Fill a disk to the last byte."""
    with (disk / "filling").open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"\0" * 4096):
            pass
    try:
        yield
    finally:
        (disk / "filling").unlink()


@contextmanager
def read_only(house: House, disk: Path) -> Iterator[None]:
    """Let a disk be read and no more, as after a fault and a new start."""
    house.store.close()
    assert mounted(disk, "-o", "remount,ro")
    try:
        yield
    finally:
        house.store.close()
        assert mounted(disk, "-o", "remount,rw")


def test_a_disk_that_takes_nothing_gives_a_plain_page_and_loses_nothing(trouble: Trouble) -> None:
    house, breaks = trouble
    app = make_app(house, demo=True)
    app.testing = True
    front = Desk(house, None)
    number = comes_in(front)
    submitter, elsa = Visitor(app), Visitor(app).signs_in("elsa")
    checked = comes_to_check(submitter)
    elsa.opens(f"/arenden/{number}/steg/say")
    leader, message = elsa.page, "Vi hör av oss så fort vi vet mer om vad som hände."
    assert leader is not None
    with breaks():
        page = submitter.sends("story", press="send")
        assert (page.status, PLAIN in page.text) == (503, True), page.text
        assert submitter.sends("Försök igen").status == 503
        assert not list(faults_of(page.response))
        said = elsa.sends("/steg/say", message=message)
        assert (said.status, PLAIN in said.text, message in said.text) == (503, True, True), said.text
        assert not list(faults_of(said.response))
        for address in (f"/arenden/{number}", "/beratta/GBG"):
            assert elsa.opens(address).status in {200, 503}
        assert (Visitor(app).opens("/redo").status, Visitor(app).opens("/halsa").status) == (503, 200)
    assert Visitor(app).opens("/redo").status == 200
    elsa.page = leader
    assert elsa.sends("/steg/say", message=message).status == 200
    assert message in elsa.opens(f"/arenden/{number}").text
    assert checked.status == 200
    got, _ = receipt(submitter.sends("Försök igen"))
    assert int(got[-4:]) == int(number[-4:]) + 1  # what was refused has taken no number
