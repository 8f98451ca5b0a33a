"""Which runs of digits stand together in a text, and how are they grouped?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Digits with at most three separators between them, at most one of them a line break.
_CLUSTER = re.compile(r"\d+(?:[-+/._()]?[ \n]?[-+/._()]?[ (]?\d+)*")
_GROUP = re.compile(r"\d+")


class Group(NamedTuple):
    """Digits without a break; `gap` is what stands between them and the group before."""

    start: int
    end: int
    digits: str
    gap: str


class Window(NamedTuple):
    """Some groups in a row, read as one number."""

    start: int
    end: int
    digits: str
    lengths: tuple[int, ...]
    gaps: tuple[str, ...]


def clusters(text: str) -> Iterator[tuple[Group, ...]]:
    """Give every cluster of digit groups, in order."""
    for cluster in _CLUSTER.finditer(text):
        groups: list[Group] = []
        last = cluster.start()
        for match in _GROUP.finditer(text, cluster.start(), cluster.end()):
            groups.append(Group(match.start(), match.end(), match.group(), text[last : match.start()]))
            last = match.end()
        yield tuple(groups)


def windows(groups: tuple[Group, ...], sizes: range, most_groups: int = 12) -> Iterator[tuple[int, Window]]:
    """Give every row of neighbouring groups with a number of digits in `sizes`, with the index of its first group."""
    for first in range(len(groups)):
        digits = ""
        for last in range(first, min(len(groups), first + most_groups)):
            if len(digits) + len(groups[last].digits) >= sizes.stop:
                break
            digits += groups[last].digits
            if len(digits) >= sizes.start:
                row = groups[first : last + 1]
                yield (
                    first,
                    Window(
                        row[0].start,
                        row[-1].end,
                        digits,
                        tuple(len(group.digits) for group in row),
                        tuple(group.gap for group in row[1:]),
                    ),
                )


def luhn(digits: str) -> bool:
    """Tell whether the last digit is the check digit of the others (Luhn, as in SKV 704)."""
    total = 0
    for place, char in enumerate(reversed(digits)):
        value = int(char) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - the digit sum of a two-digit product
    return total % 10 == 0


def real_date(year: int, month: int, day: int) -> bool:
    """Tell whether a day exists in the calendar; year 0 to 99 counts as a leap year when any century makes it one."""
    if not 1 <= month <= 12 or day < 1:  # noqa: PLR2004 - the months
        return False
    longest = (31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return day <= longest[month - 1]
