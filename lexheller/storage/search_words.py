"""How do the words of a case come into the search index, and leave it?

A case has up to two documents: `received`, the submitter's words, and `shared`, the retold text that others may see.
What is indexed are stems that `patterns/` gives, so both databases find the same. SQLite's index takes the words from
`words` by their document number and must be told the old ones when they change; PostgreSQL's follows by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, Final, cast

from sqlalchemy import bindparam, func, select

from lexheller.model.case import Case
from lexheller.model.event import Text
from lexheller.storage.statements import Link
from lexheller.storage.tables import cases, texts, words

Terms = Callable[[str], Sequence[str]]

RECEIVED: Final = "received"
SHARED: Final = "shared"
RECEIVED_FIELDS: Final = ("title", "what_happened", "consequence", "tried", "proposal")
_SHARED_TEXT: Final = "shared_text"
_TITLE: Final = "title"

_ONE = (
    words.c.federation_id == bindparam("federation"),
    words.c.case_id == bindparam("case"),
    words.c.kind == bindparam("kind"),
)
_OLD = select(words.c.document, words.c.terms).where(*_ONE)
_NEWEST = select(func.coalesce(func.max(words.c.document), 0))
_CHANGE = words.update().where(*_ONE).values(terms=bindparam("now"))
_VERSIONS = select(cases.c.shared_version, cases.c.title_version).where(
    cases.c.federation_id == bindparam("federation"), cases.c.case_id == bindparam("case")
)
_EVERY = select(cases.c.federation_id, cases.c.case_id, cases.c.shared_version, cases.c.title_version).order_by(
    cases.c.received, cases.c.federation_id, cases.c.case_id
)
_TEXT = select(texts.c.text).where(
    texts.c.federation_id == bindparam("federation"),
    texts.c.case_id == bindparam("case"),
    texts.c.version == bindparam("version"),
    texts.c.field == bindparam("field"),
)
_FORGET = "INSERT INTO words_index(words_index, rowid, terms) VALUES ('delete', ?, ?)"
_LEARN = "INSERT INTO words_index(rowid, terms) VALUES (?, ?)"
REBUILD: Final = "INSERT INTO words_index(words_index) VALUES ('rebuild')"
"""Makes SQLite's index anew, so that no page of it holds words that are gone."""


@cache
def stems() -> Terms:
    """Give the house's own stemmer; fetched when the first text is stored."""
    from lexheller.patterns.words import terms  # reading commands do without it

    return cast("Terms", terms)


class SearchWords:
    """The words of cases, as searched."""

    def __init__(self, link: Link, terms: Terms | None) -> None:
        self._link = link
        self._terms = terms

    def follow(self, case: Case, written: Iterable[Text]) -> None:
        """Take up what a step wrote; most steps write nothing that is searched."""
        now = {(text.version, text.field): text.text for text in written}
        received = [now[1, field] for field in RECEIVED_FIELDS if (1, field) in now]
        if received:
            self._store(case.federation, case.id, RECEIVED, received, new=True)  # they come with the case itself
        if case.shared_version and (case.shared_version, _SHARED_TEXT) in now:
            self._store_shared(case.federation, case.id, case.shared_version, case.title_version)

    def replace(self, federation: str, case: str, text: Text) -> None:
        """Take up that an earlier text was replaced."""
        if text.version == 1 and text.field in RECEIVED_FIELDS:
            found = [self._text(federation, case, 1, field) for field in RECEIVED_FIELDS]
            self._store(federation, case, RECEIVED, found)
        row = self._link.one(_VERSIONS, federation=federation, case=case)
        shared, title = row or (0, 0)
        if shared and (text.version, text.field) in {(shared, _SHARED_TEXT), (title, _TITLE)}:
            self._store_shared(federation, case, shared, title)

    def take_up_everything(self) -> None:
        """Fill an empty index from the texts that are stored."""
        for federation, case, shared, title in self._link.all(_EVERY):
            found = [self._text(federation, case, 1, field) for field in RECEIVED_FIELDS]
            if any(found):
                self._store(federation, case, RECEIVED, found)
            if shared:
                self._store_shared(federation, case, shared, title)

    def _store_shared(self, federation: str, case: str, shared: int, title: int) -> None:
        found = [self._text(federation, case, shared, _SHARED_TEXT)]
        if title > 1:  # the first title is the submitter's own
            found.append(self._text(federation, case, title, _TITLE))
        self._store(federation, case, SHARED, found)

    def _text(self, federation: str, case: str, version: int, field: str) -> str:
        row = self._link.one(_TEXT, federation=federation, case=case, version=version, field=field)
        return row[0] if row else ""

    def _store(self, federation: str, case: str, kind: str, found: Iterable[str], *, new: bool = False) -> None:
        terms = self._terms or stems()
        now = " ".join(term for text in found for term in terms(text))
        key: dict[str, Any] = {"federation": federation, "case": case, "kind": kind}
        old = None if new else self._link.one(_OLD, **key)
        if self._link.dialect != "sqlite":
            self._link.put(words, (federation, case, kind, now, None))
            return
        run = self._link.driver.execute
        if old:
            document, before = old
            run(_FORGET, (document, before))
            self._link.run(_CHANGE, **key, now=now)
        else:
            newest = self._link.one(_NEWEST) or (0,)
            document = newest[0] + 1
            self._link.append(words, [(federation, case, kind, now, document)])
        run(_LEARN, (document, now))
