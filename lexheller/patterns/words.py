"""Which terms stand for a text, the same in a search index, a query and a comparison?

Swedish: lower case, å ä ö letters of their own (`vård` is never `vard`), common words left out, endings cut so that a
stem of at least four letters is left. English passes the same list in text and query alike and gets no rules of its
own. Numbers are left out: dates and amounts tie nothing together. The suffix list is our own; on the sample cases a
Snowball stemmer did no better, and the concept rows do far more than either.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from lexheller.patterns.concepts import ROWS, Concepts

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

SHORTEST_STEM = 4
_SHORTEST_COMPOUND = 8

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

STOP_WORDS = frozenset(
    """
    alla allt annan andra att av bara bli blir blev båda de dem den denna deras det detta dig din dit du där därför då
    efter ej eller en ett fick finns fram från får få för gick går gör ha hade han hans har hela hen henne hennes hon
    honom hos hur i icke igen in ingen inget innan inte jag kan kunde man med mellan men mer min mot mycket måste ni nu
    när någon något några och också om oss på sa sade samma sedan sig sin sina sitt ska skulle som så till två under
    upp ut utan vad var vara varit vem vi vid vill vilken vår än är även över
    the and of to is was that this with not are were has have had they we our their from by be been which who
    """.split()
)

# Longest first. One ending is cut; what it leaves must hold at least four letters.
_ENDINGS = tuple(
    sorted(
        """
        a e ar arna arnas are aren arens ares er erna ernas ers or orna ornas an ans en ens es et ets na nas
        ade ades ad at ats atet aten as ande andet anden
        ing ingen ingens ingar ingarna ings ning ningen ningens ningar ningarna nings
        else elsen elser elserna elses het heten hetens heter heterna
        ig iga igt igen ighet igheten igheter igheterna isk iska iskt lös lösa löst lös
        """.split(),
        key=lambda ending: (-len(ending), ending),
    )
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Cut the ending of a word in lower case; words with figures in them are left as they are."""
    if not word.isalpha():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def words(text: str) -> Iterator[str]:
    """Give the words of a text in lower case; one with hyphens whole without them, then its parts."""
    for match in _WORD.finditer(unicodedata.normalize("NFC", text).lower()):
        parts = match[0].split("-")
        for word in ["".join(parts), *parts] if len(parts) > 1 else parts:
            if len(word) > 1 and word not in STOP_WORDS and any(letter.isalpha() for letter in word):
                yield word


def stems(text: str) -> tuple[str, ...]:
    """Give the stems of a text in its own order, repeats kept."""
    return tuple(stem(word) for word in words(text))


def concepts(rows: Mapping[str, str]) -> Concepts:
    """Make concept rows ready for use: a name, and its forms with spaces between."""
    return Concepts(tuple((name, tuple(forms.split())) for name, forms in rows.items()), stem)


CONCEPTS = concepts(ROWS)


@lru_cache(maxsize=65536)
def _word_terms(word: str, rows: Concepts) -> tuple[str, ...]:
    return (stem(word), *rows.of(word))


def terms(text: str, rows: Concepts = CONCEPTS, known: Container[str] = ()) -> tuple[str, ...]:
    """Give the stems and concepts of a text in its own order, repeats kept.

    Args:
        text: what somebody wrote.
        rows: the concept rows.
        known: stems of the collection; a long word whose tail is among them gives tail and head too.
    """
    return tuple(term for word in words(text) for term in (*_word_terms(word, rows), *parts(stem(word), known)))


def written(texts: Iterable[str], rows: Concepts = CONCEPTS) -> dict[str, str]:
    """Give for every term the word it was first written as, to say why two texts are alike."""
    found: dict[str, str] = {}
    for text in texts:
        for word in words(text):
            for term in _word_terms(word, rows):
                found.setdefault(term, word)
    return found


def parts(word: str, known: Container[str]) -> tuple[str, ...]:
    """Split a compound stem where the longest tail is known: the tail, and the head without a joining s."""
    if len(word) < _SHORTEST_COMPOUND:
        return ()
    for cut in range(SHORTEST_STEM, len(word) - SHORTEST_STEM + 1):
        if word[cut:] in known:
            head = word[:cut]
            bare = head[:-1] if head.endswith("s") and len(head) > SHORTEST_STEM else head
            return (word[cut:], bare)
    return ()
