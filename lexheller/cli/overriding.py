"""How is somebody at a terminal asked about what the gate still points at, when a text is to be attested?

One finding at a time, marked where it stands: the text is changed, or the finding may stand for a reason. Scripts name
findings by number or hash instead, with `--field overrides=…`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lexheller.anonymity import explain, explain_all
from lexheller.forms.asking import Asker, ask_choice, ask_text
from lexheller.forms.choices import Choice
from lexheller.forms.findings import draw_finding
from lexheller.forms.lines import Line
from lexheller.i18n.words import Words
from lexheller.processes.lex_heller_fields import OVERRIDE_REASONS

if TYPE_CHECKING:
    from lexheller.services.attesting import Left
    from lexheller.services.reading import CaseView

Row = dict[str, str]

LONG_ENOUGH = 10
"""Signs that a reason in one's own words has at least."""
_CHANGE = "change"


def unsaid(view: CaseView) -> Iterator[Left]:
    """Give the findings that nobody has let stand yet; words that stand several times are asked about once."""
    met = set()
    for one in view.findings:
        if not one.reason and one.hash not in met:
            met.add(one.hash)
            yield one


def draw(view: CaseView, one: Left, words: Words, width: int) -> list[Line]:
    """Draw one finding where it stands, under its number."""
    text = view.title if one.field == "title" else view.shared
    return draw_finding(one.place, text, one.finding, explain(one.finding, text, words.language), words, width)


def draw_left(view: CaseView, words: Words, width: int) -> list[Line]:
    """Draw every finding that nobody has let stand yet."""
    lines: list[Line] = []
    for title, text in ((True, view.title), (False, view.shared)):
        here = [one for one in view.findings if (one.field == "title") is title]
        told = explain_all(tuple(one.finding for one in here), text, words.language)
        for one, said in zip(here, told, strict=True):
            if not one.reason:
                lines += draw_finding(one.place, text, one.finding, said, words, width)
    return lines


def ask(asker: Asker, view: CaseView) -> list[Row]:
    """Ask about one finding after the other; gives the rows of `overrides`, none when the text is to be changed."""
    words = asker.words
    rows: list[Row] = []
    for one in unsaid(view):
        asker.show(draw(view, one, words, asker.width))
        if one.second:
            asker.tell(words("override.second"))
        ways = [Choice(_CHANGE, words("override.change"))]
        ways += [Choice(reason, words(f"override.{reason}")) for reason in OVERRIDE_REASONS]
        reason = ask_choice(asker, tuple(ways))
        if reason == _CHANGE:
            return []
        row = {"finding": one.hash, "reason": reason}
        rows.append({**row, "note": _why(asker)} if reason == "other" else row)
    return rows


def _why(asker: Asker) -> str:
    while True:
        asker.tell(asker.words("override.why", n=LONG_ENOUGH))
        typed = ask_text(asker, one_line=True)
        if len(typed) >= LONG_ENOUGH:
            return typed
