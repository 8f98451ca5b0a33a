"""Which routing rules apply on this machine? The shipped ones, those of installed packages, and the federation's own.

A package adds rules under the entry-point group "lexheller.routes"; a federation writes simple ones in TOML. A rule
that cannot be meant as it stands is refused here, with its file, its name and the field, before any case is sent by it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec

from lexheller.errors import BadRules
from lexheller.model.codes import Channel, Level, Partner, Purpose, Recurring
from lexheller.model.people import Recipient
from lexheller.model.vocabulary import TARGET_GROUPS, THEMES
from lexheller.routing import conditions
from lexheller.routing.book import RuleBook
from lexheller.routing.checking import Fault, check
from lexheller.routing.conditions import AllOf, Condition
from lexheller.routing.rules import Because, Layer, Rule, RuleFile
from lexheller.routing.shipped import SHIPPED
from lexheller.routing.targets import (
    AnotherLeader,
    Forum,
    ManagerContact,
    Managers,
    OtherChannel,
    Representative,
    SisterFederation,
    Target,
)

GROUP = "lexheller.routes"
S = TypeVar("S", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class _Wrong:
    """One thing that is wrong with one table, wherever that stands."""

    field: str
    why: str
    other: str = ""

    def at(self, path: Path, rule: str) -> Fault:
        """Say where it stands."""
        return Fault(str(path), rule, self.field, self.why, self.other)


class _When(msgspec.Struct, forbid_unknown_fields=True):
    """The conditions of [rule.when] and [rule.unless]; all that are given must hold."""

    partners: tuple[Partner, ...] | None = None
    any_partner: tuple[Partner, ...] | None = None
    only_partners: tuple[Partner, ...] | None = None
    at_least: Annotated[int, msgspec.Meta(ge=1)] | None = None
    themes: tuple[str, ...] | None = None
    levels: tuple[Level, ...] | None = None
    target_groups: tuple[str, ...] | None = None
    areas: tuple[str, ...] | None = None
    recurring: tuple[Recurring, ...] | None = None
    patterns: tuple[str, ...] | None = None
    own_workplace: bool | None = None
    unowned: bool | None = None

    def condition(self) -> Condition:
        """Join what is given into one condition."""
        parts = tuple(_CONDITIONS[key](value) for key, value in self._given().items())
        return AllOf(parts) if len(parts) > 1 else parts[0]

    def faults(self, where: str) -> Iterator[_Wrong]:
        """Name the conditions that say nothing."""
        given = self._given()
        yield from (_Wrong(field=f"{where}.{key}", why="empty") for key, value in given.items() if value == ())
        if not given:
            yield _Wrong(field=where, why="empty")

    def _given(self) -> dict[str, Any]:
        return {key: getattr(self, key) for key in self.__struct_fields__ if getattr(self, key) is not None}


_CONDITIONS: Mapping[str, Callable[[Any], Condition]] = {
    "partners": lambda these: conditions.Involves(*these),
    "any_partner": lambda these: conditions.InvolvesAny(*these),
    "only_partners": lambda these: conditions.OnlyInvolves(*these),
    "at_least": conditions.AtLeast,
    "themes": lambda these: conditions.HasTheme(*these),
    "levels": lambda these: conditions.HasLevel(*these),
    "target_groups": lambda these: conditions.HasTargetGroup(*these),
    "areas": lambda these: conditions.InArea(*these),
    "recurring": lambda these: conditions.IsRecurring(*these),
    "patterns": lambda these: conditions.HasPattern(*these),
    "own_workplace": lambda yes: conditions.OwnWorkplace() if yes else ~conditions.OwnWorkplace(),
    "unowned": lambda yes: conditions.Unowned() if yes else ~conditions.Unowned(),
}


class _To(msgspec.Struct, forbid_unknown_fields=True):
    """Where a rule leads: exactly one of these."""

    recipient: str | None = None
    representative: Partner | None = None
    manager: Partner | None = None
    managers: bool | None = None
    channel: Channel | None = None
    sister: str | None = None
    another_leader: bool | None = None

    def target(self) -> Target:
        """Give the one target that is named."""
        (given,) = self._given()
        return _TARGETS[given](getattr(self, given))

    def faults(self) -> Iterator[_Wrong]:
        """Say so where none or several are named."""
        if len(self._given()) != 1:
            yield _Wrong(field="to", why="one_of", other=", ".join(self.__struct_fields__))

    def _given(self) -> list[str]:
        return [key for key in self.__struct_fields__ if getattr(self, key)]


_TARGETS: Mapping[str, Callable[[Any], Target]] = {
    "recipient": Forum,
    "representative": Representative,
    "manager": ManagerContact,
    "managers": lambda _: Managers(),
    "channel": OtherChannel,
    "sister": SisterFederation,
    "another_leader": lambda _: AnotherLeader(),
}


class _Because(msgspec.Struct, forbid_unknown_fields=True):
    """Why, in both languages or in Swedish alone."""

    sv: str
    en: str = ""


class _Rule(msgspec.Struct, forbid_unknown_fields=True):
    """One [[rule]] of a federation's own file."""

    name: str
    when: _When
    to: str | _To
    because: str | _Because
    unless: _When | None = None
    purpose: Purpose = Purpose.LEARNING
    version: Annotated[int, msgspec.Meta(ge=1)] = 1
    stop: bool = False

    def rule(self) -> Rule:
        """Make the rule that is meant."""
        when = self.when.condition()
        if self.unless is not None:
            when &= ~self.unless.condition()
        said = self._said()
        return Rule(
            name=self.name,
            when=when,
            to=Forum(self.to) if isinstance(self.to, str) else self.to.target(),
            because=Because(said.sv, said.en or said.sv),
            purpose=self.purpose,
            version=self.version,
            stop=self.stop,
        )

    def faults(self) -> Iterator[_Wrong]:
        """Name what a type cannot say."""
        yield from self.when.faults("when")
        if self.unless is not None:
            yield from self.unless.faults("unless")
        for field, text in (("name", self.name), ("because", self._said().sv)):
            if not text.strip():
                yield _Wrong(field=field, why="empty")
        if isinstance(self.to, _To):
            yield from self.to.faults()

    def _said(self) -> _Because:
        return _Because(self.because) if isinstance(self.because, str) else self.because


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """The whole file: rules, and the names of shipped or packages' rules that shall not apply here."""

    rule: tuple[Any, ...] = ()
    off: tuple[str, ...] = ()


def load_book(
    rules: Path | None = None,
    recipients: Sequence[Recipient] | None = None,
    *,
    themes: Collection[str] = THEMES,
    target_groups: Collection[str] = TARGET_GROUPS,
) -> RuleBook:
    """Put together every rule that applies here, and refuse a book with a fault in it.

    Args:
        rules: the federation's own rules in TOML; None where it has none.
        recipients: every federation's; None leaves out what is asked about them.
        themes: the shared core and those that the settings add; so too target_groups.

    Raises:
        BadRules: the first fault; `survey_book` and `checking.check` name them all.
    """
    book = read_book(rules)
    for fault in check(book, recipients, themes=themes, target_groups=target_groups):
        if fault.refuses:
            raise _refusal(fault)
    return book


def read_book(rules: Path | None = None) -> RuleBook:
    """Put together every rule that applies here, as far as it can be read at all.

    Raises:
        BadRules: a file, a rule or a package that means nothing.
    """
    book, faults = survey_book(rules)
    if faults:
        raise _refusal(faults[0])
    return book


def survey_book(rules: Path | None = None) -> tuple[RuleBook, tuple[Fault, ...]]:
    """Put together the rules that can be read, and name every fault of those that cannot."""
    book, faults = SHIPPED, list[Fault]()
    for entry in sorted(entry_points(group=GROUP)):
        read = _from_package(entry)
        if isinstance(read, Fault):
            faults.append(read)
        else:
            book = book.with_files(read)
    if rules is not None:
        book, its = _with_own(book, rules)
        faults += its
    return book, tuple(faults)


def _refusal(fault: Fault) -> BadRules:
    return BadRules(path=fault.path, rule=fault.rule, field=fault.field, why=fault.why, other=fault.other)


def _from_package(entry: EntryPoint) -> RuleFile | Fault:
    """Read the rules of one installed package; its code may fail in any way, and must not take the program along."""
    place = f"{entry.dist.name}: {entry.value}" if entry.dist else entry.value
    try:
        found = tuple(entry.load())
    except Exception as failure:  # noqa: BLE001  # whatever somebody else's code may raise
        return Fault(place, rule="", field="", why="cannot_load", other=type(failure).__name__)
    if not found or not all(isinstance(rule, Rule) for rule in found):
        return Fault(place, rule="", field="", why="not_rules", other=entry.name)
    return RuleFile(entry.name, place, found, Layer.PACKAGE)


def _with_own(book: RuleBook, path: Path) -> tuple[RuleBook, list[Fault]]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        return book, [Fault(str(path), rule="", field="", why="unreadable")]
    except ValueError as failure:  # neither UTF-8 nor TOML
        line = re.search(r"line (\d+)", str(failure))
        return book, [Fault(f"{path}:{line[1]}" if line else str(path), rule="", field="", why="not_toml")]
    file, wrong = _understood(table, _File)
    faults = [one.at(path, "") for one in wrong]
    if file is None:
        return book, faults
    names = {rule.name for _, _, rule in book}
    faults += [
        _Wrong(field=f"off[{number}]", why="unknown_rule", other=name).at(path, "")
        for number, name in enumerate(file.off)
        if name not in names
    ]
    own = list[Rule]()
    for number, each in enumerate(file.rule, 1):
        rule, its = _own_rule(path, number, each)
        faults += its
        own += [rule] if rule else []
    off = [name for name in file.off if name in names]
    return book.without(*off).with_files(RuleFile(path.stem, str(path), tuple(own), Layer.OWN)), faults


def _own_rule(path: Path, number: int, table: object) -> tuple[Rule | None, list[Fault]]:
    name = table.get("name") if isinstance(table, dict) else None
    called = name if isinstance(name, str) and name.strip() else f"rule[{number}]"
    read, wrong = _understood(table, _Rule)
    # what was taken away to read on may have left its table empty, which is no fault of its own
    mended = {one.field.rpartition(".")[0] for one in wrong} | {one.field.partition("[")[0] for one in wrong}
    wrong += [one for one in read.faults() if one.field not in mended] if read else []
    # A rule that only says too much is still held against the lists, so that all its faults are named at once.
    understood = read is not None and not [*read.faults()] and all(one.why == "unknown_key" for one in wrong)
    return (read.rule() if read and understood else None), [one.at(path, called) for one in wrong]


# --- what is wrong with a table -------------------------------------------------------------------------


def _understood(table: object, kind: type[S]) -> tuple[S | None, list[_Wrong]]:
    """Read a table, and name everything that is wrong with it: each fault is mended in a copy, to find the next."""
    copy, found = deepcopy(table), list[_Wrong]()
    while True:
        try:
            return msgspec.convert(copy, kind), found
        except msgspec.ValidationError as failure:
            wrong = _misunderstood(str(failure))
        if wrong in found:  # mending did not help
            return None, found
        found.append(wrong)
        if not _mend(copy, wrong):
            return None, found


_STANDS_IN: Mapping[str, object] = {"name": "x", "to": "x", "because": "x", "sv": "x", "when": {"at_least": 1}}
"""What a rule must have, as it may be where it is not: for reading on, never for a rule that is used."""


def _mend(table: object, wrong: _Wrong) -> bool:
    """Take away what is wrong, or put something in its place that means something; tell whether that could be done."""
    parent = wrong.field.removesuffix(wrong.other).rstrip(".") if wrong.why == "unknown_key" else wrong.field
    steps: list[Any] = [int(at) if at else key for key, at in re.findall(r"([^.\[\]]+)|\[(\d+)\]", parent)]
    if wrong.why == "unknown_key":
        steps.append(wrong.other)
    if not steps:
        return False
    *way, last = steps
    inner: Any = table
    for step in way:
        inner = inner[step]
    if wrong.why == "unknown_value":
        inner[last] = next(iter(_choices(wrong.field)))
    elif wrong.why != "unknown_key" and last in _STANDS_IN:
        inner[last] = deepcopy(_STANDS_IN[last])
    else:
        del inner[last]
    return True


_CHOICES: Mapping[str, type[StrEnum]] = {
    "representative": Partner,
    "manager": Partner,
    "levels": Level,
    "recurring": Recurring,
    "channel": Channel,
    "purpose": Purpose,
}
_LOOKS = {"array": '["…"]', "str": '"…"', "int": "1, 2, 3 …", "bool": "true, false", "object": "{…}"}
"""How a value of each kind looks in TOML, which needs no translation."""


def _choices(place: str) -> type[StrEnum]:
    return _CHOICES.get(place.rpartition(".")[2].partition("[")[0], Partner)


def _misunderstood(said: str) -> _Wrong:
    """Read what msgspec says of a value: which field, what is wrong, what would be right."""
    # what somebody wrote may stand before the place, so the place is sought from the end
    what, at, after = said.rpartition(" - at `$")
    what, place = (what, after.rstrip("`").lstrip(".")) if at else (said, "")
    named = re.match(r"Object .* field `(.+)`", what)
    if named:
        field = f"{place}.{named[1]}".lstrip(".")
        missing = "missing" in what
        return _Wrong(field, why="missing") if missing else _Wrong(field, why="unknown_key", other=named[1])
    if what.startswith("Invalid enum value"):
        return _Wrong(place, why="unknown_value", other=", ".join(_choices(place)))
    expected = re.search(r"Expected `(.+?)`", what)
    kinds = [each for each in (expected[1].split(" | ") if expected else ()) if each != "null"]
    return _Wrong(place, why="wrong_type", other=", ".join(_LOOKS.get(each, each) for each in kinds))
