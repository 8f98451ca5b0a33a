"""How is the demo's year told? The gate's stops, one person's inbox, one case to the end, and what to try next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lexheller.anonymity import Finding, Strength
from lexheller.cli import output
from lexheller.cli.case_page import Page, draw_case
from lexheller.cli.follow import draw_followed
from lexheller.cli.history_page import draw_history
from lexheller.cli.inbox import draw_inbox
from lexheller.cli.routes_page import draw_explained, promise_of
from lexheller.demo.people import LEADERS, NEWCOMER
from lexheller.demo.stories import YEAR
from lexheller.demo.year import Lived, Stopped, Year
from lexheller.desk import Desk
from lexheller.forms.lines import INDENT, Line, clean, cut, wrapped
from lexheller.i18n.words import Words
from lexheller.settings import Settings

_WHOLE, _CAUGHT = "whole", "caught"
_TRIED = 6
"""How many of the rules that did not apply are shown here; `routes explain` shows all."""
_MARKS = 3
"""How many of the places in one text are quoted."""
_QUOTED = 34


@dataclass(frozen=True, slots=True)
class Shown:
    """What is told of: the year, what came of it, and where things lie."""

    year: Year
    lived: Lived
    report: Path
    settings: Settings

    @property
    def desk(self) -> Desk:
        """The desk of whoever the newcomer is."""
        return self.year.desk(NEWCOMER)

    def number_of(self, story: str) -> str:
        """Name the newcomer's first case that went this way."""
        home = next(home for home, leader in LEADERS.items() if leader == NEWCOMER)
        told = next(told for told in YEAR if (told.story, told.federation) == (story, home))
        return self.lived.numbers[told.sample]


def draw_year(shown: Shown, words: Words, width: int) -> list[Line]:
    """Draw all of it."""
    number = shown.number_of(_WHOLE)
    code = shown.lived.codes[number]
    today = shown.year.house.office.today()
    desk = shown.desk
    followed = Desk(shown.year.house, None).follow(code)
    view = desk.case(number)
    page = Page(view, desk.me, today, bool(desk.groups()), tuple(desk.beside(number, 3)))
    promise, known = promise_of(desk, view.case, words), desk.recipients()
    explained = draw_explained(number, desk.explain(number), promise, words, width, known=known, most=_TRIED)
    return [
        *wrapped(words("demo.lead", cases=len(shown.lived.numbers), steps=shown.lived.steps), width),
        *_heading(words("demo.gate", n=len(shown.lived.stopped)), width),
        *_gate(shown.lived, words, width),
        *_heading(words("demo.caught"), width),
        *_caught(shown, words, width),
        *_command("lexheller inbox", words("demo.inbox"), width),
        *draw_inbox(desk.inbox(), words, today, width),
        *_command(f"lexheller show {number}", words("demo.case"), width),
        *draw_case(page, words, width),
        [],
        *draw_history(view, words, width),
        *_command(f"lexheller routes explain {number}", words("demo.routes"), width),
        *explained,
        *_command("lexheller follow", words("demo.follow", code=code), width),
        *draw_followed(followed, words, width),
        *_heading(words("demo.next"), width),
        *_next(shown, number, words, width),
    ]


def _heading(said: str, width: int) -> list[Line]:
    return [[], [("─" * width, "")], *wrapped(said, width, style="bold"), []]


def _command(command: str, said: str, width: int) -> list[Line]:
    return [*_heading(said, width)[:-1], [(f"$ {command}", "")], []]


# --- the gate -------------------------------------------------------------------------------------------


def _gate(lived: Lived, words: Words, width: int) -> Iterator[Line]:
    yield from wrapped(words("demo.gate.how"), width)
    for stop in lived.stopped:
        yield []
        yield [(f"{INDENT}{stop.number}  ", "bold"), (cut(stop.title, width - 18), "")]
        for strength, key in ((Strength.STOP, "finding.must_go"), (Strength.ASK, "finding.check")):
            marked = _marked(stop, strength)
            if marked:
                yield from wrapped(f"{words(key)}: {', '.join(marked)}", width, INDENT * 2)
        key = "demo.gate.vouched" if stop.vouched else "demo.gate.changed"
        yield from wrapped(words(key, number=stop.number), width, INDENT * 2)


def _marked(stop: Stopped, strength: Strength) -> list[str]:
    found = [_quoted(text, finding) for _, text, finding in stop.findings if finding.strength is strength]
    return found if len(found) <= _MARKS else [*found[:_MARKS], "…"]


def _quoted(text: str, finding: Finding) -> str:
    return f"”{cut(clean(text[finding.start : finding.end]), _QUOTED)}”"


def _caught(shown: Shown, words: Words, width: int) -> Iterator[Line]:
    number = shown.number_of(_CAUGHT)
    view = shown.desk.case(number)
    yield from wrapped(words("demo.caught.how", number=number), width)
    yield []
    steps = {"block", "dispose_text", "retell", "attest", "unblock"}
    yield from draw_history(view, words, width, steps)


# --- what next ------------------------------------------------------------------------------------------


def _next(shown: Shown, number: str, words: Words, width: int) -> Iterator[Line]:
    yield from wrapped(words("demo.report"), width)
    yield [(f"{INDENT}{shown.report}", "bold")]
    yield []
    yield from wrapped(words("demo.as"), width)
    yield []
    tries = (
        ("lexheller serve --demo", "demo.try.web"),
        ("lexheller report pattern", "demo.try.report"),
        ("lexheller --as birgitta inbox", "demo.try.manager"),
        ("lexheller --as sven inbox", "demo.try.sister"),
        ("lexheller --as alv-fk inbox", "demo.try.partner"),
        (f"lexheller similar {number}", "demo.try.similar"),
        ("lexheller submit", "demo.try.submit"),
        ("lexheller verify", "demo.try.verify"),
        ("lexheller demo", "demo.try.again"),
    )
    told = [(command, words(key)) for command, key in tries]
    yield from output.named_rows(told, width, "bold", max(len(command) for command, _ in tries))
    yield from output.bench(words, "bench.begin", "lexheller inbox")
