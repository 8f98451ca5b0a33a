"""What does every command stand in? Help in the reader's language, an example, and the desk of whoever asks.

A command names its words instead of writing them: `@command("cases")` finds "command.cases" and "command.cases.help",
`option("--json", …, words="json")` finds "option.json". They are looked up when help is drawn, so that one process may
speak both languages, and drawing the overview imports no command.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import update_wrapper
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

import click

from lexheller.errors import LexHellerError
from lexheller.i18n.click_words import install_click
from lexheller.i18n.language import DEFAULT, VARIABLE, choose_language
from lexheller.i18n.words import Words, words_for

if TYPE_CHECKING:
    from lexheller.desk import Desk
    from lexheller.i18n.own import Own
    from lexheller.settings import Settings

P = ParamSpec("P")
R = TypeVar("R")


class Session:
    """What was said before the command: whom to act as, which settings, which language.

    Args:
        language: what to speak until `begin` has read the line.
    """

    def __init__(self, language: str = DEFAULT) -> None:
        self.person: str | None = None
        self.settings_file: str | None = None
        self._left_open = True
        self._own: Own | None = None
        self._settings: Settings | None = None
        self._speak(language)

    def begin(self, person: str | None, settings_file: str | None, asked: str | None) -> None:
        """Take what the line says.

        Args:
            asked: the language asked for outright; None leaves it to the environment, then to the settings.

        Raises:
            UnknownLanguage: there are no words in it.
        """
        self.person = person
        self.settings_file = settings_file
        self._speak(choose_language(asked, os.environ))
        self._left_open = not (asked or os.environ.get(VARIABLE))

    def _speak(self, language: str) -> None:
        self.language = language
        install_click(language)

    @property
    def words(self) -> Words:
        """The words of the reader's language; once a desk is open, as they are said at that desk."""
        return words_for(self.language).called(self._own)

    @property
    def settings(self) -> Settings:
        """The settings, read once.

        Raises:
            UnreadableFile, BadSettings: they cannot be used.
        """
        if self._settings is None:
            from pathlib import Path

            from lexheller.settings import load_settings

            self._settings = load_settings(Path(self.settings_file) if self.settings_file else None, os.environ)
        return self._settings

    def settle_language(self) -> None:
        """Let the settings choose the language where nobody has; broken ones are told when they are needed."""
        if self._left_open:
            self._left_open = False
            with suppress(LexHellerError):
                self._speak(choose_language(self.settings.language, {}))

    def desk(self) -> Desk:
        """Open the desk of whoever asks; raises as `open_desk`."""
        from lexheller.desk import open_desk

        desk = open_desk(settings=self.settings, person=self.person)
        self._own = desk.house.own.of(desk.viewer.federation if desk.viewer else "")
        return desk


def session_of(ctx: click.Context) -> Session:
    """Find what was said before the command."""
    found = ctx.find_root().obj
    if not isinstance(found, Session):  # a command run on its own, outside the program
        found = ctx.find_root().obj = Session()
    return found


def words_of(ctx: click.Context) -> Words:
    """Find the reader's words."""
    return session_of(ctx).words


class Command(click.Command):
    """A command whose help comes from the catalogues, with examples that the tests run.

    Args:
        key: "cases" for the words "command.cases" (one line) and "command.cases.help" (more; may lack).
        examples: whole command lines.
    """

    def __init__(self, *args: Any, key: str = "", examples: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.key = key
        self.examples = examples

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002  # click's own signature
        """Give the line of the overview."""
        return words_of(click.get_current_context())(f"command.{self.key}")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Write the line that says how it is used, in the reader's language."""
        return in_language(super().collect_usage_pieces(ctx), ctx)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does, and an example."""
        _write_help(ctx, formatter, self.key)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, each on a line of its own."""
        _write_examples(ctx, formatter, self.examples)


class Group(click.Group):
    """A command with commands of its own, such as `routes list`; words as for `Command`."""

    command_class = Command

    def __init__(self, *args: Any, key: str = "", examples: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.key = key
        self.examples = examples

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002  # click's own signature
        """Give the line of the overview."""
        return words_of(click.get_current_context())(f"command.{self.key}")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Write the line that says how it is used, in the reader's language."""
        return in_language(super().collect_usage_pieces(ctx), ctx)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the commands are for."""
        _write_help(ctx, formatter, self.key)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, each on a line of its own."""
        _write_examples(ctx, formatter, self.examples)


class Option(click.Option):
    """An option whose help is "option.<key>" and whose metavar is "metavar.<key>" (or given outright)."""

    def __init__(self, *args: Any, key: str = "", meta: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.key = key
        self.meta = meta

    def make_metavar(self, ctx: click.Context) -> str:
        """Name the value in the reader's language."""
        return words_of(ctx)(f"metavar.{self.meta}") if self.meta else super().make_metavar(ctx)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Give the option's row in the help."""
        record = super().get_help_record(ctx)
        if record is None or not self.key:
            return record
        return record[0], "  ".join(filter(None, (words_of(ctx)(f"option.{self.key}"), record[1])))


class Argument(click.Argument):
    """An argument whose name in the help is "metavar.<key>"."""

    def __init__(self, *args: Any, meta: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meta = meta

    def make_metavar(self, ctx: click.Context) -> str:
        """Name the value in the reader's language; one that may be left out stands in brackets."""
        if not self.meta:
            return super().make_metavar(ctx)
        name = words_of(ctx)(f"metavar.{self.meta}")
        return (name if self.required else f"[{name}]") + ("..." if self.nargs != 1 else "")


def command(key: str, *examples: str, name: str | None = None) -> Callable[[Callable[..., Any]], Command]:
    """Declare a command of its own; its words are "command.<key>" and "command.<key>.help"."""
    return click.command(name or key, cls=Command, key=key, examples=examples)


def group(key: str, *examples: str, name: str | None = None) -> Callable[[Callable[..., Any]], Group]:
    """Declare a group; add to it with `@that.command("list", key="routes.list", examples=("…",))`."""
    return click.group(name or key, cls=Group, key=key, examples=examples)


def option(*declared: str, words: str, meta: str = "", **kwargs: Any) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare an option; its help is "option.<words>", its value is called "metavar.<meta>"."""
    return click.option(*declared, cls=Option, key=words, meta=meta, **kwargs)


def argument(declared: str, *, meta: str, **kwargs: Any) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare an argument; it is called "metavar.<meta>"."""
    return click.argument(declared, cls=Argument, meta=meta, **kwargs)


json_option = option("--json", "as_json", is_flag=True, words="json")
version_option = option("--version", "version", type=int, meta="number", words="version")
vouch_option = option("--vouch", is_flag=True, words="vouch")


def with_session(function: Callable[Concatenate[Session, P], R]) -> Callable[P, R]:
    """Hand a command the session first."""

    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        return function(session_of(click.get_current_context()), *args, **kwargs)

    return update_wrapper(call, function)


def with_desk(function: Callable[Concatenate[Desk, P], R]) -> Callable[P, R]:
    """Hand a command the desk of whoever asks first, and close it afterwards."""

    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        desk = session_of(click.get_current_context()).desk()
        try:
            return function(desk, *args, **kwargs)
        finally:
            desk.close()

    return update_wrapper(call, function)


def in_language(pieces: list[str], ctx: click.Context) -> list[str]:
    """Put click's own names for options and commands into the reader's language."""
    words = words_of(ctx)
    own = {"[OPTIONS]": "metavar.options", "COMMAND [ARGS]...": "metavar.command"}
    return [words(own[piece]) if piece in own else piece for piece in pieces]


def _write_help(ctx: click.Context, formatter: click.HelpFormatter, key: str) -> None:
    words = words_of(ctx)
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(words(f"command.{key}"))
        if words.has(f"command.{key}.help"):
            formatter.write_paragraph()
            formatter.write_text(words(f"command.{key}.help"))


def _write_examples(ctx: click.Context, formatter: click.HelpFormatter, examples: tuple[str, ...]) -> None:
    if not examples:
        return
    with formatter.section(words_of(ctx)("cli.example" if len(examples) == 1 else "cli.examples")):
        for line in examples:
            formatter.write(f"{'':{formatter.current_indent}}{line}\n")
