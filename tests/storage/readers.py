"""Who reads, in the tests of lists and inboxes, and cases that all of them may see."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, TypeVar

from lexheller.model.case import Referral, Submitted
from lexheller.model.codes import Level, Partner, Purpose, Role
from lexheller.model.people import Viewer
from tests.storage.factories import TODAY, a_text

T = TypeVar("T")

LEADER = Viewer("eva", "GBG", frozenset({Role.PROCESS_LEADER}))
MEMBER = Viewer("gun", "SKO", frozenset({Role.GROUP_MEMBER}), groups=frozenset({"GBG/group"}))
MANAGER = Viewer("moa", "GBG", frozenset({Role.FEDERATION_MANAGER}))
PARTNER = Viewer("pia", "GBG", frozenset({Role.PARTNER}), recipients=frozenset({"GBG/fk"}))

YESTERDAY = TODAY - timedelta(days=1)
LATER = TODAY + timedelta(days=20)
TEXTS = (a_text("title", "Ingen skriver intyget"), a_text("what_happened", "Det här hände."))
SHARED = a_text("shared_text", "Ett intyg uteblev. Två verksamheter väntade på varandra.", version=1)
FROM_FK = Submitted(submitter_org=Partner.FK, partners=(Partner.FK,))
TO_FK = Referral(1, "GBG/fk", Partner.FK, Purpose.REPLY, TODAY, due=YESTERDAY)
ATTESTED: dict[str, Any] = {"shared_version": 1, "attested_version": 1}
EVERYWHERE: dict[str, Any] = {
    **ATTESTED,
    "submitted": FROM_FK,
    "groups": ("GBG/group",),
    "referrals": (TO_FK,),
    "partners": (Partner.SCHOOL, Partner.FK),
    "themes": ("sip",),
    "patterns": ("GBG/p1",),
    "leader": "eva",
    "level": Level.STRUCTURE,
    "day": date(2026, 1, 26),
    "clocks": {"interim": LATER},
    "due": LATER,
}
