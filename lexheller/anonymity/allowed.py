"""Which words has somebody said of that they are no person's name here?"""

from collections.abc import Collection

from lexheller.anonymity.normal import normalise

_OWNED = ("'s", "’s", ":s", "s")


def allowed_form(word: str) -> str:
    """Give a word, or a few, in the one form that lists of such words hold."""
    return " ".join(normalise(word).text.casefold().split())


def stands(marked: str, allowed: Collection[str]) -> bool:
    """Tell whether exactly what a finding marks is on the list, in the genitive too."""
    plain = allowed_form(marked)
    return plain in allowed or any(plain.endswith(end) and plain.removesuffix(end) in allowed for end in _OWNED)
