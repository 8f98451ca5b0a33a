"""What is known of a case beside its texts? Facts in two columns, referrals, measures, opinions, ties and reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lexheller.cli.output import named_rows
from lexheller.forms.lines import Line, clean
from lexheller.i18n.choices import choice_label, whose_words
from lexheller.i18n.dates import long_date, period, short_date
from lexheller.i18n.words import Words
from lexheller.model.visibility import Sight
from lexheller.routing.wording import fact_words
from lexheller.services.office import local_day

if TYPE_CHECKING:
    from datetime import date

    from lexheller.model.case import Measure, Referral
    from lexheller.services.reading import CaseView

Row = tuple[str, str]

_CHOSEN = ("submitter_org", "target_group", "recurring", "agreement", "solved", "other_channel")
_TOLD_ELSEWHERE = frozenset({"decide", "tie_pattern", "not_tied"})
"""Steps whose reasons stand with what they are the reasons for."""


def draw_facts(view: CaseView, words: Words, width: int) -> Iterator[list[Line]]:
    """Draw what this viewer may know of a case beside its texts: a part each, with its heading."""
    parts = [("show.referrals", _referrals(view, words))]
    if view.within:
        parts = [
            ("show.facts", _facts(view, words)),
            *(parts if view.sight >= Sight.HEAD else ()),
            ("show.measures", _measures(view, words)),
            ("show.opinions", _opinions(view, words)),
            ("show.ties", _ties(view, words)),
            ("show.reasons", _reasons(view, words)),
        ]
    for key, found in parts:
        rows = [(clean(name), said) for name, said in found]
        if rows:
            yield [[(words(key), "bold")], *named_rows(rows, width, "", max(len(name) for name, _ in rows))]


def _facts(view: CaseView, words: Words) -> Iterator[Row]:
    for key, said in _known(view, words):
        if said:
            yield words(f"fact.{key}"), said


def _known(view: CaseView, words: Words) -> Iterator[Row]:
    case, whole = view.case, view.sight >= Sight.HEAD
    chosen = {key: getattr(case.submitted, key) for key in _CHOSEN} | {"target_group": case.target_group}
    for key in _CHOSEN[: None if whole else 2]:
        yield key, choice_label(words, key, chosen[key]) if chosen[key] else ""
    if whole:
        yield "when", period(case.submitted.when, words.language) if case.submitted.when else ""
    yield "area", case.submitted.area
    if whole:
        said = view.publication
        yield "publication", words("fact.not_asked" if said is None else "choice.yes" if said else "choice.no")
        yield "contact", words("fact.contact.there" if case.contact else "fact.contact.none")
        yield "source", words(f"source.{case.source}")
    yield "themes", ", ".join(choice_label(words, "themes", theme) for theme in case.themes)
    yield "patterns", _named(case.patterns, view)
    yield "groups", _named(case.groups, view) if whole else ""
    if case.decision:
        day = f" · {_day(case.decided, words)}" if case.decided else ""
        yield "decision", "\n".join(filter(None, (words(f"decision.{case.decision}") + day, view.decision_reason)))
    yield "solution", view.solution


def _named(keys: Iterable[str], view: CaseView) -> str:
    return ", ".join(view.names.get(key, key) for key in keys)


def _referrals(view: CaseView, words: Words) -> Iterator[Row]:
    for referral in view.case.referrals:
        yield str(referral.id), "\n".join(_referred(referral, view, words))


def _referred(referral: Referral, view: CaseView, words: Words) -> Iterator[str]:
    """Tell of one referral; whoever it was sent to is told what for and by when, not which rule chose them."""
    name = view.names.get(referral.recipient, referral.recipient)
    state = "sent" if referral.state == "open" and referral.purpose != "reply" else referral.state
    due = words("show.due", day=_day(referral.due, words)) if referral.due and referral.state == "open" else ""
    sent = words("show.sent", day=_day(referral.sent, words)) if view.within else ""
    yield name
    yield " · ".join(filter(None, (words(f"purpose.{referral.purpose}"), sent, due, words(f"referral.{state}"))))
    if not view.within:
        return
    if referral.state == "not_ours":
        yield words("show.whose", whose=whose_words(words, referral.whose, referral.partner))
    if referral.waits_for:
        yield words("show.waits_for", partner=words(f"partner.{referral.waits_for}"))
    if referral.rule:
        facts = "; ".join(fact_words(words, fact) for fact in referral.facts)
        yield words("show.rule", rule=referral.rule, version=referral.rule_version, facts=facts)
    else:
        yield words("show.by_hand")


def _measures(view: CaseView, words: Words) -> Iterator[Row]:
    for measure in view.case.measures:
        yield str(measure.id), _measured(measure, view, words)


def _measured(measure: Measure, view: CaseView, words: Words) -> str:
    due = words("show.due", day=_day(measure.due, words))
    told = " · ".join((measure.owner, due, words(f"measure_state.{measure.state}")))
    joint = words("show.joint", names=", ".join(measure.joint)) if measure.joint else ""
    return "\n".join(filter(None, (view.measures.get(measure.id, ""), told, joint)))


def _opinions(view: CaseView, words: Words) -> Iterator[Row]:
    for opinion in view.case.opinions:
        level = words(f"level.{opinion.level}")
        said = words("show.second", level=level) if opinion.second else level
        yield view.names.get(opinion.person, opinion.person), said


def _ties(view: CaseView, words: Words) -> Iterator[Row]:
    for tie in view.ties:
        pattern = view.names.get(tie.pattern, tie.pattern) or words("show.no_pattern")
        yield pattern, " · ".join(filter(None, (words("show.tied" if tie.tied else "show.not_tied"), tie.reason)))


def _reasons(view: CaseView, words: Words) -> Iterator[Row]:
    """List the other reasons that were given, each with its day and what it was for."""
    for entry in view.history:
        if entry.version in view.reasons and entry.step not in _TOLD_ELSEWHERE:
            day = short_date(local_day(entry.at), words.language)
            yield day, f"{words(f'event.{entry.step}')}: {view.reasons[entry.version]}"


def _day(day: date | None, words: Words) -> str:
    return long_date(day, words.language) if day else ""
