"""Do harmless parts together point somebody out? An age, a small place and an illness can be one single person.

Parts are added up, each kind once, within a sentence, within two sentences that follow each other, and more strictly
over the whole text. The weights stand in `rare_words` and `rare_parts`; the sums are here.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from lexheller.anonymity.finding import Finding, Hit, Kind, Strength
from lexheller.anonymity.normal import normalise
from lexheller.anonymity.rare_parts import parts
from lexheller.anonymity.rarity import Part, Rarity

ENOUGH_TOGETHER = 2.5
"""In one sentence: three kinds, or two where the place is very small or a word says that there is only one."""
ENOUGH = 2.5
"""In two sentences that follow each other."""
ENOUGH_APART = 3.0
"""In a few sentences that follow each other, where the parts may be about different people."""
ENOUGH_AGELESS = 2.0
"""In one sentence, ages aside, where there are three kinds, or an uncommon trade and an uncommon illness."""
ENOUGH_TOLD_APART = 1.5
"""In one sentence, ages aside, where something in it tells people apart by itself."""
_SENTENCES_APART = 6
_TOLD_MORE = 70
"""So long a sentence tells more of a person than age and home, whether the lists know it or not."""
_SHARED = {Rarity.AGE: 1.0, Rarity.PLACE: 1.5}
_SHARED_ILL = {Rarity.AGE: 1.0, Rarity.PLACE: 1.0, Rarity.DIAGNOSIS: 0.5}
"""How much each part may weigh where many are alike: age and home, and with a common illness."""
_EVENTS = 2.0
_TRADES = 1.5
_FEWEST_KINDS = 2
_ILL_AT_WORK = frozenset({Rarity.OCCUPATION, Rarity.DIAGNOSIS})
"""An uncommon trade and an uncommon illness: what colleagues know of each other."""
_RANK = 5
_ALONE = (Rarity.UNIQUE, Rarity.EVENT, Rarity.FAMILY)
_TELLING = frozenset({Rarity.UNIQUE, Rarity.EVENT, Rarity.FAMILY, Rarity.TRAIT, Rarity.ORIGIN})
_OF_NOBODY = frozenset({Rarity.UNIQUE, Rarity.EVENT, Rarity.PLACE})
"""What tells nothing of the person: the sentence before does."""
_SENTENCE = re.compile(r"[.!?]+[\")”]?\s+(?=[^a-zåäö])|\n+")
_ABBREVIATED = re.compile(r"(?:\b(?:f|d|bl|ca|dr|t|ex|tel|nr|St|kl|jfr|s k|m fl)|\b[A-ZÅÄÖ])$")


def find(text: str, taken: Sequence[Hit]) -> Iterator[Hit]:
    """Give what makes up a rare combination, around whatever has been found already.

    Args:
        text: the normalised text.
        taken: what has been found, in order and without overlaps.
    """
    found = _unnamed(text, parts(text), taken)
    if _sum(found) < ENOUGH_TOLD_APART:
        return
    ends = _ends(text)
    taken_starts, taken_ends = [hit.start for hit in taken], [hit.end for hit in taken]
    for group in _combinations(ends, found, len(text)):
        kinds = tuple(sorted({part.rarity for part in group}, key=list(Rarity).index))
        for _, together in groupby(group, lambda part: bisect_right(ends, part.start)):
            sentence = list(together)
            start, end = sentence[0].start, max(part.end for part in sentence)
            within = taken[bisect_right(taken_ends, start) : bisect_left(taken_starts, end)]
            for free_start, free_end in _free(start, end, within):
                low, high = _trim(text, free_start, free_end)
                if any(part.start < high and low < part.end for part in sentence):
                    yield Hit(low, high, Kind.QUASI, "rare.combination", Strength.ASK, kinds, _RANK)


def _unnamed(text: str, found: list[Part], taken: Sequence[Hit]) -> list[Part]:
    """Leave out what begins inside somebody's name: the man in Abdirahman is no trade."""
    named = [hit for hit in taken if hit.kind is Kind.PERSON]
    if not (found and named):
        return found
    starts, ends = [hit.start for hit in named], [hit.end for hit in named]
    return [
        part
        for part in found
        if part.rarity is not Rarity.OCCUPATION
        or not text[part.start].isupper()
        or bisect_right(starts, part.start) == bisect_right(ends, part.start)
    ]


def _enough(found: Sequence[Part], length: int) -> bool:
    """Tell whether the parts of one sentence, which has so many signs, single somebody out."""
    if _sum(found) >= ENOUGH_TOGETHER and not _lives_there(found, length):
        return True
    ageless = [part for part in found if part.rarity is not Rarity.AGE]
    kinds = {part.rarity for part in ageless}
    total = _sum(ageless)
    if total >= ENOUGH_TOLD_APART and not kinds.isdisjoint(_TELLING):
        whole = {part.rarity for part in ageless if part.weight >= 1}
        return total >= ENOUGH_AGELESS or Rarity.PLACE in whole or not whole.isdisjoint(_TELLING)
    return total >= ENOUGH_AGELESS and (len(kinds) > _FEWEST_KINDS or kinds == _ILL_AT_WORK)


def _lives_there(found: Sequence[Part], length: int) -> bool:
    """Tell whether little is said but age and home: many share both, unless somebody is very old.

    A common illness adds little where the place is no very small one.
    """
    ill = any(part.rarity is Rarity.DIAGNOSIS for part in found)
    return length < _TOLD_MORE and all(
        part.weight <= (_SHARED_ILL if ill else _SHARED).get(part.rarity, 0.0) for part in found
    )


def _sum(found: Sequence[Part]) -> float:
    if len(found) == 1 and found[0].weight < ENOUGH_TOGETHER:
        return 0.0
    best: dict[Rarity, float] = {}
    for part in found:
        if part.rarity is Rarity.EVENT:
            before = best.get(part.rarity, 0.0)
            best[part.rarity] = max(before, part.weight, min(_EVENTS, before + part.weight))
        elif part.rarity is Rarity.OCCUPATION and part.weight >= 1:
            # Two trades are half a life's story.
            before = best.get(part.rarity, 0.0)
            best[part.rarity] = max(before, part.weight, _TRADES if before >= 1 else 0.0)
        else:
            best[part.rarity] = max(best.get(part.rarity, 0.0), part.weight)
    if len(best) < _FEWEST_KINDS and max(best.get(rarity, 0.0) for rarity in _ALONE) < ENOUGH_TOGETHER:
        # One kind narrows down nothing, unless the text says that everybody knows who it is, or has seen the person.
        return 0.0
    return sum(best.values())


def _combinations(ends: Sequence[int], found: list[Part], length: int) -> list[list[Part]]:
    """Give groups of parts that are enough together, none sharing a part with another."""
    sentences = _split(ends, found)
    chosen = [
        bool(sentence) and _enough(sentence, end - start)
        for sentence, start, end in zip(sentences, (0, *ends), (*ends, length), strict=True)
    ]
    groups: list[list[Part]] = []
    index = paired = 0  # the sentence looked at, and the first that is in no pair
    while index < len(sentences):
        if chosen[index]:
            before = sentences[index - 1] if index > paired and not chosen[index - 1] else []
            alone = all(part.rarity in _OF_NOBODY for part in sentences[index])
            groups.append(before + sentences[index] if alone else sentences[index])
        elif (
            sentences[index]
            and index + 1 < len(sentences)
            and sentences[index + 1]
            and not chosen[index + 1]
            and _sum(sentences[index] + sentences[index + 1]) >= ENOUGH
        ):
            groups.append(sentences[index] + sentences[index + 1])
            index += 1
            paired = index + 1
        index += 1
    if groups:
        # What a found combination is about is one person; the other parts near it narrow down further.
        return groups
    for index in range(max(1, len(sentences) - _SENTENCES_APART + 1)):
        if index + 1 < len(sentences) and not sentences[index]:
            continue
        near = [part for sentence in sentences[index : index + _SENTENCES_APART] for part in sentence]
        if _sum(near) >= ENOUGH_APART:
            return [near]
    return []


def _ends(text: str) -> list[int]:
    """Give where the sentences of a text end."""
    return [
        match.end()
        for match in _SENTENCE.finditer(text)
        if not _ABBREVIATED.search(text[max(0, match.start() - 5) : match.start()])
    ]


def _split(ends: Sequence[int], found: Sequence[Part]) -> list[list[Part]]:
    """Sort parts into the sentences of the text; empty sentences stay, so that neighbours are neighbours."""
    sentences: list[list[Part]] = [[] for _ in range(len(ends) + 1)]
    place = 0
    for part in found:
        while place < len(ends) and ends[place] <= part.start:
            place += 1
        sentences[place].append(part)
    return sentences


def _free(start: int, end: int, within: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """Give the stretches between start and end that no other finding holds, of those that reach in there."""
    for hit in within:
        if hit.start > start:
            yield start, hit.start
        start = max(start, hit.end)
    if start < end:
        yield start, end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def generalised(text: str, findings: Sequence[Finding]) -> Mapping[Finding, tuple[tuple[int, int, str], ...]]:
    """Give for each rare combination its parts in the original text, with the general words that may stand there."""
    rare = [finding for finding in findings if finding.type is Kind.QUASI]
    if not rare:
        return {}
    normal = normalise(text)
    placed = [(*normal.span(part.start, part.end), part.says) for part in parts(normal.text)]
    starts, ends = [start for start, _, _ in placed], [end for _, end, _ in placed]
    return {
        finding: tuple(
            (max(start, finding.start), min(end, finding.end), says if start >= finding.start else "")
            for start, end, says in placed[bisect_right(ends, finding.start) : bisect_left(starts, finding.end)]
        )
        for finding in rare
    }
