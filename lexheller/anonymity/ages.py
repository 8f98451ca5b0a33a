"""Which ages does a text give, each as the band it falls into: "47 år", "i 40-årsåldern", "ung vuxen"?

For counting how many cases are alike, not for finding people: what cannot be read is left out, and lengths of time
("i tre år", "20 års erfarenhet") are no ages.
"""

import re
from collections.abc import Iterator

from lexheller.anonymity.normal import normalise

AgeBand = tuple[int, int]
"""The youngest and the oldest age of a band."""

CHILD, TEENAGER, YOUNG, OLD = (0, 12), (13, 17), (18, 29), (65, 120)
_OLDEST = 110

_UNITS = dict(zip("ett två tre fyra fem sex sju åtta nio".split(), range(1, 10), strict=True))
_TEENS = dict(
    zip("tio elva tolv tretton fjorton femton sexton sjutton arton nitton".split(), range(10, 20), strict=True)
)
_TENS = dict(zip("tjugo trettio fyrtio femtio sextio sjuttio åttio nittio".split(), range(20, 100, 10), strict=True))
_SPOKEN = {
    **_UNITS,
    **_TEENS,
    **_TENS,
    **{ten + unit: tens + units for ten, tens in _TENS.items() for unit, units in _UNITS.items()},
}
_NUMBER = rf"(\d{{1,3}}|{'|'.join(sorted(_SPOKEN, key=len, reverse=True))})"

_ABOUT = re.compile(rf"\b{_NUMBER}(?:[- ]?års?)[- ]?åldern\b")
_EXACT = re.compile(rf"\b{_NUMBER}(?:[- ]?årig\w*|[- ]?åring\w*| år gam(?:mal|malt|la))\b")
_BARE = re.compile(
    rf"(?:, |\(|\b(?:är|var|fyllt|fyller|fyllde|ålder:?|man|kvinna|person|barn) (?:på )?){_NUMBER} år\b"
    r"(?! (?:sedan|efter|med|i))"
)
_WORDS: tuple[tuple[re.Pattern[str], AgeBand], ...] = (
    (re.compile(r"\bung(?:a)? vux(?:en|na)\w*|\bunga? (?:man|män|kvinn\w+)\b|\byoung adults?\b"), YOUNG),
    (re.compile(r"\btonår(?:ing\w*|en)\b|\bteenagers?\b"), TEENAGER),
    (re.compile(r"\b(?:små)?barnet\b|\bspädbarn\w*|\bförskolebarn\w*"), CHILD),
    (re.compile(r"\bpensionär\w*|\bålderspension\w*|\bäldre (?:person|man|kvinna|dam|herre)\w*"), OLD),
)


def age_bands(text: str) -> frozenset[AgeBand]:
    """Give the band of every age that a text gives."""
    return frozenset(_bands(normalise(text).text.casefold()))


def band_of(age: int) -> AgeBand:
    """Give the band that an age falls into: a child, a teenager, a young adult, else ten years and in the end all."""
    for band in (CHILD, TEENAGER, YOUNG, OLD):
        if band[0] <= age <= band[1]:
            return band
    tens = age // 10 * 10
    return tens, min(tens + 9, OLD[0] - 1)


def _bands(text: str) -> Iterator[AgeBand]:
    for pattern in (_ABOUT, _EXACT, _BARE):
        for match in pattern.finditer(text):
            age = _SPOKEN.get(match[1]) if not match[1].isdecimal() else int(match[1])
            if age is not None and age <= _OLDEST:
                yield band_of(age)
    yield from (band for pattern, band in _WORDS if pattern.search(text))
