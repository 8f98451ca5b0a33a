"""What is a case called in a list? The title, as much of it as the viewer may read."""

from __future__ import annotations

from sqlalchemy import ColumnElement, FromClause, and_, func, or_, select

from lexheller.model.people import Viewer
from lexheller.services.submissions import derived_title
from lexheller.storage.tables import cases, texts
from lexheller.storage.visibility import sees_all

_BEGINNING = 400
"""Characters of the shared text that a title is made of: its first sentence, cut between words."""

_TITLE = texts.alias("title_text")
_SHARED = texts.alias("shared_text")


def title_columns(viewer: Viewer) -> tuple[ColumnElement[str], ColumnElement[str]]:
    """Give the title a viewer may read, and the beginning of the shared text for those who may read none.

    The first title is the submitter's own and part of the received text; a later one was given with the retold text.
    Until somebody has attested that text, it is a draft of those who read everything.
    """
    every = sees_all(viewer)
    readable = or_(and_(cases.c.title_version > 1, cases.c.attested == 1), every)
    own = select(_TITLE.c.text).where(_of(_TITLE), _TITLE.c.version == cases.c.title_version, _TITLE.c.field == "title")
    shared = select(func.substr(_SHARED.c.text, 1, _BEGINNING)).where(
        _of(_SHARED),
        _SHARED.c.version == cases.c.shared_version,
        _SHARED.c.field == "shared_text",
        or_(cases.c.attested == 1, every),
    )
    return (
        own.where(readable).correlate(cases).scalar_subquery().label("title"),
        shared.correlate(cases).scalar_subquery().label("shared_beginning"),
    )


def _of(table: FromClause) -> ColumnElement[bool]:
    return and_(table.c.federation_id == cases.c.federation_id, table.c.case_id == cases.c.case_id)


def title_of(title: str | None, beginning: str | None) -> str:
    """Make the title of what `title_columns` found."""
    return title or derived_title(beginning or "")
