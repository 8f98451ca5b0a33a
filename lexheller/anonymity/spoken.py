"""Which language is a text in, so that what is put into it fits?"""

import re

_WORD = re.compile(r"[^\W\d_]+")
_SWEDISH = frozenset(
    "och att det är jag hon han de vi en ett som på för inte av med den har sin hade när från om ska fick mot".split()
)
_ENGLISH = frozenset(
    "the and is was were of to my he she they his with from have has had not that at who it its be been our we "
    "her their wrote doctor mother father brother sister client caseworker rang said waited refused nobody".split()
)


_CHANCE = 1
"""A single small word may be a name, an address, or a word of another language."""


def language_of(text: str, otherwise: str = "sv") -> str:
    """Give "sv" or "en", by the small words that each language cannot do without.

    Args:
        otherwise: what to answer for a text that has as many of one as of the other, as a short one may.
    """
    words = [word.lower() for word in _WORD.findall(text)]
    swedish = sum(word in _SWEDISH for word in words)
    english = sum(word in _ENGLISH for word in words)
    if swedish == english or max(swedish, english) <= _CHANCE:
        return otherwise
    return "en" if english > swedish else "sv"
