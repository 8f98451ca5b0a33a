"""How is one case drawn in a terminal? Head, way, words as chairs, steps, times, likes, and the bench: once, last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from lexheller.cli.case_facts import draw_facts
from lexheller.cli.history_page import draw_history
from lexheller.cli.output import bench, named_rows
from lexheller.cli.way import draw_way
from lexheller.forms.lines import INDENT, Line, chair, clean, cut, wrapped
from lexheller.forms.wording import opening_words
from lexheller.i18n.choices import sentence
from lexheller.i18n.dates import long_date, month, short_date
from lexheller.i18n.words import Words
from lexheller.model.codes import Role
from lexheller.model.people import Viewer
from lexheller.model.visibility import Sight
from lexheller.processes.lex_heller_phases import way_of
from lexheller.services.casework import ROLE_ORDER, roles_in
from lexheller.services.next_thing import Came, next_thing, step_for
from lexheller.services.office import local_day

if TYPE_CHECKING:
    from lexheller.services.reading import CaseView
    from lexheller.storage.search import Similar
    from lexheller.workflow import Opening

_COMMON = {
    "open_dialogue": "open",
    "solve": "solve",
    "share": "share",
    "classify": "classify",
    "decide": "decide",
    "refer": "refer",
    "give_feedback": "feedback",
    "say": "say",
}
"""Steps that have a word of their own."""


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that one case's page shows."""

    view: CaseView
    viewer: Viewer
    today: date
    has_group: bool
    similar: tuple[Similar, ...] = ()
    with_history: bool = False


def draw_case(page: Page, words: Words, width: int) -> list[Line]:
    """Draw the page of a case."""
    view = page.view
    parts = (
        _head(page, words, width),
        _way(page, words, width),
        *_texts(view, words, width),
        *draw_facts(view, words, width),
        *_said(view, words, width),
    )
    lines = [line for part in parts if part for line in (*part, [])]
    sections = (
        *_steps(page, words, width),
        ("show.times", _times(page, words)),
        ("show.similar", _similar(page.similar, words, width)),
        ("show.history", draw_history(view, words, width) if page.with_history and view.history else []),
    )
    for key, section in sections:
        if section:
            lines += [[(words(key), "bold")], *section]
    return lines + _bench(page, words)


def _head(page: Page, words: Words, width: int) -> list[Line]:
    case, view = page.view.case, page.view
    whole = view.sight >= Sight.HEAD
    day = long_date(case.day, words.language) if whole else month(case.day, words.language)
    leader = words("show.leader", name=view.names.get(case.leader, case.leader)) if case.leader else ""
    nobody = words("show.no_leader") if whole and not case.leader else ""
    said = [words("show.came", day=day), leader or nobody, words("show.version", n=case.version)]
    return [
        *wrapped(f"{case.number}  {view.title}", width, style="bold"),
        *wrapped(" · ".join(filter(None, said)), width),
        *wrapped(_concerns(page, words), width),
        *(wrapped(" · ".join(flags), width, style="bold") if (flags := _flags(page, words)) else ()),
    ]


def _concerns(page: Page, words: Words) -> str:
    case = page.view.case
    level = case.level or case.provisional_level
    said = [words(f"partner.{partner}") for partner in case.partners]
    if level is not None:
        named = words(f"level.{level}")
        said.append(named if case.level else words("show.provisional", level=named))
    return " · ".join(said)


def _flags(page: Page, words: Words) -> list[str]:
    case = page.view.case
    found = []
    if case.blocked:
        found.append(words("flag.blocked"))
    if case.waiting:
        found.append(words("flag.waiting" if case.waiting == "wait" else "flag.resting"))
    if case.void:
        found.append(words("flag.void"))
    if case.own_workplace and page.view.sight >= Sight.HEAD:
        found.append(words("flag.own_workplace"))
    return found


def _way(page: Page, words: Words, width: int) -> list[Line]:
    case = page.view.case
    if not page.view.days:
        return [[(INDENT, ""), (f"[{words(f'state.{case.state}')}]", "bold")]]
    way = way_of(case, page.view.days)
    return draw_way(way, len(way) > 1 and case.closed is None and _goes_on(page), words, width, case.waiting_until)


def _goes_on(page: Page) -> bool:
    return page.view.case.outcome is None or page.view.case.outcome not in {"withdraw", "set_aside"}


def _texts(view: CaseView, words: Words, width: int) -> Iterator[list[Line]]:
    if view.received:
        received = [line for field, text in view.received.items() for line in _received(field, text, words, width)]
        yield [[(words("show.received"), "bold")], *received]
    if view.shared:
        attested = words("show.attested" if view.case.attested else "show.not_attested")
        version = words("show.shared_version", n=view.case.shared_version)
        head: Line = [(words("show.shared"), "bold"), (f"  {version}, {attested}", "")]
        yield [head, *chair(view.shared, width)]
    if view.public:
        yield _public(view, words, width)


def _public(view: CaseView, words: Words, width: int) -> list[Line]:
    """Draw the text for the library, with its version: that is what a second person confirms."""
    asked = clean(view.names.get(view.case.release_asked_by, view.case.release_asked_by))
    if view.case.released:
        stands = words("show.public.released")
    else:
        stands = words("show.public.hidden" if view.case.released_version else "show.public.waits", name=asked)
    said = words("show.shared_version", n=view.case.public_version), stands
    return [[(words("show.public"), "bold"), (f"  {', '.join(said)}", "")], *chair(view.public, width)]


def _said(view: CaseView, words: Words, width: int) -> Iterator[list[Line]]:
    if view.dialogue:
        yield [[(words("show.dialogue"), "bold")], *_dialogue(view, words, width)]
    if view.exchange:
        yield [[(words("show.exchange"), "bold")], *_exchange(view, words, width)]
    if view.talks:
        yield [[(words("show.talks"), "bold")], *_talks(view, words, width)]
    for answer in view.answers:
        said = "\n".join(answer.parts.values())
        day = short_date(local_day(answer.at), words.language)
        yield [[(words("show.answer", name=answer.recipient), "bold"), (f"  {day}", "")], *chair(said, width)]
    if view.feedback:
        told = f"  {_told(view, words)}" if view.case.told else ""
        yield [[(words("show.feedback"), "bold"), (told, "")], *chair(view.feedback, width, facing=True)]


def _told(view: CaseView, words: Words) -> str:
    """Say how and when feedback was told that nobody reads with a code."""
    day = long_date(view.case.feedback_day, words.language) if view.case.feedback_day else ""
    return f"{words(f'told.{view.case.told}')} {day}"


def _received(field: str, text: str, words: Words, width: int) -> list[Line]:
    return [[(INDENT + words(f"field.{field}"), "")], *chair(text, width)]


def _dialogue(view: CaseView, words: Words, width: int) -> Iterable[Line]:
    """Draw the messages: them to the left, us to the right."""
    for said in view.dialogue:
        day = short_date(local_day(said.at), words.language)
        asks = said.kind == "ask"
        ours = said.role is Role.PROCESS_LEADER and not asks
        partner = clean(view.names.get(said.recipient, said.recipient))
        if ours:
            who = words("show.to", name=partner) if partner else words("show.to_submitter")
        else:
            who = words("show.they") if said.own else partner or sentence(words(f"role.{said.role}"))
        yield [(f"{INDENT + '    ' if ours else INDENT}{who} {day}", "")]
        yield from chair(said.text, width, facing=ours)


def _exchange(view: CaseView, words: Words, width: int) -> Iterable[Line]:
    """Draw what a partner has asked, and the answers: theirs to the right, as whoever reads is theirs."""
    for said in view.exchange:
        who = words("show.you" if said.own else "show.leader_said")
        yield [(f"{INDENT + '    ' if said.own else INDENT}{who} {short_date(local_day(said.at), words.language)}", "")]
        yield from chair(said.text, width, facing=said.own)


def _talks(view: CaseView, words: Words, width: int) -> Iterable[Line]:
    days = [entry.fields.get("talked_on") for entry in view.history if entry.step == "note_talk"]
    for (_, outcome, note), talked_on in zip(view.talks, days, strict=True):
        day = short_date(date.fromisoformat(str(talked_on)), words.language)
        yield from wrapped(" · ".join(filter(None, (day, words(f"talk.{outcome}"), note))), width, INDENT)


def _steps(page: Page, words: Words, width: int) -> list[tuple[str, list[Line]]]:
    """List the open steps, those that lack something, and by name what may be done beside them."""
    openings = page.view.openings
    steps = [opening for opening in openings if not opening.step.is_action]
    open_ones = {o.step.name: words(f"step.{o.step.name}") for o in steps if o.open}
    lacking = {
        o.step.name: words("cli.lacks", needs=opening_words(words, o))
        for o in steps
        if not o.open and o.step.name not in open_ones
    }
    others = {name: told for name, told in _others(page, words) if name not in {*open_ones, *lacking}}
    actions = list(dict.fromkeys(o.step.name for o in openings if o.step.is_action and o.open and _about(o, page)))
    wide = max((len(name) for name in (*open_ones, *lacking, *others)), default=0)
    return [
        ("show.open_steps", named_rows(open_ones.items(), width, "bold", wide)),
        ("show.not_open", named_rows({**lacking, **others}.items(), width, "", wide)),
        ("show.actions", wrapped(", ".join(actions), width, INDENT) if actions else []),
    ]


def _about(opening: Opening, page: Page) -> bool:
    """Tell whether an action has anything to be about: an answer needs a referral, a follow-up a measure."""
    nothing = set() if page.view.case.open_referrals() else {"referral"}
    nothing |= set() if page.view.case.measures else {"measure"}
    return not nothing.intersection(opening.asks)


def _others(page: Page, words: Words) -> Iterator[tuple[str, str]]:
    """Name the steps that leave this state by somebody else's hand."""
    from lexheller.processes import process_named

    mine = roles_in(page.viewer, page.view.case)
    for step in process_named(page.view.case.process).process.steps:
        if step.is_action or page.view.case.state not in step.sources or mine.intersection(step.by):
            continue
        if step.by == (Role.SUBMITTER,):
            continue
        yield step.name, words("show.done_by", roles=", ".join(words(f"role.{role}") for role in step.by))


def _times(page: Page, words: Words) -> list[Line]:
    rows = sorted((day, name) for name, day in page.view.case.clocks.items())
    return [
        [
            (f"{INDENT}{short_date(day, words.language):<12}", "late" if day < page.today else ""),
            ("  " + _clock(name, page, words), ""),
        ]
        for day, name in rows
    ]


def _clock(name: str, page: Page, words: Words) -> str:
    kind, _, which = name.partition(":")
    key = {"wait": "waiting", "rest": "resting"}.get(kind, kind)
    said = words(f"clock.{key}") if words.has(f"clock.{key}") else kind
    for referral in page.view.case.referrals:
        if kind == "answer" and str(referral.id) == which:
            said += f", {clean(page.view.names.get(referral.recipient, referral.recipient))}"
    return said


def _similar(found: Iterable[Similar], words: Words, width: int) -> list[Line]:
    lines: list[Line] = []
    for hit in found:
        became = f" · {_became(hit, words)}"
        room = width - len(INDENT) - len(hit.number) - len(INDENT) - len(became)
        lines.append([(f"{INDENT}{hit.number}", "bold"), (f"{INDENT}{cut(hit.title, room)}{became}", "")])
    return lines


def _became(hit: Similar, words: Words) -> str:
    said = words(f"state.{hit.state}")
    if hit.helped:
        said += f", {words('show.helped', answer=words(f'choice.{hit.helped}'))}"
    return said


def _bench(page: Page, words: Words) -> list[Line]:
    """Say what comes next for this viewer: a command where one step does it, else the words."""
    case, history = page.view.case, page.view.history
    moves = [entry for entry in history if entry.to != entry.source]
    came = Came(moves[-1].step, moves[-1].version, history[-1].step) if moves else Came()
    mine = roles_in(page.viewer, case)
    for role in (role for role in ROLE_ORDER if role in mine):
        todo = next_thing(
            case,
            role,
            page.today,
            came=came,
            person=page.viewer.person,
            recipients=page.viewer.recipients,
            has_group=page.has_group,
        )
        if todo == "next.nothing":
            continue
        step = step_for(todo, case)
        asks = {opening.step.name: opening.asks for opening in page.view.openings if opening.open}
        if todo == "next.release":
            confirm = f"lexheller do {case.number} release --field confirmed={case.public_version}"
            return bench(words, "bench.next", confirm)
        to = str(case.asking()[0].id) if todo == "next.reply_ask" else ""
        return bench(words, "bench.next", _command(step, case.number, asks[step], to) if step in asks else words(todo))
    return [[], [(words("bench.nothing"), "")]]


def _command(step: str, number: str, asks: tuple[str, ...], referral: str = "") -> str:
    """Write the command whole: where it needs words, their places are shown."""
    if step == "say":
        to = f" --referral {referral}" if referral else ""
        return f'lexheller say {number}{to} "…"'
    if step in _COMMON:
        return " ".join((f"lexheller {_COMMON[step]} {number}", *(f"--{f.replace('_', '-')} …" for f in asks)))
    return " ".join((f"lexheller do {number} {step}", *(f"--field {f}=…" for f in asks)))
