"""What is marked in the two texts of a case, numbered through: what was rewritten, what is still to be looked at?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lexheller.anonymity import Finding
from lexheller.services.reading import CaseView
from lexheller.web.findings import Mark, ReadBack, marked
from lexheller.web.page import language
from lexheller.web.visitors import desk


@dataclass(frozen=True, slots=True)
class Texts:
    """Both texts of a case with their marks.

    Args:
        received: by field; a text without marks has no findings.
        shared: the shared text.
        rewritten: numbers of marks whose words are not in the shared text any longer.
        stands: why what is marked was let stand, as a code, by number.
    """

    received: tuple[ReadBack, ...]
    shared: tuple[ReadBack, ...]
    rewritten: frozenset[int]
    stands: Mapping[int, str]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Give every mark, in the order of its number."""
        return tuple(mark for back in (*self.received, *self.shared) for mark in back.marks)


def of_both(view: CaseView) -> Texts:
    """Mark the received text and the shared one, numbered on from one to the other."""
    found = {key: desk().findings(text, view.case.federation) for key, text in view.received.items()}
    received = _marked(dict(view.received), found, 0)
    count = sum(len(back.marks) for back in received)
    shared = _marked(*_leaving(view), count)
    plain = view.shared.casefold()
    gone = (m.number for b in received for m in b.marks if view.shared and m.word.casefold() not in plain)
    stands = {count + left.place: left.reason for left in view.findings if left.reason}
    return Texts(received, shared, frozenset(gone), stands)


def in_what_leaves(view: CaseView) -> tuple[ReadBack, ...]:
    """Mark what leaves, numbered as each finding is let stand."""
    return _marked(*_leaving(view), 0)


def _leaving(view: CaseView) -> tuple[dict[str, str], dict[str, tuple[Finding, ...]]]:
    found: dict[str, tuple[Finding, ...]] = {"shared_text": ()} if view.shared else {}
    for left in view.findings:
        found[left.field] = (*found.get(left.field, ()), left.finding)
    return {"shared_text": view.shared, "title": view.title}, found


def _marked(texts: Mapping[str, str], found: Mapping[str, tuple[Finding, ...]], count: int) -> tuple[ReadBack, ...]:
    """Mark texts; those in which nothing was found are given too, plain."""
    backs = {back.field: back for back in marked(texts, {k: f for k, f in found.items() if f}, language(), count)}
    return tuple(backs.get(key, ReadBack(key, texts[key], (), ())) for key in found)
