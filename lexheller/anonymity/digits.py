"""Which runs of digits stand together in a text, and how are they grouped?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

# Digits with a few signs between them, at most one of them a line break (and the mark of a quoted mail after it).
# atomic, not possessive: before Python 3.11.5 a repeated group that is possessive loses matches (CPython issue 106052)
_CLUSTER = re.compile(r"\d++(?>(?:[-+/._():,;~=|*'·•・…\"”“\[\]{}>\\ ]{0,5}(?:\n[ >]{0,4})?[-+/._() ]{0,3}\d++)*)")
_GROUP = re.compile(r"\d+")
_FEWEST = 6  # no number that reaches a person is shorter

# Letters that are taken for 0 and 1, and a number that has some among its digits.
_ALIKE = "OoОоΟοIlІ"  # noqa: RUF001 - the letters that look alike
_MAYBE = re.compile(rf"\d[{_ALIKE}]|[{_ALIKE}]\d")
_DISGUISED = re.compile(rf"(?<!\w)(?:\+|\()?[\d{_ALIKE}](?:[-./() \n]{{0,2}}[\d{_ALIKE}]){{7,13}}(?!\w)")
_READ = str.maketrans(_ALIKE, "000000" + "111")
_DOUBLED = str.maketrans("0123456789", "0246813579")  # twice the digit, its own digits added
_NOUGHT = ord("0")
_SIGNS = re.compile(r"[^-+./() \n]+")
_TRUE_SHARE = 0.3


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


@dataclass(frozen=True)
class Cluster:
    """Groups of digits that stand near each other; places are counted in digits."""

    groups: tuple[Group, ...]

    @cached_property
    def digits(self) -> str:
        """Give all digits in a row."""
        return "".join(group.digits for group in self.groups)

    @cached_property
    def firsts(self) -> list[int]:
        """Give where each group begins, in digits."""
        return list(accumulate((len(group.digits) for group in self.groups[:-1]), initial=0))

    @cached_property
    def ending(self) -> dict[int, int]:
        """Give the number of the group that ends at a place, the place after its last digit."""
        return {end: number for number, end in enumerate(accumulate(len(group.digits) for group in self.groups))}

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        return tuple(len(group.digits) for group in self.groups)

    @cached_property
    def _gaps(self) -> tuple[str, ...]:
        return tuple(group.gap for group in self.groups)

    def window(self, first: int, last: int) -> Window:
        """Read the groups from the first to the last, both included, as one number."""
        return Window(
            self.groups[first].start,
            self.groups[last].end,
            self.digits[self.firsts[first] : self.firsts[last] + self._lengths[last]],
            self._lengths[first : last + 1],
            self._gaps[first + 1 : last + 1],
        )


def clusters(text: str) -> Iterator[Cluster]:
    """Give every cluster of at least six digits, in order."""
    text = undisguised(text)
    for cluster in _CLUSTER.finditer(text):
        start, end = cluster.span()
        if end - start < _FEWEST:
            continue
        groups: list[Group] = []
        last = start
        for match in _GROUP.finditer(text, start, end):
            groups.append(Group(match.start(), match.end(), match.group(), text[last : match.start()]))
            last = match.end()
        yield Cluster(tuple(groups))


def undisguised(text: str) -> str:
    """Read letters that stand for digits inside a long number as digits; the length stays."""
    if _MAYBE.search(text) is None:
        return text
    return _DISGUISED.sub(lambda match: _read(match.group()), text)


def _read(number: str) -> str:
    groups = _SIGNS.findall(number)
    true = sum(char.isdigit() for char in number)
    if true < _TRUE_SHARE * sum(map(len, groups)) or not all(any(map(str.isdigit, group)) for group in groups):
        return number
    return number.translate(_READ)


def leading(groups: tuple[Group, ...], first: int, sizes: range, most_groups: int = 12) -> Iterator[Window]:
    """Give every row of groups that begins with this one and has a number of digits in `sizes`, shortest first."""
    count = 0
    for last in range(first, min(len(groups), first + most_groups)):
        count += len(groups[last].digits)
        if count >= sizes.stop:
            return
        if count >= sizes.start:
            row = groups[first : last + 1]
            yield Window(
                row[0].start,
                row[-1].end,
                "".join(group.digits for group in row),
                tuple(len(group.digits) for group in row),
                tuple(group.gap for group in row[1:]),
            )


def luhn(digits: str) -> bool:
    """Tell whether the last digit is the check digit of the others (Luhn, as in SKV 704)."""
    signs = digits[::-2] + digits[-2::-2].translate(_DOUBLED)
    return (sum(signs.encode()) - len(signs) * _NOUGHT) % 10 == 0


def real_date(year: int, month: int, day: int) -> bool:
    """Tell whether a day exists in the calendar; year 0 to 99 counts as a leap year when any century makes it one."""
    if not 1 <= month <= 12 or day < 1:  # noqa: PLR2004 - the months
        return False
    longest = (31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return day <= longest[month - 1]
