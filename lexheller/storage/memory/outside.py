"""How is what is meant for those outside kept in memory: partners' links, the library, notices?"""

from __future__ import annotations

from datetime import datetime

from lexheller.model.case import Case
from lexheller.model.event import stamp
from lexheller.model.partner_link import PartnerLink
from lexheller.services.ports import Story
from lexheller.storage.memory.kept import Kept


class MemoryPartnerLinks:
    """Partners' ways in, in memory; fills `ports.PartnerLinks`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def put(self, link: PartnerLink) -> None:
        """Store or replace a link."""
        self._kept.partner_links[link.federation, link.id] = link

    def get(self, federation: str, link: str) -> PartnerLink | None:
        """Read a link by its id."""
        return self._kept.partner_links.get((federation, link))

    def find(self, word: str) -> PartnerLink | None:
        """Find a link by the keyed hash of its word; "" finds none."""
        return next((link for link in self._kept.partner_links.values() if word and link.word == word), None)

    def of(self, federation: str) -> tuple[PartnerLink, ...]:
        """List a federation's links, the oldest first."""
        found = (link for link in self._kept.partner_links.values() if link.federation == federation)
        return tuple(sorted(found, key=lambda link: (link.made, link.id)))


class MemoryLibrary:
    """What the public may read, in memory; fills `ports.Library`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def stories(self, before: datetime) -> tuple[Story, ...]:
        """List what was released before a moment and may be shown, the newest first."""
        found = (self._story(case) for case in self._kept.cases.values() if case.public)
        known = (story for story in found if story.released < before)
        return tuple(sorted(known, key=lambda story: (stamp(story.released), story.case), reverse=True))

    def _story(self, case: Case) -> Story:
        key = case.federation, case.id
        released = next(e for e in self._kept.events[key] if e.version == case.released_version)
        worded = self._kept.texts[key].values()
        words = next(t for t in worded if t.field == "public_text" and t.version == case.public_version)
        return Story(
            case.federation,
            case.id,
            words.text,
            tuple(sorted(p.value for p in case.partners)),
            tuple(sorted(case.themes)),
            released.at,
        )

    def met(self) -> dict[str, int]:
        """Count by story how many have said that they met the same."""
        return dict(self._kept.story_marks)

    def meet(self, story: str) -> None:
        """Count one more."""
        self._kept.story_marks[story] = self._kept.story_marks.get(story, 0) + 1


class MemoryNotices:
    """A federation's own texts, in memory; fills `ports.Notices`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def put(self, federation: str, kind: str, language: str, text: str, changed: datetime) -> None:
        """Store or replace a text; "" takes it away."""
        if text:
            self._kept.notices[federation, kind, language] = (text, changed)
        else:
            self._kept.notices.pop((federation, kind, language), None)

    def get(self, federation: str, kind: str, language: str) -> tuple[str, datetime] | None:
        """Read a text and when it was changed."""
        return self._kept.notices.get((federation, kind, language))
