"""Which cases hold these words, and which are like this one? The same answer on both databases.

The databases find: by stems that `patterns/` gives, in the submitter's words for those who may read them and in the
shared text for everybody else. What is found is bounded to the newest and ranked here, by the same arithmetic whatever
the database: ranked over everything, one common word costs more than all the rest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from math import log
from typing import Any, NamedTuple

from sqlalchemy import (
    Connection,
    Select,
    and_,
    cast,
    column,
    literal_column,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from lexheller.model.people import Viewer
from lexheller.patterns import likeness
from lexheller.patterns.likeness import Document, Why
from lexheller.patterns.words import terms, written
from lexheller.patterns.words import words as words_of
from lexheller.storage.lists import case_rows, numbered
from lexheller.storage.search_words import RECEIVED, RECEIVED_FIELDS, SHARED
from lexheller.storage.tables import beside_case, cases, texts, words
from lexheller.storage.visibility import sees_all, visible

NEWEST = 2_000
"""How many hits are ranked."""
ENOUGH = 60
"""Candidates for likeness: with fewer, less rare terms are looked for as well."""
COMPARED = 400
"""Candidates that are compared at most."""
COMMON = 200
"""From so many documents on, a term counts as common and its number is not looked up further."""
_RAREST = 6
_BY_CONCEPT_ONLY = 0.5
"""What a word is worth that is there in another word for the same thing."""

Groups = tuple[tuple[str, ...], ...]
"""For each word looked for, the terms that stand for it."""


class Hit(NamedTuple):
    """A case that holds the words; `received` as in lists."""

    number: str
    federation: str
    state: str
    title: str
    received: date
    score: float


class Similar(NamedTuple):
    """A case like the one asked about: how much, why, and what became of it."""

    number: str
    federation: str
    state: str
    title: str
    received: date
    outcome: str | None
    closed: bool
    helped: str | None
    score: float
    why: Why


class _Found(NamedTuple):
    number: str
    kind: str
    terms: tuple[str, ...]
    rest: str


# --- by words -------------------------------------------------------------------------------------------


def search(connection: Connection, viewer: Viewer, sought: str, limit: int = 20) -> list[Hit]:
    """Find cases by words: those that hold all of them first, then those that hold some.

    Args:
        sought: what was typed; inflections and other words for the same thing are found too.
        limit: hits at most, of the newest 2,000.
    """
    groups = tuple(dict.fromkeys(tuple(dict.fromkeys(terms(word))) for word in words_of(sought)))
    if not groups:
        return []
    found = _found(connection, viewer, groups, NEWEST)
    ranked = _ranked(groups, found)
    if len(ranked) < limit and len(groups) > 1:
        some = (tuple(term for group in groups for term in group),)
        known = {number for number, _ in ranked}
        ranked += [hit for hit in _ranked(groups, _found(connection, viewer, some, NEWEST)) if hit[0] not in known]
    rows = case_rows(connection, viewer, [number for number, _ in ranked[:limit]])
    return [
        Hit(number, row.federation, row.state, row.title, row.received, round(score, 4))
        for number, score in ranked[:limit]
        if (row := rows.get(number))
    ]


def _ranked(groups: Groups, found: Sequence[_Found]) -> list[tuple[str, float]]:
    """Rank hits: rare words and repeats count for more, long texts for less, newer first on a tie."""
    counts = [[tuple(hit.terms.count(term) for term in group) for group in groups] for hit in found]
    held = [sum(1 for of_hit in counts if any(of_hit[place])) for place in range(len(groups))]
    rarity = [log(1 + len(found) / max(1, n)) for n in held]
    scores: dict[str, float] = {}
    for hit, of_hit in zip(found, counts, strict=True):
        worth = sum(weight * _worth(group) for weight, group in zip(rarity, of_hit, strict=True))
        score = worth / (1 + log(max(1, len(hit.terms))))
        scores[hit.number] = max(scores.get(hit.number, 0.0), score)
    return sorted(sorted(scores.items(), reverse=True), key=lambda one: -one[1])


def _worth(counted: tuple[int, ...]) -> float:
    if counted[0]:
        return 1 + log(counted[0])
    return _BY_CONCEPT_ONLY if any(counted) else 0.0


# --- by likeness ----------------------------------------------------------------------------------------


def similar(connection: Connection, viewer: Viewer, number: str, limit: int = 5) -> list[Similar]:
    """Find the cases most like one: looked for by its rarest words, ranked by words, partners and theme.

    Args:
        number: the case asked about; nothing is like a case the viewer may not see.
    """
    own = [_of_row(row) for row in connection.execute(_documents(viewer).where(numbered([number])))]
    if not own:
        return []
    asked = replace(_document(_preferred(own)[0]), written=_written(connection, viewer, number))
    frequency = _held_by(connection, sorted(set(asked.terms)), [document.terms for document in own])
    candidates: list[Document] = []
    for count in (_RAREST, 2 * _RAREST, len(frequency)):
        rarest = likeness.rarest(asked.terms, frequency, count)
        if rarest:
            hits = _found(connection, viewer, (rarest,), COMPARED)
            candidates = [_document(hit) for hit in _preferred(hits) if hit.number != number]
        if len(candidates) >= ENOUGH:
            break
    df, n = likeness.frequencies([asked.terms, *(other.terms for other in candidates)])
    best = likeness.rank(asked, candidates, df, n)[:limit]
    rows = case_rows(connection, viewer, [one.id for one in best])
    return [
        Similar(
            row.number, row.federation, row.state, row.title, row.received, row.outcome, row.closed, row.helped,
            round(one.score, 4), one.why,
        )
        for one in best
        if (row := rows.get(one.id))
    ]  # fmt: skip


def _preferred(found: Iterable[_Found]) -> list[_Found]:
    """Keep one document a case: the received one comes first where both may be read."""
    kept: dict[str, _Found] = {}
    for hit in sorted(found, key=lambda hit: hit.kind != RECEIVED):
        kept.setdefault(hit.number, hit)
    return list(kept.values())


def _document(found: _Found) -> Document:
    rest = json.loads(found.rest)
    return Document(found.number, found.terms, frozenset(rest.get("partners", ())), frozenset(rest.get("themes", ())))


def _written(connection: Connection, viewer: Viewer, number: str) -> dict[str, str]:
    """Read the words behind the terms of a case, in the text that the viewer may read."""
    received = and_(sees_all(viewer), texts.c.version == 1, texts.c.field.in_(RECEIVED_FIELDS))
    shared = and_(
        texts.c.version == cases.c.shared_version,
        texts.c.field == "shared_text",
        or_(cases.c.attested == 1, sees_all(viewer)),
    )
    wanted = (
        select(texts.c.text)
        .join_from(cases, texts, beside_case(texts))
        .where(visible(viewer), numbered([number]), or_(received, shared))
        .order_by(texts.c.version, texts.c.field)
    )
    return written(connection.scalars(wanted))


# --- what the databases do ------------------------------------------------------------------------------

_SQLITE_INDEX = table("words_index", column("rowid"))
_HELD_BY = {
    "sqlite": text(
        "SELECT value, (SELECT count(*) FROM (SELECT 1 FROM words_index "
        """WHERE words_index MATCH '"' || value || '"' LIMIT :most)) FROM json_each(:terms)"""
    ),
    "postgresql": text(
        "SELECT term, (SELECT count(*) FROM (SELECT 1 FROM words "
        "WHERE found @@ CAST(quote_literal(term) AS tsquery) LIMIT :most) AS held) "
        "FROM json_array_elements_text(CAST(:terms AS json)) AS term"
    ),
}
"""In how many documents each term stands. Terms are letters and figures, so quoting them is all they need."""


def _held_by(connection: Connection, sought: Sequence[str], own: Sequence[tuple[str, ...]]) -> dict[str, int]:
    """Count in how many documents terms stand beside the case's own, no further than `COMMON`.

    It decides only which words to look for first, so it is taken of everything stored; a viewer who sees nothing of
    that finds nothing by it.
    """
    asked = {"terms": json.dumps(sought), "most": COMMON + len(own)}
    counted = connection.execute(_HELD_BY[connection.dialect.name], asked)
    beside = {term: n - sum(1 for document in own if term in document) for term, n in counted}
    return {term: n for term, n in beside.items() if n > 0}


def _found(connection: Connection, viewer: Viewer, groups: Groups, most: int) -> list[_Found]:
    """Find the newest documents in which each group has a term, among those the viewer may read."""
    wanted = _documents(viewer)
    if connection.dialect.name == "sqlite":
        query = " AND ".join("(" + " OR ".join(f'"{term}"' for term in group) + ")" for group in groups)
        index = _SQLITE_INDEX
        wanted = (
            wanted.join(index, index.c.rowid == words.c.document)
            .where(literal_column("words_index").op("MATCH")(query))
            .order_by(index.c.rowid.desc())
        )
    else:
        query = " & ".join("(" + " | ".join(f"'{term}'" for term in group) + ")" for group in groups)
        matches = literal_column("words.found").op("@@")(cast(query, TSQUERY))
        wanted = wanted.where(matches).order_by(cases.c.received.desc(), cases.c.number.desc())
    return [_of_row(row) for row in connection.execute(wanted.limit(most))]


def _documents(viewer: Viewer) -> Select[Any]:
    """Name the documents a viewer may read: their own federation's received texts, and shared texts they see."""
    shared = and_(words.c.kind == SHARED, cases.c.attested == 1)
    return (
        select(cases.c.number, words.c.kind, words.c.terms, cases.c.rest)
        .join_from(words, cases, beside_case(words))
        .where(visible(viewer), cases.c.void == 0, or_(shared, sees_all(viewer)))
    )


def _of_row(row: Any) -> _Found:  # noqa: ANN401  # a row of `_documents`
    return _Found(row.number, row.kind, tuple(row.terms.split()), row.rest)
