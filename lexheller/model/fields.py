"""What a form asks, and what a step takes: the fields, their kinds, and how a typed value is read.

The form's sixteen fields are here once, for the terminal, files, sheets and the web. Steps name fields of the same type
in their process's table. English keys are stored; Swedish keys and code words are read too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lexheller.errors import BadValue, UnknownField
from lexheller.model.codes import Answer, Helped, Partner, Recurring
from lexheller.model.vocabulary import SWEDISH_LEVELS, SWEDISH_PARTNERS, SWEDISH_TARGET_GROUPS, SWEDISH_THEMES

LONGEST_TEXT = 20_000
"""Characters a free text may hold."""

EARLIEST_MONTH = "1990-01"
"""No case that somebody tells of today is older: what is written so is a slip."""


_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs that print as nothing, whatever Unicode calls them."""


class Kind(StrEnum):
    """Say what sort of value a field holds."""

    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"
    NAME = "name"
    NAMES = "names"
    DATE = "date"
    MONTH = "month"
    FLAG = "flag"
    CONTACT = "contact"
    ROWS = "rows"
    SECRET = "secret"  # noqa: S105  # a kind of field, no password
    """Words that are used once and stored nowhere, such as those that are to be taken out of a text."""


_SEVERAL = {Kind.CHOICES, Kind.NAMES, Kind.ROWS}


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is asked.

    Args:
        swedish: the key in Swedish files and sheets.
        choices: codes allowed; empty when the list is a federation's own (themes, areas).
        words: other words read as a code.
        columns: for `ROWS`, what the parts of a row are called, in order.
    """

    key: str
    kind: Kind
    swedish: str = ""
    choices: tuple[str, ...] = ()
    words: Mapping[str, str] | None = None
    required: bool = False
    columns: tuple[str, ...] = ()

    @property
    def free(self) -> bool:
        """Tell whether people write freely in it, so that it passes the gate."""
        return self.kind is Kind.TEXT


_YES = {"ja": "yes", "j": "yes", "y": "yes", "true": "yes", "1": "yes", "nej": "no", "n": "no", "false": "no",
        "0": "no", "vet inte": "dont_know", "vet ej": "dont_know", "delvis": "partly"}  # fmt: skip
_PARTNERS = {
    **{word.lower(): code for word, code in SWEDISH_PARTNERS.items()},
    "vet inte": "unclear",
    "vet ej": "unclear",
}
_RECURRING = {"aldrig": "never", "ibland": "sometimes", "någon gång": "sometimes", "ofta": "often"}

FORM = (
    Field("what_happened", Kind.TEXT, "vad_hande", required=True),
    Field("partners", Kind.CHOICES, "partners", tuple(Partner), _PARTNERS, required=True),
    Field("submitter_org", Kind.CHOICE, "submitter_org", tuple(Partner), _PARTNERS, required=True),
    Field("contact", Kind.CONTACT, "submitter_contact", required=True),
    Field("title", Kind.TEXT, "rubrik"),
    Field("consequence", Kind.TEXT, "konsekvens"),
    Field("tried", Kind.TEXT, "vad_har_provats"),
    Field("proposal", Kind.TEXT, "forslag"),
    Field("when", Kind.MONTH, "nar"),
    Field("area", Kind.NAME, "kommun"),
    Field("target_group", Kind.NAME, "malgrupp", words=SWEDISH_TARGET_GROUPS),
    Field("recurring", Kind.CHOICE, "aterkommande", tuple(Recurring), _RECURRING),
    Field("agreement", Kind.CHOICE, "overenskommelse", tuple(Answer), _YES),
    Field("agreement_which", Kind.TEXT, "overenskommelse_vilken"),
    Field("solved", Kind.CHOICE, "losning_klar", tuple(Helped), _YES),
    Field("publication", Kind.FLAG, "publicering"),
    Field("other_channel", Kind.CHOICE, "annan_kanal", tuple(Answer), _YES),
)
"""The sixteen fields; `agreement_which` is the second half of `agreement`."""

CODE_ONLY = "code"
"""What `contact` holds when the submitter wants a claim code and nothing else."""
_CODE_ONLY = {CODE_ONLY, "kod", "koden", "bara kod", "bara koden", "bara en kod", "code only", "just a code"}
_ADDRESS = re.compile(r"(?<![^\s,;:</(|])[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"(?<![\w+])(?:\+|0)(?:[ ()/.\-\u00a0\u2010-\u2013]{0,3}\d){6,14}(?!\w)")
_AROUND = frozenset({
    "ring", "ringa", "mig", "på", "mejla", "maila", "mail", "mejl", "e", "post", "epost", "tel", "tfn", "telefon",
    "mobil", "sms", "eller", "och", "call", "me", "at", "on", "email", "phone", "mobile", "or", "and",
})  # fmt: skip
"""Words that people put around a number or an address; they say nothing of anybody."""


_WAYS = (CODE_ONLY, "031-390 06 00", "namn@example.org", "031-390 06 00, namn@example.org")


def named(fields: Iterable[Field], key: str, where: str) -> Field:
    """Find a field by its English or Swedish key.

    Raises:
        UnknownField: there is none; names those there are.
    """
    known = tuple(fields)
    for field in known:
        if key in {field.key, field.swedish}:
            return field
    raise UnknownField(field=key, where=where, known=tuple(field.key for field in known))


def read(field: Field, raw: object) -> object:  # noqa: C901, PLR0911, PLR0912  # one case per kind
    """Read a value as typed, from a file or from JSON, as the field's kind.

    Raises:
        BadValue: the field cannot hold it; what is allowed, never the value, as it may be somebody's words.
    """
    if raw is None:
        return None
    _check_signs(field, raw)
    if field.kind not in _SEVERAL and isinstance(raw, list | tuple | set | Mapping):
        raise BadValue(field=field.key, allowed=field.choices or (f"{field.key}: …",))
    match field.kind:
        case Kind.TEXT:
            text = str(raw).strip()
            if len(text) > LONGEST_TEXT:
                raise BadValue(field=field.key, allowed=(f"<= {LONGEST_TEXT}",))
            return text if any(map(_seen, text)) else None
        case Kind.SECRET:
            return str(raw) or None
        case Kind.CONTACT:
            return _contact(field, str(raw).strip())
        case Kind.NAME:
            text = str(raw).strip()
            return (field.words or {}).get(text, text) or None
        case Kind.CHOICE:
            return _choice(field, raw)
        case Kind.CHOICES:
            return tuple(dict.fromkeys(found for item in _parts(raw) if (found := _choice(field, item)) is not None))
        case Kind.NAMES:
            return tuple(dict.fromkeys((field.words or {}).get(item, item) for item in _parts(raw)))
        case Kind.FLAG:
            return _flag(field, raw)
        case Kind.DATE:
            return raw if isinstance(raw, date) else _day(field, str(raw))
        case Kind.MONTH:
            text = str(raw)[:7]
            if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
                raise BadValue(field=field.key, allowed=("2026-03",))
            if text < EARLIEST_MONTH:
                raise BadValue(field=field.key, allowed=(f">= {EARLIEST_MONTH}",))
            return text
        case Kind.ROWS:
            return _rows(field, raw)


def _contact(field: Field, text: str) -> str | None:
    """Read how a submitter is reached: by telephone, by e-mail or by both, or with the code alone.

    It is no free text: whoever opens a contact is to find a number and an address there, and nothing of anybody.

    Raises:
        BadValue: nobody could be reached by it, or it says more than that.
    """
    if not text or text.lower() in _CODE_ONLY:
        return CODE_ONLY if text else None
    rest, addresses = _ADDRESS.subn(" ", text)
    rest, numbers = _NUMBER.subn(" ", rest)
    if not addresses + numbers or not _AROUND.issuperset(re.findall(r"\w+", rest.lower())):
        raise BadValue(field=field.key, allowed=_WAYS)
    return text


def _check_signs(field: Field, raw: object) -> None:
    """Refuse what is no text: bytes in another encoding, and the sign that no database takes."""
    if isinstance(raw, str):
        if _NO_TEXT.search(raw):
            raise BadValue(field=field.key, allowed=("UTF-8",))
    elif isinstance(raw, Iterable):
        for part in raw.values() if isinstance(raw, Mapping) else raw:
            _check_signs(field, part)


def _seen(sign: str) -> bool:
    """Tell whether a sign is seen when printed; a text of nothing else says nothing."""
    return unicodedata.category(sign)[0] not in "CZM" and sign not in _BLANKS


def _parts(raw: object) -> list[str]:
    if isinstance(raw, str):
        return [part.strip() for part in re.split(r"[,;]", raw) if part.strip()]
    if isinstance(raw, Iterable):
        return [str(part).strip() for part in raw if str(part).strip()]
    return [str(raw)]


def _choice(field: Field, raw: object) -> str | None:
    typed = ("yes" if raw else "no") if isinstance(raw, bool) else str(raw).strip()
    if not typed:
        return None
    low = typed.lower()
    code = (field.words or {}).get(low, low)
    if not field.choices:
        return code
    # The choice itself, not the word typed: where the choices are an enum's, that is its member.
    found = next((choice for choice in field.choices if choice == code), None)
    if found is None:
        raise BadValue(field=field.key, allowed=tuple(str(choice) for choice in field.choices))
    return found


def _flag(field: Field, raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    code = _YES.get(str(raw).strip().lower(), str(raw).strip().lower())
    if code not in {"yes", "no"}:
        raise BadValue(field=field.key, allowed=("yes", "no"))
    return code == "yes"


def _day(field: Field, raw: str) -> date:
    try:
        return date.fromisoformat(raw.strip())
    except ValueError:
        raise BadValue(field=field.key, allowed=("2026-03-31",)) from None


def _rows(field: Field, raw: object) -> tuple[dict[str, str], ...]:
    """Read rows: mappings, or lines whose parts stand between "|"."""
    items: Iterable[object] = (raw,) if isinstance(raw, str | Mapping) else raw if isinstance(raw, Iterable) else ()
    found = []
    for item in items:
        if isinstance(item, Mapping):
            row = {str(key): str(part) for key, part in item.items()}
        else:
            row = dict(zip(field.columns, (part.strip() for part in str(item).split("|")), strict=False))
        if not set(row) <= set(field.columns) or not row or not _is_day(row.get("due", "")):
            raise BadValue(field=field.key, allowed=(" | ".join(field.columns).replace("due", "2026-03-31"),))
        found.append(row)
    return tuple(found)


def _is_day(text: str) -> bool:
    try:
        return not text or bool(date.fromisoformat(text))
    except ValueError:
        return False


LEVEL_WORDS: Mapping[str, str] = SWEDISH_LEVELS
THEME_WORDS: Mapping[str, str] = SWEDISH_THEMES
YES_WORDS: Mapping[str, str] = _YES
PARTNER_WORDS: dict[str, str] = _PARTNERS
