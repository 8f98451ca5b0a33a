"""Which column goes where, in one sheet? What the mapping file says, else what the headings let guess; told beforehand.

A mapping file is YAML, TOML or JSON: headings with the field that each holds (nothing to leave a column out), and if
need be words of the federation's own.

    columns:
      Vad som gick snett: what_happened
      Signatur:
    words:
      partners:
        Ekdungen: primary_care
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lexheller.errors import BadValue, UnknownField, UnknownName, UnreadableFile
from lexheller.imports.cells import word_of
from lexheller.imports.documents import read_document
from lexheller.imports.headings import JOINED, NAMES, PERSON, guess, plain
from lexheller.model.codes import Partner

Words = Mapping[str, Mapping[str, str]]
"""Words of a federation's own, in lower case, by field."""

WITH_WORDS: Final = ("partners", "themes", "target_group")
_SECTIONS: Final = {"columns", "kolumner", "words", "ord"}


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a mapping file says.

    Args:
        columns: field by heading; "" leaves the column out.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    words: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is taken for.

    Args:
        place: which column, from 0.
        field: "" where it is left out; `why` then says why: "unknown", "person" (names, contacts), "said" (the mapping
            file), "second" (another column has the field already). Else `why` is "said" or "guessed".
    """

    place: int
    heading: str
    field: str
    why: str


def read_mapping(path: Path) -> Mapped:
    """Read a mapping file.

    Raises:
        UnreadableFile: it cannot be read, or is no mapping of headings.
        UnknownField: it names a field that there is not. BadValue: a word stands for no organisation.
    """
    found = read_document(path)
    if not isinstance(found, dict) or not found:
        raise UnreadableFile(path=str(path), why="not_a_mapping")
    sections = found if set(found) <= _SECTIONS else {"columns": found}
    columns = sections.get("columns") or sections.get("kolumner") or {}
    words = sections.get("words") or sections.get("ord") or {}
    if not isinstance(columns, dict) or not isinstance(words, dict):
        raise UnreadableFile(path=str(path), why="not_a_mapping")
    return Mapped({str(heading): _field(name) for heading, name in columns.items()}, _words(words, path))


def _field(name: object) -> str:
    if name in (None, "", False):
        return ""
    known = NAMES.get(str(name))
    if known is None:
        raise UnknownField(field=str(name), what="mapping", known=tuple(dict.fromkeys(NAMES.values())))
    return known


def _words(words: Mapping[object, object], path: Path) -> Words:
    found: dict[str, dict[str, str]] = {}
    for name, codes in words.items():
        key = _field(name)
        if key not in WITH_WORDS:
            raise UnknownField(field=str(name), what="mapping", known=WITH_WORDS)
        if not isinstance(codes, dict):
            raise UnreadableFile(path=str(path), why="not_a_mapping")
        found[key] = {word_of(str(word)): str(code) for word, code in codes.items()}
    if not set(found.get("partners", {}).values()) <= set(Partner):
        raise BadValue(field="partners", allowed=tuple(Partner))
    return found


def is_known(heading: str, mapped: Mapped) -> bool:
    """Tell whether a heading is understood, so that the row it stands in may be the one of headings."""
    return guess(heading) is not None or heading in mapped.columns


def columns_of(headings: Sequence[str], mapped: Mapped) -> tuple[Column, ...]:
    """Decide what each column is taken for.

    Raises:
        UnknownName: the mapping file names a heading that the sheet has not.
    """
    strange = [heading for heading in mapped.columns if plain(heading) not in {plain(h) for h in headings}]
    if strange:
        raise UnknownName(what="heading", name=strange[0], known=tuple(h for h in headings if h))
    said = {plain(heading): name for heading, name in mapped.columns.items()}
    held = {name for name in said.values() if name}
    columns = []
    for place, heading in enumerate(headings):
        if not heading:
            continue
        bare = plain(heading)
        if bare in said:
            columns.append(Column(place, heading, said[bare], "said"))
            continue
        name = guess(heading)
        if name is None or name == PERSON:
            columns.append(Column(place, heading, "", "person" if name else "unknown"))
        elif name in held and name not in JOINED:
            columns.append(Column(place, heading, "", "second"))
        else:
            held.add(name)
            columns.append(Column(place, heading, name, "guessed"))
    return tuple(columns)
