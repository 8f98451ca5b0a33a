"""Which numbers does a pattern report print, under which names, and what ties them to each other?

Every number has one name, however often it is printed, so that one place knows what a reader can add up. From the
names and ties `patterns.protect` works out what a report for readers outside must hide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from lexheller.model.codes import Helped, Level, Outcome, Partner, ReferralState
from lexheller.model.report import LEVEL_ORDER, PARTNER_ORDER
from lexheller.patterns import AtMost, NoMore, Relation, Sum, partner_relations, small
from lexheller.services.report_counts import Counted

LEVELS = ("organisation", "structure", "individual", "")
"""Codes of levels, "" for those not assessed."""
OUTCOMES = (*(str(outcome) for outcome in Outcome), "")
NO_REPLY = "no_reply"
"""Where a referral stands that is open and asks for no reply."""
REPLIED, ASKED = "_replied", "_asked"
"""The numbers of referrals that have been answered in any way, and of those that have been or wait to be."""
STATES = (*(str(state) for state in ReferralState), NO_REPLY)
AGES = ((0, 30), (31, 90), (91, 180), (181, 365), (366, None))
"""Ages of open cases, in days."""


def age_code(low: int, high: int | None) -> str:
    """Name an age: "31-90", "366-"."""
    return f"{low}-{'' if high is None else high}"


def level_part(level: str, part: int) -> str:
    """Name the number of a level's cases in one part of the period."""
    return f"level.{level}.{part}"


def pair_cell(one: str, other: str) -> str:
    """Name the number that two kinds of partner share; the same one twice: cases that name only that one."""
    return f"alone.{one}" if one == other else f"pair.{min(one, other)}.{max(one, other)}"


def sent_cell(partner: str, state: str = "") -> str:
    """Name the number of referrals to a kind of partner, in a state or in all; "*" for all partners."""
    return f"sent.{partner}.{state}" if state else f"sent.{partner}"


@dataclass
class Cells:
    """The report's numbers by name, and what ties them; names of numbers that are never shown begin with "_"."""

    numbers: Counter[str] = field(default_factory=Counter)
    relations: list[Relation] = field(default_factory=list)
    kinds: tuple[str, ...] = ()
    """Kinds of partner that cases name, in the fixed order."""
    asked: tuple[str, ...] = ()
    """Kinds of partner that something was sent to, in the fixed order; "" for a forum of several."""
    nested: list[tuple[str, str]] = field(default_factory=list)
    """Numbers that are part of others: what a reader gets by subtracting counts something too."""

    def put(self, name: str, number: int) -> None:
        """Add to a number; nought makes it known."""
        self.numbers[name] += number

    def tie(self, *relations: Relation) -> None:
        """Say what holds; a number not heard of before is nought."""
        for relation in relations:
            names = (
                (relation.total, *relation.parts) if isinstance(relation, Sum) else (*relation.these, *relation.those)
            )
            for name in names:
                self.numbers[name] += 0
            self.relations.append(relation)

    def total(self, name: str, parts: Iterable[str]) -> None:
        """Make a number the sum of others."""
        parts = tuple(parts)
        self.numbers[name] = sum(self.numbers[part] for part in parts)
        self.tie(Sum(name, parts))

    def same(self, name: str, parts: Iterable[str]) -> None:
        """Say that a number that is there already is the sum of others."""
        self.tie(Sum(name, tuple(parts)))

    def within(self, parts: Iterable[str], whole: str) -> None:
        """Say of each number that it counts some of what another counts."""
        for part in parts:
            self.tie(AtMost(part, whole))
            self.nested.append((part, whole))

    def part_of(self, part: str, whole: str) -> None:
        """Say the same of two numbers that are counted apart, where a reader would take it so and it is so."""
        if self.numbers[part] <= self.numbers[whole]:
            self.within((part,), whole)


def cells_of(counted: Counted, parts: Sequence[tuple[str, str]], today: date, *, by_partner: bool = True) -> Cells:
    """Add counted rows up to the report's numbers.

    Args:
        counted: what the store gave.
        parts: first and last month ("2025-03") of each part of the period.
        today: what open cases' ages are counted to.
        by_partner: what was sent is told for each kind of partner; else in all only.
    """
    cells = Cells()
    _cases(cells, counted, parts)
    _feedback(cells, counted)
    _choices(cells, counted)
    _partners(cells, counted)
    _referrals(cells, counted, by_partner=by_partner)
    _open(cells, counted, today)
    _agreement(cells, counted)
    return cells


def _cases(cells: Cells, counted: Counted, parts: Sequence[tuple[str, str]]) -> None:
    for row in counted.cases:
        part = next(index for index, (first, last) in enumerate(parts) if first <= row.month <= last)
        cells.put(level_part(row.level, part), row.n)
        cells.put(f"outcome.{row.outcome}", row.n)
        cells.put("closed" if row.closed else "open", row.n)
        cells.put("provisional", row.n if row.provisional and row.level else 0)
    for level in LEVELS:
        cells.total(f"level.{level}", (level_part(level, part) for part in range(len(parts))))
    for part in range(len(parts)):
        cells.total(f"part.{part}", (level_part(level, part) for level in LEVELS))
    cells.total("received", (f"level.{level}" for level in LEVELS))
    cells.same("received", (f"part.{part}" for part in range(len(parts))))
    cells.same("received", (f"outcome.{outcome}" for outcome in OUTCOMES))
    cells.same("received", ("closed", "open"))
    cells.put("again", counted.again)
    cells.total("_assessed", (f"level.{level}" for level in LEVELS if level))
    cells.within(("provisional",), "_assessed")
    cells.part_of("outcome.", "open")


def _feedback(cells: Cells, counted: Counted) -> None:
    for row in counted.feedback:
        if row.waived:
            cells.put("waived", row.n)
            continue
        cells.put("told" if row.told else "written", row.n)
        cells.put("read", row.n if row.read and not row.told else 0)
        if row.helped:
            cells.put(f"helped.{row.helped}", row.n)
    cells.total("given", ("told", "written"))
    cells.same("closed", ("given", "waived"))
    cells.within(("read",), "written")
    cells.total("answers", (f"helped.{helped}" for helped in Helped))
    cells.within(("answers",), "given")


def _choices(cells: Cells, counted: Counted) -> None:
    for row in counted.target_groups:
        cells.put(f"target.{row.code}", row.n)
    targets = ["target.", *(f"target.{row.code}" for row in counted.target_groups)]
    cells.same("received", dict.fromkeys(targets))
    for row in counted.themes:
        cells.put(f"theme.{row.code}", row.n)
    themes = [f"theme.{row.code}" for row in counted.themes if row.code]
    # A case may have several themes: each is part of what has one, and together they cover that.
    cells.put("_with_theme", cells.numbers["received"] - cells.numbers["theme."])
    cells.same("received", ("_with_theme", "theme."))
    cells.within(themes, "_with_theme")
    cells.tie(NoMore(("_with_theme",), tuple(themes)))
    for pattern in counted.patterns:
        cells.put(f"pattern.{pattern.key}", pattern.n)
        cells.within((f"pattern.{pattern.key}",), "received")


def _partners(cells: Cells, counted: Counted) -> None:
    for row in counted.partners:
        cells.put(f"partner.{row.code}", row.n)
    present = {row.code for row in counted.partners if row.n and row.code}
    kinds = cells.kinds = tuple(str(partner) for partner in PARTNER_ORDER if partner in present)
    cells.put("partner.", 0)
    cells.put("_with_partner", cells.numbers["received"] - cells.numbers["partner."])
    cells.tie(Sum("received", ("_with_partner", "partner.")))
    for alone in counted.alone:
        cells.put(pair_cell(alone.code, alone.code), alone.n)
    for pair in counted.pairs:
        cells.put(pair_cell(pair.one, pair.other), pair.n)
    pairs = {(one, other): pair_cell(one, other) for one, other in combinations(kinds, 2)}
    lone = {kind: pair_cell(kind, kind) for kind in kinds}
    if kinds:
        partners = {kind: f"partner.{kind}" for kind in kinds}
        cells.tie(*partner_relations("_with_partner", partners, pairs, lone))
        cells.nested += [(cell, "_with_partner") for cell in partners.values()]
        cells.nested += [(cell, partners[kind]) for kind, cell in lone.items()]
        cells.nested += [(cell, partners[kind]) for pair, cell in pairs.items() for kind in pair]


def _referrals(cells: Cells, counted: Counted, *, by_partner: bool) -> None:
    for row in counted.referrals:
        cells.put(sent_cell(row.partner if by_partner else "*", row.state), row.n)
        if row.state == ReferralState.NOT_OURS:
            cells.put("named" if row.whose else "nobody", row.n)
    if by_partner:
        asked = {row.partner for row in counted.referrals}
        cells.asked = tuple(kind for kind in (*(str(partner) for partner in PARTNER_ORDER), "") if kind in asked)
        for kind in cells.asked:
            cells.total(sent_cell(kind), (sent_cell(kind, state) for state in STATES))
        for state in STATES:
            cells.total(sent_cell("*", state), (sent_cell(kind, state) for kind in cells.asked))
    cells.total(sent_cell("*"), (sent_cell("*", state) for state in STATES))
    if by_partner:
        cells.same(sent_cell("*"), (sent_cell(kind) for kind in cells.asked))
    cells.same(sent_cell("*", "not_ours"), ("nobody", "named"))
    cells.total(REPLIED, (sent_cell("*", state) for state in ("answered", "not_ours")))
    cells.total(ASKED, (REPLIED, sent_cell("*", "open")))


def _open(cells: Cells, counted: Counted, today: date) -> None:
    for row in counted.open_days:
        days = (today - date.fromisoformat(row.code)).days
        low, high = next((low, high) for low, high in reversed(AGES) if days >= low or low == 0)
        cells.put(f"age.{age_code(low, high)}", row.n)
    cells.total("open_now", (f"age.{age_code(*age)}" for age in AGES))
    cells.part_of("open", "open_now")


def _agreement(cells: Cells, counted: Counted) -> None:
    for row in counted.rated:
        levels = row.levels.split()
        if len(levels) > 1:
            cells.put("same" if len(set(levels)) == 1 else "apart", row.n)
    cells.total("rated", ("same", "apart"))
    cells.within(("rated",), "received")


def wait_cells(cells: Cells, what: str, ended: int, in_time: int, late: int, of: tuple[str, str]) -> None:
    """Add the numbers of one wait.

    Args:
        cells: what to add them to.
        what: who waited for what.
        ended, in_time, late: how many waits are over; of those that can be judged, how many were in time and not.
        of: what the waits that are over are part of, and what those that can be judged are part of.
    """
    names = {name: f"wait.{what}.{name}" for name in ("n", "in_time", "late")}
    for name, number in (("n", ended), ("in_time", in_time), ("late", late)):
        cells.put(names[name], number)
    judged = f"_judged.{what}"
    cells.total(judged, (names["in_time"], names["late"]))
    cells.within((names["in_time"],), names["n"])
    cells.within((names["n"],), judged)
    for part, whole in zip((names["n"], judged), of, strict=True):
        cells.within((part,), whole)


def foremost(cells: Cells) -> dict[str, tuple[str, ...]]:
    """Say which number is alone at the top, by name, and which it is above: what headings state and readers learn.

    Only pairs of two known kinds of partner, and levels that were assessed, are compared; five cases are the least
    that a heading is made of, here as elsewhere.
    """
    known = [kind for kind in cells.kinds if kind != Partner.UNCLEAR]
    groups: tuple[Sequence[str], ...] = (
        [pair_cell(one, other) for one, other in combinations(known, 2)],
        [f"level.{level}" for level in LEVEL_ORDER],
    )
    found = {}
    for group in groups:
        top = max(group, key=lambda name: cells.numbers[name], default="")
        if top and cells.numbers[top] >= LEAST and [cells.numbers[n] for n in group].count(cells.numbers[top]) == 1:
            found[top] = tuple(name for name in group if name != top)
    return found


LEAST = 5
"""The smallest number that a heading or a figure of waits is made of, for readers outside the smallest shown."""


def for_outside(cells: Cells, k: int) -> tuple[dict[str, int], list[Relation]]:
    """Give the numbers and ties that `patterns.protect` needs, with what headings and subtracting give away.

    Of seven cases with one partner, six of them with another too, one is left: a small number that is printed nowhere
    and is guarded like the others. Where nothing is left (all twenty that came in have had their first contact, "20 of
    20") the part says what the whole is to anybody who guesses so: they are hidden or shown together.
    """
    tops = foremost(cells)
    relations = [*cells.relations, *(NoMore((less,), (top,)) for top, others in tops.items() for less in others)]
    numbers = dict(cells.numbers)
    for part, whole in cells.nested:
        rest = numbers[whole] - numbers[part]
        if numbers[part] and not rest:
            relations.append(Sum(whole, (part,)))
        elif numbers[part] and small(rest, k):
            name = f"_{whole}_without_{part}"
            numbers[name] = rest
            relations.append(Sum(whole, (part, name)))
    return numbers, relations


def level_of(code: str) -> Level | None:
    """Turn a stored level into the model's."""
    return Level(code) if code else None
