"""How is a report asked for, field by field? The four required ones, more if one likes, the gate in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from lexheller import anonymity
from lexheller.anonymity import Finding, Strength
from lexheller.cli.terminal import asker as somebody
from lexheller.forms.asking import ONE_LINE, Asker, ask, ask_choice, ask_text, ask_yes
from lexheller.forms.boundary import channels_for, channels_shown
from lexheller.forms.choices import Choice
from lexheller.forms.findings import draw_findings
from lexheller.forms.lines import INDENT, wrapped
from lexheller.forms.signs import draw_signs
from lexheller.i18n.words import Words
from lexheller.model.fields import FORM, Field, Kind

if TYPE_CHECKING:
    from lexheller.desk import Desk
    from lexheller.model.people import Federation


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody told at the terminal, ready to be sent."""

    form: Mapping[str, object]
    federation: str
    informed: tuple[str, ...]
    vouched: bool


@dataclass
class _Report:
    """A report while it is being told; `gate` reads a text as the federation it is for will."""

    gate: Callable[[str], tuple[Finding, ...]]
    form: dict[str, object] = field(default_factory=dict)
    vouched: bool = False


def interview(desk: Desk, words: Words, federation: str | None) -> Told:
    """Ask for a report; nothing is kept until it is sent.

    Raises:
        InputEnded: the answers ended before the questions did.
        Abort: it was not to be sent after all.
    """
    asker = somebody(words)
    asker.tell(words("form.lead"))
    home = federation or _federation(desk, asker)
    names = {one.id: one.name for one in desk.federations()}
    report = _Report(gate=lambda text: desk.findings(text, home))
    for asked in (one for one in FORM if one.required):
        if asked.kind is Kind.CONTACT:
            asker.show([[]])
            asker.tell(words("form.readers", federation=names.get(home, home)))
        _ask(asker, asked, report)
    if ask_yes(asker, words("ask.more"), default=False):
        for asked in (one for one in FORM if not one.required):
            if asked.key != "agreement_which" or report.form.get("agreement") == "yes":
                _ask(asker, asked, report)
    informed = _informed(asker, report)
    if not ask_yes(asker, words("ask.send"), default=True):
        raise click.Abort
    return Told(report.form, home, informed, report.vouched)


def _federation(desk: Desk, asker: Asker) -> str:
    if desk.viewer is not None:
        return desk.viewer.federation
    known = desk.federations()
    if len(known) == 1:
        return known[0].id
    if any(desk.municipalities().values()):
        known = _by_municipality(desk, asker) or known
    if len(known) == 1:
        return known[0].id
    asker.tell(asker.words("ask.federation"), "bold")
    return ask_choice(asker, tuple(Choice(one.id, one.name) for one in known))


def _by_municipality(desk: Desk, asker: Asker) -> tuple[Federation, ...]:
    """Ask where it happened; where that is nobody's, say so, and let the federation be chosen."""
    asker.tell(asker.words("ask.municipality"), "bold")
    typed = asker.hear().strip()
    found = desk.serving(typed)
    if typed and not found:
        asker.tell(asker.words("ask.municipality.nobodys", place=typed))
    return found


def _ask(asker: Asker, asked: Field, report: _Report) -> None:
    value = ask(asker, asked)
    if asked.kind is Kind.TEXT and value:
        value = _past_the_gate(asker, asked, str(value), report)
    if value not in (None, "", ()):
        report.form[asked.key] = value


def _past_the_gate(asker: Asker, asked: Field, text: str, report: _Report) -> str:
    """Show what the gate finds where it stands, until it is gone or somebody says that it points nobody out."""
    words = asker.words
    while findings := report.gate(text):
        must_go = any(finding.strength is Strength.STOP for finding in findings)
        asker.tell(words("gate.stop.heading" if must_go else "ask.gate.check"), "bold")
        asker.show(draw_findings(text, findings, words, asker.width))
        proposal = anonymity.rewrite(text)
        asker.tell(words("ask.gate.proposal"))
        asker.show(wrapped(proposal, asker.width, INDENT))
        ways = [Choice("proposal", words("ask.gate.take")), Choice("again", words("ask.gate.again"))]
        if not must_go:
            ways.append(Choice("vouch", words("gate.confirm")))
        match ask_choice(asker, tuple(ways)):
            case "vouch":
                report.vouched = True
                return text
            case "proposal":
                text = proposal
            case _:
                text = ask_text(asker, one_line=asked.key in ONE_LINE) or text
    return text


def _informed(asker: Asker, report: _Report) -> tuple[str, ...]:
    """Show the channels that this does not replace, and note which of them the submitter says to know of."""
    words = asker.words
    partners = report.form["partners"]
    about = partners if isinstance(partners, tuple) else ()
    asker.show([[]])
    asker.tell(words("form.boundary"))
    for channel in channels_for(about):
        asker.show(wrapped(words(f"channel.{channel}.how"), asker.width, INDENT))
    told = [value for value in report.form.values() if isinstance(value, str)]
    asker.show(draw_signs(told, words, asker.width))
    asker.tell(words("gate.limits"))
    return channels_shown(about, told) if ask_yes(asker, words("ask.informed"), default=True) else ()
