"""What does a federation call things in its own words? Themes beside the shared core, and what its roles are called.

Each federation keeps them with its other words, one text a kind. A theme is never taken away, since cases have it: it
is retired, then no longer offered, and still named. What is written here counts over the settings file.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from lexheller.errors import BadValue, NotFound
from lexheller.i18n import LANGUAGES, words_for
from lexheller.i18n.choices import sentence
from lexheller.i18n.own import definite, running
from lexheller.model.codes import Role
from lexheller.model.fields import Field, Kind, read
from lexheller.model.vocabulary import THEMES
from lexheller.services import gate
from lexheller.services.ports import UnitOfWork

THEMES_KIND: Final = "themes"
ROLES_KIND: Final = "role_names"
_LANGUAGE: Final = "sv"
"""What both kinds are kept under: they hold every language."""
LONGEST: Final = 60
MOST: Final = 100

Labels = Mapping[str, Mapping[str, str]]
"""Words by code and language, as settings have them."""
RoleNames = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By role and language: the base form, in Swedish the definite form too."""


@dataclass(frozen=True, slots=True)
class OwnTheme:
    """A theme beside the shared core.

    Args:
        words: by language.
        home: the federation that wrote it in the browser; "" where only the settings have it.
    """

    code: str
    words: Mapping[str, str]
    retired: bool = False
    home: str = ""


def of_settings(settled: Labels) -> dict[str, OwnTheme]:
    """Give the themes of the settings file, by code."""
    return {code: OwnTheme(code, words) for code, words in settled.items()}


def themes(uow: UnitOfWork, settled: Labels) -> dict[str, OwnTheme]:
    """Give the themes that a house has beside the shared core, by code.

    Args:
        settled: those of the settings file.
    """
    found = of_settings(settled)
    for federation in uow.people.federations():
        found |= _kept(uow, federation.id)
    return found


def _kept(uow: UnitOfWork, home: str) -> dict[str, OwnTheme]:
    text = uow.notices.get(home, THEMES_KIND, _LANGUAGE)
    rows = json.loads(text[0]) if text else {}
    return {
        code: OwnTheme(code, {language: row[language] for language in LANGUAGES}, row["retired"], home)
        for code, row in rows.items()
    }


def put_theme(
    uow: UnitOfWork, home: str, words: Mapping[str, str], now: datetime, *, settled: Labels, code: str = "",
    retired: bool = False,
) -> OwnTheme:  # fmt: skip
    """Add a theme, or change what one is called and whether it is offered.

    Args:
        words: by language; Swedish and English both.
        code: which one to change; "" for a new one, whose code is made of its English words.

    Raises:
        BadValue: a word lacks, is too long or names another theme already.
        NotFound: there is no such theme, or another federation wrote it.
        GateStopped: a word may point out a person.
    """
    known = themes(uow, settled)
    if code and (code not in known or known[code].home not in {"", home}):
        raise NotFound(what="theme", name=code)
    clean = {language: sentence(_line(f"theme_{language}", words.get(language, ""))) for language in LANGUAGES}
    new = code or _code(clean["en"])
    made = OwnTheme(new, clean, retired, home)
    if not code and known.get(new) == made:  # a button pressed twice
        return made
    taken = {each.code: each.words for each in known.values()} | {each: _shared(each) for each in THEMES}
    for language in LANGUAGES:
        if any(
            words[language].casefold() == clean[language].casefold() for other, words in taken.items() if other != code
        ):
            raise BadValue(field=f"theme_{language}", allowed=("≠",))
    if not code and new in taken:
        raise BadValue(field="theme_en", allowed=("≠",))
    # As inside a sentence: the capital of a first word says nothing of a name.
    gate.passed({f"theme_{language}": running(word) for language, word in clean.items()}, vouched=False)
    mine = _kept(uow, home) | {new: made}
    if len(mine) > MOST:
        raise BadValue(field="theme_sv", allowed=(f"<= {MOST}",))
    rows = {each.code: {**each.words, "retired": each.retired} for each in mine.values()}
    uow.notices.put(home, THEMES_KIND, _LANGUAGE, _written(rows), now)
    return made


def _shared(code: str) -> dict[str, str]:
    return {language: words_for(language)(f"theme.{code}") for language in LANGUAGES}


def _code(english: str) -> str:
    """Make a code of a theme's English words: "Night shelters" gives "night_shelters"."""
    plain = unicodedata.normalize("NFKD", english.lower()).encode("ascii", "ignore").decode()
    code = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    if not re.match(r"[a-z]", code):
        raise BadValue(field="theme_en", allowed=("night shelters",))
    return code


def role_names(uow: UnitOfWork, home: str) -> RoleNames:
    """Give what a federation has written that its roles are called; only those that it calls otherwise."""
    text = uow.notices.get(home, ROLES_KIND, _LANGUAGE)
    rows = json.loads(text[0]) if text else {}
    return {role: {lang: tuple(forms) for lang, forms in row.items()} for role, row in rows.items()}


def put_role_names(uow: UnitOfWork, home: str, names: RoleNames, now: datetime) -> None:
    """Store what a federation's roles are called, in the place of what they were; a role left out has its usual name.

    Raises:
        BadValue: a name is in one language only, or too long; there is no such role.
        GateStopped: a name may point out a person.
    """
    rows = {role: row for role, given in names.items() if (row := _row(role, given))}
    gate.passed(
        {f"{role}_{lang}_{n}": form for role, row in rows.items() for lang, forms in row.items()
         for n, form in enumerate(forms)}, vouched=False,
    )  # fmt: skip
    uow.notices.put(home, ROLES_KIND, _LANGUAGE, _written(rows) if rows else "", now)


def _row(role: str, given: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Tidy what a role is called; {} where nothing is said."""
    if role not in {*Role}:
        raise BadValue(field="role", allowed=tuple(Role))
    said = {language: [form for form in map(str.strip, given.get(language, ())) if form] for language in LANGUAGES}
    if not any(said.values()):
        return {}
    found = {
        language: tuple(_line(f"{role}_{language}", form) for form in said[language] or [""]) for language in LANGUAGES
    }
    swedish, english = (tuple(map(running, found[language])) for language in LANGUAGES)
    return {"sv": (swedish[0], (*swedish, definite(swedish[0]))[1]), "en": english[:1]}


def _line(key: str, text: str) -> str:
    line = " ".join(str(read(Field(key, Kind.TEXT), text) or "").split())
    if not line or len(line) > LONGEST or not any(map(str.isalpha, line)):
        raise BadValue(field=key, allowed=(f"<= {LONGEST}",))
    return line


def _written(rows: Mapping[str, object]) -> str:
    return json.dumps(rows, ensure_ascii=False, sort_keys=True)
