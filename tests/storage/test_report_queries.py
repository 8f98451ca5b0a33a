"""Does the store count what a plain count of the cases gives, for each viewer and on both databases?"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest

from lexheller.model.case import Case, Measure, Opinion, Referral
from lexheller.model.codes import (
    Helped,
    Level,
    MeasureState,
    Outcome,
    Partner,
    Purpose,
    ReferralState,
    Role,
    SetAsideReason,
    Told,
    WaiveReason,
)
from lexheller.model.people import Pattern, Viewer
from lexheller.model.report import Audience
from lexheller.model.visibility import Sight, sight
from lexheller.services import report_period, reporting
from lexheller.services.ports import UnitOfWork
from lexheller.services.report_counts import Counted
from lexheller.storage import SqlStore
from lexheller.storage.report_queries import ReportQueries
from tests.report_rows import PROMISES
from tests.storage.factories import new_case

TODAY = date(2026, 3, 3)
PERIOD = report_period.period("2025-03/2026-02")
FEDERATIONS = ("GBG", "SKO")
PATTERNS = (Pattern("GBG", "intyg", "Vem skriver intyget?"), Pattern("SKO", "nolla", "Noll till tre procent"))
LEADER = Viewer("eva", "GBG", frozenset({Role.PROCESS_LEADER}))
MEMBER = replace(LEADER, roles=frozenset({Role.PROCESS_LEADER, Role.GROUP_MEMBER}), groups=frozenset({"GBG/group"}))
MANAGER = Viewer("mia", "GBG", frozenset({Role.FEDERATION_MANAGER}))
PARTNER = Viewer("fia", "GBG", frozenset({Role.PARTNER}), recipients=frozenset({"GBG/fk"}))


def a_random_case(chance: random.Random) -> dict[str, Any]:
    """Draw a head; days, choices and states go together only as far as the counting cares."""
    day = date(2025, 1, 15) + timedelta(chance.randrange(430))
    outcome = chance.choice([None, None, *Outcome])
    closed = day + timedelta(chance.randrange(1, 90)) if outcome and chance.random() < 0.7 else None
    waived = chance.choice([None, None, None, *WaiveReason]) if closed else None
    told = chance.choice([None, *Told]) if closed and not waived else None
    set_aside = chance.choice(list(SetAsideReason)) if outcome is Outcome.SET_ASIDE else None
    partners = tuple(
        chance.sample([Partner.FK, Partner.AF, Partner.PRIMARY_CARE, Partner.SCHOOL], chance.choice([0, 1, 1, 2, 2, 3]))
    )
    level = chance.choice([None, *Level])
    return {
        "day": day,
        "partners": partners,
        "themes": tuple(chance.sample(["certificates", "sip", "housing"], chance.choice([0, 1, 1, 2]))),
        "target_group": chance.choice(["", "young_adults", "elderly"]),
        "level": level,
        "provisional_level": chance.choice([None, *Level]),
        "outcome": outcome,
        "set_aside": set_aside,
        "closed": closed,
        "waived": waived,
        "told": told,
        "feedback_since": day + timedelta(3) if outcome else None,
        "feedback_day": closed if closed and not waived else None,
        "helped": chance.choice([None, *Helped]) if closed and not waived else None,
        "contacted": chance.choice([None, day + timedelta(chance.randrange(9))]),
        "imported": chance.choice(["", "", "", "run-1"]),
        "void": chance.random() < 0.06,
        "blocked": chance.random() < 0.06,
        "shared_version": 2,
        "attested_version": chance.choice([2, 2, 2, 1]),
        "groups": chance.choice([(), ("GBG/group",), ("SKO/other",)]),
        "patterns": tuple(p.key for p in chance.sample(PATTERNS, chance.choice([0, 0, 1, 2]))),
        "opinions": tuple(Opinion(who, chance.choice(list(Level)), 3) for who in "abc"[: chance.choice([0, 1, 2, 3])]),
        "referrals": tuple(_a_referral(chance, number, day) for number in range(1, chance.choice([1, 1, 2, 3]))),
        "measures": tuple(
            Measure(n, chance.choice(["Chefen", "AF"]), date(2026, 6, 1), 4, chance.choice(list(MeasureState)))
            for n in range(1, chance.choice([1, 1, 1, 2, 3]))
        ),
    }  # fmt: skip


def _a_referral(chance: random.Random, number: int, day: date) -> Referral:
    state = chance.choice(list(ReferralState))
    sent = day + timedelta(chance.randrange(30))
    purpose = chance.choice([Purpose.REPLY, Purpose.REPLY, Purpose.LEARNING])
    return Referral(
        number,
        chance.choice(["GBG/fk", "SKO/af"]),
        chance.choice([None, Partner.FK, Partner.AF]),
        purpose,
        sent,
        due=sent + timedelta(60) if purpose is Purpose.REPLY else None,
        state=state,
        closed=None if state is ReferralState.OPEN else sent + timedelta(chance.randrange(100)),
        whose=chance.choice([None, Partner.SCHOOL]) if state is ReferralState.NOT_OURS else None,
    )


@pytest.fixture
def filled(sql_store: SqlStore) -> tuple[SqlStore, list[Case], set[str]]:
    """Return a store with random cases in two federations, the cases, and the numbers of those read."""
    chance = random.Random(7)
    found: list[Case] = []
    read: set[str] = set()

    def fill(uow: UnitOfWork) -> None:
        for pattern in PATTERNS:
            uow.people.put_pattern(pattern)
        for serial in range(1, 161):
            federation = chance.choice(FEDERATIONS)
            sets = a_random_case(chance)
            if serial > 10 and chance.random() < 0.2:
                sets["same_event"] = found[chance.randrange(10)].number
            case, event = new_case(serial, federation, **sets)
            uow.cases.add(case, event, (), ())
            found.append(case)
            if chance.random() < 0.5:
                version = chance.choice([case.feedback_version, 99])  # an earlier answer's reading is not this one's
                uow.notes.mark_seen(case.federation, case.id, f"feedback:{version}", TODAY)
                read.update({case.number} if version == case.feedback_version else ())

    sql_store.write(fill)
    return sql_store, found, read


def plainly(
    cases: list[Case], read: set[str], viewer: Viewer, federations: tuple[str, ...] = ()
) -> dict[str, Counter[Any]]:
    """Count by going through the cases one by one; what `Counted` holds, as numbers by all that comes before them."""
    level_seen = [c for c in cases if sight(viewer, c) is not Sight.NOTHING and _at_work(viewer, c)]
    mine = [c for c in level_seen if not c.void and (not federations or c.federation in federations)]
    came = [c for c in mine if PERIOD.first <= c.day <= PERIOD.last]
    single = [c for c in came if c.set_aside is not SetAsideReason.DOUBLE]
    first = {e: min(c.number for c in single if c.same_event == e) for e in {c.same_event for c in single}}
    counted = [c for c in single if not c.same_event or first[c.same_event] == c.number]
    ended = {ReferralState.ANSWERED, ReferralState.NOT_OURS}
    sent = [r for c in counted for r in c.referrals]
    return {
        "cases": Counter(
            (
                f"{c.day:%Y-%m}", level(c), int(c.level is None and level(c) != ""), str(c.outcome or ""),
                int(c.closed is not None),
            )
            for c in counted
        ),
        "again": Counter({(): len(came) - len(counted)}),
        "feedback": Counter(
            (int(c.waived is not None), int(c.told is not None), int(c.number in read), str(c.helped or ""))
            for c in counted if c.closed
        ),
        "themes": Counter((code,) for c in counted for code in c.themes or ("",)),
        "target_groups": Counter((c.target_group,) for c in counted),
        "partners": Counter((str(code),) for c in counted for code in c.partners or ("",)),
        "alone": Counter((str(c.partners[0]),) for c in counted if len(c.partners) == 1),
        "pairs": Counter(pair for c in counted for pair in combinations(sorted(map(str, c.partners)), 2)),
        "first_contacts": Counter(
            (day(c.day), day(c.contacted)) for c in counted
            if not c.imported and (c.contacted or (not c.closed and not c.outcome))
        ),
        "feedback_days": Counter(
            (day(c.feedback_since), day(c.feedback_day) if c.closed else "") for c in counted
            if not c.imported and c.outcome and not c.waived
        ),
        "answers": Counter(
            ((r.closed - r.sent).days, int(r.closed <= r.due)) if r.closed and r.due else (None, 0)
            for r in sent
            if r.purpose is Purpose.REPLY and (r.state in ended or waits_too_long(r))
        ),
        "referrals": Counter(
            (str(r.partner or ""), "no_reply" if unasked(r) else str(r.state), str(r.whose or "")) for r in sent
        ),
        "open_days": Counter((day(c.day),) for c in mine if not c.closed),
        "patterns": Counter((key,) for c in counted for key in c.patterns),
        "measures": Counter(
            {
                (key, m.owner, day(m.due), m.state.value)
                for c in counted
                for m in c.measures
                for key in c.patterns or ("",)
            }
        ),
        "rated": Counter((" ".join(sorted(o.level for o in c.opinions)),) for c in counted if c.opinions),
    }  # fmt: skip


def level(case: Case) -> str:
    return str(case.level or case.provisional_level or "")


def day(found: date | None) -> str:
    return found.isoformat() if found else ""


def waits_too_long(referral: Referral) -> bool:
    return referral.state is ReferralState.OPEN and referral.due is not None and referral.due < TODAY


def unasked(referral: Referral) -> bool:
    return referral.state is ReferralState.OPEN and referral.purpose is not Purpose.REPLY


def _at_work(viewer: Viewer, case: Case) -> bool:
    group = viewer.has(Role.GROUP_MEMBER) and bool(viewer.groups.intersection(case.groups)) and case.shown
    return sight(viewer, case) >= Sight.HEAD or group


def as_numbers(counted: Counted) -> dict[str, Counter[Any]]:
    """Give counted rows as numbers by all that comes before them."""
    found: dict[str, Counter[Any]] = {"again": Counter({(): counted.again})}
    for field in fields(counted):
        rows: Iterable[Any] = () if field.name == "again" else getattr(counted, field.name)
        for row in rows:
            key, n = (tuple(row), 1) if field.name == "measures" else (tuple(row[:-1]), row[-1])
            found.setdefault(field.name, Counter())[(key[0],) if field.name == "patterns" else key] += n
    return found


@pytest.mark.parametrize("viewer", [LEADER, MEMBER, MANAGER, PARTNER], ids=["leader", "member", "manager", "partner"])
@pytest.mark.parametrize("federations", [(), ("SKO",)], ids=["all", "one"])
def test_the_store_counts_what_a_plain_count_gives(
    filled: tuple[SqlStore, list[Case], set[str]], viewer: Viewer, federations: tuple[str, ...]
) -> None:
    store, cases, read = filled
    found = store.in_transaction(lambda c: ReportQueries(c)(viewer, federations, PERIOD, TODAY), writing=False)
    wanted = {
        name: numbers
        for name, numbers in plainly(cases, read, viewer, federations).items()
        if numbers or name == "again"
    }
    assert as_numbers(found) == wanted


def test_one_who_only_answers_for_a_partner_is_told_no_number(filled: tuple[SqlStore, list[Case], set[str]]) -> None:
    store, cases, _ = filled
    assert any(sight(PARTNER, case) is Sight.SHARED for case in cases)
    assert store.in_transaction(lambda c: ReportQueries(c)(PARTNER, (), PERIOD, TODAY), writing=False) == Counted()


def test_what_is_counted_makes_a_report_for_every_reader(filled: tuple[SqlStore, list[Case], set[str]]) -> None:
    store, _, _ = filled
    found = store.in_transaction(lambda c: ReportQueries(c)(MEMBER, (), PERIOD, TODAY), writing=False)
    for audience in Audience:
        report = reporting.make(found, reporting.Request(PERIOD, TODAY, audience), PROMISES)
        assert report.totals.received == sum(row.n for row in found.cases)
