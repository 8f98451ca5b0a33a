"""Which rules can never do anything, or say something that nobody knows? Asked before a book is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from lexheller.model.codes import Level, Partner, Recurring
from lexheller.model.people import Recipient
from lexheller.model.vocabulary import TARGET_GROUPS, THEMES
from lexheller.routing.book import RuleBook
from lexheller.routing.conditions import AnyOf, Condition
from lexheller.routing.mentions import can_hold, implies
from lexheller.routing.rules import Layer, Rule, RuleFile
from lexheller.routing.targets import Forum, Managers, Representative, out_of_use, partner_of, resolve


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with one rule.

    Args:
        field: which part of the rule: "name", "when", "to".
        why: a code: "unreachable", "stopped", "shadowed", "name_taken", "unknown_recipient", "unknown_partner",
            "unknown_theme", "unknown_target_group", "unknown_level", "unknown_recurring", "nobody_there",
            or "out_of_use".
        other: the rule or the value that it is about.
    """

    path: str
    rule: str
    field: str
    why: str
    other: str = ""

    @property
    def refuses(self) -> bool:
        """Tell whether a book with this is refused.

        A shipped rule may wait for a group that is not there yet, and whom any rule leads to may be taken out of use.
        """
        return self.why not in {"nobody_there", "out_of_use"}


def check(
    book: RuleBook,
    recipients: Sequence[Recipient] | None = None,
    *,
    themes: Collection[str] = THEMES,
    target_groups: Collection[str] = TARGET_GROUPS,
) -> tuple[Fault, ...]:
    """Name everything that is wrong with a book, in its order.

    Args:
        recipients: every federation's; None leaves out what is asked about them.
        themes, target_groups: the shared core and what the settings add to it.
    """
    found: list[Fault] = []
    names = Counter(rule.name for _, _, rule in book)
    earlier: list[tuple[RuleFile, Rule]] = []
    for file, _, rule in book:
        if names[rule.name] > 1:
            found.append(Fault(file.path, rule.name, "name", "name_taken", rule.name))
        unknown = [*_unknown(rule, themes, target_groups), *_nobody(file, rule, recipients)]
        found += [Fault(file.path, rule.name, field, why, other) for field, why, other in unknown]
        for why, other in _idle(file, rule, earlier):
            found.append(Fault(file.path, rule.name, "when", why, other))
        earlier.append((file, rule))
    return tuple(found)


def _idle(file: RuleFile, rule: Rule, earlier: Sequence[tuple[RuleFile, Rule]]) -> Iterator[tuple[str, str]]:
    """Say why a rule never does anything.

    A federation's own rule may cover a shipped one: that is what it is for. So rules are compared within their layer.
    """
    if not can_hold(rule.when):
        yield "unreachable", ""
        return
    beside = [other for its_file, other in earlier if its_file.layer is file.layer]
    stops = [other for other in beside if other.stop]
    if stops and implies(rule.when, _any(other.when for other in stops)):
        yield "stopped", "+".join(other.name for other in stops if _share(rule.when, other.when))
        return
    yield from (("shadowed", o.name) for o in beside if o.to == rule.to and implies(rule.when, o.when))


def _any(conditions: Iterator[Condition]) -> Condition:
    return reduce(lambda one, other: AnyOf((one, other)), conditions)


def _share(one: Condition, other: Condition) -> bool:
    return can_hold(one & other)


def _unknown(rule: Rule, themes: Collection[str], target_groups: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Find words that are on no list; rules written in Python are not held to their types while running."""
    mentions = rule.when.mentions()
    for why, said, known in (
        ("unknown_partner", mentions.partners, frozenset(Partner)),
        ("unknown_level", mentions.levels, frozenset(Level)),
        ("unknown_recurring", mentions.recurring, frozenset(Recurring)),
        ("unknown_theme", mentions.themes, frozenset(themes)),
        ("unknown_target_group", mentions.target_groups, frozenset(target_groups)),
    ):
        yield from (("when", why, word) for word in sorted(said - known))
    partner = partner_of(rule.to)
    if partner is not None and partner not in frozenset(Partner):
        yield "to", "unknown_partner", partner


def _nobody(file: RuleFile, rule: Rule, recipients: Sequence[Recipient] | None) -> Iterator[tuple[str, str, str]]:
    if recipients is None or not isinstance(rule.to, Forum | Managers | Representative):
        return
    if resolve(rule.to, recipients) is None:
        if was := out_of_use(rule.to, recipients):
            yield "to", "out_of_use", was.name
            return
        own = file.layer is Layer.OWN
        yield "to", "unknown_recipient" if own else "nobody_there", _said(rule.to)


def _said(target: Forum | Managers | Representative) -> str:
    match target:
        case Forum(name):
            return name
        case Representative(partner):
            return str(partner)
        case Managers():
            return "forbundschefer"
