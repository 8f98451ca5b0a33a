"""Which routing rules apply on this machine? The shipped ones, those of installed packages, and the federation's own.

A package adds rules under the entry-point group "lexheller.routes"; a federation writes simple ones in TOML. A rule
that cannot be meant as it stands is refused here, with its file, its name and the field, before any case is sent by it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
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
from lexheller.routing.checking import check
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

    def condition(self, where: str) -> Condition:
        """Join what is given into one condition."""
        given = {key: getattr(self, key) for key in self.__struct_fields__ if getattr(self, key) is not None}
        for key, value in given.items():
            if value == ():
                raise BadRules(field=f"{where}.{key}", why="empty")
        if not given:
            raise BadRules(field=where, why="empty")
        parts = tuple(_CONDITIONS[key](value) for key, value in given.items())
        return AllOf(parts) if len(parts) > 1 else parts[0]


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
        given = [key for key in self.__struct_fields__ if getattr(self, key)]
        if len(given) != 1:
            raise BadRules(field="to", why="one_of", other=", ".join(self.__struct_fields__))
        return _TARGETS[given[0]](getattr(self, given[0]))


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
        when = self.when.condition("when")
        if self.unless is not None:
            when &= ~self.unless.condition("unless")
        said = _Because(self.because) if isinstance(self.because, str) else self.because
        for field, text in (("name", self.name), ("because", said.sv)):
            if not text.strip():
                raise BadRules(field=field, why="empty")
        return Rule(
            name=self.name,
            when=when,
            to=Forum(self.to) if isinstance(self.to, str) else self.to.target(),
            because=Because(said.sv, said.en or said.sv),
            purpose=self.purpose,
            version=self.version,
            stop=self.stop,
        )


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
        BadRules: the first fault; `checking.check(read_book(...))` names them all.
    """
    book = read_book(rules)
    for fault in check(book, recipients, themes=themes, target_groups=target_groups):
        if fault.refuses:
            raise BadRules(path=fault.path, rule=fault.rule, field=fault.field, why=fault.why, other=fault.other)
    return book


def read_book(rules: Path | None = None) -> RuleBook:
    """Put together every rule that applies here, as far as it can be read at all.

    Raises:
        BadRules: a file, a rule or a package that means nothing.
    """
    book = SHIPPED.with_files(*(_from_package(entry) for entry in sorted(entry_points(group=GROUP))))
    return book if rules is None else _with_own(book, rules)


def _from_package(entry: EntryPoint) -> RuleFile:
    """Read the rules of one installed package; its code may fail in any way, and must not take the program along."""
    place = f"{entry.dist.name}: {entry.value}" if entry.dist else entry.value
    try:
        found = tuple(entry.load())
    except Exception as failure:
        raise BadRules(path=place, rule="", field="", why="cannot_load", other=type(failure).__name__) from failure
    if not found or not all(isinstance(rule, Rule) for rule in found):
        raise BadRules(path=place, rule="", field="", why="not_rules", other=entry.name)
    return RuleFile(entry.name, place, found, Layer.PACKAGE)


def _with_own(book: RuleBook, path: Path) -> RuleBook:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as failure:
        raise BadRules(path=str(path), rule="", field="", why="unreadable", other="") from failure
    except ValueError as failure:  # neither UTF-8 nor TOML
        line = re.search(r"line (\d+)", str(failure))
        place = f"{path}:{line[1]}" if line else str(path)
        raise BadRules(path=place, rule="", field="", why="not_toml", other="") from failure
    file = _understood(path, "", table, _File)
    names = {rule.name for _, _, rule in book}
    for number, name in enumerate(file.off):
        if name not in names:
            raise BadRules(path=str(path), rule="", field=f"off[{number}]", why="unknown_rule", other=name)
    own = tuple(_own_rule(path, number, each) for number, each in enumerate(file.rule, 1))
    return book.without(*file.off).with_files(RuleFile(path.stem, str(path), own, Layer.OWN))


def _own_rule(path: Path, number: int, table: object) -> Rule:
    name = table.get("name") if isinstance(table, dict) else None
    called = name if isinstance(name, str) and name.strip() else f"rule[{number}]"
    rule = _understood(path, called, table, _Rule)
    try:
        return rule.rule()
    except BadRules as bad:
        raise BadRules(**{"path": str(path), "rule": called, "other": "", **bad.data}) from None


def _understood(path: Path, rule: str, table: object, kind: type[S]) -> S:
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as failure:
        raise BadRules(path=str(path), rule=rule, **_misunderstood(str(failure))) from None


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


def _misunderstood(said: str) -> dict[str, str]:
    """Read what msgspec says of a value: which field, what is wrong, what would be right."""
    # what somebody wrote may stand before the place, so the place is sought from the end
    what, at, after = said.rpartition(" - at `$")
    what, place = (what, after.rstrip("`").lstrip(".")) if at else (said, "")
    named = re.match(r"Object .* field `(.+)`", what)
    if named:
        field = f"{place}.{named[1]}".lstrip(".")
        missing = "missing" in what
        return {"field": field, "why": "missing" if missing else "unknown_key", "other": "" if missing else named[1]}
    if what.startswith("Invalid enum value"):
        key = place.rpartition(".")[2].partition("[")[0]
        return {"field": place, "why": "unknown_value", "other": ", ".join(_CHOICES.get(key, Partner))}
    expected = re.search(r"Expected `(.+?)`", what)
    kinds = [each for each in (expected[1].split(" | ") if expected else ()) if each != "null"]
    return {"field": place, "why": "wrong_type", "other": ", ".join(_LOOKS.get(each, each) for each in kinds)}
