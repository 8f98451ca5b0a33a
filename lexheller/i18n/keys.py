"""Which texts does the source ask for? Read from the program itself, to tell missing and unused texts.

A key is asked for outright, words("form.lead"), or put together from a code: words(f"state.{code}"). What is put
together must begin with one of the prefixes declared here.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PUT_TOGETHER = {
    "alike.way.": "patterns.alike.Wider: what can be said less of",
    "channel.": "model.codes.Channel; channel.X.how says what the right channel is",
    "choice.": "model.codes.Answer, Recurring and Helped",
    "cli.gave.": "what a step gives beside the case",
    "clock.": "what is due, by name",
    "command.": "commands of the terminal by name, one line each; command.X.help says more",
    "contact_way.": "how a submitter wants to be reached",
    "date.month.": "months by number",
    "date.weekday.": "weekdays by number",
    "decision.": "model.codes.DecisionKind",
    "demo.head.": "columns of what a case went through",
    "doctor.": "what doctor looks at, by name; doctor.X.bad and doctor.X.none",
    "error.": "every class in errors.py, by its code",
    "event.": "steps and actions as the history tells them, and facts beside it",
    "fact.": "what is known of a case beside its texts, on its page",
    "fault.": "what verify finds, by code",
    "field.": "fields of the form and the steps; field.X.hint, and field.X.Y for a column of rows",
    "finding.": "types of finding of the gate",
    "flag.": "what a case is beside its state",
    "follow.settled.": "what was decided, to the submitter: model.codes.DecisionKind; more until the answer is there",
    "head.": "heads of columns",
    "import.": "what becomes of an old sheet: columns left, reasons and notes by code",
    "kind.": "model.fields.Kind: what a field holds, where it has no codes",
    "letter.": "letters: X.subject and X.text, by kind",
    "level.": "model.codes.Level; level.help.X",
    "measure_state.": "model.codes.MeasureState",
    "metavar.": "what a command's arguments and the values of its options are called",
    "need.": "needs that a step can lack",
    "next.": "what comes next, in the inbox",
    "option.": "what an option of a command does",
    "outcome.": "model.codes.Outcome",
    "override.": "why a finding may stand",
    "partner.": "model.codes.Partner; partner.choice.X in the form, partner.short.X in heads, partner.group.X",
    "phase.": "what a submitter is shown, named by the process",
    "purpose.": "model.codes.Purpose; purpose.help.X",
    "referral.": "model.codes.ReferralState",
    "refused.": "reasons of errors.NotPossible",
    "report.": "what reports say, by section (reports/sections.py)",
    "role.": "model.codes.Role",
    "route.": "code words of routing: facts, reasons, targets and faults (routing/wording.py)",
    "section.": "sections of the terminal's overview",
    "set_aside.": "model.codes.SetAsideReason; set_aside.X.told where its submitter is told in other words",
    "severity.": "how serious it became",
    "source.": "model.codes.Source",
    "state.": "states of every process",
    "step.": "steps and actions of every process; step.X.help",
    "talk.": "what came of a talk",
    "target_group.": "the shared core of target groups",
    "theme.": "the shared core of themes",
    "told.": "model.codes.Told",
    "web.error.": "pages that say what is wrong, by status",
    "web.menu.": "rooms of people who are signed in (web/drawing.py)",
    "web.case.library.": "from when on everybody reads a released text: from, since (web/casework/facts.py)",
    "web.case.phase.": "a phase of the way, in the words of those who work with the case",
    "web.cases.": "what a list of cases can be narrowed by; web.cases.any.X is no choice",
    "web.next.": "what comes next with a case, as a sentence on its page",
    "web.meeting.ask.": "what a group talks about, by what a case holds (web/meeting/questions.py)",
    "web.meeting.read_": "the button of a case that a group was only shown: on, end",
    "web.meeting.save_": "the button of a case that a group judges: on, end",
    "web.meeting.saved.": "what was just done in a meeting (web/meeting/meeting.py)",
    "web.reads.": "who reads what a step is given, by step",
    "web.register.by.": "how a report came to whoever writes it in",
    "web.register.lack.": "what lacks, to whoever writes for somebody else: as web.tell.lack.X",
    "web.shown.": "what a step gives that is shown once",
    "web.stand_in.said.": "what has just become of a stand-in: named, ended (web/meeting/stand_in.py)",
    "web.step.": "what the page of a step says: X its name, X.FIELD and .hint, hint.FIELD for every step, wrong.X",
    "web.check.other.": "whether something else is needed too: model.codes.Answer; web.check.other.X.more",
    "web.administration.": "lists: about.X, list.X, new.X, hint.X.FIELD; field.X; language.X; wrong.X",
    "web.links.lack.": "what keeps a case from being read by who could get a link (web/partner/giving.py)",
    "web.library.half.": "halves of a year",
    "web.notice.": "a federation's texts for everybody, by kind",
    "web.draft.": "what an administrator begins a text for everybody with, by kind",
    "web.partner.done.": "what a partner has just done, by step",
    "web.partner.lack.": "what lacks for a partner's step, by field",
    "web.partner.no_need.": "why a partner need not answer: model.codes.Purpose, ReferralState",
    "web.partner.state.": "how a case stands with a partner: model.codes.ReferralState, Purpose",
    "web.follow.done.": "what a submitter has just done, by step",
    "web.follow.lack.": "what lacks for a submitter's step",
    "web.sure.": "what is asked once more, by step: X, X.lead, X.do; web.sure.where.X is a place",
    "web.tell.": "web.tell.lack.X and bad.X: what a field of the form lacks; web.tell.seen.X: who will see it",
    "web.account.changed.": "what somebody has just changed of what they sign in by",
    "web.password.": "what is wrong with a password that somebody chooses (web/signin/passwords.py)",
    "web.way.": "where in time a part of a case's way is: done, now, ahead",
    "turn.": "whose move it is",
    "unblocked.": "what was done before a case was shown again",
    "waive.": "model.codes.WaiveReason",
}
"""Prefixes of keys that the program puts together, each with what comes after the point."""

READY = (
    "follow.",
    "form.",
    "gate.",
    "mail.",
    "feedback.",
    "approve.",
    "partner.letter",
    "partner.reminder",
    "receipt.",
)
"""Agreed wording that stands ready, whole, whether or not every page and letter that shows it is there yet."""

_KEY = re.compile(r"[a-z][a-z0-9_]*(?:\.[A-Za-z0-9_]+)+")
_QUOTED = re.compile(r"""["']([a-z][a-z0-9_]*(?:\.[A-Za-z0-9_]+)+)["']""")
_IN_TEMPLATE = re.compile(r"""\bwords(?:\.plural)?\(\s*["']([^"']+)["']\s*(~?)""")
_TEMPLATES = (".html", ".txt", ".j2", ".jinja", ".svg", ".xml")


@dataclass
class Asked:
    """Hold what source asks for: keys outright, beginnings of keys (each with where), and every string like a key."""

    outright: dict[str, str] = field(default_factory=dict)
    beginnings: dict[str, str] = field(default_factory=dict)
    mentioned: set[str] = field(default_factory=set)

    def faults(self, keys: set[str]) -> list[str]:
        """Name what is asked for and not there, and what is put together under no declared prefix."""
        missing = [f"{where}: no text {key!r}" for key, where in self.outright.items() if key not in keys]
        undeclared = [
            f"{where}: keys that begin {start!r} are put together, but no such prefix is declared"
            for start, where in self.beginnings.items()
            if not start.startswith(tuple(PUT_TOGETHER))
        ]
        return sorted(missing + undeclared)

    def unused(self, keys: set[str]) -> list[str]:
        """Name the texts that nothing asks for."""
        return sorted(key for key in keys - self.mentioned if not key.startswith((*PUT_TOGETHER, *READY)))


def asked_for(root: Path) -> Asked:
    """Read every module and template under a folder."""
    asked = Asked()
    for file in sorted(root.rglob("*")):
        if file.suffix == ".py":
            _read_module(file, asked)
        elif file.suffix in _TEMPLATES:
            _read_template(file, asked)
    return asked


def _read_module(file: Path, asked: Asked) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _KEY.fullmatch(node.value):
            asked.mentioned.add(node.value)
        elif isinstance(node, ast.Call) and node.args and _asks(node.func):
            where = f"{file.name}:{node.lineno}"
            for argument in _alternatives(node.args[0]):
                if isinstance(argument, ast.Constant):
                    asked.outright.setdefault(str(argument.value), where)
                elif isinstance(argument, ast.JoinedStr):
                    asked.beginnings.setdefault(_beginning(argument), where)


def _read_template(file: Path, asked: Asked) -> None:
    text = file.read_text(encoding="utf-8")
    asked.mentioned |= {found[1] for found in _QUOTED.finditer(text)}
    for found in _IN_TEMPLATE.finditer(text):
        where = f"{file.name}:{text.count(chr(10), 0, found.start()) + 1}"
        (asked.beginnings if found[2] else asked.outright).setdefault(found[1], where)


def _asks(function: ast.expr) -> bool:
    """Tell whether a call is words(…), self.words(…) or words.plural(…)."""
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in {"words", "_words"}:
            return True
        case ast.Attribute(attr="plural", value=value):
            return _asks(value)
    return False


def _alternatives(argument: ast.expr) -> Iterator[ast.expr]:
    """Give both keys of words("a" if late else "b")."""
    if isinstance(argument, ast.IfExp):
        yield from _alternatives(argument.body)
        yield from _alternatives(argument.orelse)
    else:
        yield argument


def _beginning(text: ast.JoinedStr) -> str:
    first = text.values[0]
    return str(first.value) if isinstance(first, ast.Constant) else ""
