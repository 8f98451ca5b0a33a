"""What does a cell say? Days as people write them, organisations and levels by their Swedish names, yes and no.

An answer is a code, or `Unread`: then it depends on the field whether the row can do without.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Final

from lexheller.i18n.words import words_for
from lexheller.imports.sheets import Cell
from lexheller.imports.swedish import (
    ENDINGS_OF_LEVELS,
    FILLERS,
    LEVELS,
    MONTHS,
    NO,
    NOT_KNOWN,
    ORGANISATIONS,
    PARTLY,
    STATUS_DONE,
    STATUS_OPEN,
    YES,
)
from lexheller.model.codes import Level, Partner
from lexheller.model.vocabulary import SWEDISH_TARGET_GROUPS, SWEDISH_THEMES, TARGET_GROUPS, THEMES

Own = Mapping[str, str]
"""Words of a federation's own, in lower case, and the codes they stand for."""


class Unread(ValueError):  # it says what a cell is, and is always caught
    """Say that a cell holds something else than the field takes; never what."""


def text_of(cell: Cell) -> str:
    """Give a cell as text: a whole number without its decimal, a day as ISO."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(cell).replace("\r\n", "\n").replace("\r", "\n").strip()


def word_of(text: str) -> str:
    """Bring a word or phrase to the form in which it is looked up."""
    return " ".join(re.sub(r"[^\w\s/-]", " ", text.casefold()).split()).strip(" -/")


# --- days -----------------------------------------------------------------------------------------------

_EXCEL_FIRST: Final = date(1899, 12, 30)
_EXCEL_NUMBERS: Final = range(20_000, 80_000)  # 1954 to 2119
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?")
_BARE = re.compile(r"(\d{4}|\d{2})(\d{2})(\d{2})")
_SWEDISH = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[-/.,]\s*|\s+)(\d{4}|\d{2})(?:\s.*)?")
_IN_WORDS = re.compile(r"(?:(\d{1,2})\.?\s*(?:e|:e|:a)?\s+)?([a-zåäö]+)\.?\s+(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_WEEKDAY = re.compile(r"^(?:mån|tis|ons|tors|fre|lör|sön)[a-zåäö]*[\s,]+(?:den\s+)?|^den\s+")


def day_of(cell: Cell) -> date | None:
    """Read a day, None in an empty cell; a month alone is its first day.

    Raises:
        Unread: it is no day.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool) and int(cell) in _EXCEL_NUMBERS:
        return _EXCEL_FIRST + timedelta(days=int(cell))
    text = text_of(cell).lower()
    return _day(text) if text else None


@lru_cache(maxsize=4096)
def _day(text: str) -> date:
    text = _WEEKDAY.sub("", text)
    if found := _ISO.fullmatch(text) or _BARE.fullmatch(text):
        year, month, day = found.groups()
    elif found := _SWEDISH.fullmatch(text):
        day, month, year = found.groups()
    elif found := _MONTH.fullmatch(text):
        (year, month), day = found.groups(), "1"
    elif (found := _IN_WORDS.fullmatch(text)) and found[2][:3] in MONTHS:
        day, month, year = found[1] or "1", str(MONTHS[found[2][:3]]), found[3]
    else:
        raise Unread
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))  # noqa: PLR2004  # "25" is 2025
    except ValueError:
        raise Unread from None


# --- organisations, levels, themes ----------------------------------------------------------------------

_APART = re.compile(r"[,;/+&|\n]|\s(?:och|samt|mot|kontra|vs|resp)\s|\s[-–—]\s|<->|↔|→")
_JOINED = re.compile(r"(\w)-\s+och\s+(\w)")  # barn- och ungdomspsykiatrin is one


def organisations_in(cell: Cell, own: Own) -> tuple[tuple[Partner, ...], bool]:
    """Read kinds of organisation; tells too whether one was too broad ("kommunen") and so stands as not known.

    Raises:
        Unread: a part of it is no kind of organisation we know.
    """
    return _organisations(text_of(cell), tuple(own.items()))


@lru_cache(maxsize=4096)
def _organisations(text: str, own: tuple[tuple[str, str], ...]) -> tuple[tuple[Partner, ...], bool]:
    words = ORGANISATIONS | dict(own)
    whole = word_of(text)
    parts = [word_of(part) for part in _APART.split(_JOINED.sub(r"\1-och-\2", text))]
    phrases = [whole] if whole in words else [part for part in parts if part]
    codes = [_organisation(phrase, words) for phrase in phrases]
    broad = any(
        code is Partner.UNCLEAR and phrase not in NOT_KNOWN and phrase not in dict(own)
        for phrase, code in zip(phrases, codes, strict=True)
    )
    return tuple(dict.fromkeys(codes)), broad


def _organisation(phrase: str, words: Mapping[str, str]) -> Partner:
    """Read one organisation by the words it begins or ends with: "vårdcentralen Ekdungen", "kommunens socialtjänst"."""
    parts = phrase.split()
    bare = parts
    while len(bare) > 1 and bare[0] in FILLERS:
        bare = bare[1:]
    for some in (parts, bare) if phrase in words else (bare, parts):
        for length in range(len(some), 0, -1):
            code = words.get(" ".join(some[:length])) or words.get(" ".join(some[-length:]))
            if code is not None:
                return Partner(code)
    raise Unread


def level_of(cell: Cell) -> Level | None:
    """Read a level, None in an empty cell.

    Raises:
        Unread: it is no level.
    """
    word = word_of(re.sub(r"\d", " ", text_of(cell)))
    if not word:
        return None
    for ending in ("", *ENDINGS_OF_LEVELS):
        found = LEVELS.get(word.removesuffix(ending).strip())
        if found:
            return Level(found)
    raise Unread


def themes_in(cell: Cell, own: Own) -> tuple[tuple[str, ...], bool]:
    """Read themes; tells too whether some part was none."""
    return _listed(text_of(cell), _codes("theme"), own)


def target_group_of(cell: Cell, own: Own) -> tuple[str, bool]:
    """Read a target group, the first of several; tells too whether the cell held something that is none."""
    found, strange = _listed(text_of(cell), _codes("target_group"), own)
    return (found[0] if found else ""), strange


def _listed(text: str, words: Mapping[str, str], own: Own) -> tuple[tuple[str, ...], bool]:
    whole = word_of(text)
    parts = [whole] if whole in words or whole in own else [word_of(part) for part in re.split(r"[,;/\n]", text)]
    found = [own.get(part) or words.get(part) for part in parts if part]
    return tuple(dict.fromkeys(code for code in found if code)), None in found


@cache
def _codes(what: str) -> Mapping[str, str]:
    """Give the shared words for themes or target groups: as shown, in both languages, and as codes."""
    swedish, codes = (SWEDISH_THEMES, THEMES) if what == "theme" else (SWEDISH_TARGET_GROUPS, TARGET_GROUPS)
    told = {word_of(words_for(language)(f"{what}.{code}")): code for language in ("sv", "en") for code in codes}
    return told | {code: code for code in codes} | swedish


# --- yes, no, finished ----------------------------------------------------------------------------------

_TICKS: Final = frozenset("✓✔☑✅")


def yes_of(cell: Cell) -> str | None:
    """Read "yes", "no", "partly" or "dont_know", None in an empty cell.

    Raises:
        Unread: it is none of them.
    """
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    word = word_of(text_of(cell))
    if not word:
        sign = text_of(cell)
        return None if not sign else "yes" if sign in _TICKS else "no"  # a dash is no
    for code, words in (("yes", YES), ("no", NO), ("partly", PARTLY), ("dont_know", NOT_KNOWN)):
        if word in words:
            return code
    raise Unread


def finished_by(cell: Cell) -> tuple[bool, date | None]:
    """Tell whether a status says that the case is finished, and since when if it is a day.

    Raises:
        Unread: it is no status we know.
    """
    try:
        day = day_of(cell)
    except Unread:
        day = None
    if day is not None:
        return True, day
    word = word_of(text_of(cell))
    if word in STATUS_DONE or word in YES or isinstance(cell, bool):
        return cell is not False, None
    if word in STATUS_OPEN or word in NO or not word:
        return False, None
    raise Unread
