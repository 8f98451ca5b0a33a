"""Does a letter reach a real mail server whole, in the way that was asked for or not at all?"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from lexheller.delivery.letters import Letter, letter
from lexheller.delivery.server import Security, Server
from lexheller.delivery.smtp import send
from lexheller.errors import NotPossible
from lexheller.i18n import words_for
from tests.factories import NOON
from tests.post import PASSWORD, USER, Office, free_port, post_office

LETTER = Letter("elsa@example.org", "Åtta ärenden", "Hej!\n\nÅ, ä och ö. En rad " + 30 * "lång " + "\n")


def server_of(office: Office, **how: Any) -> Server:
    usual: dict[str, Any] = {"security": Security.NONE, "patience": 5}
    return Server("127.0.0.1", "lexheller@example.org", office.port, **usual | how)


@pytest.fixture
def office() -> Iterator[Office]:
    with post_office() as found:
        yield found


def refusal(server: Server, letter: Letter = LETTER) -> str:
    with pytest.raises(NotPossible) as caught:
        send(server, letter)
    return str(caught.value.data["why"])


def test_a_letter_arrives_whole(office: Office) -> None:
    number = send(server_of(office), LETTER, NOON)
    (got,) = office.letters
    assert office.to == ["elsa@example.org"]
    assert got.get_content().replace("\r\n", "\n") == LETTER.text
    assert dict(got.items()) == {
        "From": "lexheller@example.org",
        "To": "elsa@example.org",
        "Subject": "Åtta ärenden",
        "Date": "Mon, 02 Mar 2026 11:00:00 +0000",
        "Message-ID": number,
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "Content-Language": "sv",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": "quoted-printable",
        "MIME-Version": "1.0",
    }
    assert number.endswith("@example.org>")
    assert max(map(len, office.raw[0].split(b"\r\n"))) <= 78
    assert office.raw[0].isascii()


def test_no_two_letters_have_the_same_number(office: Office) -> None:
    assert send(server_of(office), LETTER) != send(server_of(office), LETTER)


@pytest.mark.parametrize("subject", ["a\r\nBcc: b@example.org", "a\nBcc: b@example.org", "a\x0bb", "a\u2028b"])
def test_a_subject_becomes_no_header(office: Office, subject: str) -> None:
    send(server_of(office), Letter("elsa@example.org", subject, "Hej"))
    assert office.letters[0]["Bcc"] is None
    assert office.to == ["elsa@example.org"]
    assert len(office.letters[0].keys()) == len(set(office.letters[0].keys())) == 11


@pytest.mark.parametrize(
    "address",
    [
        "",
        "elsa",
        "elsa@",
        "@example.org",
        "elsa@example.org,b@example.org",
        "elsa@example.org\nBcc: b@example.org",
        "elsa@example.org\r\n",
        "Elsa <elsa@example.org>",
        "elsa@example.org b@example.org",
        "elsa@example..org",
        "elsa@@example.org",
        "élsa@example.org",
        "elsa@example.org>",
        "-" + 100 * "a" + "@example.org",
    ],
)
def test_what_is_not_one_address_gets_no_letter(address: str) -> None:
    with pytest.raises(NotPossible) as caught:
        Letter(address, "Hej", "Hej")
    assert caught.value.data == {"why": "bad_mail_address"}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_words_are_filled_in_and_never_read_as_a_template(language: str) -> None:
    name = "{until} {{ 7*7 }} {% raw %}"
    told = {"who": name, "name": "elsa", "federation": "F", "asked": "Elsa Exempel", "address": "https://x"}
    found = letter(words_for(language), "invitation", "a@example.org", until="snart", **told)
    assert name in found.text
    assert "https://x" in found.text
    assert found.language == language


# --- what goes wrong ------------------------------------------------------------------------------------


def test_nobody_there() -> None:
    assert refusal(server_of(Office(free_port()))) == "mail_unreachable"
    assert refusal(Server("finns-inte.invalid", "a@example.org", 25, Security.NONE)) == "mail_unreachable"


def test_an_address_that_is_not_taken(office: Office) -> None:
    office.refuses = "550 no such user"
    assert refusal(server_of(office)) == "mail_address"


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # on loopback, in a test
def test_a_server_that_asks_who_we_are() -> None:
    with post_office(asks_who=True) as office:
        assert refusal(server_of(office)) == "mail_refused"
        assert refusal(server_of(office, user=USER, password="fel")) == "mail_sign_in"
        assert office.letters == []
        send(server_of(office, user=USER, password=PASSWORD), LETTER)
        assert len(office.letters) == 1


# --- on the way -----------------------------------------------------------------------------------------


def certified(folder: Path) -> Path:
    """Make a certificate for this machine, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    place = folder / "machine.pem"
    bare, pem = serialization.NoEncryption(), serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, bare)
    place.write_bytes(private + made.public_bytes(pem))
    return place


@pytest.fixture
def safe_office(tmp_path: Path) -> Iterator[tuple[Office, Path]]:
    """A server that speaks TLS, and its certificate."""
    place = certified(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(place)
    with ExitStack() as stack:
        yield stack.enter_context(post_office(tls=context)), place


def test_tls_to_a_server_that_can_be_trusted(safe_office: tuple[Office, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    office, certificate = safe_office
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    send(server_of(office, security=Security.STARTTLS), LETTER)
    assert len(office.letters) == 1


def test_a_certificate_that_nobody_vouches_for_is_refused(safe_office: tuple[Office, Path]) -> None:
    office, _ = safe_office
    assert refusal(server_of(office, security=Security.STARTTLS)) == "mail_unsafe"
    assert office.letters == []


def test_a_server_without_tls_gets_nothing_in_the_open(office: Office) -> None:
    assert refusal(server_of(office, security=Security.STARTTLS, user=USER, password=PASSWORD)) == "mail_unsafe"
    assert refusal(server_of(office, security=Security.TLS)) in {"mail_unsafe", "mail_unreachable"}
    assert office.letters == []


def test_every_refusal_has_its_words() -> None:
    for language in ("sv", "en"):
        for why in ("unreachable", "unsafe", "sign_in", "address", "refused"):
            assert "localhost" in words_for(language)(f"refused.mail_{why}", host="localhost", port=25)
