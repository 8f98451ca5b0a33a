"""How are routes drawn in a terminal? Arrows to where a case would go, with the rule and the facts that made it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING

from lexheller.cli.output import named_rows
from lexheller.deadlines import Term, Unit, due
from lexheller.forms.lines import INDENT, Line, clean, wrapped
from lexheller.i18n.dates import days, long_date, working_days
from lexheller.i18n.words import Words
from lexheller.model.codes import Purpose
from lexheller.routing.wording import fact_words, lack_words, reason_words, target_words

if TYPE_CHECKING:
    from lexheller.desk import Desk
    from lexheller.model.case import Case
    from lexheller.model.people import Recipient
    from lexheller.routing.book import Explanation, Fired, Proposal, Tried
    from lexheller.routing.rehearsal import Rehearsed
    from lexheller.routing.targets import Target

_INSET = INDENT * 2
_NO_PARTNER = "no:partners:"
_TOO_MANY = 3


@dataclass(frozen=True, slots=True)
class Promise:
    """What a partner that is asked today has promised: the length, and the day; None where nobody is asked any more."""

    term: str
    until: date | None


def promise_of(desk: Desk, case: Case, words: Words) -> Promise:
    """Work out by when a partner that is asked today has promised to answer."""
    office = desk.house.office
    term = office.promises.answer
    until = due(office.today(), term, office.calendar) if case.closed is None else None
    return Promise(_length(term, words), until)


def _length(term: Term, words: Words) -> str:
    match term.unit:
        case Unit.WORKING_DAYS:
            return working_days(term.amount, words.language)
        case Unit.MONTHS:
            return words.plural("routes.months", term.amount)
        case Unit.DAYS:
            return days(term.amount, words.language)


def draw_explained(  # what is drawn, and how much of it
    number: str,
    said: Explanation,
    promise: Promise,
    words: Words,
    width: int,
    *,
    known: Iterable[Recipient] = (),
    most: int | None = None,
) -> list[Line]:
    """Draw where a case would go and why.

    Args:
        known: the federation's recipients, those out of use among them.
        most: leave out the rules tried after so many.
    """
    known = tuple(known)
    title = f"  {words('route.title')}"
    lines: list[Line] = [[(number, "bold"), (title, "bold"), (f"  {words('route.nothing_sent')}", "")]]
    for proposal in said.proposals:
        lines += [[], *_proposed(proposal, promise, words, width, known)]
    if said.to_person and not said.proposals:
        lines += [[], *wrapped(words("route.to_person"), width, INDENT)]
    tried = _together(said.tried, words)
    if tried:
        lines += [[], [(words("route.tried"), "bold")], *_reasons(tried[:most], width)]
    if most is not None and len(tried) > most:
        lines += wrapped(words("routes.more_tried", n=len(tried) - most, number=number), width, INDENT)
    return lines


def _proposed(proposal: Proposal, promise: Promise, words: Words, width: int, known: Iterable[Recipient]) -> list[Line]:
    lines: list[Line] = [[(f"{INDENT}→ ", "go"), (clean(place_words(proposal, words)), "bold")]]
    lines += wrapped(_purpose(proposal, promise, words), width, _INSET)
    if not proposal.lands:
        lines += wrapped(lack_words(words, proposal.target, known), width, _INSET)
    lines += wrapped(words.ours(proposal.because.said_in(words.language)), width, _INSET)
    lines += _ruled("route.rule", proposal, words, width)
    for other in proposal.also:
        lines += _ruled("route.also", other, words, width)
    return lines


def _ruled(key: str, fired: Proposal | Fired, words: Words, width: int) -> list[Line]:
    lines: list[Line] = [[(_INSET + words(key, file=fired.file, number=fired.number, version=fired.version), "")]]
    for fact in fired.facts:
        first, *rest = wrapped(fact_words(words, fact), width - 2, _INSET + INDENT)
        lines += [[(f"{_INSET}· {first[0][0].strip()}", "")], *rest]
    return lines


def _purpose(proposal: Proposal, promise: Promise, words: Words) -> str:
    if proposal.step != "refer":
        return words(f"step.{proposal.step}.help")
    if proposal.purpose is Purpose.REPLY and promise.until is None:
        return words("routes.reply_within", term=promise.term)
    if proposal.purpose is Purpose.REPLY and promise.until is not None:
        return words("routes.reply_by", day=long_date(promise.until, words.language), term=promise.term)
    return words("routes.no_reply", purpose=words(f"purpose.{proposal.purpose}"))


def place_words(proposal: Proposal, words: Words) -> str:
    """Name where a proposal leads: the recipient as the federation calls it, else what stands for one."""
    if proposal.recipient is not None:
        return proposal.recipient.name
    said = target_words(words, proposal.target)
    return said[:1].upper() + said[1:]


def _together(tried: Iterable[Tried], words: Words) -> list[tuple[str, str]]:
    """Name the rules that did not apply; those of one file that fail for the same kind of reason share a line."""
    alike: dict[tuple[str, str], list[Tried]] = {}
    for one in tried:
        alike.setdefault((one.file, _kind(one.why)), []).append(one)
    found = []
    for (file, _), rows in alike.items():
        by_reason: dict[str, list[int]] = {}
        for one in rows:
            by_reason.setdefault(reason_words(words, one.why), []).append(one.number)
        if len(by_reason) >= _TOO_MANY:  # a rule for each partner: which of them are not there says nothing
            counted = words.plural("routes.not_with", len(by_reason))
            by_reason = {counted: [number for numbers in by_reason.values() for number in numbers]}
        found += [(f"{file} {_spans(numbers)}", why) for why, numbers in by_reason.items()]
    return found


def _kind(why: str) -> str:
    """Name the kind of a reason: that one partner is not there is one kind, whichever it is."""
    return _NO_PARTNER if why.startswith(_NO_PARTNER) and "+" not in why else why


def _spans(numbers: Iterable[int]) -> str:
    """Write numbers shortly: "1–7, 9"."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and spans[-1][-1] == number - 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return ", ".join(f"{span[0]}" if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans)


def _reasons(tried: Sequence[tuple[str, str]], width: int) -> list[Line]:
    return named_rows(tried, width, column=max((len(name) for name, _ in tried), default=0))


def draw_tried(rows: Sequence[Rehearsed], words: Words, width: int) -> list[Line]:
    """Draw the cases that would have gone elsewhere: as it is, and as it would be."""
    lines: list[Line] = []
    for row in rows:
        lines += [[(row.number, "bold")]]
        for key, proposals in (("routes.before", row.before), ("routes.after", row.after)):
            said = "; ".join(_with_purpose(proposal, words) for proposal in proposals) or words("route.to_person")
            head = f"{INDENT}{words(key):<6} → "
            first, *rest = wrapped(said, width, " " * len(head))
            lines += [[(head, ""), (first[0][0].strip(), "")], *rest]
        lines.append([])
    return lines[:-1]


def _with_purpose(proposal: Proposal, words: Words) -> str:
    return f"{place_words(proposal, words)} ({words(f'purpose.{proposal.purpose}')})"


# --- JSON -----------------------------------------------------------------------------------------------


def proposal_row(proposal: Proposal) -> Mapping[str, object]:
    """Give a proposal as JSON has it."""
    return {
        "recipient": proposal.recipient.key if proposal.recipient else None,
        "name": proposal.recipient.name if proposal.recipient else None,
        "target": target_row(proposal.target),
        "step": proposal.step,
        "purpose": proposal.purpose,
        **_fired_row(proposal),
        "also": [_fired_row(other) for other in proposal.also],
    }


def _fired_row(fired: Proposal | Fired) -> dict[str, object]:
    return {
        "file": fired.file,
        "number": fired.number,
        "rule": fired.rule,
        "version": fired.version,
        "facts": list(fired.facts),
        "because": asdict(fired.because),
    }


def target_row(target: Target) -> Mapping[str, object]:
    """Give a target as JSON has it: what kind of place it is, and which."""
    kind = "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in type(target).__name__).lstrip("_")
    return {"kind": kind, **asdict(target)}
