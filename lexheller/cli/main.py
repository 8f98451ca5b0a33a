"""Where does a command line begin? Finds the command, imports it only now, and turns what goes wrong into words.

`lexheller --help` imports no command: the names stand in the table here, their one-line helps in the catalogues.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any, NoReturn, cast

import click

from lexheller import __version__
from lexheller.cli import exits
from lexheller.cli.frame import Option, Session, in_language, session_of, words_of
from lexheller.errors import LexHellerError, UnreadableFile
from lexheller.i18n.language import DEFAULT, UnknownLanguage, choose_language
from lexheller.i18n.words import Words

SECTIONS = {
    "telling": {
        "submit": "submit:submit",
        "check": "check:check",
        "follow": "follow:follow",
    },
    "casework": {
        "inbox": "inbox:inbox",
        "cases": "cases:cases",
        "show": "show:show",
        "can": "steps:can",
        "do": "steps:do",
        "say": "steps:say",
        "accept": "accept:accept",
        "link": "link:link",
        "search": "search:search",
        "similar": "search:similar",
    },
    "common_steps": {
        "open": "common_steps:open_",
        "solve": "common_steps:solve",
        "share": "common_steps:share",
        "classify": "common_steps:classify",
        "decide": "common_steps:decide",
        "refer": "common_steps:refer",
        "feedback": "common_steps:feedback",
    },
    "learning": {
        "pattern": "patterns:pattern",
        "routes": "routes:routes",
        "report": "reports:report",
        "process": "process:process",
        "gate": "gate:gate",
    },
    "running": {
        "init": "init:init",
        "import": "imports:import_",
        "demo": "demo:demo",
        "serve": "serve:serve",
        "invite": "invite:invite",
        "sendtestmail": "mail:sendtestmail",
        "verify": "history:verify",
        "checkpoint": "history:checkpoint",
        "key": "keys:key",
        "backup": "backups:backup",
        "restore": "backups:restore",
        "upgrade": "upgrade:upgrade",
        "doctor": "doctor:doctor",
    },
}
"""Every command by the section of the overview that it stands in, with its module and name in this package."""

COMMANDS = {name: where for section in SECTIONS.values() for name, where in section.items()}
DEBUG = "LEXHELLER_DEBUG"
"""Set it to see where an unexpected error happened. A trace may hold words of a case: keep it to yourself."""


class Program(click.Group):
    """Be the whole command line: commands imported when used, errors told in words."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's own signature
        """Name the commands, in the order of the overview."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command, now that it is asked for."""
        where = COMMANDS.get(cmd_name)
        if where is None:
            return None
        session_of(ctx).settle_language()
        module, name = where.split(":")
        return cast("click.Command", getattr(import_module(f"lexheller.cli.{module}"), name))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands before the command."""
        rest = super().parse_args(ctx, args)
        session_of(ctx).begin(ctx.params["person"], ctx.params["settings"], ctx.params["language"])
        return rest

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Write the line that says how it is used, in the reader's language."""
        return in_language(super().collect_usage_pieces(ctx), ctx)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say what the program is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(words_of(ctx)("cli.lead"))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview, without importing a command."""
        words = words_of(ctx)
        for section, commands in SECTIONS.items():
            with formatter.section(words(f"section.{section}")):
                formatter.write_dl([(name, words(f"command.{name}")) for name in commands])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say where to read more."""
        formatter.write_paragraph()
        formatter.write_text(words_of(ctx)("cli.more"))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, and notice here when nobody reads the answer any more."""
        try:
            answer = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _look_away()  # `lexheller cases | head`: the reader has what it wanted
            return None
        return answer

    def main(  # type: ignore[override]  # one signature where click has overloads
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT002  # click's own signature
        **extra: Any,
    ) -> int:
        """Run a command line; gives the exit code, or exits with it when standing alone."""
        given = list(sys.argv[1:] if args is None else args)
        code = self._run(given, prog_name or "lexheller", complete_var, extra)
        if standalone_mode:
            sys.exit(code)
        return code

    def _run(self, given: list[str], prog_name: str, complete_var: str | None, extra: dict[str, Any]) -> int:
        session = Session(_language_in(given))
        try:
            _check_encoding(given)
            answer = super().main(given, prog_name, complete_var, standalone_mode=False, obj=session, **extra)
        except LexHellerError as error:
            return _tell(error, session.words)
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except click.Abort:
            return _say(session.words("cli.interrupted"), exits.INTERRUPTED)
        except Exception as error:
            if getattr(error, "errno", None) in {errno.ENOSPC, errno.EDQUOT}:
                _look_away()
                return _say(session.words("cli.nowhere_to_write"), exits.STORE_UNUSABLE)
            if os.environ.get(DEBUG):
                raise
            return _say(session.words("cli.our_fault", kind=type(error).__name__), exits.OUR_FAULT)
        return answer if isinstance(answer, int) else exits.DONE


def _look_away() -> None:
    """Let what is still to be printed go nowhere: Python would complain once more on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _check_encoding(given: Sequence[str]) -> None:
    """Refuse a line that is not in UTF-8: what Python makes of its bytes can be neither stored nor printed.

    Raises:
        UnreadableFile: it is not; the line counts as a file without a name.
    """
    if any("\ud800" <= sign <= "\udfff" for word in given for sign in word):
        raise UnreadableFile(path="–", why="encoding")


def _language_in(given: Sequence[str]) -> str:
    """Find the language before click reads the line, as click looks words up on its way; a wrong one is told then."""
    asked = None
    for word, following in pairwise((*given, "")):
        if word in COMMANDS:
            break
        if word == "--language":
            asked = following
        elif word.startswith("--language="):
            asked = word.partition("=")[2]
    try:
        return choose_language(asked, os.environ)
    except UnknownLanguage:
        return DEFAULT


def _tell(error: LexHellerError, words: Words) -> int:
    from lexheller.cli.output import steady, width
    from lexheller.forms.wording import sentences

    return _say(steady("\n".join(sentences(error, words, width()))), exits.exit_code(error))


def _say(sentence: str, code: int) -> int:
    from lexheller.cli.output import aside

    aside(sentence)
    return code


def _show_version(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"lexheller {__version__}")
        ctx.exit()


program = Program(
    "lexheller",
    params=[
        Option(["--as", "person"], key="as", meta="person"),
        Option(["--settings", "settings"], key="settings", meta="file"),
        Option(["--language", "language"], key="language", metavar="sv|en"),
        Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_show_version, key="program"),
    ],
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)
"""The command line as click knows it."""


def main() -> NoReturn:
    """Start from the command line."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot write å shows a question mark, rather than nothing at all.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # what starts us gives text files
    if not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # as above
    sys.exit(program.main(standalone_mode=False))
