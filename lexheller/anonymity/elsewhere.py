"""How is a sentence searched for two things that together belong in another channel, in time that grows as it does?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_GAP = r"[^.!?\n]{0,70}?"
_FIRST = 3
"""Signs of a stem that are looked for before it: they tell most stems apart."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Words of a sentence that show a channel.

    Args:
        channel: the value of the boundary that is shown.
        stems: one of these stands in every text that the pattern finds; a quick look before the slow one.
    """

    channel: str
    stems: tuple[str, ...]
    pattern: re.Pattern[str]


class Rules:
    """Many rules, of which few are worth holding against a text.

    A thousand stems are not looked for one by one: only those whose first signs the text holds somewhere.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        numbers: dict[str, list[int]] = {}
        for number, rule in enumerate(self._rules):
            for stem in rule.stems:
                numbers.setdefault(stem, []).append(number)
        self._short = [(stem, of) for stem, of in numbers.items() if len(stem) < _FIRST]
        self._long: dict[str, list[tuple[str, list[int]]]] = {}
        for stem, of in numbers.items():
            if len(stem) >= _FIRST:
                self._long.setdefault(stem[:_FIRST], []).append((stem, of))

    def worth(self, lower: str) -> list[Rule]:
        """Give the rules of which a stem stands in a text in lower case, in their order."""
        begun = {lower[place : place + _FIRST] for place in range(len(lower))} & self._long.keys()
        stems = [*self._short, *(each for first in begun for each in self._long[first])]
        return [self._rules[number] for number in sorted({each for stem, of in stems if stem in lower for each in of})]


def said(channel: str, stems: str, *words: str) -> Rule:
    """Make a rule of words that say enough by themselves."""
    return Rule(channel, tuple(stems.split()), re.compile(rf"\b(?:{'|'.join(words)})\b"))


def near(channel: str, stems: str, one: str, other: str) -> Rule:
    """Make a rule of two things in one sentence, in either order and not far apart."""
    both = rf"\b(?:{one})\b{_GAP}\b(?:{other})\b|\b(?:{other})\b{_GAP}\b(?:{one})\b"
    return Rule(channel, tuple(stems.split()), re.compile(both))


def then(channel: str, stems: str, one: str, other: str) -> Rule:
    """Make a rule of two things in one sentence, in this order and not far apart."""
    return Rule(channel, tuple(stems.split()), re.compile(rf"\b(?:{one})\b{_GAP}\b(?:{other})\b"))
