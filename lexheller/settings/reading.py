"""How are the file's words and the environment's put together, checked, and told where they are wrong?"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from lexheller.deadlines import Rest, Term, parse_rest
from lexheller.delivery.letters import is_address
from lexheller.delivery.server import Server
from lexheller.errors import BadSettings, BadValue, UnreadableFile
from lexheller.i18n.language import DEFAULT, UnknownLanguage, choose_language
from lexheller.model.codes import Role
from lexheller.model.vocabulary import TARGET_GROUPS, THEMES
from lexheller.services.office import Promises
from lexheller.settings.file import ALLOWED, HERE, KEYS, File, Mail, Words

T = TypeVar("T")
Labels = Mapping[str, Mapping[str, str]]
"""Words by code and language."""

FILE_NAME: Final = "lexheller.toml"
PREFIX: Final = "LEXHELLER_"
NAMES_THE_FILE: Final = "LEXHELLER_SETTINGS"
_NAMED: Final = frozenset({NAMES_THE_FILE, "LEXHELLER_DEBUG"})
_OTHERS: Final = _NAMED | {"LEXHELLER_SOAK"}
"""Variables that begin like settings and are none: `LEXHELLER_DEBUG` lets an unexpected error show where it happened,
`LEXHELLER_SOAK` lets the tests take their large counts."""


def is_loopback(address: str) -> bool:
    """Tell whether an address is this machine's own, as it is where nobody has said what the world calls it."""
    return address.startswith("http://127.0.0.1:")


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set, read and checked.

    Args:
        source: the file it was read from; None where there is none.
        database: a SQLAlchemy URL; it may hold a password, so it is not shown.
        rules: the federation's own routing rules; None without any.
        disposal_decision: names the board's decision that lets contacts be erased; "" without one.
        busy_timeout: seconds to wait for a database that somebody else is writing to.
        themes, target_groups: those a federation has beside the shared core, with their words.
        role_names: what a role is called here.
        codes_for: the roles that are asked to use one-time codes when they sign in.
        address: where the web is reached, for links in letters; no slash at its end.
        proxy: the address of the web server in front, whose word about visitors' addresses counts; "" for none.
        mail: the server that takes our mail; None without one.
        library_days: how long a story lies, after a second person has released it, before the public may read it.
    """

    source: Path | None
    database: str = field(repr=False)
    key_file: Path
    checkpoints: Path
    backups: Path
    language: str = DEFAULT
    rules: Path | None = None
    busy_timeout: float = 5.0
    promises: Promises = field(default_factory=Promises)
    rests: tuple[Rest, ...] = ()
    disposal_decision: str = ""
    reopen_days: int = 30
    reopen_months: int = 12
    few_alike: int = 5
    themes: Labels = field(default_factory=dict)
    target_groups: Labels = field(default_factory=dict)
    areas: tuple[str, ...] = ()
    role_names: Labels = field(default_factory=dict)
    codes_for: tuple[Role, ...] = (Role.PROCESS_LEADER, Role.FEDERATION_MANAGER, Role.ADMINISTRATOR)
    address: str = HERE
    proxy: str = ""
    mail: Server | None = None
    library_days: int = 30


def variable(key: str) -> str:
    """Name the environment variable of a key."""
    return PREFIX + key.upper().replace(".", "_")


def load_settings(path: Path | None, environ: Mapping[str, str]) -> Settings:
    """Read the settings.

    Args:
        path: the file, where somebody has named it; otherwise see the top of this room.
        environ: the environment, as os.environ.

    Raises:
        UnreadableFile: the file that was named is not there, or cannot be read; `line` says where it is no TOML.
        BadSettings: names the file or variable, the key, and what is allowed; `also` the other keys that are wrong.
    """
    named = path or (Path(environ[NAMES_THE_FILE]).expanduser() if environ.get(NAMES_THE_FILE) else None)
    found = _found(named)
    written = _parsed(found) if found else {}
    return _Reading(found, written, _from_environment(environ)).settings()


def default_file() -> Path:
    """Say where the settings are looked for when nobody names a file."""
    return _folders()[1] / FILE_NAME


def _folders() -> tuple[Path, Path]:
    import platformdirs

    return platformdirs.user_data_path("lexheller"), platformdirs.user_config_path("lexheller")


# --- where the words come from ------------------------------------------------------------------------


def _found(named: Path | None) -> Path | None:
    if named is not None:
        if not named.is_file():
            raise UnreadableFile(path=str(named), why="folder" if named.is_dir() else "missing")
        return named
    usual = default_file()
    return usual if usual.is_file() else None


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise UnreadableFile(path=str(path), why="no_access") from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(path=str(path), why="encoding") from error
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        where = {"why": "broken_at", "line": int(at[1])} if at else {"why": "broken"}
        raise UnreadableFile(path=str(path), **where) from error


def _from_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Give what the environment sets, by key; an empty value sets nothing.

    Raises:
        BadSettings: a variable begins like a setting and is none, as a misspelt one does.
    """
    known = {variable(key): key for key in KEYS}
    set_here = {name: value for name, value in environ.items() if name.startswith(PREFIX) and name not in _OTHERS}
    for name in sorted(set_here):
        if name not in known:
            raise BadSettings(
                path=f"{PREFIX}*",
                key=name,
                allowed=_nearest(name, tuple(sorted({*known, *_NAMED}))),
                why="unknown_variable",
            )
    return {known[name]: value.strip() for name, value in set_here.items() if value.strip()}


def _typed(key: str, value: str) -> object:
    """Turn a variable's value into what the file would hold: lists by comma, tables as TOML writes them inline."""
    if key in {"areas", "deadlines.rests", "sign_in.codes_for"}:
        return [part.strip() for part in value.split(",") if part.strip()]
    if key in {"themes", "target_groups", "role_names"}:
        return tomllib.loads(f"value = {value}")["value"]
    if key in {"few_alike", "mail.port", "library.days"} or key.startswith("reopening."):
        return int(value)
    return float(value) if key == "busy_timeout" else value


# --- what they mean -----------------------------------------------------------------------------------


class _Reading:
    """One reading: the file's words with the environment's laid over them, and where each came from."""

    def __init__(self, path: Path | None, written: dict[str, Any], environment: Mapping[str, str]) -> None:
        self._path = path
        self._environment = environment
        self._written = written
        for key, value in environment.items():
            self._lay(key, value)

    def _lay(self, key: str, value: str) -> None:
        section, _, name = key.rpartition(".")
        into = self._written.setdefault(section, {}) if section else self._written
        if not isinstance(into, dict):
            raise self._bad(section)
        try:
            into[name] = _typed(key, value)
        except ValueError as error:  # not a number, or not TOML
            raise self._bad(key) from error

    def _bad(self, key: str, allowed: tuple[str, ...] = (), why: str = "") -> BadSettings:
        source = variable(key) if key in self._environment else str(self._path or default_file())
        told = {"why": why} if why else {}
        return BadSettings(path=source, key=key, allowed=allowed or ALLOWED[key], **told)

    def _decoded(self) -> File:
        try:
            return msgspec.convert(self._written, File)
        except msgspec.ValidationError as error:
            raise self._worded(str(error)) from None

    def _worded(self, message: str) -> BadSettings:
        """Find in msgspec's sentence which key it speaks of: "… - at `$.deadlines.answer`"."""
        place = re.search(r" `\$\.?([^`]*)`$", message)
        at = re.sub(r"\[\d+\]", "", place[1]).replace("[...]", ".*") if place else ""
        if unknown := re.search(r"unknown field `([^`]*)`", message):
            name = f"{at}.{unknown[1]}".strip(".")
            return self._bad(name, _nearest(name, _keys_under(at)), why="unknown")
        key = at.removesuffix(".*") if at.removesuffix(".*") in ALLOWED else at.partition(".")[0]
        return self._bad(key) if key in ALLOWED else self._bad(key, tuple(KEYS))

    def settings(self) -> Settings:
        """Give the settings, or name all that is wrong: each fault is taken out, to find the next.

        Raises:
            BadSettings: the first fault; `also` names the other keys.
        """
        faults: list[BadSettings] = []
        while True:
            try:
                read = self._meant(self._decoded())
            except BadSettings as bad:
                faults.append(bad)
                if self._taken_out(str(bad.data["key"])):
                    continue
            else:
                if not faults:
                    return read
            first, *others = faults
            also = tuple(str(other.data["key"]) for other in others)
            raise BadSettings(
                **{**first.data, **({"why": "several", "also": also} if also else {})}
            ) from first.__cause__

    def _taken_out(self, key: str) -> bool:
        """Take a key out of what is written; tell whether it was there."""
        inner: Any = self._written
        *way, last = key.split(".")
        for step in way:
            inner = inner.get(step) if isinstance(inner, dict) else None
        return isinstance(inner, dict) and inner.pop(last, inner) is not inner

    def _meant(self, read: File) -> Settings:
        """Give the settings, each checked for what a type cannot say."""
        data, config = _folders()
        deadlines = read.deadlines
        return Settings(
            source=self._path,
            database=self._database(read.database, data),
            key_file=self._place("key_file", read.key_file, config / "lexheller.key"),
            checkpoints=self._place("checkpoints", read.checkpoints, config / "checkpoints"),
            backups=self._place("backups", read.backups, data / "backups"),
            rules=self._place("rules", read.rules, config) if read.rules else None,
            language=self._checked("language", lambda asked: choose_language(asked, {}), read.language),
            busy_timeout=read.busy_timeout,
            promises=Promises(
                first_contact=self._checked("deadlines.first_contact", Term.parse, deadlines.first_contact),
                answer=self._checked("deadlines.answer", Term.parse, deadlines.answer),
                feedback=self._checked("deadlines.feedback", Term.parse, deadlines.feedback),
                interim=self._checked("deadlines.interim", Term.parse, deadlines.interim),
            ),
            rests=tuple(self._checked("deadlines.rests", parse_rest, rest) for rest in deadlines.rests),
            disposal_decision=read.disposal.decision.strip(),
            reopen_days=read.reopening.days,
            reopen_months=read.reopening.months,
            themes=self._labels("themes", read.themes, THEMES),
            target_groups=self._labels("target_groups", read.target_groups, TARGET_GROUPS),
            few_alike=read.few_alike,
            areas=read.areas,
            role_names=self._labels("role_names", read.role_names, ()),
            codes_for=read.sign_in.codes_for,
            address=read.web.address.rstrip("/"),
            proxy=self._checked("web.proxy", _one_address, read.web.proxy),
            mail=self._mail(read.mail) if read.mail.host else None,
            library_days=read.library.days,
        )

    def _mail(self, read: Mail) -> Server:
        """Give the mail server; its password stands in a file of its own, in a variable, or in the settings."""
        if not is_address(read.sender):
            raise self._bad("mail.sender")
        password = read.password
        if read.password_file:
            try:
                place = self._place("mail.password_file", read.password_file, Path())
                password = place.read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError) as error:
                raise self._bad("mail.password_file") from error
        return Server(read.host, read.sender, read.port, read.security, read.user, password)

    def _checked(self, key: str, parse: Callable[[str], T], text: str) -> T:
        try:
            return parse(text)
        except (BadValue, UnknownLanguage) as error:
            raise self._bad(key) from error

    def _labels(self, key: str, words: Mapping[Any, Words], shared: tuple[str, ...]) -> Labels:
        """Give words by code; the shared core keeps its words, so that federations mean the same by them."""
        for code in words:
            if code in shared:
                raise self._bad(f"{key}.{code}", (f"≠ {', '.join(shared)}",))
        return {str(code): {"sv": label.sv, "en": label.en} for code, label in words.items()}

    def _base(self, key: str) -> Path:
        """Say what a path is relative to: the folder of the file it stands in, for a variable the current one."""
        return Path.cwd() if key in self._environment or self._path is None else self._path.parent.absolute()

    def _place(self, key: str, text: str, usual: Path) -> Path:
        return self._base(key) / Path(text).expanduser() if text else usual

    def _database(self, text: str, data: Path) -> str:
        if not text:
            return f"sqlite:///{data / 'lexheller.db'}"
        if not re.match(r"[a-z][a-z0-9_+]*://", text):
            raise self._bad("database")
        # A file by a relative path would be another one in each folder that the program is started from.
        if match := re.fullmatch(r"(sqlite(?:\+\w+)?:///)([^/:?][^?]*)(\?.*)?", text):
            return f"{match[1]}{self._base('database') / Path(match[2]).expanduser()}{match[3] or ''}"
        return text


def _one_address(text: str) -> str:
    """Read an IP address; "" for none.

    Raises:
        BadValue: it is none.
    """
    try:
        return str(ip_address(text)) if text else ""
    except ValueError as error:
        raise BadValue(field="web.proxy", allowed=("127.0.0.1",)) from error


def _nearest(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words that a misspelt one may have meant, all of them where it is like none."""
    return tuple(get_close_matches(name, known, n=3, cutoff=0.75)) or known


def _keys_under(section: str) -> tuple[str, ...]:
    if section.partition(".")[0] in {"themes", "target_groups", "role_names"}:
        return ("sv", "en")
    if section:
        return tuple(key for key in KEYS if key.startswith(f"{section}."))
    return tuple(dict.fromkeys(key.split(".")[0] for key in KEYS))
