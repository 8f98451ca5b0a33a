"""How are rules told to people? Turns the code words of facts, reasons, targets and faults into their language."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lexheller.i18n.words import Words
from lexheller.model.people import Recipient
from lexheller.routing.checking import Fault
from lexheller.routing.targets import (
    AnotherLeader,
    Forum,
    ManagerContact,
    Managers,
    OtherChannel,
    Representative,
    SisterFederation,
    Target,
    out_of_use,
)

_NAMES = {
    "partners": "partner.",
    "only": "partner.",
    "not_ours": "partner.",
    "theme": "theme.",
    "level": "level.",
    "target_group": "target_group.",
    "recurring": "choice.",
}
"""Under which keys the values of a code word have their names; other values (a pattern's id) are shown as they are."""


def fact_words(words: Words, fact: str) -> str:
    """Say a fact that fired a rule: "theme:certificates" is "tema: intyg och medicinska underlag"."""
    head, these = _read(words, fact, "route.and")
    key = f"route.fact.{head}"
    return words(key, these=these) if words.has(key) else fact


def reason_words(words: Words, why: str) -> str:
    """Say why a rule did not fire: "no:partners:fk" is "Försäkringskassan är inte med"."""
    kind, _, rest = why.partition(":")
    if kind == "stopped":
        return words("route.stopped", rule=rest)
    if kind == "but" and rest != "other":
        return words("route.but", fact=fact_words(words, rest))
    head, these = _read(words, rest, "route.or")
    key = f"route.no.{head}"
    return words(key if words.has(key) else "route.no.other", these=these)


def target_words(words: Words, target: Target) -> str:
    """Name a target that is no recipient in the federation's list, or is not there yet."""
    match target:
        case Representative(partner):
            return words("route.to.representative", partner=_name(words, "partner.", partner))
        case ManagerContact(partner):
            return words("route.to.manager_contact", partner=_name(words, "partner.", partner))
        case Forum(name):
            key = f"route.forum.{name.replace('-', '_')}"
            return words(key) if words.has(key) else words("route.to.forum", name=name)
        case OtherChannel(channel):
            return words("route.to.other_channel", channel=_name(words, "channel.", channel))
        case SisterFederation(federation):
            return words("route.to.sister_federation", federation=federation)
        case Managers():
            return words("route.to.managers")
        case AnotherLeader():
            return words("route.to.another_leader")


def file_words(words: Words, file: str) -> str:
    """Name a file of rules by what it is about: "fk" is "Försäkringskassan"; a federation's own keeps its name."""
    return next((words(key) for key in (f"route.file.{file}", f"partner.{file}") if words.has(key)), file)


def lack_words(words: Words, target: Target, recipients: Iterable[Recipient]) -> str:
    """Say why nobody is found where a rule points: who it was is out of use, or nobody like that was ever listed."""
    was = out_of_use(target, recipients)
    return words("route.out_of_use", name=was.name) if was else words("route.not_listed")


def fault_words(words: Words, fault: Fault) -> str:
    """Say what is wrong with a rule, without its place; that stands in `path`, `rule` and `field`."""
    return words(f"route.fault.{fault.why}", other=fault.other)


def _read(words: Words, code: str, between: str) -> tuple[str, str]:
    head, _, values = code.partition(":")
    name: Callable[[str], str] = lambda value: _name(words, _NAMES.get(head, ""), value)  # noqa: E731  # said once
    *first, last = [name(value) for value in values.split("+")]
    return head, words(between, first=", ".join(first), last=last) if first else last


def _name(words: Words, prefix: str, value: str) -> str:
    """Name a value as in running text; a federation's own theme has no name but itself."""
    key = prefix + value
    name = words(key) if prefix and words.has(key) else value
    return name[:1].lower() + name[1:] if prefix in {"theme.", "target_group."} and not name[:2].isupper() else name
