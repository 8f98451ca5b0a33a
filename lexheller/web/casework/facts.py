"""What is known of a case beside its texts, as rows to be drawn: choices, times, referrals, measures, reasons, past."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lexheller.deadlines import due
from lexheller.desk import Desk
from lexheller.errors import BadRules, NotFound
from lexheller.i18n.choices import choice_label, sentence, whose_words
from lexheller.i18n.dates import late, long_date, period, short_date
from lexheller.i18n.words import Words
from lexheller.model.case import Measure, Opinion, Referral
from lexheller.model.codes import Purpose
from lexheller.model.people import Pattern, Recipient
from lexheller.model.visibility import Sight
from lexheller.routing.book import Fired, Proposal
from lexheller.routing.wording import fact_words, file_words, lack_words, target_words
from lexheller.services.office import local_day
from lexheller.services.reading import CaseView, Entry
from lexheller.services.reading_work import Levelled
from lexheller.storage.search import Similar
from lexheller.web.casework.happened import who

Row = tuple[str, str]

_CHOSEN = ("submitter_org", "target_group", "recurring", "agreement", "solved", "other_channel")
_TIES = frozenset({"tie_pattern", "not_tied", "label"})
_TOLD_ELSEWHERE = frozenset({"decide", "tie_pattern", "not_tied"})
"""Steps whose reasons stand with what they are the reasons for."""


@dataclass(frozen=True, slots=True)
class Time:
    """What is due: its name, its day in words, whom it is expected of, and how late it is, "" when it is not."""

    name: str
    day: str
    late: str
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """Where a case would go: to whom, for what, why, in quiet the rule with its facts; what lacks, "" for nothing."""

    to: str
    purpose: str
    because: str
    rule: str
    lacks: str


@dataclass(frozen=True, slots=True)
class Past:
    """A line of the history."""

    version: int
    day: str
    what: str
    who: str


def choices(view: CaseView, words: Words) -> list[Row]:
    """List the choices of the form and what was added to them."""
    if not view.within:
        return []
    return [(words(f"fact.{key}"), sentence(said)) for key, said in _known(view, words) if said]


def _known(view: CaseView, words: Words) -> Iterator[Row]:
    case, whole = view.case, view.sight >= Sight.HEAD
    chosen = {key: getattr(case.submitted, key) for key in _CHOSEN} | {"target_group": case.target_group}
    yield "partners", ", ".join(words(f"partner.{partner}") for partner in case.partners)
    for key in _CHOSEN[: None if whole else 2]:
        yield key, choice_label(words, key, chosen[key]) if chosen[key] else ""
    if whole:
        yield "when", period(case.submitted.when, words.language) if case.submitted.when else ""
    yield "area", case.submitted.area
    level = case.level or case.provisional_level
    named = words(f"level.{level}") if level else words("web.case.no_level")
    yield "level", words("show.provisional", level=named) if level and not case.level else named
    yield "themes", ", ".join(choice_label(words, "themes", theme) for theme in case.themes)
    if whole:
        said = view.publication
        yield "publication", words("fact.not_asked" if said is None else "choice.yes" if said else "choice.no")
        yield "contact", words("fact.contact.there" if case.contact else "fact.contact.none")
        yield "source", words(f"source.{case.source}")
    yield "groups", ", ".join(view.names.get(key, key) for key in case.groups) if whole else ""
    if case.decision:
        day = f" · {long_date(case.decided, words.language)}" if case.decided else ""
        yield "decision", "\n".join(filter(None, (words(f"decision.{case.decision}") + day, view.decision_reason)))
    yield "solution", view.solution


def times(view: CaseView, words: Words, today: date) -> list[Time]:
    """List what is due, the first day first."""
    return [
        Time(
            sentence(_clock(name, words)),
            words("follow.until", date=long_date(day, words.language)),
            late((today - day).days, words.language) if day < today else "",
            _expected_of(name, view),
        )
        for day, name in sorted((day, name) for name, day in view.case.clocks.items())
    ]


def _clock(name: str, words: Words) -> str:
    kind = name.partition(":")[0]
    key = {"wait": "waiting", "rest": "resting"}.get(kind, kind)
    return words(f"clock.{key}") if words.has(f"clock.{key}") else kind


def _expected_of(name: str, view: CaseView) -> str:
    kind, _, which = name.partition(":")
    to = next((r.recipient for r in view.case.referrals if kind == "answer" and str(r.id) == which), "")
    return view.names.get(to, to)


def referrals(view: CaseView, words: Words) -> list[tuple[Referral, str, list[str]]]:
    """List to whom a case was sent, each with what is to be said of it, a line each."""
    return [(r, view.names.get(r.recipient, r.recipient), list(_referred(r, view, words))) for r in view.case.referrals]


def _referred(referral: Referral, view: CaseView, words: Words) -> Iterator[str]:
    """Tell of one referral; whoever it was sent to is told what for and by when, not which rule chose them."""
    state = "sent" if referral.state == "open" and referral.purpose != "reply" else referral.state
    by = words("show.due", day=_day(referral.due, words)) if referral.due and referral.state == "open" else ""
    sent = words("show.sent", day=_day(referral.sent, words)) if view.within else ""
    told = (words(f"purpose.{referral.purpose}"), sent, by, words(f"referral.{state}"))
    yield sentence(" · ".join(filter(None, told)))
    if not view.within:
        return
    if referral.asked:
        yield words("web.step.has_asked")
    if referral.state == "not_ours":
        yield sentence(words("show.whose", whose=whose_words(words, referral.whose, referral.partner)))
    if referral.waits_for:
        yield sentence(words("show.waits_for", partner=words(f"partner.{referral.waits_for}")))
    if not referral.rule:
        yield sentence(words("show.by_hand"))
        return
    why = "; ".join(fact_words(words, fact) for fact in referral.facts)
    about = file_words(words, referral.rule)
    key = "show.rule" if about == referral.rule else "web.case.rule"  # a federation's own rule is called by its name
    yield sentence(words(key, rule=about, version=referral.rule_version, facts=why))


def measures(view: CaseView, words: Words) -> list[tuple[str, str]]:
    """List what was decided to be done: what, then who, when and how far it has come."""
    return [(view.measures.get(m.id, "") or m.owner, _measured(m, words)) for m in view.case.measures]


def _measured(measure: Measure, words: Words) -> str:
    by = words("show.due", day=_day(measure.due, words))
    joint = words("show.joint", names=", ".join(measure.joint)) if measure.joint else ""
    told = (measure.owner, by, words(f"measure_state.{measure.state}"), joint)
    return " · ".join(filter(None, told))


def opinion_words(opinion: Opinion, words: Words) -> str:
    """Say which level somebody sees, and whether it stands beside another of theirs."""
    level = words(f"level.{opinion.level}")
    return words("show.second", level=level) if opinion.second else level


def opinions(view: CaseView, words: Words) -> list[Row]:
    """List the level according to each who has said one."""
    return [(view.names.get(o.person, o.person), sentence(opinion_words(o, words))) for o in view.case.opinions]


def ties(view: CaseView, words: Words) -> list[Row]:
    """List why a case was tied to patterns, and why not."""
    return [
        (
            view.names.get(tie.pattern, tie.pattern) or sentence(words("show.no_pattern")),
            " · ".join(filter(None, (sentence(words("show.tied" if tie.tied else "show.not_tied")), tie.reason))),
        )
        for tie in view.ties
    ]


def reasons(view: CaseView, words: Words) -> list[tuple[str, str, str]]:
    """List the other reasons that were given: the day, for what, and the words."""
    return [_told(e, view, words) for e in view.history if e.version in view.reasons and e.step not in _TOLD_ELSEWHERE]


def _told(entry: Entry, view: CaseView, words: Words) -> tuple[str, str, str]:
    day = short_date(local_day(entry.at), words.language)
    return day, sentence(words(f"event.{entry.step}")), view.reasons[entry.version]


def levels(view: CaseView, words: Words) -> list[Row]:
    """List who said which level at the group's table, and why."""
    return [(view.names.get(each.actor, each.actor), _levelled(each, words)) for each in view.levels]


def _levelled(said: Levelled, words: Words) -> str:
    level = words(f"level.{said.level}")
    told = words("show.second", level=level) if said.second else level
    return " · ".join(filter(None, (sentence(told), said.reason)))


def said(view: CaseView, words: Words) -> list[tuple[str, str, str]]:
    """List what was said on the way to a decision, of earlier decisions too: reasons, and questions asked back."""
    return [_told(e, view, words) for e in view.history if e.version in view.reasons and e.step not in _TIES]


def history(view: CaseView, words: Words) -> list[Past]:
    """List what has happened, the newest first."""
    return [_past(e, view, words) for e in reversed(view.history)]


def _past(entry: Entry, view: CaseView, words: Words) -> Past:
    what = sentence(words(f"event.{entry.step}"))
    if entry.rules:
        what = words("show.by_rules", what=what, rules=entry.rules)
    if entry.to != entry.source and entry.source:
        what = f"{what}: {words(f'state.{entry.to}')}"
    return Past(entry.version, short_date(local_day(entry.at), words.language), what, who(entry, view))


def patterns(desk: Desk, view: CaseView) -> list[Pattern]:
    """Give the patterns that a case is tied to."""
    return [p for p in desk.patterns() if p.key in view.case.patterns] if view.case.patterns else []


def became(hit: Similar, words: Words) -> str:
    """Say what became of a case like this one."""
    helped = words("show.helped", answer=words(f"choice.{hit.helped}")) if hit.helped else ""
    return ", ".join(filter(None, (words(f"state.{hit.state}"), helped)))


# --- where it would go --------------------------------------------------------------------------------


def routes(desk: Desk, view: CaseView, words: Words) -> list[Route] | None:
    """Say where a case would go by the rules; nothing is sent. None where the rules cannot be asked."""
    try:
        said = desk.explain(view.case.number)
    except (BadRules, NotFound):
        return None
    office = desk.house.office
    until = due(office.today(), office.promises.answer, office.calendar)
    asked = {r.recipient: r.due for r in view.case.awaited() if r.due}  # who has it already answers by that day
    days = [asked.get(each.recipient.key, until) if each.recipient else until for each in said.proposals]
    known = desk.recipients()
    return [route_of(proposal, day, words, known) for proposal, day in zip(said.proposals, days, strict=True)]


def library(view: CaseView, words: Words, today: date, days: int) -> str:
    """Say of a text for the library whom it waits for, or from when on everybody reads it; "" where there is none."""
    case = view.case
    if not view.public:
        return ""
    if not case.released_version:
        name = view.names.get(case.release_asked_by, case.release_asked_by)
        return words("web.case.library.waits", name=name)
    agreed = next((local_day(e.at) for e in view.history if e.version == case.released_version), None)
    if not case.released or agreed is None:
        return words("web.case.library.hidden")
    day = agreed + timedelta(days=days)
    return words(f"web.case.library.{'since' if day <= today else 'from'}", day=long_date(day, words.language))


def rule_words(fired: Proposal | Fired, words: Words) -> str:
    """Name a rule by what its file is about: "regel 2 om primärvården, version 1"."""
    about = file_words(words, fired.file)
    return words("web.route.rule", number=fired.number, about=about, version=fired.version)


def route_of(proposal: Proposal, until: date, words: Words, known: Iterable[Recipient]) -> Route:
    """Word one way that a case could go, to somebody who has promised to answer by a day.

    Args:
        known: the federation's recipients, those out of use among them.
    """
    to = proposal.recipient.name if proposal.recipient else sentence(target_words(words, proposal.target))
    rules = [rule_words(proposal, words), *(words("web.route.also", rule=rule_words(o, words)) for o in proposal.also)]
    told = "; ".join(fact_words(words, fact) for fact in proposal.facts)
    return Route(
        to=to,
        purpose=_purpose(proposal, until, words),
        because=words.ours(proposal.because.said_in(words.language)),
        rule=f"{sentence(', '.join(rules))}: {told}",
        lacks="" if proposal.lands else lack_words(words, proposal.target, known),
    )


def _purpose(proposal: Proposal, until: date, words: Words) -> str:
    if proposal.step != "refer":
        return words(f"step.{proposal.step}.help")
    if proposal.purpose is Purpose.REPLY:
        return words("web.case.reply_by", day=long_date(until, words.language))
    return sentence(words("routes.no_reply", purpose=words(f"purpose.{proposal.purpose}"))) + "."


def _day(day: date | None, words: Words) -> str:
    return long_date(day, words.language) if day else ""
