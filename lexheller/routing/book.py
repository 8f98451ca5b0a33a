"""Where does this case go, and why there? Asks every rule in order, and says what each of them answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lexheller.model.codes import Partner, Purpose
from lexheller.model.people import Recipient
from lexheller.routing.facts import Facts
from lexheller.routing.rules import Because, Layer, Rule, RuleFile
from lexheller.routing.targets import SECTORS, Target, partner_of, resolve


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Every rule there is, file by file: the federation's own first, then packages', then the shipped ones."""

    files: tuple[RuleFile, ...]

    def __post_init__(self) -> None:
        order = list(Layer)
        object.__setattr__(self, "files", tuple(sorted(self.files, key=lambda file: order.index(file.layer))))

    def __iter__(self) -> Iterator[tuple[RuleFile, int, Rule]]:
        """Go through the rules as they are asked: their file, their number in it from 1, and the rule."""
        return ((file, number, rule) for file in self.files for number, rule in enumerate(file.rules, 1))

    def with_files(self, *files: RuleFile) -> RuleBook:
        """Give a book with further files."""
        return RuleBook((*self.files, *files))

    def without(self, *names: str) -> RuleBook:
        """Give a book without the rules of these names."""
        kept = (replace(f, rules=tuple(rule for rule in f.rules if rule.name not in names)) for f in self.files)
        return RuleBook(tuple(kept))


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that fired, with the facts that made it."""

    file: str
    number: int
    rule: str
    version: int
    facts: tuple[str, ...]
    because: Because


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way that a case could go. Nothing is sent before a person has said so.

    Args:
        recipient: who that is in the federation's list; None when it has nobody there, or when it is no referral.
        rule, version, facts, because, file, number: of the first rule that points there; they are stored with it.
        also: the other rules that point to the same place.
    """

    target: Target
    recipient: Recipient | None
    purpose: Purpose
    file: str
    number: int
    rule: str
    version: int
    facts: tuple[str, ...]
    because: Because
    also: tuple[Fired, ...] = ()

    @property
    def step(self) -> str:
        """Name the step or action of the process that would carry it out."""
        return "refer" if self.recipient else self.target.step

    @property
    def partner(self) -> Partner | None:
        """Name the kind of partner that it goes to; None for a meeting of several."""
        return partner_of(self.target)

    @property
    def lands(self) -> bool:
        """Tell whether somebody is there to take it; if not, a person has to find who."""
        return self.recipient is not None or self.step != "refer"

    @property
    def place(self) -> str | Target:
        """Tell two proposals apart: the recipient, or what stands for one."""
        return self.recipient.key if self.recipient else self.target


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule that did not fire, and why, as a code word ("no:partners:fk", "but:level:individual", "stopped:NAME")."""

    file: str
    number: int
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the whole book answers for one case."""

    proposals: tuple[Proposal, ...]
    tried: tuple[Tried, ...]

    @property
    def to_person(self) -> bool:
        """Tell whether no rule leads anywhere: a person has to decide where the case goes."""
        return not any(proposal.lands for proposal in self.proposals)


def propose(book: RuleBook, facts: Facts, recipients: Sequence[Recipient]) -> tuple[Proposal, ...]:
    """List where the rules would take a case, in the book's order, each place once; nothing means: to a person.

    Only recipients of the case's own federation belong in `recipients`.
    """
    found: dict[str | Target, Proposal] = {}
    for file, number, rule in book:
        if rule.when.holds(facts):
            _add(found, _proposal(file, number, rule, facts, recipients))
            if rule.stop:
                break
    return tuple(found.values())


def explain(book: RuleBook, facts: Facts, recipients: Sequence[Recipient]) -> Explanation:
    """Give the proposals, and every rule that did not fire with the reason."""
    tried: list[Tried] = []
    stopped_by = ""
    for file, number, rule in book:
        if stopped_by:
            tried.append(Tried(file.key, number, rule.name, f"stopped:{stopped_by}"))
        elif not rule.when.holds(facts):
            tried.append(Tried(file.key, number, rule.name, rule.when.lacks(facts)))
        elif rule.stop:
            stopped_by = rule.name
    return Explanation(propose(book, facts, recipients), tuple(tried))


def _proposal(file: RuleFile, number: int, rule: Rule, facts: Facts, recipients: Sequence[Recipient]) -> Proposal:
    return Proposal(
        target=rule.to,
        recipient=resolve(rule.to, recipients),
        purpose=rule.purpose,
        file=file.key,
        number=number,
        rule=rule.name,
        version=rule.version,
        facts=_marked(rule.when.fired_by(facts), rule.to, facts),
        because=rule.because,
    )


def _add(found: dict[str | Target, Proposal], new: Proposal) -> None:
    """Keep the first proposal for a place, and remember on it every other rule that points there."""
    first = found.setdefault(new.place, new)
    if first is not new:
        other = Fired(new.file, new.number, new.rule, new.version, new.facts, new.because)
        found[new.place] = replace(first, also=(*first.also, other))


def _marked(words: tuple[str, ...], target: Target, facts: Facts) -> tuple[str, ...]:
    """Mark what goes to where the submitter may work: the recipient is not told what kind of organisation wrote."""
    partner = partner_of(target)
    mine = facts.submitter_org
    near = partner is None or partner is mine or any({partner, mine} <= set(kinds) for kinds in SECTORS.values())
    return (*words, "own_workplace") if facts.own_workplace and near and "own_workplace" not in words else words
