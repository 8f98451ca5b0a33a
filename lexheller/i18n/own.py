"""What does a house call things in its own words? Themes it has added, and roles that have another name there.

A role's name stands in running text too ("Processledaren läser det du skriver"), so the texts of the catalogues are
rewritten: base and definite form, plurals and genitives, with the article before them. Only our own texts: what people
have written is filled in afterwards. Each text is rewritten once and kept; without names of its own a house pays
nothing. Where base form and plural are alike, as in "processledare", the base form is put: our texts do without that
plural.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

Labels = Mapping[str, Mapping[str, str]]
"""Texts by language and key."""
Forms = Mapping[str, Mapping[str, tuple[str, ...]]]
"""What a role is called, by language and role: its base form, in Swedish the definite form too."""

RUNNING: Final[Labels] = {
    "sv": {
        "process_leader": "processledare",
        "federation_manager": "förbundschef",
        "registrar": "registrator",
        "administrator": "administratör",
    },
    "en": {
        "process_leader": "process leader",
        "federation_manager": "federation manager",
        "registrar": "registrar",
        "administrator": "administrator",
    },
}
"""Roles whose names stand in running text, as the catalogues say them; the others are named by their keys alone."""

_VOWELS: Final = "aeiouyåäö"
_NEUTER: Final = {"en": "ett", "ingen": "inget", "annan": "annat", "någon": "något", "den": "det", "vilken": "vilket"}
_NEUTER_ENDS: Final = ("ombud", "råd", "stöd")
_BEFORE: Final = {"sv": rf"(?:\b(?:{'|'.join(_NEUTER)})\s+)*", "en": r"(?:\b[Aa]n?\s+)?"}


def running(base: str) -> str:
    """Give a name as it stands inside a sentence: with a small letter, if it is no abbreviation."""
    return base if base[:2].isupper() else base[:1].lower() + base[1:]


def definite(base: str) -> str:
    """Guess the definite form of a Swedish name of a role: "samordnare" gives "samordnaren"."""
    if base.endswith(_NEUTER_ENDS):
        return f"{base}et"
    return f"{base}n" if base.endswith((*_VOWELS, "or", "er", "el")) else f"{base}en"


def _several(base: str) -> str:
    if base.endswith(("are", "er", *_NEUTER_ENDS)):
        return base
    return f"{base[:-1]}or" if base.endswith("a") else f"{base}er"


def _the_several(base: str) -> str:
    if base.endswith("are"):
        return f"{base[:-1]}na"
    if base.endswith(_NEUTER_ENDS):
        return f"{base}en"
    return f"{_several(base)}na"


def _genitive(word: str) -> str:
    return word if word.endswith(("s", "x", "z")) else f"{word}s"


def _swedish(base: str, the: str) -> tuple[str, ...]:
    found = (base, the, _several(base), _the_several(base))
    return (*found, *map(_genitive, found))


def _english(base: str) -> tuple[str, ...]:
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base, f"{base[:-1]}ies"
    return base, f"{base}es" if base.endswith(("s", "x", "ch", "sh")) else f"{base}s"


def _replaced(language: str, was: str, forms: tuple[str, ...]) -> dict[str, str]:
    """Give each form of a name as the catalogues have it, with the one to stand there."""
    if language == "sv":
        pairs = zip(_swedish(was, definite(was)), _swedish(forms[0], forms[1]), strict=True)
    else:
        pairs = zip(_english(was), _english(forms[0]), strict=True)
    found: dict[str, str] = {}
    for old, new in pairs:
        found.setdefault(old, new)  # of forms that are alike the first one
    return found


class Own:
    """Hold a house's own words, and say a text of the catalogues in them."""

    __slots__ = ("_labels", "_neuter", "_pattern", "_said", "_words")

    def __init__(self, labels: Labels, roles: Forms) -> None:
        self._labels = {
            language: {**labels.get(language, {}), **{f"role.{role}": each[0] for role, each in forms.items()}}
            for language in RUNNING
            for forms in (roles.get(language, {}),)
        }
        self._words: dict[str, dict[str, str]] = {}
        self._neuter: dict[str, frozenset[str]] = {}
        self._pattern: dict[str, re.Pattern[str]] = {}
        self._said: dict[tuple[str, str], str] = {}
        for language, known in RUNNING.items():
            self._learn(language, {role: forms for role, forms in roles.get(language, {}).items() if role in known})

    def _learn(self, language: str, roles: Mapping[str, tuple[str, ...]]) -> None:
        found: dict[str, str] = {}
        neuter: set[str] = set()
        for role, forms in roles.items():
            pairs = _replaced(language, RUNNING[language][role], forms)
            found |= pairs
            if language == "sv" and forms[1].endswith("t"):
                neuter |= pairs.keys()
        if not found:
            return
        known = "|".join(sorted(map(re.escape, found), key=len, reverse=True))
        self._words[language], self._neuter[language] = found, frozenset(neuter)
        self._pattern[language] = re.compile(rf"(?<![\w{{-])({_BEFORE[language]})({known})(?![\w}}-])", re.IGNORECASE)

    def label(self, language: str, key: str) -> str | None:
        """Give the text that a key has here; None where it is the catalogues'."""
        return self._labels[language].get(key)

    def said(self, language: str, text: str) -> str:
        """Say a text of the catalogues with the names that roles have here."""
        pattern = self._pattern.get(language)
        if pattern is None:
            return text
        found = self._said.get((language, text))
        if found is None:
            found = self._said[language, text] = pattern.sub(lambda match: self._put(language, match), text)
        return found

    def _put(self, language: str, match: re.Match[str]) -> str:
        before, was = match[1], match[2]
        new = self._words[language][was.lower()]
        if before and language == "en":
            article = "an" if new[0].lower() in "aeiou" else "a"
            before = _like(before, article + before.lstrip("AaNn"))
        elif before and was.lower() in self._neuter[language]:
            before = re.sub(r"\w+", lambda word: _like(word[0], _NEUTER[word[0].lower()]), before)
        return before + _like(was, new)


def _like(old: str, new: str) -> str:
    """Begin with a capital where the other did."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


NOTHING: Final = Own({}, {})
"""A house that has no words of its own."""
