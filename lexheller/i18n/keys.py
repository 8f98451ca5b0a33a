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
    "channel.": "one per model.codes.Channel; .how beside it",
    "choice.": "answers to choose among in the form",
    "clock.": "one per deadline",
    "contact_way.": "how a submitter wants to be reached",
    "date.month.": "months by number",
    "date.weekday.": "weekdays by number",
    "decision.": "one per model.codes.DecisionKind",
    "error.": "one per class in errors.py, by its code",
    "event.": "one per step and action, as the history tells it",
    "field.": "labels and hints of the form's and the steps' fields",
    "finding.": "one per type of finding of the gate",
    "helped.": "one per model.codes.Helped",
    "level.": "one per model.codes.Level",
    "measure.": "one per model.codes.MeasureState",
    "need.": "one per need that a step can lack",
    "next.": "what is next, by the step or action it leads to",
    "outcome.": "one per model.codes.Outcome",
    "partner.": "one per model.codes.Partner; short, choice and group beside it",
    "phase.": "what a submitter is shown, named by the process",
    "purpose.": "one per model.codes.Purpose",
    "referral.": "one per model.codes.ReferralState",
    "refused.": "one per reason of errors.NotPossible",
    "role.": "one per model.codes.Role",
    "set_aside.": "one per model.codes.SetAsideReason",
    "source.": "one per model.codes.Source",
    "state.": "one per state of a process",
    "step.": "one per step and action; .help beside it",
    "target_group.": "the shared core of target groups",
    "theme.": "the shared core of themes",
    "told.": "one per model.codes.Told",
    "waive.": "one per model.codes.WaiveReason",
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
