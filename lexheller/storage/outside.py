"""How is stored what people outside meet: partners' ways in, the library's marks, a federation's own texts?

The stories of the library are read straight from the cases: what was released, by the rule of `Case.public` as SQL.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import and_, bindparam, func, or_, select

from lexheller.model.codes import Outcome
from lexheller.model.event import moment, stamp
from lexheller.model.partner_link import PartnerLink
from lexheller.services.ports import Story
from lexheller.storage.door_tables import notices, partner_links, story_marks
from lexheller.storage.rows import Row
from lexheller.storage.statements import Link
from lexheller.storage.tables import cases, events
from lexheller.storage.tables import texts as text_table

_GET: Final = select(partner_links).where(
    partner_links.c.federation_id == bindparam("federation"), partner_links.c.link_id == bindparam("link")
)
_FIND: Final = select(partner_links).where(partner_links.c.word == bindparam("of_word"))
_OF: Final = (
    select(partner_links)
    .where(partner_links.c.federation_id == bindparam("federation"))
    .order_by(partner_links.c.made, partner_links.c.link_id)
)


def _when(text: str) -> datetime | None:
    return moment(text) if text else None


def _stamped(at: datetime | None) -> str:
    return stamp(at) if at else ""


def _link(row: Row) -> PartnerLink:
    federation, key, recipient, word, made, until, email, case, made_by, passed_from, *rest = row
    ended, why, code, code_until, tries, codes, codes_on, read = rest
    return PartnerLink(
        federation=federation,
        id=key,
        recipient=recipient,
        word=word,
        made=moment(made),
        until=moment(until),
        email=email,
        case=case,
        made_by=made_by,
        passed_from=passed_from,
        ended=_when(ended),
        why=why,
        code=code,
        code_until=_when(code_until),
        tries=tries,
        codes=codes,
        codes_on=date.fromisoformat(codes_on) if codes_on else None,
        read=_when(read),
    )


def _link_row(link: PartnerLink) -> tuple[Any, ...]:
    day = link.codes_on.isoformat() if link.codes_on else ""
    return (
        link.federation, link.id, link.recipient, link.word, stamp(link.made), stamp(link.until), link.email,
        link.case, link.made_by, link.passed_from, _stamped(link.ended), link.why, link.code,
        _stamped(link.code_until), link.tries, link.codes, day, _stamped(link.read),
    )  # fmt: skip


class SqlPartnerLinks:
    """Partners' ways in; fills `ports.PartnerLinks`."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def put(self, link: PartnerLink) -> None:
        """Store or replace a link."""
        self._link.put(partner_links, _link_row(link))

    def get(self, federation: str, link: str) -> PartnerLink | None:
        """Read a link by its id."""
        row = self._link.one(_GET, federation=federation, link=link)
        return _link(row) if row else None

    def find(self, word: str) -> PartnerLink | None:
        """Find a link by the keyed hash of its word; "" finds none."""
        row = self._link.one(_FIND, of_word=word) if word else None
        return _link(row) if row else None

    def of(self, federation: str) -> tuple[PartnerLink, ...]:
        """List a federation's links, the oldest first."""
        return tuple(map(_link, self._link.all(_OF, federation=federation)))


# --- the library ----------------------------------------------------------------------------------------

_released = events.alias("released")
_earlier = text_table.alias("earlier")
_LAST_WORDED: Final = (
    select(func.max(_earlier.c.version))
    .where(
        _earlier.c.federation_id == cases.c.federation_id,
        _earlier.c.case_id == cases.c.case_id,
        _earlier.c.field == "public_text",
        _earlier.c.version < cases.c.released_version,
    )
    .correlate(cases)
    .scalar_subquery()
)
_STORIES: Final = (
    select(
        cases.c.federation_id,
        cases.c.case_id,
        text_table.c.text,
        cases.c.rest,
        _released.c.at,
    )
    .join_from(
        cases,
        _released,
        and_(
            _released.c.federation_id == cases.c.federation_id,
            _released.c.case_id == cases.c.case_id,
            _released.c.version == cases.c.released_version,
        ),
    )
    .join(
        text_table,
        and_(
            text_table.c.federation_id == cases.c.federation_id,
            text_table.c.case_id == cases.c.case_id,
            text_table.c.field == "public_text",
            text_table.c.version == _LAST_WORDED,
        ),
    )
    .where(
        cases.c.released_version > 0,
        or_(cases.c.attested == 1, cases.c.shared_version == 0),
        cases.c.blocked == 0,
        cases.c.void == 0,
        cases.c.closed.is_not(None),
        func.coalesce(cases.c.outcome, "") != Outcome.WITHDRAWN.value,
        _released.c.at < bindparam("before"),
    )
    .order_by(_released.c.at.desc(), cases.c.case_id.desc())
)
_MET: Final = select(story_marks.c.story_id, story_marks.c.met)
_ONE_MORE: Final = (
    story_marks.update().where(story_marks.c.story_id == bindparam("story")).values(met=story_marks.c.met + 1)
)


def _story(row: Row) -> Story:
    federation, case, text, rest, at = row
    head = json.loads(rest)
    return Story(
        federation,
        case,
        text,
        tuple(sorted(head.get("partners", ()))),
        tuple(sorted(head.get("themes", ()))),
        moment(at),
    )


class SqlLibrary:
    """What the public may read; fills `ports.Library`."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def stories(self, before: datetime) -> tuple[Story, ...]:
        """List what was released before a moment and may be shown, the newest first."""
        rows = self._link.all(_STORIES, before=stamp(before))
        # Whether two people stand for the words as they are is no column: see `Case.released`.
        return tuple(_story(row) for row in rows if json.loads(row[3]).get("public_version", 0))

    def met(self) -> Mapping[str, int]:
        """Count by story how many have said that they met the same."""
        return {story: met for story, met in self._link.all(_MET)}  # noqa: C416  # rows, not pairs

    def meet(self, story: str) -> None:
        """Count one more."""
        if not self._link.append_new(story_marks, (story, 1)):
            self._link.run(_ONE_MORE, story=story)


# --- a federation's own texts ---------------------------------------------------------------------------

_OF_KIND: Final = (
    notices.c.federation_id == bindparam("federation"),
    notices.c.kind == bindparam("of_kind"),
    notices.c.language == bindparam("in_language"),
)
_NOTICE: Final = select(notices.c.text, notices.c.changed).where(*_OF_KIND)
_NO_NOTICE: Final = notices.delete().where(*_OF_KIND)


class SqlNotices:
    """A federation's own texts; fills `ports.Notices`."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def put(self, federation: str, kind: str, language: str, text: str, changed: datetime) -> None:
        """Store or replace a text; "" takes it away."""
        if text:
            self._link.put(notices, (federation, kind, language, text, stamp(changed)))
        else:
            self._link.run(_NO_NOTICE, federation=federation, of_kind=kind, in_language=language)

    def get(self, federation: str, kind: str, language: str) -> tuple[str, datetime] | None:
        """Read a text and when it was changed."""
        row = self._link.one(_NOTICE, federation=federation, of_kind=kind, in_language=language)
        return (row[0], moment(row[1])) if row else None
