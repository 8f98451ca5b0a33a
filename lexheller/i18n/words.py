"""How does the program get the words people read? From one compiled catalogue per language, by dotted key."""

from __future__ import annotations

import gettext
import os
from functools import cache
from typing import TYPE_CHECKING

from lexheller.i18n.language import LANGUAGES, UnknownLanguage

if TYPE_CHECKING:
    from typing import Self

    from lexheller.i18n.own import Own

DOMAIN = "lexheller"
LOCALE_FOLDER = os.path.join(os.path.dirname(__file__), "locale")  # noqa: PTH118, PTH120  # pathlib would cost each start 5 ms


class UnknownText(LookupError):
    """A key that the catalogue lacks: a fault of the program, never of the person using it."""

    def __init__(self, key: str, language: str) -> None:
        super().__init__(f"no text {key!r} in language {language!r}")
        self.key = key
        self.language = language


class _Nothing(gettext.NullTranslations):
    """Stand behind a catalogue and refuse what it lacks, where gettext would hand the key back as if it were a text."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def gettext(self, message: str) -> str:
        raise UnknownText(message, self.language)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002  # gettext's own signature
        raise UnknownText(msgid1, self.language)


class Words:
    """The texts of one language, looked up by key: words("form.lead") and words.plural("inbox.late", 3)."""

    __slots__ = ("_catalogue", "_own", "language")

    def __init__(self, language: str, catalogue: gettext.NullTranslations, own: Own | None = None) -> None:
        self.language = language
        self._catalogue = catalogue
        self._own = own

    def called(self, own: Own | None) -> Self:
        """Give these texts in a house's own words; None gives them as they are."""
        return type(self)(self.language, self._catalogue, own)

    def __call__(self, key: str, /, **values: object) -> str:
        """Give the text of a key with its {braces} filled in.

        Raises:
            UnknownText: the catalogue has no such key.
            KeyError: the text has a brace that no value was given for.
        """
        own = self._own
        if own is None:
            return self._catalogue.gettext(key).format(**values)
        label = own.label(self.language, key)
        if label is not None:  # somebody's word: its braces are braces
            return label
        return own.said(self.language, self._catalogue.gettext(key)).format(**values)

    def ours(self, text: str) -> str:
        """Say a text that is ours but stands in no catalogue, such as the reason of a rule, in a house's own words."""
        return self._own.said(self.language, text) if self._own else text

    def plural(self, key: str, n: int, /, **values: object) -> str:
        """Give the form of a counted text that goes with n, with {n} and the other {braces} filled in.

        Raises:
            UnknownText: the catalogue has no counted text of that key.
        """
        text = self._catalogue.ngettext(key, key, n)
        return (self._own.said(self.language, text) if self._own else text).format(n=n, **values)

    def has(self, key: str) -> bool:
        """Tell whether a key has a text, a counted one or not."""
        if self._own and self._own.label(self.language, key) is not None:
            return True
        # Python before 3.11.5 does not look among counted texts when it is asked for one of them.
        for ask in (self._catalogue.gettext, lambda text: self._catalogue.ngettext(text, text, 1)):
            try:
                ask(key)
            except UnknownText:
                continue
            return True
        return False


@cache
def words_for(language: str) -> Words:
    """Open the words of a language, "sv" or "en"; read from disk once.

    Raises:
        UnknownLanguage: there is no such language.
    """
    if language not in LANGUAGES:
        raise UnknownLanguage(language=language, known=LANGUAGES)
    with open(f"{LOCALE_FOLDER}/{language}/LC_MESSAGES/{DOMAIN}.mo", "rb") as file:  # noqa: PTH123  # as above
        catalogue = gettext.GNUTranslations(file)
    catalogue.add_fallback(_Nothing(language))
    return Words(language, catalogue)
