"""What may be written in the settings file, and what does each key take? `docs/settings.md` has a row for each key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Final

import msgspec

from lexheller.delivery.server import Security
from lexheller.i18n.language import DEFAULT
from lexheller.model.codes import Role

HERE: Final = "http://127.0.0.1:8421"
"""Where `lexheller serve` answers, unless it is told otherwise."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Say something in both languages."""

    sv: Annotated[str, msgspec.Meta(min_length=1)]
    en: Annotated[str, msgspec.Meta(min_length=1)]


class _Deadlines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    first_contact: str = "5 working_days"
    answer: str = "60 days"
    feedback: str = "14 days"
    interim: str = "30 days"
    rests: tuple[str, ...] = ()


class _Disposal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    decision: str = ""


class _Reopening(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    days: Annotated[int, msgspec.Meta(ge=0, le=3650)] = 30
    months: Annotated[int, msgspec.Meta(ge=0, le=120)] = 12


class _Web(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    address: Annotated[str, msgspec.Meta(pattern=r"^https?://[^/\s?#]+/?$")] = HERE
    proxy: str = ""


class _SignIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    codes_for: tuple[Role, ...] = (Role.PROCESS_LEADER, Role.FEDERATION_MANAGER, Role.ADMINISTRATOR)


class Mail(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Say which server takes our mail, and how it is told who we are."""

    host: str = ""
    port: Annotated[int, msgspec.Meta(ge=0, le=65535)] = 0
    security: Security = Security.STARTTLS
    user: str = ""
    password: str = ""
    password_file: str = ""
    sender: str = ""


class _Library(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    days: Annotated[int, msgspec.Meta(ge=0, le=3650)] = 30


_Code = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*$")]


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Say what may be written, by section."""

    database: str = ""
    key_file: str = ""
    checkpoints: str = ""
    backups: str = ""
    rules: str = ""
    language: str = DEFAULT
    busy_timeout: Annotated[float, msgspec.Meta(ge=0, le=600)] = 5.0
    few_alike: Annotated[int, msgspec.Meta(ge=0, le=100)] = 5
    areas: tuple[Annotated[str, msgspec.Meta(min_length=1)], ...] = ()
    deadlines: _Deadlines = msgspec.field(default_factory=_Deadlines)
    disposal: _Disposal = msgspec.field(default_factory=_Disposal)
    reopening: _Reopening = msgspec.field(default_factory=_Reopening)
    web: _Web = msgspec.field(default_factory=_Web)
    sign_in: _SignIn = msgspec.field(default_factory=_SignIn)
    mail: Mail = msgspec.field(default_factory=Mail)
    library: _Library = msgspec.field(default_factory=_Library)
    themes: dict[_Code, Words] = {}
    target_groups: dict[_Code, Words] = {}
    role_names: dict[Role, Words] = {}


_TERM: Final = ("5 working_days", "60 days", "2 months")
_PATH: Final = ("/srv/lexheller/…", "~/…")
_LABELS: Final = ('{ a_code = { sv = "…", en = "…" } }',)
ALLOWED: Final[Mapping[str, tuple[str, ...]]] = {
    "database": ("sqlite:////srv/lexheller.db", "postgresql+psycopg://user@host/database"),
    "key_file": _PATH,
    "checkpoints": _PATH,
    "backups": _PATH,
    "rules": ("/srv/lexheller/rules.toml",),
    "language": ("sv", "en"),
    "busy_timeout": ("0–600",),
    "few_alike": ("0–100",),
    "areas": ('["Göteborg", "Mölndal"]',),
    "deadlines": ('first_contact = "5 working_days"',),
    "deadlines.first_contact": _TERM,
    "deadlines.answer": _TERM,
    "deadlines.feedback": _TERM,
    "deadlines.interim": _TERM,
    "deadlines.rests": ("v 28-31", "v 28-31 2026", "07-01..07-31", "2026-07-01..2026-07-31"),
    "disposal": ('decision = "…"',),
    "disposal.decision": ("…",),
    "reopening": ("days = 30",),
    "reopening.days": ("0–3650",),
    "reopening.months": ("0–120",),
    "web": ('address = "https://…"',),
    "web.address": ("https://lexheller.example.org",),
    "web.proxy": ("127.0.0.1",),
    "sign_in": ('codes_for = ["administrator"]',),
    "sign_in.codes_for": tuple(Role),
    "mail": ('host = "…"',),
    "mail.host": ("smtp.example.org",),
    "mail.port": ("0–65535",),
    "mail.security": tuple(Security),
    "mail.user": ("…",),
    "mail.password": ("…",),
    "mail.password_file": _PATH,
    "mail.sender": ("lexheller@example.org",),
    "library": ("days = 30",),
    "library.days": ("0–3650",),
    "themes": _LABELS,
    "target_groups": _LABELS,
    "role_names": tuple(Role),
}
"""What each key takes, by example: for the error, and for the docs' test."""

_SECTIONS: Final = frozenset({"deadlines", "disposal", "reopening", "web", "sign_in", "mail", "library"})
KEYS: Final = tuple(key for key in ALLOWED if key not in _SECTIONS)
"""Every key, with its section."""


def written_keys() -> Iterator[str]:
    """List every key that the file may hold, as its types say; `KEYS` names the same."""
    for item in msgspec.structs.fields(File):
        if isinstance(item.type, type) and issubclass(item.type, msgspec.Struct):
            yield from (f"{item.name}.{inner.name}" for inner in msgspec.structs.fields(item.type))
        else:
            yield item.name
