"""How is a sentence searched for two things that together belong in another channel, in time that grows as it does?"""

import re
from dataclasses import dataclass

_GAP = r"[^.!?\n]{0,70}?"


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
