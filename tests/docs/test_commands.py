"""Does docs/commands.md name every command, and does every command line in the documents do what it promises?"""

from __future__ import annotations

import re

import click
import pytest

from lexheller.cli.frame import Session
from lexheller.cli.main import COMMANDS, program
from tests.docs.pages import DOCS, Story, sections, stories
from tests.docs.scene import Reader

PAGE = DOCS / "commands.md"
STORIES = list(stories())
FROM_NOTHING = {"init", "demo"}
"""What a house begins with: a block that starts so is run where nothing is."""


def every_command() -> set[str]:
    """Name every command, and the commands of each group."""
    found = set()
    with program.make_context("lexheller", [], obj=Session(), resilient_parsing=True) as ctx:
        for name in COMMANDS:
            command = program.get_command(ctx, name)
            below = command.list_commands(ctx) if isinstance(command, click.Group) else []
            found |= {f"lexheller {name} {sub}" for sub in below} or {f"lexheller {name}"}
    return found


def test_the_page_names_every_command_and_no_other() -> None:
    assert set(sections(PAGE, "###")) == every_command()


@pytest.mark.parametrize("name", sorted(sections(PAGE, "###")))
def test_a_command_has_a_sentence_and_an_example(name: str) -> None:
    body = sections(PAGE, "###")[name]
    prose = re.sub(r"^    .*$", "", body, flags=re.MULTILINE).strip()
    assert re.match(r"[A-ZÅÄÖ`][^\n]{20,}", prose)
    assert "." in prose
    assert re.search(rf"^    {name}( |$)", re.sub(r"--as \w+ ", "", body), re.MULTILINE)


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_what_a_document_shows_works(request: pytest.FixtureRequest, story: Story) -> None:
    begins = story.lines[0].words.split()[1]
    reader: Reader = request.getfixturevalue("empty" if begins in FROM_NOTHING else "reader")
    for line in story.lines:
        got = reader.types(line)
        assert got.code == line.code, (line.words, got.out, got.err)


def test_every_page_that_should_shows_something() -> None:
    assert {"README.md", "docs/commands.md", "docs/routing.md"} <= {story.page for story in STORIES}
    assert sum(len(story.lines) for story in STORIES) >= len(every_command())
