"""Where in a text is it worth trying a slow pattern? Around the signs that everything it finds has one of."""

import re
from collections.abc import Iterator


def around(sign: re.Pattern[str], text: str, before: int, after: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of a text that hold a sign with so much before and after it, those that meet as one.

    A pattern that is looked for in a stretch sees what stands before it, but takes its end for the end of the text:
    `after` must be longer than what may follow the sign in a match, and what is looked ahead at.
    """
    start = end = -1
    for match in sign.finditer(text):
        if end < 0 or match.start() - before > end:
            if end >= 0:
                yield start, end
            start = max(0, match.start() - before)
        end = match.end() + after
    if end >= 0:
        yield start, end


def worded(text: str) -> bool:
    """Tell whether a stretch holds any letter with a capital, without which it holds no word."""
    return text.lower() != text.upper()


def lowered(text: str) -> str:
    """Give a text in lower case, every sign in its place."""
    lower = text.lower()
    return (
        lower
        if len(lower) == len(text)
        else "".join(small if len(small := char.lower()) == 1 else char for char in text)
    )


def places(lower: str, stems: tuple[str, ...]) -> Iterator[int]:
    """Give every place of every stem, stem by stem."""
    for stem in stems:
        place = lower.find(stem)
        while place >= 0:
            yield place
            place = lower.find(stem, place + 1)
