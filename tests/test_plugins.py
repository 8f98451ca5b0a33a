"""Which rules apply here: are own files, packages and the docs' own examples read right, and broken ones refused?"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import msgspec
import pytest

from lexheller import plugins
from lexheller.errors import BadRules
from lexheller.i18n import LANGUAGES, words_for
from lexheller.model.codes import Channel, Level, Partner, Purpose, Recurring
from lexheller.model.people import Recipient
from lexheller.plugins import load_book, read_book, survey_book
from lexheller.routing.book import propose
from lexheller.routing.checking import check
from lexheller.routing.conditions import (
    AllOf,
    AtLeast,
    Condition,
    HasLevel,
    HasPattern,
    HasTargetGroup,
    HasTheme,
    InArea,
    Involves,
    InvolvesAny,
    IsRecurring,
    OnlyInvolves,
    OwnWorkplace,
    Unowned,
)
from lexheller.routing.facts import Facts
from lexheller.routing.rules import Because, Layer, Rule
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

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "habilitering_routes"
DOC = (ROOT / "docs" / "routing.md").read_text("utf-8")
FENCED = re.compile(r"^( *)```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
FK, AF = Partner.FK, Partner.AF


def written(home: Path, text: str) -> Path:
    path = home / "rules.toml"
    path.write_text(text, encoding="utf-8")
    return path


def a_rule(home: Path, when: str = 'partners = ["fk"]', to: str = '"x"', more: str = "") -> Path:
    text = f'[[rule]]\nname = "own"\nto = {to}\nbecause = "Därför."\n{more}\n[rule.when]\n{when}\n'
    return written(home, text)


def own(path: Path) -> list[Rule]:
    return [rule for file, _, rule in load_book(path) if file.layer is Layer.OWN]


def refused(path: Path, recipients: tuple[Recipient, ...] | None = None) -> dict[str, object]:
    with pytest.raises(BadRules) as caught:
        load_book(path, recipients)
    return caught.value.data


def test_without_a_file_the_shipped_rules_apply() -> None:
    assert load_book() == SHIPPED


def test_a_rule_in_toml_is_the_rule_that_is_meant(home: Path) -> None:
    path = a_rule(home, more='purpose = "reply"\nversion = 3\nstop = true')
    because = Because("Därför.", "Därför.")
    meant = Rule(
        name="own", when=Involves(FK), to=Forum("x"), because=because, purpose=Purpose.REPLY, version=3, stop=True
    )
    assert own(path) == [meant]


def test_left_out_a_referral_is_for_learning_and_nothing_stops(home: Path) -> None:
    (rule,) = own(a_rule(home))
    assert (rule.purpose, rule.version, rule.stop) == (Purpose.LEARNING, 1, False)


@pytest.mark.parametrize(
    ("when", "meant"),
    [
        ('partners = ["fk", "af"]', Involves(FK, AF)),
        ('any_partner = ["fk", "af"]', InvolvesAny(FK, AF)),
        ('only_partners = ["fk"]', OnlyInvolves(FK)),
        ("at_least = 3", AtLeast(3)),
        ('themes = ["sip", "housing"]', HasTheme("sip", "housing")),
        ('levels = ["structure"]', HasLevel(Level.STRUCTURE)),
        ('target_groups = ["elderly"]', HasTargetGroup("elderly")),
        ('areas = ["Storskogen"]', InArea("Storskogen")),
        ('recurring = ["often"]', IsRecurring(Recurring.OFTEN)),
        ('patterns = ["GBG/moment-22"]', HasPattern("GBG/moment-22")),
        ("own_workplace = true", OwnWorkplace()),
        ("own_workplace = false", ~OwnWorkplace()),
        ("unowned = true", Unowned()),
        ("unowned = false", ~Unowned()),
        ('at_least = 2\npartners = ["fk"]', AllOf((Involves(FK), AtLeast(2)))),
        ('partners = ["fk"]\n[rule.unless]\nthemes = ["sip"]', Involves(FK) & ~HasTheme("sip")),
    ],
)
def test_every_condition_can_be_written(home: Path, when: str, meant: Condition) -> None:
    assert own(a_rule(home, when))[0].when == meant


@pytest.mark.parametrize(
    ("to", "meant"),
    [
        ('"styrgrupp"', Forum("styrgrupp")),
        ('{ recipient = "styrgrupp" }', Forum("styrgrupp")),
        ('{ representative = "fk" }', Representative(FK)),
        ('{ manager = "fk" }', ManagerContact(FK)),
        ("{ managers = true }", Managers()),
        ('{ channel = "lex_sarah" }', OtherChannel(Channel.LEX_SARAH)),
        ('{ sister = "ALV" }', SisterFederation("ALV")),
        ("{ another_leader = true }", AnotherLeader()),
    ],
)
def test_every_target_can_be_written(home: Path, to: str, meant: Target) -> None:
    assert own(a_rule(home, to=to))[0].to == meant


@pytest.mark.parametrize(
    ("text", "rule", "field", "why", "other"),
    [
        ('parters = ["fk"]', "own", "when.parters", "unknown_key", "parters"),
        ('partners = ["fkk"]', "own", "when.partners[0]", "unknown_value", ", ".join(Partner)),
        ('levels = ["high"]', "own", "when.levels[0]", "unknown_value", ", ".join(Level)),
        ('recurring = ["daily"]', "own", "when.recurring[0]", "unknown_value", ", ".join(Recurring)),
        ('partners = "fk"', "own", "when.partners", "wrong_type", '["…"]'),
        ("at_least = 0", "own", "when.at_least", "wrong_type", "1, 2, 3 …"),
        ("partners = []", "own", "when.partners", "empty", ""),
        ("", "own", "when", "empty", ""),
        ('partners = ["fk"]\n[rule.unless]', "own", "unless", "empty", ""),
        ('partners = ["fk", "af"]\nonly_partners = ["fk"]', "own", "when", "unreachable", ""),
        ('themes = ["cerificates"]', "own", "when", "unknown_theme", "cerificates"),
    ],
)
def test_a_condition_that_means_nothing_is_refused(
    home: Path, text: str, rule: str, field: str, why: str, other: str
) -> None:
    path = a_rule(home, text)
    assert refused(path) == {"path": str(path), "rule": rule, "field": field, "why": why, "other": other}


@pytest.mark.parametrize(
    ("to", "field", "why"),
    [
        ("3", "to", "wrong_type"),
        ("{}", "to", "one_of"),
        ('{ manager = "fk", sister = "ALV" }', "to", "one_of"),
        ('{ channel = "lex" }', "to.channel", "unknown_value"),
        ('{ manger = "fk" }', "to.manger", "unknown_key"),
    ],
)
def test_a_target_that_means_nothing_is_refused(home: Path, to: str, field: str, why: str) -> None:
    found = refused(a_rule(home, to=to))
    assert (found["rule"], found["field"], found["why"]) == ("own", field, why)


@pytest.mark.parametrize(
    ("text", "rule", "field", "why"),
    [
        ("[[rule]]\n", "rule[1]", "name", "missing"),
        ('[[rule]]\nname = ""\nto = "x"\nbecause = "x"\nwhen.at_least = 1', "rule[1]", "name", "empty"),
        ('[[rule]]\nname = "a"\nto = "x"\nbecause = " "\nwhen.at_least = 1', "a", "because", "empty"),
        ('[[rule]]\nname = "a"\nto = "x"\nwhen.at_least = 1', "a", "because", "missing"),
        ('[[rule]]\nname = "a"\nto = "x"\nbecause.se = "x"\nwhen.at_least = 1', "a", "because.se", "unknown_key"),
        ('[[rule]]\nname = 3\nto = "x"\nbecause = "x"\nwhen.at_least = 1', "rule[1]", "name", "wrong_type"),
        ("rule = [3]", "rule[1]", "", "wrong_type"),
        ("rule = 3", "", "rule", "wrong_type"),
        ("[[rules]]\n", "", "rules", "unknown_key"),
        ('off = ["fkk"]', "", "off[0]", "unknown_rule"),
    ],
)
def test_a_file_that_means_nothing_is_refused(home: Path, text: str, rule: str, field: str, why: str) -> None:
    found = refused(written(home, text))
    assert (found["rule"], found["field"], found["why"]) == (rule, field, why)


def test_what_somebody_wrote_does_not_confuse_the_place(home: Path) -> None:
    odd = "x' - at `$.name` field `to`\\n"
    found = refused(a_rule(home, f'partners = ["{odd}"]'))
    assert (found["field"], found["why"]) == ("when.partners[0]", "unknown_value")


def test_a_file_that_cannot_be_read_is_named_with_the_line(home: Path) -> None:
    path = written(home, "off = []\n[[rule]\n")
    assert refused(path)["path"] == f"{path}:2"
    assert refused(home / "none.toml")["why"] == "unreadable"
    path.write_bytes(b"# caf\xe9")
    assert refused(path)["why"] == "not_toml"


def test_an_own_rule_must_lead_to_a_listed_recipient(home: Path) -> None:
    path = a_rule(home, to='"stygrupp"')
    listed = (Recipient("GBG", "styrgrupp", "Styrgruppen"),)
    found = refused(path, listed)
    assert (found["rule"], found["field"], found["why"], found["other"]) == (
        "own",
        "to",
        "unknown_recipient",
        "stygrupp",
    )
    renamed = Recipient("GBG", "stygrupp", "En annan grupp")
    assert "own" in [rule.name for _, _, rule in load_book(path, (*listed, renamed))]


def test_every_fault_of_a_file_that_can_be_read_is_named_at_once(home: Path) -> None:
    twice = a_rule(home, 'themes = ["cerificates"]').read_text("utf-8") * 2
    found = [(f.rule, f.why) for f in check(read_book(written(home, twice)))]
    assert found == [
        ("own", "name_taken"), ("own", "unknown_theme"),
        ("own", "name_taken"), ("own", "unknown_theme"), ("own", "shadowed"),
    ]  # fmt: skip


MANY_FAULTS = """
off = ["fkk"]
[[rule]]
name = "one"
to = { manger = "fk" }
becuase = "x"
[rule.when]
parters = ["fk"]
themes = []
only_partners = ["fk", "fkk", "aff"]
[[rule]]
name = "two"
to = "x"
because = "Därför."
[rule.when]
themes = ["cerificates"]
[[rule]]
name = "three"
purpose = "leraning"
to = {}
because = "Därför."
[rule.when]
parters = ["fk"]
"""


def test_every_fault_of_a_file_that_cannot_be_read_is_named_at_once(home: Path) -> None:
    book, faults = survey_book(written(home, MANY_FAULTS))
    assert sorted((f.rule, f.field, f.why) for f in faults) == sorted([
        ("", "off[0]", "unknown_rule"),
        ("one", "to.manger", "unknown_key"), ("one", "becuase", "unknown_key"), ("one", "because", "missing"),
        ("one", "when.parters", "unknown_key"), ("one", "when.themes", "empty"),
        ("one", "when.only_partners[1]", "unknown_value"), ("one", "when.only_partners[2]", "unknown_value"),
        ("three", "purpose", "unknown_value"), ("three", "to", "one_of"), ("three", "when.parters", "unknown_key"),
    ])  # fmt: skip
    assert [rule.name for file, _, rule in book if file.layer is Layer.OWN] == ["two"]
    assert [(f.rule, f.why) for f in check(book)] == [("two", "unknown_theme")]


def test_a_shipped_rule_can_be_switched_off(home: Path) -> None:
    book = load_book(written(home, 'off = ["fk"]'))
    assert "fk" not in [rule.name for _, _, rule in book]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_of_refusal_has_a_sentence(language: str) -> None:
    source = Path(plugins.__file__).read_text("utf-8")
    codes = {*re.findall(r'why="(\w+)"', source), "missing", "unknown_key", "unknown_value", "wrong_type"}
    words = words_for(language)
    assert len(codes) >= 11
    assert {code for code in codes if not words.has(f"route.fault.{code}")} == set()


# --- packages ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def installed_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the example package with its own build backend and unpack it, as an installer would."""
    built, place = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)]
    subprocess.run(build, cwd=EXAMPLE, env=os.environ | {"PYTHONWARNINGS": ""}, check=True, capture_output=True)
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    return place


def a_package(place: Path, module: str, names: str) -> None:
    """Install a package by hand: a module and the metadata that names its rules."""
    (place / f"{names}.py").write_text(module, encoding="utf-8")
    about = place / f"{names}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {names}\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[lexheller.routes]\n{names} = {names}:RULES\n")


def test_an_installed_package_adds_rules(installed_example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(installed_example))
    files = [file for file in load_book().files if file.layer is Layer.PACKAGE]
    assert [(file.key, file.path) for file in files] == [
        ("habilitering", "habilitering-routes: habilitering_routes:RULES")
    ]
    meeting = Recipient("GBG", "habilitering-samrad", "Habiliteringens samråd")
    facts = Facts(partners=(Partner.SCHOOL,), themes=("transitions",), target_group="intellectual_disability")
    found = [proposal for proposal in propose(load_book(), facts, [meeting]) if proposal.recipient == meeting]
    assert [(p.file, p.number, p.rule) for p in found] == [("habilitering", 1, "habilitering-transitions")]
    lacks = [fault for fault in check(load_book(), []) if fault.other == "habilitering-samrad"]
    assert {fault.why for fault in lacks} == {"nobody_there"}


def test_the_examples_own_test_passes_where_it_is_installed(installed_example: Path) -> None:
    where = {"PYTHONPATH": f"{installed_example}{os.pathsep}{ROOT}"}
    run = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(EXAMPLE)]
    done = subprocess.run(
        [*run, str(EXAMPLE / "tests")], env=os.environ | where, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "3 passed" in done.stdout


@pytest.mark.parametrize(
    ("module", "why", "other"),
    [
        ("raise RuntimeError('no')", "cannot_load", "RuntimeError"),
        ("NOTHING = 1", "cannot_load", "AttributeError"),
        ("RULES = 3", "cannot_load", "TypeError"),
        ("RULES = ('fk',)", "not_rules", "broken_routes"),
        ("RULES = ()", "not_rules", "broken_routes"),
    ],
)
def test_a_broken_package_is_named(
    module: str, why: str, other: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_package(tmp_path, module, "broken_routes")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "broken_routes", raising=False)
    with pytest.raises(BadRules) as caught:
        load_book()
    assert caught.value.data["path"] == "broken_routes: broken_routes:RULES"
    assert (caught.value.data["why"], caught.value.data["other"]) == (why, other)
    monkeypatch.delitem(sys.modules, "broken_routes", raising=False)


# --- the docs ---------------------------------------------------------------------------------------------------


def examples(kind: str) -> list[str]:
    return [textwrap.dedent(code) for _, language, code in FENCED.findall(DOC) if language == kind]


def test_the_docs_toml_is_read_as_it_stands(home: Path) -> None:
    rules, entry = examples("toml")
    housing, storskogen = own(written(home, rules))
    assert (housing.name, housing.version, housing.to) == ("bostad-samrad", 2, Forum("bostadssamrad"))
    assert (storskogen.to, storskogen.stop) == (SisterFederation("ALV"), True)
    assert "school" not in [rule.name for _, _, rule in load_book(home / "rules.toml")]
    assert plugins.GROUP in msgspec.toml.decode(entry)["project"]["entry-points"]


def test_the_docs_python_makes_a_rule() -> None:
    (code,) = examples("python")
    made: dict[str, tuple[Rule, ...]] = {}
    exec(compile(code, "docs/routing.md", "exec"), made)  # noqa: S102  # our own docs
    (rule,) = made["RULES"]
    assert rule.when.holds(Facts(partners=(Partner.PROBATION,), themes=("transitions",)))


def test_the_docs_name_every_rule_with_its_sentence() -> None:
    rows = [line for line in DOC.splitlines() if line.startswith("| `")]
    for _, _, rule in SHIPPED:
        assert [row for row in rows if f"`{rule.name}`" in row and rule.because.en in row and rule.purpose in row], rule


def test_the_docs_name_every_key_a_rule_can_have() -> None:
    keys = {*plugins._CONDITIONS, *plugins._TARGETS}  # noqa: SLF001  # what can be written, held against the docs
    assert {key for key in keys if not re.search(rf"`(\{{ )?{key}[ `]", DOC)} == set()
