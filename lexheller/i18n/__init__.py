"""What do people read, and in which language? Every text has a key; Swedish and English say it in words.

The sources are one .po file per room and language (sv/<room>.po, en/<room>.po). `python -m lexheller.i18n.build` puts
them together to one compiled catalogue per language, which is what runs.
"""

from lexheller.i18n.click_words import install_click
from lexheller.i18n.language import DEFAULT, LANGUAGES, UnknownLanguage, choose_language
from lexheller.i18n.words import UnknownText, Words, words_for

__all__ = [
    "DEFAULT",
    "LANGUAGES",
    "UnknownLanguage",
    "UnknownText",
    "Words",
    "choose_language",
    "install_click",
    "words_for",
]
