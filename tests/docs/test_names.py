"""Do the documents name every state, step, action and rule, with a sentence, and does every link lead somewhere?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import pytest

from lexheller.i18n.words import words_for
from lexheller.processes.lex_heller import LEX_HELLER
from lexheller.routing.rules import Rule
from lexheller.routing.shipped import SHIPPED
from lexheller.routing.wording import target_words
from tests.conftest import hold
from tests.docs.pages import DOCS, ROOT, pages

PROCESS, ROUTING = DOCS / "process.md", DOCS / "routing.md"
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)")
RULE_HEAD = "| rule | where | purpose | why |\n|---|---|---|---|\n"
RULES = [rule for _, _, rule in SHIPPED]
NAMES = list(dict.fromkeys(step.name for step in LEX_HELLER.steps))
HEADED = re.compile(r"^#+ ", re.MULTILINE)
EMOJI = re.compile("[\U0001f000-\U0001ffff\u2600-\u27bf]")


_FIELD_CELLS = 3
"""Cells in a row of the tables of fields; the tables of steps have more."""


def rows(page: Path) -> list[list[str]]:
    """Give the rows of a page's tables, cell by cell."""
    lines = page.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if line.startswith("| `")]


def named(page: Path, name: str) -> list[list[str]]:
    """Give the rows whose first cell names something."""
    return [row for row in rows(page) if f"`{name}`" in row[0]]


@pytest.mark.parametrize("name", NAMES)
def test_every_step_and_action_stands_in_the_process_with_a_sentence(name: str) -> None:
    found = [row for row in named(PROCESS, name) if len(row) > _FIELD_CELLS]
    assert found
    assert all(re.fullmatch(r"[A-Z].{15,}\.", row[2]) for row in found), found


@pytest.mark.parametrize("name", NAMES)
def test_every_field_of_a_step_stands_by_it_and_with_every_code(name: str) -> None:
    told = " ".join(" ".join(row) for row in named(PROCESS, name) if len(row) == _FIELD_CELLS)
    for field in LEX_HELLER.fields_of(name):
        assert f"`{field.key}`" in told
        held = [row[2] for row in named(PROCESS, field.key) if len(row) == _FIELD_CELLS]
        assert any(all(f"`{code}`" in cell for code in field.choices) for cell in held), field.key


@pytest.mark.parametrize("state", LEX_HELLER.states)
def test_every_state_stands_in_the_process_in_both_languages(state: str) -> None:
    row = named(PROCESS, state)[0]
    assert row[1:3] == [words_for("en")(f"state.{state}"), words_for("sv")(f"state.{state}")]


def rule_row(alike: Sequence[Rule]) -> str:
    """Write the row of a rule, or of several that differ only in whose manager is called."""
    names = " ".join(f"`{rule.name}`" for rule in alike) + (", stops" if alike[0].stop else "")
    where = target_words(words_for("en"), alike[0].to)
    where = where if len(alike) == 1 else where.partition(":")[0]
    return f"| {names} | {where} | {alike[0].purpose} | {alike[0].because.en} |\n"


def test_every_rule_stands_in_the_routing_with_where_and_why(request: pytest.FixtureRequest) -> None:
    alike = groupby(RULES, lambda rule: (type(rule.to), rule.purpose, rule.because, rule.stop))
    written = "".join(rule_row(tuple(rules)) for _, rules in alike)
    before, head, after = ROUTING.read_text(encoding="utf-8").partition(RULE_HEAD)
    _, end, rest = after.partition("\n\n")
    hold(ROUTING, before + head + written.rstrip("\n") + end + rest, update=request.config.getoption("--update-golden"))
    assert all(re.fullmatch(r"[A-Z].{20,}\.", rule.because.en) for rule in RULES)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    inside = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_has_a_heading_and_no_pictograms(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert HEADED.match(text)
    assert EMOJI.findall(text) == []


def test_the_readme_leads_to_every_page() -> None:
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in DOCS.glob("*.md") if f"docs/{page.name}" not in told] == []
