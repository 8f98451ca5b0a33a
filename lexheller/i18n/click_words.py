"""How do click's own words (Usage, Options, Missing argument …) come out in the reader's language?"""

import gettext
import os

from lexheller.i18n.words import LOCALE_FOLDER

DOMAIN = "click"


def install_click(language: str) -> None:
    """Let click speak a language, from here on in this process.

    Call it before the modules that define commands are imported: click looks some of its words up as a command is
    declared. English needs no catalogue, since click is written in it.

    click asks gettext for the domain in force, and gettext finds the language in the environment, nowhere else; hence
    LANGUAGE is set. What we start (an editor, say) inherits it.
    """
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, LOCALE_FOLDER)
    gettext.textdomain(DOMAIN)
