"""What are things called in this house? The settings' words, and over them what administrators have written.

Every page asks, and hardly ever has anything changed: what was read counts for a moment. Whoever changes it here lets
it be forgotten; another process notices within that moment.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from lexheller.i18n import LANGUAGES
from lexheller.i18n.own import NOTHING, Own, definite, running
from lexheller.services import own_words

if TYPE_CHECKING:
    from lexheller.services.own_words import Labels, OwnTheme, RoleNames
    from lexheller.services.ports import Store, UnitOfWork
    from lexheller.settings import Settings

MOMENT: Final = 2.0
"""Seconds that what was read counts for."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read, and until when it counts."""

    until: float
    themes: Mapping[str, OwnTheme]
    names: Mapping[str, RoleNames]
    called: Mapping[str, Own]


class OwnWords:
    """Know what things are called here."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self._settings = settings
        self._store = store
        self._known: _Read | None = None

    def themes(self) -> Mapping[str, OwnTheme]:
        """Give the themes beside the shared core, by code, retired ones too."""
        return self._now().themes

    def offered(self) -> dict[str, bool]:
        """Say of each of them whether it is offered."""
        return {code: not theme.retired for code, theme in self._now().themes.items()}

    def labels(self) -> Labels:
        """Give their words by code and language, retired ones' too: old cases have them."""
        return {code: theme.words for code, theme in self._now().themes.items()}

    def of(self, federation: str) -> Own | None:
        """Give a federation's words for its readers; "" where nobody knows which, None where there are none of its own.

        A house with one federation speaks as it does, whoever reads.
        """
        called = self._now().called
        found = called.get(federation) or called[""]
        return None if found is NOTHING else found

    def forget(self) -> None:
        """Read anew when next asked: something was changed."""
        self._known = None

    def _now(self) -> _Read:
        known = self._known
        if known is None or known.until < time.monotonic():
            try:
                known = self._known = self._store.read(self._read)
            except Exception:  # noqa: BLE001  # the page that says what is wrong needs words, whatever it is
                known = known or self._made(own_words.of_settings(self._settings.themes), {})
        return known

    def _read(self, uow: UnitOfWork) -> _Read:
        themes = own_words.themes(uow, self._settings.themes)
        names = {each.id: own_words.role_names(uow, each.id) for each in uow.people.federations()}
        return self._made(themes, names)

    def _made(self, themes: Mapping[str, OwnTheme], names: Mapping[str, RoleNames]) -> _Read:
        until, known = time.monotonic() + MOMENT, self._known
        if known is not None and (known.themes, known.names) == (themes, names):
            return replace(known, until=until)  # as long as nothing is changed they are the same, and pages may be kept
        homes = list(names)
        called = {home: self._called(themes, names[home]) for home in homes}
        nobodys = called[homes[0]] if len(homes) == 1 else self._called(themes, {})
        return _Read(until, themes, names, {"": nobodys, **called})

    def _called(self, themes: Mapping[str, OwnTheme], names: RoleNames) -> Own:
        settled: RoleNames = {
            role: {"sv": (base := running(words["sv"]), definite(base)), "en": (running(words["en"]),)}
            for role, words in self._settings.role_names.items()
        }
        every, groups = {**settled, **names}, self._settings.target_groups
        if not (themes or every or groups):
            return NOTHING
        labels = {
            language: {
                **{f"theme.{code}": theme.words[language] for code, theme in themes.items()},
                **{f"target_group.{code}": words[language] for code, words in groups.items()},
            }
            for language in LANGUAGES
        }
        return Own(labels, {lang: {role: forms[lang] for role, forms in every.items()} for lang in LANGUAGES})
