"""Does the example for nginx do what it says? A real nginx with that file, a certificate and sockets of its own."""

from __future__ import annotations

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from lexheller.services import accounts
from lexheller.web.signin import passwords
from tests.postgres import free_port
from tests.whole.houses import Home
from tests.whole.senders import FORM, Sender, filled
from tests.whole.served import CHECKOUT, PATIENCE, Served, ended, serve

EXAMPLE = CHECKOUT / "examples" / "nginx" / "lexheller.conf"
UNPACKED = CHECKOUT / ".venv" / "nginx" / "usr" / "sbin"
"""Where `make nginx` puts Debian's, which starts no server of its own there."""
NAME = "lexheller.example.org"
PASSWORD = "tre gula kajakväskor"
HERE = "127.0.0.1"


def certificate(folder: Path) -> None:
    """Make a key and a certificate that it has signed itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(plain)
    (folder / "fullchain.pem").write_bytes(made.public_bytes(pem))


class Over(HTTPSConnection):
    """A connection over TLS to nginx's port, from an address of this machine, as if its name were known."""

    def __init__(self, port: int, folder: Path, source: str) -> None:
        super().__init__(NAME, timeout=PATIENCE)
        self.to, self.source = (HERE, port), source
        self.tls = ssl.create_default_context(cafile=folder / "fullchain.pem")

    def connect(self) -> None:
        plain = socket.create_connection(self.to, PATIENCE, (self.source, 0))
        self.sock = self.tls.wrap_socket(plain, server_hostname=NAME)


class Front:
    """nginx in front of a server."""

    def __init__(self, folder: Path, behind: Served, tells: str = "crit") -> None:
        self.folder, self.behind, self.tells, self.nginx = folder, behind, tells, ""
        self.plain, self.tls = free_port(), free_port()

    def visits(self, source: str = "127.0.5.9") -> Over:
        """Connect as a visitor from an address."""
        return Over(self.tls, self.folder, source)

    def settings(self) -> str:
        """Put the example into nginx's own settings: with this test's ports and files, else as it stands."""
        example = EXAMPLE.read_text(encoding="utf-8")
        for was, becomes in (
            ("listen 80 ", f"listen {HERE}:{self.plain} "),
            ("listen 443 ", f"listen {HERE}:{self.tls} "),
            ("server 127.0.0.1:8421;", f"server {HERE}:{self.behind.port};"),
            ("/etc/ssl/lexheller/", f"{self.folder}/"),
            ("/var/log/nginx/", f"{self.folder}/"),
            (".log crit;", f".log {self.tells};"),
        ):
            assert was in example
            example = example.replace(was, becomes)
        places = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        scratch = "\n".join(f"{name}_temp_path {self.folder}/{name};" for name in places)
        whose = "user root;\n" if os.getuid() == 0 else ""
        return f"{whose}pid {self.folder}/pid;\nevents {{}}\nhttp {{\n{scratch}\n{example}\n}}\n"

    @contextmanager
    def running(self, nginx: str) -> Iterator[Front]:
        """Let nginx run."""
        self.nginx = nginx
        file = self.folder / "nginx.conf"
        file.write_text(self.settings(), encoding="utf-8")
        log = self.folder / "start.log"
        words = [nginx, "-p", str(self.folder), "-e", str(log), "-c", str(file), "-g", "daemon off;"]
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        try:
            until = time.monotonic() + PATIENCE
            while True:
                try:
                    socket.create_connection((HERE, self.tls), 1).close()
                    break
                except OSError:
                    assert process.poll() is None, log.read_text(encoding="utf-8")
                    assert time.monotonic() < until
                    time.sleep(0.05)
            yield self
        finally:
            process.terminate()
            process.wait(PATIENCE)


@pytest.fixture
def front(on_sqlite: Home, tmp_path: Path) -> Iterator[Front]:
    """Return nginx in front of `lexheller serve`; without one, skip the test, or fail it in CI."""
    nginx = shutil.which("nginx", path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:{UNPACKED}")
    if nginx is None:
        lack = "no nginx here; on Debian: sudo apt-get install nginx-light"
        if os.environ.get("CI"):
            pytest.fail(lack)
        pytest.skip(lack)
    folder = tmp_path / "nginx"
    folder.mkdir()
    certificate(folder)
    on_sqlite.environ.update({"LEXHELLER_WEB_ADDRESS": f"https://{NAME}", "LEXHELLER_WEB_PROXY": HERE})
    server = serve(on_sqlite)
    try:
        with Front(folder, server).running(nginx) as running:
            yield running
    finally:
        ended(server)


def asked(link: HTTPConnection, method: str, address: str, body: str = "", **headers: str) -> tuple[HTTPResponse, str]:
    """Send a request with headers of one's own; give the answer and its page."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    if body:
        sent["Content-Type"] = "application/x-www-form-urlencoded"
    link.request(method, address, body.encode() if body else None, sent)
    answer = link.getresponse()
    return answer, answer.read().decode(errors="replace")


def test_in_the_open_one_is_sent_to_tls_under_its_own_name(front: Front) -> None:
    with closing(HTTPConnection(HERE, front.plain, timeout=PATIENCE)) as link:
        answer, _ = asked(link, "GET", "/folj", Host="evil.example")
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{NAME}/folj")


def test_a_page_comes_over_tls_packed_and_to_be_asked_for_so_for_a_year(front: Front) -> None:
    with closing(front.visits()) as link:
        answer, _ = asked(link, "GET", "/", Accept_Encoding="gzip")
    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers.get_all("Content-Security-Policy") is not None


def test_the_form_is_sent_and_names_the_address_to_come_back_to(front: Front) -> None:
    with closing(front.visits()) as link:
        sender = Sender(link)
        answer = sender.ask("POST", FORM, sender.comes_to_check())
    assert answer.receipt
    assert f"{NAME}/folj" in answer.html
    assert sender.cookie.startswith("__Host-form=")
    assert [path.name for place in ("client_body", "proxy") for path in (front.folder / place).rglob("*")] == []


def test_who_wrote_too_much_is_told_so_in_words(front: Front) -> None:
    with closing(front.visits()) as link:
        answer, page = asked(link, "POST", FORM, "what_happened=" + "a" * 300 * 1024)
    assert (answer.status, "20 000 tecken" in page) == (413, True), page[:200]


def test_one_signs_in_and_keeps_a_cookie_that_only_tls_carries(front: Front, on_sqlite: Home) -> None:
    with on_sqlite.desk("rut") as desk:
        rut = next(p for p in desk.house.store.read(lambda uow: uow.people.persons()) if p.id == "rut")
        desk.house.store.write(lambda uow: accounts.set_password(uow, rut, passwords.hashed(PASSWORD)))
    with closing(front.visits()) as link:
        sender = Sender(link)
        door = sender.ask("GET", "/logga-in")
        answer = sender.ask("POST", "/logga-in", filled(door, {"name": "rut", "password": PASSWORD}))
        assert answer.status == 303, answer.html
        assert re.fullmatch(r"__Host-session=[\w-]+; Secure; HttpOnly; Path=/; SameSite=Lax", answer.cookie)
        sender.cookie = answer.cookie.partition(";")[0]
        assert sender.ask("GET", "/konto").status == 200


def test_tries_are_counted_by_the_address_nginx_sees_whatever_the_visitor_says(front: Front) -> None:
    def tries(source: str, times: int, said: Callable[[int], str]) -> list[int]:
        with closing(front.visits(source)) as link:
            sender = Sender(link)
            form = filled(sender.ask("GET", "/folj"), {"code": "ABCD-EFGH-JKMN-PQRS-TVWX"})
            return [
                asked(link, "POST", "/folj", form, Cookie=sender.cookie, X_Forwarded_For=said(turn))[0].status
                for turn in range(times)
            ]

    assert tries("127.0.5.9", 31, lambda turn: f"198.51.{turn}.7") == [*[422] * 30, 429]
    assert tries("127.0.6.9", 1, lambda _: "127.0.5.9") == [422]


def test_nothing_of_a_visitor_is_written_down(front: Front) -> None:
    with closing(front.visits("127.0.7.77")) as link:
        for address in ("/folj?kod=hemligt-ord", "/finns-inte?kod=hemligt-ord"):
            asked(link, "GET", address, User_Agent="en-egen-webblasare")
    front.behind.kill()
    with closing(front.visits("127.0.7.77")) as link:
        answer, _ = asked(link, "GET", "/folj?kod=hemligt-ord", User_Agent="en-egen-webblasare")
    assert answer.status == 502
    logs = "".join(path.read_text(encoding="utf-8", errors="replace") for path in front.folder.glob("*.log"))
    assert [word for word in ("127.0.7.77", "hemligt", "webblasare") if word in logs] == []


def test_no_file_of_nginx_s_holds_what_somebody_writes(front: Front, tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    shutil.copytree(front.folder, folder, ignore=shutil.ignore_patterns("*.log"))
    with Front(folder, front.behind, "warn").running(front.nginx) as talks, closing(talks.visits()) as link:
        sender = Sender(link)
        form = filled(sender.ask("GET", FORM), {"what_happened": "å ä ö " * 3_300, "go": "next"})
        assert len(form) > 64 * 1024
        assert sender.ask("POST", FORM, form).status == 422
    assert "temporary file" not in (folder / "lexheller.log").read_text(encoding="utf-8")
