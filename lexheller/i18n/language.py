"""Which language does this person read? Swedish, unless somebody has asked for English."""

from collections.abc import Mapping

from lexheller.errors import Mistake

LANGUAGES = ("sv", "en")
DEFAULT = "sv"
VARIABLE = "LEXHELLER_LANGUAGE"


class UnknownLanguage(Mistake):
    """Say that there are no words in this language: `language`, `known`."""


def choose_language(explicit: str | None, environ: Mapping[str, str]) -> str:
    """Choose "sv" or "en": what was asked for outright, then LEXHELLER_LANGUAGE, then Swedish.

    LANG and its kin do not count. Servers and containers commonly say LANG=en_US or C without anybody having chosen
    English, and the people here write and read Swedish.

    Args:
        explicit: from an option or the settings; a region may follow ("en_GB"). None or empty when nobody has said.
        environ: the environment, as os.environ.

    Raises:
        UnknownLanguage: a language was asked for that there are no words in.
    """
    asked = (explicit or environ.get(VARIABLE) or DEFAULT).strip()
    language = asked.lower().replace("-", "_").partition("_")[0]
    if language not in LANGUAGES:
        raise UnknownLanguage(language=asked, known=LANGUAGES)
    return language
