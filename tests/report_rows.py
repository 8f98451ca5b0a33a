"""What would a store count of these cases? The rows a report is made of, added up from plain made-up cases."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from lexheller.deadlines import Calendar, Term, Unit
from lexheller.model.report import Audience, Report
from lexheller.services import report_period, reporting
from lexheller.services.report_counts import (
    AnswerCount,
    CaseCount,
    CodeCount,
    Counted,
    DayCount,
    FeedbackCount,
    MeasureRow,
    PairCount,
    PatternCount,
    RatedCount,
    ReferralCount,
)

TODAY = date(2026, 3, 3)
PERIOD = report_period.period("2025-03/2026-02")
PROMISES = reporting.Promises(Term(5, Unit.WORKING_DAYS), Term(60, Unit.DAYS), Term(14, Unit.DAYS), Calendar())
FEDERATIONS = ("Samordningsförbundet Älvnära", "Samordningsförbundet Skogsbygden", "Samordningsförbundet Kusten")


@dataclass(frozen=True)
class Sent:
    """A referral of a made-up case."""

    partner: str = "af"
    state: str = "answered"
    whose: str = ""
    days: int | None = 30
    judged: int | None = 1


@dataclass(frozen=True)
class Told:
    """A made-up case, as far as a report asks."""

    day: date = date(2025, 9, 1)
    level: str = "organisation"
    provisional: bool = False
    partners: tuple[str, ...] = ("af", "fk")
    themes: tuple[str, ...] = ("certificates",)
    target: str = "young_adults"
    outcome: str = ""
    closed: bool = False
    waived: bool = False
    told: bool = False
    read: bool = False
    helped: str = ""
    contact_after: int | None = 3
    feedback_after: int | None = None
    sent: tuple[Sent, ...] = ()
    patterns: tuple[str, ...] = ()
    rated: tuple[str, ...] = field(default=())


def counted(
    cases: list[Told],
    *,
    again: int = 0,
    patterns: tuple[PatternCount, ...] = (),
    measures: tuple[MeasureRow, ...] = (),
) -> Counted:
    """Add made-up cases up to rows; patterns come with any number, it is counted here."""
    many = Counter(p for c in cases for p in c.patterns)
    closed = [c for c in cases if c.closed]
    sent = [s for c in cases for s in c.sent]
    return Counted(
        cases=tuple(
            CaseCount(*key, n)
            for key, n in sorted(
                Counter(
                    (f"{c.day:%Y-%m}", c.level, int(c.provisional), c.outcome, int(c.closed)) for c in cases
                ).items()
            )
        ),
        again=again,
        feedback=tuple(
            FeedbackCount(*key, n)
            for key, n in sorted(Counter((int(c.waived), int(c.told), int(c.read), c.helped) for c in closed).items())
        ),
        themes=_codes(code for c in cases for code in c.themes or ("",)),
        target_groups=_codes(c.target for c in cases),
        partners=_codes(code for c in cases for code in c.partners or ("",)),
        alone=_codes(c.partners[0] for c in cases if len(c.partners) == 1),
        pairs=tuple(
            PairCount(*pair, n)
            for pair, n in sorted(Counter(p for c in cases for p in combinations(sorted(c.partners), 2)).items())
        ),
        first_contacts=_days((c.day, c.contact_after) for c in cases),
        feedback_days=_days((c.day, c.feedback_after) for c in closed if not c.waived),
        answers=tuple(
            AnswerCount(*key, n)
            for key, n in Counter(
                (s.days, s.judged) for s in sent if s.state in {"answered", "not_ours", "open"}
            ).items()
        ),
        referrals=tuple(
            ReferralCount(*key, n) for key, n in sorted(Counter((s.partner, s.state, s.whose) for s in sent).items())
        ),
        open_days=_codes(c.day.isoformat() for c in cases if not c.closed),
        patterns=tuple(p._replace(n=many[p.key]) for p in patterns),
        measures=measures,
        rated=tuple(
            RatedCount(*key) for key in sorted(Counter(" ".join(sorted(c.rated)) for c in cases if c.rated).items())
        ),
    )


def _codes(codes: Iterable[str]) -> tuple[CodeCount, ...]:
    return tuple(CodeCount(*item) for item in sorted(Counter(codes).items()))


def _days(waits: Iterable[tuple[date, int | None]]) -> tuple[DayCount, ...]:
    found = Counter(
        (start.isoformat(), "" if after is None else (start + timedelta(after)).isoformat()) for start, after in waits
    )
    return tuple(DayCount(*key, n) for key, n in sorted(found.items()))


GAPS = (
    (("adult_psychiatry", "primary_care"), 27),
    (("af", "fk"), 14),
    (("af", "economic_assistance"), 10),
    (("af", "primary_care"), 9),
    (("adult_psychiatry", "social_services"), 4),
    (("addiction_care", "adult_psychiatry", "social_services"), 6),
    (("fk", "primary_care"), 7),
    (("af",), 5),
    (("fk",), 6),
    (("economic_assistance", "fk"), 3),
    (("primary_care", "school"), 6),
    (("disability_support", "social_services"), 4),
    (("probation", "social_services"), 2),
    (("af", "supplier"), 3),
    (("social_services", "unclear"), 5),
)
PATTERNS = (
    PatternCount("ALV/intyg", "Vem skriver intyget?", "Vem skriver när vårdkontakten är slut?", "open", "ALV", 0),
    PatternCount("ALV/nolla", "Noll till tre procents arbetsförmåga", "", "open", "ALV", 0),
)
MEASURES = (
    MeasureRow("ALV/intyg", "Vårdsamverkan", "2026-04-30", "ongoing"),
    MeasureRow("ALV/intyg", "Arbetsförmedlingen", "2025-12-01", "done"),
    MeasureRow("", "Beredningsgruppen", "2026-06-30", "planned"),
)

_THEMES = ["certificates", "who_pays", "sip", "transitions", "unclear_responsibility", "housing"]
_TIES: dict[tuple[str, ...], tuple[str, ...]] = {GAPS[0][0]: ("ALV/intyg",), GAPS[1][0]: ("ALV/nolla",)}


def a_year(seed: int = 13, n: int = 118) -> Counted:
    """Make a year of cases such as three federations might have; the same seed gives the same year."""
    chance = random.Random(seed)
    cases = [_one(chance) for _ in range(n)]
    return counted(cases, again=7, patterns=PATTERNS, measures=MEASURES)


def _one(chance: random.Random) -> Told:
    partners = chance.choices([gap for gap, _ in GAPS], [weight for _, weight in GAPS])[0]
    level = chance.choices(["organisation", "structure", "individual", ""], [75, 14, 5, 6])[0]
    closed = chance.random() < 0.75
    outcome = (
        chance.choices(["conclude", "solve", "redirect", "set_aside", "withdraw"], [10, 5, 2, 1, 1])[0]
        if closed
        else ""
    )
    waived = closed and chance.random() < 0.04
    told = closed and not waived and chance.random() < 0.3
    read = closed and not waived and not told and chance.random() < 0.8
    sent = tuple(_sent(chance, partner) for partner in partners if outcome == "conclude" and partner != "unclear")
    return Told(
        day=date(2025, 3, 1) + timedelta(chance.randrange(365)),
        level=level,
        provisional=level != "" and chance.random() < 0.1,
        partners=partners,
        themes=tuple(chance.sample(_THEMES, chance.choice([0, 1, 1, 2]))),
        target=chance.choice(["young_adults", "long_term_sick", "neurodevelopmental", "comorbidity", ""]),
        outcome=outcome,
        closed=closed,
        waived=waived,
        told=told,
        read=read,
        helped=chance.choice(["yes", "partly", "partly", "no", "", ""]) if read or told else "",
        contact_after=chance.choice([1, 2, 3, 4, 5, 8, 12]),
        feedback_after=chance.choice([2, 5, 9, 9, 12, 19]) if closed else None,
        sent=sent,
        patterns=_TIES.get(partners, ()) if closed else (),
        rated=tuple(chance.choices(["organisation", "structure"], [5, 1], k=2)) if chance.random() < 0.2 else (),
    )  # fmt: skip


def _sent(chance: random.Random, partner: str) -> Sent:
    state = chance.choices(["answered", "not_ours", "given_up", "taken_back", "open", "no_reply"], [12, 3, 1, 1, 2, 2])[
        0
    ]
    whose = chance.choice(["", "social_services", "primary_care"]) if state == "not_ours" else ""
    days = chance.randrange(10, 95) if state in {"answered", "not_ours"} else None
    judged = None if days is None and chance.random() < 0.5 else int(days is not None and days <= 60)
    return Sent(partner, state, whose, days, judged)


def a_report(rows: Counted | None = None, *, audience: Audience = Audience.INSIDE, k: int = 5) -> Report:
    """Make a report of a year of made-up cases, or of these rows."""
    request = reporting.Request(PERIOD, TODAY, audience, names=FEDERATIONS)
    return reporting.make(a_year() if rows is None else rows, request, PROMISES, k)
