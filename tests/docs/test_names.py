"""Do the documents name every state, step, action and rule, with a sentence, and does every link lead somewhere?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lexheller.i18n.words import words_for
from lexheller.processes.lex_heller import LEX_HELLER
from lexheller.routing.rules import Rule
from lexheller.routing.shipped import SHIPPED
from lexheller.routing.wording import target_words
from tests.docs.pages import DOCS, ROOT, pages

PROCESS, ROUTING = DOCS / "process.md", DOCS / "routing.md"
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)")
RULES = [rule for _, _, rule in SHIPPED]
NAMES = list(dict.fromkeys(step.name for step in LEX_HELLER.steps))
HEADED = re.compile(r"^#+ ", re.MULTILINE)
EMOJI = re.compile("[\U0001f000-\U0001ffff\u2600-\u27bf]")


def rows(page: Path) -> list[list[str]]:
    """Give the rows of a page's tables, cell by cell."""
    lines = page.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if line.startswith("| `")]


def named(page: Path, name: str) -> list[list[str]]:
    """Give the rows whose first cell names something."""
    return [row for row in rows(page) if f"`{name}`" in row[0]]


@pytest.mark.parametrize("name", NAMES)
def test_every_step_and_action_stands_in_the_process_with_a_sentence(name: str) -> None:
    found = named(PROCESS, name)
    assert found
    assert all(re.fullmatch(r"[A-Z].{15,}\.", row[2]) for row in found), found


@pytest.mark.parametrize("state", LEX_HELLER.states)
def test_every_state_stands_in_the_process_in_both_languages(state: str) -> None:
    row = named(PROCESS, state)[0]
    assert row[1:3] == [words_for("en")(f"state.{state}"), words_for("sv")(f"state.{state}")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_stands_in_the_routing_with_where_and_why(rule: Rule) -> None:
    (row,) = named(ROUTING, rule.name)
    assert row[2] == rule.purpose
    assert row[3].rstrip(" |") == rule.because.en
    assert row[1] == target_words(words_for("en"), rule.to) or row[0].count("`") > 2
    assert ("stops" in row[0]) == rule.stop


def test_the_routing_names_no_rule_that_is_not_there() -> None:
    table = ROUTING.read_text(encoding="utf-8").partition("| rule | where |")[2].partition("\n\n")[0]
    named_there = set(re.findall(r"`([^`]+)`", "\n".join(line.split(" | ")[0] for line in table.splitlines())))
    assert named_there == {rule.name for rule in RULES}


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
