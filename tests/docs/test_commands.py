"""Does docs/commands.md name every command, and does every command line in the documents do what it promises?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

import click
import pytest

from lexheller.cli.frame import Command, Session
from lexheller.cli.main import COMMANDS, program
from tests.docs.pages import DOCS, Line, Story, sections, stories
from tests.docs.scene import Reader

PAGE = DOCS / "commands.md"
STORIES = list(stories())
WHO = {"decide": "lexheller --as birgitta", "init": "lexheller --as adam", "invite": "lexheller --as adam"}
BEFORE = {
    "lexheller import --undo 2026-03-02-1": ("lexheller import arket.csv --yes",),
    "lexheller doctor": ("lexheller backup",),
    "lexheller doctor --json": ("lexheller backup",),
}
"""What has been done before a help's example; without a backup doctor is not content."""
FROM_NOTHING = {"init", "demo"}
"""What a house begins with: a block that starts so is run where nothing is."""


def commands() -> Iterator[tuple[str, click.Command]]:
    """Give every command that does something, those of groups under both names."""
    with program.make_context("lexheller", [], obj=Session(), resilient_parsing=True) as ctx:
        for name in COMMANDS:
            command = program.get_command(ctx, name)
            assert command is not None
            if isinstance(command, click.Group):
                yield from ((f"lexheller {name} {sub}", below) for sub, below in command.commands.items())
            else:
                yield f"lexheller {name}", command


def in_helps() -> list[str]:
    """Give the examples that the commands' own helps show."""
    return [line for _, command in commands() if isinstance(command, Command) for line in command.examples]


def test_the_page_names_every_command_and_no_other() -> None:
    assert set(sections(PAGE, "###")) == {name for name, _ in commands()}


@pytest.mark.parametrize("name", sorted(sections(PAGE, "###")))
def test_a_command_has_a_sentence_and_an_example(name: str) -> None:
    body = sections(PAGE, "###")[name]
    prose = re.sub(r"^    .*$", "", body, flags=re.MULTILINE).strip()
    assert re.match(r"[A-ZÅÄÖ`][^\n]{20,}", prose)
    assert "." in prose
    assert re.search(rf"^    {name}( |$)", re.sub(r"--as \w+ ", "", body), re.MULTILINE)


def reader_of(request: pytest.FixtureRequest, first: str) -> Reader:
    """Give somebody in the house that a line asks for: with nothing yet, with only a backup left, or with cases."""
    name, *words = first.split()[1:]
    if name in FROM_NOTHING and words[:1] != ["--add"]:
        return cast("Reader", request.getfixturevalue("empty"))
    reader = cast("Reader", request.getfixturevalue("reader"))
    if name == "restore":
        reader.has_only_a_backup(words[-1])
    return reader


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_what_a_document_shows_works(request: pytest.FixtureRequest, story: Story) -> None:
    reader = reader_of(request, story.lines[0].words)
    for line in story.lines:
        got = reader.types(line)
        assert got.code == line.code, (line.words, got.out, got.err)


@pytest.mark.parametrize("example", in_helps())
def test_what_a_help_shows_works(request: pytest.FixtureRequest, example: str) -> None:
    reader = reader_of(request, example)
    for line in (*BEFORE.get(example, ()), example):
        got = reader.types(Line(WHO.get(line.split()[1], "lexheller") + line.removeprefix("lexheller"), 0))
        assert got.code == 0, (line, got.out, got.err)


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_every_help_shows_an_example_of_its_own(name: str) -> None:
    command = dict(commands())[name]
    assert isinstance(command, Command)
    assert [line for line in command.examples if line.startswith(name)]


def test_every_page_that_should_shows_something() -> None:
    assert {"README.md", "docs/commands.md", "docs/routing.md"} <= {story.page for story in STORIES}
    assert sum(len(story.lines) for story in STORIES) >= len(list(commands()))
